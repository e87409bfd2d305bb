"""Tables as an Excel workbook that team leads can go on working in."""

import io

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types
from xlsxwriter.worksheet import (  # type: ignore[import-untyped]  # as above
    Worksheet,
)

from assist.authoring.columns import (
    EXTENT_WORDS,
    NO,
    SCOPE_WORDS,
    SEVERITY_WORDS,
    SHEET_NAMES,
    TABLES,
    YES,
    Column,
    Sheet,
)
from assist.authoring.table import Table
from assist.errors import InputError

LONGEST_CELL = 32_767
"""Characters that Excel keeps in a cell."""

_CHOICES = {
    "severity": tuple(SEVERITY_WORDS.values()),
    "scope": tuple(SCOPE_WORDS.values()),
    "replaces": tuple(EXTENT_WORDS.values()),
    "enabled": (YES, NO),
    "locked": (YES, NO),
    "initials": (YES, NO),
}
_SPARE_ROWS = 2_000  # rows below the last one that offer the choices as well


def workbook_bytes(tables: tuple[Table, ...]) -> bytes:
    """Return the .xlsx file; every cell is text, none a formula or a link.

    Raises:
        InputError: A cell is longer than Excel keeps.
    """
    target = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(target, options) as workbook:
        heading = workbook.add_format({"bold": True, "bottom": 1, "valign": "top"})
        body = workbook.add_format(
            {"text_wrap": True, "valign": "top", "num_format": "@"}
        )
        for table in tables:
            sheet = workbook.add_worksheet(table.name)
            for column, cell in enumerate(table.rows[0]):
                sheet.write_string(0, column, cell, heading)
            for number, row in enumerate(table.rows[1:], 1):
                _write_row(sheet, table.name, number, row, body)
            _furnish(sheet, _columns(table), len(table.rows))
    return target.getvalue()


def _write_row(
    sheet: Worksheet, name: str, number: int, row: tuple[str, ...], body: object
) -> None:
    for column, cell in enumerate(row):
        if len(cell) > LONGEST_CELL:
            raise InputError(
                f"Row {number + 1} of {name} has a cell too long for Excel.",
                hint="Export it to a folder of CSV files instead.",
            )
        if cell:
            sheet.write_string(number, column, cell, body)


def _furnish(sheet: Worksheet, columns: tuple[Column, ...], rows: int) -> None:
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(rows - 1, 1), len(columns) - 1)
    for position, column in enumerate(columns):
        sheet.set_column(position, position, column.width)
        choices = _CHOICES.get(column.key)
        if choices and columns is TABLES[Sheet.RULES]:
            rule = {"validate": "list", "source": list(choices), "ignore_blank": True}
            sheet.data_validation(1, position, rows + _SPARE_ROWS, position, rule)


def _columns(table: Table) -> tuple[Column, ...]:
    names = {names[0]: sheet for sheet, names in SHEET_NAMES.items()}
    return TABLES[names[table.name]]
