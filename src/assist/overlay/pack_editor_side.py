"""Beside the form: checks, false alarms, changes and the trial, one at a time."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from assist.overlay.form_window import label
from assist.overlay.pack_editor_notes import Note, NoteView
from assist.overlay.pack_editor_words import told
from assist.overlay.theme import Look


class Page(StrEnum):
    """What can be shown; also the object names."""

    CHECKS = "checks"
    ALARMS = "alarms"
    CHANGES = "changes"
    TRIAL = "trial"


_TITLES = {
    Page.CHECKS: QT_TRANSLATE_NOOP("pack_editor", "发布前检查"),
    Page.ALARMS: QT_TRANSLATE_NOOP("pack_editor", "误报"),
    Page.CHANGES: QT_TRANSLATE_NOOP("pack_editor", "改动"),
    Page.TRIAL: QT_TRANSLATE_NOOP("pack_editor", "试运行"),
}
_BUTTONS = {
    Page.ALARMS: QT_TRANSLATE_NOOP("pack_editor", "读入同事交来的标记…"),
    Page.TRIAL: QT_TRANSLATE_NOOP("pack_editor", "再试自己的好句子…"),
}


class SidePanel(QFrame):
    """Four lists of notes, one shown at a time.

    Signals:
        asked: ``(page, key)``, the deed of a note is wanted.
        dropped: ``(page, key)``, a note is to go.
        file_wanted: ``(page)``, a file is to be read in for it.
    """

    asked = Signal(str, object)
    dropped = Signal(str, object)
    file_wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._page = Page.CHECKS
        self._lines = dict.fromkeys(Page, "")
        self._notes: dict[Page, tuple[Note, ...]] = dict.fromkeys(Page, ())
        self._tabs = {page: self._tab(page) for page in Page}
        self._line = label(self, role="hint")
        self._file = QPushButton(self)
        self._file.setObjectName("side_file")
        self._file.setProperty("role", "link")
        self._file.clicked.connect(lambda: self.file_wanted.emit(self._page))
        self.list = NoteView(look, "side_list", self)
        self.list.asked.connect(lambda key: self.asked.emit(self._page, key))
        self.list.dropped.connect(lambda key: self.dropped.emit(self._page, key))
        self._lay_out()
        self.refresh(look)

    def show_page(self, page: Page, look: Look) -> None:
        """Turn to a list."""
        self._page = page
        self.refresh(look)

    def show_notes(
        self, page: Page, notes: Sequence[Note], line: str, look: Look
    ) -> None:
        """Put notes into a list, and one line above them."""
        self._notes[page], self._lines[page] = tuple(notes), line
        self.refresh(look)

    def refresh(self, look: Look) -> None:
        """Word everything anew."""
        page = self._page
        for one, tab in self._tabs.items():
            count = len(self._notes[one])
            word = told(_TITLES[one])
            tab.setText(f"{word} {count}" if count else word)
            tab.setAccessibleName(tab.text())
            tab.setChecked(one is page)
        self._line.setText(self._lines[page])
        self._file.setVisible(page in _BUTTONS)
        self._file.setText(told(_BUTTONS.get(page, "")))
        self.list.setAccessibleName(told(_TITLES[page]))
        self.list.setAccessibleDescription(self._lines[page])
        self.list.show_notes(self._notes[page], look)

    def tab(self, page: Page) -> QPushButton:
        """Return the button that turns to a list."""
        return self._tabs[page]

    def _tab(self, page: Page) -> QPushButton:
        tab = QPushButton(self)
        tab.setObjectName(f"side_{page}")
        tab.setProperty("role", "chip")
        tab.setCheckable(True)
        tab.clicked.connect(lambda: self.show_page(page, self.look))
        return tab

    @property
    def look(self) -> Look:
        """The look that the lists have now."""
        return self.list.look

    def _lay_out(self) -> None:
        group = QButtonGroup(self)
        tabs = QHBoxLayout()
        tabs.setSpacing(6)
        for tab in self._tabs.values():
            group.addButton(tab)
            tabs.addWidget(tab)
        tabs.addStretch(1)
        line = QHBoxLayout()
        line.addWidget(self._line, 1)
        line.addWidget(self._file)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 8, 8)
        column.addLayout(tabs)
        column.addLayout(line)
        column.addWidget(self.list, 1)
