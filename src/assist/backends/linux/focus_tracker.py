"""Decides which text field of which program the agent is typing in."""

import asyncio
import os
from collections.abc import Callable
from dataclasses import dataclass

from dbus_fast.aio import MessageBus

from assist.backends.linux.a11y_bus import NoReplyError
from assist.backends.linux.accessible import Node, NodeId
from assist.backends.linux.agenda import Agenda, Step
from assist.backends.linux.clients import Client, Clients
from assist.backends.linux.field_check import FieldCheck, Verdict
from assist.backends.linux.focus_walk import find_focused
from assist.backends.linux.x11_windows import X11Windows
from assist.errors import BackendError
from assist.ports import Mode, Status, WindowInfo

FOCUS_EVENT_WAIT_S = 0.12
# People hold the key of a hotkey for about 0.1 s, and Qt programs have no focus
# meanwhile; a focus that goes anywhere else is told by that object.
FOCUS_LOST_WAIT_S = 0.4
BUS_WAIT_S = 0.5
NO_WINDOW_WAIT_S = 0.05
WAKING_WAIT_S = 0.4

IDLE = Status(Mode.IDLE)


@dataclass(frozen=True, slots=True)
class FocusedField:
    """The field with the focus; ``window_id`` is 0 when unknown."""

    node_id: NodeId
    client: Client
    window_id: int

    def embeds(self, node_id: NodeId) -> bool:
        """Tell whether ``node_id`` may be a paragraph of this field."""
        return (
            self.client.quirks.embeds
            and node_id.sender == self.node_id.sender
            and node_id != self.node_id
        )


class FocusTracker:
    """Works off focus events one after the other, in the loop of the bus.

    ``changed`` is called with the new field, or with None and the reason why
    nothing can be read.  Programs that are not watched are asked for their
    name and nothing else.
    """

    def __init__(
        self,
        bus: MessageBus,
        windows: X11Windows | None,
        watched: frozenset[str] | None,
        changed: Callable[[FocusedField | None, Status], None],
    ) -> None:
        self._bus = bus
        self._windows = windows
        self._watched = watched
        self._changed = changed
        self._clients = Clients(bus, windows)
        self._check = FieldCheck(bus)
        self._agenda = Agenda()
        self._last_focus: dict[str, NodeId] = {}
        self._unfocused: set[NodeId] = set()
        self.current: FocusedField | None = None

    async def run(self) -> None:
        """Work off what was noticed until cancelled.

        A program or window that goes away while it is examined ends that step;
        one that does not answer is looked at again later.
        """
        while True:
            step = await self._agenda.next()
            try:
                if step.node_id is None:
                    await self._window_changed(patience_s=step.patience_s)
                else:
                    await self._consider(step.node_id, patience_s=step.patience_s)
            except NoReplyError:
                if self.current is None:
                    self._agenda.look_again()
            except BackendError:
                continue

    def watch(self, watched: frozenset[str] | None) -> None:
        """Use another allow-list from now on."""
        self._watched = watched
        self.look_again()

    def look_again(self) -> None:
        """Examine the active window as if it had just become active."""
        self._agenda.add(Step(None))

    def window_changed(self) -> None:
        """Take note that the window manager has another active window."""
        self._agenda.add(Step(None, FOCUS_EVENT_WAIT_S))

    def focus_changed(self, node_id: NodeId) -> None:
        """Take note of a focus event."""
        self._last_focus[node_id.sender] = node_id
        self._unfocused = {n for n in self._unfocused if n.sender != node_id.sender}
        self._agenda.add(Step(node_id, FOCUS_LOST_WAIT_S))

    def text_changed_elsewhere(self, node_id: NodeId) -> None:
        """Take note that a text changed that is not the current field's.

        A program that was just started may have sent its focus event before
        anyone listened.
        """
        if node_id not in self._unfocused:
            self._unfocused.add(node_id)
            self._agenda.add(Step(node_id))

    def client_gone(self, sender: str) -> None:
        """Take note that a program left the bus."""
        self._clients.forget(sender)
        self._last_focus.pop(sender, None)
        self._unfocused = {n for n in self._unfocused if n.sender != sender}
        self._check.forget(sender)
        if self.current is not None and self.current.node_id.sender == sender:
            self._settle_on(None, IDLE)

    def field_gone(self, node_id: NodeId) -> None:
        """Take note that the current field does not exist any more."""
        if self._is_current_field(node_id):
            self._settle_on(None, IDLE)

    async def _consider(self, node_id: NodeId, *, patience_s: float = 0.0) -> None:
        """Make ``node_id`` the current field if it has the focus and may be read.

        A field that lost the focus is left after ``patience_s`` seconds: a
        grabbed hotkey takes the focus away from Qt programs for a moment.
        """
        client = await self._clients.of(node_id)
        if client.is_own or not self._is_watched(client.app):
            return
        verdict = await self._check.of(node_id)
        if verdict is Verdict.NOT_FOCUSED:
            self._not_focused(node_id, patience_s)
            return
        active = await self._active_window()
        if active is not None and active.process_id not in (0, client.process_id):
            return
        if verdict is Verdict.READABLE:
            window_id = active.window_id if active else 0
            found = FocusedField(node_id, client, window_id)
            self._settle_on(found, Status(Mode.READING, client.app))
        elif verdict is Verdict.PASSWORD:
            self._settle_on(None, Status(Mode.CANNOT_READ, client.app, "password"))
        elif verdict is Verdict.NO_TEXT:
            self._settle_on(None, Status(Mode.CANNOT_READ, client.app, "no_text"))
        elif not await self._keeps_focus(client):
            self._settle_on(None, IDLE)

    def _not_focused(self, node_id: NodeId, patience_s: float) -> None:
        self._unfocused.add(node_id)
        if self._is_current_field(node_id) and patience_s:
            self._agenda.add_later(patience_s, Step(node_id))
        else:
            self.field_gone(node_id)

    async def _window_changed(self, *, patience_s: float) -> None:
        """Leave a field whose window is not active; look for one in the new window."""
        active = await self._active_window()
        if active is None or active.process_id == os.getpid():
            self._settle_on(None, IDLE)
            return
        if not self._is_watched(active.app):
            reason = Status(Mode.CANNOT_READ, active.app, "not_watched")
            self._settle_on(None, reason)
            return
        current = self.current
        if current is not None and current.client.process_id != active.process_id:
            self._settle_on(None, IDLE)
        try:
            client = await self._clients.running_as(active.process_id)
        except NoReplyError:
            reason = Status(Mode.CANNOT_READ, active.app, "not_answering")
            self._settle_on(None, reason)
            raise
        if client is not None:
            await self._find_field(client, active, patience_s)
        elif patience_s:
            # A program that has just started may still be on its way to the bus.
            self._agenda.add_later(BUS_WAIT_S, Step(None))
        else:
            self._settle_on(None, Status(Mode.CANNOT_READ, active.app, "no_text"))

    async def _find_field(
        self, client: Client, active: WindowInfo, patience_s: float
    ) -> None:
        last = self._last_focus.get(client.root.sender)
        if last is not None:
            await self._consider(last, patience_s=FOCUS_LOST_WAIT_S)
        if self._is_current(active):
            return
        waking = await self._clients.wake(client)
        if patience_s:
            self._agenda.add_later(patience_s, Step(None))
            return
        found = await find_focused(self._bus, client.root)
        if found is not None:
            await self._consider(found)
        elif not self._is_current(active):
            self._settle_on(None, IDLE)
        if waking and not self._is_current(active):
            self._agenda.add_later(WAKING_WAIT_S, Step(None))

    async def _keeps_focus(self, client: Client) -> bool:
        """Tell whether the current field of ``client`` has the focus all the same.

        Qt says of the tab and the panel around an editor that they have it too.
        """
        current = self.current
        if current is None or current.client != client:
            return False
        return await Node(self._bus, current.node_id).is_focused()

    async def _active_window(self) -> WindowInfo | None:
        """Return the active window, not the gap between two of them."""
        if self._windows is None:
            return None
        active = self._windows.active_window()
        if active is None:
            await asyncio.sleep(NO_WINDOW_WAIT_S)
            active = self._windows.active_window()
        return active

    def _is_current_field(self, node_id: NodeId) -> bool:
        return self.current is not None and self.current.node_id == node_id

    def _is_current(self, active: WindowInfo) -> bool:
        return self.current is not None and self.current.window_id == active.window_id

    def _is_watched(self, app: str) -> bool:
        return self._watched is None or app in self._watched

    def _settle_on(self, found: FocusedField | None, status: Status) -> None:
        self.current = found
        self._changed(found, status)
