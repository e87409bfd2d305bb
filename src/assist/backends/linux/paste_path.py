"""Writing through the clipboard: select, Ctrl+V, wait, put the clipboard back."""

import time
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import takewhile
from operator import eq, ne

from assist.backends.linux.a11y_bus import NoReplyError, RefusedError
from assist.backends.linux.field_handle import FieldHandle
from assist.backends.linux.text_difference import (
    is_as_computed,
    smallest_edit,
    widened,
)
from assist.backends.linux.units import BMP_END
from assist.backends.linux.x11_keyboard import X11Keyboard
from assist.model.edit import Edit
from assist.model.span import Span
from assist.ports import Clipboard

PASTE_TIMEOUT_S = 1.2
RUB_OUT_TIMEOUT_S = 1.0
UNDO_TIMEOUT_S = 0.3
MOST_UNDO_STEPS = 4
MODIFIERS_TIMEOUT_S = 0.7
# Letters, digits and punctuation: no marks, joiners or emoji.
_ALONE = frozenset(("Lo", "Lu", "Ll", "Nd", "Po", "Ps", "Pe", "Pd"))


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
        keyed = widened(edit) if field.quirks.embeds else edit
        if not _take_out(field, keyed, hands):
            return field.text()
        if keyed.replacement:
            hands.clipboard.put_text(keyed.replacement)
            hands.still_there()
            hands.keyboard.press("Ctrl+V")
        # The clipboard may go back only once the program has fetched it.
        return field.wait_for(partial(is_as_computed, edit), PASTE_TIMEOUT_S)


def undo(field: FieldHandle, wanted: str, hands: Hands) -> bool:
    """Press Ctrl+Z until the field holds ``wanted``; False if it does not.

    Once only where the text can be written back exactly: a chat client may
    bring back older drafts.  Stops at a press that changes nothing.

    Raises:
        WrongWindowError: The field lost the focus; nothing was sent.
        NoReplyError: The program stopped answering.
        RefusedError: The field has gone.
    """
    now = field.text()
    steps = 1 if field.quirks.editable_text else MOST_UNDO_STEPS
    for _ in range(steps):
        hands.still_there()
        before = now
        hands.keyboard.press("Ctrl+Z")
        now = field.wait_for(lambda text: text == wanted, UNDO_TIMEOUT_S)
        if now in (wanted, before):
            break
    return now == wanted


def put_back(field: FieldHandle, wanted: str, hands: Hands) -> bool:
    """Select and paste what differs from ``wanted``; True if that is there then.

    Raises:
        WrongWindowError: The field lost the focus.
        NoReplyError: The program stopped answering.
        RefusedError: The field has gone.
    """
    return write(field, smallest_edit(field.text(), wanted), hands) == wanted


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
    """Press BackSpace until the span is gone; one press may take several points.

    Browsers tell a change up to 0.1 s after it, so what is surely one press
    each is rubbed out in one go.
    """
    start, rest = edit.span.start, edit.before[edit.span.end :]
    last, deadline = edit.before, time.monotonic() + RUB_OUT_TIMEOUT_S
    while len(last) > start + len(rest):
        hands.still_there()
        presses = sure_presses(last[start : len(last) - len(rest)])
        for _ in range(presses or 1):
            hands.keyboard.press("BackSpace")
        kept = last[: len(last) - len(rest) - presses] + rest
        wanted = partial(eq, kept) if presses else partial(ne, last)
        now = field.wait_for(wanted, deadline - time.monotonic())
        if len(now) >= len(last) or not now.endswith(rest):
            return False
        last = now
    return last == Edit(Span(start, edit.span.end), "", edit.before).after


def sure_presses(text: str) -> int:
    """Return how many characters at the end BackSpace surely takes one by one."""
    plain = takewhile(_stands_alone, reversed(text))
    count = sum(1 for _ in plain)
    # The first of them may belong to what is before: a base and its accent.
    return count if count == len(text) else max(0, count - 1)


def _stands_alone(character: str) -> bool:
    return character == "\n" or (
        ord(character) <= BMP_END and unicodedata.category(character) in _ALONE
    )


@contextmanager
def _clipboard_kept(clipboard: Clipboard) -> Iterator[None]:
    """Save the clipboard and, whatever happens, put it back."""
    saved = clipboard.save()
    try:
        yield
    finally:
        clipboard.restore(saved)
