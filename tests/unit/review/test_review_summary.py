import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assist.model.usage import Action
from assist.review.summary import Summary, as_mapping, local_time
from assist.review.totals import RuleTotals, Shift, UsageTotals, midnight_before

NOON = round(datetime(2026, 5, 4, 12, tzinfo=UTC).timestamp() * 1000)


def summary(**counts):
    pairs = tuple((Action(name), count) for name, count in counts.items())
    return Summary(Shift.LAST, UsageTotals(counts=pairs))


def test_an_action_that_did_not_occur_counts_nothing():
    assert summary(shown=2).count(Action.SENT) == 0


def test_replaced_and_fixed_by_hand_are_put_right():
    assert summary(shown=9, replaced=3, fixed_by_hand=2, ignored=4).resolved == 5


def test_a_replacement_taken_back_is_not_put_right():
    assert summary(shown=3, replaced=3, undone=2).resolved == 1


def test_more_taken_back_than_replaced_does_not_eat_what_was_fixed_by_hand():
    assert summary(shown=3, undone=2, fixed_by_hand=1).resolved == 1


def test_the_share_is_of_findings_shown():
    assert summary(shown=4, replaced=3).resolved_share == 0.75


def test_without_findings_there_is_no_share():
    assert summary().resolved_share is None


def test_a_finding_shown_before_the_stretch_does_not_lift_the_share_above_all():
    assert summary(shown=1, replaced=3).resolved_share == 1.0


@pytest.mark.parametrize(
    ("first", "last", "minutes"),
    [(None, None, 0), (NOON, NOON, 0), (NOON, NOON + 119_999, 1)],
)
def test_a_shift_is_as_long_as_its_events_are_apart(first, last, minutes):
    totals = UsageTotals(first_ms=first, last_ms=last)

    assert Summary(Shift.LAST, totals).minutes == minutes


def test_every_action_has_its_total_also_without_an_event():
    values = as_mapping(summary())

    assert values["totals"] == {action.value: 0 for action in Action}
    assert values["from"] is values["to"] is values["resolved_share"] is None
    assert values["latency_ms"] == {"p50": None, "p95": None}


def test_the_figures_are_plain_values_under_lasting_names():
    rule = RuleTotals("F003", "推诿", "high", ((Action.SHOWN, 2), (Action.SENT, 1)))
    totals = UsageTotals(
        first_ms=NOON,
        last_ms=NOON,
        counts=((Action.SHOWN, 3), (Action.REPLACED, 1)),
        rules=(rule,),
        apps=(("mousepad", 3),),
        reaction_ms=900,
        latency_ms=(6.5, 9.0),
    )

    values = json.loads(json.dumps(as_mapping(Summary(Shift.ALL, totals))))

    assert values["shift"] == "all"
    assert datetime.fromisoformat(values["from"]).timestamp() * 1000 == NOON
    assert (values["resolved"], values["resolved_share"]) == (1, 0.3333)
    assert values["rules"][0]["rule"] == "F003"
    assert (values["rules"][0]["shown"], values["rules"][0]["replaced"]) == (2, 0)
    assert values["apps"] == [{"app": "mousepad", "shown": 3}]
    assert values["reaction_ms"] == {"median": 900}
    assert values["latency_ms"] == {"p50": 6.5, "p95": 9.0}


def test_no_moment_has_no_local_time():
    assert local_time(None) is None


@given(st.integers(0, 4_000_000_000_000))
def test_midnight_is_the_last_one_before_any_moment(epoch_ms):
    midnight = midnight_before(epoch_ms)

    local = datetime.fromtimestamp(midnight / 1000)  # noqa: DTZ006  local on purpose
    assert (local.hour, local.minute, local.second, local.microsecond) == (0, 0, 0, 0)
    assert 0 <= epoch_ms - midnight < 25 * 3_600_000
