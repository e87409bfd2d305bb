"""Everything that takes the pack editor longer than a millisecond, off the Qt thread.

Two threads: a quick one for what answers a key (examples of one rule, the trial
text, the filter), a slow one for what follows a pause (changes, the draft's
file, publishing).  Index and lint are made by a process of their own.
"""

import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from assist.app import pack_drafts
from assist.app.pack_lint_child import LintChild
from assist.app.worker import Worker
from assist.authoring import editing
from assist.authoring.diff import compare
from assist.authoring.examples import tried_examples
from assist.authoring.pack import Pack, WordClass
from assist.errors import AssistError
from assist.matching.cache import load
from assist.matching.matcher import Matcher
from assist.model.rule import Rule
from assist.overlay.pack_editor_content import standings


class EditorWork(QObject):
    """Asked on the Qt thread; answers come by signals.

    Args:
        draft: Where the draft is kept.
        running: Where it leaves how it is ended.

    Signals:
        judged: ``(Rule, Tried)``.
        filtered: ``(Pack, rows)``.
        found: ``(text, findings, ms)``.
        compared: ``(Pack, PackDiff)``.
        indexed: Texts can be tried on the pack as it is now.
        linted: ``(Pack, Report, standings)``.
        failed: ``(AssistError)``.
    """

    judged = Signal(object, object)
    filtered = Signal(object, object)
    found = Signal(str, object, float)
    compared = Signal(object, object)
    indexed = Signal()
    linted = Signal(object, object, object)
    failed = Signal(object)

    def __init__(self, draft: Path, running: ExitStack) -> None:
        super().__init__()
        self._draft = draft
        self._matcher: Matcher | None = None
        self._newest: Pack | None = None
        self._lint = LintChild()
        self._quick = Worker("assist-pack-quick", lambda _name: None)
        self._slow = Worker("assist-pack-slow", lambda _name: None)
        running.callback(self._slow.close)
        running.callback(self._quick.close)
        running.callback(self._lint.stop)

    def judge(self, rule: Rule, classes: tuple[WordClass, ...]) -> None:
        """Try the examples of one rule."""
        self._quick.post(
            lambda: self.judged.emit(rule, tried_examples(rule, classes)), key="judge"
        )

    def narrow(self, pack: Pack, query: str, only: frozenset[str] | None) -> None:
        """Find the rules to list."""
        self._quick.post(
            lambda: self.filtered.emit(pack, editing.indexes_with(pack, query, only)),
            key="narrow",
        )

    def try_out(self, text: str) -> None:
        """Find what the pack flags in a text."""
        self._quick.post(lambda: self._try_out(text), key="try")

    def quickly(self, job: Callable[[], None]) -> None:
        """Run ``job`` on the quick thread; what it fails of is told."""
        self._quick.post(lambda: self._attempt(job))

    def slowly(self, job: Callable[[], None]) -> None:
        """Run ``job`` on the slow thread; what it fails of is told."""
        self._slow.post(lambda: self._attempt(job))

    def outdated(self) -> None:
        """Stop looking a pack over that is another one by now."""
        self._newest = None
        self._lint.interrupt()

    def look_over(self, pack: Pack, before: Pack, corpora: tuple[Path, ...]) -> None:
        """Keep the draft, compare it, index it, lint it."""
        self._newest = pack
        self._lint.interrupt()
        self._slow.post(
            lambda: self._attempt(lambda: self._look_over(pack, before, corpora)),
            key="look over",
        )

    def end(self, last: Pack | None) -> None:
        """Keep ``last`` as the draft, or have none any more, and do no more."""
        self._newest = None
        self._lint.stop()
        if last is None:
            self.slowly(lambda: pack_drafts.drop(self._draft))
        else:
            self.slowly(lambda: pack_drafts.keep(last, self._draft))

    def _try_out(self, text: str) -> None:
        matcher = self._matcher
        begun = time.perf_counter()
        findings = matcher.match(text) if matcher is not None else ()
        self.found.emit(text, findings, (time.perf_counter() - begun) * 1000)

    def _look_over(self, pack: Pack, before: Pack, corpora: tuple[Path, ...]) -> None:
        self.compared.emit(pack, compare(before, pack))
        pack_drafts.keep(pack, self._draft)
        if pack is not self._newest:
            return
        report = self._lint.report(
            self._draft, corpora, lambda index: self._use(pack, index)
        )
        if report is not None:
            self.linted.emit(pack, report, standings(report))

    def _use(self, pack: Pack, index: Path) -> None:
        self._matcher = load(index, pack.rule_set)
        self.indexed.emit()

    def _attempt(self, job: Callable[[], None]) -> None:
        try:
            job()
        except AssistError as error:
            self.failed.emit(error)
