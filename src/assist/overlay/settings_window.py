"""The settings, made from their declaration; a change counts at once."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from assist.overlay.form_window import FormWindow, label, name_clear_button, rule
from assist.overlay.program_list import ProgramList
from assist.overlay.setting_controls import ChordBox, control_for
from assist.overlay.setting_words import Page, page_name, setting_words
from assist.overlay.theme import Look
from assist.settings import Settings, Spec, described

_WIDE, _HIGH, _NAVIGATION = 680, 500, 160


class SettingRow(QWidget):
    """One setting: what it is, what comes of it, its control, and any complaint.

    Signals:
        changed: ``(name, value)``, by the agent.
    """

    changed = Signal(str, object)

    def __init__(self, spec: Spec, look: Look, *, fixed: bool) -> None:
        super().__init__()
        self.spec = spec
        self._fixed = fixed
        self.control = control_for(spec, look)
        self.control.setObjectName(spec.name)
        self.control.setEnabled(not fixed)
        self.control.changed.connect(lambda value: self.changed.emit(spec.name, value))
        self._label = label(self)
        self._hint = label(self, role="hint")
        self._fault = label(self, role="fault")
        self._fault.hide()
        self._arrange(below=isinstance(self.control, ProgramList))

    def _arrange(self, *, below: bool) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        for part in (self._label, self._hint, self._fault):
            words.addWidget(part)
        down = QBoxLayout.Direction.TopToBottom
        across = QBoxLayout.Direction.LeftToRight
        line = QBoxLayout(down if below else across)
        line.addLayout(words, 1)
        middle = Qt.AlignmentFlag.AlignVCenter
        line.addWidget(self.control, 0, middle if not below else Qt.AlignmentFlag(0))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.addLayout(line)
        layout.addWidget(rule(self))

    @property
    def page(self) -> Page:
        """The page it is on."""
        return setting_words(self.spec.name).page

    def show_value(self, value: object) -> None:
        """Word the row anew, and show a value."""
        words = setting_words(self.spec.name, self.spec.help)
        self._label.setText(words.label)
        fixed = self.tr("由公司策略固定，不能在这里修改")
        self._hint.setText(fixed if self._fixed else words.hint)
        self.control.setAccessibleName(words.label)
        self.control.setAccessibleDescription(self._hint.text())
        if isinstance(self.control, ProgramList):
            self.control.name_parts(words.label)
        if isinstance(self.control, ChordBox):
            name_clear_button(self.control, self.tr("清除"))
        self.control.show_value(value)

    def complain(self, why: str) -> None:
        """Say what is wrong with what was entered; empty takes it away."""
        self._fault.setText(why)
        self._fault.setVisible(bool(why))

    def matches(self, query: str) -> bool:
        """Tell whether a search for ``query`` finds this row."""
        words = setting_words(self.spec.name, self.spec.help)
        said = f"{words.label} {words.hint} {self.spec.name}".lower()
        return all(word in said for word in query.lower().split())


class SettingsWindow(FormWindow):
    """Pages on the left, or what a search finds; no button to confirm.

    Signals:
        changed: ``(name, value)``, a value that may be put in force.
        recording: ``(bool)``, a key combination is being pressed to be set.
    """

    changed = Signal(str, object)
    recording = Signal(bool)

    def __init__(
        self, look: Look, settings: Settings, *, fixed: frozenset[str] = frozenset()
    ) -> None:
        """Make the window.

        Args:
            look: Theme, language, text size.
            settings: What is in force.
            fixed: Names of the settings that a policy has fixed.
        """
        super().__init__(look, "settings")
        self._settings = settings
        self.rows = {
            spec.name: SettingRow(spec, look, fixed=spec.name in fixed)
            for spec in described()
        }
        self._build()
        for row in self.rows.values():
            row.changed.connect(self._changed)
            if isinstance(row.control, ChordBox):
                row.control.recording.connect(self.recording)
        self.refresh()
        self.resize(look.px(_WIDE), look.px(_HIGH))

    def _build(self) -> None:
        self._search = QLineEdit(self)
        self._search.setObjectName("search")
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._choose_rows)
        self._pages = QListWidget(self)
        self._pages.setObjectName("pages")
        self._pages.addItems([""] * len(Page))
        self._pages.setCurrentRow(0)
        self._pages.currentRowChanged.connect(self._turn_page)
        side = QWidget(self)
        side.setObjectName("navigation")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        side.setFixedWidth(self.look.px(_NAVIGATION))
        beside = QVBoxLayout(side)
        beside.setContentsMargins(8, 12, 8, 12)
        beside.addWidget(self._search)
        beside.addWidget(self._pages)
        self._side = side
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(side)
        layout.addWidget(self._rows_area(), 1)

    def _rows_area(self) -> QScrollArea:
        self._heading = label(role="section")
        self._nothing = label(role="hint")
        inside = QWidget()
        inside.setObjectName("rows")
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 16, 24, 16)
        column.addWidget(self._heading)
        column.addWidget(self._nothing)
        for row in self.rows.values():
            column.addWidget(row)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        return area

    def refresh(self) -> None:
        """Word everything anew and show what is in force."""
        self.setWindowTitle(self.tr("设置"))
        self._search.setPlaceholderText(self.tr("搜索设置"))
        self._search.setAccessibleName(self.tr("搜索设置"))
        name_clear_button(self._search, self.tr("清除"))
        self._pages.setAccessibleName(self.tr("设置页"))
        self._nothing.setText(self.tr("没有找到，换个词试试"))
        self._side.setFixedWidth(self.look.px(_NAVIGATION))
        for at, page in enumerate(Page):
            self._pages.item(at).setText(page_name(page))
        for name, row in self.rows.items():
            row.show_value(getattr(self._settings, name))
        self._choose_rows()

    def show_settings(self, settings: Settings) -> None:
        """Show what is in force now."""
        self._settings = settings
        for name, row in self.rows.items():
            row.show_value(getattr(settings, name))

    def show_running(self, programs: Iterable[str]) -> None:
        """Offer the programs that run now."""
        offered = tuple(programs)
        for row in self.rows.values():
            if isinstance(row.control, ProgramList):
                row.control.show_running(offered)

    def show_page(self, page: Page) -> None:
        """Turn to a page."""
        self._search.clear()
        self._pages.setCurrentRow(list(Page).index(page))

    def complain_not_kept(self, name: str) -> None:
        """Say that a value holds, but could not be put on disk."""
        self.rows[name].complain(self.tr("现在有效，但没能存盘，下次启动要再设"))

    def _turn_page(self, _row: int) -> None:
        self._search.clear()
        self._choose_rows()

    def _choose_rows(self) -> None:
        query = self._search.text().strip()
        page = list(Page)[max(self._pages.currentRow(), 0)]
        found = 0
        for row in self.rows.values():
            wanted = row.matches(query) if query else row.page is page
            row.setVisible(wanted)
            found += wanted
        self._heading.setText(self.tr("搜索结果") if query else page_name(page))
        self._nothing.setVisible(not found)

    def _changed(self, name: str, value: object) -> None:
        row = self.rows[name]
        why = self._refusal(row, value)
        row.complain(why)
        if not why:
            self.changed.emit(name, value)

    def _refusal(self, row: SettingRow, value: object) -> str:
        """Say why a key combination cannot be taken; empty if it can."""
        if not row.spec.chord or not value:
            return ""
        keys = frozenset(str(value).split("+"))
        for name, other in self.rows.items():
            held = str(getattr(self._settings, name)) if other.spec.chord else ""
            if other is not row and held and frozenset(held.split("+")) == keys:
                taken = self.tr("“%1”已经在用这个组合，换一个试试")
                return taken.replace("%1", setting_words(name).label)
        if len(keys) == 1:
            return self.tr("要带上 Ctrl、Alt 或 Shift")
        return ""
