"""Excel workbooks as tables of text."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from assist.authoring.limits import MOST_BYTES, MOST_RULES
from assist.authoring.table import Table
from assist.errors import InputError
from assist.packs.files import read_bounded
from assist.packs.workbook_bounds import checked_copy

_HEADING_ROOM = 1_000  # rows beyond the rules: headings, notes, empty rows
Cell = float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta


def read_workbook(path: Path) -> tuple[Table, ...]:
    """Read all sheets of an .xlsx; formulas give the values last computed.

    Raises:
        InputError: Damaged, protected, or beyond the bounds.
    """
    data = checked_copy(read_bounded(path, most=MOST_BYTES), path.name)
    try:
        with CalamineWorkbook.from_filelike(data) as workbook:
            return tuple(
                Table(name, _rows(workbook, name)) for name in workbook.sheet_names
            )
    except (CalamineError, OSError, ValueError) as error:
        raise InputError(
            f"{path.name} cannot be read as a workbook.",
            hint="Open it in Excel or WPS and save it again as .xlsx.",
        ) from error


def _rows(workbook: CalamineWorkbook, name: str) -> tuple[tuple[str, ...], ...]:
    rows = workbook.get_sheet_by_name(name).to_python(
        skip_empty_area=False, nrows=MOST_RULES + _HEADING_ROOM
    )
    return tuple(_texts(row) for row in rows)


def _texts(row: Iterable[Cell]) -> tuple[str, ...]:
    return tuple(_text(cell) for cell in row)


def _text(cell: Cell) -> str:
    if isinstance(cell, str):
        return cell.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, dt.datetime):
        whole = cell.time() == dt.time()
        return cell.strftime("%Y-%m-%d" if whole else "%Y-%m-%dT%H:%M:%SZ")
    return str(cell)
