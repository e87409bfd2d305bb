"""One process that reads drafts and has a text field of its own.

What it reads of its own field, and what the field holds, goes to standard
output as JSON lines.
"""

import json
import sys

from PySide6.QtWidgets import QApplication, QTextEdit

from assist.backends.linux.atspi_source import AtspiSource
from assist.backends.linux.x11_windows import X11Windows


class Teller:
    def draft_read(self, draft):
        tell({"read": draft.text, "app": draft.field.app})

    def field_left(self, field):
        tell({"left": field.app})

    def status_changed(self, status):
        tell({"status": status.mode})


def tell(what):
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def main() -> int:
    application = QApplication(sys.argv)
    source = AtspiSource(X11Windows())
    source.start(Teller())
    edit = QTextEdit()
    edit.textChanged.connect(lambda: tell({"holds": edit.toPlainText()}))
    edit.show()
    try:
        return application.exec()
    finally:
        source.stop()


if __name__ == "__main__":
    sys.exit(main())
