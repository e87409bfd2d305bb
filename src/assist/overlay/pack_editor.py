"""The pack editor: a table, a form, a box to try it, and what is left to do."""

from collections.abc import Mapping

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from assist.authoring.pack import Pack, PackRule
from assist.overlay import icons
from assist.overlay.form_window import FormWindow
from assist.overlay.language import Language
from assist.overlay.pack_editor_form import RuleForm
from assist.overlay.pack_editor_head import EditorHead
from assist.overlay.pack_editor_rules import (
    CATEGORY,
    CHECKS,
    EXAMPLES,
    PHRASE,
    SEVERITY,
    RuleTable,
    Standing,
)
from assist.overlay.pack_editor_sheet import pack_editor_sheet
from assist.overlay.pack_editor_side import SidePanel
from assist.overlay.pack_editor_tester import Tester
from assist.overlay.pack_editor_view import RuleView
from assist.overlay.theme import Look

_WIDE, _HIGH = 1120, 770
_LEFT, _RIGHT = 592, 496
_ROW_HIGH = 36
_WIDTHS = {SEVERITY: 62, PHRASE: 152, CATEGORY: 84, EXAMPLES: 66, CHECKS: 84}
_WIDER = {SEVERITY: 88, PHRASE: 136, CHECKS: 94}  # where words are longer


class PackEditor(FormWindow):
    """Shows a pack and says what is wanted; it changes nothing itself.

    Signals:
        edited: ``(place, PackRule)``, a rule of the pack is another now.
        rule_wanted: A new rule.
        rows_pasted: ``(pairs)`` of phrase and replacement, as new rules.
        drop_wanted: ``(places)``, these rules are to go.
        chosen: ``(place)``, the rule that the form shows; -1 for none.
        filter_wanted: ``(text, open_only)``.
        deed_wanted: ``(name)``: undo, redo, import, export, trial, publish, save,
            override, renew.
        closing: The window is being closed.
    """

    edited = Signal(int, object)
    rule_wanted = Signal()
    rows_pasted = Signal(object)
    drop_wanted = Signal(object)
    chosen = Signal(int)
    filter_wanted = Signal(str, bool)
    deed_wanted = Signal(str)
    closing = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "pack_editor")
        self._pack: Pack | None = None
        self._place = -1
        self.head = EditorHead(self)
        self.head.wanted.connect(self._wants)
        self.table = RuleTable(look, self)
        self.table.edited.connect(self.edited)
        self.view = RuleView(self.table, self)
        self.view.pasted.connect(self.rows_pasted)
        self.view.selectionModel().currentChanged.connect(
            lambda now, _before: self._current(now)
        )
        self._search = QLineEdit(self)
        self._search.setObjectName("editor_search")
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._filter)
        self._all = self._chip("editor_all", checked=True)
        self._open = self._chip("editor_open", checked=False)
        self._add = QPushButton(self)
        self._add.setObjectName("editor_add")
        self._add.clicked.connect(self._new)
        self.form = RuleForm(look, self)
        self.form.changed.connect(lambda entry: self.edited.emit(self._place, entry))
        self.tester = Tester(look, self)
        self.side = SidePanel(look, self)
        self._lay_out()
        self._take_keys()
        self.setStyleSheet(pack_editor_sheet(look))
        self.refresh()
        self.resize(look.px(_WIDE), look.px(_HIGH))

    # What is shown -----------------------------------------------------------

    def show_pack(self, pack: Pack, rows: tuple[int, ...]) -> None:
        """Show a pack; ``rows`` are the places of the rules to list."""
        self._pack = pack
        self.table.show_rules(pack.rules, rows, self.look)
        self._choose(self._place if self._place < len(pack.rules) else -1)
        self._say_counts()

    @property
    def shown_rule(self) -> PackRule | None:
        """The rule that the form shows."""
        inside = self._pack is not None and 0 <= self._place < len(self._pack.rules)
        return self._pack.rules[self._place] if inside and self._pack else None

    def choose(self, place: int) -> None:
        """Turn to a rule of the pack."""
        self.form.commit()
        self._choose(place)

    def show_standings(
        self, standings: Mapping[str, Standing], *, open_count: int
    ) -> None:
        """Show what lint says of each rule."""
        self.table.show_standings(standings)
        self._open_count = open_count
        self._say_counts()

    def set_look(self, look: Look) -> None:
        """Follow a change of theme, language or text size."""
        super().set_look(look)
        self.setStyleSheet(pack_editor_sheet(look))

    def refresh(self) -> None:
        """Word everything anew."""
        look = self.look
        self.setWindowTitle(self.tr("词包编辑器"))
        self.head.refresh()
        self._add.setText(self.tr("新词条"))
        self._add.setIcon(icons.icon("plus", look.palette.text_2))
        self._search.setPlaceholderText(self.tr("词条、替换或拼音"))
        self._search.setAccessibleName(self.tr("查找词条"))
        longer = _WIDER if look.language is Language.ENGLISH else {}
        for column, width in (_WIDTHS | longer).items():
            self.view.setColumnWidth(column, look.px(width))
        self.view.verticalHeader().setDefaultSectionSize(look.px(_ROW_HIGH))
        self.view.setIconSize(QSize(look.px(16), look.px(16)))
        self.view.setAccessibleName(self.tr("词条"))
        self.view.setAccessibleDescription(
            self.tr("直接打字修改，Ctrl+N 新建，Ctrl+Delete 删除，Ctrl+V 贴入表格的行")
        )
        self.form.refresh(look)
        self.tester.refresh(look)
        self.side.refresh(look)
        self._say_counts()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take over what is being typed, then go."""
        self.form.commit()
        self.closing.emit()
        super().closeEvent(event)

    # Inside ------------------------------------------------------------------

    def _say_counts(self) -> None:
        pack = self._pack
        total = len(pack.rules) if pack else 0
        every = self.tr("全部 %1").replace("%1", str(total))
        todo = self.tr("待处理 %1").replace("%1", str(self._open_count))
        for chip, word in ((self._all, every), (self._open, todo)):
            chip.setText(word)
            chip.setAccessibleName(word)
        if pack is not None:
            self.head.show_manifest(pack.manifest)

    def _filter(self) -> None:
        self.filter_wanted.emit(self._search.text(), self._open.isChecked())

    def _choose(self, place: int) -> None:
        """Show a rule in the form, and where it stands in the table if it does."""
        self._place = place
        entry = self._pack.rules[place] if self._pack and place >= 0 else None
        self.form.show_rule(entry)
        row = self.table.row_of(place)
        if row >= 0 and self.view.currentIndex().row() != row:
            column = max(self.view.currentIndex().column(), PHRASE)
            index = self.table.index(row, column)
            keep = QItemSelectionModel.SelectionFlag.NoUpdate
            rows = QItemSelectionModel.SelectionFlag.ClearAndSelect
            whole = QItemSelectionModel.SelectionFlag.Rows
            self.view.selectionModel().setCurrentIndex(index, keep | rows | whole)
            self.view.scrollTo(index)

    def _current(self, index: QModelIndex) -> None:
        place = self.table.place(index.row()) if index.isValid() else -1
        if place >= 0 and place != self._place:
            self.form.commit()
            self._choose(place)
            self.chosen.emit(place)

    def _drop(self) -> None:
        rows = {index.row() for index in self.view.selectionModel().selectedRows()}
        places = frozenset(self.table.place(row) for row in rows)
        if places:
            self.drop_wanted.emit(places)

    def _new(self) -> None:
        self.form.commit()
        self.rule_wanted.emit()

    def _wants(self, name: str) -> None:
        self.form.commit()
        self.deed_wanted.emit(name)

    def _chip(self, name: str, *, checked: bool) -> QPushButton:
        chip = QPushButton(self)
        chip.setObjectName(name)
        chip.setProperty("role", "chip")
        chip.setCheckable(True)
        chip.setChecked(checked)
        chip.clicked.connect(self._filter)
        return chip

    def _take_keys(self) -> None:
        keys = {
            "Ctrl+N": self._new,
            "Ctrl+Delete": self._drop,
            "Ctrl+F": self._search.setFocus,
            "Ctrl+T": self.tester.editor.setFocus,
            "Ctrl+S": lambda: self._wants("save"),
            "Ctrl+Z": lambda: self._wants("undo"),
            "Ctrl+Shift+Z": lambda: self._wants("redo"),
        }
        for chord, does in keys.items():
            QShortcut(QKeySequence(chord), self, does)

    def _lay_out(self) -> None:
        self._open_count = 0
        both = QButtonGroup(self)
        both.addButton(self._all)
        both.addButton(self._open)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(12)
        split.addWidget(_column(self._table_panel(), self.tester, (7, 3)))
        split.addWidget(_column(self.form, self.side, (2, 1)))
        split.setSizes([self.look.px(_LEFT), self.look.px(_RIGHT)])
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(split, 1)

    def _table_panel(self) -> QFrame:
        panel = QFrame(self)
        panel.setProperty("role", "panel")
        tools = QHBoxLayout()
        tools.setContentsMargins(12, 10, 12, 6)
        tools.setSpacing(8)
        tools.addWidget(self._search, 1)
        for part in (self._all, self._open, self._add):
            tools.addWidget(part)
        column = QVBoxLayout(panel)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(tools)
        column.addWidget(self.view, 1)
        return panel


def _column(above: QWidget, below: QWidget, shares: tuple[int, int]) -> QWidget:
    side = QWidget()
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    column.addWidget(above, shares[0])
    column.addWidget(below, shares[1])
    return side
