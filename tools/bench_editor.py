"""A compose box in Qt 6 whose caret does not blink: every paint is text."""

import sys

from PySide6.QtWidgets import QApplication, QTextEdit


def main() -> int:
    """Show it until the program is ended."""
    application = QApplication(sys.argv)
    application.setApplicationName("qt-editor")
    application.setCursorFlashTime(0)
    edit = QTextEdit()
    edit.setWindowTitle("Qt editor")
    edit.setAcceptRichText(False)
    edit.resize(600, 300)
    edit.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
