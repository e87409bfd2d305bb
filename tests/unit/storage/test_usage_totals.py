import sqlite3
from collections import Counter
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assist.errors import UsageLogError
from assist.model.usage import Action, UsageRecord
from assist.review.selection import ALL, LAST, days
from assist.review.shifts import SHIFT_GAP_MS
from assist.review.totals import UsageTotals
from assist.storage.usage_log import SqliteUsageLog
from assist.storage.usage_reading import inspect, reading
from assist.storage.usage_schema import FORMAT
from assist.storage.usage_totals import read_totals

NOON = round(datetime(2026, 5, 4, 12).timestamp() * 1000)  # noqa: DTZ001  local noon
HOUR = 3_600_000


class FakeClock:
    def monotonic(self):
        return NOON / 1000

    def epoch_ms(self):
        return NOON


@pytest.fixture
def path(tmp_path):
    return tmp_path / "state # 1%" / "usage.db"


def fill(path, records):
    with SqliteUsageLog(path, keep_days=30, clock=FakeClock()) as log:
        log.add(records)


def event(at_ms, action=Action.SHOWN, rule_id="F003", **values):
    return UsageRecord(at_ms=at_ms, action=action, rule_id=rule_id, **values)


def totals(path, selection=LAST):
    return read_totals(path, selection)


def test_without_a_log_there_is_nothing_to_add_up(path):
    assert totals(path) == UsageTotals()


def test_an_empty_file_is_a_log_nobody_has_written_to_yet(path):
    path.parent.mkdir()
    path.touch()

    assert totals(path) == UsageTotals()
    assert inspect(path).events == 0


def test_an_empty_log_adds_up_to_nothing(path):
    fill(path, [])

    assert totals(path) == UsageTotals()


def test_events_are_counted_by_action(path):
    fill(
        path,
        [
            event(NOON - 3),
            event(NOON - 2),
            event(NOON - 1, Action.REPLACED),
        ],
    )

    found = totals(path)
    assert dict(found.counts) == {Action.SHOWN: 2, Action.REPLACED: 1}
    assert (found.first_ms, found.last_ms) == (NOON - 3, NOON - 1)


def test_the_last_shift_begins_after_a_gap_of_four_hours(path):
    begin = NOON - 2 * HOUR
    fill(
        path,
        [
            event(begin - SHIFT_GAP_MS),
            event(begin),
            event(begin + 1),
            event(begin + SHIFT_GAP_MS - 1),
        ],
    )

    assert totals(path).first_ms == begin
    assert totals(path, ALL).first_ms == begin - SHIFT_GAP_MS


def test_a_break_shorter_than_the_gap_does_not_end_a_shift(path):
    fill(path, [event(NOON - SHIFT_GAP_MS + 1), event(NOON)])

    assert totals(path).first_ms == NOON - SHIFT_GAP_MS + 1


def test_a_day_has_the_shifts_that_began_on_it(path):
    midnight = NOON - 12 * HOUR
    fill(path, [event(midnight - 1), event(midnight + 1), event(NOON)])
    today = datetime.fromtimestamp(NOON / 1000).date()  # noqa: DTZ006  local
    yesterday = today - timedelta(days=1)

    assert [span.shift_id for span in totals(path, days(today, today)).shifts] == [2]
    night = totals(path, days(yesterday, yesterday))
    assert dict(night.counts) == {Action.SHOWN: 2}
    both = totals(path, days(yesterday, today))
    assert dict(both.counts) == {Action.SHOWN: 3}


def test_rules_are_listed_with_those_shown_most_first(path):
    fill(
        path,
        [
            event(NOON, rule_id="F001", category="推诿", severity="high"),
            event(NOON, rule_id="F002"),
            event(NOON, rule_id="F002"),
            event(NOON, Action.REPLACED, rule_id="F002"),
            event(NOON, Action.SENT, rule_id=""),
        ],
    )

    first, second = totals(path).rules
    assert (first.rule_id, first.of(Action.SHOWN)) == ("F002", 2)
    assert first.of(Action.REPLACED) == 1
    assert (second.rule_id, second.category, second.severity) == (
        *("F001", "推诿", "high"),
    )
    assert second.of(Action.REPLACED) == 0


def test_programs_are_listed_with_the_findings_shown_in_them(path):
    fill(
        path,
        [
            event(NOON, app="qq"),
            event(NOON, app="mousepad"),
            event(NOON, app="mousepad"),
            event(NOON, Action.IGNORED, app="qq"),
            event(NOON, app=""),
        ],
    )

    assert totals(path).apps == (("mousepad", 2), ("qq", 1))


def test_times_are_given_as_median_and_95th_percentile(path):
    fill(
        path,
        [event(NOON, latency_ms=float(number)) for number in range(1, 101)]
        + [event(NOON, Action.REPLACED, reaction_ms=ms) for ms in (100, 300, 900)]
        + [event(NOON, Action.IGNORED, reaction_ms=1)],
    )

    assert totals(path).latency_tenths == (510, 960)
    assert totals(path).fix_tenths == 3


def test_reading_changes_nothing(path):
    fill(path, [event(NOON)])
    before = path.read_bytes()

    totals(path)
    inspect(path)

    assert path.read_bytes() == before


def test_a_reader_cannot_write(path):
    fill(path, [event(NOON)])

    with pytest.raises(UsageLogError), reading(path) as connection:
        connection.execute("DELETE FROM events")


def test_the_log_can_be_read_while_it_is_written(path):
    with SqliteUsageLog(path, keep_days=30, clock=FakeClock()) as log:
        log.add([event(NOON)])

        assert dict(totals(path).counts) == {Action.SHOWN: 1}


def test_a_damaged_log_is_one_sentence_and_is_left_for_the_writer(path):
    path.parent.mkdir()
    path.write_bytes(b"junk" * 1000)

    for look in (totals, inspect):
        with pytest.raises(UsageLogError, match="is damaged") as refused:
            look(path)
        assert refused.value.hint
    assert path.read_bytes() == b"junk" * 1000


def test_a_log_of_a_newer_version_is_one_sentence(path):
    fill(path, [event(NOON)])
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version={FORMAT + 1}")
    connection.close()

    with pytest.raises(UsageLogError, match="newer version"):
        totals(path)


def test_looking_at_a_log_names_those_that_were_set_aside(path):
    path.parent.mkdir()
    path.write_bytes(b"junk" * 1000)
    fill(path, [event(NOON), event(NOON)])

    found = inspect(path)
    assert found.events == 2
    assert [aside.name[:14] for aside in found.set_aside] == ["usage.damaged-"]


events = st.builds(
    event,
    st.integers(NOON - 40 * HOUR, NOON).map(lambda ms: ms - ms % 60_000),
    st.sampled_from(Action),
    st.sampled_from(["F001", "F002", ""]),
)


@given(st.lists(events, max_size=30))
def test_sums_equal_a_recount_by_hand(tmp_path_factory, logged):
    logged.sort(key=lambda each: each.at_ms)
    path = tmp_path_factory.mktemp("log") / "usage.db"
    fill(path, logged)
    times = [each.at_ms for each in logged]
    starts = [
        at
        for before, at in zip([0, *times], times, strict=False)
        if at - before >= SHIFT_GAP_MS
    ]
    shift = [each for each in logged if each.at_ms >= starts[-1]] if logged else []
    of_rules = [each for each in shift if each.rule_id]
    whole = Counter(each.action for each in shift if not each.rule_id)

    found = totals(path)

    assert dict(found.counts) == Counter(each.action for each in of_rules)
    assert {rule.rule_id: dict(rule.counts) for rule in found.rules} == {
        rule_id: Counter(each.action for each in shift if each.rule_id == rule_id)
        for rule_id in {each.rule_id for each in of_rules}
    }
    assert found.messages.sent == whole[Action.SENT]
    assert found.messages.unknown == whole[Action.UNKNOWN]
