"""Chords grabbed from the X server, wherever the layout has their keys."""

from Xlib import X, display, error
from Xlib.protocol import rq

from assist.backends.linux.chords import Chord
from assist.backends.linux.x11_display import backend_errors, lock_masks

CHORD_MODIFIERS = X.ShiftMask | X.ControlMask | X.Mod1Mask | X.Mod4Mask


class KeyGrabs:
    """Grabs for one connection, to be used from that connection's thread.

    Each chord is grabbed with every state of CapsLock and NumLock.
    """

    def __init__(self, connection: display.Display) -> None:
        self._display = connection
        self._root = connection.screen().root
        self._keycodes: dict[Chord, int] = {}

    def add(self, chord: Chord) -> bool:
        """Grab a chord; False when another program holds it.

        Raises:
            ValueError: The keyboard has no such key.
            BackendError: The X server did not answer.
        """
        keycode = self._keycode(chord)
        if not keycode:
            raise ValueError(f"the keyboard has no key for {chord.keysym:#x}")
        if not self._grab(chord, keycode):
            self._ungrab(chord, keycode)
            return False
        self._keycodes[chord] = keycode
        return True

    def remove(self, chord: Chord) -> None:
        """Let a chord through again; unknown ones are ignored.

        Raises:
            BackendError: The X server did not answer.
        """
        keycode = self._keycodes.pop(chord, 0)
        if keycode:
            self._ungrab(chord, keycode)

    def follow(self, event: rq.Event) -> None:
        """Grab anew what a new layout has put on other keys.

        The others stay grabbed throughout: the server announces a new layout
        whenever another keyboard, or this program, types the next key.
        """
        self._display.refresh_keyboard_mapping(event)
        for chord, old in tuple(self._keycodes.items()):
            new = self._keycode(chord)
            if new not in (0, old):
                self._ungrab(chord, old)
                self._grab(chord, new)
                self._keycodes[chord] = new

    def chord_of(self, event: rq.Event) -> Chord | None:
        """Return the grabbed chord that a key press belongs to."""
        modifiers = event.state & CHORD_MODIFIERS
        for chord, keycode in self._keycodes.items():
            if (chord.modifiers, keycode) == (modifiers, event.detail):
                return chord
        return None

    def _grab(self, chord: Chord, keycode: int) -> bool:
        refused = error.CatchError(error.BadAccess)
        with backend_errors():
            for locks in lock_masks(self._display):
                self._root.grab_key(
                    keycode,
                    chord.modifiers | locks,
                    False,  # noqa: FBT003  owner_events, positional in python-xlib
                    X.GrabModeAsync,
                    X.GrabModeAsync,
                    onerror=refused,
                )
            self._display.sync()
        return refused.get_error() is None

    def _ungrab(self, chord: Chord, keycode: int) -> None:
        with backend_errors():
            for locks in lock_masks(self._display):
                self._root.ungrab_key(keycode, chord.modifiers | locks)
            self._display.sync()

    def _keycode(self, chord: Chord) -> int:
        return self._display.keysym_to_keycode(chord.keysym)
