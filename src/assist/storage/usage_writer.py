"""The thread that writes the usage log, so that no window ever waits for a disk."""

import threading
from collections import Counter, deque
from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from assist.errors import UsageLogError
from assist.model.usage import UsageEntry

HELD_LIMIT = 10_000
"""Records kept in memory while the log cannot be written; about 2 MB."""

LOST = "lost usage records"
"""The kind under which records beyond the limit are counted as swallowed."""

_RETRY_S = 30.0


class WritableLog(Protocol):
    """What is written to; used on the writer's thread only."""

    def add(self, records: Iterable[UsageEntry]) -> None:
        """Store all of ``records`` or raise UsageLogError."""

    def count_swallowed(self, counts: Mapping[str, int]) -> None:
        """Store all of ``counts`` or raise UsageLogError."""

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
        self._waiting: deque[UsageEntry] = deque()
        self._swallowed: Counter[str] = Counter()
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

    def add(self, records: Iterable[UsageEntry]) -> None:
        """Queue ``records``; returns at once and raises nothing."""
        with self._changed:
            self._waiting.extend(records)
            self._drop_excess()
            self._fresh = True
            self._changed.notify_all()

    def swallow(self, kind: str) -> None:
        """Count an error that was put up with; ``kind`` is a class name.

        ``assist doctor`` shows the counts.  Never hand in an error's message:
        it may quote what was being worked on.
        """
        with self._changed:
            self._swallowed[kind] += 1
            self._fresh = True
            self._changed.notify_all()

    def flush(self, *, timeout_s: float = 2.0) -> bool:
        """Wait until all is written; False when it still is not after the wait."""
        with self._changed:
            return self._changed.wait_for(
                lambda: not (self._has_work() or self._busy), timeout_s
            )

    def close(self, *, timeout_s: float = 5.0) -> None:
        """Write what is queued and end the thread.  May be repeated."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._thread.join(timeout_s)

    def _run(self) -> None:
        while True:
            last = self._closing  # what was queued before that is still tried
            self._attempt()
            if last:
                break
            self._wait_for_work()
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
                self._changed.wait_for(lambda: self._has_work() or self._closing)

    def _attempt(self) -> None:
        with self._changed:
            self._busy, self._fresh = True, False
            batch, counts = tuple(self._waiting), dict(self._swallowed)
            self._waiting.clear()
            self._swallowed.clear()
        failure = None
        try:
            self._log = self._log or self._open_log()
            if batch:
                self._log.add(batch)
            batch = ()
            if counts:
                self._log.count_swallowed(counts)
            counts = {}
        except UsageLogError as error:
            failure = error
        self._put_back(batch, counts)
        self._settle(failure)

    def _put_back(
        self, batch: tuple[UsageEntry, ...], counts: Mapping[str, int]
    ) -> None:
        with self._changed:
            self._waiting.extendleft(reversed(batch))
            self._swallowed.update(counts)
            self._drop_excess()

    def _settle(self, failure: UsageLogError | None) -> None:
        """Tell when writing begins to fail, and when it works again."""
        if failure and self._log:
            self._log.close()
            self._log = None
        with self._changed:
            turned = self._failing != bool(failure)
            self._failing = bool(failure)
            self._busy = False
            self._changed.notify_all()
        if turned:
            self._told(failure)

    def _has_work(self) -> bool:
        return bool(self._waiting or self._swallowed)

    def _drop_excess(self) -> None:
        while len(self._waiting) > HELD_LIMIT:
            self._waiting.popleft()
            self._lost += 1
            self._swallowed[LOST] += 1
