"""Typing at the draft of a pack, to see what it would flag."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from assist.model.finding import Finding
from assist.overlay import icons
from assist.overlay.form_window import label
from assist.overlay.pack_editor_notes import Note, NoteView
from assist.overlay.pack_editor_words import filled, how_found
from assist.overlay.pad_editor import PadEditor
from assist.overlay.theme import Look
from assist.overlay.words import severity_word

_TEXT_HIGH = 58
_LIST_HIGH = 104


class Tester(QFrame):
    """A text box whose flagged words are underlined, and how each was found.

    Signals:
        tried: ``(text)``, what was typed.
        rule_asked: ``(rule id)`` of a finding that is to be looked at.
    """

    tried = Signal(str)
    rule_asked = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._found: tuple[str, tuple[Finding, ...], float] = ("", (), 0.0)
        self._title = label(self, role="section", wraps=False)
        self._line = label(self, role="hint", wraps=False)
        self._time = label(self, role="hint", wraps=False)
        self.editor = PadEditor(look, self)
        self.editor.setObjectName("tester_text")
        self.editor.changed.connect(lambda text, _caret: self.tried.emit(text))
        self.list = NoteView(look, "tester_found", self)
        self.list.asked.connect(self.rule_asked)
        self._lay_out(look)
        self.refresh(look)

    def show_found(
        self, text: str, found: tuple[Finding, ...], took_ms: float, look: Look
    ) -> None:
        """Show what was found in ``text``; an answer to another text is dropped."""
        if text != self.editor.text:
            return
        self._found = (text, found, took_ms)
        self.editor.show_findings(found)
        self._list(look)

    def refresh(self, look: Look) -> None:
        """Word everything anew."""
        self._title.setText(self.tr("试一试"))
        self._line.setText(self.tr("用这份草稿检查，打字即出结果"))
        self.editor.setAccessibleName(self.tr("试一试"))
        self.editor.setAccessibleDescription(self._line.text())
        self.editor.setPlaceholderText(self.tr("在这里打一句话"))
        self.list.setAccessibleName(self.tr("试出的结果"))
        self._list(look)

    def _list(self, look: Look) -> None:
        text, found, took_ms = self._found
        notes = [
            Note(
                text=f"{one.rule.phrase}　{how_found(one)}",
                icon=icons.SEVERITY_ICONS[one.rule.severity],
                ink=one.rule.severity.value,
                said=severity_word(one.rule.severity),
                deed=self.tr("去看看"),
                key=one.rule.rule_id,
            )
            for one in found
        ]
        if text.strip() and not notes:
            nothing = self.tr("没有要提醒的")
            notes = [Note(text=nothing, icon="check", ink="accent")]
        self.list.show_notes(notes, look)
        milliseconds = filled(self.tr("%1 毫秒"), f"{took_ms:.1f}")
        self._time.setText(milliseconds if text.strip() else "")

    def _lay_out(self, look: Look) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._line)
        head.addStretch(1)
        head.addWidget(self._time)
        self.editor.setFixedHeight(look.px(_TEXT_HIGH))
        self.list.setMinimumHeight(look.px(_LIST_HIGH))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 8)
        column.addLayout(head)
        column.addWidget(self.editor)
        column.addWidget(self.list, 1)
