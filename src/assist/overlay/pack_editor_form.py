"""One rule as a form: what it is, where it counts, what replaces it, its examples."""

import dataclasses
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from assist.authoring.examples import Tried
from assist.authoring.pack import PackRule
from assist.model.finding import Finding
from assist.model.rule import Extent, Replacement, Rule, Scope, Severity
from assist.overlay import icons
from assist.overlay.form_window import label
from assist.overlay.pack_editor_lines import LONGEST, LineList
from assist.overlay.pack_editor_part_words import extent_word, part_word
from assist.overlay.pack_editor_segments import Segments
from assist.overlay.pack_editor_words import (
    scope_word,
    tried_line,
    verdict,
)
from assist.overlay.theme import Look
from assist.overlay.words import severity_word

_PAUSE_MS = 400  # typing is taken over after so much rest
_MOST_REPLACEMENTS = 20
_TEXTS = ("phrase", "category", "scenario", "why")
_LISTS = ("exceptions", "must_hit", "must_miss", "aliases", "patterns")
_FLAGS = ("typos", "enabled", "locked")
_MORE = ("aliases", "patterns", "scenario", "why", "flags")


class RuleForm(QFrame):
    """Shows a rule and tells of every change; judged examples come back in.

    Signals:
        changed: ``(PackRule)``, by the lead.
    """

    changed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.look = look
        self._entry: PackRule | None = None
        self._tried = Tried()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._take)
        self._texts = {name: self._text_box(name) for name in _TEXTS}
        self._severity = Segments("severity", list(Severity))
        self._severity.chosen.connect(self._take)
        self._scope = Segments("scope", list(Scope))
        self._scope.chosen.connect(self._take)
        self._replacements = LineList(look, "replacements", most=_MOST_REPLACEMENTS)
        self._replacements.changed.connect(self._take)
        self._lists = {name: LineList(look, name) for name in _LISTS}
        for one in self._lists.values():
            one.changed.connect(self._take)
        self._flags = {name: self._flag(name) for name in _FLAGS}
        self._judged = label(self, role="hint")
        self._more = QPushButton(self)
        self._more.setObjectName("rule_more")
        self._more.setCheckable(True)
        self._more.setProperty("role", "link")
        self._more.clicked.connect(self._show_more)
        self._labels: dict[str, QLabel] = {}
        self._lay_out()
        self.refresh(look)

    def show_rule(self, entry: PackRule | None) -> None:
        """Show a rule; None empties the form."""
        other = _id(entry) != _id(self._entry)
        self._entry = entry
        if other:
            self._pause.stop()
            self._tried = Tried()
        self.setEnabled(entry is not None)
        self._fill(
            PackRule(rule=Rule(rule_id="", phrase="")) if entry is None else entry
        )

    def show_tried(self, rule: Rule, tried: Tried) -> None:
        """Show what became of the examples of ``rule``."""
        if self._entry is None or self._entry.rule != rule:
            return
        self._tried = tried
        self._show_examples(rule)

    def go_to(self, part: str) -> None:
        """Put the keys where something is to be filled in."""
        if part == "replacements":
            self._replacements.begin_line()
        elif part in self._lists:
            self._lists[part].begin_line()
        else:
            self._texts["phrase"].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._texts["phrase"].selectAll()

    def commit(self) -> None:
        """Take over what is being typed at once."""
        if self._pause.isActive():
            self._take()

    def refresh(self, look: Look) -> None:
        """Word everything anew."""
        self.look = look
        for name, one in self._labels.items():
            one.setText(part_word(name))
        for name, box in self._texts.items():
            box.setAccessibleName(part_word(name))
        for name, lines in (*self._lists.items(), ("replacements", self._replacements)):
            lines.setAccessibleName(part_word(name))
            lines.setAccessibleDescription(self.tr("Enter 修改，Delete 删除"))
        for severity in Severity:
            self._severity.say(severity, severity_word(severity), part_word("severity"))
            icon = icons.icon(icons.SEVERITY_ICONS[severity], look.severity(severity))
            self._severity.button(severity).setIcon(icon)
            edge = QSize(look.px(16), look.px(16))
            self._severity.button(severity).setIconSize(edge)
        for scope in Scope:
            self._scope.say(scope, scope_word(scope), part_word("scope"))
        self._replacements.offer(
            {extent.value: extent_word(extent) for extent in Extent}, Extent.CLAUSE
        )
        for name, flag in self._flags.items():
            flag.setText(part_word(name))
        self._more.setText(
            self.tr("收起") if self._more.isChecked() else self.tr("更多…")
        )
        if self._entry is not None:
            self._fill(self._entry)

    def _fill(self, entry: PackRule) -> None:
        rule = entry.rule
        for name, box in self._texts.items():
            if box.text() != getattr(rule, name) and not self._pause.isActive():
                box.setText(getattr(rule, name))
        self._severity.show_value(rule.severity)
        self._scope.show_value(rule.scope)
        self._flags["typos"].setChecked(rule.max_edits != 0)
        self._flags["enabled"].setChecked(rule.enabled)
        self._flags["locked"].setChecked(entry.locked)
        pairs = [(one.text, one.replaces.value) for one in rule.replacements]
        self._replacements.show_lines(pairs, look=self.look)
        for name in ("exceptions", "aliases", "patterns"):
            pairs = [(text, "") for text in getattr(rule, name)]
            self._lists[name].show_lines(pairs, look=self.look)
        self._show_examples(rule)

    def _show_examples(self, rule: Rule) -> None:
        tried = self._tried
        self._show_judged("must_hit", rule.must_hit, tried.must_hit)
        self._show_judged("must_miss", rule.must_miss, tried.must_miss)
        self._judged.setText(tried_line(tried))
        self._judged.setProperty("role", "fault" if tried.fault else "hint")
        self._judged.style().polish(self._judged)

    def _show_judged(
        self, name: str, texts: Sequence[str], found: Sequence[Finding | None]
    ) -> None:
        wanted = name == "must_hit"
        if len(found) != len(texts):
            pairs = [(text, "") for text in texts]
            self._lists[name].show_lines(pairs, look=self.look)
            return
        lines, marks = [], []
        for text, one in zip(texts, found, strict=True):
            good = (one is not None) == wanted
            lines.append((text, verdict(one, wanted=wanted)))
            marks.append(("check", "accent") if good else ("severity-high", "high"))
        self._lists[name].show_lines(lines, marks, look=self.look)

    def _take(self, _value: object = None) -> None:
        """Make a rule of what the form holds, and tell if it is another one."""
        self._pause.stop()
        if self._entry is None:
            return
        entry = self._taken(self._entry)
        if entry != self._entry:
            self._entry = entry
            self.changed.emit(entry)

    def _taken(self, entry: PackRule) -> PackRule:
        rule = entry.rule
        values: dict[str, Any] = {
            name: " ".join(box.text().split())
            for name, box in self._texts.items()
            if box.text() != getattr(rule, name)
        }
        if not values.get("phrase", rule.phrase):
            del values["phrase"]  # a rule is never without
        values |= {name: one.texts for name, one in self._lists.items()}
        typos = self._flags["typos"].isChecked()
        if typos == (rule.max_edits != 0):
            edits = rule.max_edits
        else:
            edits = None if typos else 0
        rule = dataclasses.replace(
            rule,
            **values,
            severity=Severity(self._severity.value or rule.severity),
            scope=Scope(self._scope.value or rule.scope),
            max_edits=edits,
            enabled=self._flags["enabled"].isChecked(),
            replacements=tuple(
                Replacement(text, Extent(beside))
                for text, beside in self._replacements.lines
            ),
        )
        locked = self._flags["locked"].isChecked()
        return dataclasses.replace(entry, rule=rule, locked=locked)

    def _text_box(self, name: str) -> QLineEdit:
        box = QLineEdit(self)
        box.setObjectName(f"rule_{name}")
        box.setMaxLength(LONGEST)
        box.textEdited.connect(lambda _text: self._pause.start())
        box.editingFinished.connect(self.commit)
        return box

    def _flag(self, name: str) -> QCheckBox:
        box = QCheckBox(self)
        box.setObjectName(f"rule_{name}")
        box.clicked.connect(self._take)
        return box

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("rows")
        self._form = QFormLayout(inside)
        self._form.setContentsMargins(16, 12, 16, 12)
        self._form.setVerticalSpacing(10)
        self._form.setHorizontalSpacing(12)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        flags = QWidget()
        line = QHBoxLayout(flags)
        line.setContentsMargins(0, 0, 0, 0)
        for box in self._flags.values():
            line.addWidget(box)
        line.addStretch(1)
        self._rows: dict[str, QWidget] = {
            "phrase": self._texts["phrase"],
            "severity": self._severity,
            "scope": self._scope,
            "category": self._texts["category"],
            "replacements": self._replacements,
            "exceptions": self._lists["exceptions"],
            "must_hit": self._lists["must_hit"],
            "must_miss": self._lists["must_miss"],
            "judged": self._judged,
            "more": self._more,
            "aliases": self._lists["aliases"],
            "patterns": self._lists["patterns"],
            "scenario": self._texts["scenario"],
            "why": self._texts["why"],
            "flags": flags,
        }
        for name, part in self._rows.items():
            self._labels[name] = label(self, role="hint", wraps=False)
            self._labels[name].setBuddy(part)
            self._form.addRow(self._labels[name], part)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(area)
        self._show_more()

    def _show_more(self) -> None:
        for name in _MORE:
            self._form.setRowVisible(self._rows[name], self._more.isChecked())
        self._more.setText(
            self.tr("收起") if self._more.isChecked() else self.tr("更多…")
        )


def _id(entry: PackRule | None) -> str:
    return entry.rule.rule_id if entry is not None else ""
