"""The text a phrase list is built from: a folder of CSV files, or one CSV.

A folder holds ``rules*.csv`` and, as it likes, ``standard.csv`` (compliant
sentences), ``word_classes.csv`` (``@称谓`` and the like) and ``pack.csv``
(the version).  A single file holds rules; only its column ``phrase`` is
required.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from assist.errors import InputError, RuleSyntaxError
from assist.matching.template import expand
from assist.model.rule import Rule
from assist.model.standard import StandardPhrase
from assist.storage.phrase_row import (
    RULE_COLUMNS,
    CellError,
    Cells,
    RuleRow,
    rule_row,
    split_cell,
    standard_row,
)

_ENCODING_HINT = "In Excel, save it as “CSV UTF-8 (Comma delimited)”."
_QUOTE_HINT = "Put double quotes around a cell that holds a comma or a quote."
_PATTERN_COLUMNS = ("patterns", "aliases", "exceptions", "only_if", "unless")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class PhraseSource:
    """A whole phrase list as its authors write it.

    Attributes:
        rows: In the order of the files; ids are unique.
        word_classes: Name (without ``@``) to its words.
        standard: Compliant sentences; ids are unique.
        version: Shown to the agent, e.g. ``v1``; may be empty.
        unused_columns: ``(file name, column)`` of columns that have no meaning
            here, so that a misspelt column can be pointed out.
    """

    rows: tuple[RuleRow, ...]
    word_classes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    standard: tuple[StandardPhrase, ...] = ()
    version: str = ""
    unused_columns: tuple[tuple[str, str], ...] = ()

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules alone."""
        return tuple(row.rule for row in self.rows)


@dataclass(frozen=True, slots=True)
class _Line:
    """One row of a file; ``number`` counts as a spreadsheet does, header is 1."""

    file: str
    number: int
    cells: Cells

    def refuse(self, reason: str) -> InputError:
        return InputError(f"{self.file}, row {self.number}: {reason}.")


def read_source(path: Path) -> PhraseSource:
    """Read a folder like ``resources/phrases/`` or one CSV of rules.

    Raises:
        InputError: Nothing to read, or a row is wrong: the message names the
            file and the row, counted as a spreadsheet does.
    """
    files = sorted(path.glob("rules*.csv")) if path.is_dir() else [path]
    if not files:
        hint = "A folder needs at least one file called rules….csv."
        raise InputError(f"{path.name} holds no phrase list.", hint=hint)
    lines = [line for file in files for line in _lines(file, needs="phrase")]
    rows = _made(lines, _rule_row)
    _check_ids(lines, [row.rule.rule_id for row in rows])
    _check_merged(lines, rows)
    unused = tuple(sorted({pair for line in lines for pair in _unused(line)}))
    if not path.is_dir():
        _check_patterns(lines, rows, {})
        return PhraseSource(rows, unused_columns=unused)
    standard_lines = _optional(path / "standard.csv", needs="text")
    standard = _made(standard_lines, _standard_row)
    _check_ids(standard_lines, [phrase.phrase_id for phrase in standard])
    classes = _made(_optional(path / "word_classes.csv", needs="words"), _word_class)
    _check_patterns(lines, rows, dict(classes))
    pack = {
        line.cells["name"]: line.cells.get("value", "").strip()
        for line in _optional(path / "pack.csv", needs="name")
    }
    return PhraseSource(rows, classes, standard, pack.get("version", ""), unused)


def _rule_row(line: _Line) -> RuleRow:
    return rule_row(line.cells, fallback_id=f"P{line.number - 1:03d}")


def _standard_row(line: _Line) -> StandardPhrase:
    return standard_row(line.cells, fallback_id=f"S{line.number - 1:03d}")


def _word_class(line: _Line) -> tuple[str, tuple[str, ...]]:
    name = line.cells.get("name", "").strip().removeprefix("@")
    words = split_cell(line.cells["words"])
    if not name or not words:
        raise CellError("a word class needs a name and words")
    return name, words


def _made(lines: Iterable[_Line], make: Callable[[_Line], Value]) -> tuple[Value, ...]:
    values = []
    for line in lines:
        try:
            values.append(make(line))
        except CellError as error:
            raise line.refuse(str(error)) from error
    return tuple(values)


def _optional(file: Path, *, needs: str) -> list[_Line]:
    return list(_lines(file, needs=needs)) if file.exists() else []


def _lines(file: Path, *, needs: str) -> Iterator[_Line]:
    reader = csv.reader(io.StringIO(_text(file), newline=""), strict=True)
    columns: list[str] = []
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            if number == 1:
                columns = _columns(file, cells, needs=needs)
            elif any(cell.strip() for cell in cells):
                yield _line(file, number, columns, cells)
    except csv.Error as error:
        reason = f"{file.name}, row {number + 1}: {error}."
        raise InputError(reason, hint=_QUOTE_HINT) from error
    if not columns:
        raise InputError(f"{file.name} is empty.")


def _text(file: Path) -> str:
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        reason = f"{file.name} is not UTF-8 text."
        raise InputError(reason, hint=_ENCODING_HINT) from error
    except OSError as error:
        raise InputError(f"{file.name} cannot be read: {error.strerror}.") from error
    if "\0" in text:
        reason = f"{file.name} is not a text file."
        raise InputError(reason, hint=_ENCODING_HINT)
    return text


def _columns(file: Path, cells: list[str], *, needs: str) -> list[str]:
    columns = [cell.strip().lower() for cell in cells]
    if needs not in columns:
        found = "、".join(name for name in columns if name) or "none"
        hint = f"Its first row must name the columns; found: {found}."
        raise InputError(f"{file.name} has no column {needs}.", hint=hint)
    twice = next((name for name in columns if name and columns.count(name) > 1), "")
    if twice:
        raise InputError(f"{file.name} has the column {twice} twice.")
    return columns


def _line(file: Path, number: int, columns: list[str], cells: list[str]) -> _Line:
    line = _Line(file.name, number, dict(zip(columns, cells, strict=False)))
    if any(cell.strip() for cell in cells[len(columns) :]):
        error = line.refuse(f"{len(cells)} cells under {len(columns)} columns")
        raise InputError(str(error), hint=_QUOTE_HINT)
    return line


def _unused(line: _Line) -> Iterator[tuple[str, str]]:
    for column, cell in line.cells.items():
        if column not in RULE_COLUMNS and cell.strip():
            yield line.file, column


def _check_ids(lines: list[_Line], ids: list[str]) -> None:
    first: dict[str, _Line] = {}
    for line, rule_id in zip(lines, ids, strict=True):
        if rule_id in first:
            other = first[rule_id]
            where = f"row {other.number} of {other.file}"
            raise line.refuse(f"the id {rule_id} is already used in {where}")
        first[rule_id] = line


def _check_patterns(
    lines: list[_Line], rows: tuple[RuleRow, ...], classes: dict[str, tuple[str, ...]]
) -> None:
    for line, row in zip(lines, rows, strict=True):
        for column in _PATTERN_COLUMNS:
            for pattern in getattr(row.rule, column):
                try:
                    expand(pattern, classes)
                except RuleSyntaxError as error:
                    refusal = line.refuse(f"{column}: {error}")
                    raise InputError(str(refusal), hint=error.hint) from error


def _check_merged(lines: list[_Line], rows: tuple[RuleRow, ...]) -> None:
    enabled = {row.rule.rule_id: row.rule.enabled for row in rows}
    for line, row in zip(lines, rows, strict=True):
        if not row.merged_into:
            continue
        if not enabled.get(row.merged_into):
            raise line.refuse(f"merged_into names no active rule: {row.merged_into}")
        if row.rule.enabled:
            raise line.refuse("a merged rule needs enabled=0")
