"""Keeps cards back while the agent wants none, and shows for how long."""

import time
from datetime import datetime

from PySide6.QtCore import QObject, QTimer

from assist.app.calm import Calm, minutes_until_tomorrow
from assist.app.windows import Windows
from assist.overlay.words import UNTIL_TOMORROW
from assist.settings import Settings

_MINUTE_MS = 60_000


class Quiet(QObject):
    """Connects strip and tray with the snooze; on the Qt thread.

    Attributes:
        calm: Decides whether a card may open by itself.
    """

    def __init__(self, windows: Windows, settings: Settings) -> None:
        super().__init__()
        self.calm = Calm(settings)
        self._windows = windows
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self._show)
        windows.strip.snooze_requested.connect(self.snooze)
        windows.tray.snooze_requested.connect(self.snooze)
        self.use(settings)

    def use(self, settings: Settings) -> None:
        """Follow a change of the settings."""
        self.calm.use(settings)
        self._windows.strip.let_shrink(allowed=settings.shrink_to_dot)
        self._windows.card.collapse_after(settings.card_collapse_s)

    def snooze(self, minutes: int) -> None:
        """Begin a snooze, or end it: one of ``words.SNOOZES``."""
        if minutes == UNTIL_TOMORROW:
            minutes = minutes_until_tomorrow(datetime.now().astimezone())
        self.calm.snooze(minutes, now=time.monotonic())
        self._show()

    def _show(self) -> None:
        left = self.calm.minutes_left(now=time.monotonic())
        if left is None:
            self._minute.stop()
        elif not self._minute.isActive():
            self._minute.start()
        self._windows.strip.show_snooze(left)
        self._windows.tray.show_snooze(left)
