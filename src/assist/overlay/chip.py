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
    """Words in a rounded frame; with less room only the last cap stands beside them."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(look, name, parent)
        self._chord = ""
        self._whole = True

    def say(self, text: str, *, chord: str = "") -> None:
        """Show words and key."""
        self._chord = chord
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(key_caps.spoken(chord))
        self.update()

    def show_whole(self, *, whole: bool) -> None:
        """Show all caps of the chord, or the last one alone."""
        self._whole = whole
        self.update()

    def _caps(self, *, whole: bool) -> str:
        return self._chord if whole else self._chord.rpartition("+")[2]

    def width_with(self, *, whole: bool) -> int:
        """Return the width with all caps, or with the last one."""
        look = self.look
        words = round(look.metrics(Style.CAPTION).horizontalAdvance(self.text()))
        width = 2 * look.px(_PAD) + words
        if self._chord:
            caps = key_caps.size(self._caps(whole=whole), look)
            width += look.px(_GAP) + caps.width()
        return width

    def sizeHint(self) -> QSize:
        """Return the room for words and caps."""
        return QSize(self.width_with(whole=self._whole), self.look.px(_HIGH))

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
        if self._chord:
            chord = self._caps(whole=self._whole)
            caps = key_caps.size(chord, look)
            at = QPoint(
                self.width() - look.px(_PAD) - caps.width(),
                (self.height() - caps.height()) // 2,
            )
            painter.setPen(Qt.PenStyle.NoPen)
            key_caps.draw(painter, at, chord, look)
        self.paint_focus(painter)
