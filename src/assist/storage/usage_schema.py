"""The tables of the usage log, and how one format grows out of the last."""

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

APPLICATION_ID = 0x41505531
"""Marks the file as a usage log of this program (``APU1``)."""

MIGRATIONS = Migrations("assist.usage")


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


FORMAT = 2
"""Number of migrations; kept in ``PRAGMA user_version``."""
