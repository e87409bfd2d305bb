"""Listed wordings as lines of text, unpacked when one is first needed.

A list of ten thousand rules is loaded on every start, and a draft touches a few
dozen of its wordings.
"""

from collections.abc import Sequence

from assist.matching.costs import costs, limits
from assist.matching.listed import Listed
from assist.model.rule import Channel, Rule, Scope

_FIELD = "\x1f"
_PART = "\x1e"
_LINE = "\n"
_SCOPES = tuple(Scope)
_CHANNELS = tuple(Channel)


def packed(listed: Listed) -> str:
    """Return ``listed`` as one line."""
    text = listed.text
    for mark in (_FIELD, _PART, _LINE):
        text = text.replace(mark, " ")
    numbers = (
        listed.rule,
        listed.anchor,
        listed.shortest,
        _SCOPES.index(listed.scope),
        listed.edits,
        listed.breaks,
        _CHANNELS.index(listed.channel),
        round(100 * listed.surcharge),
        int(listed.closed),
        int(listed.repeated),
    )
    parts, keys = _PART.join(listed.parts), _PART.join(listed.keys)
    return _FIELD.join((text, parts, keys, " ".join(map(str, numbers))))


def unpacked(line: str, rules: tuple[Rule, ...]) -> Listed:
    """Return what :func:`packed` was given, but for what only building needs."""
    text, parts, keys, numbers = line.split(_FIELD)
    (rule, anchor, shortest, scope, edits, breaks, channel, extra, closed, repeated) = (
        map(int, numbers.split())
    )
    all_keys = tuple(keys.split(_PART))
    length = sum(map(len, all_keys))
    latin = rules[rule].language == "en"
    return Listed(
        rule=rule,
        text=text,
        parts=tuple(parts.split(_PART)),
        keys=all_keys,
        anchor=anchor,
        length=length,
        shortest=shortest,
        scope=_SCOPES[scope],
        edits=edits,
        budget=limits(length, "en" if latin else "zh")[1],
        breaks=breaks,
        channel=_CHANNELS[channel],
        surcharge=extra / 100,
        closed=bool(closed),
        repeated=bool(repeated),
        looks=(),
        costs=costs(rules[rule].channels_off, length),
        latin=latin,
    )


class Wordings:
    """Wordings by number, the same object each time."""

    def __init__(self, lines: Sequence[str], rules: tuple[Rule, ...]) -> None:
        self._lines = lines
        self._rules = rules
        self._known: dict[int, Listed] = {}

    def __len__(self) -> int:
        return len(self._lines)

    def __getitem__(self, number: int) -> Listed:
        found = self._known.get(number)
        if found is None:
            found = self._known[number] = unpacked(self._lines[number], self._rules)
        return found
