"""A field to try in: what is typed is checked and replaced as everywhere else."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from assist.model.edit import Edit
from assist.model.finding import Finding
from assist.overlay.card_values import CardChoice
from assist.overlay.pad_editor import PadEditor
from assist.overlay.pad_parts import PadBox, PadFinding
from assist.overlay.theme import Look
from assist.overlay.themed import Themed

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BOX_HIGH = 44
_GAP = 8
_HIGH = 230


@dataclass(frozen=True, slots=True)
class Tried:
    """What is found in a text, with the replacements and what each does."""

    findings: tuple[Finding, ...]
    choices: tuple[CardChoice, ...] = ()
    edits: tuple[Edit, ...] = ()


class Practice(Themed, QWidget):
    """Text box, and the first finding below it.

    Signals:
        replaced: A replacement was put in.
        entered: Enter was pressed; it makes no new line here.
    """

    replaced = Signal()
    entered = Signal()

    def __init__(
        self, look: Look, check: Callable[[str], Tried], parent: QWidget | None = None
    ) -> None:
        """Make an empty field.

        Args:
            look: Theme, language, text size.
            check: Finds what is to be said otherwise; must be quick.
            parent: Parent widget.
        """
        super().__init__(parent)
        self.look = look
        self._check = check
        self._tried = Tried(())
        self._last: Edit | None = None
        self.editor = PadEditor(look)
        self._box = PadBox(look, self.editor, self)
        self._panel = PadFinding(look, self)
        self._panel.chosen.connect(self.choose)
        self._panel.hide()
        self.editor.changed.connect(self._typed)
        self.editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter away from the text box."""
        if isinstance(event, QKeyEvent) and event.key() in _ENTER:
            if event.type() == QEvent.Type.KeyPress:
                self.entered.emit()
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def choose(self, index: int) -> None:
        """Put in a replacement, counted from 0."""
        if index >= len(self._tried.edits):
            return
        edit = self._tried.edits[index]
        if self.editor.apply(edit):
            self._last = edit
            self.replaced.emit()

    def undo(self) -> None:
        """Take the last replacement back."""
        last, self._last = self._last, None
        if last is not None:
            self.editor.apply(last.reversed())

    def _typed(self, text: str, _caret: int) -> None:
        self._tried = self._check(text)
        self.editor.show_findings(self._tried.findings)
        found = self._tried.findings
        self._panel.setVisible(bool(found))
        if found:
            self._panel.show_finding(found[0], self._tried.choices)
        self._place()

    def sizeHint(self) -> QSize:
        """Return the room for the box and a finding."""
        return QSize(self.look.px(420), self.look.px(_HIGH))

    def restyle(self) -> None:
        """Measure and paint again."""
        self.updateGeometry()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the finding under the box."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        px = self.look.px
        self._box.setGeometry(0, 0, self.width(), px(_BOX_HIGH))
        tall = self._panel.place(self.width())
        top = px(_BOX_HIGH) + px(_GAP)
        self._panel.setGeometry(0, top, self.width(), tall)
