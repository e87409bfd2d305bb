"""A draft listener that remembers, and waits for what a test expects."""

import threading
from collections.abc import Callable

from assist.model.draft import Draft, Field
from assist.ports import Mode, Status

TIMEOUT_S = 10.0


class Recorder:
    def __init__(self) -> None:
        self._told = threading.Condition()
        self.drafts: list[Draft] = []
        self.left: list[Field] = []
        self.statuses: list[Status] = []

    def draft_read(self, draft: Draft) -> None:
        self._remember(self.drafts, draft)

    def field_left(self, field: Field) -> None:
        self._remember(self.left, field)

    def status_changed(self, status: Status) -> None:
        self._remember(self.statuses, status)

    def wait_for_text(self, text: str, app: str | None = None) -> Draft:
        """Return the newest draft once it holds ``text`` in a field of ``app``."""
        self.wait_until(
            lambda: (
                self.drafts
                and self.drafts[-1].text == text
                and app in (None, self.drafts[-1].field.app)
            )
        )
        return self.drafts[-1]

    def wait_for_status(self, mode: Mode, reason: str = "") -> Status:
        self.wait_until(
            lambda: (
                self.statuses
                and (self.statuses[-1].mode, self.statuses[-1].reason) == (mode, reason)
            )
        )
        return self.statuses[-1]

    def wait_until(self, condition: Callable[[], object]) -> None:
        with self._told:
            if not self._told.wait_for(condition, TIMEOUT_S):
                held = [draft.text for draft in self.drafts[-3:]]
                raise AssertionError(f"last told: {held} {self.statuses[-5:]}")

    def _remember(self, where: list, what: object) -> None:
        with self._told:
            where.append(what)
            self._told.notify_all()
