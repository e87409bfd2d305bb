"""When a shift begins and ends, from what the agent does; pure."""

from dataclasses import dataclass, replace

from assist.model.usage import Cause, ShiftMark

IDLE_END_MS = 60 * 60_000
"""So long without a draft ends a shift; one that follows within a break takes it up
again (``review.shifts``).  Provisional: longer than a lunch break at the desk."""

LOCK_END_MS = 20 * 60_000
"""So long with the screen locked ends it: longer than a walk to the kettle."""

_AGAIN_MS = 5 * 60_000  # after so long the log is asked again whose shift it is


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftClock:
    """Where a shift stands; replaced, never changed.

    All times are of the wall clock, which goes on while a laptop sleeps.

    Attributes:
        running: A shift was begun and not ended.
        last_ms: The last draft; 0 before the first.
        locked_ms: Since when the screen is locked; None while it is not.
    """

    running: bool = False
    last_ms: int = 0
    locked_ms: int | None = None

    def draft(self, now_ms: int) -> "tuple[ShiftClock, ShiftMark | None]":
        """Take note of a draft, which begins a shift or takes one up again."""
        after = replace(self, running=True, last_ms=now_ms, locked_ms=None)
        if self.running and abs(now_ms - self.last_ms) < _AGAIN_MS:
            return after, None
        mark = ShiftMark(at_ms=now_ms, begins=True, cause=Cause.DRAFT)
        return after, mark

    def locked(self, now_ms: int) -> "ShiftClock":
        """Take note that the screen was locked."""
        return self if self.locked_ms is not None else replace(self, locked_ms=now_ms)

    def unlocked(self) -> "ShiftClock":
        """Take note that the screen was unlocked."""
        return replace(self, locked_ms=None)

    def tick(self, now_ms: int) -> "tuple[ShiftClock, ShiftMark | None]":
        """End the shift if nothing happened for long; called every so often."""
        if not self.running:
            return self, None
        if self.locked_ms is not None and now_ms - self.locked_ms >= LOCK_END_MS:
            return self._ended(Cause.LOCK)
        if now_ms - self.last_ms >= IDLE_END_MS:
            return self._ended(Cause.IDLE)
        return self, None

    def ended_by_hand(self, now_ms: int) -> "tuple[ShiftClock, ShiftMark]":
        """End the shift because the agent says so."""
        mark = ShiftMark(at_ms=now_ms, begins=False, cause=Cause.HAND)
        return replace(self, running=False), mark

    def begun_by_hand(self, now_ms: int) -> "tuple[ShiftClock, ShiftMark]":
        """Begin a shift because the agent says so."""
        mark = ShiftMark(at_ms=now_ms, begins=True, cause=Cause.HAND)
        return replace(self, running=True, last_ms=now_ms), mark

    def _ended(self, cause: Cause) -> "tuple[ShiftClock, ShiftMark]":
        """End it with the last draft, not with the moment that it was noticed."""
        mark = ShiftMark(at_ms=self.last_ms, begins=False, cause=cause)
        return replace(self, running=False), mark
