"""A quiet line that offers the review once a shift is over; takes no focus."""

from PySide6.QtCore import QPointF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent

from assist.overlay import icons
from assist.overlay.announce import announce
from assist.overlay.buttons import IconButton, WordButton, baseline
from assist.overlay.floating import FloatingWindow
from assist.overlay.review_language import LANGUAGE_CODES
from assist.overlay.theme import Look, colour
from assist.overlay.tokens import RADIUS_PANEL, Style
from assist.review.wording import Words

_HIGH, _PAD, _GAP = 44, 16, 8


class ReviewNote(FloatingWindow):
    """Stays until it is answered or typing goes on; makes no sound.

    Signals:
        review_requested: The agent wants to see the review.
        closed: The agent does not.
    """

    review_requested = Signal()
    closed = Signal()

    radius = RADIUS_PANEL

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setObjectName("review_note")
        self.setWindowTitle("Assist")
        self._text = ""
        self._look_at = WordButton(look, "note_review", self, ink="accent_text")
        self._look_at.clicked.connect(self._accept)
        self._close = IconButton(look, "note_close", "close", self)
        self._close.clicked.connect(self._decline)
        self.refresh()

    def invite(self) -> None:
        """Offer the review."""
        self.refresh()
        self.show()
        announce(self, self.accessibleName())

    def refresh(self) -> None:
        """Word and measure everything anew."""
        words = Words(LANGUAGE_CODES[self.look.language])
        self._text = words("invite")
        self.setAccessibleName(self._text)
        self._look_at.say(words("invite_look"))
        self._close.setAccessibleName(words("invite_close"))
        self._close.setToolTip(words("invite_close"))
        px = self.look.px
        said = self.look.metrics(Style.BODY).horizontalAdvance(self._text)
        look_at, close = self._look_at.sizeHint(), self._close.sizeHint()
        wide = px(_PAD + 16 + _GAP) + round(said) + px(2 * _GAP)
        wide += look_at.width() + close.width() + px(_GAP)
        self.resize_frame(QSize(wide, px(_HIGH)))
        self._arrange(look_at, close)
        self.update()

    def _arrange(self, look_at: QSize, close: QSize) -> None:
        frame, px = self.frame, self.look.px
        right = frame.x() + frame.width() - px(_GAP)
        middle = frame.y() + frame.height() // 2
        x = right - close.width()
        self._close.setGeometry(
            x, middle - close.height() // 2, close.width(), close.height()
        )
        x -= look_at.width()
        self._look_at.setGeometry(
            x, middle - look_at.height() // 2, look_at.width(), look_at.height()
        )

    def _accept(self) -> None:
        self.hide()
        self.review_requested.emit()

    def _decline(self) -> None:
        self.hide()
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint icon and sentence."""
        super().paintEvent(event)
        painter = QPainter(self)
        look, px, frame = self.look, self.look.px, self.frame
        edge = px(16)
        left = frame.x() + px(_PAD)
        top = frame.y() + (frame.height() - edge) // 2
        icons.draw(painter, "review", look.palette.accent, (left, top, edge))
        painter.setFont(look.font(Style.BODY))
        painter.setPen(colour(look.palette.text))
        base = frame.y() + baseline(look, Style.BODY, frame.height())
        painter.drawText(QPointF(left + edge + px(_GAP), base), self._text)
