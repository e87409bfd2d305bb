"""Holds the pack that is being edited; on the Qt thread."""

import dataclasses
from contextlib import ExitStack

from PySide6.QtCore import QObject, QTimer

from assist.app.appearance import look_for
from assist.app.pack_drafts import Opened
from assist.app.pack_editor_files import EditorFiles
from assist.app.pack_editor_publishing import EditorPublishing
from assist.app.pack_editor_queue import EditorQueue
from assist.app.pack_editor_work import EditorWork
from assist.authoring import editing
from assist.authoring.diff import PackDiff
from assist.authoring.lint import Report
from assist.authoring.pack import Pack, PackRule
from assist.model.finding import Finding
from assist.overlay.pack_editor import PackEditor
from assist.overlay.pack_editor_content import change_notes, check_notes
from assist.overlay.pack_editor_part_words import file_word
from assist.overlay.pack_editor_rules import Standing
from assist.overlay.pack_editor_side import Page
from assist.overlay.pack_editor_words import change_line, gate_line, trouble
from assist.settings import Settings

_PAUSE_MS = 300  # after the last change, before it is looked over
_MOST_STEPS = 200


class EditorDesk(QObject):
    """Every change is a new pack; the old ones are the way back.

    Args:
        settings: Language and theme.
        opened: What is edited.
        running: Where each part leaves how it is ended.
    """

    def __init__(self, settings: Settings, opened: Opened, running: ExitStack) -> None:
        super().__init__()
        self.opened = opened
        self.pack, self.before = opened.pack, opened.before
        self.report: Report | None = None
        self.look = look_for(settings)
        self.window = PackEditor(self.look)
        self.work = EditorWork(opened.draft, running)
        self._back: list[Pack] = []
        self._forth: list[Pack] = []
        self._filter = ("", False)
        self._standings: dict[str, Standing] = {}
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.look_over)
        self.files = EditorFiles(self)
        self.queue = EditorQueue(self)
        self.publishing = EditorPublishing(self)
        self._connect()

    def begin(self) -> None:
        """Show the window and look the pack over."""
        rows = tuple(range(len(self.pack.rules)))
        self.window.show_pack(self.pack, rows)
        self.window.choose(0 if rows else -1)
        self.window.head.show_undo(possible=False)
        self.window.bring_up()
        self.window.view.setFocus()
        if self.opened.resumed:
            self.window.head.notify(file_word("resumed"))
        self._judge()
        self.look_over()
        self.publishing.look_at_expiry()

    # Changes ------------------------------------------------------------------

    def change(self, pack: Pack, *, place: int = -1) -> None:
        """Put another pack in the place of the one shown; undo brings it back."""
        if pack != self.pack:
            self._back = [*self._back[-_MOST_STEPS:], self.pack]
            self._forth.clear()
            self._show(pack, place)

    def edit(self, place: int, entry: PackRule) -> None:
        """Put another rule at a place."""
        if 0 <= place < len(self.pack.rules):
            self.change(editing.with_entry(self.pack, place, entry))

    def start_over(self, pack: Pack, before: Pack) -> None:
        """Compare with another pack from now on; what was before is behind."""
        self.before = before
        self._back.clear()
        self._forth.clear()
        self._show(pack, -1)

    def go_to(self, rule_id: str, part: str = "") -> int:
        """Show a rule by its id, and begin to fill in a part; -1 if it is gone."""
        ids = (one.rule.rule_id for one in self.pack.rules)
        place = next((at for at, one in enumerate(ids) if one == rule_id), -1)
        if place >= 0:
            self.window.choose(place)
            self._judge()
            if part:
                self.window.form.go_to(part)
        return place

    def phrases(self) -> dict[str, str]:
        """Return rule id to phrase."""
        return {one.rule.rule_id: one.rule.phrase for one in self.pack.rules}

    def look_over(self) -> None:
        """Have the pack compared, kept and linted as it is now."""
        self.report = None
        self._gate()
        self.work.look_over(self.pack, self.before, self.files.corpora)

    def _show(self, pack: Pack, place: int) -> None:
        rows = self.window.table.rows
        same = len(pack.rules) == len(self.pack.rules)
        self.pack = pack
        self.report = None
        self.window.show_pack(pack, rows if same else tuple(range(len(pack.rules))))
        if place >= 0:
            self.window.choose(place)
        self.window.head.show_undo(possible=bool(self._back))
        self._gate()
        self._judge()
        self.work.outdated()
        self._pause.start()
        if not same:
            self._narrow(*self._filter)

    def _add(self) -> None:
        entry = editing.fresh_rule(self.pack, file_word("new_rule"))
        self.change(editing.with_rules(self.pack, [entry]), place=len(self.pack.rules))
        self.window.form.go_to("phrase")

    def _paste(self, pairs: tuple[tuple[str, str], ...]) -> None:
        place = len(self.pack.rules)
        self.change(editing.with_pairs(self.pack, pairs), place=place)

    def _drop(self, places: frozenset[int]) -> None:
        left = len(self.pack.rules) - len(places)
        place = min(*places, left - 1)
        self.change(editing.without(self.pack, places), place=place)

    def _step(self, source: list[Pack], other: list[Pack]) -> None:
        if source:
            other.append(self.pack)
            self._show(source.pop(), -1)

    # What is worked out -------------------------------------------------------

    def _judge(self) -> None:
        entry = self.window.shown_rule
        if entry is not None:
            self.work.judge(entry.rule, self.pack.word_classes)

    def _narrow(self, query: str, open_only: bool) -> None:
        self._filter = (query, open_only)
        only = frozenset(self._standings) if open_only else None
        self.work.narrow(self.pack, query, only)

    def _show_filtered(self, pack: Pack, rows: tuple[int, ...]) -> None:
        if pack is self.pack:
            self.window.show_pack(pack, rows)

    def _show_found(
        self, text: str, findings: tuple[Finding, ...], took_ms: float
    ) -> None:
        self.window.tester.show_found(text, findings, took_ms, self.look)

    def _show_changes(self, pack: Pack, found: PackDiff) -> None:
        if pack is self.pack:
            line = change_line(found)
            self.window.head.say(f"{line} · {file_word('kept')}")
            notes = change_notes(found)
            self.window.side.show_notes(Page.CHANGES, notes, line, self.look)

    def _show_report(
        self, pack: Pack, report: Report, found: dict[str, Standing]
    ) -> None:
        if pack is not self.pack:
            return
        self.report, self._standings = report, found
        self.window.show_standings(found, open_count=len(found))
        notes = check_notes(report, self.look.language)
        line = gate_line(report)
        self.window.side.show_notes(Page.CHECKS, notes, line, self.look)
        self.queue.show_trial(report)
        self.queue.refresh()
        self._gate()
        if self._filter[1]:
            self._narrow(*self._filter)

    def _gate(self) -> None:
        report = self.report
        publishable = report is not None and report.publishable
        overridable = report is not None and report.usable and not publishable
        self.window.head.show_gate(
            "" if publishable else gate_line(report),
            publishable=publishable,
            overridable=overridable,
        )

    def _close(self) -> None:
        """Keep what was not kept yet; the draft of an unchanged pack goes away."""
        self._pause.stop()
        same = dataclasses.replace(self.pack, manifest=self.before.manifest)
        self.work.end(None if same == self.before else self.pack)

    def _connect(self) -> None:
        window, work = self.window, self.work
        window.edited.connect(self.edit)
        window.rule_wanted.connect(self._add)
        window.rows_pasted.connect(self._paste)
        window.drop_wanted.connect(self._drop)
        window.chosen.connect(lambda _place: self._judge())
        window.filter_wanted.connect(self._narrow)
        window.closing.connect(self._close)
        window.deed_wanted.connect(self._do)
        window.tester.tried.connect(work.try_out)
        window.tester.rule_asked.connect(self.go_to)
        work.judged.connect(window.form.show_tried)
        work.filtered.connect(self._show_filtered)
        work.found.connect(self._show_found)
        work.compared.connect(self._show_changes)
        work.indexed.connect(lambda: work.try_out(window.tester.editor.text))
        work.linted.connect(self._show_report)
        work.failed.connect(lambda error: window.head.notify(trouble(error)))

    def _do(self, name: str) -> None:
        {
            "undo": lambda: self._step(self._back, self._forth),
            "redo": lambda: self._step(self._forth, self._back),
            "import": self.files.ask_import,
            "export": self.files.ask_export,
            "save": self.files.save,
            "trial": self.queue.show_trial_page,
            "publish": self.publishing.ask,
            "override": self.publishing.ask,
            "renew": self.publishing.renew,
        }[name]()
