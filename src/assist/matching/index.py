"""Candidates for approximate matches, none of them missed.

A wording that may have k edits is cut into k + 1 pieces.  One of them must stand
unchanged in any stretch within k edits, except where an edit swaps the
neighbours at a cut: so for each cut the piece before it with the swap done is
looked for as well.  All pieces are found in one pass of an Aho-Corasick
automaton over the keys of the draft.
"""

from collections.abc import Iterator, Sequence

import ahocorasick  # type: ignore[import-not-found]  # ships no stubs
import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
_SHIFT = 1 << 31  # makes room for a beginning before the text


def pieces(keys: str, edits: int) -> Iterator[tuple[int, str]]:
    """Yield ``(offset, piece)`` of a wording for so many allowed edits."""
    count = min(edits + 1, len(keys))
    size, extra = divmod(len(keys), count)
    start = 0
    for number in range(count):
        end = start + size + (number < extra)
        yield start, keys[start:end]
        if end < len(keys) and edits:
            yield start, keys[start : end - 1] + keys[end]
        start = end


class CandidateIndex:
    """The pieces of many wordings, ready to be looked up in a draft."""

    def __init__(self, wordings: Sequence[tuple[str, int]]) -> None:
        numbers: dict[str, int] = {}
        found: list[tuple[int, int, int]] = []
        for wording, (keys, edits) in enumerate(wordings):
            for offset, piece in set(pieces(keys, edits)):
                number = numbers.setdefault(piece, len(numbers))
                found.append((number, wording, offset))
        self._fill(list(numbers), np.array(found, np.int32).reshape(-1, 3))

    def _fill(self, texts: list[str], postings: Ints) -> None:
        self._automaton = ahocorasick.Automaton(ahocorasick.STORE_INTS)
        for number, piece in enumerate(texts):
            self._automaton.add_word(piece, number)
        if texts:
            self._automaton.make_automaton()
        self._lengths = np.array([len(one) for one in texts], np.int32)
        order = np.argsort(postings[:, 0], kind="stable")
        self._wordings = postings[order, 1]
        self._offsets = postings[order, 2]
        counts = np.bincount(postings[:, 0], minlength=len(texts))
        self._firsts = np.concatenate(([0], np.cumsum(counts))).astype(np.int32)

    def candidates(self, keys: str) -> tuple[Ints, Ints]:
        """Return wordings and where in ``keys`` each would begin, sorted, once each."""
        nothing = np.zeros(0, np.int32)
        if not len(self._lengths):
            return nothing, nothing
        hits = list(self._automaton.iter(keys))
        if not hits:
            return nothing, nothing
        ends, found = np.array(hits, np.int32).T
        starts = ends + 1 - self._lengths[found]
        counts = self._firsts[found + 1] - self._firsts[found]
        total = int(counts.sum())
        before = np.cumsum(counts) - counts
        steps = np.arange(total, dtype=np.int32) - np.repeat(before, counts)
        places = np.repeat(self._firsts[found], counts) + steps
        wordings = self._wordings[places]
        begins = np.repeat(starts, counts) - self._offsets[places]
        both = np.unique((wordings.astype(np.int64) << 32) + begins + _SHIFT)
        places = (both & (2 * _SHIFT - 1)) - _SHIFT
        return (both >> 32).astype(np.int32), places.astype(np.int32)
