"""Key and button events sent through XTest, as if the user had made them."""

import threading
import time
from collections.abc import Iterable

from Xlib import XK, X
from Xlib.ext import xtest

from assist.backends.linux.chords import Chord, parse_chord
from assist.backends.linux.x11_display import (
    backend_errors,
    follow_layout,
    free_keycodes,
    open_display,
)

UNICODE_KEYSYMS = 0x01000000
SHIFT_LEVEL = 1
MODIFIERS_HELD = X.ShiftMask | X.ControlMask | X.Mod1Mask | X.Mod4Mask


class X11Keyboard:
    """Presses keys and clicks.

    Characters the layout does not have (hanzi, emoji) are bound to key codes
    that carry nothing.  All those of one text are bound before its first key:
    a program translates a key code when it gets to it, so a code that is bound
    anew in between yields the wrong character.
    """

    def __init__(self, display_name: str | None = None) -> None:
        self._display = open_display(display_name)
        self._lock = threading.Lock()
        self._bound: dict[int, int] = {}
        self._closed = False

    def close(self) -> None:
        """Give the bound key codes back and end the connection.  May be repeated."""
        with self._lock, backend_errors():
            if self._closed:
                return
            self._closed = True
            for keycode in self._bound.values():
                self._bind(keycode, X.NoSymbol)
            self._display.close()

    def press(self, written: str, *, hold_s: float = 0.0) -> None:
        """Press and release a chord such as ``Ctrl+V``.

        Args:
            written: The chord.
            hold_s: How long modifiers and key are held, in seconds; people
                take about 0.1.

        Raises:
            ValueError: It is not a chord, or the keyboard has no such key.
            BackendError: The X server did not take it.
        """
        chord = parse_chord(written)
        with self._lock, backend_errors():
            follow_layout(self._display)
            self._press(chord, hold_s=hold_s)
            self._display.sync()

    def press_into(self, window_id: int, written: str) -> bool:
        """Press a chord if ``window_id`` has the focus; False when nothing was pressed.

        The X server serves nobody else meanwhile, so the focus cannot go to
        another window between the look and the keys.

        Raises:
            ValueError: It is not a chord, or the keyboard has no such key.
            BackendError: The X server did not take it.
        """
        chord = parse_chord(written)
        with self._lock, backend_errors():
            follow_layout(self._display)
            self._display.grab_server()
            try:
                here = self._has_focus(window_id)
                if here:
                    self._press(chord)
            finally:
                self._display.ungrab_server()
                self._display.sync()
        return here

    def _has_focus(self, window_id: int) -> bool:
        """Tell whether keys go to a window or to one inside it."""
        focus = self._display.get_input_focus().focus
        while not isinstance(focus, int):
            if focus.id == window_id:
                return True
            focus = focus.query_tree().parent
        return False

    def type_text(self, text: str, *, pause_s: float = 0.0) -> None:
        """Type ``text`` key by key, a line break as Return.

        Args:
            text: What to type.
            pause_s: Wait after each key, in seconds.

        Raises:
            ValueError: More foreign characters than free key codes.
            BackendError: The X server did not take it.
        """
        with self._lock, backend_errors():
            follow_layout(self._display)
            self._bind_missing(text)
            for character in text:
                self._press(self._chord_for(character))
                self._display.sync()
                if pause_s:
                    time.sleep(pause_s)

    def prepare(self, text: str) -> None:
        """Bind what ``text`` needs ahead of typing it.

        Window managers read the whole keyboard anew for every key code that is
        bound (openbox takes 0.1 s each time) and show no window meanwhile.

        Raises:
            ValueError: More foreign characters than free key codes.
            BackendError: The X server did not take it.
        """
        with self._lock, backend_errors():
            follow_layout(self._display)
            self._bind_missing(text)

    def click(self, x: int, y: int) -> None:
        """Move the pointer to a screen pixel and click the left button."""
        with self._lock, backend_errors():
            self._fake(X.MotionNotify, 0, x=x, y=y)
            self._fake(X.ButtonPress, X.Button1)
            self._fake(X.ButtonRelease, X.Button1)
            self._display.sync()

    def hold(self, key: str) -> None:
        """Press a key (``Alt_L``) and leave it down."""
        with self._lock, backend_errors():
            self._fake(X.KeyPress, self._keycode(XK.string_to_keysym(key)))
            self._display.sync()

    def let_go(self, key: str) -> None:
        """Release a key that :meth:`hold` pressed."""
        with self._lock, backend_errors():
            self._fake(X.KeyRelease, self._keycode(XK.string_to_keysym(key)))
            self._display.sync()

    def wait_for_modifiers_up(self, timeout_s: float) -> bool:
        """Wait until no modifier is held, so that a chord is what it says."""
        deadline = time.monotonic() + timeout_s
        while self.modifiers_held():
            if time.monotonic() > deadline:
                return False
            time.sleep(0.005)
        return True

    def modifiers_held(self) -> bool:
        """Tell whether Shift, Ctrl, Alt or Super is down."""
        with self._lock, backend_errors():
            pointer = self._display.screen().root.query_pointer()
        return bool(pointer.mask & MODIFIERS_HELD)

    def _press(self, chord: Chord, *, hold_s: float = 0.0) -> None:
        modifiers = [
            self._keycode(XK.string_to_keysym(name)) for name in chord.modifier_names
        ]
        keycode = self._keycode(chord.keysym)
        for held in modifiers:
            self._fake(X.KeyPress, held)
        self._hold(hold_s)
        self._fake(X.KeyPress, keycode)
        self._hold(hold_s)
        self._fake(X.KeyRelease, keycode)
        if modifiers:
            self._hold(hold_s)
        for held in reversed(modifiers):
            self._fake(X.KeyRelease, held)

    def _hold(self, hold_s: float) -> None:
        if hold_s:
            self._display.sync()
            time.sleep(hold_s)

    def _chord_for(self, character: str) -> Chord:
        keysym = keysym_of(character)
        keycode = self._keycode(keysym)
        shifted = self._display.keycode_to_keysym(keycode, 0) != keysym
        return Chord(X.ShiftMask if shifted else 0, keysym)

    def _keycode(self, keysym: int) -> int:
        keycode = self._bound.get(keysym) or self._display.keysym_to_keycode(keysym)
        if not keycode:
            raise ValueError(f"the keyboard has no key for keysym {keysym:#x}")
        return int(keycode)

    def _bind_missing(self, text: str) -> None:
        wanted = {keysym_of(character) for character in text}
        missing = [keysym for keysym in sorted(wanted) if not self._reachable(keysym)]
        if not missing:
            return
        free = self._free_keycodes(keep=wanted)
        if len(missing) > len(free):
            raise ValueError(f"{len(missing)} characters for {len(free)} free keys")
        for keysym, keycode in zip(missing, free, strict=False):
            self._bound = {k: c for k, c in self._bound.items() if c != keycode}
            self._bind(keycode, keysym)
            self._bound[keysym] = keycode
        self._display.sync()

    def _reachable(self, keysym: int) -> bool:
        if keysym in self._bound:
            return True
        return any(
            index <= SHIFT_LEVEL
            for _, index in self._display.keysym_to_keycodes(keysym)
        )

    def _free_keycodes(self, *, keep: Iterable[int]) -> list[int]:
        """Return key codes without a symbol, then those bound longest ago."""
        kept = set(keep)
        bound = [c for keysym, c in self._bound.items() if keysym not in kept]
        return free_keycodes(self._display) + bound

    def _bind(self, keycode: int, keysym: int) -> None:
        self._display.change_keyboard_mapping(keycode, [[keysym, keysym]])

    def _fake(self, event: int, detail: int, *, x: int = 0, y: int = 0) -> None:
        xtest.fake_input(self._display, event, detail, x=x, y=y)


def keysym_of(character: str) -> int:
    """Return the keysym that stands for one character."""
    if character == "\n":
        return XK.XK_Return
    if character == "\t":
        return XK.XK_Tab
    code = ord(character)
    latin1 = 0x20 <= code <= 0x7E or 0xA0 <= code <= 0xFF
    return code if latin1 else UNICODE_KEYSYMS + code
