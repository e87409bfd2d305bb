"""The strip: what is read, and how many findings there are."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPainterPath, QPaintEvent

from assist.model.finding import Finding
from assist.overlay import strip_painting
from assist.overlay.card_values import Keys
from assist.overlay.floating import FloatingWindow
from assist.overlay.placement import STRIP_ORDER
from assist.overlay.strip_content import (
    StripContent,
    of_findings,
    of_question,
    of_status,
)
from assist.overlay.strip_face import HIGH, MOST, TOOLS, StripFace
from assist.overlay.theme import Look
from assist.overlay.tokens import RADIUS_PANEL, SHRINK_MS
from assist.overlay.words import SNOOZES, snooze_offer
from assist.ports import Mode, Status

_DOT_HIT = 24
_IDLE = Status(Mode.IDLE)


class Strip(FloatingWindow):
    """State or counts in one line; a dot while there is nothing to say.

    What information it carries changes at once and in one step: measure, size,
    paint.  No layout is involved.

    Signals:
        opened: The agent wants to see the findings.
        pad_requested: The agent wants the compose pad.
        palette_requested: The agent wants a compliant sentence.
        pause_toggled: Pause, or go on.
        check_requested: Read and check now.
        snooze_requested: ``(minutes)`` without a card that opens by itself; 0 ends
            it, :data:`UNTIL_TOMORROW` lasts until midnight.
        watch_requested: ``(app)``, have drafts in this program read from now on.
    """

    opened = Signal()
    pad_requested = Signal()
    palette_requested = Signal()
    pause_toggled = Signal()
    check_requested = Signal()
    snooze_requested = Signal(int)
    watch_requested = Signal(str)

    radius = RADIUS_PANEL
    order = STRIP_ORDER

    def __init__(self, look: Look, *, keys: Keys | None = None) -> None:
        super().__init__(look)
        self._keys = keys or Keys()
        self._status = _IDLE
        self._pack = ""
        self._minutes_left: int | None = None
        self._findings: tuple[Finding, ...] = ()
        self._snoozed_min: int | None = None
        self._next_snooze = 0
        self._asking = False
        self._may_shrink = True
        self._small = False
        self._hovered = False
        self._tools = False
        self._content = of_status(_IDLE, keys=self._keys)
        self._fitted = self._content
        self._face = StripFace(look, self)
        self._bind()
        self._shrink = QTimer(self, singleShot=True, interval=SHRINK_MS)
        self._shrink.timeout.connect(self.shrink)
        self.setObjectName("strip")
        self.setWindowTitle("Assist")
        self.refresh()

    def _bind(self) -> None:
        self._face.body.clicked.connect(self._clicked)
        self._face.body.entered.connect(lambda: self.show_tools(shown=True))
        self._face.action.clicked.connect(self._act)
        self._face.phrases.clicked.connect(self.palette_requested)
        self._face.pad.clicked.connect(self.pad_requested)
        self._face.pause.clicked.connect(self.pause_toggled)
        self._face.snooze.clicked.connect(self._snooze)

    # What is shown.

    def show_status(self, status: Status, *, minutes_left: int | None = None) -> None:
        """Show what can be read; findings of before are gone.

        Args:
            status: The state.
            minutes_left: Of a pause, if it has an end.
        """
        self._status = status
        self._minutes_left = minutes_left
        self._findings = ()
        self._asking = False
        self._show(self._worded())

    def show_pack(self, version: str) -> None:
        """Say which phrase list is in use, where there is room for it."""
        self._pack = version
        self.refresh()

    def show_snooze(self, minutes_left: int | None) -> None:
        """Show that no card opens by itself, or that they do again."""
        if minutes_left is None:
            self._next_snooze = 0
        self._snoozed_min = minutes_left
        self.refresh()

    def let_shrink(self, *, allowed: bool) -> None:
        """Become a dot when there is nothing to say, or never."""
        self._may_shrink = allowed
        if not allowed:
            self._small = False
        self._arrange()
        self.update()

    def _worded(self) -> StripContent:
        if self._findings:
            return of_findings(self._findings, snoozed_min=self._snoozed_min)
        if self._asking:
            return of_question(self._status.app)
        return of_status(
            self._status,
            minutes_left=self._minutes_left,
            keys=self._keys,
            snoozed_min=self._snoozed_min,
            pack=self._pack,
        )

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show how many findings there are; none shows the state again."""
        if not findings:
            self.show_status(self._status, minutes_left=self._minutes_left)
            return
        self._findings = findings
        self._show(self._worded())

    def _show(self, content: StripContent) -> None:
        if content == self._content:
            return
        self._content = content
        self._small = False
        self._arrange()
        if self.isVisible():
            self.repaint()

    def refresh(self) -> None:
        """Word and measure everything anew."""
        self._content = self._worded()
        self._face.name_controls(snooze_offer(SNOOZES[self._next_snooze]))
        self._arrange()
        self.update()

    @property
    def is_dot(self) -> bool:
        """Whether only the dot is shown."""
        return self._small

    def shrink(self) -> None:
        """Become the dot, if nothing has to be said and no pointer is here."""
        if self._hovered:
            self._shrink.start()
        elif self._content.quiet and self._may_shrink:
            self._small = True
            self._arrange()
            self.update()

    def grow(self) -> None:
        """Become the strip again."""
        self._small = False
        self._arrange()
        self.update()

    # Where things are.

    def _arrange(self) -> None:
        content = self._content
        self.setAccessibleName(content.sentence)
        if content.quiet and not self._small:
            self._shrink.start()
        else:
            self._shrink.stop()
        self._fitted = self._face.fitted(content)
        if self._small:
            edge = self.look.px(_DOT_HIT)
            self._face.arrange_dot(edge)
            self.resize_frame(QSize(edge, edge))
        else:
            width = self._face.arrange(self._fitted, tools=self._tools)
            self.resize_frame(QSize(width, self.look.px(HIGH)))

    def _shape(self) -> None:
        """Keep the controls on the frame."""
        super()._shape()
        self._face.setGeometry(self.frame)

    @property
    def reserved(self) -> int:
        """Room for the widest strip with its tools."""
        return self.look.px(MOST + TOOLS)

    def _disc(self) -> QRect:
        return strip_painting.dot_disc(self.frame, self.look)

    def _dot_radius(self) -> int:
        return self._disc().width() // 2 if self.look.composited else self.corner

    def outline(self) -> QPainterPath:
        """Return the shape of the strip, or of the dot."""
        if not self._small:
            return super().outline()
        path = QPainterPath()
        radius = self._dot_radius()
        path.addRoundedRect(QRectF(self._disc()), radius, radius)
        return path

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dot or the strip."""
        if self._small:
            painter = QPainter(self)
            disc = self._disc()
            self.paint_ground(painter, disc, self._dot_radius())
            strip_painting.draw_dot(painter, disc, self._content, self.look)
            return
        super().paintEvent(event)
        painter = QPainter(self)
        strip_painting.draw_content(painter, self.frame, self._fitted, self.look)
        if self._tools:
            x = self._face.x() + self._face.phrases.x() - self.look.px(5)
            strip_painting.draw_divider(painter, x, self.frame, self.look)

    # What the agent does.

    def _clicked(self) -> None:
        if self._small:
            self.grow()
        elif self._findings:
            self.opened.emit()
        elif self._content.action_does:
            self._act()

    def _act(self) -> None:
        does = {
            "pause": self.pause_toggled,
            "pad": self.pad_requested,
            "check": self.check_requested,
        }
        if self._content.action_does == "watch":
            self._ask_or_watch()
        else:
            does[self._content.action_does].emit()

    def _ask_or_watch(self) -> None:
        """Ask first: one click too many must not have a program read."""
        if self._asking:
            self._asking = False
            self.watch_requested.emit(self._status.app)
        else:
            self._asking = True
            self._show(self._worded())

    def _snooze(self) -> None:
        """Ask for the snooze on offer; the next click offers a longer one."""
        asked = SNOOZES[self._next_snooze]
        self._next_snooze = (self._next_snooze + 1) % len(SNOOZES)
        self.snooze_requested.emit(asked)

    def leaveEvent(self, event: QEvent) -> None:
        """Put the tools away."""
        super().leaveEvent(event)
        self._hovered = False
        self.show_tools(shown=False)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Do not shrink while the pointer is here."""
        super().enterEvent(event)
        self._hovered = True

    def show_tools(self, *, shown: bool) -> None:
        """Show the tools beside the words, or put them away."""
        if self._small or shown == self._tools:
            return
        self._tools = shown
        self._arrange()
        self.update()
