"""The findings of a review as a table that can be filtered and sorted."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from assist.model.rule import Severity
from assist.model.usage import Action
from assist.overlay import icons
from assist.overlay.theme import Look, colour
from assist.review.entry import Entry
from assist.review.review import PhraseNames
from assist.review.wording import Words

TIME, SEVERITY, ENTRY, CATEGORY, OUTCOME, MARK = range(6)
_TITLES = ("time", "severity", "entry", "category", "outcome")
_OUTCOME_ICONS = {
    Action.REPLACED: ("check", "accent"),
    Action.FIXED_BY_HAND: ("check", "accent"),
    Action.IGNORED: ("ignore", "text_2"),
    Action.MARKED_WRONG: ("not-a-violation", "text_2"),
    Action.UNDONE: ("undo", "text_2"),
}
SORT_ROLE = Qt.ItemDataRole.UserRole + 1

AnyIndex = QModelIndex | QPersistentModelIndex


class EntryTable(QAbstractTableModel):
    """Entries in the words of one language."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = Words("zh-Hans")
        self._entries: tuple[Entry, ...] = ()
        self._names = PhraseNames()
        self._with_day = False

    def show_entries(
        self, entries: tuple[Entry, ...], names: PhraseNames, words: Words, look: Look
    ) -> None:
        """Replace everything."""
        self.beginResetModel()
        self._entries, self._names, self._words = entries, names, words
        self._look = look
        days = {words.moment(each.at_ms, with_day=True)[:5] for each in entries}
        self._with_day = len(days) > 1
        self.endResetModel()

    def entry(self, row: int) -> Entry:
        """Return the entry in a row."""
        return self._entries[row]

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Return how many entries there are."""
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else MARK + 1

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return a column's title."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(_TITLES[section]) if section < MARK else ""
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows, sorts by, or tells a screen reader."""
        entry, column = self._entries[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(entry, column)
        if role == Qt.ItemDataRole.ToolTipRole and column == ENTRY:
            return self._text(entry, column)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon(entry, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._ink(entry, column)
        if role == SORT_ROLE:
            return self._rank(entry, column)
        return None

    def _text(self, entry: Entry, column: int) -> str:
        words = self._words
        if column == MARK and entry.outcome is Action.MARKED_WRONG:
            return ""
        return {
            TIME: lambda: words.moment(entry.at_ms, with_day=self._with_day),
            SEVERITY: lambda: words.severity(entry.severity),
            ENTRY: lambda: self._names.of(entry.rule_id),
            CATEGORY: lambda: words.category(entry.category),
            OUTCOME: lambda: words.outcome(entry),
            MARK: lambda: words("unmark" if entry.marked else "mark"),
        }[column]()

    def _icon(self, entry: Entry, column: int) -> Any:
        palette = self._look.palette
        if column == SEVERITY and entry.severity in list(Severity):
            severity = Severity(entry.severity)
            name = icons.SEVERITY_ICONS[severity]
            return icons.icon(name, self._look.severity(severity))
        if column == OUTCOME:
            outcome = Action.MARKED_WRONG if entry.marked else entry.outcome
            if outcome in _OUTCOME_ICONS:
                name, ink = _OUTCOME_ICONS[outcome]
                return icons.icon(name, getattr(palette, ink))
        return None

    def _ink(self, entry: Entry, column: int) -> Any:
        if column == SEVERITY and entry.severity in list(Severity):
            return colour(self._look.severity_text(Severity(entry.severity)))
        if column == MARK:
            return colour(self._look.palette.accent_text)
        return None

    def _rank(self, entry: Entry, column: int) -> Any:
        if column == TIME:
            return entry.event_id
        if column == SEVERITY and entry.severity in list(Severity):
            return Severity(entry.severity).weight
        return self._text(entry, column)


class EntryFilter(QSortFilterProxyModel):
    """Keeps the entries of a severity whose entry or category holds a text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._severity = ""
        self._text = ""
        self.setSortRole(SORT_ROLE)

    def keep(self, *, severity: str | None = None, text: str | None = None) -> None:
        """Change what is kept; None leaves a condition as it is."""
        if severity is not None:
            self._severity = severity
        if text is not None:
            self._text = text.strip().casefold()
        self.invalidateFilter()

    def filterAcceptsRow(self, row: int, parent: AnyIndex) -> bool:
        """Tell whether an entry is kept."""
        table = self.sourceModel()
        if not isinstance(table, EntryTable):
            return True
        if self._severity and table.entry(row).severity != self._severity:
            return False
        if not self._text:
            return True
        cells = (table.index(row, column, parent) for column in (ENTRY, CATEGORY))
        return any(self._text in str(table.data(cell)).casefold() for cell in cells)
