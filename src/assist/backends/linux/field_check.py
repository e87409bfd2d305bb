"""Tells whether an object is a text field that may be read, without reading it."""

from enum import Enum, auto

from dbus_fast.aio import MessageBus

from assist.backends.linux.accessible import (
    ROLE_PASSWORD_TEXT,
    STATE_EDITABLE,
    STATE_FOCUSED,
    TEXT,
    Node,
    NodeId,
)


class Verdict(Enum):
    """What an object is to us."""

    READABLE = auto()
    NOT_FOCUSED = auto()
    PASSWORD = auto()
    NOT_EDITABLE = auto()
    NO_TEXT = auto()


class FieldCheck:
    """Asks for role, states and interfaces; never for text.

    What was a password field once stays one, although a button may show its
    content as plain text for a while.
    """

    def __init__(self, bus: MessageBus) -> None:
        self._bus = bus
        self._passwords: set[NodeId] = set()

    async def of(self, node_id: NodeId) -> Verdict:
        """Examine an object.

        Raises:
            NoReplyError: Its program did not answer in time.
            RefusedError: It has gone.
        """
        role, states, interfaces = await Node(self._bus, node_id).described()
        if role == ROLE_PASSWORD_TEXT:
            self._passwords.add(node_id)
        if STATE_FOCUSED not in states:
            return Verdict.NOT_FOCUSED
        if node_id in self._passwords:
            return Verdict.PASSWORD
        if STATE_EDITABLE not in states:
            return Verdict.NOT_EDITABLE
        return Verdict.READABLE if TEXT in interfaces else Verdict.NO_TEXT

    def forget(self, sender: str) -> None:
        """Drop what is known of a program that left the bus."""
        self._passwords = {n for n in self._passwords if n.sender != sender}
