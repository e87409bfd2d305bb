"""One text field, for code that blocks: the inserter's view of an object."""

import time
from collections.abc import Callable

from assist.backends.linux.a11y_bus import NoReplyError, RefusedError
from assist.backends.linux.a11y_thread import A11yThread
from assist.backends.linux.accessible import Node
from assist.backends.linux.field_text import FieldText, Piece, read_text
from assist.backends.linux.quirks import Quirks, Unit
from assist.backends.linux.units import (
    length_in,
    to_unit,
    unit_of_count,
    utf16_length,
)
from assist.model.span import Span

POLL_S = 0.005


class FieldHandle:
    """Reads and changes a field; every position is in code points.

    Every method raises NoReplyError when the program does not answer in time
    and RefusedError when the field has gone or cannot do it.
    """

    def __init__(self, thread: A11yThread, node: Node, quirks: Quirks) -> None:
        self._thread = thread
        self._node = node
        self.quirks = quirks

    def text(self) -> str:
        """Return what the field holds now."""
        return self._read().text

    def is_focused(self) -> bool:
        """Tell whether the field has the keyboard focus."""
        return self._thread.run(self._node.is_focused())

    def role(self) -> int:
        """Return the role number of the field."""
        return self._thread.run(self._node.role())

    def interfaces(self) -> frozenset[str]:
        """Return the names of the interfaces the field has."""
        return self._thread.run(self._node.interfaces())

    def select(self, text: str, span: Span) -> bool:
        """Select ``span`` of ``text``; False where that is in several objects."""
        piece = self._piece(text, span)
        if piece is None:
            return False
        start = self._offset_in(piece, span.start)
        end = self._offset_in(piece, span.end)
        return self._thread.run(piece.node.select(start, end))

    def delete(self, text: str, span: Span) -> None:
        """Delete ``span`` of ``text``, which the field holds."""
        unit = self._unit(text)
        start, end = to_unit(unit, text, span.start), to_unit(unit, text, span.end)
        self._thread.run(self._node.delete_text(start, end))

    def insert(self, text: str, at: int, new: str) -> None:
        """Insert ``new`` at ``at`` of ``text``, which the field holds."""
        offset = to_unit(self._unit(text), text, at)
        length = length_in(self.quirks.insert_length_unit, new)
        self._thread.run(self._node.insert_text(offset, new, length))

    def put_caret(self, text: str, at: int) -> bool:
        """Put the caret at ``at`` of ``text``; False when the field does not."""
        try:
            piece = self._piece(text, Span(at, at))
            if piece is None:
                return False
            offset = self._offset_in(piece, at)
            if self._thread.run(piece.node.caret()) == offset:
                return True
            return self._thread.run(piece.node.set_caret(offset))
        except RefusedError:
            return False

    def wait_for(self, wanted: Callable[[str], bool], timeout_s: float) -> str:
        """Read until ``wanted`` holds or the time is up; return the last reading.

        A program may be too busy with a change to answer at once.
        """
        deadline = time.monotonic() + timeout_s
        while True:
            try:
                text = self.text()
            except NoReplyError:
                if time.monotonic() >= deadline:
                    raise
                continue
            if wanted(text) or time.monotonic() >= deadline:
                return text
            time.sleep(POLL_S)

    def _read(self) -> FieldText:
        return self._thread.run(read_text(self._node, self.quirks))

    def _piece(self, text: str, span: Span) -> Piece | None:
        """Return the object ``span`` lies in, if the field holds ``text`` still."""
        held = self._read()
        return held.piece_of(span) if held.text == text else None

    def _offset_in(self, piece: Piece, index: int) -> int:
        """Convert an index of the field's text to an offset in one object."""
        unit = self.quirks.offset_unit
        if len(piece.held) != utf16_length(piece.held):
            count = self._thread.run(piece.node.character_count())
            unit = unit_of_count(piece.held, count, unit)
        return to_unit(unit, piece.held, index - piece.start + piece.at)

    def _unit(self, text: str) -> Unit:
        expected = self.quirks.offset_unit
        if len(text) == utf16_length(text):
            return expected
        count = self._thread.run(self._node.character_count())
        return unit_of_count(text, count, expected)
