"""Tells an asyncio loop when another X window becomes the active one."""

import asyncio
from collections.abc import Callable

from Xlib import X
from Xlib.error import ConnectionClosedError

from assist.backends.linux.x11_display import open_display


class ActiveWindowWatch:
    """Watches the window manager's property from within one loop.

    Programs that are not on the accessibility bus are noticed only this way.
    """

    def __init__(
        self, changed: Callable[[], None], display_name: str | None = None
    ) -> None:
        self._changed = changed
        self._display = open_display(display_name)
        self._atom = self._display.intern_atom("_NET_ACTIVE_WINDOW")

    def start(self, loop: asyncio.AbstractEventLoop) -> None:
        """Call ``changed`` in ``loop`` after each change; call this in that loop."""
        self._display.screen().root.change_attributes(event_mask=X.PropertyChangeMask)
        self._display.flush()
        loop.add_reader(self._display.fileno(), self._drain, loop)

    def stop(self, loop: asyncio.AbstractEventLoop) -> None:
        """Stop and end the connection."""
        loop.remove_reader(self._display.fileno())
        self._display.close()

    def _drain(self, loop: asyncio.AbstractEventLoop) -> None:
        changed = False
        try:
            while self._display.pending_events():
                event = self._display.next_event()
                changed |= event.type == X.PropertyNotify and event.atom == self._atom
        except ConnectionClosedError:
            loop.remove_reader(self._display.fileno())
        if changed:
            self._changed()
