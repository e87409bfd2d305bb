"""The team's sums merged in SQLite: enough for some hundreds of agents."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import repeat
from pathlib import Path

from assist.errors import InputError
from assist.reports.team_figures import TeamFigures
from assist.reports.team_queries import team_figures
from assist.review.handover import ACTIONS, HandOver, parse

# What no query asks for is not stored.
_ACTIONS = tuple(each for each in ACTIONS if each not in ("cleared", "unknown"))
_COUNTS = ", ".join(f"{action.value} INTEGER" for action in _ACTIONS)
_RULE, _PACK, _CATEGORY, _FIRST_COUNT = 0, 1, 3, 4
_STORED = (
    *(_RULE, _PACK, _CATEGORY),
    *(_FIRST_COUNT + ACTIONS.index(action) for action in _ACTIONS),
)
# Sorting some hundred thousand rows in the 2 MB of the default goes over the disk.
_TABLES = f"""
PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -65536;
CREATE TABLE shifts (id INTEGER PRIMARY KEY, agent INTEGER, team TEXT, day TEXT);
CREATE TABLE sums (id INTEGER, rule TEXT, pack TEXT, category TEXT, {_COUNTS});
CREATE TABLE hour_sums (id INTEGER, hour INTEGER, sent INTEGER, clean INTEGER,
    cleared INTEGER, unknown INTEGER, high INTEGER, medium INTEGER, low INTEGER);
"""
_ADD_SHIFT = "INSERT INTO shifts VALUES (?, ?, ?, ?)"
_ADD_RULE = f"INSERT INTO sums VALUES ({', '.join('?' * (1 + len(_STORED)))})"  # noqa: S608  a constant
_ADD_HOUR = f"INSERT INTO hour_sums VALUES ({', '.join('?' * 9)})"  # noqa: S608  a constant
# Views: to sort the rows once more by rule and agent would save no time.
_VIEWS = """
CREATE VIEW rules AS SELECT agent, team, day, sums.* FROM sums JOIN shifts USING (id);
CREATE VIEW hours AS
SELECT agent, team, hour_sums.* FROM hour_sums JOIN shifts USING (id);
"""


def summaries_in(folder: Path) -> Iterator[HandOver]:
    """Yield every summary in ``folder`` and below, in no certain order.

    Raises:
        InputError: A file is not in its form, or cannot be read.
    """
    for path in sorted(folder.rglob("*.json")):
        try:
            content = path.read_bytes()
        except OSError as error:
            raise InputError(
                f"The file {path.name} cannot be read: {error.strerror}."
            ) from error
        yield parse(content, name=path.name)


def from_summaries(summaries: Iterable[HandOver]) -> TeamFigures:
    """Merge summaries; of a shift that is in several files the latest holds.

    Raises:
        InputError: They come from fewer than five agents.
    """
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(_TABLES)
        merging = _Merging(connection)
        for handed in summaries:
            merging.add(handed)
        connection.executescript(_VIEWS)
        return team_figures(
            lambda sql, values: connection.execute(sql, values).fetchall()
        )


class _Merging:
    """Takes one summary after the other, so that only one is in memory."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._agents: dict[str, int] = {}
        self._known: dict[tuple[int, int], tuple[int, int]] = {}

    def add(self, handed: HandOver) -> None:
        """Add the shifts of one file that no later file has."""
        agent = self._agents.setdefault(handed.agent, len(self._agents))
        for shift in handed.shifts:
            made_ms, before = self._known.get((agent, shift.shift_id), (-1, 0))
            if made_ms > handed.made_ms:
                continue
            if before:
                self._forget(before)
            number = before or len(self._known) + 1
            self._known[agent, shift.shift_id] = (handed.made_ms, number)
            put = self._connection
            put.execute(_ADD_SHIFT, (number, agent, handed.team, shift.day))
            put.executemany(_ADD_RULE, _numbered(number, shift.rules, _STORED))
            put.executemany(_ADD_HOUR, _numbered(number, shift.hours, range(8)))

    def _forget(self, number: int) -> None:
        for table in ("shifts", "sums", "hour_sums"):
            self._connection.execute(
                f"DELETE FROM {table} WHERE id = ?",  # noqa: S608  constants
                [number],
            )


def _numbered(
    number: int, rows: Sequence[Sequence[str | int]], columns: Iterable[int]
) -> Iterable[tuple[str | int, ...]]:
    """Put ``number`` before some columns of each row; by column, which is faster."""
    turned = tuple(zip(*rows, strict=True))
    if not turned:
        return ()
    return zip(repeat(number), *(turned[place] for place in columns), strict=False)
