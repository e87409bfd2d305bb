"""Keeping Qt's idea of the X server's time up to date.

A selection is taken with the time of the last event Qt has seen, and the server
refuses a time before the present owner's.  A hotkey grabbed on another
connection brings Qt no event, so a copy made after Qt's last event would stay
on the clipboard and be pasted in place of ours (seen with two processes).
Changing a property of a window of ours makes the server send the time.
"""

import ctypes

from PySide6.QtCore import (
    QAbstractNativeEventFilter,
    QByteArray,
    QCoreApplication,
    QDeadlineTimer,
    QEventLoop,
)
from PySide6.QtGui import QGuiApplication, QWindow

_PROPERTY_NOTIFY = 28
_PATIENCE_MS = 100


class _PropertyWatch(QAbstractNativeEventFilter):
    """Notes that a property event passed; lets everything through."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = False

    def nativeEventFilter(
        self, _kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        """Look at the event's type alone."""
        kind = ctypes.c_uint8.from_address(int(message)).value & 0x7F
        self.seen = self.seen or kind == _PROPERTY_NOTIFY
        return False, 0


class ServerTime:
    """Fetches the time; does nothing where there is no X server."""

    def __init__(self) -> None:
        self._window: QWindow | None = None
        self._turn = False
        if QGuiApplication.platformName() == "xcb":
            self._window = QWindow()
            self._window.create()

    def fetch(self) -> None:
        """Make Qt see the server's present time; on the Qt thread only.

        Takes one round trip, about a millisecond; gives up after 100 ms.
        """
        if self._window is None:
            return
        watch = _PropertyWatch()
        QCoreApplication.instance().installNativeEventFilter(watch)  # type: ignore[union-attr]  # there is one: we have a window
        self._turn = not self._turn
        self._window.setTitle("time" if self._turn else "")
        deadline = QDeadlineTimer(_PATIENCE_MS)
        while not (watch.seen or deadline.hasExpired()):
            QCoreApplication.processEvents(
                QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents, 5
            )
        QCoreApplication.instance().removeNativeEventFilter(watch)  # type: ignore[union-attr]  # as above
