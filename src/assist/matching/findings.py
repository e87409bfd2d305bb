"""From hits to findings: overlaps resolved, each finding explained."""

from bisect import bisect_left
from collections.abc import Iterable

from assist.matching.alignment import explain
from assist.matching.gapped import part_places
from assist.matching.hit import Hit
from assist.matching.order import exchange_undone, without_particles
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
_WAYS = (
    (int(Typed.NOISE), Channel.NOISE),
    (int(Typed.VARIANT), Channel.VARIANT),
    (int(Typed.PINYIN), Channel.PINYIN),
    (int(Typed.SPLIT), Channel.SHAPE),
)


def cheapest(hits: Iterable[Hit]) -> list[Hit]:
    """Return of each wording's overlapping hits the cheapest, then the longest."""
    taken: dict[int, _Taken] = {}
    order = sorted(hits, key=lambda one: (one.price, one.start - one.end, one.start))
    return [
        hit
        for hit in order
        if taken.setdefault(id(hit.listed), _Taken()).take(hit.start, hit.end)
    ]


def resolve(hits: Iterable[Hit], rules: tuple[Rule, ...]) -> list[Hit]:
    """Return the hits that remain where several overlap, by place.

    The longest remains (each unit of price counts as an element less), then the
    most severe, then the cheapest, then the rule that is listed first.
    """

    def rank(hit: Hit) -> tuple[float, int, float, int, int]:
        return (
            hit.price - (hit.after - hit.first),
            -rules[hit.listed.rule].severity.weight,
            hit.price,
            hit.listed.rule,
            hit.start,
        )

    taken = _Taken()
    chosen = [hit for hit in sorted(hits, key=rank) if taken.take(hit.start, hit.end)]
    return sorted(chosen, key=lambda hit: hit.start)


class _Taken:
    """Stretches that do not overlap."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def take(self, start: int, end: int) -> bool:
        """Take the stretch unless it overlaps one that is taken."""
        place = bisect_left(self._starts, end)
        if place and self._ends[place - 1] > start:
            return False
        self._starts.insert(place, start)
        self._ends.insert(place, end)
        return True


def finding(hit: Hit, rule: Rule, text: str, number: int) -> Finding:
    """Return what the overlay shows of ``hit``, found in ``text``."""
    differences, channels = _differences(hit, text)
    channels |= {one.channel for one in differences} | _ways(hit)
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


def moved(one: Finding, by: int) -> Finding:
    """Return ``one`` in a draft that has ``by`` more code points before it."""
    return Finding(
        one.finding_id,
        one.rule,
        one.span.shifted(by),
        one.matched,
        one.wording,
        one.score,
        one.channels,
        one.differences,
    )


def _ways(hit: Hit) -> set[Channel]:
    """Return the channels that the elements themselves tell of."""
    typed = 0
    for one in hit.typed:
        typed |= one
    ways = {channel for flag, channel in _WAYS if typed & flag}
    if sum(1 for gap in hit.gaps if gap) > hit.listed.breaks:
        ways.add(Channel.NOISE)
    if len(hit.listed.parts) > 1:
        ways.add(Channel.GAP)
    if hit.listed.channel is not Channel.EXACT:
        ways.add(hit.listed.channel)
    return ways


def _differences(hit: Hit, text: str) -> tuple[tuple[Difference, ...], set[Channel]]:
    """Return what differs, and the channels that no difference tells of."""
    listed = hit.listed
    if len(listed.parts) == 1:
        keys = hit.elements.keys[hit.first : hit.after]
        restored = exchange_undone(listed, hit.literals, keys)
        if restored is not None and listed.channel is Channel.EXACT:
            core = without_particles(listed.parts[0])
            whole = Difference(Channel.ORDER, text[hit.start : hit.end], core)
            steps = explain(core, restored, 0, listed.costs)
            return (whole,), {step[0] for step in steps}
    found: list[Difference] = []
    edits = listed.edits if len(listed.parts) == 1 else 0
    for part, (first, after) in zip(listed.parts, part_places(hit), strict=True):
        typed = hit.literals[first:after]
        for channel, low, high, start, end in explain(part, typed, edits, listed.costs):
            place = hit.place(first + start, first + end) if end > start else (0, 0)
            found.append(Difference(channel, text[slice(*place)], part[low:high]))
    return tuple(found), set()
