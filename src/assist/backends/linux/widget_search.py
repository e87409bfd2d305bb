"""Finds the widgets of a Qt program as a screen reader would, by object name."""

import asyncio
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


def shown_widgets(process_id: int) -> tuple[Widget, ...]:
    """Return the widgets of a program that are on the screen, windows first.

    Raises:
        BackendUnavailableError: There is no accessibility bus.
    """
    return asyncio.run(_shown_widgets(process_id))


async def _shown_widgets(process_id: int) -> tuple[Widget, ...]:
    found = await open_accessibility(enable=False)
    bus = await connect(found.address)
    widgets: list[Widget] = []
    try:
        for root in await Node(bus, DESKTOP).children():
            if await _belongs_to(bus, root, process_id):
                await _collect(bus, await Node(bus, root).children(), widgets)
    except (NoReplyError, RefusedError):
        return ()
    finally:
        await disconnect(bus)
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
