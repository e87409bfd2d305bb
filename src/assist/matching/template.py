r"""The rule language: from what a team lead writes in a cell to plain wordings.

* ``{a|b|c}`` is one of several, as is ``a|b|c`` for the whole pattern,
* ``(x)`` or ``（x）`` may be missing,
* ``…`` (or ``...``) is a gap of up to six characters within a sentence,
* ``@name`` or ``@{name}`` is any word of that class of the pack,
* ``\`` takes the next character as it is,
* a prefix such as ``clause:`` (``分句:``) says where the wording has to stand.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from assist.errors import RuleSyntaxError
from assist.model.rule import Scope

MOST_WORDINGS = 512
MOST_GAPS = 3
MOST_CHARACTERS = 2000
GAP_REACH = 6
_GAP = "\x00"
_DEEPEST = 8


class Reach(StrEnum):
    """Where the patterns of ``only_if`` and ``unless`` are looked for."""

    SENTENCE = "sentence"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class Wording:
    """One plain wording.

    Attributes:
        parts: The texts in their order; more than one where the pattern has
            gaps between them.
        scope: Where the pattern itself says the wording has to stand.
        reach: Where a context pattern is looked for.
    """

    parts: tuple[str, ...]
    scope: Scope | None = None
    reach: Reach = Reach.SENTENCE

    @property
    def text(self) -> str:
        """The wording as it is shown to people."""
        return "…".join(self.parts)


_SCOPES = {
    "anywhere": Scope.ANYWHERE,
    "clause": Scope.CLAUSE,
    "message": Scope.MESSAGE,
    "opening": Scope.OPENING,
    "closing": Scope.CLOSING,
    "任意": Scope.ANYWHERE,
    "分句": Scope.CLAUSE,
    "整条": Scope.MESSAGE,
    "开头": Scope.OPENING,
    "结尾": Scope.CLOSING,
}
_DRAFT = frozenset({"draft", "全文"})


def literal(text: str) -> Wording:
    """Return ``text`` as a wording in which no sign has a meaning."""
    return Wording((text,))


def expand(
    pattern: str, word_classes: Mapping[str, Iterable[str]] | None = None
) -> tuple[Wording, ...]:
    """Return every wording that ``pattern`` stands for, without repetitions.

    Args:
        pattern: In the rule language.
        word_classes: Name (without ``@``) -> its words.

    Raises:
        RuleSyntaxError: Not in the language, an unknown class, or more than
            :data:`MOST_WORDINGS` wordings.
    """
    if len(pattern) > MOST_CHARACTERS:
        raise RuleSyntaxError(
            f"句式太长（超过 {MOST_CHARACTERS} 个字符）",
            hint="请拆成几条较短的句式。",
        )
    scope, reach, body = _prefix(pattern)
    texts = _Parser(body, word_classes or {}).parse()
    wordings = []
    for text in texts:
        parts = tuple(part for part in text.split(_GAP) if part.strip())
        if len(parts) > MOST_GAPS + 1:
            raise RuleSyntaxError(
                f"“{pattern}”里的“…”太多", hint=f"一条句式最多用 {MOST_GAPS} 个“…”。"
            )
        if parts:
            wordings.append(Wording(parts, scope, reach))
    if not wordings:
        raise RuleSyntaxError("句式是空的", hint="请写出要查的词句。")
    return tuple(dict.fromkeys(wordings))


def _prefix(pattern: str) -> tuple[Scope | None, Reach, str]:
    head, colon, rest = pattern.strip().replace("：", ":", 1).partition(":")
    name = head.strip().lower()
    if colon and name in _SCOPES:
        return _SCOPES[name], Reach.SENTENCE, rest
    if colon and name in _DRAFT:
        return None, Reach.DRAFT, rest
    return None, Reach.SENTENCE, pattern


class _Parser:
    """Recursive descent over one pattern; every step returns all its texts."""

    def __init__(self, pattern: str, classes: Mapping[str, Iterable[str]]) -> None:
        self._pattern = pattern
        self._classes = classes
        self._at = 0

    def parse(self) -> list[str]:
        texts = self._sequence("|｜", 0)
        while self._at < len(self._pattern):
            if self._pattern[self._at] not in "|｜":
                raise self._error(f"多了一个“{self._pattern[self._at]}”")
            self._at += 1
            texts += self._sequence("|｜", 0)
        return self._bounded(texts)

    def _sequence(self, closing: str, depth: int) -> list[str]:
        """Read up to one of ``closing`` and return all texts read."""
        if depth > _DEEPEST:
            raise self._error("括号套得太深")
        texts = [""]
        while self._at < len(self._pattern):
            code = self._pattern[self._at]
            if code in closing or code in "}｝)）":
                break
            texts = self._joined(texts, self._item(code, depth))
        return texts

    def _item(self, code: str, depth: int) -> list[str]:
        self._at += 1
        if code == "\\":
            self._at += 1
            return [self._pattern[self._at - 1 : self._at]]
        if code in "{｛":
            return self._choice("}｝", depth)
        if code in "(（":
            return ["", *self._choice(")）", depth)]
        if code == "@":
            return self._word_class()
        if code == "…" or self._pattern.startswith("...", self._at - 1):
            self._skip_gap()
            return [_GAP]
        return [code if code != _GAP else " "]

    def _choice(self, closing: str, depth: int) -> list[str]:
        texts: list[str] = []
        while True:
            texts += self._sequence(closing + "|｜", depth + 1)
            if self._at >= len(self._pattern):
                raise self._error("括号没有合上")
            self._at += 1
            code = self._pattern[self._at - 1]
            if code in closing:
                return self._bounded(texts)
            if code not in "|｜":
                raise self._error(f"“{code}”没有对应的左括号")

    def _skip_gap(self) -> None:
        while self._at < len(self._pattern) and self._pattern[self._at] in "….":
            self._at += 1

    def _word_class(self) -> list[str]:
        rest = self._pattern[self._at :]
        if rest[:1] in {"{", "｛"}:
            end = min((rest.find(one) for one in "}｝" if one in rest), default=-1)
            if end < 0:
                raise self._error("“@{”没有合上")
            name, length = rest[1:end], end + 1
        else:
            known = [one for one in self._classes if rest.startswith(one)]
            name = max(known, key=len, default="")
            length = len(name)
        if not name or name not in self._classes:
            raise self._error(f"没有名为“{name or rest[:4]}”的词类")
        self._at += length
        return self._bounded(list(self._classes[name]))

    def _joined(self, heads: list[str], tails: list[str]) -> list[str]:
        if len(heads) * len(tails) > MOST_WORDINGS:
            raise self._too_many()
        return [head + tail for head in heads for tail in tails]

    def _bounded(self, texts: list[str]) -> list[str]:
        unique = list(dict.fromkeys(texts))
        if len(unique) > MOST_WORDINGS:
            raise self._too_many()
        return unique

    def _too_many(self) -> RuleSyntaxError:
        return RuleSyntaxError(
            f"“{self._pattern[:40]}”展开后超过 {MOST_WORDINGS} 种说法",
            hint="请减少选择的个数，或拆成几条。",
        )

    def _error(self, what: str) -> RuleSyntaxError:
        return RuleSyntaxError(
            f"“{self._pattern[:40]}”第 {self._at + 1} 个字符附近：{what}",
            hint="要照字面写这个符号，请在前面加一个“\\”。",
        )
