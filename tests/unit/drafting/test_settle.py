"""When a reading is worth matching."""

from hypothesis import given
from hypothesis import strategies as st

from assist.drafting.composing import Composing
from assist.drafting.settle import Reading, wait_s

times = st.floats(0, 1e6)


@given(times, times)
def test_a_toolkit_without_preedit_in_its_text_never_waits(changed_at, now):
    reading = Reading(changed_at, preedit_in_text=False)

    assert wait_s(reading, now=now, settle_ms=300) == 0


def test_a_text_with_preedit_waits_for_the_rest_of_the_time():
    reading = Reading(changed_at=10.0, preedit_in_text=True)

    assert wait_s(reading, now=10.25, settle_ms=1000) == 0.75


def test_a_text_with_preedit_is_due_once_it_stayed_the_same():
    reading = Reading(changed_at=10.0, preedit_in_text=True)

    assert wait_s(reading, now=10.5, settle_ms=500) == 0
    assert wait_s(reading, now=99.0, settle_ms=500) == 0


def test_a_commit_makes_a_held_back_reading_due_at_once():
    held = Reading(10.0, preedit_in_text=True, composing=Composing(active=True))
    committed = Reading(10.0, preedit_in_text=True, composing=Composing())

    assert wait_s(held, now=10.0, settle_ms=500) == 0.5
    assert wait_s(committed, now=10.0, settle_ms=500) == 0


def test_keys_that_nobody_hears_prove_no_commit():
    reading = Reading(10.0, preedit_in_text=True)

    assert wait_s(reading, now=10.0, settle_ms=500) == 0.5


@given(times, times, st.booleans(), st.integers(0, 2000))
def test_the_wait_is_never_negative_nor_endless(changed_at, later, preedit, settle_ms):
    composing = Composing(active=True)
    reading = Reading(changed_at, preedit_in_text=preedit, composing=composing)

    wait = wait_s(reading, now=changed_at + later, settle_ms=settle_ms)

    assert 0 <= wait <= settle_ms / 1000 + 1e-6
