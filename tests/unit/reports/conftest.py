from datetime import datetime

import pytest

from assist.model.usage import Action
from assist.review.entry import Entry
from assist.review.review import PhraseNames, Review
from assist.review.selection import LAST
from assist.review.shifts import ShiftSpan
from assist.review.summary import Summary
from assist.review.totals import (
    HourTotals,
    MessageTotals,
    RuleTotals,
    ShiftTotals,
    UsageTotals,
)

NINE = round(datetime(2026, 11, 21, 8, 58).timestamp() * 1000)  # noqa: DTZ001  local
HOUR = 3_600_000
NASTY = '=1+1"><script>alert(1)</script>&'


def counts(**values):
    return tuple((Action(name), count) for name, count in values.items())


def span(number, began_ms=NINE):
    return ShiftSpan(shift_id=number, began_ms=began_ms, last_ms=began_ms + 8 * HOUR)


@pytest.fixture
def review():
    """A shift of which every part of a report has something to show."""
    rules = (
        RuleTotals(
            "F1", "推诿", "high", counts(shown=9, replaced=5, undone=1, ignored=2)
        ),
        RuleTotals(
            "F2", "口头语", "low", counts(shown=6, ignored=3, marked_wrong=1, sent=2)
        ),
        RuleTotals("F3", "=cmd", "medium", counts(shown=1, fixed_by_hand=1)),
    )
    before = ShiftTotals(
        span=span(1, NINE - 24 * HOUR),
        messages=MessageTotals(sent=100, clean=80),
        counts=counts(shown=4, replaced=2),
    )
    here = ShiftTotals(span=span(2), messages=MessageTotals(sent=200, clean=190))
    totals = UsageTotals(
        shifts=(span(2),),
        counts=counts(
            shown=16,
            replaced=5,
            undone=1,
            fixed_by_hand=1,
            ignored=5,
            marked_wrong=1,
            sent=2,
        ),
        messages=MessageTotals(sent=200, clean=190, cleared=3, unknown=7),
        rules=rules,
        hours=(
            HourTotals(hour=9, sent=120, high=9, medium=1),
            HourTotals(hour=11, sent=80, low=6),
        ),
        apps=(("wxwork", 16),),
        packs=(("v12", counts(shown=16)),),
        fix_tenths=42,
        latency_tenths=(65, 90),
        earlier=(before,),
        recent=(before, here),
    )
    entries = (
        Entry(
            event_id=9,
            at_ms=NINE + 3 * HOUR,
            rule_id="F2",
            severity="low",
            category="口头语",
            app="wxwork",
            outcome=Action.IGNORED,
            marked=True,
        ),
        Entry(
            event_id=8,
            at_ms=NINE + HOUR,
            rule_id="F3",
            severity="medium",
            category="=cmd",
            app="wxwork",
            outcome=Action.SENT,
        ),
        Entry(
            event_id=7,
            at_ms=NINE,
            rule_id="F1",
            severity="high",
            category="推诿",
            app="wxwork",
        ),
    )
    names = PhraseNames(
        phrases={"F1": "我也没办法", "F2": "喂", "F3": NASTY, "F4": "不知道"},
        enabled=("F1", "F2", "F3", "F4"),
    )
    return Review(
        summary=Summary(LAST, totals),
        entries=entries,
        names=names,
        now_ms=NINE + 9 * HOUR,
    )


@pytest.fixture
def nothing():
    """A review of a log that nobody has written to."""
    return Review(
        summary=Summary(LAST, UsageTotals()),
        entries=(),
        names=PhraseNames(),
        now_ms=NINE,
    )
