"""Sums over the usage log, computed by SQLite; the file is opened read-only."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import quote

from assist.model.usage import Action
from assist.review.totals import (
    SHIFT_GAP_MS,
    RuleTotals,
    Shift,
    UsageTotals,
    midnight_before,
)
from assist.storage.usage_faults import damaged, translated
from assist.storage.usage_log import check_format

_LOCK_WAIT_S = 2.0

# Walks back along the index until an event has no predecessor within the gap.
_SHIFT_BEGIN = """
SELECT at_ms FROM events AS event WHERE NOT EXISTS (
    SELECT 1 FROM events AS earlier
    WHERE earlier.at_ms < event.at_ms AND earlier.at_ms > event.at_ms - :gap
) ORDER BY at_ms DESC LIMIT 1
"""
_ENDS = "SELECT min(at_ms), max(at_ms) FROM events WHERE at_ms >= :since"
_COUNTS = """
SELECT action, count(*) FROM events WHERE at_ms >= :since
GROUP BY action ORDER BY action
"""
_RULES = """
SELECT rule_id, max(category), max(severity), action, count(*),
    sum(sum(action = 'shown')) OVER (PARTITION BY rule_id) AS shown
FROM events WHERE at_ms >= :since AND rule_id != ''
GROUP BY rule_id, action ORDER BY shown DESC, rule_id, action
"""
_APPS = """
SELECT app, count(*) AS shown FROM events
WHERE at_ms >= :since AND action = 'shown' AND app != ''
GROUP BY app ORDER BY shown DESC, app
"""
_REACTION = """
SELECT reaction_ms FROM events
WHERE at_ms >= :since AND action = 'replaced' AND reaction_ms IS NOT NULL
ORDER BY reaction_ms
"""
_LATENCY = """
SELECT latency_ms FROM events
WHERE at_ms >= :since AND action = 'shown' AND latency_ms IS NOT NULL
ORDER BY latency_ms
"""


@dataclass(frozen=True, slots=True)
class LogState:
    """How a usage log is doing, without a word of what is in it.

    Attributes:
        events: Number of events; 0 when there is no file yet.
        swallowed: Kind of error and how often it was put up with.
        set_aside: Damaged logs that were set aside beside it, oldest first.
    """

    events: int
    swallowed: tuple[tuple[str, int], ...]
    set_aside: tuple[Path, ...]


def read_totals(path: Path, shift: Shift, *, now_ms: int) -> UsageTotals:
    """Add up ``shift``; a file that is missing gives totals of nothing.

    Raises:
        UsageLogError: The file is damaged, locked, unreadable or of a newer
            format.
    """
    if not _begun(path):
        return UsageTotals()
    with _reading(path) as connection:
        since = {"since": _begin(connection, shift, now_ms)}
        first_ms, last_ms = connection.execute(_ENDS, since).fetchone()
        return UsageTotals(
            first_ms=first_ms,
            last_ms=last_ms,
            counts=_counts(connection.execute(_COUNTS, since)),
            rules=_rules(connection.execute(_RULES, since).fetchall()),
            apps=tuple(connection.execute(_APPS, since)),
            reaction_ms=_percentile(connection, _REACTION, since, 0.5),
            latency_ms=_latency(connection, since),
        )


def inspect(path: Path) -> LogState:
    """Look at a log as ``assist doctor`` shows it; changes nothing.

    Raises:
        UsageLogError: As :func:`read_totals`.
    """
    with translated(path):
        aside = tuple(sorted(path.parent.glob(f"{path.stem}.damaged-*{path.suffix}")))
    if not _begun(path):
        return LogState(0, (), aside)
    with _reading(path) as connection:
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise damaged(path)
        (events,) = connection.execute("SELECT count(*) FROM events").fetchone()
        swallowed = connection.execute(
            "SELECT kind, count FROM swallowed ORDER BY count DESC, kind"
        )
        return LogState(events, tuple(swallowed), aside)


def _begun(path: Path) -> bool:
    with translated(path):
        return path.exists() and path.stat().st_size > 0


@contextmanager
def _reading(path: Path) -> Iterator[sqlite3.Connection]:
    with translated(path):
        uri = f"file:{quote(str(path))}?mode=ro"
        connected = sqlite3.connect(uri, uri=True, timeout=_LOCK_WAIT_S)
        with closing(connected) as connection:
            check_format(connection, path)
            yield connection


def _begin(connection: sqlite3.Connection, shift: Shift, now_ms: int) -> int:
    if shift is Shift.TODAY:
        return midnight_before(now_ms)
    if shift is Shift.ALL:
        return 0
    found = connection.execute(_SHIFT_BEGIN, {"gap": SHIFT_GAP_MS}).fetchone()
    return int(found[0]) if found else 0


def _counts(rows: Any) -> tuple[tuple[Action, int], ...]:
    return tuple((Action(action), count) for action, count in rows)


def _rules(rows: list[Any]) -> tuple[RuleTotals, ...]:
    found = []
    for rule_id, group in groupby(rows, key=lambda row: row[0]):
        lines = list(group)
        _, category, severity = lines[0][:3]
        counts = _counts((line[3], line[4]) for line in lines)
        found.append(RuleTotals(rule_id, category, severity, counts))
    return tuple(found)


def _latency(
    connection: sqlite3.Connection, since: dict[str, int]
) -> tuple[float, float] | None:
    median = _percentile(connection, _LATENCY, since, 0.5)
    high = _percentile(connection, _LATENCY, since, 0.95)
    return None if median is None or high is None else (median, high)


def _percentile(
    connection: sqlite3.Connection, query: str, since: dict[str, int], share: float
) -> Any:
    """Return the value below which ``share`` of the sorted answer lies; or None."""
    sql = f"SELECT count(*) FROM ({query})"  # noqa: S608  the queries above
    (count,) = connection.execute(sql, since).fetchone()
    if not count:
        return None
    place = {**since, "place": min(int(count * share), count - 1)}
    return connection.execute(f"{query} LIMIT 1 OFFSET :place", place).fetchone()[0]
