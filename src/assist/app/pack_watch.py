"""Keeps an agent's packs up to date while the overlay runs; a thread of its own."""

import gc
import random
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assist.app import pack_updates
from assist.errors import AssistError
from assist.packs.schedule import first_pause_seconds, pause_seconds

if TYPE_CHECKING:
    from pathlib import Path

    from assist.matching.matcher import Matcher
    from assist.packs.state import State, StoredPack
    from assist.packs.update import Source, Updates


@dataclass(frozen=True, slots=True)
class Switched:
    """A new set of packs, ready to be used.

    Attributes:
        matcher: Give it to the check thread; the old one may finish its draft.
        version: Of the leading pack; 0 when the shipped list is in use again.
        brief: The change as a banner says it: ``v12 → v13: +6 −2``.
    """

    matcher: "Matcher"
    version: int
    brief: str


@dataclass(frozen=True, slots=True)
class Told:
    """Who is told, on the watching thread.

    Attributes:
        switched: A new set is ready.
        failed: A check brought nothing; the reason is for the doctor's report
            and the log, never a warning to the agent.
    """

    switched: Callable[[Switched], None]
    failed: Callable[[AssistError], None]


class PackWatch:
    """Asks for packs now and then, and hands over what is new.

    Args:
        state: What this machine keeps of packs.
        source: Where packs come from; None only ends emergencies in time.
        told: Who is told.
        every_seconds: Between two checks when all is well.
        personal: Gives the agent's own pack, stored, at every check.
        heartbeat: Folder to tell which version runs; None for none.
        updates: What checks, where another than the usual is wanted.
    """

    def __init__(  # noqa: PLR0913  one parameter per setting
        self,
        state: "State",
        source: "Source | None",
        told: Told,
        *,
        every_seconds: float,
        personal: "Callable[[], StoredPack | None]" = lambda: None,
        heartbeat: "Path | None" = None,
        updates: "Updates | None" = None,
    ) -> None:
        self._state = state
        self._source = source
        self._told = told
        self._every = every_seconds
        self._personal = personal
        self._heartbeat = heartbeat
        self._updates = updates or pack_updates.updates(state)
        self._failures = 0
        self._used: str | None = None
        self._wake = threading.Event()
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="packs", daemon=True)

    def start(self, *, in_use: str | None = None) -> None:
        """Begin; ``in_use`` is the set the overlay started with, if any."""
        self._used = in_use
        self._thread.start()

    def check_now(self) -> None:
        """Ask at once, whatever the schedule says."""
        self._wake.set()

    def close(self) -> None:
        """Stop after the check that is running.  May be repeated."""
        self._closing = True
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join()

    def check(self) -> None:
        """Ask once, and tell what came of it; called on the watching thread."""
        try:
            outcome = self._updates.check(self._source, self._personal())
            problem: AssistError | None = outcome.problem
            self._use(outcome.active.set_id if outcome.active else "")
            if self._heartbeat is not None:
                pack_updates.beat(self._state, self._heartbeat)
        except AssistError as error:
            problem = error
        self._failures = self._failures + 1 if problem else 0
        if problem is not None:
            self._told.failed(problem)

    def _use(self, set_id: str) -> None:
        if set_id == (self._used or ""):
            return
        active = self._state.active()
        matcher = loaded(self._state)
        self._used = set_id
        brief = active.brief if active else ""
        version = active.version if active else 0
        self._told.switched(Switched(matcher, version, brief))

    def _run(self) -> None:
        chance = random.SystemRandom().random
        self._rest(first_pause_seconds(self._every, chance()))
        while not self._closing:
            self.check()
            self._rest(pause_seconds(self._every, self._failures, chance()))

    def _rest(self, seconds: float) -> None:
        self._wake.wait(seconds)
        if not self._closing:
            self._wake.clear()


def loaded(state: "State") -> "Matcher":
    """Return the matcher in use without holding up the threads that type.

    A full garbage collection walks every rule with the interpreter held: 36 ms
    for 20,000 rules, more while the old list is there too.  None runs while
    the rules are made, and what lives long is taken out of later ones.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        matcher = pack_updates.matcher_in_use(state)
        gc.collect(1)
        gc.freeze()
    finally:
        if was_on:
            gc.enable()
    return matcher
