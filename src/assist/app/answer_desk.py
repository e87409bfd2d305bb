"""Asks, after an answer on the card, for what may be said about it; keeps that."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from assist.app.card_values import CardContent
from assist.app.hands import Hands
from assist.errors import BackendError, StoreError
from assist.insertion.clauses import clauses
from assist.model.answer import GivenClause, GivenReason, IgnoreReason
from assist.model.draft import Draft
from assist.model.finding import Finding
from assist.overlay.clause_window import ClauseWindow
from assist.overlay.follow_up import Answered, FollowUp
from assist.overlay.theme import Look
from assist.ports import Clock, WindowTracker
from assist.text.masking import masked


@dataclass(frozen=True, slots=True)
class Keeping:
    """Where answers go; each is called on the check thread.

    Attributes:
        add_reason, add_clause: Store an answer; may raise StoreError.
        may_attach: Whether words may leave this machine at all.
        pack_version: Of the list in use.
    """

    add_reason: Callable[[GivenReason], None]
    add_clause: Callable[[GivenClause], None]
    may_attach: Callable[[], bool]
    pack_version: str
    clock: Clock


class AnswerDesk(QObject):
    """On the Qt thread; nothing of a draft is held once the follow-up is gone.

    Args:
        follow_up: Offers the answers.
        keeping: Where they go.
        hands: The way to the check thread.
        windows: Gives the focus back after the clause was looked over.
        look: Tells the look in force.

    Signals:
        not_kept: ``(StoreError)``, an answer could not be stored.
        kept: An answer is stored.
    """

    not_kept = Signal(object)
    kept = Signal()

    def __init__(
        self,
        follow_up: FollowUp,
        keeping: Keeping,
        hands: Hands,
        windows: WindowTracker,
        look: Callable[[], Look],
    ) -> None:
        super().__init__()
        self._follow_up = follow_up
        self._keeping = keeping
        self._ask = hands.ask
        self._windows = windows
        self._look = look
        self._rule_id = ""
        self._clause = ""
        self._window_id = 0
        self._window: ClauseWindow | None = None
        follow_up.reason_given.connect(self._keep_reason)
        follow_up.clause_wanted.connect(self._look_over)
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self.forget)
        follow_up.closed.connect(self._soon.start)

    def remember(
        self, content: CardContent | None, finding_id: int, draft: Draft | None = None
    ) -> None:
        """Take note which finding the next answer is about.

        Args:
            content: What the card shows.
            finding_id: Of the finding answered.
            draft: To take its clause from, masked; None where no words are wanted.
        """
        self.forget()
        for finding in content.findings if content else ():
            if finding.finding_id == finding_id:
                self._rule_id = finding.rule.rule_id
                if draft is not None:
                    self._clause = _masked_clause(finding, draft.text)
                    self._window_id = draft.field.window_id

    def forget(self) -> None:
        """Keep no word of a draft that was sent or deleted."""
        self._clause = ""

    def offer(self, answered: Answered, chords: tuple[str, ...]) -> None:
        """Open the follow-up for the finding remembered."""
        attach = answered is Answered.NOTED and self._keeping.may_attach()
        self._follow_up.open_for(answered, chords=chords, may_attach=attach)

    def _keep_reason(self, reason: IgnoreReason) -> None:
        keeping = self._keeping
        given = GivenReason(
            at_ms=keeping.clock.epoch_ms(),
            rule_id=self._rule_id,
            pack_version=keeping.pack_version,
            reason=reason,
        )
        self._store(lambda: keeping.add_reason(given))

    def _look_over(self) -> None:
        window = self._window
        if window is None:
            window = self._window = ClauseWindow(self._look())
            window.attached.connect(self._attach)
            window.closed.connect(self._give_back)
        elif window.look != self._look():
            window.set_look(self._look())
        clause, self._clause = self._clause, ""
        window.open_for(clause)

    def _attach(self, text: str) -> None:
        keeping = self._keeping
        given = GivenClause(
            at_ms=keeping.clock.epoch_ms(),
            rule_id=self._rule_id,
            pack_version=keeping.pack_version,
            text=text,
        )
        self._store(lambda: keeping.add_clause(given))

    def _store(self, write: Callable[[], None]) -> None:
        def stored() -> None:
            try:
                write()
            except StoreError as error:
                self.not_kept.emit(error)
            else:
                self.kept.emit()

        self._ask(stored)

    def _give_back(self) -> None:
        window_id = self._window_id
        if window_id:
            self._ask(lambda: self._activate(window_id))

    def _activate(self, window_id: int) -> None:
        try:
            self._windows.activate(window_id)
        except BackendError:
            return


def _masked_clause(finding: Finding, text: str) -> str:
    """Return the clauses that ``finding`` stands in, masked."""
    touched = [span for span in clauses(text) if span.overlaps(finding.span)]
    if not touched:
        return masked(finding.span.of(text))
    return masked(text[touched[0].start : touched[-1].end])
