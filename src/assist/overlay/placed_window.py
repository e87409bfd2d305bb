"""A window that is placed by its visible frame, beside a field or where dragged.

Around the frame there may be a margin for its shadow, and beside it room kept
for a wider frame; neither counts when the window is placed.
"""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from assist.model.draft import Rect
from assist.model.screen import Screen, screen_of
from assist.overlay import shadow
from assist.overlay.placement import (
    CARD_ORDER,
    Place,
    Side,
    Surroundings,
    beside,
    corner,
    kept,
    resized,
    within,
)
from assist.overlay.theme import Look


class PlacedWindow(QWidget):
    """Knows where its frame is, in logical pixels here and physical outside.

    Signals:
        moved: ``(Rect)``, the frame in physical pixels after the agent dragged it.
    """

    moved = Signal(object)

    order: tuple[Side, ...] = CARD_ORDER

    def __init__(self, look: Look, flags: Qt.WindowType) -> None:
        super().__init__(None, flags)
        self.look = look
        self._place: Place | None = None
        self._screens: tuple[Screen, ...] = ()
        self._grabbed_at: QPoint | None = None
        self._dragged = False
        self._frame = QSize(1, 1)
        self._shift = 0

    @property
    def margin(self) -> int:
        """Logical pixels around the frame that hold its shadow."""
        soft = self.look.composited and not self.look.palette.high_contrast
        return shadow.MARGIN if soft else 0

    @property
    def frame(self) -> QRect:
        """The visible frame within the window, logical pixels."""
        return QRect(QPoint(self.margin + self._shift, self.margin), self._frame)

    @property
    def reserved(self) -> int:
        """Least width of the window beneath the frame, logical pixels.

        A window that keeps its size is painted at once; giving it another costs
        a new picture in the X server, over a millisecond.  What the frame does
        not fill is neither seen nor clicked.
        """
        return 0

    def resize_frame(self, size: QSize) -> None:
        """Give the visible frame a size; the edge next to the field stays."""
        self._frame = size
        if self._place is not None:
            place = resized(self._place, width=size.width(), height=size.height())
            self._go(place)
        wanted = self._window_size()
        if self.size() != wanted:
            self.resize(wanted)
        self._shape()

    def _window_size(self) -> QSize:
        around = 2 * self.margin
        wide = max(self._frame.width(), self.reserved)
        return QSize(wide + around, self._frame.height() + around)

    def _go(self, place: Place) -> None:
        """Move; what is reserved beyond the frame stays on the same screen."""
        self._place = place
        screen = place.screen
        spot, area = screen.to_logical(place.rect), screen.to_logical(screen.area)
        spare = self._window_size().width() - 2 * self.margin - self._frame.width()
        room = area.right - spot.x - self._frame.width()
        self._shift = min(max(spare - room, 0), spare)
        at = QPoint(spot.x - self.margin - self._shift, spot.y - self.margin)
        if self.pos() != at:
            self.move(at)
        self._shape()

    def frame_area(self) -> Rect | None:
        """Return where the frame was last placed, in physical pixels."""
        return None if self._place is None else self._place.rect

    def place_near(
        self, around: Surroundings, *, even_over_field: bool = False
    ) -> Side | None:
        """Go beside a field, or stay there if this is already a good place.

        Where the agent dragged it, it stays until :meth:`forget_place`.

        Args:
            around: The field, its window and the screens.
            even_over_field: Use the field's own corner when no side has room.

        Returns:
            The side taken; None when there is no room, and nothing was moved.
        """
        self._screens = around.screens
        size = self._frame
        wide, high = size.width(), size.height()
        place = self._place
        if place is not None and self._dragged:
            return place.side
        if place is None or not kept(place, around):
            place = beside(around, width=wide, height=high, order=self.order)
            if place is None and even_over_field:
                place = corner(around, width=wide, height=high)
        if place is None:
            return None
        self._go(place)
        return place.side

    def move_to(self, rect: Rect, screens: tuple[Screen, ...]) -> None:
        """Go to a remembered place, moved into the work area of its screen."""
        self._screens = screens
        screen = screen_of(rect, screens)
        size = screen.to_physical(
            Rect(
                screen.area.x, screen.area.y, self._frame.width(), self._frame.height()
            )
        )
        spot = within(Rect(rect.x, rect.y, size.width, size.height), screen.work)
        self._go(Place(spot, Side.CORNER, screen))

    def forget_place(self) -> None:
        """Choose a place afresh next time: the finding is another one."""
        self._place = None
        self._dragged = False

    # Dragging.  The grip calls these with global positions.

    def begin_drag(self, at: QPoint) -> None:
        """Take hold of the window at a global position."""
        self._grabbed_at = at - self.pos()

    def drag(self, to: QPoint) -> None:
        """Follow the pointer."""
        if self._grabbed_at is not None:
            self.move(to - self._grabbed_at)

    def end_drag(self) -> None:
        """Let go; stay inside the work area and tell where that is."""
        if self._grabbed_at is None:
            return
        self._grabbed_at = None
        if not self._screens:
            return
        self._dragged = True
        frame = self.frame.translated(self.pos())
        logical = Rect(frame.x(), frame.y(), frame.width(), frame.height())
        self.move_to(self._physical(logical), self._screens)
        self.moved.emit(self.frame_area())

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of a window that is taken away while it is dragged."""
        super().hideEvent(event)
        self._grabbed_at = None

    def _physical(self, logical: Rect) -> Rect:
        """Convert a logical rectangle by the screen Qt shows the window on."""
        corner_of = self.screen().geometry().topLeft()
        for screen in self._screens:
            if (screen.area.x, screen.area.y) == (corner_of.x(), corner_of.y()):
                return screen.to_physical(logical)
        return self._screens[0].to_physical(logical)

    def _shape(self) -> None:
        """Follow a change of the frame; called after each."""
