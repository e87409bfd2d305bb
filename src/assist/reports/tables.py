"""A review as tables, the same for the page, the workbook and the CSV."""

from collections.abc import Sequence
from dataclasses import dataclass

from assist.model.usage import Action
from assist.review.review import Review
from assist.review.tiles import tiles
from assist.review.totals import RuleTotals, fixed_of
from assist.review.wording import Words

Cell = str | int | float


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A name, the titles of the columns, and the rows."""

    name: str
    titles: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def overview(review: Review, words: Words) -> ReportTable:
    """Return the figures at the top, and what became of all findings."""
    summary = review.summary
    rows: list[tuple[Cell, ...]] = [
        (tile.label, f"{tile.figure} {tile.unit}".strip())
        for tile in tiles(summary, words)
    ]
    for key, action in _OUTCOMES:
        rows.append((words(key), summary.count(action)))
    latency = summary.totals.latency_tenths
    if latency:
        milliseconds = f"{words.tenths(latency[0])} {words('milliseconds')}"
        rows.append((words("flag_time"), milliseconds))
    titles = (words("figure"), words("value"))
    return ReportTable(words("overview"), titles, tuple(rows))


def by_hour(review: Review, words: Words) -> ReportTable:
    """Return messages and findings by hour of the day."""
    titles = (
        words("hour"),
        words("messages"),
        *(words(name) for name in ("high", "medium", "low")),
    )
    rows = tuple(
        (each.hour, each.sent, each.high, each.medium, each.low)
        for each in review.summary.totals.hours
    )
    return ReportTable(words("by_hour"), titles, rows)


def by_category(review: Review, words: Words) -> ReportTable:
    """Return findings shown in each category."""
    rows = tuple(
        (words.category(name), shown) for name, shown in review.summary.categories
    )
    return ReportTable(words("by_category"), (words("category"), words("shown")), rows)


def by_rule(review: Review, words: Words, *, count: int | None = None) -> ReportTable:
    """Return what became of the findings of each rule, those shown most first."""
    titles = (
        words("entry"),
        words("severity"),
        words("shown"),
        words("put_right"),
        words("ignored"),
        words("marked_wrong"),
        words("as_written"),
    )
    rules = review.summary.totals.rules[:count]
    rows = tuple(_rule_row(rule, review, words) for rule in rules)
    return ReportTable(words("by_rule"), titles, rows)


def entries(review: Review, words: Words, *, count: int | None = None) -> ReportTable:
    """Return the single findings, the newest first."""
    titles = ("entry", "time", "severity", "category", "outcome")
    listed = review.entries[:count]
    days = {words.moment(each.at_ms, with_day=True)[:5] for each in listed}
    rows = tuple(
        (
            review.names.of(each.rule_id),
            words.moment(each.at_ms, with_day=len(days) > 1),
            words.severity(each.severity),
            words.category(each.category),
            words.outcome(each),
        )
        for each in listed
    )
    return ReportTable(words("list"), tuple(map(words, titles)), rows)


def all_tables(review: Review, words: Words) -> Sequence[ReportTable]:
    """Return every table, in the order of the window."""
    return (
        overview(review, words),
        by_hour(review, words),
        by_category(review, words),
        by_rule(review, words),
        entries(review, words),
    )


_OUTCOMES = (
    ("shown", Action.SHOWN),
    ("replaced", Action.REPLACED),
    ("undone", Action.UNDONE),
    ("fixed_by_hand", Action.FIXED_BY_HAND),
    ("ignored", Action.IGNORED),
    ("marked_wrong", Action.MARKED_WRONG),
    ("as_written", Action.SENT),
    ("cleared", Action.CLEARED),
    ("unknown", Action.UNKNOWN),
)


def _rule_row(rule: RuleTotals, review: Review, words: Words) -> tuple[Cell, ...]:
    return (
        review.names.of(rule.rule_id),
        words.severity(rule.severity),
        rule.of(Action.SHOWN),
        fixed_of(rule.counts),
        rule.of(Action.IGNORED),
        rule.of(Action.MARKED_WRONG),
        rule.of(Action.SENT),
    )
