"""What is remembered of the text fields seen last."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from assist.matching.session import Session
from assist.model.draft import Draft
from assist.model.finding import Finding
from assist.pipeline.outcomes import OpenFindings

# Agents keep a handful of conversations open; each session holds one draft.
REMEMBERED_FIELDS = 8


@dataclass(slots=True)
class FieldState:
    """One field: its matching session, its draft, and what was found there.

    Attributes:
        passed: Ids of findings the agent let pass; forgotten when the field
            is emptied, for the next message is a new one.
        outdated: There is a newer phrase list than the session's.
    """

    session: Session
    draft: Draft
    open: OpenFindings
    findings: tuple[Finding, ...] = ()
    passed: set[int] = field(default_factory=set)
    outdated: bool = False

    @property
    def untouched(self) -> bool:
        """Whether the agent has dealt with nothing in this draft yet."""
        return not self.open.ids() and not self.passed

    def finding(self, finding_id: int) -> Finding | None:
        """Return the finding with this id, if it is still there."""
        for found in self.findings:
            if found.finding_id == finding_id:
                return found
        return None


class FieldTable:
    """The most recent fields; the oldest is given up for a new one.

    Args:
        given_up: Called with each state that is dropped.
    """

    def __init__(self, given_up: Callable[[FieldState], None]) -> None:
        self._states: OrderedDict[str, FieldState] = OrderedDict()
        self._given_up = given_up

    def get(self, field_id: str) -> FieldState | None:
        """Return the state of a field seen before, and mark it as used."""
        state = self._states.get(field_id)
        if state is not None:
            self._states.move_to_end(field_id)
        return state

    def put(self, field_id: str, state: FieldState) -> None:
        """Remember a field, giving up the one unused the longest."""
        self._states[field_id] = state
        if len(self._states) > REMEMBERED_FIELDS:
            _, oldest = self._states.popitem(last=False)
            self._given_up(oldest)

    def outdate(self) -> None:
        """Note for every field that there is a newer phrase list."""
        for state in self._states.values():
            state.outdated = True

    def clear(self) -> None:
        """Give up every field."""
        while self._states:
            self._given_up(self._states.popitem(last=False)[1])
