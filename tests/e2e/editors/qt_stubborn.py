"""A Qt 6 field with a will of its own.

``echo`` adds a mark at the end as soon as a word goes, as somebody would who types
on, and ``echo-before`` at the beginning; ``mangle`` turns every smiley into a
question mark, as auto-correction does; ``refuse`` takes back every change once F2
was pressed.
"""

import sys

from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit

SMILEY = "\N{SMILING FACE WITH SMILING EYES}"


class Stubborn(QTextEdit):
    def __init__(self, mode: str) -> None:
        super().__init__()
        self._locked = ""
        self._length, self._end = 0, QTextCursor.MoveOperation.End
        if mode == "echo-before":
            self._end = QTextCursor.MoveOperation.Start
        if mode.startswith("echo"):
            self.textChanged.connect(self._echo)
        if mode == "mangle":
            self.textChanged.connect(self._mangle)
        QShortcut(QKeySequence("F2"), self).activated.connect(self._lock)

    def _echo(self) -> None:
        shorter = len(self.toPlainText()) < self._length
        self._length = sys.maxsize if shorter else len(self.toPlainText())
        if shorter:
            self.textChanged.disconnect()
            cursor = QTextCursor(self.document())
            cursor.movePosition(self._end)
            cursor.insertText("!")

    def _mangle(self) -> None:
        """Belongs to the change it follows: one Ctrl+Z takes both back."""
        found = self.document().find(SMILEY)
        if not found.isNull():
            found.joinPreviousEditBlock()
            found.insertText("?")
            found.endEditBlock()

    def _lock(self) -> None:
        self._locked = self.toPlainText()
        self.textChanged.connect(lambda: self._hold(self._locked))
        self.window().setWindowTitle("locked")

    def _hold(self, text: str) -> None:
        if self.toPlainText() != text:
            self.setPlainText(text)


def main() -> int:
    application = QApplication(sys.argv)
    application.setApplicationName("qt-stubborn")
    field = Stubborn(sys.argv[1])
    field.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
