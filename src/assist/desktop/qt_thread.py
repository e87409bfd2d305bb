"""Running something on the Qt thread from any other, and waiting for it."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from assist.errors import BackendError

_PATIENCE_S = 2.0
_T = TypeVar("_T")


class QtThread(QObject):
    """A way into the thread this object was made on.

    The caller waits, so the Qt thread must never wait for the caller.
    """

    _asked = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._asked.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def call(self, job: Callable[[], _T]) -> _T:
        """Return what ``job`` returns when run on the Qt thread.

        Raises:
            BackendError: It was not run within two seconds; it will not be later.
        """
        if QThread.currentThread() == self.thread():
            return job()
        answer: Future[_T] = Future()
        self._asked.emit(job, answer)
        try:
            return answer.result(_PATIENCE_S)
        except TimeoutError as error:
            answer.cancel()
            raise BackendError("the desktop did not answer in time") from error

    @Slot(object, object)
    def _run(self, job: Callable[[], Any], answer: Future[Any]) -> None:
        if answer.set_running_or_notify_cancel():
            answer.set_result(job())
