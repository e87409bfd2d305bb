import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assist.model.usage import Action, Cause
from assist.review.headline import Headline, headline
from assist.review.rules import never_fired, noisy_rules
from assist.review.selection import ALL, LAST, Stretch, days, one_shift, parse_selection
from assist.review.shifts import SHIFT_GAP_MS, ShiftSpan, goes_on
from assist.review.summary import Summary, as_mapping, local_time
from assist.review.totals import (
    HourTotals,
    MessageTotals,
    RuleTotals,
    ShiftTotals,
    UsageTotals,
)

NOON = round(datetime(2026, 5, 4, 12, tzinfo=UTC).timestamp() * 1000)
TODAY = date(2026, 5, 4)
ONE_SHIFT = (ShiftSpan(shift_id=1, began_ms=NOON, last_ms=NOON),)


def counted(**counts):
    return tuple((Action(name), count) for name, count in counts.items())


def summary(*, sent=0, clean=0, earlier=(), **counts):
    totals = UsageTotals(
        shifts=ONE_SHIFT,
        counts=counted(**counts),
        messages=MessageTotals(sent=sent, clean=clean),
        earlier=earlier,
    )
    return Summary(LAST, totals)


def earlier(*, sent=0, clean=0, **counts):
    return ShiftTotals(
        span=ONE_SHIFT[0],
        messages=MessageTotals(sent=sent, clean=clean),
        counts=counted(**counts),
    )


def test_an_action_that_did_not_occur_counts_nothing():
    assert summary(shown=2).count(Action.SENT) == 0


def test_replaced_and_fixed_by_hand_are_put_right():
    assert summary(shown=9, replaced=3, fixed_by_hand=2, ignored=4).resolved == 5


def test_a_replacement_taken_back_is_not_put_right():
    assert summary(shown=3, replaced=3, undone=2).resolved == 1


def test_more_taken_back_than_replaced_does_not_eat_what_was_fixed_by_hand():
    assert summary(shown=3, undone=2, fixed_by_hand=1).resolved == 1


def test_shares_are_of_findings_shown_and_of_messages_sent():
    found = summary(sent=10, clean=9, shown=4, replaced=3)

    assert (found.resolved_share, found.clean_share) == (0.75, 0.9)


def test_without_findings_or_messages_there_is_no_share():
    assert summary().resolved_share is None
    assert summary().clean_share is None
    assert summary().usual.clean_share is None
    assert summary().usual.resolved_share is None


def test_a_finding_shown_before_the_stretch_does_not_lift_the_share_above_all():
    assert summary(shown=1, replaced=3).resolved_share == 1.0


def test_what_is_usual_is_taken_over_the_earlier_shifts_together():
    before = (
        earlier(sent=90, clean=90, shown=1, replaced=1),
        earlier(sent=10, clean=0, shown=9),
    )

    usual = summary(earlier=before).usual

    assert (usual.clean_share, usual.resolved_share) == (0.9, 0.1)


def test_categories_are_summed_over_their_rules_the_most_shown_first():
    rules = (
        RuleTotals("F1", "推诿", "high", counted(shown=2)),
        RuleTotals("F2", "口头语", "low", counted(shown=3, ignored=1)),
        RuleTotals("F3", "推诿", "low", counted(shown=2)),
        RuleTotals("F4", "斗气语", "low", counted(replaced=2)),
    )

    found = Summary(LAST, UsageTotals(rules=rules)).categories

    assert found == (("推诿", 4), ("口头语", 3))


@pytest.mark.parametrize(
    ("spans", "minutes"),
    [((), 0), (((0, 0),), 0), (((0, 119_999),), 1), (((0, 60_000), (9, 60_009)), 2)],
)
def test_shifts_are_as_long_as_what_is_known_of_them(spans, minutes):
    totals = UsageTotals(
        shifts=tuple(
            ShiftSpan(shift_id=number, began_ms=NOON + begin, last_ms=NOON + last)
            for number, (begin, last) in enumerate(spans)
        )
    )

    assert Summary(LAST, totals).minutes == minutes


def test_every_action_has_its_total_also_without_an_event():
    values = as_mapping(Summary(ALL, UsageTotals()))

    assert values["totals"] == {action.value: 0 for action in Action}
    assert values["from"] is values["to"] is values["resolved_share"] is None
    assert values["latency_ms"] == {"p50": None, "p95": None}


def test_the_figures_are_plain_values_under_lasting_names():
    rule = RuleTotals("F003", "推诿", "high", ((Action.SHOWN, 2), (Action.SENT, 1)))
    span = ShiftSpan(
        shift_id=7, began_ms=NOON, last_ms=NOON, ended_ms=NOON, ended_by=Cause.LOCK
    )
    totals = UsageTotals(
        shifts=(span,),
        counts=((Action.SHOWN, 3), (Action.REPLACED, 1)),
        messages=MessageTotals(sent=4, clean=3, cleared=2, unknown=1),
        rules=(rule,),
        hours=(HourTotals(hour=9, sent=4, high=1, medium=2),),
        apps=(("mousepad", 3),),
        packs=(("v1", ((Action.SHOWN, 3),)),),
        fix_tenths=9,
        latency_tenths=(65, 90),
        earlier=(earlier(sent=2, clean=1),),
    )

    values = json.loads(json.dumps(as_mapping(Summary(ALL, totals))))

    assert values["shift"] == "all"
    assert datetime.fromisoformat(values["from"]).timestamp() * 1000 == NOON
    assert values["shifts"][0]["ended_by"] == "lock"
    assert values["messages"] == {"sent": 4, "clean": 3, "cleared": 2, "unknown": 1}
    assert (values["resolved"], values["resolved_share"]) == (1, 0.3333)
    assert values["usual"] == {
        "shifts": 1,
        "clean_share": 0.5,
        "resolved_share": None,
    }
    assert values["hours"] == [{"hour": 9, "sent": 4, "high": 1, "medium": 2, "low": 0}]
    assert values["categories"] == [{"category": "推诿", "shown": 2}]
    assert values["rules"][0]["rule"] == "F003"
    assert (values["rules"][0]["shown"], values["rules"][0]["replaced"]) == (2, 0)
    assert values["apps"] == [{"app": "mousepad", "shown": 3}]
    assert (values["packs"][0]["pack_version"], values["packs"][0]["shown"]) == (
        "v1",
        3,
    )
    assert values["reaction_ms"] == {"median": 900}
    assert values["latency_ms"] == {"p50": 6.5, "p95": 9.0}


def test_no_moment_has_no_local_time():
    assert local_time(None) is None


@pytest.mark.parametrize(
    ("text", "selection"),
    [
        ("last", LAST),
        ("LAST", LAST),
        ("all", ALL),
        ("today", days(TODAY, TODAY)),
        ("2026-05-01", days(date(2026, 5, 1), date(2026, 5, 1))),
        ("2026-05-01..2026-05-31", days(date(2026, 5, 1), date(2026, 5, 31))),
    ],
)
def test_shifts_are_chosen_in_words_or_by_days(text, selection):
    assert parse_selection(text, today=TODAY) == selection


@pytest.mark.parametrize(
    "text",
    [
        "",
        "tomorrow",
        "2026-5-1",
        "2026-02-30",
        "2026-05-02..2026-05-01",
        "2026-05-01..",
    ],
)
def test_what_is_no_selection_is_refused(text):
    with pytest.raises(ValueError, match=r"\w"):
        parse_selection(text, today=TODAY)


def test_a_selection_is_written_as_it_was_read():
    for text in ("last", "all", "2026-05-01", "2026-05-01..2026-05-31"):
        assert str(parse_selection(text, today=TODAY)) == text
    assert str(one_shift(4)) == Stretch.ONE


@given(st.dates(date(1971, 1, 1), date(2100, 1, 1)), st.integers(0, 60))
def test_days_begin_and_end_at_local_midnight(first, more):
    last = date.fromordinal(first.toordinal() + more)

    begin, end = days(first, last).bounds_ms()

    assert datetime.fromtimestamp(begin / 1000).date() == first  # noqa: DTZ006  local
    assert datetime.fromtimestamp(end / 1000 - 1).date() == last  # noqa: DTZ006
    assert datetime.fromtimestamp(begin / 1000).hour == 0  # noqa: DTZ006


@pytest.mark.parametrize(
    ("ended_by", "later", "expected"),
    [
        (None, SHIFT_GAP_MS - 1, True),
        (None, SHIFT_GAP_MS, False),
        (Cause.IDLE, 1, True),
        (Cause.HAND, 1, False),
        (None, -1, True),
    ],
)
def test_a_shift_goes_on_until_a_gap_or_the_agent_ends_it(ended_by, later, expected):
    span = ShiftSpan(shift_id=1, began_ms=NOON, last_ms=NOON, ended_by=ended_by)

    assert goes_on(span, NOON + later) is expected


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (summary(), Headline.NOTHING),
        (summary(sent=3, clean=3), Headline.ALL_CLEAN),
        (summary(shown=2, replaced=1, fixed_by_hand=1), Headline.ALL_FIXED),
        (summary(shown=4, replaced=2), Headline.MOST_FIXED),
        (
            summary(sent=9, clean=8, shown=4, earlier=(earlier(sent=9, clean=7),)),
            Headline.CLEANER,
        ),
        (summary(shown=4, replaced=1), Headline.SOME_FIXED),
        (summary(shown=4, ignored=4), Headline.PLAIN),
    ],
)
def test_the_headline_says_the_best_that_is_true(found, expected):
    assert headline(found) is expected


def test_a_rule_that_is_mostly_waved_through_is_noisy():
    rules = (
        RuleTotals("F1", "", "", counted(shown=10, ignored=4, marked_wrong=1)),
        RuleTotals("F2", "", "", counted(shown=10, ignored=4)),
        RuleTotals("F3", "", "", counted(shown=4, ignored=4)),
        RuleTotals("F4", "", "", counted(shown=5, ignored=4, marked_wrong=4)),
    )

    worst, other = noisy_rules(rules)

    assert (worst.rule_id, worst.share, worst.marked) == ("F4", 1.0, 4)
    assert (other.rule_id, other.share) == ("F1", 0.5)


def test_rules_that_are_on_and_were_never_shown_are_named():
    rules = (
        RuleTotals("F1", "", "", counted(shown=1)),
        RuleTotals("F2", "", "", counted(ignored=1)),
    )

    assert never_fired(["F3", "F1", "F2"], rules) == ("F3", "F2")
