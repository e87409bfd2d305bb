"""Matching by trying every stretch: what the index is measured and checked against."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from assist.matching.alignment import price
from assist.matching.listed import Listed
from assist.matching.verify import gap_price
from assist.text.normalise import Normalised, normalise

_PAIRS = 20_000_000  # so many distances at a time

# Rule, start, end and price of a hit.
Found = tuple[int, int, int, float]


def all_windows(listed: Iterable[Listed], text: str) -> set[Found]:
    """Return every stretch of ``text`` that matches one of the wordings.

    The definition is the engine's: edits of the keys, then the price.  Wordings
    with gaps and other orders are outside of it.
    """
    elements = normalise(text)
    groups: dict[tuple[int, int, int], list[Listed]] = defaultdict(list)
    for one in listed:
        groups[one.length, one.edits, one.shortest].append(one)
    found: set[Found] = set()
    for (length, edits, shortest), some in groups.items():
        windows = [
            (first, first + size)
            for size in range(shortest, length + edits + 1)
            for first in range(len(elements) - size + 1)
        ]
        found.update(_of_group(some, elements, windows, edits))
    return found


def _of_group(
    listed: Sequence[Listed],
    elements: Normalised,
    windows: Sequence[tuple[int, int]],
    edits: int,
) -> Iterable[Found]:
    texts = [elements.keys[first:after] for first, after in windows]
    if not texts:
        return
    rows = max(1, _PAIRS // len(texts))
    for start in range(0, len(listed), rows):
        some = listed[start : start + rows]
        distances = process.cdist(
            [one.keys[0] for one in some],
            texts,
            scorer=OSA.distance,
            score_cutoff=edits,
            dtype=np.uint8,
        )
        for row, column in np.argwhere(distances <= edits).tolist():
            one, (first, after) = some[row], windows[column]
            total = one.surcharge + price(
                one.parts[0], elements.literals[first:after], edits, one.costs
            )
            total += gap_price(elements.gaps[first + 1 : after], one.breaks)
            if total <= one.budget:
                place = elements.starts[first], elements.ends[after - 1]
                yield one.rule, *place, round(total, 6)
