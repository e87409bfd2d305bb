"""Tells a reading taken in the middle of our own writing from a draft (pure)."""

from dataclasses import dataclass, field

from assist.model.draft import Draft
from assist.model.edit import Edit


@dataclass(frozen=True, slots=True)
class OwnWrite:
    """A replacement of ours, whose events may still be on their way.

    Programs tell of the words that go before they tell of those that come, and
    a reading between the two looks as if the agent had emptied the field.

    Attributes:
        finished_at: Monotonic seconds when the writing had been verified.
    """

    field_id: str
    edit: Edit = field(repr=False)
    finished_at: float

    def is_over(self, draft: Draft) -> bool:
        """Tell whether ``draft`` was changed after the writing."""
        return draft.seen_at >= self.finished_at

    def shows_in(self, draft: Draft) -> bool:
        """Tell whether ``draft`` is a stage of the writing, not what came of it."""
        edit, text = self.edit, draft.text
        if draft.field.field_id != self.field_id or self.is_over(draft):
            return False
        head, tail = edit.before[: edit.span.start], edit.before[edit.span.end :]
        if len(text) < len(head) + len(tail) or text == edit.after:
            return False
        if not (text.startswith(head) and text.endswith(tail)):
            return False
        part = text[len(head) : len(text) - len(tail)]
        return edit.span.of(edit.before).startswith(part) or (
            edit.replacement.startswith(part)
        )
