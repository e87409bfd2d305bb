"""What another X client sees of the screen: windows, pixels, and when they change."""

import select
import time
from dataclasses import dataclass, field

from Xlib import X
from Xlib.error import BadDrawable, BadMatch, BadWindow
from Xlib.ext import damage
from Xlib.protocol import event
from Xlib.xobject.drawable import Window

from assist.backends.linux.x11_display import backend_errors, open_display
from assist.errors import BackendUnavailableError
from assist.model.draft import Rect

_GONE = (BadWindow, BadDrawable, BadMatch)
_ALL_PLANES = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class SeenWindow:
    """A managed window that is on the screen."""

    window_id: int
    area: Rect


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels of one area, four bytes each (blue, green, red, unused), by rows."""

    width: int
    height: int
    pixels: bytes = field(repr=False)


class X11Screen:
    """Looks at the screen over a connection of its own; for one thread.

    Raises:
        BackendUnavailableError: There is no X server, or it reports no damage.
    """

    def __init__(self, display_name: str | None = None) -> None:
        self._display = open_display(display_name)
        if not self._display.has_extension(damage.extname):
            raise BackendUnavailableError("the X server reports no changes of pixels")
        self._root = self._display.screen().root
        with backend_errors():
            self._display.damage_query_version()
            self._root.damage_create(damage.DamageReportRawRectangles)
            self._display.sync()

    def close(self) -> None:
        """End the connection."""
        with backend_errors():
            self._display.close()

    @property
    def size(self) -> Rect:
        """The whole screen."""
        screen = self._display.screen()
        return Rect(0, 0, screen.width_in_pixels, screen.height_in_pixels)

    def windows_of(self, process_id: int) -> tuple[SeenWindow, ...]:
        """Return the windows of a process that are on the screen, oldest first.

        Raises:
            BackendError: The X server did not answer.
        """
        found = []
        with backend_errors():
            for window_id in self._numbers(self._root, "_NET_CLIENT_LIST"):
                window = self._display.create_resource_object("window", window_id)
                if process_id in self._numbers(window, "_NET_WM_PID"):
                    area = self._area_if_shown(window)
                    if area is not None:
                        found.append(SeenWindow(window_id, area))
        return tuple(found)

    def picture(self, area: Rect) -> Picture:
        """Return the pixels of ``area``, which must lie on the screen.

        Raises:
            BackendError: The X server did not answer, or ``area`` is not on it.
        """
        with backend_errors():
            image = self._root.get_image(
                area.x, area.y, area.width, area.height, X.ZPixmap, _ALL_PLANES
            )
        return Picture(area.width, area.height, bytes(image.data))

    def wait_for_change(
        self, area: Rect, before: Picture, *, timeout_s: float
    ) -> float | None:
        """Wait until ``area`` looks different from ``before``.

        Returns:
            When the change was seen, in monotonic seconds; None if it was not.

        Raises:
            BackendError: The X server did not answer.
        """
        deadline = time.monotonic() + timeout_s
        while True:
            if self.picture(area) != before:
                return time.monotonic()
            if not self._wait_for_damage(area, deadline):
                return None

    def forget_paints(self) -> None:
        """Drop what was painted until now, so that only later paints count.

        Raises:
            BackendError: The X server did not answer.
        """
        with backend_errors():
            self._display.sync()
            while self._display.pending_events():
                self._display.next_event()

    def wait_for_paint(self, area: Rect, *, timeout_s: float) -> float | None:
        """Wait until something is painted in ``area``, whether it differs or not.

        Returns:
            When it was told, in monotonic seconds; None if nothing was painted.

        Raises:
            BackendError: The X server did not answer.
        """
        if self._wait_for_damage(area, time.monotonic() + timeout_s):
            return time.monotonic()
        return None

    def wait_for_window_manager(self, *, timeout_s: float) -> bool:
        """Wait until the window manager has worked off what it was sent before.

        Openbox takes about 0.1 s for each key code that is bound anew; windows
        that are shown or resized meanwhile appear only after that.

        Raises:
            BackendError: The X server did not answer.
        """
        with backend_errors():
            window = self._root.create_window(
                0, 0, 1, 1, 0, X.CopyFromParent, event_mask=X.PropertyChangeMask
            )
            self._ask_for_frame_size(window)
            answered = self._wait_for_property(window, time.monotonic() + timeout_s)
            window.destroy()
            self._display.sync()
        return answered

    def _ask_for_frame_size(self, window: Window) -> None:
        message = event.ClientMessage(
            window=window.id,
            client_type=self._display.intern_atom("_NET_REQUEST_FRAME_EXTENTS"),
            data=(32, [0, 0, 0, 0, 0]),
        )
        mask = X.SubstructureRedirectMask | X.SubstructureNotifyMask
        self._root.send_event(message, event_mask=mask)
        self._display.flush()

    def _wait_for_property(self, window: Window, deadline: float) -> bool:
        while self._wait_for_event(deadline):
            told = self._display.next_event()
            if told.type == X.PropertyNotify and told.window.id == window.id:
                return True
        return False

    def _wait_for_damage(self, area: Rect, deadline: float) -> bool:
        notify = self._display.extension_event.DamageNotify
        while self._wait_for_event(deadline):
            told = self._display.next_event()
            if told.type != notify:
                continue
            where = told.area
            if area.overlaps(Rect(where.x, where.y, where.width, where.height)):
                return True
        return False

    def _wait_for_event(self, deadline: float) -> bool:
        with backend_errors():
            while not self._display.pending_events():
                rest = deadline - time.monotonic()
                if rest <= 0:
                    return False
                select.select([self._display.fileno()], [], [], rest)
        return True

    def _area_if_shown(self, window: Window) -> Rect | None:
        try:
            if window.get_attributes().map_state != X.IsViewable:
                return None
            size = window.get_geometry()
            corner = window.translate_coords(self._root, 0, 0)
        except _GONE:
            return None
        # translate_coords gives the root's corner as seen from the window.
        return Rect(-corner.x, -corner.y, size.width, size.height)

    def _numbers(self, window: Window, name: str) -> tuple[int, ...]:
        atom = self._display.intern_atom(name)
        try:
            found = window.get_full_property(atom, X.AnyPropertyType)
        except _GONE:
            return ()
        return tuple(int(value) for value in found.value) if found else ()
