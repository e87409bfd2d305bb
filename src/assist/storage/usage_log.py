"""The usage log: what happened during a shift, in a SQLite file of the user's own."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Self

from sqlite_utils import Database

from assist.errors import UsageLogError
from assist.model.usage import LateMark, ShiftMark, UsageEntry, UsageRecord
from assist.ports import Clock
from assist.storage.usage_faults import UsageLogDamagedError, translated
from assist.storage.usage_file import open_file, set_aside
from assist.storage.usage_pruning import prune
from assist.storage.usage_schema import LOCAL_HOUR
from assist.storage.usage_shifts import ShiftBook

MS_PER_DAY = 86_400_000
# Events this near to the one before are in its shift without asking.
_NEAR_MS = 60_000
# Four times as fast as Table.insert_all, which looks at the schema every time:
# p50 0.025 against 0.11 ms, p99 0.16 against 3 ms, one record each, 5,000 records.
_ADD_EVENT = f"""
INSERT INTO events (at_ms, hour, shift_id, conversation, finding, action, rule_id,
    pack_version, severity, category, app, channel, reaction_ms, latency_ms)
VALUES (:at_ms, {LOCAL_HOUR.format(at_ms=":at_ms")}, :shift_id, :conversation,
    :finding, :action, :rule_id, :pack_version, :severity, :category, :app, :channel,
    :reaction_ms, :latency_ms)
"""  # noqa: S608  a constant
_LATE = """
INSERT INTO events (at_ms, hour, shift_id, conversation, finding, action, rule_id,
    pack_version, severity, category, app, channel, late)
SELECT :at_ms, hour, shift_id, conversation, finding, 'marked_wrong', rule_id,
    pack_version, severity, category, app, channel, 1
FROM events AS shown WHERE id = :event_id AND action = 'shown'
AND NOT EXISTS (
    SELECT 1 FROM events AS mark WHERE mark.action = 'marked_wrong'
    AND mark.shift_id = shown.shift_id AND mark.conversation = shown.conversation
    AND mark.finding = shown.finding
)
"""
_TAKE_BACK = """
DELETE FROM events WHERE late = 1 AND (shift_id, conversation, finding) = (
    SELECT shift_id, conversation, finding FROM events WHERE id = :event_id
)
"""
_ADD_COUNT = """
INSERT INTO swallowed (kind, count, last_ms) VALUES (?, ?, ?)
ON CONFLICT (kind) DO UPDATE SET
    count = count + excluded.count, last_ms = excluded.last_ms
"""
# Conversations count from 1 in every run of the program; within a shift each
# has to keep its own number.
_HIGHEST = "SELECT coalesce(max(conversation), 0) FROM events WHERE shift_id = ?"


class SqliteUsageLog:
    """A usage log in one file; belongs to the thread that opened it.

    Every call to :meth:`add` is one transaction: what was added survives the
    end of the process, the last moments may not survive a power cut.

    A damaged file is set aside under another name, never deleted, and a new
    log begun; ``set_aside`` then names the damaged one.

    Args:
        path: The file; it and its folder are made for this user alone.
        keep_days: Older records are deleted when the log is opened, and daily.

    Raises:
        UsageLogNewerError: A newer version of the program wrote the file.
        UsageLogError: The file cannot be opened or written.
    """

    def __init__(self, path: Path, *, keep_days: int, clock: Clock) -> None:
        self._path = path
        self._keep_ms = keep_days * MS_PER_DAY
        self._clock = clock
        self.set_aside: Path | None = None
        self._bases: dict[int, int] = {}
        self._shift_id, self._last_ms = 0, 0
        try:
            self._open()
        except UsageLogDamagedError:
            self._begin_anew()

    def add(self, records: Iterable[UsageEntry]) -> None:
        """Store ``records`` in one transaction: all of them or none.

        Raises:
            UsageLogError: None was stored.
        """
        batch = list(records)
        self._write(lambda: self._store(batch))

    def count_swallowed(self, counts: Mapping[str, int]) -> None:
        """Add to how often each kind of error was put up with.

        Raises:
            UsageLogError: The counts could not be stored.
        """
        now = self._clock.epoch_ms()
        rows = [(kind, count, now) for kind, count in counts.items()]
        self._write(lambda: self._db.conn.executemany(_ADD_COUNT, rows))

    def close(self) -> None:
        """Close the file.  May be repeated."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def _store(self, batch: list[UsageEntry]) -> None:
        events: list[UsageRecord] = []
        for entry in batch:
            if isinstance(entry, UsageRecord):
                events.append(entry)
                continue
            self._store_events(events)
            events.clear()
            self._shift_id = 0
            if isinstance(entry, ShiftMark):
                self._shifts.take(entry)
            else:
                self._store_late(entry)
        self._store_events(events)

    def _store_events(self, events: list[UsageRecord]) -> None:
        """Store events that follow each other, each in its shift."""
        rows: list[dict[str, Any]] = []
        if events and self._shift_id and not self._shifts.is_there(self._shift_id):
            self._shift_id = 0  # deleted in the review window meanwhile
        for event in events:
            if not self._shift_id or abs(event.at_ms - self._last_ms) > _NEAR_MS:
                if rows:
                    self._shifts.touch(self._shift_id, self._last_ms)
                self._shift_id = self._shifts.current(event.at_ms)
            self._last_ms = event.at_ms
            rows.append(_row(event, self._shift_id, self._base_for(self._shift_id)))
        if rows:
            self._db.conn.executemany(_ADD_EVENT, rows)
            self._shifts.touch(self._shift_id, self._last_ms)

    def _base_for(self, shift_id: int) -> int:
        """Return what to add to a conversation's number of this run."""
        if shift_id not in self._bases:
            (highest,) = self._db.execute(_HIGHEST, [shift_id]).fetchone()
            self._bases[shift_id] = int(highest)
        return self._bases[shift_id]

    def _store_late(self, mark: LateMark) -> None:
        told = {"at_ms": mark.at_ms, "event_id": mark.event_id}
        if mark.wrong:
            self._db.execute(_LATE, told)
        else:
            self._db.execute(_TAKE_BACK, {"event_id": mark.event_id})

    def _write(self, write: Callable[[], object]) -> None:
        try:
            self._transact(write)
        except UsageLogDamagedError:
            self.close()
            self._begin_anew()
            self._transact(write)
        except UsageLogError:
            self._shift_id = 0  # a shift begun in vain is not there
            raise

    def _transact(self, write: Callable[[], object]) -> None:
        with translated(self._path), self._db.atomic():
            if self._clock.epoch_ms() - self._pruned_ms > MS_PER_DAY:
                self._prune()
            write()

    def _begin_anew(self) -> None:
        self.set_aside = set_aside(self._path, now_ms=self._clock.epoch_ms())
        self._open()

    def _open(self) -> None:
        opened = open_file(self._path)
        self._db: Database = opened.db
        self.journal = opened.journal
        self._shifts = ShiftBook(self._db)
        self._bases.clear()
        self._shift_id = 0
        with translated(self._path), self._db.atomic():
            self._prune()

    def _prune(self) -> None:
        self._pruned_ms = self._clock.epoch_ms()
        prune(self._db, now_ms=self._pruned_ms, keep_ms=self._keep_ms)


def _row(record: UsageRecord, shift_id: int, base: int) -> dict[str, Any]:
    return {
        "at_ms": record.at_ms,
        "shift_id": shift_id,
        "conversation": record.conversation + base if record.conversation else 0,
        "finding": record.finding,
        "action": record.action.value,
        "rule_id": _storable(record.rule_id),
        "pack_version": _storable(record.pack_version),
        "severity": _storable(record.severity),
        "category": _storable(record.category),
        "app": _storable(record.app),
        "channel": _storable(record.channel),
        "reaction_ms": record.reaction_ms,
        "latency_ms": record.latency_ms,
    }


def _storable(text: str) -> str:
    """Replace lone surrogates, which a window's name may hold and SQLite refuses."""
    return text.encode("utf-8", "replace").decode("utf-8")
