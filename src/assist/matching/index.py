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


class CandidateIndex:
    """The pieces of many wordings, ready to be looked up in a draft.

    Attributes:
        texts: Every piece once.
        firsts: For each piece where its postings begin; one more at the end.
        postings: Rows of ``(wording, offset of the piece in it)``.
        signatures: Of every wording.
    """

    def __init__(
        self, texts: Sequence[str], firsts: Ints, postings: Ints, signatures: Signatures
    ) -> None:
        self.texts = tuple(texts)
        self.firsts = firsts
        self.postings = postings
        self._automaton = ahocorasick.Automaton(ahocorasick.STORE_INTS)
        for number, piece in enumerate(self.texts):
            self._automaton.add_word(piece, number)
        if self.texts:
            self._automaton.make_automaton()
        self._lengths = np.array([len(one) for one in self.texts], np.int32)
        self.signatures = signatures

    @classmethod
    def build(cls, wordings: Sequence[tuple[str, int]]) -> "CandidateIndex":
        """Cut ``(keys, edits)`` of every wording into pieces."""
        numbers: dict[str, int] = {}
        found: list[tuple[int, int, int]] = []
        for wording, (keys, edits) in enumerate(wordings):
            for offset, piece in dict.fromkeys(pieces(keys, edits)):
                number = numbers.setdefault(piece, len(numbers))
                found.append((number, wording, offset))
        rows = np.array(found, np.int32).reshape(-1, 3)
        counts = np.bincount(rows[:, 0], minlength=len(numbers))
        firsts = np.concatenate(([0], np.cumsum(counts))).astype(np.int32)
        order = np.argsort(rows[:, 0], kind="stable")
        return cls(
            tuple(numbers),
            firsts,
            np.ascontiguousarray(rows[order, 1:]),
            Signatures.of(wordings),
        )

    def candidates(self, keys: str) -> list[Candidate]:
        """Return the wordings that may stand in ``keys``, each place once, in order."""
        if not self.texts:
            return []
        hits = list(self._automaton.iter(keys))
        if len(hits) < _FEW:
            return self._one_by_one(hits)
        return self._as_arrays(hits, keys)

    def _one_by_one(self, hits: list[tuple[int, int]]) -> list[Candidate]:
        found: set[Candidate] = set()
        for end, piece in hits:
            start = end + 1 - len(self.texts[piece])
            rows = self.postings[self.firsts[piece] : self.firsts[piece + 1]].tolist()
            found.update([(wording, start - offset) for wording, offset in rows])
        return sorted(found)

    def _as_arrays(self, hits: list[tuple[int, int]], keys: str) -> list[Candidate]:
        """Expand many hits at once, and drop those that lack too many keys."""
        ends, found = np.array(hits, np.int32).T
        starts = ends + 1 - self._lengths[found]
        counts = self.firsts[found + 1] - self.firsts[found]
        before = np.cumsum(counts) - counts
        steps = np.arange(int(counts.sum()), dtype=np.int32) - np.repeat(before, counts)
        rows = self.postings[np.repeat(self.firsts[found], counts) + steps]
        begins = np.repeat(starts, counts) - rows[:, 1]
        both = np.unique((rows[:, 0].astype(np.int64) << 32) + begins + _SHIFT)
        wordings, places = both >> 32, (both & (2 * _SHIFT - 1)) - _SHIFT
        kept = self.signatures.possible(keys, wordings, places)
        return list(zip(wordings[kept].tolist(), places[kept].tolist(), strict=True))
