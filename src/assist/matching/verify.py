"""From a candidate to hits: which stretches really are within edits and price."""

from rapidfuzz.distance import OSA, LCSseq

from assist.matching.alignment import table
from assist.matching.costs import CLAUSE_INSIDE, IMPOSSIBLE, SENTENCE_INSIDE
from assist.matching.listed import Listed
from assist.text.normalise import Gap, Normalised

# Price, first element, element after the last.
Stretch = tuple[float, int, int]
# Wording and literals -> (elements, price) of every beginning that matches.
Memo = dict[tuple[Listed, str], tuple[tuple[int, float], ...]]

_CLAUSE = int(Gap.CLAUSE)
_SENTENCE = int(Gap.SENTENCE)
_BREAK = int(Gap.BREAK)
_MOSTLY = 0.6  # share of gaps that makes spacing a habit of this stretch
_MOST_REMEMBERED = 4096


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
    sentences = gaps.count(_SENTENCE)
    clauses = max(0, gaps.count(_CLAUSE) - max(0, breaks - sentences))
    beyond = max(0, sentences - breaks)
    return beyond * SENTENCE_INSIDE + clauses * CLAUSE_INSIDE


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
    keys, edits, typed = listed.keys[0], listed.edits, elements.keys
    if not edits:
        # It was looked up by all its keys, or by keys of look-alikes.
        return _from(listed, elements, begins, memo)
    least = len(keys) - edits
    low = begins - edits if begins > edits else 0
    region = typed[low : begins + len(keys) + edits]
    if LCSseq.similarity(keys, region, score_cutoff=least) < least:
        return []
    found: list[Stretch] = []
    for first in range(low, min(begins + edits + 1, len(typed))):
        found += _from(listed, elements, first, memo)
    return found


def _from(
    listed: Listed, elements: Normalised, first: int, memo: Memo
) -> list[Stretch]:
    """Return the stretches that match and begin with element ``first``."""
    longest = first + len(listed.keys[0]) + listed.edits
    literals = elements.literals[first:longest]
    priced = memo.get((listed, literals))
    if priced is None:
        priced = _priced(listed, literals, elements.keys[first:longest])
        if len(memo) > _MOST_REMEMBERED:
            memo.clear()
        memo[listed, literals] = priced
    found: list[Stretch] = []
    for count, price in priced:
        after = first + count
        total = price + gap_price(elements.gaps[first + 1 : after], listed.breaks)
        if total <= listed.budget:
            found.append((total, first, after))
    return found


def _priced(listed: Listed, literals: str, typed: str) -> tuple[tuple[int, float], ...]:
    """Return ``(elements, price)`` of every beginning of ``literals`` that matches."""
    keys, edits = listed.keys[0], listed.edits
    if edits:
        counts = [
            count
            for count in range(listed.shortest, len(literals) + 1)
            if OSA.distance(keys, typed[:count], score_cutoff=edits) <= edits
        ]
    else:
        counts = [len(keys)]
    if not counts:
        return ()
    prices = table(listed.parts[0], literals[: counts[-1]], edits, listed.costs)[-1]
    room = listed.budget - listed.surcharge
    return tuple(
        (count, prices[count] + listed.surcharge)
        for count in counts
        if prices[count] <= room
    )
