"""Objects on the accessibility bus, with the calls this program makes."""

import asyncio
from dataclasses import dataclass
from typing import Any

from dbus_fast.aio import MessageBus

from assist.backends.linux.a11y_bus import Call, call, read_property
from assist.model.draft import Rect

ACCESSIBLE = "org.a11y.atspi.Accessible"
APPLICATION = "org.a11y.atspi.Application"
COMPONENT = "org.a11y.atspi.Component"
EDITABLE_TEXT = "org.a11y.atspi.EditableText"
TEXT = "org.a11y.atspi.Text"

ROLE_LIST = 31
ROLE_LIST_ITEM = 32
ROLE_PASSWORD_TEXT = 40
ROLE_PARAGRAPH = 73
ROLE_HEADING = 83
ROLE_SECTION = 85
ROLE_BLOCK_QUOTE = 105
ROLE_STATIC = 116

STATE_ACTIVE = 1
STATE_EDITABLE = 7
STATE_FOCUSED = 12
STATE_SHOWING = 25
STATE_VISIBLE = 30

SCREEN_COORDINATES = 0


@dataclass(frozen=True, slots=True)
class NodeId:
    """Bus name and object path; unique while the program runs."""

    sender: str
    path: str

    def __str__(self) -> str:
        return f"{self.sender}{self.path}"

    @classmethod
    def parse(cls, written: str) -> "NodeId":
        """Read back what ``str`` gave.

        Raises:
            ValueError: It is not such a name.
        """
        sender, slash, rest = written.partition("/")
        if not (sender and slash):
            raise ValueError("not the name of an accessible object")
        return cls(sender, slash + rest)


class Node:
    """One accessible object.

    Every method raises NoReplyError when its program does not answer in time
    and RefusedError when the object has gone or cannot do it.
    """

    def __init__(self, bus: MessageBus, node_id: NodeId) -> None:
        self._bus = bus
        self.node_id = node_id

    def other(self, node_id: NodeId) -> "Node":
        """Return another object of the same bus."""
        return Node(self._bus, node_id)

    async def wake(self) -> None:
        """Ask for the attributes; Chromium then begins to show its pages."""
        await self._ask(ACCESSIBLE, "GetAttributes")

    async def role(self) -> int:
        """Return the role number; 40 is a password field."""
        return int((await self._ask(ACCESSIBLE, "GetRole"))[0])

    async def states(self) -> frozenset[int]:
        """Return the numbers of the states that are set."""
        low, high = (await self._ask(ACCESSIBLE, "GetState"))[0]
        bits = low | high << 32
        return frozenset(i for i in range(bits.bit_length()) if bits >> i & 1)

    async def interfaces(self) -> frozenset[str]:
        """Return the names of the interfaces the object has."""
        return frozenset((await self._ask(ACCESSIBLE, "GetInterfaces"))[0])

    async def children(self) -> tuple[NodeId, ...]:
        """Return the objects inside, in order."""
        found = (await self._ask(ACCESSIBLE, "GetChildren"))[0]
        return tuple(NodeId(sender, path) for sender, path in found)

    async def application(self) -> NodeId:
        """Return the object that stands for the whole program."""
        sender, path = (await self._ask(ACCESSIBLE, "GetApplication"))[0]
        return NodeId(sender, path)

    async def name(self) -> str:
        """Return the object's name; ask it of programs only, not of fields."""
        return str(await self._property(ACCESSIBLE, "Name"))

    async def toolkit(self) -> str:
        """Return the toolkit's name; asked of a program's own object."""
        return str(await self._property(APPLICATION, "ToolkitName"))

    async def text(self) -> str:
        """Return the whole text."""
        return str((await self._ask(TEXT, "GetText", "ii", 0, -1))[0])

    async def character_count(self) -> int:
        """Return the length of the text in the field's own unit."""
        return int(await self._property(TEXT, "CharacterCount"))

    async def caret(self) -> int:
        """Return the caret's offset in the field's own unit; -1 when unknown."""
        return int(await self._property(TEXT, "CaretOffset"))

    async def set_caret(self, offset: int) -> bool:
        """Put the caret at ``offset`` in the field's own unit."""
        return bool((await self._ask(TEXT, "SetCaretOffset", "i", offset))[0])

    async def select(self, start: int, end: int) -> bool:
        """Select one stretch, in the field's own unit."""
        if (await self._ask(TEXT, "GetNSelections"))[0]:
            body = await self._ask(TEXT, "SetSelection", "iii", 0, start, end)
        else:
            body = await self._ask(TEXT, "AddSelection", "ii", start, end)
        return bool(body[0])

    async def delete_text(self, start: int, end: int) -> bool:
        """Delete a stretch, in the field's own unit."""
        body = await self._ask(EDITABLE_TEXT, "DeleteText", "ii", start, end)
        return bool(body[0])

    async def insert_text(self, at: int, text: str, length: int) -> bool:
        """Insert ``text`` at an offset; ``length`` in the unit of the toolkit."""
        body = await self._ask(EDITABLE_TEXT, "InsertText", "isi", at, text, length)
        return bool(body[0])

    async def screen_area(self) -> Rect:
        """Return where the object says it is on the screen."""
        body = await self._ask(COMPONENT, "GetExtents", "u", SCREEN_COORDINATES)
        return Rect(*body[0])

    async def character_area(self, offset: int) -> Rect:
        """Return where a character is on the screen, by its offset in the unit."""
        body = (TEXT, "GetCharacterExtents", "iu", offset, SCREEN_COORDINATES)
        return Rect(*await self._ask(*body))

    async def is_focused(self) -> bool:
        """Tell whether the object has the keyboard focus."""
        return STATE_FOCUSED in await self.states()

    async def described(self) -> tuple[int, frozenset[int], frozenset[str]]:
        """Return role, states and interfaces: all that tells what it is."""
        return await asyncio.gather(self.role(), self.states(), self.interfaces())

    async def _ask(
        self, interface: str, member: str, signature: str = "", *body: object
    ) -> list[Any]:
        owner = self.node_id
        request = Call(owner.sender, owner.path, interface, member, signature, body)
        return await call(self._bus, request)

    async def _property(self, interface: str, name: str) -> Any:
        owner = (self.node_id.sender, self.node_id.path)
        return await read_property(self._bus, owner, interface, name)
