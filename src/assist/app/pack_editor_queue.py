"""Deals with what the editor lists: repairs, false alarms, sentences of the trial."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from assist.authoring import editing, repairs
from assist.authoring.exceptions import matcher_of, suggested_exception
from assist.authoring.false_alarms import FalseAlarm
from assist.authoring.lint import Report
from assist.authoring.pack import Pack, PackRule
from assist.authoring.remark import Remark
from assist.overlay.pack_editor_content import alarm_notes, trial_notes
from assist.overlay.pack_editor_part_words import file_word
from assist.overlay.pack_editor_side import Page
from assist.overlay.pack_editor_words import filled, trial_line

if TYPE_CHECKING:
    from assist.app.pack_editor_desk import EditorDesk

_PARTS = {
    "no_replacement": "replacements",
    "only_slots": "replacements",
    "no_examples": "must_hit",
    "hit_by_other": "must_hit",
    "not_hit": "aliases",
}


class EditorQueue(QObject):
    """On the Qt thread; exceptions are looked for on the quick thread.

    Signals:
        repaired: ``(Pack before, (place, PackRule) | None, Remark)``.
        suggested: ``(place, sentence, exception)``; None where it passes as it is.
    """

    repaired = Signal(object, object, object)
    suggested = Signal(int, str, object)

    def __init__(self, desk: "EditorDesk") -> None:
        super().__init__(desk)
        self._desk = desk
        self.alarms: tuple[FalseAlarm, ...] = ()
        side = desk.window.side
        side.asked.connect(self.act)
        side.dropped.connect(self._drop)
        side.file_wanted.connect(self._read)
        desk.files.marks_read.connect(self.show_alarms)
        self.repaired.connect(self._repair)
        self.suggested.connect(self._add)

    def show_alarms(self, alarms: Sequence[FalseAlarm]) -> None:
        """List what agents marked, and turn to it."""
        self.alarms = tuple(alarms)
        self.refresh()
        self._desk.window.side.show_page(Page.ALARMS, self._desk.look)

    def refresh(self) -> None:
        """List what is left of the marks."""
        notes = alarm_notes(self.alarms, self._desk.phrases()) if self.alarms else ()
        self._desk.window.side.show_notes(
            Page.ALARMS, notes, file_word("alarms"), self._desk.look
        )

    def show_trial(self, report: Report) -> None:
        """List the good sentences that would be flagged."""
        runs = report.dry_runs
        notes = trial_notes(runs, self._desk.phrases())
        line = trial_line(runs)
        self._desk.window.side.show_notes(Page.TRIAL, notes, line, self._desk.look)

    def show_trial_page(self) -> None:
        """Turn to the sentences that would be flagged."""
        self._desk.window.side.show_page(Page.TRIAL, self._desk.look)

    def act(self, page: str, key: object) -> None:
        """Do what a note offers."""
        if isinstance(key, Remark):
            self._deal_with(key)
        elif isinstance(key, FalseAlarm):
            self._deal_with_alarm(key)
        elif page == Page.TRIAL and isinstance(key, tuple):
            self._suggest(*key)
        elif isinstance(key, str):
            self._desk.go_to(key)

    def _deal_with(self, remark: Remark) -> None:
        if remark.code == "too_many_flagged":
            self.show_trial_page()
        elif repairs.can_repair(remark):
            pack = self._desk.pack
            self._desk.work.quickly(
                lambda: self.repaired.emit(pack, repairs.repaired(pack, remark), remark)
            )
        else:
            self._desk.go_to(remark.rule_id, _PARTS.get(remark.code, "phrase"))

    def _deal_with_alarm(self, alarm: FalseAlarm) -> None:
        if alarm.clause:
            self._suggest(alarm.rule_id, alarm.clause)
        else:
            self._desk.go_to(alarm.rule_id, "exceptions")

    def _suggest(self, rule_id: str, sentence: str) -> None:
        place = self._desk.go_to(rule_id)
        if place < 0:
            return
        rule, classes = self._desk.pack.rules[place].rule, self._desk.pack.word_classes
        self._desk.work.quickly(
            lambda: self.suggested.emit(
                place,
                sentence,
                suggested_exception(rule, classes, sentence)
                if matcher_of(rule, classes).match(sentence)
                else None,
            )
        )

    def _add(self, place: int, sentence: str, exception: str | None) -> None:
        """Put exception and sentence into the rule, and the mark away."""
        desk = self._desk
        if place >= len(desk.pack.rules):
            return
        entry = desk.pack.rules[place]
        desk.edit(place, editing.with_exception(entry, exception or "", sentence))
        desk.window.choose(place)
        if exception:
            desk.window.head.notify(filled(file_word("excepted"), exception))
        else:
            word = "passes" if exception is None else "no_exception"
            desk.window.head.notify(file_word(word))
        rule_id = entry.rule.rule_id
        self.alarms = tuple(
            one
            for one in self.alarms
            if (one.rule_id, one.clause) != (rule_id, sentence)
        )
        self.refresh()

    def _repair(
        self, before: Pack, found: tuple[int, PackRule] | None, remark: Remark
    ) -> None:
        desk = self._desk
        if found is None or before is not desk.pack:
            desk.go_to(remark.rule_id, "exceptions")
            desk.window.head.notify(file_word("no_exception"))
            return
        place, entry = found
        desk.edit(place, entry)
        desk.window.choose(place)
        desk.window.head.notify(file_word("repaired"))

    def _drop(self, page: str, key: object) -> None:
        if page == Page.ALARMS and isinstance(key, FalseAlarm):
            self.alarms = tuple(one for one in self.alarms if one != key)
            self.refresh()

    def _read(self, page: str) -> None:
        if page == Page.ALARMS:
            self._desk.files.ask_marks()
        else:
            self._desk.files.ask_sentences()
