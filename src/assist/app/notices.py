"""What does not work at the moment, said once and beside the strip."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from assist.app.bridge import Bridge
from assist.app.windows import Windows
from assist.errors import UsageLogError
from assist.model.screen import Screen
from assist.overlay.placement import Surroundings
from assist.overlay.toast import Toast


class Notices(QObject):
    """Shows a notice in the toast; one that comes while Undo is offered waits.

    It listens before there are windows, for the log may fail before that: what
    is told on other threads arrives once Qt's loop runs.

    Args:
        bridge: Tells what goes wrong on other threads.
    """

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._windows: Windows | None = None
        self._screens: Callable[[], tuple[Screen, ...]] = tuple
        self._waiting: Callable[[Toast], None] | None = None
        bridge.taken.connect(self.show_taken)
        bridge.log_failed.connect(self.show_log_state)

    def use(self, windows: Windows, screens: Callable[[], tuple[Screen, ...]]) -> None:
        """Show notices from now on.

        Args:
            windows: The toast, and what it must not cover.
            screens: The monitors as they are now.
        """
        self._windows, self._screens = windows, screens
        windows.toast.closed.connect(self._go_on)
        self._go_on()

    def show_taken(self, chord: str) -> None:
        """Say that another program holds ``chord``."""
        self._show(lambda toast: toast.show_key_taken(chord))

    def show_log_state(self, failure: UsageLogError | None) -> None:
        """Say that the usage log cannot be written; nothing once it can."""
        if failure is not None:
            self._show(lambda toast: toast.show_not_logged())

    def show_pack(self, brief: str) -> None:
        """Say what changed in the phrase list."""
        if brief:
            self._show(lambda toast: toast.show_pack(brief))

    def _show(self, notice: Callable[[Toast], None]) -> None:
        windows = self._windows
        if windows is None or windows.toast.offers_undo:
            self._waiting = notice
            return
        self._place(windows)
        notice(windows.toast)

    def _go_on(self) -> None:
        notice, self._waiting = self._waiting, None
        if notice is not None:
            self._show(notice)

    def _place(self, windows: Windows) -> None:
        beside = windows.strip.frame_area()
        if beside is None:
            return
        covered = windows.card.frame_area() if windows.card.isVisible() else None
        avoid = (covered,) if covered else ()
        around = Surroundings(field=beside, screens=self._screens(), avoid=avoid)
        windows.toast.forget_place()
        windows.toast.place_near(around, even_over_field=True)
