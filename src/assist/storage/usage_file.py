"""The file of the usage log: opened, made private, and set aside when damaged."""

import os
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from assist.storage.folders import make_private
from assist.storage.network_folder import on_network
from assist.storage.usage_faults import damaged, newer, translated
from assist.storage.usage_schema import APPLICATION_ID, FORMAT, MIGRATIONS

_LOCK_WAIT_S = 2.0
_SIDE_FILES = ("", "-wal", "-shm", "-journal")
# A transaction touches about 8 pages; at SQLite's 1,000 one insert in 125 would
# pay for a checkpoint, which is what the 99th percentile then shows.
_CHECKPOINT_PAGES = 4000


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """An open usage log.

    Attributes:
        journal: ``wal``; ``delete`` on a network file system.
    """

    db: Database
    journal: str


def open_file(path: Path) -> OpenedFile:
    """Open the log at ``path``, made for this user alone; of the current format.

    Raises:
        UsageLogDamagedError: It is no usage log, or a damaged one.
        UsageLogNewerError: A newer version of the program wrote the file.
        UsageLogError: The file cannot be opened or written.
    """
    with translated(path):
        make_private(path.parent)
        _make_private_file(path)
        connection = sqlite3.connect(path, timeout=_LOCK_WAIT_S)
        try:
            return _prepared(connection, path)
        except BaseException:
            connection.close()
            raise


def set_aside(path: Path, *, now_ms: int) -> Path:
    """Rename a damaged log and its side files; return the new name.

    Raises:
        UsageLogError: It cannot be renamed.
    """
    stamp = datetime.fromtimestamp(now_ms / 1000, UTC).strftime("%Y%m%dT%H%M%S%fZ")
    target = path.with_name(f"{path.stem}.damaged-{stamp}{path.suffix}")
    with translated(path):
        for side in _SIDE_FILES:
            source = Path(f"{path}{side}")
            if source.exists():
                source.rename(f"{target}{side}")
    return target


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


def _prepared(connection: sqlite3.Connection, path: Path) -> OpenedFile:
    check_format(connection, path)
    db = Database(connection, execute_plugins=False)
    journal = _journal(db, path.parent)
    if db.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise damaged(path)
    MIGRATIONS.apply(db)
    db.execute(f"PRAGMA application_id={APPLICATION_ID}")
    db.execute(f"PRAGMA user_version={FORMAT}")
    return OpenedFile(db, journal)


def _journal(db: Database, folder: Path) -> str:
    """Choose how a transaction is made safe; return what SQLite then says it is.

    WAL with NORMAL survives the end of the process; the last moments may not
    survive a power cut.  The rollback journal needs FULL for as much.
    """
    remote = on_network(folder)
    wanted, safety = ("DELETE", "FULL") if remote else ("WAL", "NORMAL")
    (journal,) = db.execute(f"PRAGMA journal_mode={wanted}").fetchone()
    db.execute(f"PRAGMA synchronous={safety}")
    db.execute(f"PRAGMA wal_autocheckpoint={_CHECKPOINT_PAGES}")
    return str(journal)


def _make_private_file(path: Path) -> None:
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    if path.stat().st_mode & 0o077:
        path.chmod(0o600)
