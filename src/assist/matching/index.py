"""Candidates for approximate matches, none of them missed.

A wording that may have k edits is cut into k + 1 pieces.  One of them must stand
unchanged in any stretch within k edits, except where an edit swaps the
neighbours at a cut: so for each cut the piece before it with the swap done is
looked for as well.  All pieces are found in one pass of an Aho-Corasick
automaton over the keys of the draft.
"""

from collections.abc import Iterator, Sequence
from typing import Protocol

import ahocorasick  # type: ignore[import-not-found]  # ships no stubs
import numpy as np

from assist.matching.signature import Ints, Signatures

# Wording, and the element of the draft it would begin with.
Candidate = tuple[int, int]


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


class Lookup(Protocol):
    """The pieces of many wordings, and where they belong."""

    @property
    def pieces(self) -> tuple[str, ...]:
        """Every piece once."""

    @property
    def firsts(self) -> Ints:
        """For each piece where its postings begin; one more at the end."""

    @property
    def postings(self) -> Ints:
        """Rows of ``(wording, offset of the piece in it)``."""

    @property
    def before(self) -> Ints:
        """How far before its anchor a hit of each wording can begin."""

    @property
    def behind(self) -> Ints:
        """How far behind the beginning of its anchor it can end."""


class CandidateIndex:
    """The pieces of many wordings, ready to be looked up in a draft.

    Args:
        lookup: The pieces and where they belong.
        signatures: Of every wording.
    """

    def __init__(self, lookup: Lookup, signatures: Signatures) -> None:
        self._texts = lookup.pieces
        self._sizes = np.fromiter(map(len, lookup.pieces), np.int32)
        self._firsts = lookup.firsts[:-1]
        self._counts = np.diff(lookup.firsts)
        self._postings = lookup.postings
        self._before = lookup.before
        self._behind = lookup.behind
        self._signatures = signatures
        self._automaton = ahocorasick.Automaton(ahocorasick.STORE_INTS)
        add = self._automaton.add_word
        for number, piece in enumerate(lookup.pieces):
            add(piece, number)
        if lookup.pieces:
            self._automaton.make_automaton()

    def candidates(self, keys: str, low: int, high: int) -> list[Candidate]:
        """Return the wordings that may stand in ``keys``, each place once, in order.

        Only those that may share an element with ``low`` to ``high``; of a
        wording with gaps, the places of its anchor part.
        """
        if not self._texts:
            return []
        hits = list(self._automaton.iter(keys))
        if not hits:
            return []
        ends, found = np.array(hits, np.int32).T
        counts = self._counts[found]
        last = np.cumsum(counts)
        steps = np.arange(last[-1], dtype=np.int32)
        steps += np.repeat(self._firsts[found] - last + counts, counts)
        wordings, offsets = self._postings[steps].T
        begins = np.repeat(ends + 1 - self._sizes[found], counts) - offsets
        kept = np.flatnonzero(
            (begins - self._before[wordings] < high)
            & (begins + self._behind[wordings] > low)
        )
        wordings, begins = wordings[kept], begins[kept]
        likely = self._signatures.possible(keys, wordings, begins)
        pairs = zip(wordings[likely].tolist(), begins[likely].tolist(), strict=True)
        return sorted(set(pairs))
