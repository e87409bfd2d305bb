"""Matching by trying every stretch: what the index is measured and checked against."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from assist.matching.alignment import price
from assist.matching.listed import Listed
from assist.matching.verify import gap_price
from assist.text.characters import Typed
from assist.text.normalise import Normalised, normalise

_PAIRS = 20_000_000  # so many distances at a time
_SHORT = 3  # up to so many syllables must be a run of letters of their own

# Rule, start, end and price of a hit.
Found = tuple[int, int, int, float]


def all_windows(listed: Iterable[Listed], text: str) -> set[Found]:
    """Return every stretch of ``text`` that matches one of the wordings.

    The definition is the engine's: no word or number is cut, edits of the keys,
    then the price; a wording that asks for a repetition finds one.  Wordings with
    gaps, other orders and look-alikes of three characters are outside of it.
    """
    both = {latin: normalise(text, pinyin=not latin) for latin in (False, True)}
    groups: dict[tuple[int, int, int, bool], list[Listed]] = defaultdict(list)
    for one in listed:
        groups[one.length, one.edits, one.shortest, one.latin].append(one)
    found: set[Found] = set()
    for (length, edits, shortest, latin), some in groups.items():
        elements = both[latin]
        windows = [
            (first, first + size)
            for size in range(shortest, length + edits + 1)
            for first in range(len(elements) - size + 1)
            if not cuts_word(text, elements, first, first + size)
        ]
        found.update(_of_group(some, elements, windows, edits))
    return found


def cuts_word(text: str, elements: Normalised, first: int, after: int) -> bool:
    """Tell whether a stretch of elements cuts a Latin word or a number in two.

    A stretch of more than three elements may end between two syllables.
    """
    outer = ((first, elements.starts[first]), (after - 1, elements.ends[after - 1]))
    for element, border in outer:
        if not elements.typed[element] & Typed.LATIN:
            continue
        if elements.typed[element] & Typed.PINYIN and after - first > _SHORT:
            continue
        if 0 < border < len(text) and _go_on(text[border - 1 : border + 1]):
            return True
    return False


def _go_on(pair: str) -> bool:
    """Tell whether two neighbours are letters of one run, or digits of one number."""
    folded = unicodedata.normalize("NFKC", pair)
    return folded.isascii() and (folded.isalpha() or folded.isdecimal())


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
            if one.repeated and not any(
                how & Typed.REPEATED for how in elements.typed[first:after]
            ):
                continue
            total = one.surcharge + price(
                one.parts[0], elements.literals[first:after], edits, one.costs
            )
            total += gap_price(elements.gaps[first + 1 : after], one)
            if total <= one.budget:
                place = elements.starts[first], elements.ends[after - 1]
                yield one.rule, *place, round(total, 6)
