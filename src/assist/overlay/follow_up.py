"""After *ignore once* or *not a violation*: what was done, and one optional answer.

The deed is done before this opens; whoever says nothing has said enough.
"""

from enum import Enum

from PySide6.QtCore import QEvent, QPointF, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent

from assist.model.answer import IgnoreReason
from assist.overlay import icons
from assist.overlay.announce import announce
from assist.overlay.buttons import IconButton, baseline
from assist.overlay.chip import Chip
from assist.overlay.floating import FloatingWindow
from assist.overlay.theme import Look, colour
from assist.overlay.tokens import RADIUS_PANEL, UNDO_MS, Style

_WIDE, _LINE, _BELOW = 368, 44, 12
_PAD = 16


class Answered(Enum):
    """What the agent had answered on the card."""

    IGNORED = "ignore"  # the value is its icon
    NOTED = "not-a-violation"


class FollowUp(FloatingWindow):
    """Stands where the card was, for a few seconds; takes no focus.

    Signals:
        reason_given: ``(IgnoreReason)``.
        clause_wanted: The agent wants to attach the clause.
        closed: The time is over, or it was answered or dismissed.
    """

    reason_given = Signal(object)
    clause_wanted = Signal()
    closed = Signal()

    radius = RADIUS_PANEL

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._answered = Answered.IGNORED
        self._may_attach = True
        self._chords: tuple[str, ...] = ("", "", "")
        self._chips = tuple(Chip(look, f"answer_{n}", self) for n in range(3))
        for number, chip in enumerate(self._chips):
            chip.clicked.connect(lambda _=False, at=number: self.choose(at))
        self._close = IconButton(look, "close", "close", self)
        self._close.clicked.connect(self.dismiss)
        self._time = QTimer(self, singleShot=True, interval=UNDO_MS)
        self._time.timeout.connect(self.dismiss)
        self.setObjectName("follow_up")
        self.setWindowTitle("Assist")
        self.refresh()

    def open_for(
        self, answered: Answered, *, chords: tuple[str, ...], may_attach: bool = True
    ) -> None:
        """Say what was done, and offer what may be said about it.

        Args:
            answered: What the agent did.
            chords: The keys of the three chips.
            may_attach: Whether a clause may be attached at all.
        """
        self._answered = answered
        self._chords, self._may_attach = chords, may_attach
        self.refresh()
        self.show()
        announce(self, self.accessibleName())
        self._time.start()

    @property
    def _sentence(self) -> str:
        if self._answered is Answered.IGNORED:
            return self.tr("本次忽略，原文不动")
        return self.tr("谢谢，这次不算。已记给组长复核")

    def _offers(self) -> tuple[str, ...]:
        if self._answered is Answered.IGNORED:
            return self.tr("引用原话"), self.tr("这里合适"), self.tr("来不及改")
        return (self.tr("附上这半句…"),) if self._may_attach else ()

    @property
    def _hint(self) -> str:
        if self._answered is not Answered.IGNORED:
            return ""
        held = self._chords[0].rpartition("+")[0] if self._chords[1] else ""
        return " · ".join(filter(None, [self.tr("原因可选"), held]))

    def refresh(self) -> None:
        """Word and measure everything anew."""
        self.setAccessibleName(self._sentence)
        self._close.setAccessibleName(self.tr("关闭"))
        self._close.setToolTip(self.tr("关闭"))
        offers = self._offers()
        for number, chip in enumerate(self._chips):
            chip.setVisible(number < len(offers))
            if number < len(offers):
                chip.say(offers[number], chord=self._chords[number])
        px = self.look.px
        below = px(28 + _BELOW) if offers else 0
        self.resize_frame(QSize(px(_WIDE), px(_LINE) + below))
        self._put_chips(len(offers))
        self.update()

    def _put_chips(self, count: int) -> None:
        px, frame = self.look.px, self.frame
        hit = px(28)
        top = frame.y() + (px(_LINE) - hit) // 2
        self._close.setGeometry(frame.right() - px(10) - hit, top, hit, hit)
        shown = self._chips[:count]
        room = frame.width() - 2 * px(_PAD) - px(8) * max(count - 1, 0)
        whole = sum(chip.width_with(whole=True) for chip in shown) <= room
        left = frame.x() + px(_PAD)
        for chip in shown:
            chip.show_whole(whole=whole)
            wanted = chip.sizeHint()
            y = frame.y() + px(_LINE)
            chip.setGeometry(left, y, wanted.width(), wanted.height())
            left += wanted.width() + px(8)

    def _shape(self) -> None:
        """Keep the controls on the frame."""
        super()._shape()
        self._put_chips(len(self._offers()))

    @Slot(int)
    def choose(self, index: int) -> None:
        """Answer with a chip, counted from 0."""
        if not self.isVisible() or index >= len(self._offers()):
            return
        answered = self._answered
        self.dismiss()
        if answered is Answered.IGNORED:
            self.reason_given.emit(tuple(IgnoreReason)[index])
        else:
            self.clause_wanted.emit()

    @Slot()
    def dismiss(self) -> None:
        """Go away without an answer."""
        self._time.stop()
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stop the time while the pointer rests here."""
        super().enterEvent(event)
        self._time.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Let the time begin anew."""
        super().leaveEvent(event)
        if self.isVisible():
            self._time.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint icon, sentence and hint."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, palette, px, frame = (
            self.look,
            self.look.palette,
            self.look.px,
            self.frame,
        )
        edge = px(16)
        left = frame.x() + px(_PAD)
        top = frame.y() + (px(_LINE) - edge) // 2
        icons.draw(painter, self._answered.value, palette.text_2, (left, top, edge))
        painter.setFont(look.font(Style.BODY))
        painter.setPen(colour(palette.text))
        base = frame.y() + baseline(look, Style.BODY, px(_LINE))
        left += edge + px(8)
        painter.drawText(QPointF(left, base), self._sentence)
        self._paint_hint(painter, left)

    def _paint_hint(self, painter: QPainter, left: int) -> None:
        look, px = self.look, self.look.px
        words = look.metrics(Style.BODY).horizontalAdvance(self._sentence)
        width = look.metrics(Style.CAPTION).horizontalAdvance(self._hint)
        x = self._close.x() - px(4) - width
        if not self._hint or x < left + words + px(8):
            return
        painter.setFont(look.font(Style.CAPTION))
        painter.setPen(colour(look.palette.text_3))
        base = self.frame.y() + baseline(look, Style.CAPTION, px(_LINE))
        painter.drawText(QPointF(x, base), self._hint)
