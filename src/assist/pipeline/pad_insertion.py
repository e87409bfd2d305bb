"""From the compose pad into the client it was opened for."""

from dataclasses import dataclass

from assist.errors import BackendError, InsertionError
from assist.model.draft import Draft, Rect
from assist.model.edit import Edit
from assist.model.span import Span
from assist.pipeline.view import Result
from assist.ports import InsertedBy, Paster, Sender, TextInserter, WindowTracker


@dataclass(frozen=True, slots=True)
class PadTarget:
    """Where the pad's text is to go.

    Attributes:
        area: Of the client's field, else of its window.
        draft: The last reading of the client's field, where it can be read:
            the text is then put at its caret and read back.
        conversation: Mark of the conversation the window showed; empty when
            nothing tells conversations apart.
    """

    window_id: int
    app: str = ""
    area: Rect | None = None
    draft: Draft | None = None
    conversation: str = ""


class PadInsertion:
    """Puts a text into a client's window; the agent sends it, unless asked to."""

    def __init__(
        self,
        windows: WindowTracker,
        inserter: TextInserter,
        paster: Paster,
        sender: Sender | None = None,
    ) -> None:
        self._windows = windows
        self._inserter = inserter
        self._paster = paster
        self._sender = sender

    def conversation(self, window_id: int) -> str:
        """Return the mark of the conversation a window shows; empty for none."""
        if self._sender is None or not window_id:
            return ""
        try:
            return self._sender.conversation(window_id)
        except BackendError:
            return ""

    def insert_and_send(self, text: str, target: PadTarget) -> Result:
        """Insert, then send, if window and conversation are still the same.

        What is not sent stands in the field all the same, and the agent sends it.
        """
        if not self._is_same(target):
            return Result.WRONG_WINDOW
        result = self.insert(text, target)
        if result is not Result.INSERTED or self._sender is None:
            return result
        if not self._is_same(target):
            return result
        try:
            self._sender.send(target.window_id)
        except (InsertionError, BackendError):
            return result
        return Result.SENT

    def _is_same(self, target: PadTarget) -> bool:
        shown = self.conversation(target.window_id)
        return bool(shown) and shown == target.conversation

    def insert(self, text: str, target: PadTarget) -> Result:
        """Give ``target`` the focus back and put ``text`` there, or nothing."""
        try:
            if not self._windows.activate(target.window_id):
                return Result.WRONG_WINDOW
            if target.draft is None:
                self._paster.paste(text, target.window_id)
                return Result.INSERTED
            return self._write(text, target.draft)
        except (InsertionError, BackendError):
            return Result.WRONG_WINDOW

    def _write(self, text: str, draft: Draft) -> Result:
        caret = len(draft.text) if draft.caret is None else draft.caret
        at = min(caret, len(draft.text))
        edit = Edit(Span(at, at), text, draft.text)
        how = self._inserter.apply(draft, edit)
        return Result.COPIED if how is InsertedBy.COPIED else Result.INSERTED
