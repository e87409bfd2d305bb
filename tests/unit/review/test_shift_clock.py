from assist.model.usage import Cause
from assist.review.shift_clock import IDLE_END_MS, LOCK_END_MS, ShiftClock

NOON = 1_700_000_000_000
MINUTE = 60_000


def begun(at_ms=NOON):
    clock, _ = ShiftClock().draft(at_ms)
    return clock


def test_the_first_draft_begins_a_shift():
    clock, mark = ShiftClock().draft(NOON)

    assert clock.running
    assert (mark.begins, mark.at_ms, mark.cause) == (True, NOON, Cause.DRAFT)


def test_the_next_draft_tells_the_log_nothing_new():
    _, mark = begun().draft(NOON + MINUTE)

    assert mark is None


def test_after_a_break_the_log_is_asked_again_whose_shift_it_is():
    _, mark = begun().draft(NOON + 10 * MINUTE)

    assert mark.begins


def test_idle_time_ends_it_with_the_last_draft():
    clock, mark = begun().tick(NOON + IDLE_END_MS)

    assert not clock.running
    assert (mark.begins, mark.at_ms, mark.cause) == (False, NOON, Cause.IDLE)


def test_before_that_it_goes_on_and_after_that_nothing_ends_twice():
    clock, mark = begun().tick(NOON + IDLE_END_MS - 1)
    assert mark is None
    clock, _ = clock.tick(NOON + IDLE_END_MS)

    assert clock.tick(NOON + 2 * IDLE_END_MS)[1] is None


def test_a_locked_screen_ends_it_sooner():
    clock = begun().locked(NOON + MINUTE)

    _, early = clock.tick(NOON + MINUTE + LOCK_END_MS - 1)
    _, mark = clock.tick(NOON + MINUTE + LOCK_END_MS)
    assert early is None
    assert (mark.at_ms, mark.cause) == (NOON, Cause.LOCK)


def test_a_second_word_that_it_is_locked_changes_nothing():
    clock = begun().locked(NOON).locked(NOON + LOCK_END_MS)

    assert clock.tick(NOON + LOCK_END_MS)[1].cause is Cause.LOCK


def test_unlocking_in_time_lets_it_go_on():
    clock = begun().locked(NOON).unlocked()

    assert clock.tick(NOON + LOCK_END_MS)[1] is None


def test_the_agent_begins_and_ends_it():
    clock, begin = ShiftClock().begun_by_hand(NOON)
    clock, end = clock.ended_by_hand(NOON + MINUTE)

    assert (begin.cause, begin.begins) == (Cause.HAND, True)
    assert (end.cause, end.begins, end.at_ms) == (Cause.HAND, False, NOON + MINUTE)
    assert not clock.running


def test_a_draft_after_the_end_begins_again():
    clock, _ = begun().tick(NOON + IDLE_END_MS)

    clock, mark = clock.draft(NOON + IDLE_END_MS + 1)
    assert clock.running
    assert mark.begins


def test_a_clock_that_was_set_back_ends_nothing():
    _, mark = begun().tick(NOON - 100 * IDLE_END_MS)

    assert mark is None
