"""Grabbed key combinations: the program with the focus never receives them."""

import queue
import select
import socket
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future

from Xlib import X, error
from Xlib.ext import xtest
from Xlib.protocol import rq

from assist.backends.linux.chords import Chord, parse_chord
from assist.backends.linux.x11_display import (
    backend_errors,
    free_keycodes,
    lock_masks,
    open_display,
)
from assist.errors import HotkeyTakenError

MENU_MODIFIERS = X.Mod1Mask | X.Mod4Mask
CHORD_MODIFIERS = X.ShiftMask | X.ControlMask | X.Mod1Mask | X.Mod4Mask


class X11Hotkeys:
    """Grabs chords by XGrabKey in a thread of its own; implements Hotkeys.

    A chord counts when its key is let go: until then the keyboard is ours, and
    keys sent to the client (Ctrl+V) would come back to us.
    """

    def __init__(self, display_name: str | None = None) -> None:
        self._display = open_display(display_name)
        self._root = self._display.screen().root
        self._grabbed: dict[Chord, Callable[[], None]] = {}
        self._held: tuple[int, Chord] | None = None
        self._waiting: deque[rq.Event] = deque()
        self._orders: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._doorbell, self._bell = socket.socketpair()
        self._closing = False
        self._thread = threading.Thread(
            target=self._serve, name="assist-hotkeys", daemon=True
        )
        self._thread.start()

    def grab(self, chord: str, pressed: Callable[[], None]) -> None:
        """Call ``pressed`` on the adapter's thread whenever ``chord`` is typed.

        Grabbing a chord again replaces what it calls.

        Raises:
            HotkeyTakenError: Another program holds the chord.
            ValueError: It is not a chord, or the keyboard has no such key.
        """
        wanted = parse_chord(chord)
        self._do(lambda: self._grab(wanted, chord, pressed))

    def release(self, chord: str) -> None:
        """Let ``chord`` through again; unknown chords are ignored."""
        wanted = parse_chord(chord)
        self._do(lambda: self._release(wanted))

    def close(self) -> None:
        """Release all and end the adapter's thread.  May be repeated."""
        if self._closing:
            return
        self._closing = True
        self._ring()
        if threading.current_thread() is not self._thread:
            self._thread.join()

    def _do(self, order: Callable[[], None]) -> None:
        """Carry out ``order`` on the adapter's thread and wait for it."""
        if self._closing:
            return
        if threading.current_thread() is self._thread:
            order()
            return
        done: Future[None] = Future()
        self._orders.put(lambda: _settle(done, order))
        self._ring()
        done.result()

    def _ring(self) -> None:
        self._bell.send(b"\0")

    def _serve(self) -> None:
        try:
            while not self._closing:
                if not self._display.pending_events():
                    select.select(
                        [self._display.fileno(), self._doorbell.fileno()], [], []
                    )
                self._work_off()
        except error.ConnectionClosedError:
            self._closing = True
        else:
            for chord in tuple(self._grabbed):
                self._release(chord)
            self._display.close()
        self._work_off_orders()
        self._doorbell.close()
        self._bell.close()

    def _work_off(self) -> None:
        readable, _, _ = select.select([self._doorbell], [], [], 0)
        if readable:
            self._doorbell.recv(64)
        self._work_off_orders()
        while not self._closing and self._display.pending_events():
            self._waiting.append(self._display.next_event())
        while self._waiting and not self._closing:
            self._handle(self._waiting.popleft())

    def _work_off_orders(self) -> None:
        while not self._orders.empty():
            self._orders.get()()

    def _handle(self, event: rq.Event) -> None:
        if event.type == X.KeyPress:
            self._held = self._chord_of(event)
        elif event.type == X.KeyRelease:
            self._let_go(event)
        elif event.type == X.MappingNotify:
            self._display.refresh_keyboard_mapping(event)
            self._grab_all_again()

    def _let_go(self, event: rq.Event) -> None:
        held = self._held
        if held is None or held[0] != event.detail or self._is_repeat(event):
            return
        self._held = None
        pressed = self._grabbed.get(held[1])
        if pressed is not None:
            if held[1].modifiers & MENU_MODIFIERS:
                self._press_inert_key()
            pressed()

    def _press_inert_key(self) -> None:
        """Let the client see some key before Alt goes up.

        The chord's own key never reached it, and Alt alone opens the menu bar
        of Qt programs.
        """
        for keycode in free_keycodes(self._display)[-1:]:
            xtest.fake_input(self._display, X.KeyPress, keycode)
            xtest.fake_input(self._display, X.KeyRelease, keycode)
            self._display.sync()

    def _is_repeat(self, event: rq.Event) -> bool:
        """Tell whether the key is still down: a repeat is a release and a press."""
        return any(
            following.type == X.KeyPress
            and following.detail == event.detail
            and following.time == event.time
            for following in self._waiting
        )

    def _chord_of(self, event: rq.Event) -> tuple[int, Chord] | None:
        modifiers = event.state & CHORD_MODIFIERS
        for chord in self._grabbed:
            if chord.modifiers == modifiers and self._keycode(chord) == event.detail:
                return event.detail, chord
        return None

    def _grab(self, chord: Chord, written: str, pressed: Callable[[], None]) -> None:
        if chord not in self._grabbed and not self._grab_key(chord):
            raise HotkeyTakenError(
                f"another program holds {written}",
                hint="choose another key combination in the settings",
            )
        self._grabbed[chord] = pressed

    def _grab_key(self, chord: Chord) -> bool:
        keycode = self._keycode(chord)
        if not keycode:
            raise ValueError(f"the keyboard has no key for {chord.keysym:#x}")
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
            if refused.get_error() is not None:
                self._ungrab_key(chord)
                return False
        return True

    def _release(self, chord: Chord) -> None:
        if self._grabbed.pop(chord, None) is not None:
            with backend_errors():
                self._ungrab_key(chord)

    def _ungrab_key(self, chord: Chord) -> None:
        for locks in lock_masks(self._display):
            self._root.ungrab_key(self._keycode(chord), chord.modifiers | locks)
        self._display.sync()

    def _grab_all_again(self) -> None:
        """Follow the keys to where a new keyboard layout has put them."""
        self._root.ungrab_key(X.AnyKey, X.AnyModifier)
        for chord in self._grabbed:
            if self._keycode(chord):
                self._grab_key(chord)

    def _keycode(self, chord: Chord) -> int:
        return self._display.keysym_to_keycode(chord.keysym)


def _settle(done: "Future[None]", order: Callable[[], None]) -> None:
    try:
        order()
    except BaseException as error_:  # noqa: BLE001  handed to the waiting thread
        done.set_exception(error_)
    else:
        done.set_result(None)
