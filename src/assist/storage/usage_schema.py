"""The tables of the usage log, and how one format grows out of the last."""

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from assist.review.shifts import SHIFT_GAP_MS
from assist.storage.usage_sums import keep_sums

APPLICATION_ID = 0x41505531
"""Marks the file as a usage log of this program (``APU1``)."""

MIGRATIONS = Migrations("assist.usage")

# The hour of the day where the agent is, 0 to 23.
LOCAL_HOUR = "CAST(strftime('%H', {at_ms} / 1000, 'unixepoch', 'localtime') AS INTEGER)"

_NEW_COLUMNS = (
    "hour INTEGER NOT NULL DEFAULT 0",
    "shift_id INTEGER NOT NULL DEFAULT 0",
    "conversation INTEGER NOT NULL DEFAULT 0",
    "finding INTEGER NOT NULL DEFAULT 0",
    "pack_version TEXT NOT NULL DEFAULT ''",
    "late INTEGER NOT NULL DEFAULT 0",
)
_SHIFTS_BY_GAP = """
WITH apart AS (
    SELECT id, at_ms, at_ms - lag(at_ms) OVER (ORDER BY at_ms, id) >= :gap AS begins
    FROM events
), numbered AS (
    SELECT id, 1 + sum(coalesce(begins, 0)) OVER (ORDER BY at_ms, id) AS number
    FROM apart
)
UPDATE events SET shift_id = numbered.number
FROM numbered WHERE numbered.id = events.id
"""
_SHIFTS_OF_EVENTS = """
INSERT INTO shifts (id, began_ms, last_ms, ended_ms, begun_by, ended_by)
SELECT shift_id, min(at_ms), max(at_ms), max(at_ms), 'draft', 'idle'
FROM events GROUP BY shift_id
"""


@MIGRATIONS()
def m001_events(db: Database) -> None:
    """One row per event, the columns those of ``UsageRecord``."""
    db.table("events").create(
        {
            "id": int,
            "at_ms": int,
            "action": str,
            "rule_id": str,
            "severity": str,
            "category": str,
            "app": str,
            "channel": str,
            "reaction_ms": int,
            "latency_ms": float,
        },
        pk="id",
        not_null={"at_ms", "action", "rule_id", "severity", "category", "app"},
    )
    db.table("events").create_index(["at_ms"])


@MIGRATIONS()
def m002_swallowed(db: Database) -> None:
    """How often an error was put up with so that the overlay could go on."""
    db.table("swallowed").create(
        {"kind": str, "count": int, "last_ms": int},
        pk="kind",
        not_null={"count", "last_ms"},
    )


@MIGRATIONS()
def m003_shifts(db: Database) -> None:
    """Shifts, what an event belongs to, facts about the log itself, and sums.

    Events of the format before are put into shifts by the gaps between them.
    """
    db.table("shifts").create(
        {
            "id": int,
            "began_ms": int,
            "last_ms": int,
            "ended_ms": int,
            "begun_by": str,
            "ended_by": str,
            "handed_over_ms": int,
        },
        pk="id",
        not_null={"began_ms", "last_ms", "begun_by"},
    )
    db.table("facts").create({"name": str, "value": str}, pk="name")
    for column in _NEW_COLUMNS:
        db.execute(f"ALTER TABLE events ADD COLUMN {column}")
    hour = LOCAL_HOUR.format(at_ms="at_ms")
    db.execute(f"UPDATE events SET hour = {hour}")  # noqa: S608  a constant
    db.execute(_SHIFTS_BY_GAP, {"gap": SHIFT_GAP_MS})
    db.execute(_SHIFTS_OF_EVENTS)
    db.execute("DROP INDEX idx_events_at_ms")
    db.table("events").create_index(["shift_id", "action"])
    db.table("events").create_index(["shift_id", "conversation", "finding"])
    keep_sums(db)


FORMAT = 3
"""Number of migrations; kept in ``PRAGMA user_version``."""
