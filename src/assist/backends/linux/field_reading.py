"""Reads one text field: its text, its caret, where it is."""

import asyncio
from dataclasses import dataclass, field

from assist.backends.linux.a11y_bus import RefusedError
from assist.backends.linux.accessible import Node
from assist.backends.linux.field_text import FieldText, read_text
from assist.backends.linux.quirks import Quirks
from assist.backends.linux.units import from_unit, unit_of_count, utf16_length
from assist.model.draft import Rect

EDGE_PX = 4


@dataclass(frozen=True, slots=True)
class Reading:
    """What a field held at one moment; ``caret`` in code points."""

    text: str = field(repr=False)
    caret: int | None
    area: Rect | None


async def read_field(node: Node, quirks: Quirks) -> Reading:
    """Read a field whose role is known to be no password.

    The calls are sent together and answered in order, so that the caret
    belongs to the text.

    Raises:
        NoReplyError: The program did not answer in time.
        RefusedError: The field has gone.
    """
    held, caret, area = await asyncio.gather(
        read_text(node, quirks), _caret(node), _area(node)
    )
    if held.pieces[0].node is not node or len(held.pieces) > 1:
        return Reading(held.text, await _caret_in(held, quirks), area)
    return Reading(held.text, await _index(node, held.text, caret, quirks), area)


def place_on_screen(area: Rect | None, window: Rect | None) -> Rect | None:
    """Return where a field is, checked against its window as X has it.

    Some toolkits give positions relative to the window; an answer that fits
    neither reading, or has no size, gives None.
    """
    if area is None or area.width <= 0 or area.height <= 0:
        return None
    if window is None:
        return area
    outline = Rect(
        window.x - EDGE_PX,
        window.y - EDGE_PX,
        window.width + 2 * EDGE_PX,
        window.height + 2 * EDGE_PX,
    )
    if outline.covers(area):
        return area
    moved = Rect(area.x + window.x, area.y + window.y, area.width, area.height)
    if outline.covers(moved):
        return moved
    return None


async def _caret_in(held: FieldText, quirks: Quirks) -> int | None:
    """Return where the caret is among the objects that hold the text."""
    carets = await asyncio.gather(*(_caret(piece.node) for piece in held.pieces))
    for piece, caret in zip(held.pieces, carets, strict=True):
        index = await _index(piece.node, piece.held, caret, quirks)
        if index is not None and piece.at <= index <= piece.at + piece.length:
            return piece.start + index - piece.at
    return None


async def _index(node: Node, text: str, caret: int, quirks: Quirks) -> int | None:
    if caret < 0:
        return None
    unit = quirks.offset_unit
    if len(text) != utf16_length(text):
        unit = unit_of_count(text, await node.character_count(), unit)
    return from_unit(unit, text, caret)


async def _caret(node: Node) -> int:
    try:
        return await node.caret()
    except RefusedError:
        return -1


async def _area(node: Node) -> Rect | None:
    try:
        return await node.screen_area()
    except RefusedError:
        return None
