"""A Qt 6 field with a will of its own.

``mangle`` turns every smiley into a question mark, as auto-correction does;
``refuse`` takes back every change once F2 was pressed.
"""

import sys

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QTextEdit

SMILEY = "\N{SMILING FACE WITH SMILING EYES}"


class Stubborn(QTextEdit):
    def __init__(self, mode: str) -> None:
        super().__init__()
        self._locked = ""
        if mode == "mangle":
            self.textChanged.connect(self._mangle)
        QShortcut(QKeySequence("F2"), self).activated.connect(self._lock)

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
