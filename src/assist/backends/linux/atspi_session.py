"""One connection to the accessibility bus, with the parts that listen on it."""

import asyncio
import time
from typing import Self

from dbus_fast.aio import MessageBus

from assist.backends.linux.a11y_bus import (
    INSTALL_HINT,
    NoReplyError,
    RefusedError,
    connect,
    disconnect,
    disconnected,
    open_accessibility,
)
from assist.backends.linux.accessible import NodeId
from assist.backends.linux.active_window_watch import ActiveWindowWatch
from assist.backends.linux.candidate_windows import CandidateWindows
from assist.backends.linux.draft_reader import DraftReader
from assist.backends.linux.events import subscribe
from assist.backends.linux.focus_tracker import FocusTracker
from assist.backends.linux.x11_windows import X11Windows
from assist.errors import BackendUnavailableError
from assist.ports import DraftListener


class AtspiSession:
    """Wires events to the focus tracker and the reader; lives in one loop.

    Attributes:
        tracker: Decides which field is read.
        reader: Reads it; the only part that calls the listener.
        was_enabled: Whether accessibility was switched on before.
    """

    def __init__(
        self,
        bus: MessageBus,
        windows: X11Windows,
        watched: frozenset[str] | None,
        listener: DraftListener,
    ) -> None:
        self._bus = bus
        self._closed = False
        self.was_enabled = True
        self._candidates = CandidateWindows()
        self.reader = DraftReader(bus, windows, listener, self._candidates)
        self.tracker = FocusTracker(bus, windows, watched, self.reader.aim)
        self._window_watch = ActiveWindowWatch(self.tracker.window_changed)

    @classmethod
    async def open(
        cls,
        windows: X11Windows,
        watched: frozenset[str] | None,
        listener: DraftListener,
    ) -> Self:
        """Connect and subscribe.

        Raises:
            BackendUnavailableError: There is no accessibility bus, or no X server.
        """
        found = await open_accessibility()
        bus = await connect(found.address)
        session = cls(bus, windows, watched, listener)
        session.was_enabled = found.was_enabled
        try:
            await subscribe(bus, session)
        except (NoReplyError, RefusedError) as error:
            await session.close()
            raise BackendUnavailableError(
                "the accessibility registry does not answer", hint=INSTALL_HINT
            ) from error
        return session

    async def serve(self) -> None:
        """Report until the bus is lost or the task is cancelled."""
        loop = asyncio.get_running_loop()
        self._window_watch.start(loop)
        self.tracker.look_again()
        tasks = [
            asyncio.ensure_future(self.tracker.run()),
            asyncio.ensure_future(self.reader.run()),
            asyncio.ensure_future(disconnected(self._bus)),
        ]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done - {tasks[-1]}:
                task.result()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await self.close()

    async def close(self) -> None:
        """End the connections.  May be repeated."""
        if not self._closed:
            self._closed = True
            self._window_watch.stop(asyncio.get_running_loop())
            self._candidates.close()
            await disconnect(self._bus)

    def read_now(self) -> None:
        """Read the current field, or look for one when there is none."""
        if self.tracker.current is None:
            self.tracker.look_again()
        else:
            self.reader.changed(time.monotonic())

    def text_changed(self, node_id: NodeId, at: float) -> None:
        """Have the current field read; examine another one."""
        current = self.tracker.current
        if current is not None and current.node_id == node_id:
            self.reader.changed(at)
            return
        if current is not None and current.embeds(node_id):
            self.reader.changed(at)
        self.tracker.text_changed_elsewhere(node_id)

    def caret_moved(self, node_id: NodeId, at: float) -> None:
        """Read again where text may change without an event of its own."""
        current = self.tracker.current
        if (
            current is not None
            and (current.node_id == node_id or current.embeds(node_id))
            and current.client.quirks.preedit_in_text
        ):
            self.reader.changed(at)

    def focus_changed(self, node_id: NodeId, at: float) -> None:
        """Examine the object that gained or lost the focus."""
        del at
        self.tracker.focus_changed(node_id)

    def window_activated(self, node_id: NodeId, at: float) -> None:
        """Examine the active window."""
        del node_id, at
        self.tracker.window_changed()

    def client_gone(self, sender: str) -> None:
        """Leave the field of a program that ended."""
        self.tracker.client_gone(sender)
