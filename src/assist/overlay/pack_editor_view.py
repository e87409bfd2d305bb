"""The table of rules as it is looked at: chosen, typed over, copied and pasted."""

import csv
import io

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from assist.overlay.pack_editor_rules import PHRASE, REPLACEMENT

_MOST_PASTED = 2_000
_MOST_CHARACTERS = 1_000_000


class RuleView(QTableView):
    """Rows are copied to, and pasted from, spreadsheets and chat windows.

    Signals:
        pasted: ``(pairs)`` of phrase and replacement, which may be empty.
    """

    pasted = Signal(object)

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("editor_rules")
        self.setModel(model)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            trigger.AnyKeyPressed | trigger.EditKeyPressed | trigger.DoubleClicked
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(REPLACEMENT, QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy and paste whole rows."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self._copied())
        elif event.matches(QKeySequence.StandardKey.Paste):
            pairs = rows_of(QGuiApplication.clipboard().text())
            if pairs:
                self.pasted.emit(pairs)
        else:
            super().keyPressEvent(event)

    def _copied(self) -> str:
        target = io.StringIO(newline="")
        writer = csv.writer(target, delimiter="\t", lineterminator="\n")
        edit = Qt.ItemDataRole.EditRole
        chosen = {index.row() for index in self.selectionModel().selectedIndexes()}
        for row in sorted(chosen):
            cells = (self.model().index(row, at) for at in (PHRASE, REPLACEMENT))
            writer.writerow([cell.data(edit) for cell in cells])
        return target.getvalue()


def rows_of(text: str) -> tuple[tuple[str, str], ...]:
    """Return phrase and replacement of each line of copied cells.

    Args:
        text: As spreadsheets put it on the clipboard: tabs between cells, double
            quotes around cells with line breaks.  The first cell is the phrase,
            the second the replacement.
    """
    lines = csv.reader(io.StringIO(text[:_MOST_CHARACTERS]), delimiter="\t")
    rows = ([" ".join(cell.split()) for cell in (*row, "", "")][:2] for row in lines)
    return tuple((first, second) for first, second in rows if first)[:_MOST_PASTED]
