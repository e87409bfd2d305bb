"""Grabbed key combinations: the program with the focus never receives them."""

import queue
import select
import socket
import threading
from collections.abc import Callable
from concurrent.futures import Future

from Xlib import XK, X, display, error
from Xlib.ext import xtest
from Xlib.protocol import rq

from assist.backends.linux.chords import Chord, parse_chord
from assist.backends.linux.x11_display import free_keycodes, open_display
from assist.backends.linux.x11_grabs import KeyGrabs
from assist.errors import HotkeyTakenError

MENU_MODIFIERS = X.Mod1Mask | X.Mod4Mask


class X11Hotkeys:
    """Grabs chords by XGrabKey in a thread of its own; implements Hotkeys.

    A chord counts when its key is let go: until then the keyboard is ours, and
    keys sent to the client (Ctrl+V) would come back to us.
    """

    def __init__(self, display_name: str | None = None) -> None:
        self._display = open_display(display_name)
        self._grabs = KeyGrabs(self._display)
        self._inert_key = _inert_key(self._display)
        self._pressed: dict[Chord, Callable[[], None]] = {}
        self._held: tuple[int, Chord] | None = None
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
            for chord in tuple(self._pressed):
                self._release(chord)
            self._display.close()
        self._work_off_orders()
        self._doorbell.close()
        self._bell.close()

    def _work_off(self) -> None:
        readable, _, _ = select.select([self._doorbell], [], [], 0)
        if readable:
            self._doorbell.recv(64)
        while not self._closing and self._display.pending_events():
            self._handle(self._display.next_event())
        # Orders last: they find a new keyboard layout already followed.
        self._work_off_orders()

    def _work_off_orders(self) -> None:
        while not self._orders.empty():
            self._orders.get()()

    def _handle(self, event: rq.Event) -> None:
        if event.type == X.KeyPress:
            chord = self._grabs.chord_of(event)
            self._held = (event.detail, chord) if chord else None
        elif event.type == X.KeyRelease:
            self._let_go(event)
        elif event.type == X.MappingNotify:
            self._grabs.follow(event)
            self._inert_key = _inert_key(self._display)

    def _let_go(self, event: rq.Event) -> None:
        held = self._held
        if held is None or held[0] != event.detail or self._is_down(event.detail):
            return
        self._held = None
        pressed = self._pressed.get(held[1])
        if pressed is not None:
            if held[1].modifiers & MENU_MODIFIERS:
                self._press_inert_key()
            pressed()

    def _press_inert_key(self) -> None:
        """Let the client see some key before Alt goes up.

        The chord's own key never reached it, and Alt alone opens the menu bar
        of Qt programs.  They look at keys twice, the second time after a round
        trip to the accessibility bus: Alt held for less than that still opens
        it, but people are slower.
        """
        xtest.fake_input(self._display, X.KeyPress, self._inert_key)
        xtest.fake_input(self._display, X.KeyRelease, self._inert_key)
        self._display.sync()

    def _is_down(self, keycode: int) -> bool:
        """Tell whether a key is down still: a repeat is a release and a press."""
        return bool(self._display.query_keymap()[keycode // 8] >> keycode % 8 & 1)

    def _grab(self, chord: Chord, written: str, pressed: Callable[[], None]) -> None:
        if chord not in self._pressed and not self._grabs.add(chord):
            raise HotkeyTakenError(
                f"another program holds {written}",
                hint="choose another key combination in the settings",
            )
        self._pressed[chord] = pressed

    def _release(self, chord: Chord) -> None:
        self._grabs.remove(chord)
        self._pressed.pop(chord, None)


def _inert_key(connection: display.Display) -> int:
    """Return a key code that means nothing to a client, else that of Control.

    Keyboards have about twenty codes without a symbol, and programs that type
    hanzi bind them all.
    """
    free = free_keycodes(connection)
    return free[-1] if free else int(connection.keysym_to_keycode(XK.XK_Control_L))


def _settle(done: "Future[None]", order: Callable[[], None]) -> None:
    try:
        order()
    except BaseException as error_:  # noqa: BLE001  handed to the waiting thread
        done.set_exception(error_)
    else:
        done.set_result(None)
