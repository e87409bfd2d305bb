"""A chip: one short answer to click, with the key that does the same."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from assist.overlay import key_caps
from assist.overlay.buttons import PaintedButton, baseline
from assist.overlay.theme import Look, colour
from assist.overlay.tokens import Style

_HIGH = 28
_PAD = 10
_GAP = 6


class Chip(PaintedButton):
    """Words in a rounded frame; the caps go first where there is no room."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(look, name, parent)
        self._chord = ""
        self._shows_keys = True

    def say(self, text: str, *, chord: str = "") -> None:
        """Show words and key."""
        self._chord = chord
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(key_caps.spoken(chord))
        self.update()

    def show_keys(self, *, shown: bool) -> None:
        """Show the caps, or drop them."""
        self._shows_keys = shown
        self.update()

    def width_with(self, *, keys: bool) -> int:
        """Return the width with or without the key caps."""
        look = self.look
        words = round(look.metrics(Style.CAPTION).horizontalAdvance(self.text()))
        width = 2 * look.px(_PAD) + words
        if keys and self._chord:
            width += look.px(_GAP) + key_caps.size(self._chord, look).width()
        return width

    def sizeHint(self) -> QSize:
        """Return the room for words and caps."""
        return QSize(self.width_with(keys=self._shows_keys), self.look.px(_HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame, the words, the caps."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, palette = self.look, self.look.palette
        lit = self.underMouse()
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(colour(palette.line_strong), 1))
        painter.setBrush(colour(palette.hover if lit else palette.raised))
        painter.drawRoundedRect(box, self.height() / 2, self.height() / 2)
        painter.setFont(look.font(Style.CAPTION))
        painter.setPen(colour(palette.text))
        x = look.px(_PAD)
        base = baseline(look, Style.CAPTION, self.height())
        painter.drawText(QPointF(x, base), self.text())
        if self._shows_keys and self._chord:
            caps = key_caps.size(self._chord, look)
            at = QPoint(
                self.width() - look.px(_PAD) - caps.width(),
                (self.height() - caps.height()) // 2,
            )
            painter.setPen(Qt.PenStyle.NoPen)
            key_caps.draw(painter, at, self._chord, look)
        self.paint_focus(painter)
