"""One thread with an asyncio loop, in which all D-Bus traffic of an adapter runs."""

import asyncio
import threading
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")

STOP_TIMEOUT_S = 3.0


class A11yThread:
    """Runs coroutines for threads that must not know asyncio."""

    def __init__(self, name: str) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._last: Callable[[], Coroutine[Any, Any, None]] | None = None
        self._thread.start()

    @property
    def loop(self) -> asyncio.AbstractEventLoop:
        """The loop, for handlers that are registered with it."""
        return self._loop

    def inside(self) -> bool:
        """Tell whether the caller runs in this thread."""
        return threading.current_thread() is self._thread

    def run(self, coroutine: Coroutine[Any, Any, T]) -> T:
        """Run ``coroutine`` here and return its result; blocks the caller.

        Whatever the coroutine raises is raised in the caller.
        """
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result()

    def post(self, coroutine: Coroutine[Any, Any, None]) -> None:
        """Run ``coroutine`` here without waiting for it."""
        asyncio.run_coroutine_threadsafe(coroutine, self._loop)

    def stop(self, last: Callable[[], Coroutine[Any, Any, None]] | None = None) -> None:
        """Cancel what runs and end the thread.  May be repeated.

        Args:
            last: What is still to be done in the loop, such as closing a
                connection.
        """
        if self._loop.is_closed() or not self._thread.is_alive():
            return
        self._last = last
        self._loop.call_soon_threadsafe(self._loop.stop)
        if not self.inside():
            self._thread.join(STOP_TIMEOUT_S)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_forever()
        finally:
            running = asyncio.all_tasks(self._loop)
            for task in running:
                task.cancel()
            rest = asyncio.gather(*running, return_exceptions=True)
            self._loop.run_until_complete(rest)
            if self._last is not None:
                self._loop.run_until_complete(self._last())
            self._loop.close()
