"""What agents said about findings: a small SQLite file of its own beside the log.

It is apart from the log because it may hold words: the clauses an agent attached
on purpose.  Those are deleted for good once they were exported.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from assist.errors import StoreError
from assist.model.answer import GivenClause, GivenReason, IgnoreReason
from assist.storage.folders import make_private

_WAIT_S = 2.0
_TABLES = """
CREATE TABLE IF NOT EXISTS reasons (
    at_ms INTEGER NOT NULL, rule_id TEXT NOT NULL, pack_version TEXT NOT NULL,
    reason TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS clauses (
    at_ms INTEGER NOT NULL, rule_id TEXT NOT NULL, pack_version TEXT NOT NULL,
    text TEXT NOT NULL);
"""


class SqliteAnswers:
    """One file, opened for each call, which is rare; any thread may call.

    Args:
        path: The file; made for this user alone when first written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def add_reason(self, given: GivenReason) -> None:
        """Store a reason.

        Raises:
            StoreError: The file cannot be written.
        """
        row = (given.at_ms, given.rule_id, given.pack_version, given.reason.value)
        with self._open() as connection:
            connection.execute("INSERT INTO reasons VALUES (?, ?, ?, ?)", row)

    def add_clause(self, given: GivenClause) -> None:
        """Store an attached clause.

        Raises:
            StoreError: The file cannot be written.
        """
        text = given.text.encode("utf-8", "replace").decode("utf-8")
        row = (given.at_ms, given.rule_id, given.pack_version, text)
        with self._open() as connection:
            connection.execute("INSERT INTO clauses VALUES (?, ?, ?, ?)", row)

    def reasons(self) -> tuple[GivenReason, ...]:
        """Return all reasons, the oldest first.

        Raises:
            StoreError: The file cannot be read.
        """
        rows = self._rows("SELECT at_ms, rule_id, pack_version, reason FROM reasons")
        return tuple(
            GivenReason(
                at_ms=at, rule_id=rule, pack_version=pack, reason=IgnoreReason(reason)
            )
            for at, rule, pack, reason in rows
        )

    def clauses(self) -> tuple[GivenClause, ...]:
        """Return the clauses that wait to be exported, the oldest first.

        Raises:
            StoreError: The file cannot be read.
        """
        rows = self._rows("SELECT at_ms, rule_id, pack_version, text FROM clauses")
        return tuple(
            GivenClause(at_ms=at, rule_id=rule, pack_version=pack, text=text)
            for at, rule, pack, text in rows
        )

    def delete_clauses(self, exported: tuple[GivenClause, ...]) -> None:
        """Delete clauses for good: their pages are overwritten.

        Raises:
            StoreError: The file cannot be written.
        """
        rows = [(each.at_ms, each.rule_id) for each in exported]
        with self._open() as connection:
            connection.executemany(
                "DELETE FROM clauses WHERE at_ms = ? AND rule_id = ?", rows
            )

    def _rows(self, query: str) -> list[tuple[int, str, str, str]]:
        if not self._path.exists():
            return []
        with self._open() as connection:
            return connection.execute(f"{query} ORDER BY rowid").fetchall()

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """Open the file for one transaction.

        Raises:
            StoreError: SQLite or the system refuses; quotes nothing stored.
        """
        try:
            make_private(self._path.parent)
            os.close(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600))
            with closing(sqlite3.connect(self._path, timeout=_WAIT_S)) as connection:
                connection.execute("PRAGMA secure_delete = ON")
                connection.executescript(_TABLES)
                with connection:
                    yield connection
        except (sqlite3.Error, OSError, ValueError) as error:
            raise StoreError(
                f"The answers in {self._path} cannot be read or written.",
                hint="Check space and rights, or move the file away to begin anew.",
            ) from error
