"""What the usage log adds up to over a selection of shifts."""

from dataclasses import dataclass

from assist.model.usage import Action
from assist.review.shifts import ShiftSpan

Counts = tuple[tuple[Action, int], ...]
"""Actions and how often each occurred; those that did not are left out."""


def count_of(counts: Counts, action: Action) -> int:
    """How often ``action`` occurred."""
    return dict(counts).get(action, 0)


def fixed_of(counts: Counts) -> int:
    """Findings put right before sending: replaced and kept so, or fixed by hand."""
    kept = count_of(counts, Action.REPLACED) - count_of(counts, Action.UNDONE)
    return max(kept, 0) + count_of(counts, Action.FIXED_BY_HAND)


@dataclass(frozen=True, slots=True)
class RuleTotals:
    """What became of the findings of one rule."""

    rule_id: str
    category: str
    severity: str
    counts: Counts

    def of(self, action: Action) -> int:
        """How often ``action`` was logged for this rule."""
        return count_of(self.counts, action)


@dataclass(frozen=True, slots=True, kw_only=True)
class HourTotals:
    """One hour of the day, 0 to 23 where the agent is.

    Attributes:
        sent: Messages seen to be sent.
        high: Findings shown, by severity.
    """

    hour: int
    sent: int = 0
    high: int = 0
    medium: int = 0
    low: int = 0

    @property
    def shown(self) -> int:
        """Findings shown, of any severity."""
        return self.high + self.medium + self.low


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageTotals:
    """What became of whole messages.

    Attributes:
        sent: Seen to be sent; only these count as messages.
        clean: Of those sent, the ones with which nothing was ever flagged.
        cleared: Emptied by the agent.
        unknown: Emptied, and nobody saw why: sent by mouse, or another chat.
    """

    sent: int = 0
    clean: int = 0
    cleared: int = 0
    unknown: int = 0

    @property
    def clean_share(self) -> float | None:
        """Of the messages sent, 0 to 1; None when none was."""
        return self.clean / self.sent if self.sent else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftTotals:
    """One shift in a few figures, to compare with."""

    span: ShiftSpan
    messages: MessageTotals = MessageTotals()
    counts: Counts = ()


def fixed_share(counts: Counts) -> float | None:
    """Return the share of findings that were put right; None without findings.

    A finding may be shown at the end of one shift and put right in the next,
    hence the cap.
    """
    shown = count_of(counts, Action.SHOWN)
    return min(fixed_of(counts) / shown, 1.0) if shown else None


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageTotals:
    """Sums over whole shifts.

    Attributes:
        shifts: Those that were added up, oldest first.
        counts: Events of findings by action.
        messages: Events of whole messages.
        rules: Those shown most come first.
        hours: Hours of the day in which anything happened, in order.
        apps: Program name and findings shown there, the most first.
        packs: Version of the phrase list and what became of its findings.
        fix_tenths: Median time from a flag to its replacement, or to its
            correction by hand, in tenths of a second; None without one.
        latency_tenths: 50th and 95th percentile from the change of a draft to
            its flag, in tenths of a millisecond; None without one.
        earlier: Up to ten shifts before the first one, oldest first.
        recent: The last one and up to nine before it, oldest first.
    """

    shifts: tuple[ShiftSpan, ...] = ()
    counts: Counts = ()
    messages: MessageTotals = MessageTotals()
    rules: tuple[RuleTotals, ...] = ()
    hours: tuple[HourTotals, ...] = ()
    apps: tuple[tuple[str, int], ...] = ()
    packs: tuple[tuple[str, Counts], ...] = ()
    fix_tenths: int | None = None
    latency_tenths: tuple[int, int] | None = None
    earlier: tuple[ShiftTotals, ...] = ()
    recent: tuple[ShiftTotals, ...] = ()

    @property
    def first_ms(self) -> int | None:
        """When the first shift began; None when there is none."""
        return self.shifts[0].began_ms if self.shifts else None

    @property
    def last_ms(self) -> int | None:
        """The last thing known of the last shift; None when there is none."""
        return self.shifts[-1].last_ms if self.shifts else None
