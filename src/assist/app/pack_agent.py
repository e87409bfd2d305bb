"""The phrase list of the running overlay: the one it starts with, and newer ones."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from assist.app import build, pack_personal, pack_policy, pack_updates
from assist.app.pack_watch import PackWatch, Switched, Told
from assist.errors import AssistError, PhraseListError
from assist.matching.matcher import Matcher
from assist.model.standard import StandardPhrase


@dataclass(frozen=True, slots=True)
class PhrasesInUse:
    """A phrase list, ready to be used.

    Attributes:
        label: Its version as people see it, e.g. ``v13``.
    """

    matcher: Matcher
    label: str

    @property
    def enabled(self) -> int:
        """How many of its rules are on."""
        return sum(rule.enabled for rule in self.matcher.rules)


class AgentPacks(QObject):
    """Made on the Qt thread; asks for packs on a thread of its own.

    Without a source, without a personal pack and with nothing in use no thread
    is started, and the network's library is never loaded.

    Signals:
        switched: ``(PhrasesInUse, brief)``, from the watching thread.

    Raises:
        PhraseListError: Not even the list that ships can be used.
    """

    switched = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._watch: PackWatch | None = None
        self._set_id = ""
        self.problem: AssistError | None = None
        self.first = self._first()

    def start(self) -> None:
        """Begin to ask, if there is anything to ask for."""
        try:
            arranged = pack_policy.arrangement()
            state = pack_policy.state(None)
            wanted = arranged.source or self._set_id or pack_personal.stored(state)
        except AssistError as error:
            self.problem = error
            return
        if not wanted:
            return
        self._watch = PackWatch(
            state,
            arranged.source,
            Told(self._switched, self._failed),
            every_seconds=arranged.every_seconds,
            personal=lambda: pack_personal.stored(state),
            heartbeat=arranged.heartbeat,
        )
        self._watch.start(in_use=self._set_id)

    def check_now(self) -> None:
        """Ask at once, whatever the schedule says."""
        if self._watch is not None:
            self._watch.check_now()

    def close(self) -> None:
        """Stop after the check that is running.  May be repeated."""
        if self._watch is not None:
            self._watch.close()

    def _first(self) -> PhrasesInUse:
        """Return the packs in use; the list that ships where they are damaged."""
        try:
            state = pack_policy.state(None)
            active = state.active()
            if active is not None and active.packs:
                matcher = pack_updates.matcher_in_use(state)
                self._set_id = active.set_id
                return PhrasesInUse(matcher, f"v{active.version}")
        except AssistError as error:
            self.problem = error
        return _shipped()

    def _switched(self, new: Switched) -> None:
        self.problem = None
        try:
            label = f"v{new.version}" if new.version else build.load_phrases().version
        except PhraseListError as error:
            self.problem = error
            return
        self.switched.emit(PhrasesInUse(new.matcher, label), new.brief)

    def _failed(self, problem: AssistError) -> None:
        """Remember why nothing came; an agent is not warned of it."""
        self.problem = problem


def standard_phrases() -> tuple[StandardPhrase, ...]:
    """Return the compliant sentences of the packs in use.

    Those that ship where there are no packs, or where these hold none.

    Raises:
        PhraseListError: Not even the list that ships can be read.
    """
    try:
        phrases = pack_updates.phrases_in_use(pack_policy.state(None))
        found = build.load_standard_phrases(phrases) if phrases else ()
    except AssistError:  # said when the packs themselves are used
        found = ()
    return found or build.load_standard_phrases()


def _shipped() -> PhrasesInUse:
    rules = build.load_phrases()
    return PhrasesInUse(build.kept_matcher(rules), rules.version)
