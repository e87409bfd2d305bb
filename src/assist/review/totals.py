"""What the usage log adds up to over a stretch of time."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from assist.model.usage import Action

SHIFT_GAP_MS = 4 * 3600 * 1000
"""So long without any event, and a new shift has begun: longer than any break,
shorter than any night."""


class Shift(StrEnum):
    """Which stretch of time is looked at."""

    LAST = "last"  # the events since the last gap of SHIFT_GAP_MS
    TODAY = "today"  # since midnight, local time
    ALL = "all"


@dataclass(frozen=True, slots=True)
class RuleTotals:
    """What became of the findings of one rule."""

    rule_id: str
    category: str
    severity: str
    counts: tuple[tuple[Action, int], ...]

    def of(self, action: Action) -> int:
        """How often ``action`` was logged for this rule."""
        return dict(self.counts).get(action, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageTotals:
    """Sums over one stretch of time; all times in milliseconds.

    Attributes:
        first_ms: Wall clock of the first event; None when there is none.
        last_ms: Wall clock of the last event; None when there is none.
        counts: Events by action; actions that did not occur are left out.
        rules: Those shown most come first.
        apps: Program name and findings shown there, the most first.
        reaction_ms: Median time from a flag to its replacement; None without one.
        latency_ms: 50th and 95th percentile from the change of a draft to its
            flag; None without one.
    """

    first_ms: int | None = None
    last_ms: int | None = None
    counts: tuple[tuple[Action, int], ...] = ()
    rules: tuple[RuleTotals, ...] = ()
    apps: tuple[tuple[str, int], ...] = ()
    reaction_ms: int | None = None
    latency_ms: tuple[float, float] | None = None


def midnight_before(epoch_ms: int) -> int:
    """Return the last local midnight, in milliseconds since 1970-01-01 UTC.

    The time is taken without a zone on purpose: on the day the clocks change,
    midnight has another offset from UTC than noon.
    """
    local = datetime.fromtimestamp(epoch_ms / 1000)  # noqa: DTZ006  see above
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    return round(midnight.timestamp() * 1000)
