"""Pressing Enter in a client, for agents who asked for that client to be sent in."""

import hashlib
import secrets

from Xlib.error import BadDrawable, BadWindow

from assist.backends.linux.x11_display import backend_errors, open_display
from assist.backends.linux.x11_keyboard import X11Keyboard
from assist.backends.linux.x11_windows import X11Windows
from assist.errors import InsertionError, WrongWindowError

_MODIFIERS_S = 0.7


class WindowSender:
    """Implements Sender; what a window is called is only ever compared, as a digest."""

    def __init__(self, windows: X11Windows) -> None:
        self._windows = windows
        self._keyboard = X11Keyboard()
        self._display = open_display()
        self._salt = secrets.token_bytes(16)

    def close(self) -> None:
        """End the connections."""
        self._keyboard.close()
        with backend_errors():
            self._display.close()

    def conversation(self, window_id: int) -> str:
        """Return a mark that changes with the window's title; empty when it has none.

        Raises:
            BackendError: The X server did not answer.
        """
        with backend_errors():
            window = self._display.create_resource_object("window", window_id)
            try:
                name = window.get_full_text_property(
                    self._display.get_atom("_NET_WM_NAME")
                )
            except (BadWindow, BadDrawable):
                return ""
        if not name:
            return ""
        content = str(name).encode("utf-8", "replace")
        return hashlib.blake2b(content, key=self._salt, digest_size=16).hexdigest()

    def send(self, window_id: int) -> None:
        """Press Enter once in ``window_id``.

        Raises:
            WrongWindowError: Another window is active; nothing was pressed.
            InsertionError: A modifier is held, so Enter would be another key.
            BackendError: The X server did not answer.
        """
        if not self._keyboard.wait_for_modifiers_up(_MODIFIERS_S):
            raise InsertionError("a modifier key is still held down")
        if not self._keyboard.press_into(window_id, "Return"):
            raise WrongWindowError("another window has the focus now")
