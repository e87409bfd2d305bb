"""Says what became of the agent's choice, where the card was."""

from assist.app.answer_desk import AnswerDesk
from assist.app.windows import Places, Windows
from assist.model.draft import Draft
from assist.overlay.follow_up import Answered
from assist.pipeline.view import Result


class Telling:
    """Shows one of toast and follow-up at a time; on the Qt thread.

    Args:
        windows: Hold the two.
        places: Puts them beside the draft.
        answers: Keeps what the follow-up asks for.
    """

    def __init__(self, windows: Windows, places: Places, answers: AnswerDesk) -> None:
        self._toast, self._follow_up = windows.toast, windows.follow_up
        self._places = places
        self._answers = answers

    def result(self, result: Result, draft: Draft | None) -> None:
        """Say what came of a replacement or an insertion."""
        toast = self._toast
        say = {
            Result.REPLACED: toast.show_done,
            Result.COPIED: toast.show_copied,
            Result.INSERTED: toast.show_inserted,
            Result.SENT: toast.show_sent,
            Result.UNDONE: toast.show_restored,
            Result.CHANGED_MEANWHILE: toast.show_changed_meanwhile,
            Result.WRONG_WINDOW: toast.show_changed_meanwhile,
            Result.REFUSED: toast.show_changed_meanwhile,
        }[result]
        self._follow_up.dismiss()
        self._places.message(toast, draft)
        say()

    def answered(
        self, answered: Answered, draft: Draft | None, chords: tuple[str, ...]
    ) -> None:
        """Say what was done about a finding, and offer to say more."""
        self._toast.hide()
        self._places.message(self._follow_up, draft)
        self._answers.offer(answered, chords)

    def thanks(self, draft: Draft | None) -> None:
        """Say that an answer is kept."""
        self._places.message(self._toast, draft)
        self._toast.show_thanks()
