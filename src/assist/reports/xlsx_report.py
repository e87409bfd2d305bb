"""A review as an Excel workbook: a sheet for each table, charts beside them."""

import io
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types

from assist.reports import tables
from assist.reports.page_style import LIGHT
from assist.reports.tables import ReportTable
from assist.review.review import Review
from assist.review.wording import Words

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_CHART_ROWS = 15
_FILLS = (
    {"fill": {"color": LIGHT["high"]}},
    {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": LIGHT["medium"]}},
    {"pattern": {"pattern": "dotted_grid", "fg_color": LIGHT["low"]}},
)


def xlsx_report(review: Review, words: Words) -> bytes:
    """Return the .xlsx file; every text is text, none a formula or a link."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, _OPTIONS) as workbook:
        book = _Book(workbook)
        book.add(tables.overview(review, words))
        hours = tables.by_hour(review, words)
        book.chart_columns(book.add(hours), hours)
        for make in (tables.by_category, tables.by_rule):
            table = make(review, words)
            figures = table.titles.index(words("shown"))
            book.chart_rows(book.add(table), table, figures)
        book.add(tables.entries(review, words))
    return target.getvalue()


class _Book:
    """A workbook that is being filled."""

    def __init__(self, workbook: Any) -> None:
        self._workbook = workbook
        self._bold = workbook.add_format({"bold": True, "bottom": 1})

    def add(self, table: ReportTable) -> Any:
        """Write a table into a sheet of its own; return the sheet."""
        sheet = self._workbook.add_worksheet(table.name)
        for column, title in enumerate(table.titles):
            sheet.write_string(0, column, title, self._bold)
        for number, row in enumerate(table.rows, 1):
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    sheet.write_string(number, column, cell)
                else:
                    sheet.write_number(number, column, cell)
        sheet.freeze_panes(1, 0)
        if table.rows:
            sheet.autofilter(0, 0, len(table.rows), len(table.titles) - 1)
        sheet.set_column(0, 0, 28)
        sheet.set_column(1, len(table.titles) - 1, 14)
        return sheet

    def chart_columns(self, sheet: Any, table: ReportTable) -> None:
        """Stack the last three columns of a table over its first."""
        if not table.rows:
            return
        chart = self._workbook.add_chart({"type": "column", "subtype": "stacked"})
        for place, fill in enumerate(_FILLS):
            series = self._series(table, len(table.titles) - 3 + place, len(table.rows))
            chart.add_series({**series, **fill, "gap": 60})
        chart.set_title({"name": table.name})
        sheet.insert_chart(1, len(table.titles) + 1, chart)

    def chart_rows(self, sheet: Any, table: ReportTable, figures: int) -> None:
        """Draw the first rows of a table as bars, the first at the top."""
        if not table.rows:
            return
        chart = self._workbook.add_chart({"type": "bar"})
        series = self._series(table, figures, min(len(table.rows), _CHART_ROWS))
        chart.add_series({**series, "fill": {"color": LIGHT["accent"]}, "gap": 60})
        chart.set_title({"name": table.name})
        chart.set_legend({"none": True})
        chart.set_y_axis({"reverse": True})
        sheet.insert_chart(1, len(table.titles) + 1, chart)

    def _series(self, table: ReportTable, column: int, count: int) -> dict[str, Any]:
        name = table.name
        return {
            "name": [name, 0, column],
            "categories": [name, 1, 0, count, 0],
            "values": [name, 1, column, count, column],
        }
