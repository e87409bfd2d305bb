"""A chat's compose box in Qt 6: Enter sends, which empties the field."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit


class Box(QTextEdit):
    def keyPressEvent(self, event):  # noqa: N802  Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.clear()
        else:
            super().keyPressEvent(event)


def main() -> int:
    application = QApplication(sys.argv)
    application.setApplicationName("qt-editor")
    window = QMainWindow()
    window.setWindowTitle("Qt chat")
    edit = Box()
    edit.setAcceptRichText(False)
    window.setCentralWidget(edit)
    window.resize(600, 300)
    window.show()
    edit.setFocus()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
