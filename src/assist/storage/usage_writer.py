"""The thread that writes the usage log, so that no window ever waits for a disk."""

import threading
from collections import deque
from collections.abc import Callable, Iterable
from typing import Protocol

from assist.errors import UsageLogError
from assist.model.usage import UsageRecord

HELD_LIMIT = 10_000
"""Records kept in memory while the log cannot be written; about 2 MB."""

_RETRY_S = 30.0


class WritableLog(Protocol):
    """What is written to; used on the writer's thread only."""

    def add(self, records: Iterable[UsageRecord]) -> None:
        """Store all of ``records`` or raise UsageLogError."""

    def close(self) -> None:
        """Close the file."""


class LogWriter:
    """A usage log whose :meth:`add` only queues; may be called from any thread.

    What cannot be written is kept and tried again, with the next record and
    every 30 s.  Only what exceeds ``HELD_LIMIT``, and what is still unwritten
    when the program ends, is lost, and counted in :attr:`lost`.

    Args:
        open_log: Opens the log; runs on the writer's thread, at once and
            after each failure.
        told: Called on the writer's thread with the error when writing begins
            to fail, and with None once it works again.
    """

    def __init__(
        self,
        open_log: Callable[[], WritableLog],
        *,
        told: Callable[[UsageLogError | None], None],
    ) -> None:
        self._open_log = open_log
        self._told = told
        self._log: WritableLog | None = None
        self._waiting: deque[UsageRecord] = deque()
        self._changed = threading.Condition()
        self._busy = True  # the first attempt opens the log
        self._fresh = False
        self._failing = False
        self._closing = False
        self._lost = 0
        self._thread = threading.Thread(target=self._run, name="usage-log", daemon=True)
        self._thread.start()

    @property
    def lost(self) -> int:
        """Records that were never written."""
        with self._changed:
            return self._lost

    def add(self, records: Iterable[UsageRecord]) -> None:
        """Queue ``records``; returns at once and raises nothing."""
        with self._changed:
            self._waiting.extend(records)
            self._drop_excess()
            self._fresh = True
            self._changed.notify_all()

    def flush(self, *, timeout_s: float = 2.0) -> bool:
        """Wait until all is written; False when it still is not after the wait."""
        with self._changed:
            return self._changed.wait_for(
                lambda: not (self._waiting or self._busy), timeout_s
            )

    def close(self, *, timeout_s: float = 5.0) -> None:
        """Write what is queued and end the thread.  May be repeated."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._thread.join(timeout_s)

    def _run(self) -> None:
        self._attempt()
        while not self._closing:
            self._wait_for_work()
            self._attempt()
        with self._changed:
            self._lost += len(self._waiting)
            self._waiting.clear()
        if self._log:
            self._log.close()

    def _wait_for_work(self) -> None:
        with self._changed:
            if self._failing:
                self._changed.wait_for(lambda: self._fresh or self._closing, _RETRY_S)
            else:
                self._changed.wait_for(lambda: self._waiting or self._closing)

    def _attempt(self) -> None:
        with self._changed:
            self._busy, self._fresh = True, False
            batch = tuple(self._waiting)
            self._waiting.clear()
        try:
            self._log = self._log or self._open_log()
            if batch:
                self._log.add(batch)
        except UsageLogError as error:
            self._settle(batch, error)
        else:
            self._settle((), None)

    def _settle(
        self, unwritten: tuple[UsageRecord, ...], error: UsageLogError | None
    ) -> None:
        """Put back what was not written, and tell when writing fails or works."""
        if error and self._log:
            self._log.close()
            self._log = None
        with self._changed:
            self._waiting.extendleft(reversed(unwritten))
            self._drop_excess()
            turned = self._failing != bool(error)
            self._failing = bool(error)
            self._busy = False
            self._changed.notify_all()
        if turned:
            self._told(error)

    def _drop_excess(self) -> None:
        while len(self._waiting) > HELD_LIMIT:
            self._waiting.popleft()
            self._lost += 1
