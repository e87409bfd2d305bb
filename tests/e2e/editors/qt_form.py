"""A log-in form in Qt 6: a password field, then a normal one."""

import sys

from PySide6.QtWidgets import QApplication, QFormLayout, QLineEdit, QWidget


def main() -> int:
    application = QApplication(sys.argv)
    application.setApplicationName("qt-form")
    window = QWidget()
    window.setWindowTitle("Qt form")
    layout = QFormLayout(window)
    password = QLineEdit()
    password.setEchoMode(QLineEdit.EchoMode.Password)
    layout.addRow("Password", password)
    layout.addRow("Message", QLineEdit())
    window.resize(400, 120)
    window.show()
    password.setFocus()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
