"""Which shift an event belongs to, in the usage log's own transaction."""

from typing import Any

from sqlite_utils import Database

from assist.model.usage import Cause, ShiftMark
from assist.review.shifts import ShiftSpan, goes_on

_LAST = "SELECT * FROM shifts ORDER BY id DESC LIMIT 1"
# A number is never given twice, though its shift is deleted: the lead tells by it
# whether two summaries are about the same shift.
_BEGIN = """
INSERT INTO shifts (id, began_ms, last_ms, begun_by) VALUES (1 + max(
    coalesce((SELECT max(id) FROM shifts), 0),
    coalesce((SELECT CAST(value AS INTEGER) FROM facts WHERE name = 'last_shift'), 0)
), :at_ms, :at_ms, :cause)
"""
_REMEMBER = "INSERT OR REPLACE INTO facts (name, value) VALUES ('last_shift', ?)"
_GO_ON = "UPDATE shifts SET ended_ms = NULL, ended_by = NULL WHERE id = :id"
_LAPSE = (
    "UPDATE shifts SET ended_ms = last_ms, ended_by = 'idle' WHERE ended_ms IS NULL"
)
_END = """
UPDATE shifts SET ended_ms = max(:at_ms, began_ms), ended_by = :cause
WHERE id = :id AND ended_ms IS NULL
"""
_TOUCH = "UPDATE shifts SET last_ms = :at_ms WHERE id = :id"


class ShiftBook:
    """Keeps the table of shifts; every call is part of a transaction of the log.

    Nothing is remembered between calls but what the file holds, for another
    process (the review window, a second session) writes to it as well.
    """

    def __init__(self, db: Database) -> None:
        self._db = db

    def current(self, at_ms: int, cause: Cause = Cause.DRAFT) -> int:
        """Return the shift that ``at_ms`` belongs to; begins one if need be."""
        last = self._last()
        if last is not None and last.ended_ms is None and goes_on(last, at_ms):
            return last.shift_id
        if last is not None and cause is not Cause.HAND and goes_on(last, at_ms):
            self._db.execute(_GO_ON, {"id": last.shift_id})
            return last.shift_id
        self._db.execute(_LAPSE)
        begun = {"at_ms": at_ms, "cause": cause.value}
        number = self._db.execute(_BEGIN, begun).lastrowid
        assert number is not None  # noqa: S101  an insert has a rowid
        self._db.execute(_REMEMBER, [str(number)])
        return number

    def is_there(self, shift_id: int) -> bool:
        """Tell whether a shift is still there; the agent may have deleted it."""
        found = self._db.execute("SELECT 1 FROM shifts WHERE id = ?", [shift_id])
        return found.fetchone() is not None

    def take(self, mark: ShiftMark) -> None:
        """Begin a shift, or end the one that goes on."""
        if mark.begins:
            shift_id = self.current(mark.at_ms, mark.cause)
            self.touch(shift_id, mark.at_ms)
            return
        last = self._last()
        if last is not None:
            end = {"at_ms": mark.at_ms, "cause": mark.cause.value, "id": last.shift_id}
            self._db.execute(_END, end)

    def touch(self, shift_id: int, at_ms: int) -> None:
        """Note that something happened in a shift."""
        self._db.execute(_TOUCH, {"id": shift_id, "at_ms": at_ms})

    def _last(self) -> ShiftSpan | None:
        cursor = self._db.execute(_LAST)
        row = cursor.fetchone()
        if row is None:
            return None
        names = [column[0] for column in cursor.description]
        return shift_span(dict(zip(names, row, strict=True)))


def shift_span(row: dict[str, Any]) -> ShiftSpan:
    """Turn a row of the table of shifts into a value."""
    ended_by = row["ended_by"]
    return ShiftSpan(
        shift_id=row["id"],
        began_ms=row["began_ms"],
        last_ms=row["last_ms"],
        ended_ms=row["ended_ms"],
        ended_by=Cause(ended_by) if ended_by else None,
        handed_over_ms=row["handed_over_ms"],
    )
