"""Sums over the usage log, added up by SQLite from the sums that it keeps."""

import sqlite3
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Any

from assist.model.usage import Action
from assist.review.selection import Selection
from assist.review.shifts import ShiftSpan
from assist.review.totals import (
    Counts,
    HourTotals,
    MessageTotals,
    RuleTotals,
    ShiftTotals,
    UsageTotals,
)
from assist.storage.usage_reading import begun, choose, reading, spans

_IN = "shift_id IN (SELECT id FROM chosen) AND n > 0"
_COUNTS = f"""
SELECT action, sum(n) FROM hour_sums WHERE {_IN} AND whole = 0
GROUP BY action ORDER BY action
"""  # noqa: S608  constants, as in every query below
_MESSAGES = f"""
SELECT coalesce(sum(n) FILTER (WHERE action = 'sent'), 0),
    coalesce(sum(n) FILTER (WHERE action = 'sent' AND severity = ''), 0),
    coalesce(sum(n) FILTER (WHERE action = 'cleared'), 0),
    coalesce(sum(n) FILTER (WHERE action = 'unknown'), 0)
FROM hour_sums WHERE {_IN} AND whole = 1
"""  # noqa: S608
_RULES = f"""
SELECT rule_id, max(category), max(severity), action, sum(n),
    sum(sum(n) FILTER (WHERE action = 'shown')) OVER (PARTITION BY rule_id) AS shown
FROM rule_sums WHERE {_IN}
GROUP BY rule_id, action ORDER BY shown DESC, rule_id, action
"""  # noqa: S608
_HOURS = f"""
SELECT hour,
    coalesce(sum(n) FILTER (WHERE whole = 1 AND action = 'sent'), 0),
    coalesce(sum(n) FILTER (WHERE whole = 0 AND action = 'shown'
        AND severity = 'high'), 0),
    coalesce(sum(n) FILTER (WHERE whole = 0 AND action = 'shown'
        AND severity = 'medium'), 0),
    coalesce(sum(n) FILTER (WHERE whole = 0 AND action = 'shown'
        AND severity NOT IN ('high', 'medium')), 0)
FROM hour_sums WHERE {_IN} GROUP BY hour ORDER BY hour
"""  # noqa: S608
_APPS = f"""
SELECT app, sum(n) AS shown FROM hour_sums
WHERE {_IN} AND whole = 0 AND action = 'shown' AND app != ''
GROUP BY app ORDER BY shown DESC, app
"""  # noqa: S608
_PACKS = f"""
SELECT pack_version, action, sum(n) FROM rule_sums WHERE {_IN}
GROUP BY pack_version, action ORDER BY pack_version, action
"""  # noqa: S608
_QUANTILE = f"""
WITH grouped AS (
    SELECT tenths, sum(n) AS n FROM time_sums WHERE what = :what AND {_IN}
    GROUP BY tenths
), running AS (
    SELECT tenths, sum(n) OVER (ORDER BY tenths) AS upto, sum(n) OVER () AS total
    FROM grouped
)
SELECT min(tenths) FROM running WHERE upto > CAST(total * :share AS INTEGER)
"""  # noqa: S608
_SOME_SHIFTS = """
SELECT * FROM (
    SELECT * FROM shifts WHERE {which}
    AND EXISTS (SELECT 1 FROM hour_sums WHERE shift_id = shifts.id AND n > 0)
    ORDER BY id DESC LIMIT 10
) ORDER BY id
"""
_EARLIER = _SOME_SHIFTS.format(which="id < (SELECT min(id) FROM chosen)")
_RECENT = _SOME_SHIFTS.format(which="id <= (SELECT max(id) FROM chosen)")
_OF_SHIFT = """
SELECT whole, action, severity = '', sum(n) FROM hour_sums
WHERE shift_id = ? AND n > 0 GROUP BY whole, action, severity = ''
"""


def read_totals(path: Path, selection: Selection) -> UsageTotals:
    """Add up the selected shifts; a file that is missing gives totals of nothing.

    Raises:
        UsageLogError: The file is damaged, locked, unreadable or of a newer
            format.
    """
    if not begun(path):
        return UsageTotals()
    with reading(path) as connection:
        choose(connection, selection)
        chosen = "SELECT * FROM shifts WHERE id IN (SELECT id FROM chosen) ORDER BY id"
        return UsageTotals(
            shifts=spans(connection, chosen),
            counts=_counts(connection.execute(_COUNTS)),
            messages=_messages(connection),
            rules=_rules(connection.execute(_RULES).fetchall()),
            hours=tuple(_hour(row) for row in connection.execute(_HOURS)),
            apps=tuple(connection.execute(_APPS)),
            packs=_packs(connection.execute(_PACKS).fetchall()),
            fix_tenths=_quantile(connection, "fix", 0.5),
            latency_tenths=_latency(connection),
            earlier=_each(connection, _EARLIER),
            recent=_each(connection, _RECENT),
        )


def _counts(rows: Iterable[Any]) -> Counts:
    return tuple((Action(action), count) for action, count in rows)


def _messages(connection: sqlite3.Connection) -> MessageTotals:
    sent, clean, cleared, unknown = connection.execute(_MESSAGES).fetchone()
    return MessageTotals(sent=sent, clean=clean, cleared=cleared, unknown=unknown)


def _hour(row: Any) -> HourTotals:
    hour, sent, high, medium, low = row
    return HourTotals(hour=hour, sent=sent, high=high, medium=medium, low=low)


def _rules(rows: list[Any]) -> tuple[RuleTotals, ...]:
    found = []
    for rule_id, group in groupby(rows, key=lambda row: row[0]):
        lines = list(group)
        counts = _counts((line[3], line[4]) for line in lines)
        shown = next((line for line in lines if line[3] == "shown"), lines[0])
        found.append(RuleTotals(rule_id, shown[1], shown[2], counts))
    return tuple(found)


def _packs(rows: list[Any]) -> tuple[tuple[str, Counts], ...]:
    return tuple(
        (version, _counts((row[1], row[2]) for row in group))
        for version, group in groupby(rows, key=lambda row: row[0])
    )


def _quantile(connection: sqlite3.Connection, what: str, share: float) -> int | None:
    """Return the value that ``share`` of the events lie below; None without any."""
    (found,) = connection.execute(_QUANTILE, {"what": what, "share": share}).fetchone()
    return None if found is None else int(found)


def _latency(connection: sqlite3.Connection) -> tuple[int, int] | None:
    median = _quantile(connection, "latency", 0.5)
    high = _quantile(connection, "latency", 0.95)
    return None if median is None or high is None else (median, high)


def _each(connection: sqlite3.Connection, which: str) -> tuple[ShiftTotals, ...]:
    """Add up each of some shifts."""
    return tuple(
        _shift(span, connection.execute(_OF_SHIFT, [span.shift_id]).fetchall())
        for span in spans(connection, which)
    )


def _shift(span: ShiftSpan, rows: list[Any]) -> ShiftTotals:
    counts: dict[Action, int] = {}
    whole = dict.fromkeys(("sent", "clean", "cleared", "unknown"), 0)
    for is_whole, action, clean, n in rows:
        if not is_whole:
            counts[Action(action)] = counts.get(Action(action), 0) + n
        elif action in whole:
            whole[action] += n
            whole["clean"] += n if clean and action == "sent" else 0
    return ShiftTotals(
        span=span, messages=MessageTotals(**whole), counts=tuple(counts.items())
    )
