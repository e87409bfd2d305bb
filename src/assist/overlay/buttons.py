"""Painted buttons: an icon, words, and the key that does the same."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from assist.overlay import icons, key_caps
from assist.overlay.theme import Look, colour
from assist.overlay.themed import Themed
from assist.overlay.tokens import RADIUS_CONTROL, Style

_HIT = 28
_PAD = 4


class PaintedButton(Themed, QAbstractButton):
    """A button that says its name to screen readers and never takes the focus."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        """Make a button.

        Args:
            look: The window's look.
            name: Object name, for tests and screen readers' scripts.
            parent: Parent widget.
        """
        super().__init__(parent)
        self.look = look
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def restyle(self) -> None:
        """Measure and paint again."""
        self.updateGeometry()
        self.update()

    def take_keys(self) -> None:
        """Let Tab reach the button, in a window that may have the focus."""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paint_focus(self, painter: QPainter, *, inside: bool = False) -> None:
        """Paint the ring that shows where the keys go."""
        if not self.hasFocus():
            return
        palette = self.look.palette
        inset = 3.0 if inside else 1.0
        painter.setPen(QPen(colour(palette.on_accent if inside else palette.focus), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ring = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(ring, RADIUS_CONTROL - 1, RADIUS_CONTROL - 1)

    def paint_hover(self, painter: QPainter, *, ground: str | None = None) -> None:
        """Fill the button's ground if it has one, or while the pointer is on it."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.underMouse() and self.isEnabled()
        fill = ground or (self.look.palette.hover if lit else None)
        if fill is None:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(fill))
        round_by = self.look.px(RADIUS_CONTROL)
        painter.drawRoundedRect(QRectF(self.rect()), round_by, round_by)


class IconButton(PaintedButton):
    """One icon; its name is shown as a tooltip and told to screen readers."""

    def __init__(
        self, look: Look, name: str, icon: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, name, parent)
        self._icon = icon
        self.mirrored = False

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        """Return the hit area."""
        edge = self.look.px(_HIT)
        return QSize(edge, edge)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the icon in the middle."""
        painter = QPainter(self)
        self.paint_hover(painter)
        palette = self.look.palette
        ink = palette.text_2 if self.isEnabled() else palette.line_soft
        edge = self.look.px(16)
        left, top = (self.width() - edge) // 2, (self.height() - edge) // 2
        painter.save()
        if self.mirrored:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        icons.draw(painter, self._icon, ink, (left, top, edge))
        painter.restore()
        self.paint_focus(painter)


class WordButton(PaintedButton):
    """Optional icon, words, optional key caps, in one line."""

    def __init__(
        self,
        look: Look,
        name: str,
        parent: QWidget | None = None,
        *,
        icon: str = "",
        ink: str = "text_2",
    ) -> None:
        """Make a button.

        Args:
            look: The window's look.
            name: Object name.
            parent: Parent widget.
            icon: Icon before the words.
            ink: Name of the words' colour in the palette.
        """
        super().__init__(look, name, parent)
        self._icon = icon
        self._ink = ink
        self._chord = ""
        self._shows_keys = True

    def say(self, text: str, *, chord: str = "", tells: str = "") -> None:
        """Show words and key; ``tells`` is what a screen reader hears besides."""
        self._chord = chord
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(tells or key_caps.spoken(chord))
        self.updateGeometry()
        self.update()

    def show_keys(self, *, shown: bool) -> None:
        """Drop the caps where there is no room: hints go before words do."""
        self._shows_keys = shown
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for all parts; hit area at least 28 high."""
        return QSize(self.width_with(keys=self._shows_keys), self.look.px(_HIT))

    def width_with(self, *, keys: bool) -> int:
        """Return the width with or without the key caps."""
        look = self.look
        width = 2 * look.px(_PAD) + self._text_width()
        if self._icon:
            width += look.px(16) + look.px(8)
        if keys and self._chord:
            width += look.px(6) + key_caps.size(self._chord, look).width()
        return width

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint icon, words and caps from left to right."""
        painter = QPainter(self)
        self.paint_hover(painter)
        look, palette = self.look, self.look.palette
        x = look.px(_PAD)
        if self._icon:
            edge = look.px(16)
            ink = getattr(palette, self._ink)
            icons.draw(painter, self._icon, ink, (x, (self.height() - edge) // 2, edge))
            x += edge + look.px(8)
        painter.setFont(look.font(Style.CAPTION))
        ink = getattr(palette, self._ink if self.isEnabled() else "text_3")
        painter.setPen(colour(ink))
        painter.drawText(
            QPointF(x, baseline(look, Style.CAPTION, self.height())), self.text()
        )
        x += self._text_width() + look.px(6)
        if self._shows_keys and self._chord:
            high = key_caps.size(self._chord, look).height()
            at = QPoint(x, (self.height() - high) // 2)
            key_caps.draw(painter, at, self._chord, look)
        self.paint_focus(painter)

    def _text_width(self) -> int:
        metrics = self.look.metrics(Style.CAPTION)
        return round(metrics.horizontalAdvance(self.text()))


def baseline(look: Look, style: Style, height: float) -> int:
    """Return where the baseline lies when a line is centred in ``height``."""
    metrics = look.metrics(style)
    return round((height - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent())
