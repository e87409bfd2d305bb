"""The team's sums from single events on DuckDB, for thousands of agents.

An optional extra (``agent-assist[team]``).  The events are CSV as agents hand them
over, or Parquet, which :func:`to_parquet` makes of them.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from assist.errors import InputError
from assist.model.usage import Action
from assist.reports.team_figures import TeamFigures
from assist.reports.team_queries import team_figures

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# Leaves room for Python beside it within 500 MB.
_MEMORY = "300MB"
_COLUMNS = {
    "agent": "VARCHAR",
    "team": "VARCHAR",
    "shift": "INTEGER",
    "day": "VARCHAR",
    "hour": "INTEGER",
    "rule_id": "VARCHAR",
    "pack_version": "VARCHAR",
    "severity": "VARCHAR",
    "category": "VARCHAR",
    "action": "VARCHAR",
}
_COUNTS = ", ".join(
    f"count(*) FILTER (action = '{action}') AS {action.value}" for action in Action
)
_RULES = f"""
CREATE TABLE rules AS
SELECT agent, team, rule_id AS rule, pack_version AS pack, min(day) AS day,
    max(category) AS category, {_COUNTS}
FROM events WHERE rule_id != '' GROUP BY agent, team, rule_id, pack_version
"""  # noqa: S608  constants
_SHIFTS = """
CREATE TABLE shifts AS
SELECT agent, team, min(day) AS day FROM events GROUP BY agent, team, shift
"""
_HOURS = """
CREATE TABLE hours AS
SELECT agent, team, hour,
    count(*) FILTER (rule_id = '' AND action = 'sent') AS sent,
    count(*) FILTER (rule_id = '' AND action = 'sent' AND severity = '') AS clean,
    count(*) FILTER (rule_id = '' AND action = 'cleared') AS cleared,
    count(*) FILTER (rule_id = '' AND action = 'unknown') AS unknown,
    count(*) FILTER (rule_id != '' AND action = 'shown' AND severity = 'high')
        AS high,
    count(*) FILTER (rule_id != '' AND action = 'shown' AND severity = 'medium')
        AS medium,
    count(*) FILTER (rule_id != '' AND action = 'shown'
        AND severity NOT IN ('high', 'medium')) AS low
FROM events GROUP BY agent, team, hour
"""
_COPY = """
COPY (SELECT * FROM events ORDER BY agent, day, shift) TO '{target}'
(FORMAT parquet, COMPRESSION zstd)
"""


def from_events(folder: Path) -> TeamFigures:
    """Add up every event file in ``folder`` and below.

    Raises:
        InputError: DuckDB is not installed, a file is not in its form, or the
            events come from fewer than five agents.
    """
    with _events(folder) as connection:
        for table in (_SHIFTS, _RULES, _HOURS):
            connection.execute(table)

        def ask(sql: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
            return connection.execute(sql, list(values)).fetchall()

        return team_figures(ask)


def to_parquet(folder: Path, target: Path) -> int:
    """Write every event file in ``folder`` into one Parquet file; return the events.

    Raises:
        InputError: As :func:`from_events`; or ``target`` cannot be written.
    """
    with _events(folder) as connection:
        found = connection.execute(_COPY.format(target=_quoted(target))).fetchone()
        return int(found[0]) if found else 0


@contextmanager
def _events(folder: Path) -> Iterator["DuckDBPyConnection"]:
    """Open a database in memory that sees the events as a view."""
    try:
        import duckdb
    except ImportError as error:
        raise InputError(
            "Reports from single events need DuckDB, which is not installed.",
            hint="Install it with: pip install 'agent-assist[team]'",
        ) from error
    sources = _sources(folder)
    if not sources:
        raise InputError(
            f"There is no file of events in {folder}.",
            hint="Events are .parquet or .csv; summaries (.json) need no --events.",
        )
    options: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": _MEMORY,
        "preserve_insertion_order": False,
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
    }
    # What does not fit is put there and gone afterwards; else beside the lead's files.
    with TemporaryDirectory() as spilled:
        options["temp_directory"] = spilled
        connection = duckdb.connect(":memory:", config=options)
        try:
            connection.execute(f"CREATE VIEW events AS {' UNION ALL '.join(sources)}")
            yield connection
        except duckdb.Error as error:
            raise InputError(
                "A file of events cannot be read.",
                hint="Take out what is no file of events; see docs/review.md.",
            ) from error
        finally:
            connection.close()


def _sources(folder: Path) -> list[str]:
    """Return a query for the Parquet files and one for the CSV files there are."""
    columns = ", ".join(
        f"coalesce({name}, '') AS {name}" if kind == "VARCHAR" else name
        for name, kind in _COLUMNS.items()
    )
    kinds = ", ".join(f"'{name}': '{kind}'" for name, kind in _COLUMNS.items())
    readers = {
        "parquet": "read_parquet({files})",
        "csv": f"read_csv({{files}}, header=true, delim=',', columns={{{{{kinds}}}}})",
    }
    found = []
    for ending, reader in readers.items():
        paths = sorted(folder.rglob(f"*.{ending}"))
        if paths:
            files = ", ".join(f"'{_quoted(path)}'" for path in paths)
            source = reader.format(files=f"[{files}]")
            found.append(f"SELECT {columns} FROM {source}")  # noqa: S608  quoted
    return found


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
