"""Which program is behind a name on the accessibility bus."""

import os
import time
from dataclasses import dataclass

from dbus_fast.aio import MessageBus

from assist.backends.linux.a11y_bus import REGISTRY, RefusedError, process_of
from assist.backends.linux.accessible import Node, NodeId
from assist.backends.linux.quirks import Quirks, quirks_of
from assist.backends.linux.x11_windows import X11Windows

DESKTOP = NodeId(REGISTRY, "/org/a11y/atspi/accessible/root")

WAKING_S = 4.0  # Chromium takes 1.2 s; a busy machine more


@dataclass(frozen=True, slots=True)
class Client:
    """One program; ``root`` is its own object on the bus."""

    root: NodeId
    process_id: int
    app: str
    toolkit: str
    quirks: Quirks

    @property
    def is_own(self) -> bool:
        """Whether these are our own windows, which are never read."""
        return self.process_id == os.getpid()


class Clients:
    """Remembers what was found out about each program until it leaves the bus."""

    def __init__(self, bus: MessageBus, windows: X11Windows | None) -> None:
        self._bus = bus
        self._windows = windows
        self._known: dict[str, Client] = {}
        self._woken: dict[str, float] = {}

    async def of(self, node_id: NodeId) -> Client:
        """Return the program that ``node_id`` belongs to.

        Our own program is never asked anything.

        Raises:
            NoReplyError: The program did not answer in time.
            RefusedError: The program or the object has gone.
        """
        known = self._known.get(node_id.sender)
        if known is None:
            known = await self._ask(node_id)
            self._known[node_id.sender] = known
        return known

    async def running_as(self, process_id: int) -> Client | None:
        """Return the program with this process id, if it is on the bus.

        Raises:
            NoReplyError: The program did not answer in time.
            RefusedError: It has gone meanwhile.
        """
        for child in await Node(self._bus, DESKTOP).children():
            try:
                found = await process_of(self._bus, child.sender)
            except RefusedError:
                continue
            if found == process_id:
                return await self.of(child)
        return None

    async def wake(self, client: Client) -> bool:
        """Have a watched program show what its pages hold; True until it does.

        Raises:
            NoReplyError: The program did not answer in time.
            RefusedError: It has gone meanwhile.
        """
        if not client.quirks.sleeps:
            return False
        now = time.monotonic()
        woken = self._woken.get(client.root.sender)
        if woken is None:
            self._woken[client.root.sender] = woken = now
            await Node(self._bus, client.root).wake()
        return now < woken + WAKING_S

    def forget(self, sender: str) -> None:
        """Drop what is known of a program that left the bus."""
        self._known.pop(sender, None)
        self._woken.pop(sender, None)

    async def _ask(self, node_id: NodeId) -> Client:
        process_id = await process_of(self._bus, node_id.sender)
        if process_id == os.getpid():
            return Client(node_id, process_id, "", "", Quirks())
        root = await Node(self._bus, node_id).application()
        app = self._windows.app_of_process(process_id) if self._windows else ""
        node = Node(self._bus, root)
        toolkit = await node.toolkit()
        app = app or (await node.name()).lower()
        return Client(root, process_id, app, toolkit, quirks_of(toolkit))
