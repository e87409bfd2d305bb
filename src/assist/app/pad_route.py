"""Replacements in the compose pad go to the pad, all others to their client."""

from collections.abc import Callable
from typing import Protocol

from assist.errors import StaleDraftError
from assist.model.draft import Draft, Field
from assist.model.edit import Edit
from assist.ports import InsertedBy, TextInserter

PAD_FIELD = Field("assist/pad", "assist-pad")


class CallsOnQtThread(Protocol):
    """Runs a job on the Qt thread and returns its answer."""

    def call(self, job: Callable[[], bool]) -> bool:
        """Run ``job`` there."""


class PadRoute:
    """A ``TextInserter`` in front of the backend's.

    Args:
        qt: The way to the Qt thread.
        pad: Applies an edit to the pad; False when it holds another text.
        others: For every field but the pad.
    """

    def __init__(
        self, qt: CallsOnQtThread, pad: Callable[[Edit], bool], others: TextInserter
    ) -> None:
        self._qt = qt
        self._pad = pad
        self._others = others

    def apply(self, draft: Draft, edit: Edit) -> InsertedBy:
        """Make the field hold ``edit.after``; see ``ports.TextInserter``.

        Raises:
            StaleDraftError: The pad holds another text by now.
            InsertionError: As the inserter for other fields says.
        """
        if draft.field.field_id != PAD_FIELD.field_id:
            return self._others.apply(draft, edit)
        if not self._qt.call(lambda: self._pad(edit)):
            raise StaleDraftError("the pad holds another text by now")
        return InsertedBy.EDITABLE_TEXT
