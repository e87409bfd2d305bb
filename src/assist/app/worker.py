"""The check thread: one thread that runs what it is handed, in order."""

import threading
from collections import deque
from collections.abc import Callable

Job = Callable[[], None]


class Worker:
    """Runs jobs one after the other on a thread of its own.

    A job posted under a key takes the place of one with the same key that has
    not begun, so that a slow moment costs readings nobody needs any more,
    never the order of things.

    Args:
        name: Of the thread, as debuggers show it.
        swallowed: Called with the class name of an error that a job did not
            expect; the thread goes on with the next job.
    """

    def __init__(self, name: str, swallowed: Callable[[str], None]) -> None:
        self._swallowed = swallowed
        self._jobs: deque[tuple[str, Job]] = deque()
        self._changed = threading.Condition()
        self._closing = False
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def post(self, job: Job, *, key: str = "") -> None:
        """Queue ``job``; with a ``key``, drop its waiting predecessor.

        The predecessor is dropped only from the end of the queue: a job of
        another kind in between (a click) must see the reading before it.
        """
        with self._changed:
            if key and self._jobs and self._jobs[-1][0] == key:
                self._jobs.pop()
            self._jobs.append((key, job))
            self._changed.notify()

    def close(self) -> None:
        """Run what is queued, then end the thread.  May be repeated."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        self._thread.join()

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._jobs or self._closing)
                if not self._jobs:
                    return
                _, job = self._jobs.popleft()
            try:
                job()
            except Exception as error:  # noqa: BLE001  the outermost loop
                self._swallowed(type(error).__name__)
            del job  # it may hold a draft, which is not kept while this waits
