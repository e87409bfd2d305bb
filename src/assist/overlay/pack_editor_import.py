"""What a table would change in the draft, before anything is changed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from assist.overlay.form_window import FormWindow, label
from assist.overlay.pack_editor_notes import Note, NoteView
from assist.overlay.pack_editor_sheet import pack_editor_sheet
from assist.overlay.theme import Look

_WIDE, _HIGH = 720, 460


class ImportWindow(FormWindow):
    """Lists every wrong cell, or every change; only the latter can be taken.

    Signals:
        taken: The lead wants the changes.
    """

    taken = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "import")
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self._heading = label(self, role="section")
        self._line = label(self, role="hint")
        self.list = NoteView(look, "import_list", self)
        self._cancel = QPushButton(self)
        self._cancel.setObjectName("import_cancel")
        self._cancel.clicked.connect(self.close)
        self._take = QPushButton(self)
        self._take.setObjectName("import_take")
        self._take.setProperty("role", "main")
        self._take.clicked.connect(self.taken)
        self._take.clicked.connect(self.close)
        deeds = QHBoxLayout()
        deeds.addStretch(1)
        deeds.addWidget(self._cancel)
        deeds.addWidget(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        for part in (self._heading, self._line, self.list):
            column.addWidget(part)
        column.addLayout(deeds)
        self.setStyleSheet(pack_editor_sheet(look))
        self.refresh()
        self.resize(look.px(_WIDE), look.px(_HIGH))

    def show_result(
        self, heading: str, line: str, notes: Sequence[Note], *, usable: bool
    ) -> None:
        """Show what was read; ``usable`` lets it be taken."""
        self._heading.setText(heading)
        self._line.setText(line)
        self.list.show_notes(notes, self.look)
        self.list.setAccessibleName(heading)
        self._take.setVisible(usable)
        self.bring_up()
        (self._take if usable else self._cancel).setFocus()

    def refresh(self) -> None:
        """Word everything anew."""
        self.setWindowTitle(self.tr("导入"))
        self.list.setAccessibleName(self.tr("导入"))
        self._take.setText(self.tr("采用这些改动"))
        self._cancel.setText(self.tr("不采用"))
