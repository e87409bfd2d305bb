"""A field that exists only here: plays drafts for the demonstration and for tests."""

import threading
import time
from collections.abc import Callable, Iterable

from assist.errors import StaleDraftError, WrongWindowError
from assist.model.draft import Draft, Field
from assist.model.edit import Edit
from assist.ports import DraftListener, InsertedBy, Mode, Status

SCRIPTED_FIELD = Field("scripted:1", "scripted", toolkit="scripted")


class ScriptedSource:
    """Plays ``texts`` once started, then whatever :meth:`type` is given.

    It is its own TextInserter: an edit changes the text that it plays, and is
    read back like a change made by hand.

    Args:
        texts: What the field holds, one reading after the other.
        field: Where they seem to come from.
        clock: Monotonic seconds, for ``Draft.seen_at``.
    """

    def __init__(
        self,
        texts: Iterable[str] = (),
        *,
        field: Field = SCRIPTED_FIELD,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._texts = tuple(texts)
        self._field = field
        self._clock = clock
        self._lock = threading.RLock()
        self._listener: DraftListener | None = None
        self._draft: Draft | None = None
        self._revision = 0

    def start(self, listener: DraftListener) -> None:
        """Report the given texts, in order, on the caller's thread."""
        with self._lock:
            self._listener = listener
            listener.status_changed(Status(Mode.READING, self._field.app))
            for text in self._texts:
                self.type(text)

    def stop(self) -> None:
        """Report nothing more.  May be repeated."""
        with self._lock:
            self._listener = self._draft = None

    def read_now(self) -> None:
        """Do nothing: every change is reported as it is made."""

    def type(self, text: str, *, caret: int | None = None) -> None:
        """Let the field hold ``text``; reported if it differs from the last."""
        with self._lock:
            if self._draft is not None and self._draft.text == text:
                return
            self._revision += 1
            at = len(text) if caret is None else caret
            draft = Draft(self._field, self._revision, text, at, self._clock())
            if self._listener is not None:
                self._draft = draft
                self._listener.draft_read(draft)

    def leave(self) -> None:
        """Take the focus away from the field."""
        with self._lock:
            left, self._draft = self._draft, None
            if left is not None and self._listener is not None:
                self._listener.field_left(left.field)
                self._listener.status_changed(Status(Mode.IDLE))

    def apply(self, draft: Draft, edit: Edit) -> InsertedBy:
        """Change the text as :class:`assist.ports.TextInserter` says.

        Raises:
            StaleDraftError: The field no longer holds ``edit.before``.
            WrongWindowError: The field was left.
        """
        with self._lock:
            if self._draft is None or draft.field.field_id != self._field.field_id:
                raise WrongWindowError("another window or field has the focus now")
            if edit.before != self._draft.text:
                raise StaleDraftError("the text has changed since it was read")
            self.type(edit.after, caret=edit.caret)
        return InsertedBy.EDITABLE_TEXT
