"""One Assist for a session: a second one brings the first to the front instead."""

import hashlib
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QDir, QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from assist.errors import AssistError

_FRONT, _SEEN = b"front\n", b"seen\n"
_ANSWER_MS = 1500
_CLAIM_MS = 3000


class AlreadyRunningError(AssistError):
    """Assist runs in this session already; it was brought to the front."""

    exit_code = 0


class Instance(QObject):
    """Holds the session's name; answers whoever comes later.

    Args:
        name: Of the socket, see :func:`session_name`.

    Signals:
        called: Another one was started; come to the front.

    Raises:
        AlreadyRunningError: One runs, and answered.
    """

    called = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._callers: list[QLocalSocket] = []
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        # Two that start at once must not both find nobody there.
        claim = QLockFile(f"{name}.lock" if os.sep in name else _in_temp(name))
        claim.tryLock(_CLAIM_MS)
        if _calls_up(name):
            claim.unlock()
            raise AlreadyRunningError(
                "Assist is running already; it was brought to the front."
            )
        QLocalServer.removeServer(name)  # left behind by one that was killed
        self._server.listen(name)
        claim.unlock()

    def close(self) -> None:
        """Give the name up.  May be repeated."""
        self._server.close()
        for caller in self._callers:
            caller.abort()
        self._callers.clear()

    def _answer(self) -> None:
        caller = self._server.nextPendingConnection()
        caller.setParent(self)
        self._callers.append(caller)
        caller.readyRead.connect(self._hear)

    def _hear(self) -> None:
        for caller in self._callers:
            if bytes(caller.readAll().data()) == _FRONT:
                caller.write(_SEEN)
                caller.flush()
                self.called.emit()


def session_name(state: Path, environ: Mapping[str, str] = os.environ) -> str:
    """Return the socket's name: one for each user, state folder and session.

    It lies in the user's runtime folder, which others cannot enter; where there
    is none, beside other temporary files.
    """
    session = "|".join(
        environ.get(name, "")
        for name in ("XDG_SESSION_ID", "DISPLAY", "WAYLAND_DISPLAY", "SESSIONNAME")
    )
    digest = hashlib.sha256(f"{state}|{session}".encode()).hexdigest()[:16]
    folder = environ.get("XDG_RUNTIME_DIR", "")
    if os.name == "nt":
        return f"assist-{digest}"
    if not folder or not Path(folder).is_dir():
        folder = tempfile.gettempdir()
    return str(Path(folder) / f"assist-{digest}")


def _in_temp(name: str) -> str:
    return QDir.temp().filePath(f"{name}.lock")


def _calls_up(name: str) -> bool:
    """Ask the one that holds ``name`` to come to the front; False if none does.

    One that holds it but does not answer is hung: it runs all the same.
    """
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_ANSWER_MS):
        return False
    socket.write(_FRONT)
    socket.waitForBytesWritten(_ANSWER_MS)
    socket.waitForReadyRead(_ANSWER_MS)
    socket.abort()
    return True
