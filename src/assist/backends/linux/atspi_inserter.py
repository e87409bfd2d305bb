"""Writes a replacement into a field of another program, and proves it."""

import threading
import time
from functools import partial
from typing import NoReturn

from dbus_fast.aio import MessageBus

from assist.backends.linux import editable_text_path, paste_path
from assist.backends.linux.a11y_bus import (
    NoReplyError,
    RefusedError,
    connect,
    disconnect,
    open_accessibility,
)
from assist.backends.linux.a11y_thread import A11yThread
from assist.backends.linux.accessible import (
    EDITABLE_TEXT,
    Node,
    NodeId,
)
from assist.backends.linux.candidate_windows import CandidateWindows
from assist.backends.linux.field_handle import POLL_S, FieldHandle
from assist.backends.linux.paste_path import Hands
from assist.backends.linux.quirks import quirks_of
from assist.backends.linux.text_difference import is_as_computed
from assist.backends.linux.x11_keyboard import X11Keyboard
from assist.backends.linux.x11_windows import X11Windows
from assist.errors import InsertionError, StaleDraftError, WrongWindowError
from assist.model.draft import Draft, Field
from assist.model.edit import Edit
from assist.ports import Clipboard, InsertedBy

FOCUS_PATIENCE_S = 0.5


class AtspiInserter:
    """A TextInserter for fields that :class:`AtspiSource` reads.

    Args:
        windows: Tells which window is active; not closed by the inserter.
        clipboard: Lent for the paste path and put back after it.
    """

    def __init__(self, windows: X11Windows, clipboard: Clipboard) -> None:
        self._windows = windows
        self._clipboard = clipboard
        self._keyboard = X11Keyboard()
        self._candidates = CandidateWindows()
        self._lock = threading.Lock()
        self._thread: A11yThread | None = None
        self._bus: MessageBus | None = None

    def apply(self, draft: Draft, edit: Edit) -> InsertedBy:
        """Make the field hold ``edit.after``, read it back and compare.

        Blocks up to two seconds; never call it on the Qt thread.

        Raises:
            StaleDraftError: The field no longer holds ``edit.before``.
            WrongWindowError: The field lost the focus; nothing was written.
            InsertionError: The field refused; it holds ``edit.before`` again
                unless the message says otherwise.
        """
        with self._lock:
            try:
                return self._apply(draft, edit)
            except NoReplyError as error:
                raise InsertionError(
                    "the program does not answer; look at the text before sending it"
                ) from error
            except RefusedError as error:
                raise WrongWindowError("the text field has gone") from error

    def close(self) -> None:
        """End the connections.  May be repeated."""
        with self._lock:
            if self._thread is not None:
                bus = self._bus
                self._thread.stop(partial(disconnect, bus) if bus else None)
            self._thread = self._bus = None
            self._keyboard.close()
            self._candidates.close()

    def _apply(self, draft: Draft, edit: Edit) -> InsertedBy:
        field = self._open(draft.field)
        self._check_focus(draft.field, field)
        if self._candidates.shown():
            raise InsertionError("words are still being composed; nothing was written")
        if field.text() != edit.before:
            raise StaleDraftError("the text has changed since it was read")
        if self._write_directly(field, edit):
            return InsertedBy.EDITABLE_TEXT
        if self._paste(draft.field, field, edit):
            return InsertedBy.PASTE
        self._clipboard.put_text(edit.replacement)
        return InsertedBy.COPIED

    def _write_directly(self, field: FieldHandle, edit: Edit) -> bool:
        """Use EditableText; False when that changes nothing."""
        if not field.quirks.editable_text or EDITABLE_TEXT not in field.interfaces():
            return False
        try:
            now = editable_text_path.write(field, edit)
        except RefusedError:
            now = field.text()
        if is_as_computed(edit, now):
            _leave_caret(field, edit, now)
            return True
        if now != edit.before:
            self._refuse(undone=_put_back(field, edit.before))
        return False

    def _paste(self, place: Field, field: FieldHandle, edit: Edit) -> bool:
        """Use keys and the clipboard; False when that changes nothing."""
        hands = Hands(
            self._clipboard, self._keyboard, lambda: self._check_focus(place, field)
        )
        try:
            now = paste_path.write(field, edit, hands)
        except WrongWindowError:
            if field.text() != edit.before and not _put_back(field, edit.before):
                self._refuse(undone=False)
            raise
        if is_as_computed(edit, now):
            _leave_caret(field, edit, now)
            return True
        if now != edit.before:
            self._refuse(
                undone=paste_path.undo(field, edit.before, hands)
                or _put_back(field, edit.before)
                or paste_path.put_back(field, edit.before, hands)
            )
        return False

    def _refuse(self, *, undone: bool) -> NoReturn:
        if undone:
            raise InsertionError("the program changed the text; it was put back")
        raise InsertionError(
            "the program changed the text; look at it before sending it",
            hint="the old text could not be put back",
        )

    def _check_focus(self, place: Field, field: FieldHandle) -> None:
        """Make sure that keys would arrive in the field.

        Raises:
            WrongWindowError: They would not.
        """
        deadline = time.monotonic() + FOCUS_PATIENCE_S
        while self._is_active(place) and time.monotonic() < deadline:
            if field.is_focused():
                return
            # After a grabbed hotkey a Qt program gets its focus back in a moment.
            time.sleep(POLL_S)
        raise WrongWindowError("another window or field has the focus now")

    def _is_active(self, place: Field) -> bool:
        return self._windows.active_id() == place.window_id or not place.window_id

    def _open(self, place: Field) -> FieldHandle:
        try:
            node_id = NodeId.parse(place.field_id)
        except ValueError as error:
            raise WrongWindowError("the field is not one of another program") from error
        thread, bus = self._connected()
        return FieldHandle(thread, Node(bus, node_id), quirks_of(place.toolkit))

    def _connected(self) -> tuple[A11yThread, MessageBus]:
        """Connect on first use, and again after the bus was lost."""
        if self._thread is None:
            self._thread = A11yThread("assist-inserter")
        if self._bus is None or not self._bus.connected:
            found = self._thread.run(open_accessibility(enable=False))
            self._bus = self._thread.run(connect(found.address))
        return self._thread, self._bus


def _leave_caret(field: FieldHandle, edit: Edit, now: str) -> None:
    """Put the caret behind the new words, unless the agent is typing already."""
    if now == edit.after:
        field.put_caret(now, edit.caret)


def _put_back(field: FieldHandle, wanted: str) -> bool:
    """Rewrite the field through EditableText where it has that."""
    try:
        if field.quirks.editable_text and EDITABLE_TEXT in field.interfaces():
            return editable_text_path.put_back(field, wanted)
    except RefusedError:
        return False
    return field.text() == wanted
