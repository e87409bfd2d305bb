"""The usage log opened for reading; looking at it changes nothing in it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from assist.review.selection import Selection, Stretch
from assist.review.shifts import ShiftSpan
from assist.storage.network_folder import on_network
from assist.storage.usage_faults import damaged, translated
from assist.storage.usage_file import check_format, open_file
from assist.storage.usage_schema import FORMAT
from assist.storage.usage_shifts import shift_span

_LOCK_WAIT_S = 2.0
_ANY = "EXISTS (SELECT 1 FROM hour_sums WHERE shift_id = shifts.id AND n > 0)"
_NOT_EMPTY = f"SELECT * FROM shifts WHERE {_ANY} ORDER BY id"  # noqa: S608  as below
_CHOSEN = {
    Stretch.LAST: f"SELECT id FROM shifts ORDER BY {_ANY} DESC, id DESC LIMIT 1",  # noqa: S608  constants
    Stretch.DAYS: "SELECT id FROM shifts WHERE began_ms >= :first AND began_ms < :last",
    Stretch.ONE: "SELECT id FROM shifts WHERE id = :id",
    Stretch.ALL: "SELECT id FROM shifts",
}


@dataclass(frozen=True, slots=True)
class LogState:
    """How a usage log is doing, without a word of what is in it.

    Attributes:
        events: Number of events; 0 when there is no file yet.
        swallowed: Kind of error and how often it was put up with.
        set_aside: Damaged logs that were set aside beside it, oldest first.
        on_network: The file is on another machine: slower, and safe only
            while one machine uses it.
    """

    events: int
    swallowed: tuple[tuple[str, int], ...]
    set_aside: tuple[Path, ...]
    on_network: bool = False


def inspect(path: Path) -> LogState:
    """Look at a log as ``assist doctor`` shows it; changes nothing.

    Raises:
        UsageLogError: The file is damaged, locked, unreadable or of a newer
            format.
    """
    with translated(path):
        aside = tuple(sorted(path.parent.glob(f"{path.stem}.damaged-*{path.suffix}")))
    remote = on_network(path.parent)
    if not begun(path):
        return LogState(0, (), aside, remote)
    with reading(path, migrated=False) as connection:
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise damaged(path)
        (events,) = connection.execute("SELECT count(*) FROM events").fetchone()
        swallowed = connection.execute(
            "SELECT kind, count FROM swallowed ORDER BY count DESC, kind"
        )
        return LogState(events, tuple(swallowed), aside, remote)


def read_shifts(path: Path) -> tuple[ShiftSpan, ...]:
    """Return every shift in which anything happened, oldest first.

    Raises:
        UsageLogError: As :func:`inspect`.
    """
    if not begun(path):
        return ()
    with reading(path) as connection:
        return spans(connection, _NOT_EMPTY)


def begun(path: Path) -> bool:
    """Tell whether there is a log yet.

    Raises:
        UsageLogError: Its folder cannot be looked into.
    """
    with translated(path):
        return path.exists() and path.stat().st_size > 0


@contextmanager
def reading(path: Path, *, migrated: bool = True) -> Iterator[sqlite3.Connection]:
    """Open the log read-only.

    Args:
        path: A log that has begun.
        migrated: First bring a log of an older format up to date.

    Raises:
        UsageLogError: As :func:`inspect`; also for what the block runs into.
    """
    with translated(path):
        uri = f"file:{quote(str(path))}?mode=ro"
        with closing(
            sqlite3.connect(uri, uri=True, timeout=_LOCK_WAIT_S)
        ) as connection:
            check_format(connection, path)
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if migrated and version < FORMAT:
                open_file(path).db.close()
            yield connection


def choose(connection: sqlite3.Connection, selection: Selection) -> None:
    """Put the numbers of the selected shifts into a temporary table ``chosen``."""
    values: dict[str, int] = {"id": selection.shift_id}
    if selection.stretch is Stretch.DAYS:
        values["first"], values["last"] = selection.bounds_ms()
    connection.execute("CREATE TEMP TABLE chosen (id INTEGER PRIMARY KEY)")
    found = connection.execute(_CHOSEN[selection.stretch], values).fetchall()
    connection.executemany("INSERT INTO chosen VALUES (?)", found)


def spans(connection: sqlite3.Connection, query: str) -> tuple[ShiftSpan, ...]:
    """Return the rows of a query on the table of shifts as values."""
    cursor = connection.execute(query)
    names = [column[0] for column in cursor.description]
    return tuple(shift_span(dict(zip(names, row, strict=True))) for row in cursor)
