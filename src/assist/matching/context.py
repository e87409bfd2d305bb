"""Exceptions that mask a hit, and what has to stand, or must not, beside it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assist.errors import RuleSyntaxError
from assist.matching.hit import Hit
from assist.matching.surroundings import place_of
from assist.matching.template import GAP_REACH, Reach, Wording, expand
from assist.model.rule import Rule, RuleSet
from assist.model.span import Span
from assist.text.normalise import Normalised, normalise, token_end, token_start

_AROUND = 64  # how far before and behind its hit an exception is looked for


@dataclass(frozen=True, slots=True)
class _Condition:
    """A context wording; its parts are literals."""

    parts: tuple[str, ...]
    reach: Reach


@dataclass(frozen=True, slots=True)
class Conditions:
    """What one rule asks of the surroundings of its hits."""

    exceptions: tuple[_Condition, ...]
    only_if: tuple[_Condition, ...]
    unless: tuple[_Condition, ...]
    pinyin: bool

    def hold(self, text: str, hit: Hit) -> bool:
        """Tell whether ``hit`` counts where it stands."""
        span = Span(hit.start, hit.end)
        if self.exceptions and self._masked(text, span):
            return False
        if not (self.only_if or self.unless):
            return True
        sentence = place_of(text, hit).sentence
        if any(self._stands(text, sentence, one) for one in self.unless):
            return False
        return not self.only_if or any(
            self._stands(text, sentence, one) for one in self.only_if
        )

    def _masked(self, text: str, span: Span) -> bool:
        start = token_start(text, max(0, span.start - _AROUND))
        end = token_end(text, min(len(text), span.end + _AROUND))
        elements = normalise(text, start, end, pinyin=self.pinyin)
        return any(
            span.overlaps(found)
            for one in self.exceptions
            for found in _places(one.parts, elements)
        )

    def _stands(self, text: str, sentence: Span, one: _Condition) -> bool:
        if one.reach is Reach.DRAFT:
            sentence = Span(0, len(text))
        elements = normalise(text, sentence.start, sentence.end, pinyin=self.pinyin)
        return next(_places(one.parts, elements), None) is not None


def conditions(rules: RuleSet) -> tuple[Conditions | None, ...]:
    """Return the conditions of each rule, None where a rule has none.

    Raises:
        RuleSyntaxError: A pattern is wrong; the message names the rule.
    """
    classes = dict(rules.word_classes)
    result: list[Conditions | None] = []
    for rule in rules.rules:
        if not (rule.enabled and (rule.exceptions or rule.only_if or rule.unless)):
            result.append(None)
            continue
        try:
            result.append(_of_rule(rule, classes))
        except RuleSyntaxError as error:
            raise RuleSyntaxError(
                f"规则 {rule.rule_id}：{error}", hint=error.hint
            ) from error
    return tuple(result)


def _of_rule(rule: Rule, classes: dict[str, tuple[str, ...]]) -> Conditions:
    pinyin = rule.language != "en"

    def read(patterns: Iterable[str]) -> tuple[_Condition, ...]:
        wordings = [one for pattern in patterns for one in expand(pattern, classes)]
        return tuple(dict.fromkeys(_condition(one, pinyin=pinyin) for one in wordings))

    return Conditions(
        read(rule.exceptions), read(rule.only_if), read(rule.unless), pinyin
    )


def _condition(wording: Wording, *, pinyin: bool) -> _Condition:
    parts = [normalise(part, pinyin=pinyin).literals for part in wording.parts]
    return _Condition(tuple(one for one in parts if one), wording.reach)


def _places(parts: tuple[str, ...], elements: Normalised) -> Iterator[Span]:
    """Yield where the parts stand, in order and within reach of each other."""
    literals = elements.literals
    if not parts:
        return
    first = literals.find(parts[0])
    while first >= 0:
        after = first + len(parts[0])
        for part in parts[1:]:
            place = literals.find(part, after, after + GAP_REACH + len(part))
            if place < 0:
                break
            after = place + len(part)
        else:
            yield Span(elements.starts[first], elements.ends[after - 1])
        first = literals.find(parts[0], first + 1)
