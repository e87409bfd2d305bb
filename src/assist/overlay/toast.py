"""The line that says what became of a replacement, with Undo beside it."""

from PySide6.QtCore import (
    QAbstractAnimation,
    QEvent,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QVariantAnimation,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QEnterEvent,
    QHideEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)

from assist.overlay import icons, key_caps
from assist.overlay.announce import announce
from assist.overlay.buttons import WordButton, baseline
from assist.overlay.card_values import Keys
from assist.overlay.floating import FloatingWindow
from assist.overlay.theme import Look, colour
from assist.overlay.toast_words import ToastKind, toast_words
from assist.overlay.tokens import RADIUS_PANEL, UNDO_MS, Style

_WIDE, _HIGH = 368, 44
_PAD = 16
_LINE_STEPS = 180  # 30 a second


class Toast(FloatingWindow):
    """What changed, what did not, and for six seconds the way back.

    Signals:
        undo_requested: The agent wants their own text back.
        closed: The time is over, or the agent dismissed it.
    """

    undo_requested = Signal()
    closed = Signal()

    radius = RADIUS_PANEL

    def __init__(self, look: Look, *, keys: Keys | None = None) -> None:
        super().__init__(look)
        self._keys = keys or Keys()
        self._kind = ToastKind.DONE
        self._taken = ""
        self._words = toast_words(self._kind, self._keys, taken=self._taken)
        self._left = 1.0
        self._line = QVariantAnimation(self)
        self._line.setStartValue(1.0)
        self._line.setEndValue(0.0)
        self._line.setDuration(UNDO_MS)
        self._line.valueChanged.connect(self._tick)
        self._line.finished.connect(self.dismiss)
        self._undo = WordButton(look, "undo", self, icon="undo", ink="accent_text")
        self._undo.clicked.connect(self.undo)
        self.setObjectName("toast")
        self.setWindowTitle("Assist")
        self.refresh()

    def show_done(self) -> None:
        """The replacement is in the draft and was read back."""
        self._begin(ToastKind.DONE)

    def show_copied(self) -> None:
        """Nothing was written; the text is on the clipboard. Stays."""
        self._begin(ToastKind.COPIED)

    def show_thanks(self) -> None:
        """What the agent said about a finding is kept."""
        self._begin(ToastKind.THANKS)

    def show_restored(self) -> None:
        """The agent's own text is back."""
        self._begin(ToastKind.RESTORED)

    def show_changed_meanwhile(self) -> None:
        """The draft is another one by now; nothing was written. Stays."""
        self._begin(ToastKind.CHANGED)

    def show_inserted(self) -> None:
        """The checked text of the pad is in the client; it was not sent."""
        self._begin(ToastKind.INSERTED)

    def show_sent(self) -> None:
        """The checked text of the pad was sent, as chosen for this program."""
        self._begin(ToastKind.SENT)

    def show_key_taken(self, chord: str) -> None:
        """Another program holds ``chord``; everything else works. Stays."""
        self._taken = chord
        self._begin(ToastKind.KEY_TAKEN)

    def show_not_logged(self) -> None:
        """The usage log cannot be written; everything else works. Stays."""
        self._begin(ToastKind.NOT_LOGGED)

    def show_pack(self, brief: str) -> None:
        """Another version of the phrase list is in use, e.g. ``v12 → v13: +6 −2``."""
        self._taken = brief
        self._begin(ToastKind.PACK)

    @property
    def offers_undo(self) -> bool:
        """Whether the way back is on the screen."""
        return self._kind.can_undo and self.isVisible()

    def _begin(self, kind: ToastKind) -> None:
        self._kind = kind
        self._left = 1.0
        self._line.stop()
        self.refresh()
        self.show()
        announce(self, self.accessibleName())
        if not kind.stays:
            self._line.start()

    def refresh(self) -> None:
        """Word and measure everything anew."""
        self._words = words = toast_words(self._kind, self._keys, taken=self._taken)
        self.setAccessibleName(" ".join(filter(None, [words.text, words.hint])))
        self._undo.say(words.undo, chord=self._keys.undo)
        self._undo.setVisible(bool(words.undo))
        self.resize_frame(QSize(self.look.px(_WIDE), self.look.px(_HIGH)))
        self._put_undo()
        self.update()

    def _put_undo(self) -> None:
        px, frame = self.look.px, self.frame
        words = self.look.metrics(Style.BODY).horizontalAdvance(self._words.text)
        room = frame.width() - 2 * px(_PAD) - px(16 + 8 + 4) - round(words)
        self._undo.show_keys(shown=self._undo.width_with(keys=True) <= room)
        hint = self._undo.sizeHint()
        left = frame.x() + frame.width() - px(_PAD) + px(4) - hint.width()
        top = frame.y() + (frame.height() - hint.height()) // 2
        self._undo.setGeometry(left, top, hint.width(), hint.height())

    @Slot()
    def undo(self) -> None:
        """Ask for the text as it was, if this toast offers that."""
        if self.offers_undo:
            self._end()
            self.undo_requested.emit()

    @Slot()
    def dismiss(self) -> None:
        """Go away."""
        self._end()
        self.closed.emit()

    def _end(self) -> None:
        self._line.stop()
        self.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop the time, however the window was taken away (the program ends)."""
        super().hideEvent(event)
        self._line.stop()

    def _tick(self, left: float) -> None:
        before = self._shown_time
        self._left = left
        if self._shown_time != before:
            frame, high = self.frame, self.look.px(2)
            line = QRect(frame.x(), frame.bottom() + 1 - high, frame.width(), high)
            self.update(frame if self.look.reduced_motion else line)

    @property
    def _shown_time(self) -> int:
        """What changes when the time has to be painted again."""
        if self.look.reduced_motion:
            return self._seconds
        return int(self._left * _LINE_STEPS)

    @property
    def _seconds(self) -> int:
        return round(self._left * UNDO_MS / 1000)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stop the time while the pointer rests here."""
        super().enterEvent(event)
        if self._line.state() is QAbstractAnimation.State.Running:
            self._line.pause()

    def leaveEvent(self, event: QEvent) -> None:
        """Let the time go on."""
        super().leaveEvent(event)
        if self._line.state() is QAbstractAnimation.State.Paused:
            self._line.resume()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the button dismisses what has been read."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.dismiss()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sentence, and the time left for undoing."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, palette, px = self.look, self.look.palette, self.look.px
        words, frame = self._words, self.frame
        edge = px(16)
        left = frame.x() + px(_PAD)
        top = frame.y() + (frame.height() - edge) // 2
        icons.draw(painter, words.icon, getattr(palette, words.ink), (left, top, edge))
        painter.setFont(look.font(Style.BODY))
        painter.setPen(colour(palette.text))
        base = frame.y() + baseline(look, Style.BODY, frame.height())
        x = left + edge + px(8)
        painter.drawText(QPointF(x, base), words.text)
        if words.hint:
            self._paint_hint(painter, words.hint, words.chord)
        if self._kind.can_undo:
            self._paint_time(painter)

    def _paint_hint(self, painter: QPainter, hint: str, chord: str) -> None:
        look, px, frame = self.look, self.look.px, self.frame
        caps = key_caps.size(chord, look)
        right = frame.x() + frame.width() - px(_PAD)
        at = frame.center()
        at.setX(right - caps.width())
        at.setY(frame.y() + (frame.height() - caps.height()) // 2)
        key_caps.draw(painter, at, chord, look)
        painter.setFont(look.font(Style.CAPTION))
        painter.setPen(colour(look.palette.text_2))
        width = look.metrics(Style.CAPTION).horizontalAdvance(hint)
        x = right - caps.width() - (px(6) if chord else 0) - width
        base = frame.y() + baseline(look, Style.CAPTION, frame.height())
        painter.drawText(QPointF(x, base), hint)

    def _paint_time(self, painter: QPainter) -> None:
        look, frame = self.look, self.frame
        if look.reduced_motion:
            seconds = self.tr("%1 秒").replace("%1", str(self._seconds))
            painter.setFont(look.font(Style.CAPTION))
            painter.setPen(colour(look.palette.text_3))
            width = look.metrics(Style.CAPTION).horizontalAdvance(seconds)
            base = frame.y() + baseline(look, Style.CAPTION, frame.height())
            x = self._undo.x() - look.px(8) - width
            painter.drawText(QPointF(x, base), seconds)
            return
        painter.setClipPath(self.outline())
        high = look.px(2)
        line = QRectF(frame.x(), frame.y() + frame.height() - high, 0, high)
        line.setWidth(frame.width() * self._left)
        painter.fillRect(line, colour(look.palette.accent))
