"""The control for each kind of setting; all tell a change the same way."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QKeySequenceEdit,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from assist.overlay import icons
from assist.overlay.program_list import ProgramList
from assist.overlay.setting_words import choice_name, unit_name
from assist.overlay.theme import Look, colour
from assist.overlay.themed import Themed
from assist.settings import Spec


class Switch(Themed, QAbstractButton):
    """On or off; a sliding knob, with a tick so that colour is not all.

    Signals:
        changed: ``(bool)``, by the agent.
    """

    changed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(lambda: self.changed.emit(self.isChecked()))

    def show_value(self, value: object) -> None:
        """Show a value that came from elsewhere."""
        self.setChecked(bool(value))

    def restyle(self) -> None:
        """Measure and paint again."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for track and focus ring."""
        return QSize(self.look.px(44), self.look.px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint track, knob and ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, palette, on = self.look.px, self.look.palette, self.isChecked()
        track = QRectF(px(3), px(4), px(38), px(20))
        ink = palette.accent if on else palette.raised
        edge = palette.accent if on else palette.line_strong
        if not self.isEnabled():
            ink = edge = palette.line_soft
        painter.setPen(QPen(colour(edge), 1.5))
        painter.setBrush(colour(ink))
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        knob = px(14)
        left = track.right() - knob - px(3) if on else track.left() + px(3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(palette.on_accent if on else palette.line_strong))
        painter.drawEllipse(QRectF(left, track.top() + px(3), knob, knob))
        if self.hasFocus():
            painter.setPen(QPen(colour(palette.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)


def _chevrons(box: QWidget, look: Look, *, both: bool) -> None:
    """Paint what the style sheet cannot: arrows in the theme's own colour."""
    painter = QPainter(box)
    edge = look.px(12)
    left = box.width() - edge - look.px(7)
    ink = look.palette.text_2 if box.isEnabled() else look.palette.text_3
    middle = (box.height() - edge) // 2
    apart = look.px(6) if both else 0
    icons.draw(painter, "chevron-down", ink, (left, middle + apart, edge))
    if both:
        painter.translate(0, box.height())
        painter.scale(1, -1)
        icons.draw(painter, "chevron-down", ink, (left, middle + apart, edge))


class ChoiceBox(Themed, QComboBox):
    """One of a few values.

    Signals:
        changed: ``(str)``, by the agent.
    """

    changed = Signal(object)

    def __init__(self, choices: tuple[str, ...], look: Look) -> None:
        super().__init__()
        self.look = look
        self._choices = choices
        for choice in choices:
            self.addItem(choice_name(choice), choice)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(lambda at: self.changed.emit(self.itemData(at)))

    def show_value(self, value: object) -> None:
        """Show a value that came from elsewhere, in the language in force."""
        for at, choice in enumerate(self._choices):
            self.setItemText(at, choice_name(choice))
        self.setCurrentIndex(self.findData(value))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow too."""
        super().paintEvent(event)
        _chevrons(self, self.look, both=False)

    def restyle(self) -> None:
        """Measure and paint again."""
        self.updateGeometry()
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: nothing changes by scrolling past."""
        event.ignore()


class NumberBox(Themed, QSpinBox):
    """A number with its unit and range.

    Signals:
        changed: ``(int)``, by the agent.
    """

    changed = Signal(object)

    def __init__(self, spec: Spec, look: Look) -> None:
        super().__init__()
        self.look = look
        self._unit = spec.unit
        self.setRange(spec.low, spec.high)
        self.setSingleStep({"ms": 100, "%": 25, "s": 5}.get(spec.unit, 1))
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(lambda: self.changed.emit(self.value()))

    def show_value(self, value: object) -> None:
        """Show a value that came from elsewhere, in the language in force."""
        self.setSuffix(unit_name(self._unit))
        self.blockSignals(True)  # noqa: FBT003  Qt's own
        self.setValue(int(str(value)))
        self.blockSignals(False)  # noqa: FBT003  Qt's own

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrows too."""
        super().paintEvent(event)
        _chevrons(self, self.look, both=True)

    def restyle(self) -> None:
        """Measure and paint again."""
        self.updateGeometry()
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: nothing changes by scrolling past."""
        event.ignore()


class ChordBox(QKeySequenceEdit):
    """A key combination, pressed to set it; the cross clears it.

    Signals:
        changed: ``(str)``, by the agent.
        recording: ``(bool)``, keys belong to this control now, or no more.
    """

    changed = Signal(object)
    recording = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaximumSequenceLength(1)
        self.setClearButtonEnabled(True)
        self.keySequenceChanged.connect(lambda _: self.changed.emit(self.chord))

    @property
    def chord(self) -> str:
        """The combination as settings write it; empty for none."""
        written = self.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        return written.replace("Meta+", "Super+")

    def show_value(self, value: object) -> None:
        """Show a value that came from elsewhere."""
        sequence = QKeySequence(str(value).replace("Super+", "Meta+"))
        self.blockSignals(True)  # noqa: FBT003  Qt's own
        self.setKeySequence(sequence)
        self.blockSignals(False)  # noqa: FBT003  Qt's own

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Ask for our own grabbed keys to be let through."""
        super().focusInEvent(event)
        self.recording.emit(True)  # noqa: FBT003  a signal has no names

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let them be grabbed again."""
        super().focusOutEvent(event)
        self.recording.emit(False)  # noqa: FBT003  a signal has no names


class TextBox(QLineEdit):
    """A word.

    Signals:
        changed: ``(str)``, by the agent.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editingFinished.connect(lambda: self.changed.emit(self.text().strip()))

    def show_value(self, value: object) -> None:
        """Show a value that came from elsewhere."""
        self.setText(str(value))


Control = Switch | ChoiceBox | NumberBox | ChordBox | TextBox | ProgramList


def control_for(spec: Spec, look: Look) -> Control:
    """Return the control that suits a declared setting."""
    if isinstance(spec.default, bool):
        return Switch(look)
    if spec.choices:
        return ChoiceBox(spec.choices, look)
    if spec.low != spec.high:
        return NumberBox(spec, look)
    if spec.chord:
        return ChordBox()
    if isinstance(spec.default, tuple):
        return ProgramList(look)
    return TextBox()
