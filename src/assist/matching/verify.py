"""From a candidate to hits: which stretches really are within edits and price."""

from rapidfuzz.distance import OSA, LCSseq

from assist.matching.alignment import price as aligned_price
from assist.matching.costs import (
    CLAUSE_INSIDE,
    IMPOSSIBLE,
    NOISE_INSIDE,
    SENTENCE_INSIDE,
)
from assist.matching.listed import Listed
from assist.text.normalise import Gap, Normalised

# Price, first element, element after the last.
Stretch = tuple[float, int, int]
# First element, element after the last, price: within a region.
Priced = tuple[tuple[int, int, float], ...]
# Wording and literals of a region -> what matches there.
Memo = dict[tuple[Listed, str], Priced]

_NOISE = int(Gap.NOISE)
_CLAUSE = int(Gap.CLAUSE)
_SENTENCE = int(Gap.SENTENCE)
_BREAK = int(Gap.BREAK)
_TELLING = 3  # with fewer gaps punctuation may be there to hide the word
_MOSTLY = 0.6  # share of gaps that makes spacing a habit of this stretch
_MOST_REMEMBERED = 4096


def gap_price(gaps: list[int], listed: Listed) -> float:
    """Return what the spaces and punctuation inside a stretch add to its price.

    A space alone may be there to hide a word, or instead of a comma: together
    with other differences it tells against the phrase.

    Args:
        gaps: What stands before each element but the first.
        listed: The wording; how much punctuation it has inside counts.
    """
    if not any(gaps):
        return 0.0
    if max(gaps) >= _BREAK:
        return IMPOSSIBLE
    filled = sum(1 for gap in gaps if gap)
    if filled >= 2 and filled >= _MOSTLY * len(gaps):
        return 0.0
    breaks, telling = listed.breaks, len(gaps) >= _TELLING
    sentences = gaps.count(_SENTENCE)
    clauses = max(0, gaps.count(_CLAUSE) - max(0, breaks - sentences))
    beyond = max(0, sentences - breaks)
    if telling and gaps[-1] >= _CLAUSE and clauses + beyond:
        # The last element belongs to the next clause, as in 他不在，您先看看.
        return IMPOSSIBLE
    price = beyond * SENTENCE_INSIDE + clauses * CLAUSE_INSIDE
    spaced = telling and _NOISE in gaps and not listed.latin
    return price + NOISE_INSIDE if spaced else price


def stretches(
    listed: Listed, elements: Normalised, begins: int, memo: Memo
) -> list[Stretch]:
    """Return the stretches that match, beginning within the edits of ``begins``.

    Args:
        listed: A wording of one part.
        elements: Of the draft.
        begins: Where the wording would begin if nothing were added or missing.
        memo: Prices worked out before; added to.
    """
    keys, edits = listed.keys[0], listed.edits
    low = begins - edits if begins > edits else 0
    high = begins + len(keys) + edits
    region = elements.keys[low:high]
    # Without edits it was looked up by all its keys, or by keys of look-alikes.
    if edits:
        least = len(keys) - edits
        if LCSseq.similarity(keys, region, score_cutoff=least) < least:
            return []
    literals = elements.literals[low:high]
    priced = memo.get((listed, literals))
    if priced is None:
        priced = _priced(listed, literals, region)
        if len(memo) > _MOST_REMEMBERED:
            memo.clear()
        memo[listed, literals] = priced
    found: list[Stretch] = []
    for first, after, price in priced:
        gaps = elements.gaps[low + first + 1 : low + after]
        total = price + gap_price(gaps, listed)
        if total <= listed.budget:
            found.append((total, low + first, low + after))
    return found


def _priced(listed: Listed, literals: str, region: str) -> Priced:
    """Return ``(first, after, price)`` of every part of a region that matches."""
    keys, wanted, edits = listed.keys[0], listed.parts[0], listed.edits
    shortest, longest = listed.shortest, len(keys) + edits
    found: list[tuple[int, int, float]] = []
    for first in range(min(2 * edits, len(region) - shortest) + 1):
        for after in range(first + shortest, min(first + longest, len(region)) + 1):
            if edits and OSA.distance(keys, region[first:after], score_cutoff=edits) > (
                edits
            ):
                continue
            price = listed.surcharge + aligned_price(
                wanted, literals[first:after], edits, listed.costs
            )
            if price <= listed.budget:
                found.append((first, after, price))
    return tuple(found)
