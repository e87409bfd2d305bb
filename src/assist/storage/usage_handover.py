"""Handing sums over to the lead, and deleting shifts: both the agent's own doing."""

import csv
import io
import secrets
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from assist.errors import UsageLogError
from assist.model.usage import Action
from assist.review.handover import ACTIONS, HandOver, ShiftSums
from assist.review.selection import Selection
from assist.review.shifts import ShiftSpan
from assist.storage.usage_faults import translated
from assist.storage.usage_file import open_file
from assist.storage.usage_reading import begun, choose, reading, spans

EVENT_COLUMNS = (
    *("agent", "team", "shift", "day", "hour", "rule_id", "pack_version"),
    *("severity", "category", "action"),
)
_AGENT = "agent"
_CHOSEN = "SELECT * FROM shifts WHERE id IN (SELECT id FROM chosen) ORDER BY id"
_RULES = """
SELECT rule_id, pack_version, max(severity), max(category), action, sum(n)
FROM rule_sums WHERE shift_id = ? AND n > 0
GROUP BY rule_id, pack_version, action ORDER BY rule_id, pack_version
"""
_HOURS = """
SELECT hour,
    coalesce(sum(n) FILTER (WHERE whole AND action = 'sent'), 0),
    coalesce(sum(n) FILTER (WHERE whole AND action = 'sent' AND severity = ''), 0),
    coalesce(sum(n) FILTER (WHERE whole AND action = 'cleared'), 0),
    coalesce(sum(n) FILTER (WHERE whole AND action = 'unknown'), 0),
    coalesce(sum(n) FILTER (WHERE NOT whole AND action = 'shown'
        AND severity = 'high'), 0),
    coalesce(sum(n) FILTER (WHERE NOT whole AND action = 'shown'
        AND severity = 'medium'), 0),
    coalesce(sum(n) FILTER (WHERE NOT whole AND action = 'shown'
        AND severity NOT IN ('high', 'medium')), 0)
FROM hour_sums WHERE shift_id = ? AND n > 0 GROUP BY hour ORDER BY hour
"""
_EVENTS = """
SELECT shift_id, hour, rule_id, pack_version, severity, category, action
FROM events WHERE shift_id IN (SELECT id FROM chosen) ORDER BY id
"""


def read_sums(path: Path, selection: Selection, *, team: str, now_ms: int) -> HandOver:
    """Return what would be handed over of the selected shifts.

    Nothing changes but that the log gets its random number if it has none yet.

    Raises:
        UsageLogError: There is no log, or it cannot be used.
    """
    agent = agent_number(path)
    with reading(path) as connection:
        choose(connection, selection)
        found = spans(connection, _CHOSEN)
        return HandOver(
            agent=agent,
            team=team,
            made_ms=now_ms,
            shifts=tuple(_sums(connection, span) for span in found),
        )


def read_events(path: Path, selection: Selection, *, team: str) -> str:
    """Return the single events of the selected shifts as CSV with a heading.

    Raises:
        UsageLogError: There is no log, or it cannot be used.
    """
    agent = agent_number(path)
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(EVENT_COLUMNS)
    with reading(path) as connection:
        choose(connection, selection)
        days = {span.shift_id: _day(span) for span in spans(connection, _CHOSEN)}
        for shift_id, *rest in connection.execute(_EVENTS):
            writer.writerow((agent, team, shift_id, days[shift_id], *rest))
    return target.getvalue()


def note_handed_over(path: Path, shifts: Iterable[int], *, now_ms: int) -> None:
    """Remember that shifts were handed over, so that deleting them says so.

    Raises:
        UsageLogError: The log cannot be written.
    """
    with translated(path):
        db = open_file(path).db
        try:
            with db.atomic():
                for shift_id in shifts:
                    db.execute(
                        "UPDATE shifts SET handed_over_ms = ? WHERE id = ?",
                        [now_ms, shift_id],
                    )
        finally:
            db.close()


def agent_number(path: Path) -> str:
    """Return the log's random number; makes one the first time.

    Raises:
        UsageLogError: There is no log, or it cannot be written.
    """
    if not begun(path):
        raise UsageLogError("Nothing was logged yet.", hint="There is nothing to send.")
    with translated(path):
        db = open_file(path).db
        try:
            with db.atomic():
                db.execute(
                    "INSERT OR IGNORE INTO facts (name, value) VALUES (?, ?)",
                    [_AGENT, secrets.token_hex(16)],
                )
                wanted = "SELECT value FROM facts WHERE name = ?"
                return str(db.execute(wanted, [_AGENT]).fetchone()[0])
        finally:
            db.close()


def handed_over(path: Path, selection: Selection) -> tuple[ShiftSpan, ...]:
    """Return those of the selected shifts whose sums were handed over.

    Raises:
        UsageLogError: The log cannot be used.
    """
    if not begun(path):
        return ()
    with reading(path) as connection:
        choose(connection, selection)
        found = spans(connection, _CHOSEN)
        return tuple(span for span in found if span.handed_over_ms is not None)


def delete_shifts(path: Path, selection: Selection) -> int:
    """Delete the selected shifts for good, from the file's free space as well.

    Returns:
        How many there were.

    Raises:
        UsageLogError: The log cannot be written.
    """
    if not begun(path):
        return 0
    with reading(path) as connection:
        choose(connection, selection)
        numbers = [row[0] for row in connection.execute("SELECT id FROM chosen")]
    with translated(path):
        db = open_file(path).db
        try:
            _delete(db, numbers)
        finally:
            db.close()
    return len(numbers)


def _delete(db: Database, numbers: list[int]) -> None:
    with db.atomic():
        for number in numbers:
            for table in ("hour_sums", "rule_sums", "time_sums", "events"):
                db.execute(
                    f"DELETE FROM {table} WHERE shift_id = ?",  # noqa: S608  constants
                    [number],
                )
            db.execute("DELETE FROM shifts WHERE id = ?", [number])
    db.execute("VACUUM")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _sums(connection: sqlite3.Connection, span: ShiftSpan) -> ShiftSums:
    hours = connection.execute(_HOURS, [span.shift_id]).fetchall()
    return ShiftSums(
        shift_id=span.shift_id,
        day=_day(span),
        rules=tuple(_rules(connection.execute(_RULES, [span.shift_id]))),
        hours=tuple(tuple(row) for row in hours),
    )


def _rules(rows: Iterable[Any]) -> Iterator[tuple[str | int, ...]]:
    counts: dict[tuple[str, str], dict[Action, int]] = {}
    about: dict[tuple[str, str], tuple[str, str]] = {}
    for rule_id, version, severity, category, action, n in rows:
        key = (rule_id, version)
        counts.setdefault(key, {})[Action(action)] = n
        about[key] = (severity, category)
    for key, found in counts.items():
        yield (*key, *about[key], *(found.get(action, 0) for action in ACTIONS))


def _day(span: ShiftSpan) -> str:
    return f"{datetime.fromtimestamp(span.began_ms / 1000).astimezone():%Y-%m-%d}"
