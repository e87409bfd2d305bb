"""Where words of a draft are on the screen, asked character by character.

GetRangeExtents is not used: Qt counts one character too many in it, and a
range over two lines gives one rectangle around both.
"""

import asyncio
import threading
from collections.abc import Awaitable
from functools import partial

from dbus_fast.aio import MessageBus

from assist.backends.linux.a11y_bus import (
    NoReplyError,
    RefusedError,
    connect,
    disconnect,
    open_accessibility,
)
from assist.backends.linux.a11y_thread import A11yThread
from assist.backends.linux.accessible import Node, NodeId
from assist.backends.linux.field_reading import place_on_screen
from assist.backends.linux.field_text import read_text
from assist.backends.linux.quirks import quirks_of
from assist.backends.linux.units import to_unit, unit_of_count
from assist.backends.linux.x11_windows import X11Windows
from assist.errors import BackendError
from assist.model.draft import Draft, Field, Rect
from assist.model.span import Span

MOST_CHARACTERS = 80
TIMEOUT_S = 0.5


class AtspiTextRectangles:
    """Implements TextRectangles for fields that AtspiSource reads.

    Args:
        windows: Tells where the field's window is; not closed here.
    """

    def __init__(self, windows: X11Windows) -> None:
        self._windows = windows
        self._lock = threading.Lock()
        self._thread: A11yThread | None = None
        self._bus: MessageBus | None = None

    def of(self, draft: Draft, span: Span) -> tuple[Rect, ...]:
        """Return one rectangle per line of ``span``; empty when it is not known."""
        with self._lock:
            try:
                node_id = NodeId.parse(draft.field.field_id)
                window = self._windows.area_of(draft.field.window_id)
                thread, bus = self._connected()
                asked = _ask(Node(bus, node_id), draft, span)
                found = thread.run(asyncio.wait_for(asked, TIMEOUT_S))
            except (ValueError, TimeoutError, BackendError):
                return ()
        placed = [place_on_screen(area, window) for area in found]
        area = area_now(draft.field, window)
        return in_lines([each for each in placed if each], area)

    def close(self) -> None:
        """End the connection.  May be repeated."""
        with self._lock:
            if self._thread is not None:
                bus = self._bus
                self._thread.stop(partial(disconnect, bus) if bus else None)
            self._thread = self._bus = None

    def _connected(self) -> tuple[A11yThread, MessageBus]:
        if self._thread is None:
            self._thread = A11yThread("assist-rectangles")
        if self._bus is None or not self._bus.connected:
            found = self._thread.run(open_accessibility(enable=False))
            self._bus = self._thread.run(connect(found.address))
        return self._thread, self._bus


async def _ask(node: Node, draft: Draft, span: Span) -> list[Rect]:
    """Return the characters' rectangles; none when the text is another one.

    Raises:
        NoReplyError: The program did not answer in time.
        RefusedError: The field has gone, or cannot tell.
    """
    quirks = quirks_of(draft.field.toolkit)
    held = await read_text(node, quirks)
    if held.text != draft.text:
        return []
    end = min(span.end, span.start + MOST_CHARACTERS)
    asked: list[Awaitable[Rect]] = []
    for piece in held.pieces:
        first, last = max(span.start, piece.start), min(end, piece.end)
        if first >= last:
            continue
        count = await piece.node.character_count()
        unit = unit_of_count(piece.held, count, quirks.offset_unit)
        offset = piece.at - piece.start
        asked += [
            piece.node.character_area(to_unit(unit, piece.held, at + offset))
            for at in range(first, last)
            if not held.text[at].isspace()
        ]
    answers = await asyncio.gather(*asked, return_exceptions=True)
    return [_told(answer) for answer in answers]


def _told(answer: Rect | BaseException) -> Rect:
    if isinstance(answer, BaseException):
        if isinstance(answer, NoReplyError | RefusedError):
            return Rect(0, 0, 0, 0)
        raise answer
    return answer


def area_now(field: Field, window: Rect | None) -> Rect | None:
    """Return where a field is, its window having moved to ``window`` since."""
    area, then = field.area, field.window
    if area is None or then is None or window is None:
        return area
    right, down = window.x - then.x, window.y - then.y
    return Rect(area.x + right, area.y + down, area.width, area.height)


def in_lines(characters: list[Rect], field: Rect | None) -> tuple[Rect, ...]:
    """Join characters that stand side by side, line after line.

    Args:
        characters: In the order of the text; those without a size are left out.
        field: What is outside of it is scrolled away; None when unknown.
    """
    lines: list[Rect] = []
    for each in characters:
        if each.width <= 0 or each.height <= 0 or not _inside(each, field):
            continue
        last = lines[-1] if lines else None
        if last is not None and _same_line(last, each):
            lines[-1] = _around(last, each)
        else:
            lines.append(each)
    return tuple(lines)


def _inside(area: Rect, field: Rect | None) -> bool:
    if field is None:
        return True
    middle = Rect(area.x + area.width // 2, area.y + area.height // 2, 1, 1)
    return field.covers(middle)


def _same_line(one: Rect, other: Rect) -> bool:
    middle = other.y + other.height // 2
    return one.y <= middle < one.bottom and other.right > one.x


def _around(one: Rect, other: Rect) -> Rect:
    x, y = min(one.x, other.x), min(one.y, other.y)
    right, bottom = max(one.right, other.right), max(one.bottom, other.bottom)
    return Rect(x, y, right - x, bottom - y)
