"""From hits to findings: overlaps resolved, each finding explained."""

from collections.abc import Iterable

from assist.matching.alignment import explain
from assist.matching.hit import Hit
from assist.matching.template import GAP_REACH
from assist.model.finding import Difference, Finding
from assist.model.rule import Channel, Rule
from assist.model.span import Span
from assist.text.characters import Typed

# The most telling first.
_TELLING = (
    Channel.ORDER,
    Channel.EDIT,
    Channel.SHAPE,
    Channel.INITIALS,
    Channel.HOMOPHONE,
    Channel.PINYIN,
    Channel.GAP,
    Channel.VARIANT,
    Channel.NOISE,
    Channel.EXACT,
)
_NOISY = int(Typed.NOISE)
_VARIANT = int(Typed.VARIANT)
_PINYIN = int(Typed.PINYIN)
_SPLIT = int(Typed.SPLIT)
_PRICE_IN_ELEMENTS = 1.0  # a fuzzy hit is worth so much less length

Ranked = tuple[float, int, float, int, int, int]


def resolve(hits: Iterable[Hit], rules: tuple[Rule, ...]) -> list[Hit]:
    """Return the hits that remain where several overlap, by place.

    The longest remains (each unit of price counts as an element less), then the
    most severe, then the cheapest, then the rule that is listed first.
    """

    def rank(hit: Hit) -> Ranked:
        rule = rules[hit.listed.rule]
        return (
            hit.price * _PRICE_IN_ELEMENTS - len(hit.literals),
            -rule.severity.weight,
            hit.price,
            hit.listed.rule,
            hit.start,
            hit.end,
        )

    chosen: list[Hit] = []
    for hit in sorted(hits, key=rank):
        if all(hit.end <= one.start or one.end <= hit.start for one in chosen):
            chosen.append(hit)
    return sorted(chosen, key=lambda hit: hit.start)


def finding(hit: Hit, rule: Rule, text: str, number: int) -> Finding:
    """Return what the overlay shows of ``hit``, found in ``text``."""
    differences = _differences(hit, text)
    channels = {one.channel for one in differences} | _ways(hit)
    if hit.listed.channel is not Channel.EXACT:
        channels.add(hit.listed.channel)
    ordered = tuple(one for one in _TELLING if one in channels)
    return Finding(
        finding_id=number,
        rule=rule,
        span=Span(hit.start, hit.end),
        matched=text[hit.start : hit.end],
        wording=hit.listed.text,
        score=round(max(0.0, 1.0 - hit.price / max(1, hit.listed.length)), 4),
        channels=ordered or (Channel.EXACT,),
        differences=differences,
    )


def _ways(hit: Hit) -> set[Channel]:
    """Return the channels that the elements themselves tell of."""
    typed = 0
    for one in hit.typed:
        typed |= one
    ways: set[Channel] = set()
    if any(hit.gaps) or typed & _NOISY:
        ways.add(Channel.NOISE)
    if typed & _VARIANT:
        ways.add(Channel.VARIANT)
    if typed & _PINYIN:
        ways.add(Channel.PINYIN)
    if typed & _SPLIT:
        ways.add(Channel.SHAPE)
    if len(hit.listed.parts) > 1:
        ways.add(Channel.GAP)
    return ways


def _differences(hit: Hit, text: str) -> tuple[Difference, ...]:
    found: list[Difference] = []
    at = 0
    for number, part in enumerate(hit.listed.parts):
        first, after = _part(hit, number, at)
        typed = hit.literals[first:after]
        edits = hit.listed.edits if len(hit.listed.parts) == 1 else 0
        for channel, low, high, start, end in explain(
            part, typed, edits, hit.listed.costs
        ):
            places = hit.places[first + start : first + end]
            words = text[places[0][0] : places[-1][1]] if places else ""
            found.append(Difference(channel, words, part[low:high]))
        at = after
    return tuple(found)


def _part(hit: Hit, number: int, at: int) -> tuple[int, int]:
    """Return the elements of the hit that are the part of this number."""
    if len(hit.listed.parts) == 1:
        return 0, len(hit.literals)
    length = len(hit.listed.parts[number])
    if number == 0:
        return 0, length
    if number == len(hit.listed.parts) - 1:
        return len(hit.literals) - length, len(hit.literals)
    costs, part = hit.listed.costs, hit.listed.parts[number]
    places = range(at, min(at + GAP_REACH, len(hit.literals) - length) + 1)

    def dearness(place: int) -> float:
        pairs = zip(part, hit.literals[place : place + length], strict=True)
        return sum(costs.pair(one, other).price for one, other in pairs)

    place = min(places, key=dearness)
    return place, place + length
