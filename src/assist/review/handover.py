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
_RULE_KINDS = {(*(str,) * _RULE_TEXTS, *(int,) * len(ACTIONS))}
_HOUR_KINDS = {(int,) * 8}
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
        return HandOver(
            agent=_text(values["agent"]),
            team=_text(values["team"]),
            made_ms=_whole(values["made_ms"]),
            shifts=tuple(_shift(each) for each in values["shifts"]),
        )
    except InputError:
        raise
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise _refused(name, "is damaged") from error


def _shift(values: Mapping[str, Any]) -> ShiftSums:
    day = _text(values["day"])
    rules, hours = values["rules"], values["hours"]
    # Once for all rows of a shift: a team's month has some hundred thousand.
    if {tuple(map(type, row)) for row in rules} - _RULE_KINDS:
        raise ValueError("not rows of rules")
    if {tuple(map(type, row)) for row in hours} - _HOUR_KINDS:
        raise ValueError("not rows of hours")
    _check_counts([row[_RULE_TEXTS:] for row in rules])
    _check_counts(hours)
    texts: set[str] = set().union(*(row[:_RULE_TEXTS] for row in rules))
    if any(len(text) > _LONGEST_TEXT for text in texts):
        raise ValueError("no rule is called like that")
    return ShiftSums(
        shift_id=_whole(values["shift"]),
        day=day,
        rules=tuple(rules),
        hours=tuple(hours),
    )


def _check_counts(rows: Sequence[Sequence[int]]) -> None:
    if rows and not (min(map(min, rows)) >= 0 and max(map(max, rows)) < _MOST):
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
