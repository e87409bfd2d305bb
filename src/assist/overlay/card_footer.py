"""The card's last line: ignore once, not a violation, why this rule."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from assist.overlay import key_caps
from assist.overlay.buttons import IconButton, WordButton
from assist.overlay.card_values import Keys
from assist.overlay.theme import Look, colour
from assist.overlay.themed import Themed

_HIGH = 40


class CardFooter(Themed, QWidget):
    """Two quiet buttons; their key caps go before their words do."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._keys = Keys()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.ignore = WordButton(look, "ignore", self, icon="ignore")
        self.wrong = WordButton(look, "wrong", self, icon="not-a-violation")
        self.more = IconButton(look, "more", "more", self)

    def show_keys(self, keys: Keys) -> None:
        """Word the buttons."""
        self._keys = keys
        self.ignore.say(self.tr("本次忽略"), chord=keys.ignore)
        self.wrong.say(self.tr("不算违规"), chord=keys.wrong)
        why = self.tr("为什么有这一条")
        self.more.setAccessibleName(why)
        self.more.setAccessibleDescription(key_caps.spoken(keys.why))
        self.more.setToolTip(" ".join(filter(None, [why, keys.why])))
        self._place()

    def restyle(self) -> None:
        """Measure and paint again."""
        self.updateGeometry()
        self._place()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the line's height."""
        return QSize(self.look.px(200), self.look.px(_HIGH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons from the left."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line above."""
        painter = QPainter(self)
        line = self.look.frame
        painter.fillRect(0, 0, self.width(), line, colour(self.look.palette.line_soft))

    def _place(self) -> None:
        px = self.look.px
        gap = px(12)
        left = px(12)
        both = (self.ignore, self.wrong)
        edge = px(28)
        needed = left + sum(button.width_with(keys=True) + gap for button in both)
        keys = needed + edge + px(8) <= self.width()
        top = (px(_HIGH) - edge) // 2 + 1
        self.more.setGeometry(self.width() - px(10) - edge, top, edge, edge)
        for button in both:
            button.show_keys(shown=keys)
            hint = button.sizeHint()
            button.setGeometry(left, top, hint.width(), hint.height())
            left += hint.width() + gap
