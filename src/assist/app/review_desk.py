"""Begins and ends shifts, and offers the review after one; on the Qt thread."""

import sys
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from assist.model.draft import Rect
from assist.model.screen import Screen
from assist.model.usage import ShiftMark
from assist.overlay.placement import Surroundings
from assist.overlay.review_note import ReviewNote
from assist.pipeline.view import Checked
from assist.ports import Clock
from assist.review.shift_clock import ShiftClock

_TICK_MS = 60_000


class TakesMarks(Protocol):
    """Where a shift's begin and end are written; returns at once."""

    def add(self, records: tuple[ShiftMark, ...]) -> None:
        """Queue them."""


class ShiftDesk(QObject):
    """Watches for drafts, idle time and a locked screen.

    Args:
        log: Takes begin and end.
        note: Offers the review.
        beside: Tells where the strip is, so that the note stands beside it.
        screens: The monitors as they are now.
        clock: Wall time.

    Signals:
        running_changed: ``(bool)``, a shift was begun or has ended.
    """

    running_changed = Signal(bool)

    def __init__(
        self,
        log: TakesMarks,
        note: ReviewNote,
        beside: Callable[[], Rect | None],
        screens: Callable[[], tuple[Screen, ...]],
        clock: Clock,
    ) -> None:
        super().__init__()
        self._log, self._note, self._now = log, note, clock.epoch_ms
        self._beside, self._screens = beside, screens
        self._clock = ShiftClock()
        self._waiting = False
        self._minute = QTimer(self, interval=_TICK_MS)
        self._minute.timeout.connect(self.tick)
        self._minute.start()
        note.review_requested.connect(open_review)

    def draft_seen(self, checked: Checked) -> None:
        """Take note of a draft: the shift begins or goes on."""
        if not checked.draft.text:
            return
        self._clock, mark = self._clock.draft(self._now())
        self._waiting = False
        if self._note.isVisible():
            self._note.hide()
        self._write(mark)

    def lock_changed(self, locked: bool) -> None:
        """Follow the screen's lock; what was to be offered waits for its end."""
        if locked:
            self._clock = self._clock.locked(self._now())
            return
        self._clock = self._clock.unlocked()
        if self._waiting:
            self._invite()

    def tick(self) -> None:
        """End the shift if it is over."""
        self._clock, mark = self._clock.tick(self._now())
        if mark is not None:
            self._write(mark)
            self._invite()

    def toggle(self) -> None:
        """End the shift now, and offer the review; or begin one now."""
        now_ms = self._now()
        if self._clock.running:
            self._clock, mark = self._clock.ended_by_hand(now_ms)
            self._write(mark)
            self._invite()
        else:
            self._clock, mark = self._clock.begun_by_hand(now_ms)
            self._write(mark)
            self._note.hide()

    def _write(self, mark: ShiftMark | None) -> None:
        if mark is not None:
            self._log.add((mark,))
            self.running_changed.emit(self._clock.running)

    def _invite(self) -> None:
        """Offer the review, once there is somebody to see it."""
        self._waiting = self._clock.locked_ms is not None
        if self._waiting:
            return
        beside = self._beside()
        if beside is not None:
            around = Surroundings(field=beside, screens=self._screens())
            self._note.forget_place()
            self._note.place_near(around, even_over_field=True)
        self._note.invite()


def open_review() -> bool:
    """Show the last shift's review, in a process of its own; False if it cannot be."""
    frozen = getattr(sys, "frozen", False)
    start = [] if frozen else ["-m", "assist.cli.main"]
    arguments = [*start, "review", "--window"]
    started, _process = QProcess.startDetached(sys.executable, arguments)
    return started
