"""One row of a phrase CSV, as text cells, made into a rule.

The columns and the way cells are written are documented for team leads in
``resources/phrases/README.md``.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from assist.model.rule import Channel, Extent, Replacement, Rule, Scope, Severity
from assist.model.standard import StandardPhrase

Cells = Mapping[str, str]
Choice = TypeVar("Choice", bound=StrEnum)

_ITEM = re.compile(r"(?:\\.|[^\\；\n]|\\$)+", re.DOTALL)
_SLOT = re.compile(r"\{([^{}]+)\}")
_YES = {"1", "true", "yes", "是"}
_NO = {"0", "false", "no", "否"}
_LANGUAGES = ("zh", "en")

RULE_COLUMNS = (
    "id",
    "phrase",
    "kind",
    "language",
    "scope",
    "category",
    "scenario",
    "severity",
    "enabled",
    "merged_into",
    "patterns",
    "aliases",
    "exceptions",
    "only_if",
    "unless",
    "max_edits",
    "channels_off",
    "initials",
    "replacements",
    "why",
    "source",
    "must_hit",
    "must_miss",
)
"""Columns of a rule file, in the order the shipped files have them."""


class CellError(ValueError):
    """A cell cannot be read; the message names the column and what is wrong."""


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule and what only the list itself needs to know about it.

    Attributes:
        rule: The rule.
        kind: What the entry of the inventory is: ``literal``, ``pattern``,
            ``whole_message`` or ``structural``; empty for lists without.
        merged_into: The rule that fires in its place; empty for most.
    """

    rule: Rule
    kind: str = ""
    merged_into: str = ""


def split_cell(cell: str) -> tuple[str, ...]:
    r"""Return the values of a cell, separated by ``；`` or a line break.

    ``\；`` is a semicolon of the value itself; all other backslashes stay, as
    they belong to the rule language.
    """
    items = (item.replace("\\；", "；").strip() for item in _ITEM.findall(cell))
    return tuple(item for item in items if item)


def slot_names(text: str) -> tuple[str, ...]:
    """Return the names of the slots of a sentence, in order, without braces."""
    return tuple(_SLOT.findall(text))


def rule_row(cells: Cells, *, fallback_id: str) -> RuleRow:
    """Make a rule of one row; cells left out or empty keep their default.

    Args:
        cells: Column name to text.
        fallback_id: Id of a row that gives none.

    Raises:
        CellError: A cell is missing or malformed.
    """
    phrase = cells.get("phrase", "").strip()
    if not phrase:
        raise CellError("phrase is empty")
    rule = Rule(
        rule_id=cells.get("id", "").strip() or fallback_id,
        phrase=phrase,
        patterns=_values(cells, "patterns"),
        aliases=_values(cells, "aliases"),
        language=_language(cells),
        scope=_choice(cells, "scope", Scope.ANYWHERE),
        category=cells.get("category", "").strip(),
        scenario=cells.get("scenario", "").strip(),
        severity=_choice(cells, "severity", Severity.MEDIUM),
        replacements=_replacements(cells),
        exceptions=_values(cells, "exceptions"),
        only_if=_values(cells, "only_if"),
        unless=_values(cells, "unless"),
        max_edits=_max_edits(cells),
        channels_off=_channels_off(cells),
        initials=_flag(cells, "initials", default=False),
        why=cells.get("why", "").strip(),
        source=cells.get("source", "").strip(),
        must_hit=_values(cells, "must_hit"),
        must_miss=_values(cells, "must_miss"),
        enabled=_flag(cells, "enabled", default=True),
    )
    kind, merged = (cells.get(name, "").strip() for name in ("kind", "merged_into"))
    return RuleRow(rule, kind=kind, merged_into=merged)


def standard_row(cells: Cells, *, fallback_id: str) -> StandardPhrase:
    """Make a compliant sentence of one row; its slots are read from its text.

    Raises:
        CellError: The sentence is missing or has an unclosed slot.
    """
    text = cells.get("text", "").strip()
    if not text:
        raise CellError("text is empty")
    _checked_slots("text", text)
    return StandardPhrase(
        phrase_id=cells.get("id", "").strip() or fallback_id,
        scenario=cells.get("scenario", "").strip(),
        text=text,
        slots=slot_names(text),
        source=cells.get("source", "").strip(),
    )


def _values(cells: Cells, column: str) -> tuple[str, ...]:
    return split_cell(cells.get(column, ""))


def _choice(cells: Cells, column: str, default: Choice) -> Choice:
    cell = cells.get(column, "").strip().lower()
    return _one_of(column, cell, type(default)) if cell else default


def _one_of(column: str, word: str, choices: type[Choice]) -> Choice:
    try:
        return choices(word)
    except ValueError:
        known = ", ".join(choices)
        raise CellError(f"{column} is {word!r}, not one of {known}") from None


def _language(cells: Cells) -> str:
    language = cells.get("language", "").strip().lower() or _LANGUAGES[0]
    if language not in _LANGUAGES:
        raise CellError(f"language is {language!r}, not zh or en")
    return language


def _flag(cells: Cells, column: str, *, default: bool) -> bool:
    cell = cells.get(column, "").strip().lower()
    if cell and cell not in _YES | _NO:
        raise CellError(f"{column} is {cell!r}, not 1 or 0")
    return cell in _YES if cell else default


def _max_edits(cells: Cells) -> int | None:
    cell = cells.get("max_edits", "").strip()
    if cell and not (cell.isascii() and cell.isdigit()):
        raise CellError(f"max_edits is {cell!r}, not a whole number")
    return int(cell) if cell else None


def _channels_off(cells: Cells) -> frozenset[Channel]:
    words = _values(cells, "channels_off")
    return frozenset(_one_of("channels_off", word, Channel) for word in words)


def _replacements(cells: Cells) -> tuple[Replacement, ...]:
    return tuple(_replacement(item) for item in _values(cells, "replacements"))


def _replacement(item: str) -> Replacement:
    head, colon, rest = item.partition(":")
    extent, text = Extent.CLAUSE, item
    if colon and head in list(Extent):
        extent, text = Extent(head), rest.strip()
    if not text:
        raise CellError(f"replacements has nothing after {item!r}")
    _checked_slots("replacements", text)
    return Replacement(text, extent)


def _checked_slots(column: str, text: str) -> None:
    if any(brace in _SLOT.sub("", text) for brace in "{}"):
        raise CellError(f"{column} has a slot that is not closed, in {text!r}")
