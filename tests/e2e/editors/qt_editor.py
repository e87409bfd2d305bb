"""A chat compose box in Qt 6: a field of several lines under a menu bar.

Its text goes to standard output after every change, as one JSON line, so that
a test knows what the field holds without asking the accessibility bus.
"""

import json
import sys

from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit


def main() -> int:
    application = QApplication(sys.argv)
    application.setApplicationName("qt-editor")
    window = QMainWindow()
    window.setWindowTitle("Qt editor")
    window.menuBar().addMenu("&File").addAction("&Quit")
    edit = QTextEdit()
    edit.setAcceptRichText(False)
    window.setCentralWidget(edit)

    def report() -> None:
        sys.stdout.write(json.dumps({"text": edit.toPlainText()}) + "\n")
        sys.stdout.flush()

    edit.textChanged.connect(report)
    window.resize(600, 300)
    window.show()
    edit.setFocus()
    report()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
