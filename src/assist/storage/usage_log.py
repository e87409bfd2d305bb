"""The usage log: what happened during a shift, in a SQLite file of the user's own."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from sqlite_utils import Database

from assist.model.usage import UsageRecord
from assist.ports import Clock
from assist.storage.folders import make_private
from assist.storage.usage_faults import (
    UsageLogDamagedError,
    damaged,
    newer,
    translated,
)
from assist.storage.usage_schema import APPLICATION_ID, FORMAT, MIGRATIONS

MS_PER_DAY = 86_400_000
_LOCK_WAIT_S = 2.0
_SIDE_FILES = ("", "-wal", "-shm")
# Four times as fast as Table.insert_all, which looks at the schema every time:
# p50 0.025 against 0.11 ms, p99 0.16 against 3 ms, one record each, 5,000 records.
_ADD_EVENT = """
INSERT INTO events (at_ms, action, rule_id, severity, category, app, channel,
    reaction_ms, latency_ms)
VALUES (:at_ms, :action, :rule_id, :severity, :category, :app, :channel,
    :reaction_ms, :latency_ms)
"""
_ADD_COUNT = """
INSERT INTO swallowed (kind, count, last_ms) VALUES (?, ?, ?)
ON CONFLICT (kind) DO UPDATE SET
    count = count + excluded.count, last_ms = excluded.last_ms
"""


class SqliteUsageLog:
    """A usage log in one file; belongs to the thread that opened it.

    Every call to :meth:`add` is one transaction in WAL mode with
    ``synchronous=NORMAL``: what was added survives the end of the process, the
    last moments may not survive a power cut.

    A damaged file is set aside under another name, never deleted, and a new
    log begun; ``set_aside`` then names the damaged one.

    Args:
        path: The file; it and its folder are made for this user alone.
        keep_days: Older records are deleted when the log is opened, and daily.

    Raises:
        UsageLogNewerError: A newer version of the program wrote the file.
        UsageLogError: The file cannot be opened or written.
    """

    def __init__(self, path: Path, *, keep_days: int, clock: Clock) -> None:
        self._path = path
        self._keep_ms = keep_days * MS_PER_DAY
        self._clock = clock
        self.set_aside: Path | None = None
        try:
            self._db = self._opened()
        except UsageLogDamagedError:
            self._begin_anew()

    def add(self, records: Iterable[UsageRecord]) -> None:
        """Store ``records`` in one transaction: all of them or none.

        Raises:
            UsageLogError: None was stored.
        """
        rows = [_row(record) for record in records]
        self._write(lambda: self._db.conn.executemany(_ADD_EVENT, rows))

    def count_swallowed(self, counts: Mapping[str, int]) -> None:
        """Add to how often each kind of error was put up with.

        Raises:
            UsageLogError: The counts could not be stored.
        """
        now = self._clock.epoch_ms()
        rows = [(kind, count, now) for kind, count in counts.items()]
        self._write(lambda: self._db.conn.executemany(_ADD_COUNT, rows))

    def close(self) -> None:
        """Close the file.  May be repeated."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def _write(self, write: Callable[[], object]) -> None:
        try:
            self._transact(write)
        except UsageLogDamagedError:
            self.close()
            self._begin_anew()
            self._transact(write)

    def _transact(self, write: Callable[[], object]) -> None:
        with translated(self._path), self._db.atomic():
            if self._clock.epoch_ms() - self._pruned_ms > MS_PER_DAY:
                self._prune(self._db)
            write()

    def _begin_anew(self) -> None:
        self.set_aside = _set_aside(self._path, self._clock.epoch_ms())
        self._db = self._opened()

    def _opened(self) -> Database:
        with translated(self._path):
            make_private(self._path.parent)
            _make_private_file(self._path)
            connection = sqlite3.connect(self._path, timeout=_LOCK_WAIT_S)
            try:
                return self._prepared(connection)
            except BaseException:
                connection.close()
                raise

    def _prepared(self, connection: sqlite3.Connection) -> Database:
        check_format(connection, self._path)
        db = Database(connection, execute_plugins=False)
        db.execute("PRAGMA journal_mode=WAL")
        db.execute("PRAGMA synchronous=NORMAL")
        if db.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise damaged(self._path)
        MIGRATIONS.apply(db)
        db.execute(f"PRAGMA application_id={APPLICATION_ID}")
        db.execute(f"PRAGMA user_version={FORMAT}")
        self._prune(db)
        return db

    def _prune(self, db: Database) -> None:
        """Delete what is older than the user keeps."""
        self._pruned_ms = self._clock.epoch_ms()
        oldest = self._pruned_ms - self._keep_ms
        with db.atomic():
            db.execute("DELETE FROM events WHERE at_ms < ?", [oldest])
            db.execute("DELETE FROM swallowed WHERE last_ms < ?", [oldest])


def check_format(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file that another version or another program wrote.

    Raises:
        UsageLogNewerError: The format is newer than ours.
        UsageLogDamagedError: It is a database, but no usage log.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (owner,) = connection.execute("PRAGMA application_id").fetchone()
    if owner not in (0, APPLICATION_ID):
        raise damaged(path)
    if version > FORMAT:
        raise newer(path)


def _row(record: UsageRecord) -> dict[str, Any]:
    return {
        "at_ms": record.at_ms,
        "action": record.action.value,
        "rule_id": _storable(record.rule_id),
        "severity": _storable(record.severity),
        "category": _storable(record.category),
        "app": _storable(record.app),
        "channel": _storable(record.channel),
        "reaction_ms": record.reaction_ms,
        "latency_ms": record.latency_ms,
    }


def _storable(text: str) -> str:
    """Replace lone surrogates, which a window's name may hold and SQLite refuses."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _make_private_file(path: Path) -> None:
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    if path.stat().st_mode & 0o077:
        path.chmod(0o600)


def _set_aside(path: Path, now_ms: int) -> Path:
    stamp = datetime.fromtimestamp(now_ms / 1000, UTC).strftime("%Y%m%dT%H%M%S%fZ")
    target = path.with_name(f"{path.stem}.damaged-{stamp}{path.suffix}")
    with translated(path):
        for side in _SIDE_FILES:
            source = Path(f"{path}{side}")
            if source.exists():
                source.rename(f"{target}{side}")
    return target
