"""The parts of the compose pad around its text box."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from assist.model.finding import Finding
from assist.overlay import categories, icons, key_caps
from assist.overlay.buttons import IconButton, PaintedButton, baseline
from assist.overlay.card_values import CardChoice
from assist.overlay.choice_row import ChoiceRow
from assist.overlay.dragging import DragsWindow
from assist.overlay.icons import SEVERITY_ICONS
from assist.overlay.theme import Look, colour
from assist.overlay.themed import Themed
from assist.overlay.tokens import RADIUS_CONTROL, RADIUS_PANEL, Style
from assist.overlay.words import severity_word

MOST_CHOICES = 3
_TITLE_HIGH = 36
_BUTTON_HIGH = 32
_LINE = 28


class PadTitle(Themed, DragsWindow, QWidget):
    """The bar the pad is dragged by; the pad paints its ground.

    Signals:
        close_wanted: The cross.
    """

    close_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self._text = ""
        self.setObjectName("pad_title")
        self._close = IconButton(look, "close", "close", self)
        self._close.take_keys()
        self._close.clicked.connect(self.close_wanted)

    def say(self, text: str) -> None:
        """Name the pad."""
        self._text = text
        self.setAccessibleName(text)
        self._close.setAccessibleName(self.tr("关闭"))
        self._close.setToolTip(self.tr("关闭"))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the bar's height."""
        return QSize(self.look.px(200), self.look.px(_TITLE_HIGH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cross at the right end."""
        super().resizeEvent(event)
        hit = self._close.sizeHint()
        left = self.width() - self.look.px(8) - hit.width()
        top = (self.height() - hit.height()) // 2
        self._close.setGeometry(left, top, hit.width(), hit.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint icon and name."""
        painter = QPainter(self)
        look, palette, px = self.look, self.look.palette, self.look.px
        edge = px(16)
        top = (self.height() - edge) // 2
        icons.draw(painter, "pad", palette.accent, (px(13), top, edge))
        painter.setFont(look.font(Style.TITLE))
        painter.setPen(colour(palette.text))
        base = baseline(look, Style.TITLE, self.height())
        room = self._close.x() - px(37)
        text = look.metrics(Style.TITLE).elidedText(
            self._text, Qt.TextElideMode.ElideRight, room
        )
        painter.drawText(QPointF(px(37), base), text)


def paint_bar(painter: QPainter, look: Look, frame: QRect, radius: int) -> None:
    """Paint the ground of the title bar into the pad's ``frame``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    palette, line = look.palette, max(look.frame, 1)
    inside = frame.adjusted(line, line, -line, -line)
    shape = QPainterPath()
    shape.addRoundedRect(inside, radius - line, radius - line)
    bar = QRect(inside.x(), inside.y(), inside.width(), look.px(_TITLE_HIGH))
    painter.setClipPath(shape)
    painter.fillRect(bar, colour(palette.sunken))
    painter.fillRect(
        bar.x(), bar.bottom(), bar.width(), line, colour(palette.line_soft)
    )


class PrimaryButton(PaintedButton):
    """The one filled button, with its key."""

    def __init__(self, look: Look, name: str, parent: QWidget) -> None:
        super().__init__(look, name, parent)
        self._chord = ""

    def say(self, text: str, *, chord: str) -> None:
        """Show words and key."""
        self._chord = chord
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(key_caps.spoken(chord))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for words and caps."""
        look = self.look
        words = round(look.metrics(Style.BUTTON).horizontalAdvance(self.text()))
        caps = key_caps.size(self._chord, look).width()
        width = 2 * look.px(15) + words + look.px(8) + caps
        return QSize(width, look.px(_BUTTON_HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the filled ground, words and caps; quiet while there is no use."""
        painter = QPainter(self)
        look, palette = self.look, self.look.palette
        ready = self.isEnabled()
        self.paint_hover(painter, ground=palette.accent if ready else palette.sunken)
        if not ready and palette.high_contrast:
            painter.setPen(QPen(colour(palette.line_strong), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        painter.setFont(look.font(Style.BUTTON))
        painter.setPen(colour(palette.on_accent if ready else palette.text_3))
        base = baseline(look, Style.BUTTON, self.height())
        painter.drawText(QPointF(look.px(15), base), self.text())
        caps = key_caps.size(self._chord, look)
        left = self.width() - look.px(15) - caps.width()
        at = QPoint(left, (self.height() - caps.height()) // 2)
        key_caps.draw(painter, at, self._chord, look, on_accent=ready)
        self.paint_focus(painter, inside=True)


class PadFinding(Themed, QWidget):
    """The gravest finding in the pad's text, with what could be said instead.

    Signals:
        chosen: ``(index)`` of the replacement, from 0.
    """

    chosen = Signal(int)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self._finding: Finding | None = None
        self._rows = tuple(
            ChoiceRow(look, f"replacement_{number}", self, proposed=number == 0)
            for number in range(MOST_CHOICES)
        )
        for number, row in enumerate(self._rows):
            row.take_keys()
            row.clicked.connect(lambda _=False, at=number: self.chosen.emit(at))
        self.setObjectName("pad_finding")

    def show_finding(self, finding: Finding, choices: tuple[CardChoice, ...]) -> None:
        """Show a finding and its replacements."""
        self._finding = finding
        rule = finding.rule
        name = categories.category_name(rule.category)
        self.setAccessibleName(f"{severity_word(rule.severity)} {name}")
        why = categories.reason(rule, self.look.language)
        self.setAccessibleDescription(why)
        self.setToolTip("")
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(choices))
            if number < len(choices):
                row.show_choice(choices[number])
        self.update()

    def place(self, width: int) -> int:
        """Put the rows below one another; return the height needed."""
        px = self.look.px
        y = px(_LINE)
        side = px(4)
        for row in self._rows:
            if row.isHidden():
                continue
            tall = row.heightForWidth(width - 2 * side)
            row.setGeometry(side, y, width - 2 * side, tall)
            y += tall
        return y + side

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame, and severity and category in the first line."""
        if self._finding is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, palette, px = self.look, self.look.palette, self.look.px
        painter.setPen(QPen(colour(palette.line_soft), 1))
        painter.setBrush(colour(palette.raised))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS_PANEL, RADIUS_PANEL)
        severity = self._finding.rule.severity
        ink = look.severity_text(severity)
        edge = px(16)
        top = px(2) + (px(_LINE) - edge) // 2
        icons.draw(painter, SEVERITY_ICONS[severity], ink, (px(12), top, edge))
        x = px(12) + edge + px(5)
        x = self._word(painter, x, severity_word(severity), ink, Style.STRONG)
        name = categories.category_name(self._finding.rule.category)
        self._word(painter, x + px(8), name, palette.text_2, Style.CAPTION)

    def _word(
        self, painter: QPainter, x: int, text: str, ink: str, style: Style
    ) -> int:
        look = self.look
        painter.setFont(look.font(style))
        painter.setPen(colour(ink))
        base = look.px(2) + baseline(look, style, look.px(_LINE))
        painter.drawText(QPointF(x, base), text)
        return x + round(look.metrics(style).horizontalAdvance(text))


class PadBox(Themed, QWidget):
    """The frame of the text box: a ring while it has the focus."""

    def __init__(self, look: Look, editor: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self._editor = editor
        editor.setParent(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the text inside the frame."""
        super().resizeEvent(event)
        px = self.look.px
        self._editor.setGeometry(
            px(8), px(6), self.width() - px(12), self.height() - px(12)
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.look.palette
        ring = self._editor.hasFocus()
        wide = 2 if ring else 1
        painter.setPen(
            QPen(colour(palette.focus if ring else palette.line_strong), wide)
        )
        painter.setBrush(colour(palette.raised))
        box = QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
        painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
