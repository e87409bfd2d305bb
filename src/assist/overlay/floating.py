"""The ground that strip, card, toast and pad stand on.

A frameless window on top of everything.  Unless it is asked to, it never takes
the focus: not when shown, not when clicked (design decision 11; without
``WindowDoesNotAcceptFocus`` a click takes it).
"""

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QRegion, QShowEvent
from PySide6.QtWidgets import QWidget

from assist.overlay import shadow
from assist.overlay.card_values import Keys
from assist.overlay.placed_window import PlacedWindow
from assist.overlay.theme import Look, colour, style_tooltips
from assist.overlay.themed import Themed
from assist.overlay.tokens import RADIUS_PLAIN, RADIUS_WINDOW

PASSIVE = (
    Qt.WindowType.Tool
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
)
ACTIVE = (
    Qt.WindowType.Tool
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
)


class FloatingWindow(PlacedWindow):
    """A window with a frame of our own, rounded and soft where that can be.

    Signals:
        input_area_changed: ``(window id, QRect)``, the part of the window that
            takes the mouse, in device pixels; the rest is shadow or empty.
    """

    input_area_changed = Signal(object, object)

    radius = RADIUS_WINDOW
    ground = "raised"

    def __init__(self, look: Look, *, takes_focus: bool = False) -> None:
        super().__init__(look, ACTIVE if takes_focus else PASSIVE)
        self._keys = Keys()
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        if not takes_focus:
            self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        # Otherwise only the active window has tooltips.
        self.setAttribute(Qt.WidgetAttribute.WA_AlwaysShowToolTips)
        style_tooltips(look)

    def set_look(self, look: Look) -> None:
        """Follow a change of theme, language, text size or compositing."""
        self.look = look
        style_tooltips(look)
        for child in self.findChildren(QWidget):
            if isinstance(child, Themed):
                child.set_look(look)
        self.refresh()

    def set_keys(self, keys: Keys) -> None:
        """Follow a change of the chords shown beside the buttons."""
        self._keys = keys
        self.refresh()

    def refresh(self) -> None:
        """Lay out and word everything anew; windows with contents override it."""
        self.resize_frame(self._frame)
        self.update()

    # Painting.

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint shadow, frame line and ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter, self.frame, self.corner)

    def paint_ground(self, painter: QPainter, frame: QRect, radius: int) -> None:
        """Paint an elevated surface with rounded corners."""
        look, palette = self.look, self.look.palette
        soft = self.margin > 0
        if soft:
            shadow.draw(painter, frame, radius, dark=palette.dark)
        ratio = painter.deviceTransform().m11()
        line = look.frame if palette.high_contrast else 1 / ratio
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(palette.line_soft if soft else palette.line_strong))
        outer = QRectF(frame)
        painter.drawRoundedRect(outer, radius, radius)
        painter.setBrush(colour(getattr(palette, self.ground)))
        inner = outer.adjusted(line, line, -line, -line)
        painter.drawRoundedRect(inner, radius - line, radius - line)

    @property
    def corner(self) -> int:
        """Radius of the window's corners."""
        return self.radius if self.look.composited else RADIUS_PLAIN

    def outline(self) -> QPainterPath:
        """Return the shape of what is painted, shadow apart."""
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.frame), self.corner, self.corner)
        return path

    def showEvent(self, event: QShowEvent) -> None:
        """Tell which part takes the mouse, now that there is a window."""
        super().showEvent(event)
        self._shape()

    def changeEvent(self, event: QEvent) -> None:
        """Word everything anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)

    def _shape(self) -> None:
        """Cut the window to the frame, or let the mouse through beside it."""
        if self.look.composited:
            self.clearMask()
        else:
            self.setMask(QRegion(self.outline().toFillPolygon().toPolygon()))
        if self.look.composited and self.isVisible():
            ratio = self.devicePixelRatioF()
            part = QRectF(self.frame)
            device = QRectF(
                part.x() * ratio,
                part.y() * ratio,
                part.width() * ratio,
                part.height() * ratio,
            ).toAlignedRect()
            self.input_area_changed.emit(int(self.winId()), device)
