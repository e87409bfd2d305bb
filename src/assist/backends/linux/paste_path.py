"""Writing through the clipboard: select, Ctrl+V, wait, put the clipboard back."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from operator import ne

from assist.backends.linux.a11y_bus import NoReplyError, RefusedError
from assist.backends.linux.field_handle import FieldHandle
from assist.backends.linux.text_difference import is_as_computed
from assist.backends.linux.x11_keyboard import X11Keyboard
from assist.model.edit import Edit
from assist.model.span import Span
from assist.ports import Clipboard

PASTE_TIMEOUT_S = 1.2
RUB_OUT_TIMEOUT_S = 1.0
UNDO_TIMEOUT_S = 0.3
MODIFIERS_TIMEOUT_S = 0.7


@dataclass(frozen=True, slots=True)
class Hands:
    """What the paste path types with.

    ``still_there`` raises WrongWindowError when the field lost the focus; it
    is asked right before keys are sent.
    """

    clipboard: Clipboard
    keyboard: X11Keyboard
    still_there: Callable[[], None]


def write(field: FieldHandle, edit: Edit, hands: Hands) -> str:
    """Apply ``edit`` with keys and return what the field holds then.

    The span is selected if the program can do that, else taken out with
    BackSpace from its end.

    Raises:
        WrongWindowError: The field lost the focus before anything was sent.
        NoReplyError: The program stopped answering.
        RefusedError: The field has gone.
    """
    if not hands.keyboard.wait_for_modifiers_up(MODIFIERS_TIMEOUT_S):
        return edit.before
    with _clipboard_kept(hands.clipboard):
        if not _take_out(field, edit, hands):
            return field.text()
        if edit.replacement:
            hands.clipboard.put_text(edit.replacement)
            hands.still_there()
            hands.keyboard.press("Ctrl+V")
        # The clipboard may go back only once the program has fetched it.
        return field.wait_for(partial(is_as_computed, edit), PASTE_TIMEOUT_S)


def undo(field: FieldHandle, wanted: str, hands: Hands) -> bool:
    """Press Ctrl+Z once; True if the field then holds ``wanted``.

    Raises:
        WrongWindowError: The field lost the focus; nothing was sent.
        NoReplyError: The program stopped answering.
        RefusedError: The field has gone.
    """
    hands.still_there()
    hands.keyboard.press("Ctrl+Z")
    return field.wait_for(lambda text: text == wanted, UNDO_TIMEOUT_S) == wanted


def _take_out(field: FieldHandle, edit: Edit, hands: Hands) -> bool:
    """Select the span, or delete it where it cannot be selected."""
    if not len(edit.span):
        return field.put_caret(edit.before, edit.span.start)
    if _select(field, edit):
        if not edit.replacement:
            hands.still_there()
            hands.keyboard.press("BackSpace")
        return True
    if not field.put_caret(edit.before, edit.span.end):
        return False
    return _rub_out(field, edit, hands)


def _select(field: FieldHandle, edit: Edit) -> bool:
    if not field.quirks.selection_answers:
        return False
    try:
        return field.select(edit.before, edit.span)
    except (NoReplyError, RefusedError):
        return False


def _rub_out(field: FieldHandle, edit: Edit, hands: Hands) -> bool:
    """Press BackSpace until the span is gone; one press may take several points."""
    start, rest = edit.span.start, edit.before[edit.span.end :]
    last, deadline = edit.before, time.monotonic() + RUB_OUT_TIMEOUT_S
    while len(last) > start + len(rest):
        hands.still_there()
        hands.keyboard.press("BackSpace")
        now = field.wait_for(partial(ne, last), deadline - time.monotonic())
        if len(now) >= len(last) or not now.endswith(rest):
            return False
        last = now
    return last == Edit(Span(start, edit.span.end), "", edit.before).after


@contextmanager
def _clipboard_kept(clipboard: Clipboard) -> Iterator[None]:
    """Save the clipboard and, whatever happens, put it back."""
    saved = clipboard.save()
    try:
        yield
    finally:
        clipboard.restore(saved)
