"""Hands what is captured to the check thread, unless the agent paused."""

import threading

from assist.app.worker import Worker
from assist.model.draft import Draft, Field
from assist.pipeline.flow import Flow
from assist.ports import KeyClass, Status


class Intake:
    """A ``DraftListener`` that returns at once; called on the capture threads."""

    def __init__(self, worker: Worker, flow: Flow) -> None:
        self._worker = worker
        self._flow = flow
        self._open = threading.Event()
        self._open.set()

    def pause(self) -> None:
        """Let nothing through; what is read meanwhile is dropped, not kept."""
        self._open.clear()

    def resume(self) -> None:
        """Let readings through again."""
        self._open.set()

    def draft_read(self, draft: Draft) -> None:
        """Queue a reading in place of an older one of the same field."""
        if self._open.is_set():
            key = draft.field.field_id
            self._worker.post(lambda: self._flow.draft_read(draft), key=key)

    def field_left(self, field: Field) -> None:
        """Queue that a field lost the focus."""
        self._worker.post(lambda: self._flow.field_left(field))

    def status_changed(self, status: Status) -> None:
        """Queue a change of what can be read."""
        if self._open.is_set():
            self._worker.post(lambda: self._flow.status_changed(status))

    def key_pressed(self, key: KeyClass, at: float) -> None:
        """Queue the class of a key press."""
        if self._open.is_set():
            self._worker.post(lambda: self._flow.key_pressed(key, at))
