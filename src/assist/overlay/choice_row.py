"""One replacement on the card: the sentence, and the key beside it."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from assist.overlay import card_words, icons, key_caps
from assist.overlay.buttons import PaintedButton
from assist.overlay.card_values import CardChoice
from assist.overlay.language import Language
from assist.overlay.text_block import TextBlock
from assist.overlay.theme import Look, colour
from assist.overlay.tokens import RADIUS_CONTROL, Style

_PAD = 8
_ICON = 16
_LINES = 4
_LANGUAGES = {"zh": Language.SIMPLIFIED, "en": Language.ENGLISH}


class ChoiceRow(PaintedButton):
    """A whole row to click; the first of a card is marked as the proposed one."""

    def __init__(
        self, look: Look, name: str, parent: QWidget | None = None, *, proposed: bool
    ) -> None:
        super().__init__(look, name, parent)
        self._proposed = proposed
        self._choice = CardChoice("")
        self._text = TextBlock(look, Style.SENTENCE, self, max_lines=_LINES)
        self._note = TextBlock(look, Style.CAPTION, self, ink="text_3")
        for part in (self._text, self._note):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_choice(self, choice: CardChoice, *, note: str = "") -> None:
        """Show a replacement.

        Args:
            choice: The replacement.
            note: A quiet line below it, such as why it cannot be chosen.
        """
        self._choice = choice
        self._text.say(choice.label_text, language=_LANGUAGES.get(choice.language))
        self._text.set_ink("text" if choice.filled else "text_3")
        self._note.say(note)
        self._note.setVisible(bool(note))
        self.setEnabled(choice.filled)
        self.setAccessibleName(choice.label_text)
        heard = card_words.listed(note, key_caps.spoken(choice.key))
        self.setAccessibleDescription(heard)
        self.setToolTip("")
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Tell layouts that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the sentence, the note and the padding."""
        room = self._text_room(width)
        high = self._text.heightForWidth(room) + 2 * self.look.px(_PAD)
        if not self._note.isHidden():
            high += self._note.heightForWidth(room)
        return high

    def sizeHint(self) -> QSize:
        """Return one line's height."""
        high = self.look.line(Style.SENTENCE) + 2 * self.look.px(_PAD)
        return QSize(self.look.px(200), high)

    def minimumSizeHint(self) -> QSize:
        """Return one line's height."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the sentence between icon and caps."""
        super().resizeEvent(event)
        self._place()

    def restyle(self) -> None:
        """Measure and paint again."""
        super().restyle()
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, the icon and the caps."""
        painter = QPainter(self)
        look, palette = self.look, self.look.palette
        offered = self._proposed and self.isEnabled()
        self.paint_hover(painter, ground=palette.selected if offered else None)
        if offered and palette.high_contrast:
            painter.setPen(QPen(colour(palette.line_strong), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        line = look.line(Style.SENTENCE)
        top = look.px(_PAD)
        edge = look.px(_ICON)
        ink = palette.accent if offered else palette.text_2
        spot = (look.px(_PAD), top + (line - edge) // 2, edge)
        icons.draw(painter, "replace", ink, spot)
        if self.isEnabled():
            caps = key_caps.size(self._choice.key, look)
            x = self.width() - look.px(_PAD) - caps.width()
            at = QPoint(x, top + (line - caps.height()) // 2)
            key_caps.draw(painter, at, self._choice.key, look)
        self.paint_focus(painter)

    def _text_left(self) -> int:
        return self.look.px(_PAD) + self.look.px(_ICON) + self.look.px(8)

    def _text_room(self, width: int) -> int:
        caps = key_caps.size(self._choice.key, self.look).width()
        room = width - self._text_left() - self.look.px(_PAD)
        return max(room - (caps + self.look.px(8) if caps else 0), self.look.px(80))

    def _place(self) -> None:
        room = self._text_room(self.width())
        top = self.look.px(_PAD)
        high = self._text.heightForWidth(room)
        self._text.setGeometry(self._text_left(), top, room, high)
        below = self._note.heightForWidth(room)
        self._note.setGeometry(self._text_left(), top + high, room, below)
