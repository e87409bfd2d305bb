"""Rules that deserve a second look: those often waved through, those never seen."""

from collections.abc import Iterable
from dataclasses import dataclass

from assist.model.usage import Action
from assist.review.totals import RuleTotals

# Provisional: fewer showings say nothing about a rule.
LEAST_SHOWN = 5
NOISY_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class NoisyRule:
    """A rule of whose findings most were ignored or marked as false alarms.

    Attributes:
        waved: Findings ignored or marked as false alarms.
    """

    rule_id: str
    shown: int
    waved: int
    marked: int

    @property
    def share(self) -> float:
        """``waved`` over ``shown``, 0 to 1; a finding may be both, hence the cap."""
        return min(self.waved / self.shown, 1.0)


def noisy_rules(rules: Iterable[RuleTotals]) -> tuple[NoisyRule, ...]:
    """Return the rules that were shown often and mostly waved through, worst first."""
    found = []
    for rule in rules:
        shown = rule.of(Action.SHOWN)
        marked = rule.of(Action.MARKED_WRONG)
        waved = rule.of(Action.IGNORED) + marked
        if shown >= LEAST_SHOWN and waved >= NOISY_SHARE * shown:
            found.append(NoisyRule(rule.rule_id, shown, waved, marked))
    return tuple(sorted(found, key=lambda each: (-each.share, -each.shown)))


def never_fired(enabled: Iterable[str], rules: Iterable[RuleTotals]) -> tuple[str, ...]:
    """Return the rules that are on and were not shown once, in their order."""
    fired = {rule.rule_id for rule in rules if rule.of(Action.SHOWN)}
    return tuple(rule_id for rule_id in enabled if rule_id not in fired)
