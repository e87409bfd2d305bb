"""What a shift is: when it goes on, and when a new one has begun."""

from dataclasses import dataclass

from assist.model.usage import Cause

SHIFT_GAP_MS = 4 * 3600 * 1000
"""So long without anything, and a new shift has begun: longer than any break,
shorter than any night."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftSpan:
    """One shift; times in milliseconds since 1970-01-01 UTC.

    Attributes:
        last_ms: The last thing that is known of it.
        ended_ms: None while it goes on.
        handed_over_ms: When its sums were handed over last; None if never.
    """

    shift_id: int
    began_ms: int
    last_ms: int
    ended_ms: int | None = None
    ended_by: Cause | None = None
    handed_over_ms: int | None = None


def goes_on(last: ShiftSpan, now_ms: int) -> bool:
    """Tell whether the agent's next draft still belongs to ``last``.

    A shift that ended by itself goes on after a break; one that the agent
    ended does not.  A clock that was set back ends nothing.
    """
    if last.ended_by is Cause.HAND:
        return False
    return now_ms - last.last_ms < SHIFT_GAP_MS
