"""Wordings with gaps: their parts in order, a few characters between them."""

from assist.matching.alignment import price as aligned_price
from assist.matching.hit import Hit
from assist.matching.listed import Listed
from assist.matching.template import GAP_REACH
from assist.matching.verify import Stretch
from assist.text.normalise import Gap, Normalised

_SENTENCE = int(Gap.SENTENCE)


def join(listed: Listed, elements: Normalised, begins: int) -> list[Stretch]:
    """Return the stretch from the first to the last part around the anchor part.

    Of several places within reach each part takes the one nearest to the anchor.

    Args:
        listed: A wording with more than one part.
        elements: Of the draft.
        begins: Where its anchor part begins.
    """
    first, after = begins, begins + len(listed.keys[listed.anchor])
    if first < 0 or elements.keys[first:after] != listed.keys[listed.anchor]:
        return []
    price = _price(listed, listed.anchor, elements, first)
    for number in range(listed.anchor + 1, len(listed.keys)):
        place = _following(listed.keys[number], elements, after)
        if place < 0:
            return []
        price += _price(listed, number, elements, place)
        after = place + len(listed.keys[number])
    for number in range(listed.anchor - 1, -1, -1):
        place = _preceding(listed.keys[number], elements, first)
        if place < 0:
            return []
        price += _price(listed, number, elements, place)
        first = place
    if price > listed.budget or max(elements.gaps[first + 1 : after], default=0) >= (
        _SENTENCE
    ):
        return []
    return [(price, first, after)]


def _price(listed: Listed, number: int, elements: Normalised, at: int) -> float:
    literals = listed.parts[number]
    typed = elements.literals[at : at + len(literals)]
    return aligned_price(literals, typed, 0, listed.costs)


def _following(keys: str, elements: Normalised, after: int) -> int:
    return elements.keys.find(keys, after, after + GAP_REACH + len(keys))


def _preceding(keys: str, elements: Normalised, before: int) -> int:
    low = max(0, before - GAP_REACH - len(keys))
    return elements.keys.rfind(keys, low, before)


def part_places(hit: Hit) -> list[tuple[int, int]]:
    """Return the elements of the hit that are each part, counted from its first.

    The outer parts are where the hit begins and ends; of several places of an
    inner part the one that :func:`join` took is the one nearest to the anchor.
    """
    listed, size = hit.listed, hit.after - hit.first
    if len(listed.keys) == 1:
        return [(0, size)]
    keys = hit.elements.keys[hit.first : hit.after]
    places = [(0, len(listed.keys[0]))]
    for part in listed.keys[1:-1]:
        after = places[-1][1]
        place = max(after, keys.find(part, after, after + GAP_REACH + len(part)))
        places.append((place, place + len(part)))
    places.append((size - len(listed.keys[-1]), size))
    return places
