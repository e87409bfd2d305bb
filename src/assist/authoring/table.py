"""A table as text cells, and the reading of one row with every problem noted."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from assist.authoring.cells import one_line, plain, split_cell
from assist.authoring.columns import (
    NEEDED,
    NO,
    NO_WORDS,
    TABLES,
    YES,
    YES_WORDS,
    Sheet,
    heading_key,
    sheet_named,
    worded,
)
from assist.authoring.fields import clean
from assist.authoring.limits import LONGEST_TEXT, MOST_ITEMS
from assist.authoring.problem import Place, Problem

MOST_PROBLEMS = 200
"""More are not listed: the first ones tell what went wrong."""

_HEADING_ROWS = 10  # a title or a note may stand above the headings


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet; ``rows[0]`` is the first row of the spreadsheet."""

    name: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(slots=True)
class Problems:
    """Collects problems; what is beyond the most is only counted."""

    found: list[Problem] = field(default_factory=list)
    count: int = 0

    def add(self, code: str, place: Place, *details: str) -> None:
        """Note one problem."""
        self.count += 1
        if self.count <= MOST_PROBLEMS:
            self.found.append(Problem(code, place, details))


@dataclass(frozen=True, slots=True)
class Headed:
    """A table whose headings were understood.

    Attributes:
        headings: Position to (key, heading as written).
        first: Index of the first row below the headings.
    """

    sheet: Sheet
    table: Table
    headings: Mapping[int, tuple[str, str]]
    first: int
    unused: tuple[str, ...]


def headed(table: Table, problems: Problems) -> Headed | None:
    """Find out which table this is; None if it is none of a pack's."""
    named = sheet_named(table.name)
    wanted = [named] if named else list(Sheet)
    for sheet in wanted:
        for index, row in enumerate(table.rows[:_HEADING_ROWS]):
            keys = {
                position: (heading_key(sheet, cell), cell.strip())
                for position, cell in enumerate(row)
                if cell.strip()
            }
            if NEEDED[sheet] in {key for key, _ in keys.values()}:
                return _headed(sheet, table, keys, index, problems)
    return None


def _headed(
    sheet: Sheet,
    table: Table,
    keys: Mapping[int, tuple[str, str]],
    index: int,
    problems: Problems,
) -> Headed:
    seen: set[str] = set()
    for key, heading in keys.values():
        if key and key != "replacements" and key in seen:
            place = Place(table.name, index + 1, heading)
            problems.add("column_twice", place, heading)
        seen.add(key)
    unused = tuple(heading for key, heading in keys.values() if not key)
    known = {place: pair for place, pair in keys.items() if pair[0]}
    return Headed(sheet, table, known, index + 1, unused)


class Row:
    """The cells of one row; a cell that is wrong is noted and read as empty."""

    def __init__(self, table: Headed, index: int, problems: Problems) -> None:
        self._table = table
        self._problems = problems
        self.number = index + 1
        cells = table.table.rows[index]
        self._cells: dict[str, list[tuple[str, str]]] = {}
        for position, (key, heading) in table.headings.items():
            cell = plain(cells[position]) if position < len(cells) else ""
            self._cells.setdefault(key, []).append((heading, cell))

    def refuse(self, key: str, code: str, *details: str) -> None:
        """Note a problem in the column of ``key``."""
        self._problems.add(code, self.place(key), *details)

    def place(self, key: str) -> Place:
        """Return where the cell of ``key`` is."""
        columns = {one.key: one.heading for one in TABLES[self._table.sheet]}
        cells = self._cells.get(key) or [(columns.get(key, key), "")]
        filled = [heading for heading, cell in cells if cell.strip()]
        return Place(self._table.table.name, self.number, (filled or [cells[0][0]])[0])

    def raw(self, key: str) -> str:
        """Return the text of a cell without blanks around it."""
        return next((cell.strip() for _, cell in self._cells.get(key, ())), "")

    def text(self, key: str, *, most: int = LONGEST_TEXT) -> str:
        """Return a cell that holds one value."""
        return self._checked(key, one_line(self.raw(key)), most)

    def needed(self, key: str, *, most: int = LONGEST_TEXT) -> str:
        """Return a cell that may not be empty."""
        value = self.text(key, most=most)
        if not value and not self.raw(key):
            self.refuse(key, "empty")
        return value

    def texts(
        self, key: str, *, most: int = LONGEST_TEXT, items: int = MOST_ITEMS
    ) -> tuple[str, ...]:
        """Return the values of all cells of a column, or of a numbered group."""
        cells = [cell for _, cell in self._cells.get(key, ())]
        values = [value for cell in cells for value in split_cell(cell)]
        if len(values) > items:
            self.refuse(key, "too_many_values", str(items))
            return ()
        return tuple(filter(None, (self._checked(key, one, most) for one in values)))

    def choice(self, key: str, words: Mapping[Any, str], default: Any) -> Any:
        """Return what a cell names; ``default`` when it is empty."""
        cell = self.text(key)
        return self.word(key, cell, words, default) if cell else default

    def word(self, key: str, cell: str, words: Mapping[Any, str], default: Any) -> Any:
        """Return what ``cell`` names; note it when it names nothing."""
        found = worded(words, cell)
        if found is None:
            self.refuse(key, "not_a_choice", cell, "、".join(words.values()))
            return default
        return found

    def flag(self, key: str, *, default: bool) -> bool:
        """Return a cell that says yes or no."""
        cell = self.text(key).casefold()
        if cell and cell not in YES_WORDS | NO_WORDS:
            self.refuse(key, "not_a_choice", self.raw(key), f"{YES}、{NO}")
        return cell in YES_WORDS if cell else default

    def whole(self, key: str, *, low: int, high: int) -> int | None:
        """Return a whole number; None when the cell is empty."""
        cell = self.text(key)
        if not cell:
            return None
        if cell.isascii() and cell.isdigit() and low <= int(cell[:12]) <= high:
            return int(cell)
        self.refuse(key, "not_a_number", cell, str(low), str(high))
        return None

    def _checked(self, key: str, value: str, most: int) -> str:
        if len(value) > most:
            self.refuse(key, "too_long", str(most))
            return ""
        if not clean(value):
            self.refuse(key, "control")
            return ""
        return value


def rows_of(table: Headed, problems: Problems, *, most: int) -> Iterator[Row]:
    """Yield the rows below the headings that hold anything."""
    rows: Sequence[tuple[str, ...]] = table.table.rows
    count = 0
    for index in range(table.first, len(rows)):
        if not any(cell.strip() for cell in rows[index]):
            continue
        count += 1
        if count > most:
            place = Place(table.table.name, index + 1)
            problems.add("too_many_rows", place, str(most))
            return
        yield Row(table, index, problems)
