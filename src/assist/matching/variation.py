"""Wordings that follow from a listed one: clauses exchanged, initials, look-alikes."""

import re
from collections.abc import Iterator

from assist.matching.template import Wording
from assist.model.rule import Channel, Rule
from assist.text.normalise import normalise
from assist.text.tables import first_readings

_BREAK = re.compile(r"[，,。.；;！!？?、\s]+")
_SHORTEST_CLAUSE = 2
_FEWEST_INITIALS = 3


def of(wording: Wording, rule: Rule) -> Iterator[tuple[Wording, Channel]]:
    """Yield the wording itself and what follows from it, each with its channel."""
    yield wording, Channel.EXACT
    if len(wording.parts) > 1:
        return
    if Channel.ORDER not in rule.channels_off:
        yield from _exchanged(wording)
    if rule.initials:
        yield from _initials(wording)


def _exchanged(wording: Wording) -> Iterator[tuple[Wording, Channel]]:
    """Yield 明天再说，下班了 for 下班了，明天再说."""
    clauses = [one for one in _BREAK.split(wording.parts[0]) if one]
    if len(clauses) != 2 or min(map(len, clauses)) < _SHORTEST_CLAUSE:
        return
    text = "，".join(reversed(clauses))
    yield Wording((text,), wording.scope), Channel.ORDER


def _initials(wording: Wording) -> Iterator[tuple[Wording, Channel]]:
    """Yield ``bzd`` for 不知道."""
    literals = normalise(wording.parts[0]).literals
    letters = [first_readings().get(one, "")[:1] for one in literals]
    if len(letters) >= _FEWEST_INITIALS and all(letters):
        yield Wording(("".join(letters),), wording.scope), Channel.INITIALS
