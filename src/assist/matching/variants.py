"""Forms of a wording that its edits do not reach: order, initials, look-alikes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assist.matching.costs import PERSONS
from assist.matching.template import Wording
from assist.model.rule import Channel, Rule, Scope
from assist.text.characters import KEYS, Typed
from assist.text.normalise import Gap, Normalised
from assist.text.shapes import closest_looks
from assist.text.tables import first_readings

_CLAUSE = int(Gap.CLAUSE)
_REPEATED = int(Typed.REPEATED)
_SHORTEST_CLAUSE = 2
_FEWEST_INITIALS = 3
_UNEDITED = 3  # so short a wording has no edits; its look-alikes are listed
_SHORTEST_POSTPONED = 4
_ORDER = 0.5
_INITIALS = 0.2


@dataclass(frozen=True, slots=True)
class Variant:
    """One form of a wording.

    Attributes:
        parts: Its literals.
        keys: What is looked up for them.
        breaks: How many of its elements follow punctuation.
        channel: What it stands for; EXACT for the wording itself.
        surcharge: What it adds to the price.
        fixed: Whether no edits are allowed in it.
        closed: Whether nothing but particles may follow in its clause.
        repeated: Whether it asks for a character three times or more.
        looks: Other keys to look it up by, of characters that look alike.
    """

    parts: tuple[str, ...]
    keys: tuple[str, ...]
    breaks: int
    channel: Channel = Channel.EXACT
    surcharge: float = 0.0
    fixed: bool = False
    closed: bool = False
    repeated: bool = False
    looks: tuple[str, ...] = ()


def variants(
    wording: Wording, parts: Sequence[Normalised], rule: Rule
) -> Iterator[Variant]:
    """Yield the wording itself and the forms that follow from it."""
    breaks = [
        place
        for one in parts
        for place, gap in enumerate(one.gaps)
        if place and gap >= _CLAUSE
    ]
    chinese, off = rule.language != "en", rule.channels_off
    itself = Variant(
        tuple(one.literals for one in parts),
        tuple(one.keys for one in parts),
        len(breaks),
        looks=_looks(parts[0]) if chinese and Channel.SHAPE not in off else (),
        repeated=any(how & _REPEATED for one in parts for how in one.typed),
    )
    yield itself
    if len(parts) > 1:
        return
    literals, keys = itself.parts[0], itself.keys[0]
    if chinese and Channel.ORDER not in off:
        if len(breaks) == 1:
            yield from _exchanged(literals, keys, breaks[0])
        if not breaks and (wording.scope or rule.scope) is not Scope.MESSAGE:
            yield from _postponed(literals, keys)
    if rule.initials and Channel.INITIALS not in off:
        yield from _initials(literals)


def _exchanged(literals: str, keys: str, at: int) -> Iterator[Variant]:
    """Yield 明天再说，下班了 for 下班了，明天再说."""
    if min(at, len(literals) - at) >= _SHORTEST_CLAUSE:
        turned = literals[at:] + literals[:at]
        yield Variant(
            (turned,), (keys[at:] + keys[:at],), 1, Channel.ORDER, surcharge=_ORDER
        )


def _postponed(literals: str, keys: str) -> Iterator[Variant]:
    """Yield 自己去看你, at the end of a clause, for 你自己去看."""
    if literals[0] in PERSONS and len(literals) >= _SHORTEST_POSTPONED:
        yield Variant(
            (literals[1:] + literals[0],),
            (keys[1:] + keys[0],),
            0,
            Channel.ORDER,
            surcharge=_ORDER,
            closed=True,
        )


def _looks(part: Normalised) -> tuple[str, ...]:
    """Return the keys of 不和道 under which 不知道, too short for edits, is found."""
    if len(part) != _UNEDITED:
        return ()
    keys = part.keys
    changed = (
        keys[:place] + KEYS[other] + keys[place + 1 :]
        for place, one in enumerate(part.literals)
        for other in closest_looks(one)
    )
    return tuple(one for one in dict.fromkeys(changed) if one != keys)


def _initials(literals: str) -> Iterator[Variant]:
    """Yield ``bzd`` for 不知道."""
    letters = "".join(first_readings().get(one, " ")[0] for one in literals)
    if len(letters) >= _FEWEST_INITIALS and " " not in letters:
        yield Variant(
            (letters,),
            (letters,),
            0,
            Channel.INITIALS,
            surcharge=_INITIALS,
            fixed=True,
        )
