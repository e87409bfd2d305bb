"""A password field in Qt 6 whose content F2 shows as plain text."""

import sys

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit


def main() -> int:
    application = QApplication(sys.argv)
    application.setApplicationName("sensitive-form")
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)

    def show_content() -> None:
        field.setEchoMode(QLineEdit.EchoMode.Normal)
        field.setWindowTitle("shown")

    QShortcut(QKeySequence("F2"), field).activated.connect(show_content)
    field.resize(300, 40)
    field.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
