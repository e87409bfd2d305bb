"""Whether an input method shows its candidates, and so is composing."""

import os
import threading

from Xlib import X
from Xlib.error import XError
from Xlib.xobject.drawable import Window

from assist.backends.linux.x11_display import backend_errors, open_display

# By the class of the windows that fcitx5 and ibus draw their candidates in.
INPUT_METHODS = frozenset(("fcitx", "fcitx5", "ibus-ui-gtk3", "ibus-ui-gtk4"))
REMEMBERED_WINDOWS = 500
# Property of the root window; every input method for X enters itself there.
SERVERS = "XIM_SERVERS"
SET_UP_BY = ("GTK_IM_MODULE", "QT_IM_MODULE", "XMODIFIERS")
PLAIN = frozenset(("", "xim", "simple", "compose", "gtk-im-context-simple"))


class CandidateWindows:
    """Looks for windows of input methods; may be asked from any thread.

    Works without listening to keys.  Where the desktop's own shell draws the
    candidates there is no such window, and nothing is ever shown.
    """

    def __init__(self, display_name: str | None = None) -> None:
        self._display = open_display(display_name)
        self._lock = threading.Lock()
        self._known: dict[int, bool] = {}
        self._closed = False

    def close(self) -> None:
        """End the connection.  May be repeated."""
        with self._lock, backend_errors():
            if not self._closed:
                self._closed = True
                self._display.close()

    def shown(self) -> bool:
        """Tell whether candidates are on the screen right now.

        Raises:
            BackendError: The X server did not answer.
        """
        with self._lock, backend_errors():
            if len(self._known) > REMEMBERED_WINDOWS:
                self._known.clear()
            windows = self._display.screen().root.query_tree().children
            return any(self._shows_candidates(window) for window in windows)

    def may_come(self) -> bool:
        """Tell whether an input method is set up, or serves this X server.

        Raises:
            BackendError: The X server did not answer.
        """
        if any(os.environ.get(name, "") not in PLAIN for name in SET_UP_BY):
            return True
        with self._lock, backend_errors():
            listed = self._display.screen().root.get_full_property(
                self._display.get_atom(SERVERS), X.AnyPropertyType
            )
            return any(
                self._display.get_selection_owner(atom) != X.NONE
                for atom in (listed.value if listed else ())
            )

    def _shows_candidates(self, window: Window) -> bool:
        is_candidates = self._known.get(window.id)
        try:
            if is_candidates is None:
                is_candidates = self._is_of_input_method(window)
            return is_candidates and (window.get_attributes().map_state == X.IsViewable)
        except XError:
            self._known.pop(window.id, None)
            return False

    def _is_of_input_method(self, window: Window) -> bool:
        """Tell by the class, which a program sets before it shows a window."""
        named = window.get_wm_class()
        if not named:
            return False
        found = not INPUT_METHODS.isdisjoint(each.lower() for each in named)
        self._known[window.id] = found
        return found
