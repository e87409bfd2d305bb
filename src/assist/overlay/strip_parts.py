"""The strip's clickable words and its grip."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from assist.overlay.buttons import PaintedButton
from assist.overlay.dragging import DragsWindow
from assist.overlay.theme import Look, colour
from assist.overlay.themed import Themed


class StripBody(PaintedButton):
    """The clickable part with the words; the strip paints them.

    The pointer on it brings the tools, not the pointer on the grip: that would
    move the grip away from under it.

    Signals:
        entered: The pointer came here.
    """

    entered = Signal()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tell that the pointer is on the words."""
        super().enterEvent(event)
        self.entered.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint nothing: words and ground are the strip's."""


class StripGrip(Themed, DragsWindow, QWidget):
    """Six dots to drag the strip by."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.setObjectName("strip_grip")
        self.setCursor(Qt.CursorShape.SizeAllCursor)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint two columns of three dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self.look.palette.text_2))
        pitch, dot = self.look.px(5), self.look.text_scale * 0.9
        middle = QRectF(self.rect()).center()
        for column in (-0.5, 0.5):
            for row in (-1, 0, 1):
                spot = middle + QPointF(column * pitch, row * pitch)
                painter.drawEllipse(spot, dot, dot)
