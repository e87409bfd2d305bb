"""The rules of a pack as a table that is edited like a spreadsheet."""

import dataclasses
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from assist.authoring.pack import PackRule
from assist.authoring.remark import Level
from assist.model.rule import Replacement, Rule
from assist.overlay import icons
from assist.overlay.categories import category_name
from assist.overlay.pack_editor_icons import row_icon
from assist.overlay.pack_editor_words import LEVEL_ICONS, level_word
from assist.overlay.theme import Look, colour
from assist.overlay.words import severity_word

AnyIndex = QModelIndex | QPersistentModelIndex
SEVERITY, PHRASE, CATEGORY, REPLACEMENT, EXAMPLES, CHECKS = range(6)
WRITABLE = frozenset({PHRASE, CATEGORY, REPLACEMENT})
LONGEST = 500  # characters in a cell, as the pack format has it


@dataclasses.dataclass(frozen=True, slots=True)
class Standing:
    """What lint says of one rule.

    Attributes:
        level: Of its weightiest remark.
        remarks: How many there are.
        failing: How many of its examples fail.
    """

    level: Level
    remarks: int
    failing: int = 0


class RuleTable(QAbstractTableModel):
    """Some of the rules of a pack, in its order.

    Signals:
        edited: ``(index, PackRule)``, by the lead; the index is that in the pack.
    """

    edited = Signal(int, object)

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._rules: tuple[PackRule, ...] = ()
        self._rows: tuple[int, ...] = ()
        self._standings: Mapping[str, Standing] = {}

    def show_rules(
        self, rules: tuple[PackRule, ...], rows: tuple[int, ...], look: Look
    ) -> None:
        """Replace everything; where the rows stay, so does what is chosen."""
        same = rows == self._rows and look == self.look
        if not same:
            self.beginResetModel()
        self._rules, self._rows, self.look = rules, rows, look
        if same:
            self._repaint()
        else:
            self.endResetModel()

    def show_standings(self, standings: Mapping[str, Standing]) -> None:
        """Show what lint says, by rule id."""
        self._standings = standings
        self._repaint()

    def _repaint(self) -> None:
        if self._rows:
            last = self.index(len(self._rows) - 1, CHECKS)
            self.dataChanged.emit(self.index(0, 0), last)

    @property
    def rows(self) -> tuple[int, ...]:
        """The places of the rules that are shown."""
        return self._rows

    def place(self, row: int) -> int:
        """Return where in the pack the rule of a row stands."""
        return self._rows[row]

    def row_of(self, place: int) -> int:
        """Return the row of a rule of the pack; -1 if it is not shown."""
        return self._rows.index(place) if place in self._rows else -1

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Return how many rules are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else CHECKS + 1

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
        return _title(section) if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Tell which cells can be written in."""
        found = super().flags(index)
        if index.column() in WRITABLE:
            found |= Qt.ItemFlag.ItemIsEditable
        return found

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows, edits, or tells a screen reader."""
        rule, column = self._rules[self._rows[index.row()]].rule, index.column()
        if role == Qt.ItemDataRole.EditRole:
            return _content(rule, column)
        asked = {
            Qt.ItemDataRole.DisplayRole: self._text,
            Qt.ItemDataRole.ToolTipRole: self._text,
            Qt.ItemDataRole.AccessibleTextRole: self._told,
            Qt.ItemDataRole.DecorationRole: self._icon,
            Qt.ItemDataRole.ForegroundRole: self._ink,
        }.get(Qt.ItemDataRole(role))
        return asked(rule, column) if asked is not None else None

    def setData(
        self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Tell what was written; the pack itself is changed by its owner."""
        if role != Qt.ItemDataRole.EditRole or index.column() not in WRITABLE:
            return False
        place = self._rows[index.row()]
        entry = self._rules[place]
        text = " ".join(str(value).split())[:LONGEST]
        rule = _written(entry.rule, index.column(), text)
        if rule != entry.rule:
            self.edited.emit(place, dataclasses.replace(entry, rule=rule))
        return True

    def _told(self, rule: Rule, column: int) -> str:
        return f"{_title(column)} {self._text(rule, column)}".strip()

    def _text(self, rule: Rule, column: int) -> str:
        standing = self._standings.get(rule.rule_id)
        if column == EXAMPLES:
            total = len(rule.must_hit) + len(rule.must_miss)
            failing = min(standing.failing, total) if standing else 0
            return f"{total - failing}/{total}" if total else "—"
        if column == CHECKS:
            return (
                f"{level_word(standing.level)} {standing.remarks}" if standing else ""
            )
        if column == REPLACEMENT and not rule.replacements:
            return QCoreApplication.translate("pack_editor", "还没有替换")
        return {
            SEVERITY: severity_word(rule.severity),
            PHRASE: rule.phrase,
            CATEGORY: category_name(rule.category),
            REPLACEMENT: rule.replacements[0].text if rule.replacements else "",
        }[column]

    def _icon(self, rule: Rule, column: int) -> Any:
        look = self.look
        standing = self._standings.get(rule.rule_id)
        if column == SEVERITY:
            name = icons.SEVERITY_ICONS[rule.severity]
            return row_icon(name, look.severity(rule.severity))
        if column == CHECKS and standing:
            name, ink = LEVEL_ICONS[standing.level]
            return row_icon(name, getattr(look.palette, ink))
        if column == EXAMPLES and (rule.must_hit or rule.must_miss):
            failing = standing is not None and standing.failing
            name, ink = ("severity-high", "high") if failing else ("check", "accent")
            return row_icon(name, getattr(look.palette, ink))
        return None

    def _ink(self, rule: Rule, column: int) -> Any:
        palette = self.look.palette
        if column == SEVERITY:
            return colour(self.look.severity_text(rule.severity))
        if column == REPLACEMENT and not rule.replacements:
            return colour(palette.medium_text)
        return None if rule.enabled else colour(palette.text_3)


def _content(rule: Rule, column: int) -> str:
    """Return what is edited in a cell."""
    first = rule.replacements[0].text if rule.replacements else ""
    cells = {PHRASE: rule.phrase, CATEGORY: rule.category, REPLACEMENT: first}
    return cells.get(column, "")


def _written(rule: Rule, column: int, text: str) -> Rule:
    if column == PHRASE:
        return dataclasses.replace(rule, phrase=text) if text else rule
    if column == CATEGORY:
        return dataclasses.replace(rule, category=text)
    extent = rule.replacements[0].replaces if rule.replacements else None
    first = (
        ()
        if not text
        else (Replacement(text, extent) if extent else Replacement(text),)
    )
    return dataclasses.replace(rule, replacements=(*first, *rule.replacements[1:]))


def _title(column: int) -> str:
    return {
        SEVERITY: QCoreApplication.translate("pack_editor", "程度"),
        PHRASE: QCoreApplication.translate("pack_editor", "词条"),
        CATEGORY: QCoreApplication.translate("pack_editor", "类别"),
        REPLACEMENT: QCoreApplication.translate("pack_editor", "第一条替换"),
        EXAMPLES: QCoreApplication.translate("pack_editor", "例句"),
        CHECKS: QCoreApplication.translate("pack_editor", "检查"),
    }[column]
