"""Exceptions that mask a hit, and what has to stand, or must not, beside it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assist.errors import RuleSyntaxError
from assist.matching.hit import Hit
from assist.matching.surroundings import sentence_of
from assist.matching.template import GAP_REACH, Reach, Wording, expand
from assist.model.rule import Rule, RuleSet
from assist.model.span import Span
from assist.text.normalise import Normalised, normalise, token_end, token_start

_DRAFT = 4000  # the whole draft, as far as this from the hit
_BY_SOUND = 4  # from so many elements on, context is recognised by its sound


@dataclass(frozen=True, slots=True)
class Condition:
    """A context wording.

    Attributes:
        parts: Its keys where it is long enough to be known by its sound, else
            its literals.
        by_sound: Which of the two.
        reach: Where it is looked for.
    """

    parts: tuple[str, ...]
    by_sound: bool
    reach: Reach

    @property
    def length(self) -> int:
        """Over how many elements it can stretch."""
        return sum(map(len, self.parts)) + GAP_REACH * (len(self.parts) - 1)

    def places(self, elements: Normalised) -> Iterator[Span]:
        """Yield where the parts stand, in order and within reach of each other."""
        typed = elements.keys if self.by_sound else elements.literals
        head, *rest = self.parts
        first = typed.find(head)
        while first >= 0:
            after = first + len(head)
            for part in rest:
                place = typed.find(part, after, after + GAP_REACH + len(part))
                if place < 0:
                    break
                after = place + len(part)
            else:
                yield Span(elements.starts[first], elements.ends[after - 1])
            first = typed.find(head, first + 1)


@dataclass(frozen=True, slots=True)
class Conditions:
    """What one rule asks of the surroundings of its hits.

    Attributes:
        around: How far from a hit its exceptions can begin and end, in code
            points.
        pinyin: Whether letters are read as syllables.
    """

    exceptions: tuple[Condition, ...]
    only_if: tuple[Condition, ...]
    unless: tuple[Condition, ...]
    around: int
    pinyin: bool

    @property
    def asks_draft(self) -> bool:
        """Whether something is looked for in the whole draft."""
        both = (*self.only_if, *self.unless)
        return any(one.reach is Reach.DRAFT for one in both)

    def seen(self, text: str, hit: Hit) -> Span:
        """Return the part of the draft that the answer for ``hit`` depends on."""
        span = self._around(text, hit)
        if self.only_if or self.unless:
            sentence = sentence_of(text, hit)
            span = Span(min(span.start, sentence.start), max(span.end, sentence.end))
        return span

    def hold(self, text: str, hit: Hit) -> bool:
        """Tell whether ``hit`` counts where it stands."""
        if self.exceptions and self._masked(text, hit):
            return False
        if any(self._stands(text, hit, one) for one in self.unless):
            return False
        return not self.only_if or any(
            self._stands(text, hit, one) for one in self.only_if
        )

    def _around(self, text: str, hit: Hit) -> Span:
        if not self.exceptions:
            return Span(hit.start, hit.end)
        return Span(
            token_start(text, max(0, hit.start - self.around)),
            token_end(text, min(len(text), hit.end + self.around)),
        )

    def _masked(self, text: str, hit: Hit) -> bool:
        around = self._around(text, hit)
        elements = normalise(text, around.start, around.end, pinyin=self.pinyin)
        return any(
            found.start < hit.end and hit.start < found.end
            for one in self.exceptions
            for found in one.places(elements)
        )

    def _stands(self, text: str, hit: Hit, one: Condition) -> bool:
        if one.reach is Reach.DRAFT:
            start, end = max(0, hit.start - _DRAFT), min(len(text), hit.end + _DRAFT)
        else:
            sentence = sentence_of(text, hit)
            start, end = sentence.start, sentence.end
        elements = normalise(text, start, end, pinyin=self.pinyin)
        return next(one.places(elements), None) is not None


def packed_conditions(rules: RuleSet) -> tuple[str, ...]:
    """Return the conditions of every rule as a line; "" where it has none.

    Raises:
        RuleSyntaxError: A pattern is wrong; the message names the rule.
    """
    classes = dict(rules.word_classes)
    return tuple(_packed(_of_rule(rule, classes)) for rule in rules.rules)


class AllConditions:
    """The conditions of every rule, unpacked when a hit first asks for them."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._known: dict[int, Conditions | None] = {}

    def of(self, number: int) -> Conditions | None:
        """Return the conditions of the rule at ``number``; None when it has none."""
        if number not in self._known:
            self._known[number] = _unpacked(self._lines[number])
        return self._known[number]


_PART, _ITEM, _KIND = "\x1e", "\x1f", "\x1d"


def _packed(conditions: Conditions | None) -> str:
    if conditions is None:
        return ""
    kinds = (conditions.exceptions, conditions.only_if, conditions.unless)
    head = f"{conditions.around}{_ITEM}{int(conditions.pinyin)}"
    return _KIND.join([head, *(_ITEM.join(map(_line, some)) for some in kinds)])


def _line(one: Condition) -> str:
    flags = f"{int(one.by_sound)}{int(one.reach is Reach.DRAFT)}"
    return flags + _PART.join(one.parts)


def _unpacked(line: str) -> Conditions | None:
    if not line:
        return None
    head, *kinds = line.split(_KIND)
    around, pinyin = head.split(_ITEM)
    exceptions, only_if, unless = (
        tuple(map(_condition_of, some.split(_ITEM))) if some else () for some in kinds
    )
    return Conditions(exceptions, only_if, unless, int(around), pinyin == "1")


def _condition_of(line: str) -> Condition:
    reach = Reach.DRAFT if line[1] == "1" else Reach.SENTENCE
    return Condition(tuple(line[2:].split(_PART)), line[0] == "1", reach)


def _of_rule(rule: Rule, classes: dict[str, tuple[str, ...]]) -> Conditions | None:
    if not (rule.enabled and (rule.exceptions or rule.only_if or rule.unless)):
        return None
    pinyin = rule.language != "en"

    def read(patterns: Iterable[str]) -> tuple[Condition, ...]:
        try:
            wordings = [one for each in patterns for one in expand(each, classes)]
        except RuleSyntaxError as error:
            raise RuleSyntaxError(
                f"规则 {rule.rule_id}：{error}", hint=error.hint
            ) from error
        found = (_condition(one, pinyin=pinyin) for one in wordings)
        return tuple(dict.fromkeys(one for one in found if one.parts))

    exceptions = read(rule.exceptions)
    longest = max((one.length for one in exceptions), default=0)
    return Conditions(
        exceptions, read(rule.only_if), read(rule.unless), 2 * longest + 8, pinyin
    )


def _condition(wording: Wording, *, pinyin: bool) -> Condition:
    parts = [normalise(part, pinyin=pinyin) for part in wording.parts]
    parts = [one for one in parts if len(one)]
    by_sound = sum(map(len, parts)) >= _BY_SOUND
    texts = tuple(one.keys if by_sound else one.literals for one in parts)
    return Condition(texts, by_sound, wording.reach)
