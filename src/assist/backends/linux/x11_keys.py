"""Classes of key presses, recorded by the X server; the keys themselves are dropped.

Written against RECORD itself: pynput calls itself ready before it records, so
that the first key is lost, and its stop takes effect only with the next key.
"""

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from Xlib import XK, X
from Xlib.error import ConnectionClosedError
from Xlib.ext import record
from Xlib.protocol import rq

from assist.backends.linux.x11_display import follow_layout, open_display
from assist.errors import BackendUnavailableError
from assist.ports import KeyClass

START_TIMEOUT_S = 2.0
STOP_TIMEOUT_S = 2.0

_NONE = (0, 0)
_KEY_PRESSES = {
    "core_requests": _NONE,
    "core_replies": _NONE,
    "ext_requests": (0, 0, 0, 0),
    "ext_replies": (0, 0, 0, 0),
    "delivered_events": _NONE,
    "device_events": (X.KeyPress, X.KeyPress),
    "errors": _NONE,
    "client_started": False,
    "client_died": False,
}
_LATIN1_END, _UNICODE, _SPECIAL = 0xFF, 0x01000000, 0xFD00


class X11Keys:
    """Listens only between ``start`` and ``stop``; implements KeyActivity.

    Raises:
        BackendUnavailableError: The X server cannot be reached, or does not
            record.
    """

    def __init__(self, display_name: str | None = None) -> None:
        self._name = display_name
        probe = open_display(display_name)
        recording = probe.has_extension("RECORD")
        probe.close()
        if not recording:
            raise BackendUnavailableError(
                "key presses cannot be noticed here",
                hint="the X server needs its RECORD extension",
            )
        self._lock = threading.Lock()
        self._recording: _Recording | None = None

    def start(self, pressed: Callable[[KeyClass, float], None]) -> None:
        """Call ``pressed(key_class, monotonic_seconds)`` for each key press.

        Starting again replaces what is called.
        """
        self.stop()
        with self._lock:
            self._recording = _Recording(self._name, pressed)

    def stop(self) -> None:
        """Stop listening altogether.  May be repeated."""
        with self._lock:
            recording, self._recording = self._recording, None
        if recording is not None:
            recording.end()


class _Recording:
    """One recording: the server's reports arrive on a thread of its own."""

    def __init__(
        self, name: str | None, pressed: Callable[[KeyClass, float], None]
    ) -> None:
        self._pressed = pressed
        # A connection must not be used from two threads: the first two belong
        # to the thread, the third to whoever calls ``end``.
        self._reports = open_display(name)
        self._layout = open_display(name)
        self._control = open_display(name)
        self._context = self._reports.record_create_context(
            0, [record.AllClients], [_KEY_PRESSES]
        )
        self._begun = threading.Event()
        self._thread = threading.Thread(target=self._run, name="assist-keys")
        self._thread.daemon = True
        self._thread.start()
        self._begun.wait(START_TIMEOUT_S)

    def end(self) -> None:
        with suppress(ConnectionClosedError):
            self._control.record_disable_context(self._context)
            self._control.sync()
            self._control.close()
        if threading.current_thread() is not self._thread:
            self._thread.join(STOP_TIMEOUT_S)

    def _run(self) -> None:
        with suppress(ConnectionClosedError):
            self._reports.record_enable_context(self._context, self._report)
            self._reports.record_free_context(self._context)
            self._reports.close()
            self._layout.close()

    def _report(self, reply: rq.DictWrapper) -> None:
        if reply.category == record.StartOfData:
            self._begun.set()
        elif reply.category == record.FromServer:
            self._read_events(reply.data)

    def _read_events(self, data: bytes) -> None:
        at = time.monotonic()
        rest: Any = data
        while rest:
            event, rest = rq.EventField("event").parse_binary_value(
                rest, self._layout.display, None, None
            )
            if event.type == X.KeyPress:
                self._pressed(self._class_of(event), at)

    def _class_of(self, event: rq.Event) -> KeyClass:
        follow_layout(self._layout)
        shifted = bool(event.state & X.ShiftMask)
        return class_of_keysym(self._layout.keycode_to_keysym(event.detail, shifted))


def class_of_keysym(keysym: int) -> KeyClass:
    """Return the class of a key by its X symbol."""
    if keysym in (XK.XK_Return, XK.XK_KP_Enter):
        return KeyClass.ENTER
    if XK.XK_KP_0 <= keysym <= XK.XK_KP_9:
        return KeyClass.DIGIT
    if XK.XK_space <= keysym <= _LATIN1_END:
        return _class_of_character(chr(keysym))
    if keysym >= _UNICODE:
        return _class_of_character(chr(keysym - _UNICODE))
    # Symbols of the older alphabets (Greek, Kana) lie between the two.
    return KeyClass.LETTER if _LATIN1_END < keysym < _SPECIAL else KeyClass.OTHER


def _class_of_character(character: str) -> KeyClass:
    if character.isdigit():
        return KeyClass.DIGIT
    return KeyClass.LETTER if character.isalpha() else KeyClass.SPACE
