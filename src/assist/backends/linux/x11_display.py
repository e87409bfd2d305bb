"""Connections to the X server, and its errors in our words."""

from collections.abc import Iterator
from contextlib import contextmanager

from Xlib import X, display
from Xlib.error import ConnectionClosedError, DisplayError, XError
from Xlib.protocol import rq

from assist.errors import BackendError, BackendUnavailableError

NUM_LOCK_KEYSYM = 0xFF7F


def open_display(name: str | None = None) -> display.Display:
    """Connect to the X server ``name``, or the one of ``DISPLAY``.

    Errors of requests that have no reply (a window that has just closed) are
    dropped instead of printed.

    Raises:
        BackendUnavailableError: There is no X server to connect to.
    """
    try:
        connection = display.Display(name)
    except (DisplayError, OSError) as error:
        raise BackendUnavailableError(
            "the X server cannot be reached",
            hint="start the program inside a graphical X11 session",
        ) from error
    connection.set_error_handler(_drop)
    return connection


@contextmanager
def backend_errors() -> Iterator[None]:
    """Turn a lost connection or a refused request into a BackendError."""
    try:
        yield
    except (ConnectionClosedError, XError, OSError) as error:
        raise BackendError("the X server did not answer as expected") from error


def modifier_mask_of(connection: display.Display, keysym: int) -> int:
    """Return the modifier bit that ``keysym`` (NumLock, say) is bound to, or 0."""
    keycode = connection.keysym_to_keycode(keysym)
    if keycode == 0:
        return 0
    for index, keycodes in enumerate(connection.get_modifier_mapping()):
        if keycode in keycodes:
            return 1 << index
    return 0


def free_keycodes(connection: display.Display) -> list[int]:
    """Return the key codes that carry no symbol at all."""
    info = connection.display.info
    first, count = info.min_keycode, info.max_keycode - info.min_keycode + 1
    mapping = connection.get_keyboard_mapping(first, count)
    return [first + i for i, symbols in enumerate(mapping) if not any(symbols)]


def follow_layout(connection: display.Display) -> None:
    """Take note of key codes that were bound anew since the last call."""
    while connection.pending_events():
        event = connection.next_event()
        if event.type == X.MappingNotify:
            connection.refresh_keyboard_mapping(event)


def lock_masks(connection: display.Display) -> tuple[int, ...]:
    """Return every combination of CapsLock and NumLock a chord must be grabbed with."""
    num_lock = modifier_mask_of(connection, NUM_LOCK_KEYSYM)
    return tuple(sorted({0, X.LockMask, num_lock, X.LockMask | num_lock}))


def _drop(_error: XError, _request: rq.Request | None) -> None:
    """Say nothing about a request whose window has gone meanwhile."""
