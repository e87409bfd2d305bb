"""Ending the Qt loop from SIGINT and SIGTERM without a timer that polls."""

import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication


class QuitOnSignal(QObject):
    """Ends the application on SIGINT or SIGTERM.

    The loop is left as it is: a ``quit`` would first close the windows, and
    Qt complains about what is still to be painted into them.

    Python notes a signal at once but runs its handler only when it gets a
    turn; the byte that it writes to the socket wakes the Qt loop.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._reader, self._writer = socket.socketpair()
        self._writer.setblocking(False)  # noqa: FBT003  the name says it
        self._notifier = QSocketNotifier(
            self._reader.fileno(), QSocketNotifier.Type.Read, self
        )
        self._notifier.activated.connect(self._woken)
        signal.set_wakeup_fd(self._writer.fileno())
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: application.exit())

    def _woken(self) -> None:
        self._reader.recv(64)
