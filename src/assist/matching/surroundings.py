"""The clause and the sentence a hit stands in, and what else stands there."""

import re

from assist.matching.costs import PARTICLES, SHAPE
from assist.matching.hit import Hit
from assist.model.rule import Scope
from assist.model.span import Span
from assist.text.characters import CHARACTERS, Kind
from assist.text.normalise import normalise

_CLAUSE = int(Kind.CLAUSE)
_SENTENCE = int(Kind.SENTENCE)
_NOISE = int(Kind.NOISE)
FURTHEST = 200  # no clause or sentence reaches further from its hit
MOST_LIGHT = 60  # nobody puts more of them beside a wording
_SHORT = 2  # so short a wording opens or closes a draft only as a clause
_UNEDITED = 3
OF_DRAFT = frozenset({Scope.MESSAGE, Scope.OPENING, Scope.CLOSING})
_SPACES = frozenset(" \u3000\t")

# What may stand beside a wording that fills its clause.
_LIGHT_WORDS = """
亲亲 亲爱的 亲 你好 先生 女士 小姐 老板 老师 哥 姐 大哥 大姐 美女
帅哥 朋友 这边 那边 我们 我 咱们 咱 你 这个 这 那个 那 这事
这个事 也 真的 真 都 就 还 是 其实 反正 现在 好像 确实 可能
抱歉 不好意思 对不起 唉 嗯 嘿 喂 哈喽 而已 罢了 已经 又 却 倒
一下
"""
_LIGHT = re.compile(
    "(?:"
    + "|".join(sorted(_LIGHT_WORDS.split(), key=len, reverse=True))
    + f"|[{''.join(sorted(PARTICLES))}])*+"
)


def sentence_of(text: str, hit: Hit) -> Span:
    """Return the sentence that ``hit`` stands in, as far as :data:`FURTHEST`."""
    start, end = hit.start, hit.end
    lowest = max(0, start - FURTHEST)
    highest = min(len(text), end + FURTHEST)
    while start > lowest and CHARACTERS[text[start - 1]].kind != _SENTENCE:
        start -= 1
    while end < highest and CHARACTERS[text[end]].kind != _SENTENCE:
        end += 1
    return Span(start, end)


def clause_of(text: str, hit: Hit) -> Span:
    """Return the clause that ``hit`` stands in, as far as :data:`FURTHEST`.

    A space ends a clause, unless there are spaces inside the hit itself.
    """
    spaces = frozenset[str]() if _NOISE in hit.gaps else _SPACES
    start, end = hit.start, hit.end
    lowest = max(0, start - FURTHEST)
    highest = min(len(text), end + FURTHEST)
    while start > lowest and not _ends_clause(text[start - 1], spaces):
        start -= 1
    while end < highest and not _ends_clause(text[end], spaces):
        end += 1
    return Span(start, end)


def _ends_clause(code: str, spaces: frozenset[str]) -> bool:
    return code in spaces or CHARACTERS[code].kind in {_CLAUSE, _SENTENCE}


def stands(text: str, hit: Hit) -> bool:
    """Tell whether ``hit`` stands where its wording has to stand."""
    listed = hit.listed
    if listed.closed:
        clause = clause_of(text, hit)
        if not _light(text[hit.end : clause.end]):
            return False
    scope = scope_of(hit)
    if scope in OF_DRAFT and not _stands_in_draft(text, hit, scope):
        return False
    if scope is Scope.CLAUSE or (
        scope in {Scope.OPENING, Scope.CLOSING} and listed.length <= _SHORT
    ):
        clause = clause_of(text, hit)
        before, behind = text[clause.start : hit.start], text[hit.end : clause.end]
        return _light(before) and _light(behind)
    return True


def scope_of(hit: Hit) -> Scope:
    """Return where ``hit`` has to stand.

    Three characters that only sound or look like the wording are too often part
    of other words: they have to fill their clause.
    """
    listed = hit.listed
    if (
        listed.scope is Scope.ANYWHERE
        and listed.length == _UNEDITED
        and hit.price >= SHAPE
        and not listed.latin
    ):
        return Scope.CLAUSE
    return listed.scope


def _stands_in_draft(text: str, hit: Hit, scope: Scope) -> bool:
    before, behind = hit.start, len(text) - hit.end
    if scope is Scope.MESSAGE and before + behind > MOST_LIGHT:
        return False
    if scope is not Scope.CLOSING and not (
        before <= MOST_LIGHT and _light(text[: hit.start])
    ):
        return False
    return scope is Scope.OPENING or (behind <= MOST_LIGHT and _light(text[hit.end :]))


def _light(text: str) -> bool:
    """Tell whether ``text`` holds nothing but particles, address and fillers."""
    if not text:
        return True
    if len(text) > MOST_LIGHT:
        return False
    return _LIGHT.fullmatch(normalise(text).literals) is not None
