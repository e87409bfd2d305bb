"""Which key combinations are held at the moment, and the key listener."""

from collections.abc import Callable

from assist.app.worker import Worker
from assist.errors import HotkeyTakenError
from assist.ports import Hotkeys, KeyActivity, KeyClass


class Grabs:
    """Grabs and releases on a thread of its own: each is a round trip to X.

    Args:
        worker: The thread to work on; closed by its owner.
        hotkeys: The adapter.
        pressed: Called with the chord, on the adapter's thread.
        taken: Called with a chord that another program holds.
    """

    def __init__(
        self,
        worker: Worker,
        hotkeys: Hotkeys,
        *,
        pressed: Callable[[str], None],
        taken: Callable[[str], None],
    ) -> None:
        self._worker = worker
        self._hotkeys = hotkeys
        self._pressed = pressed
        self._taken = taken
        self._held: frozenset[str] = frozenset()
        self._refused: set[str] = set()

    def hold(self, chords: frozenset[str]) -> None:
        """Hold just these chords from now on; empty names are left out."""
        wanted = chords - {""}
        self._worker.post(lambda: self._change(wanted), key="grabs")

    def _change(self, wanted: frozenset[str]) -> None:
        for chord in self._held - wanted:
            self._hotkeys.release(chord)
        fresh = frozenset(chord for chord in wanted - self._held if self._grab(chord))
        self._held = (self._held & wanted) | fresh

    def _grab(self, chord: str) -> bool:
        try:
            self._hotkeys.grab(chord, lambda: self._pressed(chord))
        except HotkeyTakenError:
            if chord not in self._refused:
                self._refused.add(chord)
                self._taken(chord)
            return False
        self._refused.discard(chord)
        return True


class Listening:
    """Runs the key listener while a watched field has the focus, and only then.

    Args:
        worker: The thread to work on; closed by its owner.
        keys: The adapter.
        pressed: Called with the class of each key press.
        allowed: False where the policy forbids it; nothing is then listened to.
    """

    def __init__(
        self,
        worker: Worker,
        keys: KeyActivity,
        pressed: Callable[[KeyClass, float], None],
        *,
        allowed: bool = True,
    ) -> None:
        self._allowed = allowed
        self._worker = worker
        self._keys = keys
        self._pressed = pressed
        self._on = False

    def listen(self, *, on: bool) -> None:
        """Start or stop the listener; nothing happens when it is as wanted."""
        wanted = on and self._allowed
        self._worker.post(lambda: self._turn(on=wanted), key="listening")

    def _turn(self, *, on: bool) -> None:
        if on is self._on:
            return
        self._on = on
        if on:
            self._keys.start(self._pressed)
        else:
            self._keys.stop()
