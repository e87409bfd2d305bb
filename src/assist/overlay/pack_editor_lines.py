"""A short list of texts that is edited in place, with a word beside each."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from assist.overlay.pack_editor_icons import row_icon
from assist.overlay.theme import Look, colour

AnyIndex = QModelIndex | QPersistentModelIndex
TEXT, BESIDE = range(2)
LONGEST = 500
_ROW_HIGH = 30
_ROWS_SEEN = 5
_BESIDE_WIDE = 104

Line = tuple[str, str]
"""A text, and what stands beside it: a verdict, or the key of a choice."""


class LineTable(QAbstractTableModel):
    """The texts, and an empty row at the end to add one.

    Signals:
        changed: ``(lines)``, by the lead.
    """

    changed = Signal(object)

    def __init__(self, look: Look, most: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.choices: Mapping[str, str] = {}
        self.default = ""
        self._most = most
        self._lines: tuple[Line, ...] = ()
        self._icons: tuple[tuple[str, str], ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is listed."""
        return self._lines

    def show_lines(
        self, lines: Sequence[Line], marks: Sequence[tuple[str, str]], look: Look
    ) -> None:
        """Replace everything; ``marks`` are icon and ink of each line."""
        same = len(lines) == len(self._lines) and look == self.look
        if not same:
            self.beginResetModel()
        self._lines, self._icons, self.look = tuple(lines), tuple(marks), look
        if same:
            last = self.index(self.rowCount() - 1, BESIDE)
            self.dataChanged.emit(self.index(0, 0), last)
        else:
            self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Return how many rows there are, the empty one included."""
        if parent is not None and parent.isValid():
            return 0
        return min(len(self._lines) + 1, self._most)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else BESIDE + 1

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Tell which cells can be written in."""
        found = super().flags(index)
        chosen = bool(self.choices) and index.row() < len(self._lines)
        if index.column() == TEXT or chosen:
            found |= Qt.ItemFlag.ItemIsEditable
        return found

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows, edits, or tells a screen reader."""
        row, column = index.row(), index.column()
        if row >= len(self._lines):
            return self._empty(column, role)
        text, beside = self._lines[row]
        word = self.choices.get(beside, beside)
        shown = text if column == TEXT else word
        icon, ink = self._icons[row] if row < len(self._icons) else ("", "text_2")
        palette = self.look.palette
        beside_ink = palette.high_text if icon == "severity-high" else palette.text_2
        asked: dict[int, Callable[[], Any]] = {
            Qt.ItemDataRole.EditRole: partial(self._lines[row].__getitem__, column),
            Qt.ItemDataRole.DisplayRole: lambda: shown,
            Qt.ItemDataRole.ToolTipRole: lambda: shown,
            Qt.ItemDataRole.AccessibleTextRole: f"{text} {word}".strip,
            Qt.ItemDataRole.DecorationRole: lambda: (
                row_icon(icon, getattr(palette, ink))
                if icon and column == TEXT
                else None
            ),
            Qt.ItemDataRole.ForegroundRole: lambda: (
                colour(beside_ink) if column == BESIDE else None
            ),
        }
        return asked[role]() if role in asked else None

    def setData(
        self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Take what was written; an emptied line goes away."""
        if role != Qt.ItemDataRole.EditRole:
            return False
        row, written = index.row(), " ".join(str(value).split())[:LONGEST]
        lines = list(self._lines)
        if row >= len(lines):
            lines += [(written, self.default)] if written else []
        elif index.column() == BESIDE:
            lines[row] = (lines[row][0], str(value))
        elif written:
            lines[row] = (written, lines[row][1])
        else:
            del lines[row]
        self._put(lines)
        return True

    def take(self, row: int) -> None:
        """Take a line away."""
        lines = list(self._lines)
        if 0 <= row < len(lines):
            del lines[row]
            self._put(lines)

    def _put(self, lines: list[Line]) -> None:
        if tuple(lines) != self._lines:
            self.beginResetModel()
            self._lines = tuple(lines)
            self._icons = ()
            self.endResetModel()
            self.changed.emit(self._lines)

    def _empty(self, column: int, role: int) -> Any:
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if column == TEXT and role in shown:
            return self.tr("添加…")
        if role == Qt.ItemDataRole.EditRole:
            return ""
        if role == Qt.ItemDataRole.ForegroundRole:
            return colour(self.look.palette.text_3)
        if role == Qt.ItemDataRole.DecorationRole and column == TEXT:
            return row_icon("plus", self.look.palette.text_3)
        return None


class _Choosing(QStyledItemDelegate):
    """Offers the choices of a list in a box."""

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        box = QComboBox(parent)
        table = index.model()
        if isinstance(table, LineTable):
            for key, word in table.choices.items():
                box.addItem(word, key)
        box.activated.connect(lambda: self.commitData.emit(box))
        return box

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        if isinstance(editor, QComboBox):
            held = index.data(Qt.ItemDataRole.EditRole)
            editor.setCurrentIndex(editor.findData(held))

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex
    ) -> None:
        if isinstance(editor, QComboBox):
            place = model.index(index.row(), index.column())
            model.setData(place, editor.currentData(), Qt.ItemDataRole.EditRole)


class LineList(QTableView):
    """The list; it is as high as its lines, up to a few.

    Signals:
        changed: ``(lines)``, by the lead.
    """

    changed = Signal(object)

    def __init__(self, look: Look, name: str, *, most: int = 300) -> None:
        super().__init__()
        self.setObjectName(name)
        self._table = LineTable(look, most, self)
        self._table.changed.connect(self.changed)
        self.setModel(self._table)
        self.setItemDelegateForColumn(BESIDE, _Choosing(self))
        self.setProperty("role", "lines")
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            trigger.AnyKeyPressed
            | trigger.EditKeyPressed
            | trigger.SelectedClicked
            | trigger.DoubleClicked
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.hide()
        header.setSectionResizeMode(TEXT, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(BESIDE, QHeaderView.ResizeMode.Fixed)
        self.clicked.connect(self._clicked)
        self._table.modelReset.connect(self._fit)

    def offer(self, choices: Mapping[str, str], default: str) -> None:
        """Let each line have one of these beside it, told by their keys."""
        self._table.choices, self._table.default = choices, default

    def show_lines(
        self,
        lines: Sequence[Line],
        marks: Sequence[tuple[str, str]] = (),
        *,
        look: Look,
    ) -> None:
        """Replace everything."""
        self._table.show_lines(lines, marks, look)
        self._fit()

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is listed."""
        return self._table.lines

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts alone."""
        return tuple(text for text, _ in self._table.lines)

    def begin_line(self) -> None:
        """Begin to write a new line."""
        row = self._table.rowCount() - 1
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.setCurrentIndex(self._table.index(row, TEXT))
        self.edit(self._table.index(row, TEXT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Delete take a line away, and Enter write in it."""
        index = self.currentIndex()
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not editing:
            self._table.take(index.row())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not editing:
            self.edit(index)
        else:
            super().keyPressEvent(event)

    def _clicked(self, index: QModelIndex) -> None:
        empty = index.row() >= len(self._table.lines)
        if empty or (index.column() == BESIDE and self._table.choices):
            self.edit(index)

    def _fit(self) -> None:
        look = self._table.look
        high = look.px(_ROW_HIGH)
        self.verticalHeader().setDefaultSectionSize(high)
        self.setIconSize(QSize(look.px(16), look.px(16)))
        self.setColumnWidth(BESIDE, look.px(_BESIDE_WIDE))
        rows = min(self._table.rowCount(), _ROWS_SEEN)
        self.setFixedHeight(rows * high + 2 * self.frameWidth() + 4)
