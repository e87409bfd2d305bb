"""Classes of key presses, through pynput; the keys themselves are dropped."""

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from assist.errors import BackendUnavailableError
from assist.ports import KeyClass

if TYPE_CHECKING:
    from pynput.keyboard import Key, KeyCode, Listener

STOP_TIMEOUT_S = 2.0


class PynputKeys:
    """Listens only between ``start`` and ``stop``; implements KeyActivity.

    Raises:
        BackendUnavailableError: pynput finds no keyboard to listen to here.
    """

    def __init__(self) -> None:
        try:
            from pynput import keyboard
        except ImportError as error:
            raise BackendUnavailableError(
                "key presses cannot be noticed here",
                hint="start the program inside a graphical X11 session",
            ) from error
        self._keyboard = keyboard
        self._listener: Listener | None = None
        self._lock = threading.Lock()

    def start(self, pressed: Callable[[KeyClass, float], None]) -> None:
        """Call ``pressed(key_class, monotonic_seconds)`` for each key press.

        Starting again replaces what is called.
        """
        self.stop()

        def notice(key: "Key | KeyCode | None") -> None:
            pressed(self._classify(key), time.monotonic())

        listener = self._keyboard.Listener(on_press=notice)
        with self._lock:
            self._listener = listener
        listener.start()
        listener.wait()

    def stop(self) -> None:
        """Stop listening altogether.  May be repeated."""
        with self._lock:
            listener, self._listener = self._listener, None
        if listener is not None:
            listener.stop()
            if threading.current_thread() is not listener:
                listener.join(STOP_TIMEOUT_S)

    def _classify(self, key: "Key | KeyCode | None") -> KeyClass:
        if key == self._keyboard.Key.space:
            return KeyClass.SPACE
        if key == self._keyboard.Key.enter:
            return KeyClass.ENTER
        return class_of_character(getattr(key, "char", None))


def class_of_character(character: str | None) -> KeyClass:
    """Return the class of a typed character; None stands for a key without one."""
    if not character or not character.isprintable():
        return KeyClass.OTHER
    if character.isdigit():
        return KeyClass.DIGIT
    return KeyClass.LETTER if character.isalpha() else KeyClass.SPACE
