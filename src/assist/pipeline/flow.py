"""The way of a draft through the program.

Everything here runs on one thread, the check thread; ``app`` sees to that.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from assist.drafting.heard import HeardKeys
from assist.errors import (
    BackendError,
    InsertionError,
    StaleDraftError,
    WrongWindowError,
)
from assist.insertion.plan import choices
from assist.matching.matcher import Matcher
from assist.model.draft import Draft, Field
from assist.model.edit import Edit
from assist.model.finding import Finding
from assist.model.usage import Action, UsageRecord
from assist.pipeline.fields import FieldState, FieldTable
from assist.pipeline.outcomes import OpenFindings
from assist.pipeline.own_write import OwnWrite
from assist.pipeline.view import Checked, Offer, Result, View
from assist.ports import (
    Clock,
    InsertedBy,
    KeyClass,
    Status,
    TextInserter,
    UsageLog,
)


@dataclass(frozen=True, slots=True)
class Outlets:
    """Where the flow leads to.

    Attributes:
        pack_version: Of the phrase list in use, for the log.
    """

    inserter: TextInserter
    log: UsageLog
    view: View
    clock: Clock
    pack_version: str = ""


@dataclass(frozen=True, slots=True)
class _Applied:
    """The last replacement: what is needed to take it back."""

    draft: Draft
    edit: Edit
    findings: tuple[Finding, ...]


class Flow:
    """Takes readings and the agent's choices; shows findings; logs outcomes."""

    def __init__(self, matcher: Matcher, outlets: Outlets) -> None:
        self._matcher = matcher
        self._out = outlets
        self._fields = FieldTable(self._give_up)
        self._current: FieldState | None = None
        self._keys = HeardKeys()
        self._applied: _Applied | None = None
        self._writing: OwnWrite | None = None
        self._conversations = 0

    # From the capture side -------------------------------------------------

    def draft_read(self, draft: Draft) -> None:
        """Match a reading and show what is found.

        A stage of our own writing is passed over; what came of it follows.
        """
        if self._writing is not None and self._writing.shows_in(draft):
            return
        if self._writing is not None and self._writing.is_over(draft):
            self._writing = None
        state = self._state_for(draft)
        before = state.draft
        if draft.text != before.text:
            self._keys = self._keys.text_changed(draft.field)
        state.draft = draft
        if state.outdated and state.untouched:
            self._renew(state)
        found = state.session.update(draft.text)
        if not draft.text.strip():
            self._emptied(state, before)
        else:
            self._fixed_by_hand(state, found)
        state.findings = tuple(
            finding for finding in found if finding.finding_id not in state.passed
        )
        self._out.view.show_findings(Checked(draft, state.findings))

    def field_left(self, field: Field) -> None:
        """Hide what was shown; the draft is still there when the agent returns."""
        if self._current and self._current.draft.field.field_id == field.field_id:
            self._current = None
        self._out.view.hide_field(field)

    def status_changed(self, status: Status) -> None:
        """Hand on whether drafts can be read."""
        self._out.view.show_status(status)

    def key_pressed(self, key: KeyClass, at: float) -> None:
        """Remember what tells a sent message from a cleared one."""
        self._keys = self._keys.pressed(key, at)

    def use(self, matcher: Matcher, pack_version: str) -> None:
        """Check with another phrase list from now on; no draft is left out.

        A draft in which the agent has dealt with a finding is finished with the
        list it was begun with, so that nothing ignored comes back.
        """
        self._matcher = matcher
        self._out = replace(self._out, pack_version=pack_version)
        self._fields.outdate()
        if self._current is not None and self._current.untouched:
            self.draft_read(self._current.draft)

    # From the agent --------------------------------------------------------

    def paused(
        self, field_id: str, revision: int, latency_ms: float | None = None
    ) -> None:
        """Offer replacements for a draft the agent stopped typing in."""
        state = self._current
        if state is None or not _same(state.draft, field_id, revision):
            return
        fresh = [f for f in state.findings if f.finding_id not in state.open]
        if fresh:
            self._out.log.add(
                [state.open.show(finding, latency_ms=latency_ms) for finding in fresh]
            )
        if state.findings:
            text = state.draft.text
            planned = tuple(choices(text, finding) for finding in state.findings)
            self._out.view.show_offer(
                Offer(Checked(state.draft, state.findings), planned)
            )

    def choose(self, finding_id: int, index: int) -> None:
        """Put the chosen replacement into the field."""
        state, finding = self._find(finding_id)
        if state is None or finding is None:
            self._out.view.show_result(Result.CHANGED_MEANWHILE)
            return
        planned = choices(state.draft.text, finding)
        if index >= len(planned):
            return
        edit = planned[index].edit
        result = self._apply(state.draft, edit)
        if result is Result.REPLACED:
            touched = self._close_replaced(state, finding, edit)
            self._applied = _Applied(state.draft, edit, touched)
            self.draft_read(replace(state.draft, text=edit.after, caret=edit.caret))
        self._out.view.show_result(result)

    def ignore(self, finding_id: int) -> None:
        """Let a finding pass, in this draft only."""
        self._pass(finding_id, Action.IGNORED)

    def mark_wrong(self, finding_id: int) -> None:
        """Let a finding pass and note that it should not have been one."""
        if self._pass(finding_id, Action.MARKED_WRONG):
            self._out.view.show_result(Result.NOTED)

    def undo(self) -> None:
        """Restore the text from before the last replacement, exactly."""
        last, self._applied = self._applied, None
        if last is None:
            return
        written = replace(last.draft, text=last.edit.after)
        result = self._apply(written, last.edit.reversed())
        if result is Result.REPLACED:
            opened = self._state_for(last.draft).open
            self._log(opened.settle(each, Action.UNDONE) for each in last.findings)
            self.draft_read(last.draft)
            result = Result.UNDONE
        self._out.view.show_result(result)

    def close(self) -> None:
        """Log what is still open as unknown; nobody saw what became of it."""
        self._current = None
        self._fields.clear()

    # Inside ----------------------------------------------------------------

    def _state_for(self, draft: Draft) -> FieldState:
        state = self._fields.get(draft.field.field_id)
        if state is None:
            self._conversations += 1
            opened = OpenFindings(
                draft.field.app,
                self._out.clock,
                self._conversations,
                self._out.pack_version,
            )
            state = FieldState(self._matcher.session(), draft, opened)
            self._fields.put(draft.field.field_id, state)
        self._current = state
        return state

    def _renew(self, state: FieldState) -> None:
        """Let a field's next reading be matched with the list in use."""
        state.session = self._matcher.session()
        state.open.pack_version = self._out.pack_version
        state.outdated = False

    def _find(self, finding_id: int) -> tuple[FieldState | None, Finding | None]:
        state = self._current
        return state, state.finding(finding_id) if state else None

    def _fixed_by_hand(self, state: FieldState, found: tuple[Finding, ...]) -> None:
        there = {finding.finding_id for finding in found}
        gone = [known for known in state.open.ids() if known not in there]
        self._log(state.open.settle_id(known, Action.FIXED_BY_HAND) for known in gone)

    def _emptied(self, state: FieldState, before: Draft) -> None:
        state.passed.clear()
        self._applied = None  # the sent words are nobody's business any more
        same_window = before.field.window_id == state.draft.field.window_id
        action = self._keys.judge(at=state.draft.seen_at, same_window=same_window)
        self._log(state.open.settle_id(known, action) for known in state.open.ids())
        if before.text.strip():
            self._log([state.open.end_message(action)])

    def _give_up(self, state: FieldState) -> None:
        self._log(
            state.open.settle_id(known, Action.UNKNOWN) for known in state.open.ids()
        )

    def _close_replaced(
        self, state: FieldState, chosen: Finding, edit: Edit
    ) -> tuple[Finding, ...]:
        touched = tuple(
            finding
            for finding in state.findings
            if finding is chosen
            or (finding.finding_id in state.open and finding.span.overlaps(edit.span))
        )
        self._log(state.open.settle(finding, Action.REPLACED) for finding in touched)
        return touched

    def _pass(self, finding_id: int, action: Action) -> bool:
        state, finding = self._find(finding_id)
        if state is None or finding is None:
            return False
        state.passed.add(finding_id)
        state.findings = tuple(f for f in state.findings if f is not finding)
        self._log([state.open.settle(finding, action)])
        self._out.view.show_findings(Checked(state.draft, state.findings))
        return True

    def _apply(self, draft: Draft, edit: Edit) -> Result:
        try:
            how = self._out.inserter.apply(draft, edit)
            finished = self._out.clock.monotonic()
            self._writing = OwnWrite(draft.field.field_id, edit, finished)
        except StaleDraftError:
            return Result.CHANGED_MEANWHILE
        except WrongWindowError:
            return Result.WRONG_WINDOW
        except (InsertionError, BackendError):
            return Result.REFUSED
        return Result.COPIED if how is InsertedBy.COPIED else Result.REPLACED

    def _log(self, records: Iterable[UsageRecord]) -> None:
        batch = list(records)
        if batch:
            self._out.log.add(batch)


def _same(draft: Draft, field_id: str, revision: int) -> bool:
    return draft.field.field_id == field_id and draft.revision == revision
