"""The text of a field, put together from the objects that hold it.

In a web page's rich editor the field itself holds one OBJECT_CHARACTER for each
paragraph, and a paragraph one for each link or image; the words are in those.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

from assist.backends.linux.a11y_bus import RefusedError
from assist.backends.linux.accessible import (
    ROLE_BLOCK_QUOTE,
    ROLE_HEADING,
    ROLE_LIST,
    ROLE_LIST_ITEM,
    ROLE_PARAGRAPH,
    ROLE_SECTION,
    ROLE_STATIC,
    Node,
)
from assist.backends.linux.quirks import OBJECT_CHARACTER, Quirks
from assist.backends.linux.units import BMP_END
from assist.model.span import Span

BLOCKS = frozenset(
    (
        ROLE_BLOCK_QUOTE,
        ROLE_HEADING,
        ROLE_LIST,
        ROLE_LIST_ITEM,
        ROLE_PARAGRAPH,
        ROLE_SECTION,
    )
)
MAX_DEPTH = 8
MAX_CHILDREN = 200


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the field's text that stands in one object.

    Attributes:
        node: The object.
        held: All that the object holds.
        at: Where the stretch begins in ``held``.
        start: Where it begins in the field's text.
        length: In code points, as the two before.
    """

    node: Node
    held: str = field(repr=False)
    at: int
    start: int
    length: int

    @property
    def end(self) -> int:
        """Where the stretch ends in the field's text."""
        return self.start + self.length


@dataclass(frozen=True, slots=True)
class FieldText:
    """What a field holds, and in which objects."""

    text: str = field(repr=False)
    pieces: tuple[Piece, ...]

    def piece_of(self, span: Span) -> Piece | None:
        """Return the piece that ``span`` lies in; None when it is in several."""
        for piece in self.pieces:
            if piece.start <= span.start and span.end <= piece.end:
                return piece
        return None


async def read_text(node: Node, quirks: Quirks) -> FieldText:
    """Read a field whose role is known to be no password.

    Raises:
        NoReplyError: The program did not answer in time.
        RefusedError: The field has gone.
    """
    held = await _held(node, quirks)
    if not quirks.embeds or OBJECT_CHARACTER not in held:
        return FieldText(held, (Piece(node, held, 0, 0, len(held)),))
    collector = _Collector(quirks)
    await collector.take(node, held)
    return collector.result()


async def _held(node: Node, quirks: Quirks) -> str:
    """Read one object; an editor in a page keeps spaces as no-break spaces."""
    held = without_stand_ins(await node.text(), quirks.stand_in)
    return held.replace("\u00a0", " ") if quirks.embeds else held


def without_stand_ins(raw: str, stand_in: str) -> str:
    """Take out the characters that only fill up UTF-16 pairs."""
    if not stand_in or stand_in not in raw:
        return raw
    kept = [
        character
        for before, character in zip(" " + raw, raw, strict=False)
        if character != stand_in or ord(before) <= BMP_END
    ]
    return "".join(kept)


class _Collector:
    """Text and pieces in the order of reading; a block begins a new line."""

    def __init__(self, quirks: Quirks) -> None:
        self._quirks = quirks
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self._length = 0
        self._fresh = True
        self._closed = False

    def result(self) -> FieldText:
        return FieldText("".join(self._parts), tuple(self._pieces))

    async def take(self, node: Node, held: str, depth: int = MAX_DEPTH) -> None:
        """Take what ``node`` holds; a lone line break is how nothing is shown."""
        parts = held.split(OBJECT_CHARACTER)
        inside = await _embedded(node) if len(parts) > 1 and depth else ()
        if len(inside) != len(parts) - 1:
            self._words(node, held, 0, held)
            return
        if parts[0] or len(parts) == 1:
            self._words(node, held, 0, "" if held == "\n" else parts[0])
        at = len(parts[0])
        for (child, role), part in zip(inside, parts[1:], strict=True):
            await self._enter(Piece(node, held, at, 0, 1), child, role, depth)
            at += 1
            if part or role not in BLOCKS:  # behind a link there is a place, too
                self._words(node, held, at, part)
            at += len(part)

    async def _enter(self, place: Piece, child: Node, role: int, depth: int) -> None:
        try:
            held = await _held(child, self._quirks)
        except RefusedError:
            held = ""
        if role in BLOCKS:
            self._begin_block()
            await self.take(child, held, depth - 1)
            self._fresh, self._closed = False, True
        elif held:
            await self.take(child, held, depth - 1)
        else:
            self._words(place.node, place.held, place.at, OBJECT_CHARACTER)

    def _begin_block(self) -> None:
        if not self._fresh:
            self._add("\n")
        self._fresh, self._closed = True, False

    def _words(self, node: Node, held: str, at: int, stretch: str) -> None:
        """Take a stretch of ``held``; an empty one is a place for the caret."""
        if stretch and self._closed:
            self._add("\n")
        if stretch:
            self._fresh = self._closed = False
        self._pieces.append(Piece(node, held, at, self._length, len(stretch)))
        self._add(stretch)

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


async def _embedded(node: Node) -> Sequence[tuple[Node, int]]:
    """Return the objects that stand in a text, with their roles, in order."""
    children = [node.other(each) for each in (await node.children())[:MAX_CHILDREN]]
    roles = await asyncio.gather(*(child.role() for child in children))
    pairs = zip(children, roles, strict=True)
    return [(child, role) for child, role in pairs if role != ROLE_STATIC]
