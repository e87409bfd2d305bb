"""From a candidate to hits: which stretches really are within edits and price."""

from collections.abc import Iterator

from rapidfuzz.distance import OSA, LCSseq

from assist.matching.alignment import price as aligned_price
from assist.matching.alignment import table
from assist.matching.costs import CLAUSE_INSIDE, IMPOSSIBLE, SENTENCE_INSIDE
from assist.matching.listed import Listed
from assist.text.normalise import Gap, Normalised

# Price, first element, element after the last.
Stretch = tuple[float, int, int]
_CLAUSE = int(Gap.CLAUSE)
_SENTENCE = int(Gap.SENTENCE)
_BREAK = int(Gap.BREAK)
_MOSTLY = 0.6  # share of gaps that makes spacing a habit of this stretch


def gap_price(gaps: list[int], breaks: int) -> float:
    """Return what the punctuation inside a stretch adds to its price.

    Args:
        gaps: What stands before each element but the first.
        breaks: How much punctuation the listed wording has inside.
    """
    if not any(gaps):
        return 0.0
    if max(gaps) >= _BREAK:
        return IMPOSSIBLE
    filled = sum(1 for gap in gaps if gap)
    if filled >= 2 and filled >= _MOSTLY * len(gaps):
        return 0.0
    sentences = sum(1 for gap in gaps if gap == _SENTENCE)
    clauses = sum(1 for gap in gaps if gap == _CLAUSE)
    beyond = max(0, sentences - breaks)
    clauses = max(0, clauses - max(0, breaks - sentences))
    return beyond * SENTENCE_INSIDE + clauses * CLAUSE_INSIDE


def stretches(listed: Listed, elements: Normalised, begins: int) -> Iterator[Stretch]:
    """Yield the stretches that match, beginning within the edits of ``begins``."""
    keys, length, edits = listed.keys[0], len(listed.keys[0]), listed.edits
    if not edits:
        found = _exact(listed, elements, begins)
        if found is not None:
            yield found
        return
    low, high = max(0, begins - edits), min(len(elements), begins + length + edits)
    region = elements.keys[low:high]
    if LCSseq.similarity(keys, region, score_cutoff=length - edits) < length - edits:
        return
    for first in range(low, min(begins + edits, high - 1) + 1):
        yield from _from(listed, elements, first)


def _exact(listed: Listed, elements: Normalised, begins: int) -> Stretch | None:
    keys, literals = listed.keys[0], listed.parts[0]
    after = begins + len(keys)
    if begins < 0 or elements.keys[begins:after] != keys:
        return None
    price = aligned_price(literals, elements.literals[begins:after], 0, listed.costs)
    price += gap_price(elements.gaps[begins + 1 : after], listed.breaks)
    return (price, begins, after) if price <= listed.budget else None


def _from(listed: Listed, elements: Normalised, first: int) -> Iterator[Stretch]:
    """Yield the stretches that match and begin with element ``first``."""
    keys, edits, budget = listed.keys[0], listed.edits, listed.budget
    length = len(keys)
    ends = [
        after
        for after in range(
            max(first + 1, first + length - edits),
            min(len(elements), first + length + edits) + 1,
        )
        if OSA.distance(keys, elements.keys[first:after], score_cutoff=edits) <= edits
    ]
    if not ends:
        return
    literals = elements.literals[first : ends[-1]]
    prices = table(listed.parts[0], literals, edits, listed.costs)[-1]
    for after in ends:
        price = prices[after - first]
        if price <= budget:
            price += gap_price(elements.gaps[first + 1 : after], listed.breaks)
            if price <= budget:
                yield price, first, after
