"""Tells when the agent locks the screen, as the desktop announces it.

Linux desktops announce it on the session bus, each under names of its own.
Windows and macOS announce it in other ways that are not listened to yet: there a
shift ends by idle time or by hand.
"""

import sys

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection

_SCREEN_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
    "com.deepin.ScreenSaver",
    "org.ukui.ScreenSaver",
)
_SLOT = SLOT("take(bool)")


class SessionLock(QObject):
    """Listens for the screen being locked; where nobody tells, it stays silent.

    Signals:
        changed: ``(bool)``, True once the screen is locked.
    """

    changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        if sys.platform == "linux":
            self._listen()

    def _listen(self) -> None:
        bus = QDBusConnection.sessionBus()
        for name in _SCREEN_SAVERS if bus.isConnected() else ():
            bus.connect("", "", name, "ActiveChanged", self, _SLOT)  # type: ignore[call-overload]  # the stub wants bytes, the call a str

    @Slot(bool)
    def take(self, active: bool) -> None:
        """Pass on what a screen saver says."""
        self.changed.emit(active)
