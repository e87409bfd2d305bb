"""Deleting what is older than the agent keeps, in the usage log's own transaction."""

from sqlite_utils import Database

from assist.storage.usage_sums import SUM_TABLES

_DOUBT = "clock_doubted_ms"
_NEWEST = "SELECT at_ms FROM events ORDER BY id DESC LIMIT 1"
_EVENTS = "DELETE FROM events WHERE at_ms < :oldest OR at_ms > :newest"
_SWALLOWED = "DELETE FROM swallowed WHERE last_ms < :oldest"
_EMPTY_SHIFTS = """
DELETE FROM shifts WHERE (last_ms < :oldest OR last_ms > :newest)
    AND NOT EXISTS (SELECT 1 FROM events WHERE events.shift_id = shifts.id)
"""
_MS_PER_DAY = 86_400_000


def prune(db: Database, *, now_ms: int, keep_ms: int) -> None:
    """Delete every event further than ``keep_ms`` from now, and what it leaves.

    A clock that is wrong for a moment must not empty the log: when even the
    newest event is that far away, nothing is deleted until the clock still
    says so a day later.
    """
    if _clock_in_doubt(db, now_ms=now_ms, keep_ms=keep_ms):
        return
    bounds = {"oldest": now_ms - keep_ms, "newest": now_ms + keep_ms}
    gone = db.execute(_EVENTS, bounds).rowcount
    db.execute(_EMPTY_SHIFTS, bounds)
    if gone:
        for table in SUM_TABLES:
            db.execute(f"DELETE FROM {table} WHERE n <= 0")  # noqa: S608  constants
    db.execute(_SWALLOWED, bounds)


def _clock_in_doubt(db: Database, *, now_ms: int, keep_ms: int) -> bool:
    newest = db.execute(_NEWEST).fetchone()
    known = db.execute("SELECT value FROM facts WHERE name = ?", [_DOUBT]).fetchone()
    if newest is None or abs(now_ms - newest[0]) <= keep_ms:
        if known:
            db.execute("DELETE FROM facts WHERE name = ?", [_DOUBT])
        return False
    if known and now_ms - int(known[0]) >= _MS_PER_DAY:
        return False
    if known is None or now_ms < int(known[0]):
        doubt = [_DOUBT, str(now_ms)]
        db.execute("INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)", doubt)
    return True
