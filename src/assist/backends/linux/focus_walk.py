"""Finds the field with the focus in a program that had it before we listened."""

import asyncio
import time
from collections import deque

from dbus_fast.aio import MessageBus

from assist.backends.linux.a11y_bus import RefusedError
from assist.backends.linux.accessible import (
    STATE_ACTIVE,
    STATE_EDITABLE,
    STATE_FOCUSED,
    STATE_SHOWING,
    STATE_VISIBLE,
    Node,
    NodeId,
)

MAX_NODES = 3000
MAX_CHILDREN = 200
MAX_SECONDS = 1.5


async def find_focused(bus: MessageBus, root: NodeId) -> NodeId | None:
    """Search a program breadth first, its active window before the others.

    An object that can be edited goes before one that cannot: Qt says of the tab
    and the panel around an editor that they have the focus too.

    Bounded by MAX_NODES objects, MAX_CHILDREN of each, and MAX_SECONDS; only
    the states of objects are asked for.

    Raises:
        NoReplyError: The program stopped answering.
    """
    deadline = time.monotonic() + MAX_SECONDS
    waiting = deque([root])
    seen, other = 0, None
    while waiting and seen < MAX_NODES and time.monotonic() < deadline:
        children = await _children(bus, waiting.popleft())
        seen += len(children)
        states = await asyncio.gather(*(_states(bus, child) for child in children))
        for child, state in zip(children, states, strict=True):
            if STATE_FOCUSED in state and STATE_EDITABLE in state:
                return child
            if STATE_FOCUSED in state and other is None:
                other = child
            if STATE_ACTIVE in state:
                waiting.appendleft(child)
            elif STATE_SHOWING in state or STATE_VISIBLE in state:
                waiting.append(child)
    return other


async def _children(bus: MessageBus, node_id: NodeId) -> tuple[NodeId, ...]:
    try:
        return (await Node(bus, node_id).children())[:MAX_CHILDREN]
    except RefusedError:
        return ()


async def _states(bus: MessageBus, node_id: NodeId) -> frozenset[int]:
    try:
        return await Node(bus, node_id).states()
    except RefusedError:
        return frozenset()
