"""The quiet row of the compose pad: earlier texts, clearing, staying, sending."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from assist.overlay import key_caps
from assist.overlay.buttons import WordButton
from assist.overlay.pad_keys import EARLIER, SEND, STAY
from assist.overlay.theme import Look
from assist.overlay.themed import Themed

_HIGH = 28
_GAP = 10


class PadTools(Themed, QWidget):
    """Buttons in words; those on the right do something with the client.

    Attributes:
        earlier, clear, stay, send: The buttons.
    """

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self._may_send = False
        self.earlier = WordButton(look, "earlier", self)
        self.clear = WordButton(look, "clear", self)
        self.stay = WordButton(look, "insert_stay", self, ink="accent_text")
        self.send = WordButton(look, "insert_send", self, ink="accent_text")
        for button in (self.earlier, self.clear, self.stay, self.send):
            button.take_keys()

    def word(self, *, may_send: bool) -> None:
        """Word the buttons.

        Args:
            may_send: The agent chose that the pad may send in this client.
        """
        self._may_send = may_send
        for button, words, chord in (
            (self.earlier, self.tr("最近写的"), EARLIER),
            (self.clear, self.tr("清空"), ""),
            (self.stay, self.tr("插入后留在这里"), STAY),
            (self.send, self.tr("插入并发送"), SEND),
        ):
            button.say(words, tells=key_caps.spoken(chord))
            button.setToolTip(chord)
        self.send.setVisible(may_send)
        self._place()

    def let(self, *, earlier: bool, text: bool) -> None:
        """Switch on what makes sense: there are earlier texts, there is a text."""
        self.earlier.setEnabled(earlier)
        for button in (self.clear, self.stay, self.send):
            button.setEnabled(text)

    def restyle(self) -> None:
        """Measure and paint again."""
        self._place()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the row's height."""
        return QSize(self.look.px(200), self.look.px(_HIGH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons to both ends."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        gap, high = self.look.px(_GAP), self.look.px(_HIGH)
        left = 0
        for button in (self.earlier, self.clear):
            wide = button.sizeHint().width()
            button.setGeometry(left, 0, wide, high)
            left += wide + gap
        right = self.width()
        for button in (self.send, self.stay):
            if button is self.send and not self._may_send:
                continue
            wide = button.sizeHint().width()
            right -= wide
            button.setGeometry(right, 0, wide, high)
            right -= gap
