"""What does not work at the moment, said once and beside the strip."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from assist.app.bridge import Bridge
from assist.app.windows import Windows
from assist.errors import UsageLogError
from assist.model.screen import Screen
from assist.overlay.placement import Surroundings


class Notices(QObject):
    """Shows a notice in the toast; one that comes while Undo is offered waits.

    Args:
        windows: The toast, and what it must not cover.
        screens: The monitors as they are now.
    """

    def __init__(
        self, windows: Windows, screens: Callable[[], tuple[Screen, ...]]
    ) -> None:
        super().__init__()
        self._windows = windows
        self._screens = screens
        self._waiting: Callable[[], None] | None = None
        windows.toast.closed.connect(self._go_on)

    def listen_to(self, bridge: Bridge) -> None:
        """Follow what goes wrong on other threads."""
        bridge.taken.connect(self.show_taken)
        bridge.log_failed.connect(self.show_log_state)

    def show_taken(self, chord: str) -> None:
        """Say that another program holds ``chord``."""
        self._show(lambda: self._windows.toast.show_key_taken(chord))

    def show_log_state(self, failure: UsageLogError | None) -> None:
        """Say that the usage log cannot be written; nothing once it can."""
        if failure is not None:
            self._show(self._windows.toast.show_not_logged)

    def _show(self, notice: Callable[[], None]) -> None:
        if self._windows.toast.offers_undo:
            self._waiting = notice
            return
        self._place()
        notice()

    def _go_on(self) -> None:
        notice, self._waiting = self._waiting, None
        if notice is not None:
            self._show(notice)

    def _place(self) -> None:
        strip, card = self._windows.strip, self._windows.card
        beside = strip.frame_area()
        if beside is None:
            return
        covered = card.frame_area() if card.isVisible() else None
        avoid = (covered,) if covered else ()
        around = Surroundings(field=beside, screens=self._screens(), avoid=avoid)
        self._windows.toast.forget_place()
        self._windows.toast.place_near(around, even_over_field=True)
