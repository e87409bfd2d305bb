"""The lines under flagged words in another program, and the pointer on them."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QBitmap, QCursor, QImage, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from assist.model.draft import Rect
from assist.model.rule import Severity
from assist.model.screen import Screen, screen_of
from assist.overlay import underline
from assist.overlay.theme import Look, colour

_FLAGS = (
    Qt.WindowType.ToolTip
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
    | Qt.WindowType.WindowTransparentForInput
)
_TICK_MS = 100
_REST_TICKS = 3
_BELOW = 2  # logical pixels between the words and the line


@dataclass(frozen=True, slots=True)
class Line:
    """A line of flagged words; ``words`` in physical pixels."""

    finding_id: int
    severity: Severity
    words: Rect


class UnderlineWindow(QWidget):
    """Opaque and cut to the shape of one line: right without a compositor too."""

    def __init__(self) -> None:
        super().__init__(None, _FLAGS)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setObjectName("underline")
        self._ink = "#000000"

    def draw(self, place: QRect, severity: Severity, look: Look) -> None:
        """Show the line of ``severity`` along the top of ``place``, logical."""
        self._ink = look.severity(severity)
        self.setGeometry(place)
        self.setMask(_shape(place.size(), severity, look))
        self.show()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the shape."""
        QPainter(self).fillRect(self.rect(), colour(self._ink))


def _shape(size: QSize, severity: Severity, look: Look) -> QRegion:
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    underline.draw(painter, QPointF(0, 0), size.width(), severity, look)
    painter.end()
    return QRegion(QBitmap.fromImage(image.createAlphaMask()))


class Underlines(QObject):
    """Keeps as many windows as there are lines; the pointer is read at 10 Hz.

    Signals:
        rested: ``(finding id)``, the pointer stays on flagged words.
    """

    rested = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._windows: list[UnderlineWindow] = []
        self._spots: list[tuple[QRect, int]] = []
        self._on: int | None = None
        self._ticks = 0
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self._look)

    @property
    def shown(self) -> bool:
        """Whether a line is on the screen."""
        return bool(self._spots)

    def show_lines(self, lines: tuple[Line, ...], screens: tuple[Screen, ...]) -> None:
        """Show just these lines."""
        if not lines:
            self.hide()
            return
        self._spots = []
        high = self.look.px(underline.HEIGHT) + 1
        for number, line in enumerate(lines):
            logical = screen_of(line.words, screens).to_logical(line.words)
            words = QRect(logical.x, logical.y, logical.width, logical.height)
            place = QRect(words.x(), words.bottom() + 1 + _BELOW, words.width(), high)
            self._window(number).draw(place, line.severity, self.look)
            self._spots.append((words.united(place), line.finding_id))
        for window in self._windows[len(lines) :]:
            window.hide()
        self._tick.start()

    def hide(self) -> None:
        """Take every line away, and read the pointer no more."""
        self._tick.stop()
        self._spots = []
        self._on = None
        for window in self._windows:
            window.hide()

    def _window(self, number: int) -> UnderlineWindow:
        while number >= len(self._windows):
            self._windows.append(UnderlineWindow())
        return self._windows[number]

    def _look(self) -> None:
        on = self._under(QCursor.pos())
        self._ticks = self._ticks + 1 if on == self._on else 0
        self._on = on
        if on is not None and self._ticks == _REST_TICKS:
            self.rested.emit(on)

    def _under(self, at: QPoint) -> int | None:
        for spot, finding_id in self._spots:
            if spot.contains(at):
                return finding_id
        return None
