"""Reads the drafts of other programs through AT-SPI2."""

import asyncio
import threading
from collections.abc import Callable

from assist.backends.linux.a11y_bus import (
    NoReplyError,
    RefusedError,
    connect,
    disconnect,
    set_enabled,
)
from assist.backends.linux.a11y_thread import A11yThread
from assist.backends.linux.atspi_session import AtspiSession
from assist.backends.linux.x11_windows import X11Windows
from assist.errors import BackendError, BackendUnavailableError
from assist.ports import DraftListener, KeyClass

RECONNECT_S = 2.0


class AtspiSource:
    """A DraftSource for GTK and Qt programs (and what else is on the bus).

    Args:
        windows: Tells which window is active; the source does not close it.
        watched: Names of the programs that may be read, as their windows give
            them in lower case; None allows all.
    """

    def __init__(
        self, windows: X11Windows, *, watched: frozenset[str] | None = None
    ) -> None:
        self._windows = windows
        self._watched = watched
        self._thread: A11yThread | None = None
        self._session: AtspiSession | None = None
        self._lock = threading.Lock()
        self._was_enabled: bool | None = None

    def start(self, listener: DraftListener) -> None:
        """Begin to report to ``listener``; returns once the source listens.

        Raises:
            BackendUnavailableError: There is no accessibility bus.
        """
        with self._lock:
            if self._thread is not None:
                raise ValueError("the source is already started")
            thread = A11yThread("assist-a11y")
            try:
                session = thread.run(
                    AtspiSession.open(self._windows, self._watched, listener)
                )
            except BaseException:
                thread.stop()
                raise
            self._thread, self._session = thread, session
            if self._was_enabled is None:
                self._was_enabled = session.was_enabled
            thread.post(self._serve(session, listener))

    @property
    def was_enabled(self) -> bool | None:
        """Whether accessibility was on before the first start; None before it."""
        return self._was_enabled

    def restore_accessibility(self) -> None:
        """Switch accessibility off again if it was off before the first start.

        Raises:
            BackendError: The accessibility service did not answer.
        """
        if self._was_enabled is False:
            asyncio.run(_switch_off())

    def stop(self) -> None:
        """Stop; the listener is not called after this returns.  May be repeated."""
        with self._lock:
            thread, session = self._thread, self._session
            self._thread = self._session = None
        if thread is not None and session is not None:
            session.reader.silence()
            thread.stop(session.close)

    def read_now(self) -> None:
        """Read the focused field again without waiting for an event."""
        self._post(lambda session: session.read_now())

    def key_pressed(self, key: KeyClass) -> None:
        """Take note of a key of this class: it may end a composition."""
        self._post(lambda session: session.reader.key_pressed(key))

    def keys_unheard(self) -> None:
        """Take note that keys are not listened to any more."""
        self._post(lambda session: session.reader.keys_unheard())

    def watch(self, watched: frozenset[str] | None) -> None:
        """Read these programs from now on; None allows all."""
        self._watched = watched
        self._post(lambda session: session.tracker.watch(watched))

    def _post(self, action: Callable[[AtspiSession], None]) -> None:
        with self._lock:
            thread = self._thread
            if thread is not None:
                thread.loop.call_soon_threadsafe(self._act, action)

    def _act(self, action: Callable[[AtspiSession], None]) -> None:
        session = self._session
        if session is not None:
            action(session)

    async def _serve(self, session: AtspiSession, listener: DraftListener) -> None:
        """Report; after a loss of the bus connect again until it works."""
        while True:
            await session.serve()
            session.reader.lost()
            session.reader.silence()
            session = await self._reconnect(listener)
            with self._lock:
                if self._session is None:
                    return
                self._session = session

    async def _reconnect(self, listener: DraftListener) -> AtspiSession:
        while True:
            await asyncio.sleep(RECONNECT_S)
            try:
                return await AtspiSession.open(self._windows, self._watched, listener)
            except BackendUnavailableError:
                continue


async def _switch_off() -> None:
    session = await connect()
    try:
        await set_enabled(session, value=False)
    except (NoReplyError, RefusedError) as error:
        raise BackendError("accessibility could not be switched off") from error
    finally:
        await disconnect(session)
