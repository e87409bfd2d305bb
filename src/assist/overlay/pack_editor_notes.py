"""Lines with something to do beside each: checks, false alarms, changes, trial."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from assist.overlay.card_words import listed
from assist.overlay.pack_editor_icons import row_icon
from assist.overlay.theme import Look, colour

AnyIndex = QModelIndex | QPersistentModelIndex
TEXT, DEED = range(2)
_DEED_WIDE = 116
_ROW_HIGH = 34
_TWO_LINES = 52
_ONE_LINE = 24  # characters; longer texts get room for two lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One line.

    Attributes:
        text: What is the matter.
        detail: A second, quieter line; may be empty.
        deed: What can be done about it, in words; empty for nothing.
        icon: Name of an icon; may be empty.
        ink: Name of the icon's colour in the palette.
        said: What a screen reader hears first, e.g. how much it weighs.
        key: Handed back when the deed is wanted.
    """

    text: str
    detail: str = ""
    deed: str = ""
    icon: str = ""
    ink: str = "text_2"
    said: str = ""
    key: object = None


class NoteTable(QAbstractTableModel):
    """Notes, one to a row."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._notes: tuple[Note, ...] = ()

    def show_notes(self, notes: Sequence[Note], look: Look) -> None:
        """Replace everything."""
        self.beginResetModel()
        self._notes, self.look = tuple(notes), look
        self.endResetModel()

    def note(self, row: int) -> Note:
        """Return the note in a row."""
        return self._notes[row]

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Return how many notes there are."""
        return 0 if parent is not None and parent.isValid() else len(self._notes)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else DEED + 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows or tells a screen reader."""
        note = self._notes[index.row()]
        lines = "\n".join(filter(None, (note.text, note.detail)))
        if role == Qt.ItemDataRole.DisplayRole:
            return lines if index.column() == TEXT else note.deed
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = listed(note.said, note.text, note.detail)
            return told if index.column() == TEXT else note.deed
        if role == Qt.ItemDataRole.ToolTipRole:
            return lines if index.column() == TEXT else None
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == DEED:
            return colour(self.look.palette.accent_text)
        if role == Qt.ItemDataRole.DecorationRole and index.column() == TEXT:
            ink = getattr(self.look.palette, note.ink)
            return row_icon(note.icon, ink) if note.icon else None
        return None


class NoteView(QTableView):
    """A list of notes; a click on the deed or Enter asks for it.

    Signals:
        asked: ``(key)`` of a note whose deed is wanted.
        dropped: ``(key)`` of a note that is to go, by the Delete key.
    """

    asked = Signal(object)
    dropped = Signal(object)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._table = NoteTable(look, self)
        self.setModel(self._table)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.horizontalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(TEXT, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(DEED, QHeaderView.ResizeMode.Fixed)
        self.clicked.connect(self._clicked)
        self.activated.connect(self._ask)

    def show_notes(self, notes: Sequence[Note], look: Look) -> None:
        """Replace everything; the row that was chosen stays chosen."""
        row = self.currentIndex().row()
        self._table.show_notes(notes, look)
        deeds = any(one.deed for one in notes)
        self.setColumnWidth(DEED, look.px(_DEED_WIDE) if deeds else 0)
        two = any(one.detail or len(one.text) > _ONE_LINE for one in notes)
        high = look.px(_TWO_LINES if two else _ROW_HIGH)
        self.verticalHeader().setDefaultSectionSize(high)
        self.setIconSize(QSize(look.px(16), look.px(16)))
        if 0 <= row < len(notes):
            self.setCurrentIndex(self._table.index(row, TEXT))

    @property
    def look(self) -> Look:
        """The look it was filled with."""
        return self._table.look

    def notes(self) -> tuple[Note, ...]:
        """Return what is shown."""
        return tuple(self._table.note(row) for row in range(self._table.rowCount()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Delete take a note away, where that is possible."""
        row = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Delete and row >= 0:
            self.dropped.emit(self._table.note(row).key)
            return
        super().keyPressEvent(event)

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == DEED:
            self._ask(index)

    def _ask(self, index: QModelIndex) -> None:
        note = self._table.note(index.row())
        if note.deed:
            self.asked.emit(note.key)
