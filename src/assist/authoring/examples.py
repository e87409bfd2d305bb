"""The examples of one rule, tried on that rule alone, while it is being written."""

from dataclasses import dataclass

from assist.authoring.exceptions import Classes, matcher_of
from assist.errors import RuleError
from assist.model.finding import Finding
from assist.model.rule import Rule


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of the examples, in their order; None where nothing is flagged.

    Attributes:
        fault: Why the rule cannot be used as it is written; empty if it can.
    """

    must_hit: tuple[Finding | None, ...] = ()
    must_miss: tuple[Finding | None, ...] = ()
    fault: str = ""

    @property
    def good(self) -> int:
        """How many come out as they should."""
        hit = sum(one is not None for one in self.must_hit)
        return hit + sum(one is None for one in self.must_miss)

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self.must_hit) + len(self.must_miss)


def tried_examples(rule: Rule, classes: Classes) -> Tried:
    """Try the examples of a rule; a pattern that is wrong is no error here."""
    try:
        matcher = matcher_of(rule, classes)
    except RuleError as error:
        return Tried(fault=f"{error}{'。' if error.hint else ''}{error.hint}")
    return Tried(
        tuple(next(iter(matcher.match(text)), None) for text in rule.must_hit),
        tuple(next(iter(matcher.match(text)), None) for text in rule.must_miss),
    )
