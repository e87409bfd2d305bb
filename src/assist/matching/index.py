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

from assist.matching.signature import Ints, Signatures

# Wording, and the element of the draft it would begin with.
Candidate = tuple[int, int]

_SHIFT = 1 << 31  # makes room for a beginning before the text
_FEW = 100  # so few hits are expanded faster one by one than as arrays


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


def postings_of(
    lookups: Sequence[tuple[str, int, tuple[str, ...]]],
) -> tuple[tuple[str, ...], Ints, Ints]:
    """Cut ``(keys, edits, other keys to look it up by)`` of every wording.

    Returns:
        Every piece once; for each piece where its postings begin, and the end
        of the last; rows of ``(wording, offset of the piece in it)``.
    """
    numbers: dict[str, int] = {}
    found: list[tuple[int, int, int]] = []
    for wording, (keys, edits, looks) in enumerate(lookups):
        every = [*pieces(keys, edits), *((0, look) for look in looks)]
        for offset, piece in dict.fromkeys(every):
            number = numbers.setdefault(piece, len(numbers))
            found.append((number, wording, offset))
    rows = np.array(found, np.int32).reshape(-1, 3)
    counts = np.bincount(rows[:, 0], minlength=len(numbers))
    firsts = np.concatenate(([0], np.cumsum(counts))).astype(np.int32)
    order = np.argsort(rows[:, 0], kind="stable")
    return tuple(numbers), firsts, np.ascontiguousarray(rows[order, 1:])


class CandidateIndex:
    """The pieces of many wordings, ready to be looked up in a draft.

    Args:
        texts: Every piece once.
        firsts: For each piece where its postings begin; one more at the end.
        postings: Rows of ``(wording, offset of the piece in it)``.
        signatures: Of every wording.
    """

    def __init__(
        self,
        texts: tuple[str, ...],
        firsts: Ints,
        postings: Ints,
        signatures: Signatures,
    ) -> None:
        self._lengths = [len(one) for one in texts]
        self._sizes = np.array(self._lengths, np.int32)
        self._firsts = firsts
        self._bounds: list[int] = firsts.tolist()
        self._postings = postings
        self._signatures = signatures
        self._automaton = ahocorasick.Automaton(ahocorasick.STORE_INTS)
        for number, piece in enumerate(texts):
            self._automaton.add_word(piece, number)
        if texts:
            self._automaton.make_automaton()

    def candidates(self, keys: str) -> list[Candidate]:
        """Return the wordings that may stand in ``keys``, each place once, in order."""
        if not self._lengths:
            return []
        hits = list(self._automaton.iter(keys))
        if len(hits) < _FEW:
            return self._one_by_one(hits)
        return self._as_arrays(hits, keys)

    def _one_by_one(self, hits: list[tuple[int, int]]) -> list[Candidate]:
        found: set[Candidate] = set()
        bounds, lengths = self._bounds, self._lengths
        for end, piece in hits:
            start = end + 1 - lengths[piece]
            rows = self._postings[bounds[piece] : bounds[piece + 1]].tolist()
            found.update([(wording, start - offset) for wording, offset in rows])
        return sorted(found)

    def _as_arrays(self, hits: list[tuple[int, int]], keys: str) -> list[Candidate]:
        """Expand many hits at once, and drop those that lack too many keys."""
        ends, found = np.array(hits, np.int32).T
        starts = ends + 1 - self._sizes[found]
        counts = self._firsts[found + 1] - self._firsts[found]
        before = np.cumsum(counts) - counts
        steps = np.arange(int(counts.sum()), dtype=np.int32) - np.repeat(before, counts)
        rows = self._postings[np.repeat(self._firsts[found], counts) + steps]
        begins = np.repeat(starts, counts) - rows[:, 1]
        both = np.unique((rows[:, 0].astype(np.int64) << 32) + begins + _SHIFT)
        wordings, places = both >> 32, (both & (2 * _SHIFT - 1)) - _SHIFT
        kept = self._signatures.possible(keys, wordings, places)
        return list(zip(wordings[kept].tolist(), places[kept].tolist(), strict=True))
