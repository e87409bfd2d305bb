"""Writing through EditableText: no keys, no clipboard, no focus needed."""

from functools import partial

from assist.backends.linux.field_handle import FieldHandle
from assist.backends.linux.text_difference import (
    is_as_computed,
    smallest_edit,
    typed_meanwhile,
)
from assist.model.edit import Edit
from assist.model.span import Span

CHANGE_TIMEOUT_S = 0.2


def write(field: FieldHandle, edit: Edit) -> str:
    """Apply ``edit`` and return what the field holds then.

    A program may answer "done" and do nothing, so the text is read until it is
    right or CHANGE_TIMEOUT_S have passed.  What the agent types meanwhile stays.

    Raises:
        NoReplyError: The program stopped answering.
        RefusedError: The field cannot do it.
    """
    base, at = edit.before, edit.span.start
    if len(edit.span):
        without = base[:at] + base[edit.span.end :]
        field.delete(base, edit.span)
        base = field.wait_for(partial(_is_cut, without, at), CHANGE_TIMEOUT_S)
        if not _is_cut(without, at, base):
            return base
        at += _typed_before(without, at, base)
    if edit.replacement:
        field.insert(base, at, edit.replacement)
    return field.wait_for(partial(is_as_computed, edit), CHANGE_TIMEOUT_S)


def _is_cut(without: str, at: int, now: str) -> bool:
    """Tell whether the words are gone, keys typed meanwhile apart."""
    return now == without or typed_meanwhile(without, now, Span(at, at)) is not None


def _typed_before(without: str, at: int, now: str) -> int:
    """Return how many characters were typed before the cut meanwhile."""
    typed = typed_meanwhile(without, now, Span(at, at))
    return len(typed.replacement) if typed and typed.span.start < at else 0


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
