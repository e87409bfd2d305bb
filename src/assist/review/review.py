"""Everything that a review shows, as one value for window and reports."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from assist.model.usage import Action
from assist.review.entry import Entry
from assist.review.rules import NoisyRule, never_fired, noisy_rules
from assist.review.summary import Summary


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseNames:
    """How the rules of the phrase list in use are called.

    Attributes:
        phrases: Rule id to its phrase.
        enabled: Ids of the rules that are on, in the order of the list.
    """

    phrases: Mapping[str, str] = field(default_factory=dict)
    enabled: tuple[str, ...] = ()

    def of(self, rule_id: str) -> str:
        """Return a rule's phrase; its id when the list no longer has it."""
        return self.phrases.get(rule_id, rule_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The sums, the single findings, and how the rules are called.

    Attributes:
        entries: The latest findings, the newest first; perhaps not all.
        now_ms: When the review was made, milliseconds since 1970-01-01 UTC.
    """

    summary: Summary
    entries: tuple[Entry, ...]
    names: PhraseNames
    now_ms: int

    @property
    def noisy(self) -> tuple[NoisyRule, ...]:
        """Rules that were mostly waved through, worst first."""
        return noisy_rules(self.summary.totals.rules)

    @property
    def never(self) -> tuple[str, ...]:
        """Rules that are on and were not shown once."""
        return never_fired(self.names.enabled, self.summary.totals.rules)

    @property
    def cut(self) -> bool:
        """Whether more findings were shown than ``entries`` holds."""
        return self.summary.count(Action.SHOWN) > len(self.entries)

    @property
    def severities(self) -> dict[str, int]:
        """Findings shown by severity, heaviest first."""
        hours = self.summary.totals.hours
        return {
            "high": sum(hour.high for hour in hours),
            "medium": sum(hour.medium for hour in hours),
            "low": sum(hour.low for hour in hours),
        }

    def most_shown(self, count: int) -> tuple[tuple[str, int], ...]:
        """Return up to ``count`` phrases with how often they were flagged."""
        shown = [(rule, rule.of(Action.SHOWN)) for rule in self.summary.totals.rules]
        return tuple(
            (self.names.of(rule.rule_id), times)
            for rule, times in shown[:count]
            if times
        )
