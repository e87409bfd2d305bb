import sqlite3
from contextlib import closing
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from assist.model.usage import Action, Cause, LateMark, ShiftMark, UsageRecord
from assist.review.selection import ALL, LAST, one_shift
from assist.review.shifts import SHIFT_GAP_MS
from assist.storage.usage_entries import read_entries
from assist.storage.usage_handover import delete_shifts
from assist.storage.usage_log import MS_PER_DAY, SqliteUsageLog
from assist.storage.usage_reading import read_shifts
from assist.storage.usage_schema import APPLICATION_ID, MIGRATIONS
from assist.storage.usage_totals import read_totals

NOON = 1_700_000_000_000
MINUTE = 60_000
SUMS = {
    "hour_sums": "SELECT shift_id, hour, app, rule_id = '', severity, action, count(*)"
    " FROM events GROUP BY 1, 2, 3, 4, 5, 6",
    "rule_sums": "SELECT shift_id, rule_id, pack_version, severity, category, action,"
    " count(*) FROM events WHERE rule_id != '' GROUP BY 1, 2, 3, 4, 5, 6",
    "time_sums": "SELECT shift_id, 'fix', (reaction_ms + 50) / 100, count(*)"
    " FROM events WHERE action IN ('replaced', 'fixed_by_hand')"
    " AND reaction_ms IS NOT NULL GROUP BY 1, 3 UNION ALL"
    " SELECT shift_id, 'latency', CAST(latency_ms * 10 + 0.5 AS INTEGER), count(*)"
    " FROM events WHERE action = 'shown' AND latency_ms IS NOT NULL GROUP BY 1, 3",
}


@dataclass
class FakeClock:
    now_ms: int = NOON

    def monotonic(self):
        return self.now_ms / 1000

    def epoch_ms(self):
        return self.now_ms


@pytest.fixture
def path(tmp_path):
    return tmp_path / "usage.db"


def opened(path, clock=None, keep_days=30):
    return SqliteUsageLog(path, keep_days=keep_days, clock=clock or FakeClock())


def event(at_ms, action=Action.SHOWN, rule_id="F003", **values):
    return UsageRecord(at_ms=at_ms, action=action, rule_id=rule_id, **values)


def begin(at_ms, cause=Cause.DRAFT):
    return ShiftMark(at_ms=at_ms, begins=True, cause=cause)


def end(at_ms, cause):
    return ShiftMark(at_ms=at_ms, begins=False, cause=cause)


def shift_of_each(path):
    with closing(sqlite3.connect(path)) as connection:
        return [
            row[0]
            for row in connection.execute("SELECT shift_id FROM events ORDER BY id")
        ]


def assert_sums_are_right(path):
    with closing(sqlite3.connect(path)) as connection:
        for table, recount in SUMS.items():
            kept = connection.execute(f"SELECT * FROM {table} WHERE n != 0")  # noqa: S608
            counted = connection.execute(recount)
            assert sorted(kept) == sorted(counted), table


def test_a_break_shorter_than_the_gap_is_part_of_the_shift(path):
    with opened(path) as log:
        log.add([event(NOON), event(NOON + SHIFT_GAP_MS - 1)])

    assert shift_of_each(path) == [1, 1]


def test_after_the_gap_a_new_shift_has_begun_and_the_last_one_has_lapsed(path):
    with opened(path) as log:
        log.add([event(NOON)])
        log.add([event(NOON + SHIFT_GAP_MS)])

    first, second = read_shifts(path)
    assert shift_of_each(path) == [1, 2]
    assert (first.ended_ms, first.ended_by) == (NOON, Cause.IDLE)
    assert second.ended_ms is None


def test_the_first_draft_begins_a_shift_before_anything_is_logged(path):
    with opened(path) as log:
        log.add([begin(NOON)])
        log.add([event(NOON + MINUTE)])

    (span,) = read_shifts(path)
    assert (span.began_ms, span.last_ms) == (NOON, NOON + MINUTE)


@pytest.mark.parametrize("cause", [Cause.IDLE, Cause.LOCK])
def test_a_shift_that_ended_by_itself_goes_on_after_the_break(path, cause):
    with opened(path) as log:
        log.add([event(NOON), end(NOON, cause)])
        log.add([event(NOON + 90 * MINUTE)])

    (span,) = read_shifts(path)
    assert span.ended_ms is None


def test_a_shift_that_the_agent_ended_does_not_go_on(path):
    with opened(path) as log:
        log.add([event(NOON), end(NOON + 1, Cause.HAND)])
        log.add([event(NOON + MINUTE)])

    first, second = read_shifts(path)
    assert (first.ended_by, first.ended_ms) == (Cause.HAND, NOON + 1)
    assert second.began_ms == NOON + MINUTE


def test_beginning_by_hand_begins_anew_after_an_end_by_idleness(path):
    with opened(path) as log:
        log.add([event(NOON), end(NOON, Cause.IDLE)])
        log.add([begin(NOON + MINUTE, Cause.HAND), event(NOON + MINUTE)])

    assert shift_of_each(path) == [1, 2]


def test_an_end_without_a_shift_is_nothing(path):
    with opened(path) as log:
        log.add([end(NOON, Cause.LOCK)])

    assert read_shifts(path) == ()


def test_a_clock_that_was_set_back_ends_no_shift(path):
    with opened(path) as log:
        log.add([event(NOON)])
        log.add([event(NOON - 50 * SHIFT_GAP_MS)])
        log.add([event(NOON - 50 * SHIFT_GAP_MS + MINUTE)])

    assert shift_of_each(path) == [1, 1, 1]


def test_a_clock_that_ran_ahead_does_not_keep_a_shift_open_for_years(path):
    ahead = NOON + 3 * SHIFT_GAP_MS
    with opened(path) as log:
        log.add([event(NOON)])
        log.add([event(ahead)])
        log.add([event(NOON + MINUTE)])
        log.add([event(NOON + MINUTE + SHIFT_GAP_MS)])

    assert shift_of_each(path) == [1, 2, 2, 3]


def test_the_number_of_a_deleted_shift_is_not_given_again(path):
    with opened(path) as log:
        log.add([event(NOON), event(NOON + SHIFT_GAP_MS)])
    assert delete_shifts(path, LAST) == 1
    with opened(path) as log:
        log.add([event(NOON + 2 * SHIFT_GAP_MS)])
    assert shift_of_each(path) == [1, 3]

    assert delete_shifts(path, ALL) == 2
    with opened(path) as log:
        log.add([event(NOON + 3 * SHIFT_GAP_MS)])
    assert shift_of_each(path) == [4]


def test_what_follows_in_a_shift_that_was_deleted_begins_another(path):
    with opened(path) as log:
        log.add([event(NOON)])
        assert delete_shifts(path, LAST) == 1
        log.add([event(NOON + 1), event(NOON + 2)])

    (span,) = read_shifts(path)
    assert (span.shift_id, span.began_ms, span.last_ms) == (2, NOON + 1, NOON + 2)
    assert shift_of_each(path) == [2, 2]
    assert_sums_are_right(path)


def test_conversations_of_a_second_run_get_numbers_of_their_own(path):
    for _ in range(2):
        with opened(path) as log:
            log.add([event(NOON, conversation=1, finding=4)])
            log.add([event(NOON, Action.REPLACED, conversation=1, finding=4)])

    first, second = read_entries(path, LAST, limit=9)
    assert (first.outcome, second.outcome) == (Action.REPLACED, Action.REPLACED)
    assert_sums_are_right(path)


def test_a_finding_is_listed_with_what_became_of_it_last(path):
    with opened(path) as log:
        for action in (Action.SHOWN, Action.REPLACED, Action.UNDONE):
            log.add([event(NOON, action, conversation=1, finding=1)])
        log.add([event(NOON + 1, conversation=1, finding=2, severity="high")])

    newer, older = read_entries(path, LAST, limit=9)
    assert (newer.outcome, newer.severity) == (None, "high")
    assert older.outcome is Action.UNDONE
    assert len(read_entries(path, LAST, limit=1)) == 1


def test_a_finding_is_marked_as_a_false_alarm_afterwards_and_only_once(path):
    with opened(path) as log:
        log.add([event(NOON, conversation=1, finding=1, category="推诿")])
        log.add([event(NOON, Action.IGNORED, conversation=1, finding=1)])
        (entry,) = read_entries(path, LAST, limit=9)
        mark = LateMark(at_ms=NOON + MS_PER_DAY, event_id=entry.event_id)
        log.add([event(NOON + MS_PER_DAY)])
        log.add([mark])
        log.add([mark])

    (marked,) = read_entries(path, one_shift(1), limit=9)
    totals = read_totals(path, one_shift(1))
    assert marked.marked
    assert marked.outcome is Action.IGNORED
    assert dict(totals.counts)[Action.MARKED_WRONG] == 1
    assert_sums_are_right(path)


def test_a_mark_can_be_taken_back(path):
    with opened(path) as log:
        log.add([event(NOON, conversation=1, finding=1)])
        (entry,) = read_entries(path, LAST, limit=9)
        log.add([LateMark(at_ms=NOON, event_id=entry.event_id)])
        log.add([LateMark(at_ms=NOON, event_id=entry.event_id, wrong=False)])

    assert not read_entries(path, LAST, limit=9)[0].marked
    assert Action.MARKED_WRONG not in dict(read_totals(path, LAST).counts)
    assert_sums_are_right(path)


def test_a_mark_made_on_the_spot_stays_when_another_is_taken_back(path):
    with opened(path) as log:
        log.add([event(NOON, conversation=1, finding=1)])
        log.add([event(NOON, Action.MARKED_WRONG, conversation=1, finding=1)])
        (entry,) = read_entries(path, LAST, limit=9)
        log.add([LateMark(at_ms=NOON, event_id=entry.event_id)])
        log.add([LateMark(at_ms=NOON, event_id=entry.event_id, wrong=False)])

    assert dict(read_totals(path, LAST).counts)[Action.MARKED_WRONG] == 1


def test_a_mark_on_nothing_is_nothing(path):
    with opened(path) as log:
        log.add([event(NOON, Action.IGNORED), LateMark(at_ms=NOON, event_id=1)])

    assert len(shift_of_each(path)) == 1


def test_a_wrong_clock_does_not_empty_the_log(path):
    clock = FakeClock()
    with opened(path, clock) as log:
        log.add([event(NOON)])
    for wrong in (NOON + 4000 * MS_PER_DAY, NOON - 4000 * MS_PER_DAY):
        clock.now_ms = wrong
        opened(path, clock).close()
        opened(path, clock).close()

    assert len(shift_of_each(path)) == 1


def test_after_a_long_absence_the_old_is_deleted_on_the_second_day(path):
    clock = FakeClock()
    with opened(path, clock) as log:
        log.add([event(NOON)])
    clock.now_ms = NOON + 40 * MS_PER_DAY
    opened(path, clock).close()
    assert len(shift_of_each(path)) == 1

    clock.now_ms += MS_PER_DAY
    opened(path, clock).close()

    assert shift_of_each(path) == []
    assert read_shifts(path) == ()
    assert_sums_are_right(path)


def test_what_a_clock_far_ahead_dated_is_deleted_as_well(path):
    clock = FakeClock()
    with opened(path, clock) as log:
        log.add([event(NOON + 400 * MS_PER_DAY), event(NOON)])
    clock.now_ms += MS_PER_DAY + 1
    opened(path, clock).close()

    assert len(shift_of_each(path)) == 1


def test_a_log_of_the_format_before_is_put_into_shifts(path):
    connection = sqlite3.connect(path)
    database = Database(connection)
    MIGRATIONS.apply(database, stop_before="m003_shifts")
    for at in (NOON + 2 * SHIFT_GAP_MS + 5, NOON, NOON + MINUTE):
        connection.execute(
            "INSERT INTO events (at_ms, action, rule_id, severity, category, app,"
            " latency_ms) VALUES (?, 'shown', 'F003', 'low', '', 'qq', 1.5)",
            [at],
        )
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute("PRAGMA user_version=2")
    connection.commit()
    connection.close()

    totals = read_totals(path, ALL)

    assert [span.began_ms for span in totals.shifts] == [
        NOON,
        NOON + 2 * SHIFT_GAP_MS + 5,
    ]
    assert dict(totals.counts) == {Action.SHOWN: 3}
    assert_sums_are_right(path)
    with opened(path) as log:
        log.add([event(NOON + 2 * SHIFT_GAP_MS + MINUTE)])
    assert shift_of_each(path) == [2, 1, 1, 2]
    assert_sums_are_right(path)


entries = st.one_of(
    st.builds(
        event,
        st.integers(NOON - 50 * SHIFT_GAP_MS, NOON),
        st.sampled_from(Action),
        st.sampled_from(["F001", "F002", ""]),
        severity=st.sampled_from(["high", "low", ""]),
        app=st.sampled_from(["qq", ""]),
        pack_version=st.sampled_from(["v1", "v2"]),
        conversation=st.integers(1, 2),
        finding=st.integers(1, 2),
        reaction_ms=st.none() | st.integers(0, 9999),
        latency_ms=st.none() | st.floats(0, 99),
    ),
    st.builds(
        ShiftMark,
        at_ms=st.integers(NOON - 50 * SHIFT_GAP_MS, NOON),
        begins=st.booleans(),
        cause=st.sampled_from(Cause),
    ),
    st.builds(
        LateMark, at_ms=st.just(NOON), event_id=st.integers(1, 20), wrong=st.booleans()
    ),
)


@given(st.lists(st.lists(entries, max_size=8), max_size=5), st.integers(1, 9))
def test_the_sums_are_right_whatever_happens(tmp_path_factory, batches, keep_days):
    path = tmp_path_factory.mktemp("log") / "usage.db"
    with opened(path) as log:
        for batch in batches:
            log.add(batch)
    assert_sums_are_right(path)
    opened(path, FakeClock(NOON + MS_PER_DAY), keep_days).close()

    assert_sums_are_right(path)
