"""Finds the widgets of a Qt program as a screen reader would, by object name."""

from dataclasses import dataclass

from dbus_fast.aio import MessageBus

from assist.backends.linux.a11y_bus import (
    Call,
    NoReplyError,
    RefusedError,
    call,
    connect,
    disconnect,
    open_accessibility,
    process_of,
    read_property,
)
from assist.backends.linux.a11y_thread import A11yThread
from assist.backends.linux.accessible import (
    ACCESSIBLE,
    COMPONENT,
    STATE_SHOWING,
    Node,
    NodeId,
)
from assist.backends.linux.clients import DESKTOP
from assist.model.draft import Rect

WINDOW_COORDINATES = 1


@dataclass(frozen=True, slots=True)
class Widget:
    """A widget that is on the screen.

    Attributes:
        path: Object names from the window down, such as ``card.close``.
        name: What a screen reader says.
        area: Relative to the window's upper left corner; where a window is,
            only the X server knows for sure.
    """

    path: str
    name: str
    area: Rect


class WidgetSearch:
    """Asks over a connection of its own, made with the first question."""

    def __init__(self) -> None:
        self._thread: A11yThread | None = None
        self._bus: MessageBus | None = None

    def shown(self, process_id: int) -> tuple[Widget, ...]:
        """Return the widgets of a program that are on the screen, windows first.

        None while the program is not on the bus, or too busy to answer.

        Raises:
            BackendUnavailableError: There is no accessibility bus.
        """
        if self._thread is None:
            self._thread = A11yThread("assist-widgets")
        return self._thread.run(self._shown(process_id))

    def close(self) -> None:
        """End the connection.  May be repeated."""
        if self._thread is None:
            return
        if self._bus is not None:
            self._thread.run(disconnect(self._bus))
        self._thread.stop()
        self._thread = self._bus = None

    async def _shown(self, process_id: int) -> tuple[Widget, ...]:
        if self._bus is None:
            found = await open_accessibility(enable=False)
            self._bus = await connect(found.address)
        widgets: list[Widget] = []
        try:
            for root in await Node(self._bus, DESKTOP).children():
                if await _belongs_to(self._bus, root, process_id):
                    windows = await Node(self._bus, root).children()
                    await _collect(self._bus, windows, widgets)
        except (NoReplyError, RefusedError):
            return ()
        return tuple(widgets)


async def _belongs_to(bus: MessageBus, node_id: NodeId, process_id: int) -> bool:
    try:
        return await process_of(bus, node_id.sender) == process_id
    except RefusedError:
        return False


async def _collect(
    bus: MessageBus, nodes: tuple[NodeId, ...], widgets: list[Widget]
) -> None:
    for node_id in nodes:
        node = Node(bus, node_id)
        if STATE_SHOWING in await node.states():
            widgets.append(await _described(bus, node))
            await _collect(bus, await node.children(), widgets)


async def _described(bus: MessageBus, node: Node) -> Widget:
    owner = (node.node_id.sender, node.node_id.path)
    names = await read_property(bus, owner, ACCESSIBLE, "AccessibleId")
    request = Call(*owner, COMPONENT, "GetExtents", "u", (WINDOW_COORDINATES,))
    area = (await call(bus, request))[0]
    path = str(names).partition(".")[2]  # the first is the application
    return Widget(path, await node.name(), Rect(*area))
