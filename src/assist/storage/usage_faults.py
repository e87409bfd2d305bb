"""What SQLite and the file system say about the usage log, in our words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assist.errors import UsageLogError

# Both carry a message of SQLite's own, which can name columns but no values.
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_SHUT = frozenset(
    {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}
)
_FULL = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR})
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})


class UsageLogDamagedError(UsageLogError):
    """The file is no database, or one whose pages contradict each other."""


class UsageLogNewerError(UsageLogError):
    """A newer version of the program wrote the file; it is left alone."""


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn errors of SQLite and the system inside the block into ours.

    Raises:
        UsageLogDamagedError: The file at ``path`` is damaged.
        UsageLogError: It cannot be read or written for another reason.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise _explained(path, error) from error
    except OSError as error:
        raise _shut(path, error.strerror or "the system refused") from error


def damaged(path: Path) -> UsageLogDamagedError:
    """Return the error for a damaged file."""
    return UsageLogDamagedError(
        f"The usage log {path} is damaged.",
        hint="The next “assist run” sets it aside and begins a new one.",
    )


def newer(path: Path) -> UsageLogNewerError:
    """Return the error for a file of a newer format."""
    return UsageLogNewerError(
        f"The usage log {path} was written by a newer version of Assist.",
        hint="Update Assist, or move the file away to begin a new log.",
    )


def _explained(path: Path, error: sqlite3.Error) -> UsageLogError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # without the extension
    if code in _DAMAGED:
        return damaged(path)
    if code in _FULL:
        return UsageLogError(
            f"The usage log {path} cannot be written: the disk is full or failing.",
            hint="Free some space there.",
        )
    if code in _BUSY:
        return UsageLogError(
            f"The usage log {path} is locked by another program.",
            hint="Close the program that has the file open.",
        )
    if code in _SHUT:
        return _shut(path, "permission is missing")
    name = getattr(error, "sqlite_errorname", type(error).__name__)
    return UsageLogError(
        f"The usage log {path} cannot be used ({name}).",
        hint="Move the file away to begin a new log.",
    )


def _shut(path: Path, reason: str) -> UsageLogError:
    return UsageLogError(
        f"The usage log {path} cannot be opened: {reason}.",
        hint="Make its folder writable, or set ASSIST_HOME to a folder that is.",
    )
