"""The list of single findings in the review window, with its filter."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from assist.model.usage import Action
from assist.overlay.form_window import label
from assist.overlay.review_entries import (
    CATEGORY,
    ENTRY,
    MARK,
    OUTCOME,
    SEVERITY,
    TIME,
    EntryFilter,
    EntryTable,
)
from assist.overlay.theme import Look
from assist.review.review import Review
from assist.review.wording import Words

_SEVERITIES = ("", "high", "medium", "low")
_ROW_HIGH, _ICON = 34, 16
_ROWS_SEEN = 9
_WIDTHS = {TIME: 96, SEVERITY: 104, CATEGORY: 156, OUTCOME: 128, MARK: 140}


class EntryList(QFrame):
    """Findings one by one; each can be marked as a false alarm afterwards.

    Signals:
        marked: ``(event_id, wrong)``; ``wrong`` is False to take a mark back.
    """

    marked = Signal(int, bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._table = EntryTable(look, self)
        self._filter = EntryFilter(self)
        self._filter.setSourceModel(self._table)
        self._title = label(self, role="section", wraps=False)
        self._chips = [self._chip(severity) for severity in _SEVERITIES]
        self._search = QLineEdit(self)
        self._search.setObjectName("review_search")
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(lambda text: self._narrow(text=text))
        self._view = self._make_view()
        self._note = label(self, role="hint")
        self._lay_out()

    def show_review(self, review: Review, words: Words, look: Look) -> None:
        """List the findings of ``review``."""
        px = look.px
        self._words = words
        self._review = review
        self._title.setText(words("list"))
        counts = review.severities
        names = [words("all"), *(words.severity(name) for name in counts)]
        numbers = [sum(counts.values()), *counts.values()]
        for chip, name, number in zip(self._chips, names, numbers, strict=True):
            chip.setText(f"{name} {number}")
        self._search.setPlaceholderText(words("search"))
        self._search.setAccessibleName(words("search"))
        self._view.setAccessibleName(words("list"))
        self._table.show_entries(review.entries, review.names, words, look)
        self._view.verticalHeader().setDefaultSectionSize(px(_ROW_HIGH))
        self._view.setIconSize(QSize(px(_ICON), px(_ICON)))
        for column, width in _WIDTHS.items():
            self._view.setColumnWidth(column, px(width))
        rows = min(max(len(review.entries), 1), _ROWS_SEEN)
        self._view.setFixedHeight(px(_ROW_HIGH) * (rows + 1))
        self._say_note()

    def _chip(self, severity: str) -> QPushButton:
        chip = QPushButton(self)
        chip.setObjectName(f"review_chip_{severity or 'all'}")
        chip.setProperty("role", "chip")
        chip.setCheckable(True)
        chip.setChecked(not severity)
        chip.clicked.connect(lambda: self._narrow(severity=severity))
        return chip

    def _make_view(self) -> QTableView:
        view = QTableView(self)
        view.setObjectName("review_list")
        view.setModel(self._filter)
        view.setShowGrid(False)
        view.setSortingEnabled(True)
        view.sortByColumn(TIME, Qt.SortOrder.DescendingOrder)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setTabKeyNavigation(False)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.verticalHeader().hide()
        header = view.horizontalHeader()
        header.setSectionResizeMode(ENTRY, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        view.clicked.connect(self._clicked)
        view.activated.connect(self._mark)
        return view

    def _lay_out(self) -> None:
        group = QButtonGroup(self)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._search)
        for chip in self._chips:
            group.addButton(chip)
            head.addWidget(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addLayout(head)
        column.addWidget(self._view)
        column.addWidget(self._note)

    def _narrow(self, *, severity: str | None = None, text: str | None = None) -> None:
        self._filter.keep(severity=severity, text=text)
        self._say_note()

    def _say_note(self) -> None:
        words, review = self._words, self._review
        note = ""
        if review.entries and not self._filter.rowCount():
            note = words("list_empty")
        elif review.cut:
            note = words("list_cut", n=len(review.entries))
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == MARK:
            self._mark(index)

    def _mark(self, index: QModelIndex) -> None:
        """Mark a row as a false alarm, or take the mark back."""
        entry = self._table.entry(self._filter.mapToSource(index).row())
        if entry.outcome is not Action.MARKED_WRONG:
            self.marked.emit(entry.event_id, not entry.marked)
