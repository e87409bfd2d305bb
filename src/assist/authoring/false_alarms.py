"""Findings that agents marked as false alarms, as the lead gets to see them.

A mark names a rule.  The words are with it only where the agent attached them.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from assist.authoring.cells import one_line, plain
from assist.authoring.fields import clean
from assist.authoring.limits import LONGEST_ID, LONGEST_TEXT
from assist.authoring.table import Table
from assist.errors import InputError

MOST_ALARMS = 2_000
MARKED_WRONG = "marked_wrong"
_CLAUSES = "assist-clauses"
_RULE = frozenset({"rule_id", "rule", "规则", "规则编号", "編號", "编号"})
_ACTION = frozenset({"action", "结果", "結果"})
_CLAUSE = frozenset({"clause", "原话", "原話", "分句"})


@dataclass(frozen=True, slots=True)
class FalseAlarm:
    """One rule, marked ``count`` times; ``clause`` may be empty."""

    rule_id: str
    count: int
    clause: str = field(default="", repr=False)


def alarms_of(tables: Iterable[Table]) -> Iterator[FalseAlarm]:
    """Yield the marks of tables with a column for the rule.

    Rows that say of another outcome are passed over.  What is no line of text
    is left out of the clause.

    Raises:
        InputError: A table has no column for the rule.
    """
    for table in tables:
        yield from _of_table(table)


def alarms_of_clauses(data: bytes) -> tuple[FalseAlarm, ...] | None:
    """Return the clauses that an agent attached and handed over.

    Args:
        data: A file of ``assist answers --export``; nothing of it is trusted.

    Returns:
        None when it is another kind of file.
    """
    try:
        document = json.loads(data)
        if document["format"] != _CLAUSES:
            return None
        rows = [(one["rule"], one["text"]) for one in document["clauses"]]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    found = (
        (_text(rule, LONGEST_ID), _text(text, LONGEST_TEXT)) for rule, text in rows
    )
    return tuple(FalseAlarm(rule, 1, text) for rule, text in found if rule)


def counted(alarms: Iterable[FalseAlarm]) -> tuple[FalseAlarm, ...]:
    """Add up the same marks; those with words first, then the most frequent."""
    counts: Counter[tuple[str, str]] = Counter()
    for one in alarms:
        counts[one.rule_id, one.clause] += one.count
    found = (FalseAlarm(rule, n, clause) for (rule, clause), n in counts.items())
    ordered = sorted(found, key=lambda one: (not one.clause, -one.count, one.rule_id))
    return tuple(ordered[:MOST_ALARMS])


def _of_table(table: Table) -> Iterator[FalseAlarm]:
    heads = [cell.strip().casefold() for cell in (table.rows or ((),))[0]]
    rule, action, clause = (_place(heads, names) for names in (_RULE, _ACTION, _CLAUSE))
    if rule is None:
        raise InputError(
            f"{table.name} has no column for the rule.",
            hint="Take the file that agents hand over: its columns include rule_id.",
        )
    for row in table.rows[1:]:
        rule_id = _cell(row, rule, LONGEST_ID)
        if rule_id and _cell(row, action, LONGEST_ID) in {"", MARKED_WRONG}:
            yield FalseAlarm(rule_id, 1, _cell(row, clause, LONGEST_TEXT))


def _place(heads: list[str], names: frozenset[str]) -> int | None:
    return next((at for at, head in enumerate(heads) if head in names), None)


def _cell(row: tuple[str, ...], at: int | None, most: int) -> str:
    if at is None or at >= len(row):
        return ""
    return _text(plain(row[at]), most)


def _text(value: object, most: int) -> str:
    text = one_line(value).strip()[:most] if isinstance(value, str) else ""
    return text if clean(text) else ""
