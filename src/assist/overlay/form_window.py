"""An ordinary window of ours: it is opened on purpose, and takes the focus."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QToolButton, QWidget

from assist.overlay.form_sheet import form_sheet
from assist.overlay.theme import Look
from assist.overlay.themed import Themed


class FormWindow(QWidget):
    """Framed by the desktop; Esc closes it; its words follow the language."""

    def __init__(self, look: Look, name: str) -> None:
        """Make a window without contents.

        Args:
            look: Theme, language, text size.
            name: Object name.
        """
        super().__init__(None, Qt.WindowType.Window)
        self.look = look
        self.setObjectName("form")
        self.setProperty("window", name)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        QShortcut(QKeySequence("Esc"), self, self.close)
        self.setStyleSheet(form_sheet(look))

    def set_look(self, look: Look) -> None:
        """Follow a change of theme, language or text size."""
        self.look = look
        self.setStyleSheet(form_sheet(look))
        for child in self.findChildren(QWidget):
            if isinstance(child, Themed):
                child.set_look(look)
        self.refresh()

    def refresh(self) -> None:
        """Word everything anew; windows with contents override it."""

    def bring_up(self) -> None:
        """Show the window and give it the focus."""
        self.refresh()
        self.show()
        self.raise_()
        self.activateWindow()

    def changeEvent(self, event: QEvent) -> None:
        """Word everything anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange and self.isVisible():
            self.refresh()
        super().changeEvent(event)


def label(
    parent: QWidget | None = None, *, role: str = "", wraps: bool = True
) -> QLabel:
    """Return a line of plain text.

    Args:
        parent: Parent widget.
        role: ``heading``, ``section``, ``hint``, ``fault`` or empty.
        wraps: Break long text into lines.
    """
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wraps)
    made.setProperty("role", role)
    return made


def name_clear_button(box: QWidget, words: str) -> None:
    """Name the cross that Qt puts into a box to clear it; it has none."""
    for button in box.findChildren(QToolButton):
        button.setAccessibleName(words)
        button.setToolTip(words)


def rule(parent: QWidget | None = None) -> QFrame:
    """Return a hairline between rows."""
    line = QFrame(parent)
    line.setProperty("role", "line")
    line.setFixedHeight(1)
    return line
