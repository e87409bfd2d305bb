"""Pasting into a window whose text cannot be read."""

import time

from assist.backends.linux.x11_keyboard import X11Keyboard
from assist.backends.linux.x11_windows import X11Windows
from assist.errors import InsertionError, WrongWindowError
from assist.ports import Clipboard

MODIFIERS_TIMEOUT_S = 0.7
FETCH_TIMEOUT_S = 1.0
# A history manager may fetch first; the client then comes within this time.
GRACE_S = 0.15
POLL_S = 0.005


class WindowPaster:
    """Implements Paster with Ctrl+V.

    The text cannot be read back, so what is watched is whether a program
    fetched it from the clipboard after the keys were pressed.
    """

    def __init__(self, windows: X11Windows, clipboard: Clipboard) -> None:
        self._windows = windows
        self._clipboard = clipboard
        self._keyboard = X11Keyboard()

    def close(self) -> None:
        """End the connection."""
        self._keyboard.close()

    def paste(self, text: str, window_id: int) -> None:
        """Paste ``text`` once; it is not sent, and the clipboard comes back.

        Raises:
            WrongWindowError: ``window_id`` is not active; nothing was typed.
            InsertionError: The program did not fetch the text.
        """
        if not self._keyboard.wait_for_modifiers_up(MODIFIERS_TIMEOUT_S):
            raise InsertionError("a modifier key is still held down")
        saved = self._clipboard.save()
        self._clipboard.put_text(text)
        try:
            before = self._clipboard.fetch_count()
            if not self._keyboard.press_into(window_id, "Ctrl+V"):
                raise WrongWindowError("another window has the focus now")
            self._wait_for_fetch(before)
        finally:
            self._clipboard.restore(saved)

    def _wait_for_fetch(self, before: int) -> None:
        deadline = time.monotonic() + FETCH_TIMEOUT_S
        while self._clipboard.fetch_count() == before:
            if time.monotonic() > deadline:
                raise InsertionError("the program did not take the text")
            time.sleep(POLL_S)
        time.sleep(GRACE_S)
