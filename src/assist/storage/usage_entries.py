"""The findings of a shift one by one, for the list in the review."""

from pathlib import Path
from typing import Any

from assist.model.usage import Action
from assist.review.entry import Entry
from assist.review.selection import Selection
from assist.storage.usage_reading import begun, choose, reading

# The outcome is the last thing that happened to the finding; a mark made in
# the review stands beside it, not in its place.
_ENTRIES = """
SELECT shown.id, shown.at_ms, shown.rule_id, shown.severity, shown.category, shown.app,
    (SELECT action FROM events AS later
     WHERE later.shift_id = shown.shift_id AND later.late = 0
         AND later.conversation = shown.conversation
         AND later.finding = shown.finding AND later.finding > 0
         AND later.id > shown.id
     ORDER BY later.id DESC LIMIT 1),
    EXISTS (SELECT 1 FROM events AS mark
     WHERE mark.shift_id = shown.shift_id AND mark.late = 1
         AND mark.conversation = shown.conversation
         AND mark.finding = shown.finding)
FROM events AS shown
WHERE shown.action = 'shown' AND shown.shift_id IN (SELECT id FROM chosen)
ORDER BY shown.id DESC LIMIT :limit
"""


def read_entries(path: Path, selection: Selection, *, limit: int) -> tuple[Entry, ...]:
    """Return the findings shown in the selected shifts, the newest first.

    Args:
        path: The log.
        selection: The shifts.
        limit: At most so many.

    Raises:
        UsageLogError: The file is damaged, locked, unreadable or of a newer
            format.
    """
    if not begun(path):
        return ()
    with reading(path) as connection:
        choose(connection, selection)
        rows = connection.execute(_ENTRIES, {"limit": limit})
        return tuple(_entry(row) for row in rows)


def _entry(row: Any) -> Entry:
    event_id, at_ms, rule_id, severity, category, app, outcome, marked = row
    return Entry(
        event_id=event_id,
        at_ms=at_ms,
        rule_id=rule_id,
        severity=severity,
        category=category,
        app=app,
        outcome=Action(outcome) if outcome else None,
        marked=bool(marked),
    )
