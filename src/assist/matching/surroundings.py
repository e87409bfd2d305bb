"""The clause and the sentence a hit stands in, and what else stands there."""

from dataclasses import dataclass

from assist.matching.costs import PARTICLES
from assist.matching.hit import Hit
from assist.model.rule import Scope
from assist.model.span import Span
from assist.text.characters import CHARACTERS, Kind
from assist.text.normalise import normalise

_CLAUSE = int(Kind.CLAUSE)
_SENTENCE = int(Kind.SENTENCE)
_NOISE = int(Kind.NOISE)
_FURTHEST = 300  # no clause or sentence reaches further from its hit
_SHORT = 2  # so short a wording opens or closes a draft only as a clause

# What may stand beside a wording that fills its clause; longest first.
_LIGHT_WORDS = """
亲亲 亲爱的 亲 您好 你好 先生 女士 小姐 老板 老师 哥 姐 大哥 大姐 美女 帅哥 朋友
这边 那边 我们 我 咱们 咱 你 这个 这 那个 那 这事 这个事 也 真的 真 都 就 还 是
其实 反正 现在 好像 确实 可能 抱歉 不好意思 对不起 哎 唉 嗯 嘿 喂 哈喽 而已 罢了
已经 又 却 倒 一下 吧 呀 啊 呢 了 的 哦 哈 嘛 啦 么 吗 呗 咯 喽 哟 哒 呐 滴 额 呃
"""
_LIGHT = tuple(sorted(_LIGHT_WORDS.split(), key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a hit stands."""

    clause: Span
    sentence: Span


def place_of(text: str, hit: Hit) -> Place:
    """Return the clause and the sentence that ``hit`` stands in."""
    spaced = any(gap == _NOISE for gap in hit.gaps)
    return Place(
        _around(text, hit, _CLAUSE, spaces=not spaced),
        _around(text, hit, _SENTENCE, spaces=False),
    )


def _around(text: str, hit: Hit, least: int, *, spaces: bool) -> Span:
    start, end = hit.start, hit.end
    lowest = max(0, start - _FURTHEST)
    while start > lowest and not _ends(text[start - 1], least, spaces=spaces):
        start -= 1
    highest = min(len(text), end + _FURTHEST)
    while end < highest and not _ends(text[end], least, spaces=spaces):
        end += 1
    return Span(start, end)


def _ends(code: str, least: int, *, spaces: bool) -> bool:
    if least == _SENTENCE:
        return CHARACTERS[code].kind == _SENTENCE
    if spaces and code in " \u3000\t":
        return True
    return CHARACTERS[code].kind in {_CLAUSE, _SENTENCE}


def stands(text: str, hit: Hit, scope: Scope) -> bool:
    """Tell whether ``hit`` stands where ``scope`` wants it."""
    if scope is Scope.ANYWHERE:
        return True
    if scope is Scope.MESSAGE:
        return _light(text[: hit.start]) and _light(text[hit.end :])
    clause = place_of(text, hit).clause
    before = _light(text[clause.start : hit.start])
    after = _light(text[hit.end : clause.end])
    if scope is Scope.CLAUSE:
        return before and after
    beside = (before and after) or len(hit.literals) > _SHORT
    if scope is Scope.OPENING:
        return beside and _light(text[: hit.start])
    return beside and _light(text[hit.end :])


def _light(text: str) -> bool:
    """Tell whether ``text`` holds nothing but particles, address and fillers."""
    if len(text) > _FURTHEST:
        return False
    literals = normalise(text).literals
    while literals:
        if literals[0] in PARTICLES:
            literals = literals[1:]
            continue
        word = next((one for one in _LIGHT if literals.startswith(one)), "")
        if not word:
            return False
        literals = literals[len(word) :]
    return True
