"""A review as one HTML file: opens offline, on a phone, and prints."""

from assist.reports import page, tables
from assist.reports.charts import Row, hour_chart, row_chart
from assist.review.review import Review
from assist.review.tiles import tiles
from assist.review.wording import Words

_ROWS = 8
_RULES = 30
_ENTRIES = 200


def html_report(review: Review, words: Words) -> str:
    """Return the page."""
    summary = review.summary
    line = " · ".join(filter(None, [words.span(summary), words("no_text")]))
    title = f"{words('title')} {words.span(summary)}".strip()
    boxes = [
        (tile.label, tile.figure, tile.unit, tile.note)
        for tile in tiles(summary, words)
    ]
    parts = [
        page.heading(words.headline(summary, now_ms=review.now_ms), line),
        page.tile_row(boxes),
        _charts(review, words),
        _rules(review, words),
        _entries(review, words),
    ]
    return page.page(title, parts, language=words.language)


def _charts(review: Review, words: Words) -> str:
    summary = review.summary
    severities = [(name, words.severity(name)) for name in ("high", "medium", "low")]
    categories = [
        Row(words.category(name), shown, str(shown))
        for name, shown in summary.categories[:_ROWS]
    ]
    rules = [Row(name, shown, str(shown)) for name, shown in review.most_shown(_ROWS)]
    hours = hour_chart(summary.totals.hours, words)
    return page.columns(
        page.panel(words("by_hour"), hours, extra=page.legend(severities)),
        page.panel(words("by_category"), row_chart(categories, words("by_category"))),
        page.panel(words("by_rule"), row_chart(rules, words("by_rule"))),
        page.panel(
            words("by_shift"), row_chart(_shifts(review, words), words("by_shift"))
        ),
    )


def _shifts(review: Review, words: Words) -> list[Row]:
    """Return the share of messages that were right at once in the last shifts."""
    past = [
        (each.span.began_ms, each.messages.clean_share)
        for each in review.summary.totals.recent[-_ROWS:]
    ]
    return [
        Row(words.moment(began_ms, with_day=True)[:5], share, words.share(share))
        for began_ms, share in past
        if share is not None
    ]


def _rules(review: Review, words: Words) -> str:
    by_rule = tables.by_rule(review, words, count=_RULES)
    noisy = [
        (
            review.names.of(rule.rule_id),
            words("noisy_line", shown=rule.shown, waved=rule.waved),
        )
        for rule in review.noisy
    ]
    never = len(review.never)
    total = len(review.names.enabled)
    said = page.paragraph(words("never_line", n=never, total=total)) if total else ""
    return "".join(
        (
            page.panel(
                words("by_rule"),
                page.table(by_rule.titles, _cells(by_rule), kind="cards"),
            ),
            page.panel(
                words("noisy"), page.table((words("entry"), words("shown")), noisy)
            ),
            page.panel(words("never"), said),
        )
    )


def _entries(review: Review, words: Words) -> str:
    listed = tables.entries(review, words, count=_ENTRIES)
    content = page.table(listed.titles, _cells(listed), kind="cards")
    if content and len(review.entries) > _ENTRIES:
        content += page.paragraph(words("list_cut", n=_ENTRIES))
    return page.panel(words("list"), content)


def _cells(table: tables.ReportTable) -> list[tuple[str | int, ...]]:
    return [
        tuple(cell if isinstance(cell, int) else str(cell) for cell in row)
        for row in table.rows
    ]
