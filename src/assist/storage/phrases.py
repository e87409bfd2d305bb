"""The phrase list as one SQLite file: built from its text, opened read-only.

A built file is never written again, so readers open it as immutable and take
no lock.  A digest of its content tells a damaged file from a good one.
"""

import contextlib
import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from sqlite_utils import Database

from assist.errors import PhraseListError
from assist.model.rule import RuleSet
from assist.model.standard import StandardPhrase
from assist.storage.phrase_source import PhraseSource
from assist.storage.phrase_tables import rule_set, standard_phrases, table_rows
from assist.storage.schema_phrases import APPLICATION_ID, FORMAT, MIGRATIONS

_REBUILD = "Build it again with: assist phrases build SOURCE -o FILE.db"
_UPDATE = "Update Assist, or build the list again with this version."
_CONTENT = (
    "SELECT * FROM rules ORDER BY position",
    "SELECT * FROM wordings ORDER BY rule_id, role, position",
    "SELECT * FROM replacements ORDER BY rule_id, position",
    "SELECT * FROM standard_phrases ORDER BY position",
    "SELECT * FROM word_classes ORDER BY name, position",
    "SELECT * FROM properties WHERE name <> 'digest' ORDER BY name",
)


def build(source: PhraseSource, target: Path) -> None:
    """Write ``source`` to the SQLite file ``target``, replacing it at once.

    The same source gives the same file.  Readers of an old ``target`` are not
    disturbed; when anything fails, ``target`` is as it was.

    Raises:
        PhraseListError: The file cannot be written.
    """
    try:
        handle, name = tempfile.mkstemp(".part", f".{target.name}-", target.parent)
        os.close(handle)
        scratch = Path(name)
        try:
            _fill(scratch, source)
            scratch.chmod(0o644)
            scratch.replace(target)
        finally:
            scratch.unlink(missing_ok=True)
    except (OSError, sqlite3.Error) as error:
        message = f"The phrase list {target.name} cannot be written."
        hint = "Check that its folder exists, may be written to and has space."
        raise PhraseListError(message, hint=hint) from error


class SqlitePhraseStore:
    """A built phrase list; implements ``ports.PhraseStore``."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> RuleSet:
        """Return all rules, also those that are off by default.

        Raises:
            PhraseListError: Missing, damaged, or of a newer format.
        """
        with self._opened() as connection:
            return rule_set(connection)

    def standard_phrases(self) -> tuple[StandardPhrase, ...]:
        """Return the compliant sentences in the order of the list.

        Raises:
            PhraseListError: Missing, damaged, or of a newer format.
        """
        with self._opened() as connection:
            return standard_phrases(connection)

    @contextlib.contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        name = self._path.name
        if not self._path.is_file():
            raise PhraseListError(f"There is no phrase list {name}.", hint=_REBUILD)
        uri = f"{self._path.absolute().as_uri()}?mode=ro&immutable=1"
        try:
            with contextlib.closing(sqlite3.connect(uri, uri=True)) as connection:
                connection.row_factory = sqlite3.Row
                self._check(connection)
                yield connection
        except (sqlite3.Error, ValueError, KeyError) as error:
            message = f"The phrase list {name} is damaged."
            raise PhraseListError(message, hint=_REBUILD) from error

    def _check(self, connection: sqlite3.Connection) -> None:
        name = self._path.name
        (mark,) = connection.execute("PRAGMA application_id").fetchone()
        (form,) = connection.execute("PRAGMA user_version").fetchone()
        if mark != APPLICATION_ID:
            message = f"{name} is a database, but not a phrase list."
            raise PhraseListError(message, hint=_REBUILD)
        if form != FORMAT:
            age = "newer" if form > FORMAT else "older"
            message = f"The phrase list {name} has a {age} format ({form})."
            raise PhraseListError(message, hint=_UPDATE)
        stored = connection.execute(
            "SELECT value FROM properties WHERE name = 'digest'"
        ).fetchone()
        if stored is None or stored[0] != _digest(connection):
            message = f"The phrase list {name} is damaged."
            raise PhraseListError(message, hint=_REBUILD)


def _fill(path: Path, source: PhraseSource) -> None:
    database = Database(path)
    try:
        database.execute("PRAGMA journal_mode = delete")
        MIGRATIONS.apply(database)
        # The time of building would make two builds differ.
        database.execute("UPDATE _sqlite_migrations SET applied_at = ''")
        for table, rows in table_rows(source):
            database.table(table).insert_all(rows)
        digest = {"name": "digest", "value": _digest(database.conn)}
        database.table("properties").insert(digest)
        database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        database.execute(f"PRAGMA user_version = {FORMAT}")
        database.conn.commit()
    finally:
        database.close()


def _digest(connection: sqlite3.Connection) -> str:
    """Hash the content of all tables, whatever the row factory."""
    content = hashlib.sha256()
    for query in _CONTENT:
        for row in connection.execute(query):
            content.update(repr(tuple(row)).encode())
    return content.hexdigest()
