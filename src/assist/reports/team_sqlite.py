"""The team's sums merged in SQLite: enough for some hundreds of agents."""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import groupby
from operator import add
from pathlib import Path

from assist.errors import InputError
from assist.model.usage import Action
from assist.reports.team_figures import TeamFigures
from assist.reports.team_queries import team_figures
from assist.review.handover import HandOver, ShiftSums, parse

_COUNTS = ", ".join(f"{action.value} INTEGER" for action in Action)
_TABLES = f"""
PRAGMA temp_store = MEMORY;
CREATE TABLE shifts (agent INTEGER, team TEXT, day TEXT);
CREATE TABLE rules (agent INTEGER, team TEXT, rule TEXT, pack TEXT, day TEXT,
    category TEXT, {_COUNTS});
CREATE TABLE hours (agent INTEGER, team TEXT, hour INTEGER, sent INTEGER,
    clean INTEGER, cleared INTEGER, unknown INTEGER, high INTEGER, medium INTEGER,
    low INTEGER);
"""
_ADD_SHIFT = "INSERT INTO shifts VALUES (?, ?, ?)"
_ADD_RULE = f"INSERT INTO rules VALUES ({', '.join('?' * (6 + len(Action)))})"  # noqa: S608  a constant
_ADD_HOUR = f"INSERT INTO hours VALUES ({', '.join('?' * 10)})"  # noqa: S608  a constant
_AGENT = re.compile(rb'"agent": ?"([0-9a-f]+)"')
_HEAD = 1024  # bytes of a file within which its agent stands

_Counted = tuple[str, ShiftSums]
"""A team, and a shift that was handed over under its name."""

_Key = tuple[str | int, ...]
"""Team, rule and version; or team and hour."""


def summaries_in(folder: Path) -> Iterator[HandOver]:
    """Yield every summary in ``folder`` and below, those of an agent together.

    Raises:
        InputError: A file is not in its form, or cannot be read.
    """
    paths = sorted(folder.rglob("*.json"))
    for path in sorted(paths, key=_agent_in):
        yield parse(_content(path), name=path.name)


def from_summaries(summaries: Iterable[HandOver]) -> TeamFigures:
    """Merge summaries; of a shift that is in several files the latest holds.

    Args:
        summaries: Those of an agent follow each other; only they are in memory
            at the same time.

    Raises:
        InputError: They come from fewer than five agents, or those of an agent
            do not follow each other.
    """
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(_TABLES)
        seen: set[str] = set()
        for agent, files in groupby(summaries, key=lambda handed: handed.agent):
            if agent in seen:
                raise InputError(
                    f"The summaries of agent {agent[:12]} do not follow each other.",
                    hint="One of them was changed by hand: take it out.",
                )
            _add(connection, len(seen), _counted(files))
            seen.add(agent)
        return team_figures(
            lambda sql, values: connection.execute(sql, values).fetchall()
        )


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            f"The file {path.name} cannot be read: {error.strerror}."
        ) from error


def _agent_in(path: Path) -> str:
    """Return the agent of a file from its first line, else by reading it all."""
    content = _content(path)
    found = _AGENT.search(content, 0, _HEAD)
    return found[1].decode() if found else parse(content, name=path.name).agent


def _counted(files: Iterable[HandOver]) -> list[_Counted]:
    """Return each shift of one agent once, as the latest file has it."""
    latest: dict[int, tuple[int, _Counted]] = {}
    for handed in files:
        for shift in handed.shifts:
            made_ms, _ = latest.get(shift.shift_id, (-1, None))
            if made_ms <= handed.made_ms:
                latest[shift.shift_id] = handed.made_ms, (handed.team, shift)
    return [counted for _, counted in latest.values()]


def _add(connection: sqlite3.Connection, agent: int, counted: list[_Counted]) -> None:
    """Add an agent's shifts up by team, rule, version and hour, and store that.

    In Python, since it halves the rows that SQLite has to sort six times.
    """
    rules: dict[_Key, Sequence[str | int]] = {}
    about: dict[_Key, tuple[str, str | int]] = {}
    hours: dict[_Key, Sequence[int]] = {}
    shifts = sorted((shift.day, team) for team, shift in counted)
    for team, shift in sorted(counted, key=lambda each: each[1].day):
        for row in shift.rules:
            key, counts = (team, row[0], row[1]), row[4:]
            known = rules.get(key)
            if known:
                rules[key] = tuple(map(add, known, counts))
            else:
                rules[key], about[key] = counts, (shift.day, row[3])
        for hour, *sums in shift.hours:
            before = hours.get((team, hour))
            hours[team, hour] = tuple(map(add, before, sums)) if before else sums
    connection.executemany(_ADD_SHIFT, ((agent, team, day) for day, team in shifts))
    connection.executemany(
        _ADD_RULE,
        ((agent, *key, *about[key], *counts) for key, counts in rules.items()),
    )
    connection.executemany(
        _ADD_HOUR, ((agent, *key, *sums) for key, sums in hours.items())
    )
