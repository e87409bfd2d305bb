"""What a field that was emptied tells."""

import pytest

from assist.drafting.sent import EmptiedField, judge_emptied
from assist.model.usage import Action


@pytest.mark.parametrize("ago", [0.0, 0.003, 0.39, -0.01])
def test_enter_just_before_was_seen_to_send(ago):
    assert judge_emptied(EmptiedField(at=50.0, last_enter=50.0 - ago)) is Action.SENT


@pytest.mark.parametrize("ago", [0.41, 30.0, -0.2])
def test_enter_at_another_time_sent_nothing(ago):
    emptied = EmptiedField(at=50.0, last_enter=50.0 - ago)

    assert judge_emptied(emptied) is Action.UNKNOWN


def test_enter_that_may_have_ended_a_preedit_proves_nothing():
    emptied = EmptiedField(at=50.0, last_enter=49.99, composing=True)

    assert judge_emptied(emptied) is Action.UNKNOWN


def test_a_key_that_erases_just_before_cleared_the_field():
    emptied = EmptiedField(at=50.0, last_enter=20.0, last_erase=49.99)

    assert judge_emptied(emptied) is Action.CLEARED


def test_enter_counts_before_a_key_that_erases():
    emptied = EmptiedField(at=50.0, last_enter=49.99, last_erase=49.8)

    assert judge_emptied(emptied) is Action.SENT


def test_a_field_emptied_without_a_key_is_unknown():
    assert judge_emptied(EmptiedField(at=50.0)) is Action.UNKNOWN


def test_another_window_proves_nothing():
    emptied = EmptiedField(
        at=50.0, last_enter=49.99, last_erase=49.99, same_window=False
    )

    assert judge_emptied(emptied) is Action.UNKNOWN
