"""From the compose pad into the client it was opened for."""

from dataclasses import dataclass

from assist.errors import BackendError, InsertionError
from assist.model.draft import Draft, Rect
from assist.model.edit import Edit
from assist.model.span import Span
from assist.pipeline.view import Result
from assist.ports import InsertedBy, Paster, TextInserter, WindowTracker


@dataclass(frozen=True, slots=True)
class PadTarget:
    """Where the pad's text is to go.

    Attributes:
        area: Of the client's field, else of its window.
        draft: The last reading of the client's field, where it can be read:
            the text is then put at its caret and read back.
    """

    window_id: int
    app: str = ""
    area: Rect | None = None
    draft: Draft | None = None


class PadInsertion:
    """Puts a text into a client's window; the agent sends it."""

    def __init__(
        self, windows: WindowTracker, inserter: TextInserter, paster: Paster
    ) -> None:
        self._windows = windows
        self._inserter = inserter
        self._paster = paster

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
