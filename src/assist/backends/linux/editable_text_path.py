"""Writing through EditableText: no keys, no clipboard, no focus needed."""

from itertools import takewhile

from assist.backends.linux.field_handle import FieldHandle
from assist.model.edit import Edit
from assist.model.span import Span

CHANGE_TIMEOUT_S = 0.2


def write(field: FieldHandle, edit: Edit) -> str:
    """Apply ``edit`` and return what the field holds then.

    A program may answer "done" and do nothing, so the text is read until it is
    right or CHANGE_TIMEOUT_S have passed.

    Raises:
        NoReplyError: The program stopped answering.
        RefusedError: The field cannot do it.
    """
    without = edit.before[: edit.span.start] + edit.before[edit.span.end :]
    if len(edit.span):
        field.delete(edit.before, edit.span)
        now = field.wait_for(lambda text: text == without, CHANGE_TIMEOUT_S)
        if now != without:
            return now
    if edit.replacement:
        field.insert(without, edit.span.start, edit.replacement)
    return field.wait_for(lambda text: text == edit.after, CHANGE_TIMEOUT_S)


def put_back(field: FieldHandle, wanted: str) -> bool:
    """Make the field hold ``wanted``, whatever it holds; True if it then does.

    Raises:
        NoReplyError: The program stopped answering.
        RefusedError: The field cannot do it.
    """
    now = field.text()
    if now == wanted:
        return True
    return write(field, smallest_edit(now, wanted)) == wanted


def smallest_edit(before: str, after: str) -> Edit:
    """Return the edit that leaves the common beginning and end alone."""
    start = _shared(before, after)
    end = _shared(before[start:][::-1], after[start:][::-1])
    span = Span(start, len(before) - end)
    return Edit(span, after[start : len(after) - end], before)


def _shared(one: str, other: str) -> int:
    """Return how many code points both begin with."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
