"""Which window is active, and giving the focus back, by EWMH."""

import threading
import time
from collections.abc import Iterator

from Xlib import X
from Xlib.error import BadDrawable, BadMatch, BadWindow
from Xlib.protocol import event
from Xlib.xobject.drawable import Window

from assist.backends.linux.x11_display import backend_errors, open_display
from assist.model.draft import Rect
from assist.ports import WindowInfo

ACTIVATE_TIMEOUT_S = 2.0
SOURCE_PAGER = 2
POLL_S = 0.005

_GONE = (BadWindow, BadDrawable, BadMatch)


class X11Windows:
    """Asks the window manager; implements WindowTracker."""

    def __init__(self, display_name: str | None = None) -> None:
        self._display = open_display(display_name)
        self._root = self._display.screen().root
        self._lock = threading.Lock()

    def close(self) -> None:
        """End the connection."""
        with self._lock, backend_errors():
            self._display.close()

    def active_window(self) -> WindowInfo | None:
        """Return the active window; None when no window is active.

        Raises:
            BackendError: The X server did not answer.
        """
        with self._lock, backend_errors():
            window_id = self._active_id()
            return self._describe(window_id) if window_id else None

    def active_id(self) -> int:
        """Return the id of the active window, 0 for none.

        Raises:
            BackendError: The X server did not answer.
        """
        with self._lock, backend_errors():
            return self._active_id()

    def area_of(self, window_id: int) -> Rect | None:
        """Return where a window is; None when it has gone.

        Raises:
            BackendError: The X server did not answer.
        """
        with self._lock, backend_errors():
            window = self._display.create_resource_object("window", window_id)
            try:
                return self._area(window)
            except _GONE:
                return None

    def app_of_process(self, process_id: int) -> str:
        """Return the program name of the windows of a process, or "".

        Raises:
            BackendError: The X server did not answer.
        """
        with self._lock, backend_errors():
            for window_id in self._numbers(self._root, "_NET_CLIENT_LIST"):
                found = self._describe(window_id)
                if found is not None and found.process_id == process_id:
                    return found.app
        return ""

    def activate(self, window_id: int) -> bool:
        """Give the focus back to a window; True once it has it (up to 2 s).

        Raises:
            BackendError: The X server did not answer.
        """
        with self._lock, backend_errors():
            self._ask_for_activation(window_id)
        deadline = time.monotonic() + ACTIVATE_TIMEOUT_S
        while time.monotonic() < deadline:
            # The window manager's property may still name a window that has gone.
            active = self.active_window()
            if active is not None and active.window_id == window_id:
                return True
            time.sleep(POLL_S)
        return False

    def _ask_for_activation(self, window_id: int) -> None:
        message = event.ClientMessage(
            window=window_id,
            client_type=self._display.get_atom("_NET_ACTIVE_WINDOW"),
            data=(32, [SOURCE_PAGER, X.CurrentTime, 0, 0, 0]),
        )
        mask = X.SubstructureRedirectMask | X.SubstructureNotifyMask
        self._root.send_event(message, event_mask=mask)
        self._display.flush()

    def _active_id(self) -> int:
        return next(self._numbers(self._root, "_NET_ACTIVE_WINDOW"), 0)

    def _describe(self, window_id: int) -> WindowInfo | None:
        window = self._display.create_resource_object("window", window_id)
        try:
            wm_class = window.get_wm_class()
            process_id = next(self._numbers(window, "_NET_WM_PID"), 0)
            area = self._area(window)
        except _GONE:
            return None
        app = wm_class[1].lower() if wm_class else ""
        return WindowInfo(window_id, app, process_id, area)

    def _area(self, window: Window) -> Rect:
        """Return the visible outline: with the frame, without a drawn shadow."""
        size = window.get_geometry()
        corner = window.translate_coords(self._root, 0, 0)
        left, right, top, bottom = self._sides(window, "_NET_FRAME_EXTENTS")
        in_left, in_right, in_top, in_bottom = self._sides(window, "_GTK_FRAME_EXTENTS")
        # translate_coords gives the root's corner as seen from the window.
        return Rect(
            -corner.x - left + in_left,
            -corner.y - top + in_top,
            size.width + left + right - in_left - in_right,
            size.height + top + bottom - in_top - in_bottom,
        )

    def _sides(self, window: Window, name: str) -> tuple[int, int, int, int]:
        numbers = tuple(self._numbers(window, name))
        if len(numbers) != 4:
            return (0, 0, 0, 0)
        left, right, top, bottom = numbers
        return (left, right, top, bottom)

    def _numbers(self, window: Window, name: str) -> Iterator[int]:
        atom = self._display.get_atom(name)
        try:
            found = window.get_full_property(atom, X.AnyPropertyType)
        except _GONE:
            return iter(())
        return iter([int(value) for value in found.value] if found else [])
