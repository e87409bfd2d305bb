"""What an agent hands over to the lead: sums by shift, rule and hour, never a word.

There is no name in it: the agent is a random number that belongs to the log, days
have no time of day but the hour, and programs are left out.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assist.errors import InputError
from assist.model.usage import Action

FORMAT = "assist-usage-sums"
VERSION = 1
ACTIONS = tuple(Action)
"""The order in which a rule's counts are written."""

RuleRow = Sequence[str | int]
"""Rule id, pack version, severity, category, then a count for each of ACTIONS."""

HourRow = Sequence[int]
"""Hour; messages sent, clean, cleared, unknown; findings high, medium, low."""

_RULE_TEXTS = 4
_HOUR_COUNTS = 8
_LONGEST_TEXT = 200
_MOST = 1 << 40


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftSums:
    """One shift.

    Attributes:
        shift_id: Its number in the agent's log.
        day: The day it began, ISO 8601.
    """

    shift_id: int
    day: str
    rules: tuple[RuleRow, ...]
    hours: tuple[HourRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """What one file holds.

    Attributes:
        agent: Random, the same in every file of one log; hexadecimal.
        team: As the agent was told to write it; may be empty.
        made_ms: Of two files with the same shift, the later one holds.
    """

    agent: str
    team: str
    made_ms: int
    shifts: tuple[ShiftSums, ...]


def as_json(handed: HandOver) -> str:
    """Return the file's text: one line a shift, to be looked at in any editor."""
    head = {
        "format": FORMAT,
        "version": VERSION,
        "agent": handed.agent,
        "team": handed.team,
        "made_ms": handed.made_ms,
        "rule_columns": ["rule", "pack_version", "severity", "category", *ACTIONS],
        "hour_columns": [
            *("hour", "sent", "clean", "cleared", "unknown"),
            *("high", "medium", "low"),
        ],
    }
    lines = [
        json.dumps(
            {
                "shift": shift.shift_id,
                "day": shift.day,
                "rules": shift.rules,
                "hours": shift.hours,
            },
            ensure_ascii=False,
            separators=(",", ":"),
        )
        for shift in handed.shifts
    ]
    top = json.dumps(head, ensure_ascii=False)
    return f'{top[:-1]}, "shifts": [\n' + ",\n".join(lines) + "\n]}\n"


def parse(text: str | bytes, *, name: str) -> HandOver:
    """Read a file that somebody put into the lead's folder.

    Args:
        text: Its content; nothing of it is trusted.
        name: The file's name, for the error.

    Raises:
        InputError: It is not of this form, or of a newer version.
    """
    try:
        values = json.loads(text)
        if values["format"] != FORMAT:
            raise _refused(name, "is no summary of usage")
        if values["version"] > VERSION:
            raise _refused(name, "was written by a newer version of Assist")
        shifts = values["shifts"]
        _check_rows(shifts)
        return HandOver(
            agent=_text(values["agent"]),
            team=_text(values["team"]),
            made_ms=_whole(values["made_ms"]),
            shifts=tuple(_shift(each) for each in shifts),
        )
    except InputError:
        raise
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise _refused(name, "is damaged") from error


def _shift(values: Mapping[str, Any]) -> ShiftSums:
    return ShiftSums(
        shift_id=_whole(values["shift"]),
        day=_text(values["day"]),
        rules=tuple(values["rules"]),
        hours=tuple(values["hours"]),
    )


def _check_rows(shifts: Sequence[Mapping[str, Any]]) -> None:
    """Look at the rows of all shifts together, which is half the time."""
    rules = [row for each in shifts for row in each["rules"]]
    hours = [row for each in shifts for row in each["hours"]]
    columns = _columns(rules, _RULE_TEXTS + len(ACTIONS))
    for texts in columns[:_RULE_TEXTS]:
        if set(map(type, texts)) != {str} or max(map(len, texts)) > _LONGEST_TEXT:
            raise ValueError("no rule is called like that")
    _check_counts(columns[_RULE_TEXTS:])
    _check_counts(_columns(hours, _HOUR_COUNTS))


def _columns(rows: Sequence[Sequence[Any]], count: int) -> Sequence[Sequence[Any]]:
    """Turn rows round: a team's month has too many to look at one by one."""
    columns = tuple(zip(*rows, strict=True))
    if rows and len(columns) != count:
        raise ValueError("not rows of sums")
    return columns


def _check_counts(columns: Sequence[Sequence[Any]]) -> None:
    for column in columns:
        if set(map(type, column)) != {int}:
            raise ValueError("not a count")
        if not (min(column) >= 0 and max(column) < _MOST):
            raise ValueError("no count is like that")


def _is_text(value: object) -> bool:
    return type(value) is str and len(value) <= _LONGEST_TEXT


def _text(value: object) -> str:
    if not _is_text(value):
        raise TypeError("not a text")
    return str(value)


def _whole(value: object) -> int:
    if type(value) is not int or not 0 <= value < 1 << 60:
        raise TypeError("not a whole number")
    return value


def _refused(name: str, what: str) -> InputError:
    return InputError(
        f"The file {name} {what}.",
        hint="Take it out of the folder and ask for another.",
    )
