"""The card's first line: severity, category, position, close."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from assist.model.rule import Severity
from assist.overlay import card_words, icons, key_caps
from assist.overlay.buttons import IconButton, baseline
from assist.overlay.card_values import Keys
from assist.overlay.dragging import DragsWindow
from assist.overlay.icons import SEVERITY_ICONS
from assist.overlay.theme import Look, colour
from assist.overlay.themed import Themed
from assist.overlay.tokens import Style
from assist.overlay.words import severity_word

_HIGH = 45
_LINE = 38
_TOP = 5
_PAD = 16


class CardHeader(Themed, DragsWindow, QWidget):
    """Severity as icon, word and colour; ``1 / 2`` between two arrows.

    The card is dragged by it, and stays there until the finding is another one.

    Signals:
        previous_wanted, next_wanted, close_wanted: The buttons.
    """

    previous_wanted = Signal()
    next_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._severity = Severity.MEDIUM
        self._category = ""
        self._position = ""
        self._title = ""
        self._keys = Keys()
        self.setObjectName("card_header")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._previous = IconButton(look, "previous", "chevron-right", self)
        self._previous.mirrored = True
        self._previous.clicked.connect(self.previous_wanted)
        self._next = IconButton(look, "next", "chevron-right", self)
        self._next.clicked.connect(self.next_wanted)
        self._close = IconButton(look, "close", "close", self)
        self._close.clicked.connect(self.close_wanted)

    def show_finding(
        self, severity: Severity, category: str, *, number: int, count: int
    ) -> None:
        """Show what the card speaks of.

        Args:
            severity: Of the finding.
            category: Its name in the language in force.
            number: Its place among the findings, from 1.
            count: How many there are; the arrows go when there is one.
        """
        self._title = ""
        self._severity = severity
        self._category = category
        self._position = f"{number} / {count}" if count > 1 else ""
        self._name_buttons(turning=count > 1)
        self.setAccessibleName(f"{severity_word(severity)} {category} {self._position}")
        self.update()

    def show_count(self, count: int, keys: Keys) -> None:
        """Show how many findings are listed, and the keys that turn to another."""
        self._title = card_words.count_line(count)
        self._keys = keys
        self._name_buttons(turning=False)
        self.setAccessibleName(self._title)
        self.update()

    def _name_buttons(self, *, turning: bool) -> None:
        for button, name in (
            (self._previous, self.tr("上一处")),
            (self._next, self.tr("下一处")),
            (self._close, self.tr("关闭")),
        ):
            button.setAccessibleName(name)
            button.setToolTip(name)
        self._previous.setVisible(turning)
        self._next.setVisible(turning)

    def restyle(self) -> None:
        """Measure and paint again."""
        self.updateGeometry()
        self._place()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the line's height."""
        return QSize(self.look.px(200), self.look.px(_HIGH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons at the right end."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        px = self.look.px
        hit = px(28)
        top = px(_TOP) + (px(_LINE) - hit) // 2
        close = self.width() - px(10) - hit
        self._close.setGeometry(close, top, hit, hit)
        next_left = close - px(28)
        self._next.setGeometry(next_left, top, hit, hit)
        self._previous.setGeometry(next_left - px(56), top, hit, hit)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint icon, severity word, category and position; or the count."""
        painter = QPainter(self)
        if self._title:
            self._paint_title(painter)
            return
        look, palette, px = self.look, self.look.palette, self.look.px
        edge = px(16)
        top, line = px(_TOP), px(_LINE)
        ink = look.severity_text(self._severity)
        name = SEVERITY_ICONS[self._severity]
        icons.draw(painter, name, ink, (px(_PAD), top + (line - edge) // 2, edge))
        x = px(_PAD) + edge + px(5)
        x = self._word(painter, x, severity_word(self._severity), ink, Style.STRONG)
        self._word(painter, x + px(8), self._category, palette.text_2, Style.CAPTION)
        if self._position:
            painter.setFont(look.font(Style.BODY))
            painter.setPen(colour(palette.text_2))
            left = self._previous.geometry().right()
            box = QRectF(left, top, self._next.x() - left, line)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._position)

    def _paint_title(self, painter: QPainter) -> None:
        look, px = self.look, self.look.px
        ink = look.palette.text
        ends = self._word(painter, px(_PAD), self._title, ink, Style.TITLE)
        previous, following = self._keys.previous, self._keys.next
        chord = f"{previous}+{following.rpartition('+')[2]}" if previous else ""
        caps = key_caps.size(chord, look)
        left = self._close.x() - px(4) - caps.width()
        if left > ends + px(8):
            at = QPoint(left, px(_TOP) + (px(_LINE) - caps.height()) // 2)
            key_caps.draw(painter, at, chord, look)

    def _word(
        self, painter: QPainter, x: int, text: str, ink: str, style: Style
    ) -> int:
        look = self.look
        painter.setFont(look.font(style))
        painter.setPen(colour(ink))
        base = look.px(_TOP) + baseline(look, style, look.px(_LINE))
        painter.drawText(QPointF(x, base), text)
        return x + round(look.metrics(style).horizontalAdvance(text))
