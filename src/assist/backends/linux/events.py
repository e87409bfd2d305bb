"""The events asked of the accessibility bus, reduced to who and when."""

import time
from functools import partial
from typing import Protocol

from dbus_fast import Message, MessageType
from dbus_fast.aio import MessageBus

from assist.backends.linux.a11y_bus import add_match, register_event
from assist.backends.linux.accessible import NodeId

EVENTS = (
    "object:text-changed",
    "object:text-caret-moved",
    "object:state-changed:focused",
    "window:activate",
)
OBJECT = "org.a11y.atspi.Event.Object"
WINDOW = "org.a11y.atspi.Event.Window"
DAEMON = "org.freedesktop.DBus"
RULES = (
    f"type='signal',interface='{OBJECT}',member='TextChanged'",
    f"type='signal',interface='{OBJECT}',member='TextCaretMoved'",
    f"type='signal',interface='{OBJECT}',member='StateChanged',arg0='focused'",
    f"type='signal',interface='{WINDOW}',member='Activate'",
    f"type='signal',sender='{DAEMON}',member='NameOwnerChanged',arg2=''",
)


class EventSink(Protocol):
    """What becomes of an event; called in the bus's loop, ``at`` monotonic."""

    def text_changed(self, node_id: NodeId, at: float) -> None:
        """Take note that a text changed."""

    def caret_moved(self, node_id: NodeId, at: float) -> None:
        """Take note that a caret moved."""

    def focus_changed(self, node_id: NodeId, at: float) -> None:
        """Take note that an object gained or lost the focus."""

    def window_activated(self, node_id: NodeId, at: float) -> None:
        """Take note that a window says it is active now."""

    def client_gone(self, sender: str) -> None:
        """Take note that a program left the bus."""


async def subscribe(bus: MessageBus, sink: EventSink) -> None:
    """Send every event to ``sink`` from now on.

    Raises:
        NoReplyError: The bus did not answer.
        RefusedError: The bus refused.
    """
    bus.add_message_handler(partial(_dispatch, sink))
    for rule in RULES:
        await add_match(bus, rule)
    for event in EVENTS:
        await register_event(bus, event)


def _dispatch(sink: EventSink, message: Message) -> None:
    """Pass on sender, path and time of an event.

    The payload of a text event is never touched: Qt puts the clear text of a
    password field into it.
    """
    if message.message_type is not MessageType.SIGNAL:
        return
    if message.interface == DAEMON:
        if message.member == "NameOwnerChanged" and not message.body[2]:
            sink.client_gone(str(message.body[0]))
        return
    if message.path is None:
        return
    node_id, at = NodeId(message.sender, message.path), time.monotonic()
    if message.interface == WINDOW:
        sink.window_activated(node_id, at)
    elif message.member == "TextChanged":
        sink.text_changed(node_id, at)
    elif message.member == "TextCaretMoved":
        sink.caret_moved(node_id, at)
    elif message.member == "StateChanged":
        sink.focus_changed(node_id, at)
