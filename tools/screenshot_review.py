"""A shift that tools/screenshots.py shows in the review window."""

from datetime import datetime, timedelta

from assist.model.usage import Action
from assist.review.entry import Entry
from assist.review.review import PhraseNames, Review
from assist.review.selection import LAST
from assist.review.shifts import ShiftSpan
from assist.review.summary import Summary
from assist.review.totals import (
    Counts,
    HourTotals,
    MessageTotals,
    RuleTotals,
    ShiftTotals,
    UsageTotals,
)

_NINE = datetime(2026, 11, 20, 9).astimezone()
_PHRASES = {
    "S1": "我也没办法",
    "S2": "你刚才不是已查过了吗",
    "S3": "有本事你告去",
    "S4": "喂",
    "S5": "这事不归我管，您再等等，我们也在催",
}
_RULES = (
    ("S1", "推诿", "medium", 8, 6, 1),
    ("S2", "责问反问", "medium", 6, 5, 0),
    ("S4", "口头语", "low", 5, 1, 4),
    ("S5", "推诿", "medium", 3, 2, 0),
    ("S3", "斗气语", "high", 1, 1, 0),
)
_OUTCOMES = (
    *(Action.REPLACED, Action.IGNORED, Action.FIXED_BY_HAND, Action.SENT),
    *(Action.MARKED_WRONG, Action.UNKNOWN, None, Action.UNDONE),
)


def _ms(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)


def _shift(days_ago: int, clean: int, handed_over_ms: int | None = None) -> ShiftTotals:
    begin = _NINE - timedelta(days=days_ago)
    span = ShiftSpan(
        shift_id=20 - days_ago,
        began_ms=_ms(begin),
        last_ms=_ms(begin + timedelta(hours=8)),
        handed_over_ms=handed_over_ms,
    )
    messages = MessageTotals(sent=300, clean=clean)
    counts: Counts = ((Action.SHOWN, 24), (Action.REPLACED, 14))
    return ShiftTotals(span=span, messages=messages, counts=counts)


def sample_review() -> Review:
    """Return a review of which every part has something to show."""
    shifts = [_shift(ago, 300 - 7 * ago) for ago in range(7, 0, -1)]
    now = _shift(0, 276, handed_over_ms=1)
    rules = tuple(
        RuleTotals(
            rule,
            category,
            severity,
            (
                (Action.SHOWN, shown),
                (Action.REPLACED, fixed),
                (Action.IGNORED, ignored),
            ),
        )
        for rule, category, severity, shown, fixed, ignored in _RULES
    )
    hours = tuple(
        HourTotals(hour=hour, sent=40, high=hour == 11, medium=hour % 4, low=hour % 3)
        for hour in range(9, 18)
    )
    totals = UsageTotals(
        shifts=(now.span,),
        counts=((Action.SHOWN, 23), (Action.REPLACED, 15), (Action.SENT, 2)),
        messages=MessageTotals(sent=300, clean=276, cleared=4, unknown=11),
        rules=rules,
        hours=hours,
        fix_tenths=42,
        earlier=tuple(shifts),
        recent=(*shifts, now),
    )
    entries = tuple(_entry(number) for number in range(12, 0, -1))
    names = PhraseNames(phrases=_PHRASES, enabled=(*_PHRASES, "S6", "S7"))
    return Review(
        summary=Summary(LAST, totals),
        entries=entries,
        names=names,
        now_ms=now.span.last_ms,
    )


def _entry(number: int) -> Entry:
    rule, category, severity, *_ = _RULES[number % len(_RULES)]
    return Entry(
        event_id=number,
        at_ms=_ms(_NINE + timedelta(minutes=35 * number)),
        rule_id=rule,
        severity=severity,
        category=category,
        app="wxwork",
        outcome=_OUTCOMES[number % len(_OUTCOMES)],
        marked=number == 5,
    )
