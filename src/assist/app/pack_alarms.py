"""False alarms from the files that agents handed over; free of Qt."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assist.authoring.false_alarms import FalseAlarm

_MOST_BYTES = 64 * 1024 * 1024
_RULE_TEXTS = 4  # in a row of a summary, before its counts


def read_alarms(files: Iterable[Path]) -> "tuple[FalseAlarm, ...]":
    """Return what was marked as a false alarm, added up.

    Args:
        files: Attached clauses or summaries (``.json``), or tables of single
            events (``.csv``, ``.xlsx``), to which an agent may have added words.

    Raises:
        InputError: A file is none of these, or damaged.
    """
    from assist.authoring.false_alarms import counted

    return counted(one for file in files for one in _of_file(file))


def _of_file(file: Path) -> "Iterator[FalseAlarm]":
    from assist.authoring.false_alarms import alarms_of
    from assist.packs.sources import read_tables

    if file.suffix.lower() == ".json":
        yield from _of_json(file)
    else:
        yield from alarms_of(read_tables(file))


def _of_json(file: Path) -> "Iterator[FalseAlarm]":
    from assist.authoring.false_alarms import alarms_of_clauses
    from assist.packs.files import read_bounded

    data = read_bounded(file, most=_MOST_BYTES)
    clauses = alarms_of_clauses(data)
    yield from _of_summary(data, file.name) if clauses is None else clauses


def _of_summary(data: bytes, name: str) -> "Iterator[FalseAlarm]":
    from assist.authoring.false_alarms import FalseAlarm
    from assist.model.usage import Action
    from assist.review.handover import ACTIONS, parse

    marked = _RULE_TEXTS + ACTIONS.index(Action.MARKED_WRONG)
    for shift in parse(data, name=name).shifts:
        for row in shift.rules:
            if row[marked]:
                yield FalseAlarm(str(row[0]), int(row[marked]))
