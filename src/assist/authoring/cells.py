r"""How values are written in the cells of a table, and read back unchanged.

A cell holds several values separated by ``；`` or a line break, as in the
phrase lists that ship; ``\；`` is a semicolon of the value itself, all other
backslashes belong to the rule language.  Values that would not come back as
they are (rare) are written as a JSON list.

A cell that begins with ``=``, ``+``, ``-`` or ``@`` would be run by a
spreadsheet program as a formula, so it is written with an apostrophe before it.
"""

import json
import re
from collections.abc import Sequence

_ITEM = re.compile(r"(?:\\[^\n]|[^\\；\n]|\\(?=\n)|\\$)+")
_ACTING = "=+-@＝＋－＠\t\r"
_QUOTE = "'"


def split_cell(cell: str) -> tuple[str, ...]:
    """Return the values of a cell; a cell without any gives none."""
    listed = _json_list(cell)
    if listed is not None:
        return listed
    return _split(cell)


def join_cell(values: Sequence[str]) -> str:
    """Return the cell that :func:`split_cell` reads as ``values``."""
    if not values:
        return ""
    cell = "\n".join(value.replace("；", "\\；") for value in values)
    if split_cell(cell) == tuple(values):
        return cell
    return json.dumps(list(values), ensure_ascii=False)


def neutralised(cell: str) -> str:
    """Return a cell that no spreadsheet program takes for a formula."""
    inner = cell.lstrip(_QUOTE)
    if inner[:1] and inner[:1] in _ACTING:
        return _QUOTE + cell
    return cell


def plain(cell: str) -> str:
    """Take back what :func:`neutralised` did."""
    inner = cell.lstrip(_QUOTE)
    if cell[:1] == _QUOTE and inner[:1] and inner[:1] in _ACTING:
        return cell[1:]
    return cell


def one_line(cell: str) -> str:
    """Return a cell that holds one value, its line breaks made blanks."""
    return " ".join(cell.split("\n")).strip() if "\n" in cell else cell.strip()


def _split(cell: str) -> tuple[str, ...]:
    items = (item.replace("\\；", "；").strip() for item in _ITEM.findall(cell))
    return tuple(item for item in items if item)


def _json_list(cell: str) -> tuple[str, ...] | None:
    text = cell.strip()
    if not (text.startswith('["') and text.endswith('"]')):
        return None
    try:
        values = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not all(isinstance(value, str) for value in values):
        return None
    return tuple(value for value in values if value)
