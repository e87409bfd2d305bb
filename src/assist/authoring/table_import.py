"""From tables to a pack, or to the list of everything that is wrong in them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from assist.authoring.cells import split_cell
from assist.authoring.columns import (
    LAYER_WORDS,
    YES_WORDS,
    Sheet,
    manifest_key,
    worded,
)
from assist.authoring.fields import Fields
from assist.authoring.limits import (
    LONGEST_ID,
    MOST_CLASSES,
    MOST_ENTRIES,
    MOST_RULES,
    MOST_STANDARD,
    MOST_WORDS,
)
from assist.authoring.pack import (
    Entry,
    Extras,
    Manifest,
    Pack,
    PackPhrase,
    PackRule,
    WordClass,
)
from assist.authoring.parse import parse_entry, parse_manifest
from assist.authoring.problem import Place, Problem
from assist.authoring.rule_cells import (
    Classes,
    json_cell,
    made_id,
    more_of,
    rule_of,
)
from assist.authoring.slots import has_open_slot, slot_names
from assist.authoring.table import Headed, Problems, Row, Table, headed, rows_of
from assist.errors import PackFormatError
from assist.model.standard import StandardPhrase


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of reading tables.

    Attributes:
        pack: What could be read; of use only when there are no problems.
        problems: In the order of the tables; at most 200.
        problem_count: Of all problems.
        ignored: ``(sheet, heading)`` of columns without a meaning, and
            ``(sheet, "")`` of sheets that are no table of a pack.
    """

    pack: Pack
    problems: tuple[Problem, ...]
    problem_count: int
    ignored: tuple[tuple[str, str], ...]


def import_tables(tables: Iterable[Table], *, fallback: Manifest) -> Imported:
    """Read all tables of a workbook, a folder or one file.

    Args:
        tables: In any order; sheets that are no table of a pack are ignored.
        fallback: The manifest, or what it lacks, when there is none.
    """
    problems = Problems()
    read: dict[Sheet, list[Headed]] = {sheet: [] for sheet in Sheet}
    ignored: list[tuple[str, str]] = []
    for table in tables:
        found = headed(table, problems)
        if found is None:
            ignored.append((table.name, ""))
            continue
        read[found.sheet].append(found)
        ignored += [(table.name, heading) for heading in found.unused]
    if not read[Sheet.RULES]:
        problems.add("no_rules", Place("、".join(name for name, _ in ignored)))
    pack = _pack(read, problems, fallback)
    return Imported(pack, tuple(problems.found), problems.count, tuple(ignored))


def _pack(
    read: dict[Sheet, list[Headed]], problems: Problems, fallback: Manifest
) -> Pack:
    classes = _collected(read[Sheet.CLASSES], problems, MOST_CLASSES, _word_class)
    known: Classes = {one.name: one.words for one in classes}
    manifest, more = _manifest(read[Sheet.MANIFEST], problems, fallback)
    return Pack(
        manifest=manifest,
        rules=tuple(_rules(read[Sheet.RULES], problems, known)),
        word_classes=tuple(classes),
        standard=tuple(
            _collected(read[Sheet.STANDARD], problems, MOST_STANDARD, _standard)
        ),
        apps=tuple(_collected(read[Sheet.APPS], problems, MOST_ENTRIES, _entry)),
        checks=tuple(_collected(read[Sheet.CHECKS], problems, MOST_ENTRIES, _entry)),
        more=more,
    )


def _rules(
    tables: Sequence[Headed], problems: Problems, classes: Classes
) -> list[PackRule]:
    seen: dict[str, int] = {}
    found = []
    for table in tables:
        for row in rows_of(table, problems, most=MOST_RULES):
            entry = rule_of(row, classes)
            rule_id = entry.rule.rule_id
            if rule_id in seen:
                _refuse_twice(row, entry, seen[rule_id])
            seen.setdefault(rule_id, row.number)
            found.append(entry)
    return found


def _refuse_twice(row: Row, entry: PackRule, first: int) -> None:
    rule = entry.rule
    if row.raw("id"):
        row.refuse("id", "id_twice", rule.rule_id, str(first))
    elif rule.phrase:
        row.refuse("phrase", "same_phrase", rule.phrase, str(first))


def _collected(
    tables: Sequence[Headed], problems: Problems, most: int, make: Any
) -> list[Any]:
    found: list[Any] = []
    seen: dict[str, int] = {}
    for table in tables:
        for row in rows_of(table, problems, most=most):
            made = make(row)
            if made is None:
                continue
            key, one = made
            name = row.raw("id") or row.raw("name") or key
            if key in seen:
                column = "id" if row.raw("id") else "name"
                row.refuse(column, "id_twice", name, str(seen[key]))
                continue
            seen[key] = row.number
            found.append(one)
    return found


def _word_class(row: Row) -> tuple[str, WordClass] | None:
    name = row.needed("name", most=LONGEST_ID).removeprefix("@")
    if any(mark in name for mark in "@{}｛｝"):
        row.refuse("name", "bad_name", name)
    words = row.texts("words", items=MOST_WORDS)
    if not words:
        row.refuse("words", "empty")
    return (name, WordClass(name, words, more_of(row))) if name and words else None


def _standard(row: Row) -> tuple[str, PackPhrase] | None:
    text = row.needed("text")
    if not text:
        return None
    if has_open_slot(text):
        row.refuse("text", "open_slot", text)
    phrase = StandardPhrase(
        phrase_id=row.text("id", most=LONGEST_ID) or made_id(text).replace("P", "S", 1),
        scenario=row.text("scenario"),
        text=text,
        slots=slot_names(text),
        source=row.text("source"),
    )
    return phrase.phrase_id, PackPhrase(phrase, more_of(row))


def _entry(row: Row) -> tuple[str, Entry] | None:
    try:
        entry = parse_entry(Fields(json_cell(row.raw("body")), "内容"))
    except PackFormatError:
        row.refuse("body", "not_json")
        return None
    return entry.entry_id, entry


def _manifest(
    tables: Sequence[Headed], problems: Problems, fallback: Manifest
) -> tuple[Manifest, Extras]:
    values: dict[str, Any] = {}
    for table in tables:
        for row in rows_of(table, problems, most=MOST_ENTRIES):
            key = manifest_key(row.text("name"))
            if key and row.raw("value"):
                values[key] = _manifest_value(key, row)
    more = values.pop("more", {})
    if not (values or more):
        return fallback, ()
    values = {"id": fallback.pack_id, "version": fallback.version} | values
    try:
        unknown = Fields(more, "其他")
        values |= Fields(unknown.take("manifest", {}), "其他").whole_object
        manifest = parse_manifest(Fields(values, "词包"))
        extras = Fields(unknown.take("pack", {}), "其他").rest()
    except PackFormatError as error:
        place = Place(tables[0].table.name)
        problems.add("bad_manifest", place, f"{error} {error.hint}".strip())
        return fallback, ()
    return manifest, extras


def _manifest_value(key: str, row: Row) -> Any:
    cell = row.raw("value")
    if key == "version":
        digits = cell.lower().removeprefix("v")
        return int(digits) if digits.isascii() and digits.isdigit() else cell
    if key in _MANIFEST_VALUES:
        return _MANIFEST_VALUES[key](cell)
    if key in {"settings", "more"}:
        values = json_cell(cell)
        if not isinstance(values, dict):
            row.refuse("value", "not_json")
            return {}
        return values
    return row.text("value")


_MANIFEST_VALUES: dict[str, Callable[[str], Any]] = {
    "layer": lambda cell: worded(LAYER_WORDS, cell) or cell,
    "emergency": lambda cell: cell.casefold() in YES_WORDS,
    "languages": lambda cell: list(split_cell(cell)),
    "changelog": lambda cell: list(split_cell(cell)),
}
