"""Which keys a wording holds, in 64 bits: a filter that loses nothing.

Each key is one of 64 bits.  A stretch within k edits of a wording lacks at most
k of the wording's keys, and so at most k of its bits.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]

_SPREAD = np.uint32(2654435761)  # the golden ratio of 2**32, after Knuth
_SHIFT = np.uint32(26)  # leaves 6 bits
_ONE = np.uint64(1)


def signatures_of(wordings: Sequence[str]) -> NDArray[np.uint64]:
    """Sign the keys of every wording; none of them is empty."""
    bits = _bits("".join(wordings))
    if not len(bits):
        return bits
    lengths = np.array([len(keys) for keys in wordings])
    starts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
    return np.bitwise_or.reduceat(bits, starts)


class Signatures:
    """The signatures of many wordings, with their lengths and allowed edits."""

    def __init__(self, bits: NDArray[np.uint64], lengths: Ints, edits: Ints) -> None:
        self._bits = bits
        self._lengths = lengths
        self._edits = edits

    def possible(self, keys: str, wordings: Ints, begins: Ints) -> NDArray[np.bool_]:
        """Tell which candidates have enough of their keys around where they begin."""
        edits = self._edits[wordings]
        low = np.maximum(begins - edits, 0)
        high = np.minimum(begins + self._lengths[wordings] + edits, len(keys))
        size = np.maximum(high - low, 1)
        level = np.frexp(size)[1] - 1  # the greatest power of two that fits
        table = _table(_bits(keys), int(level.max(initial=0)))
        there = table[level, low] | table[level, np.maximum(high - (1 << level), 0)]
        lacking = np.bitwise_count(self._bits[wordings] & ~there)
        return np.asarray(lacking <= edits)


def _bits(keys: str) -> NDArray[np.uint64]:
    codes = np.frombuffer(keys.encode("utf-32-le", "surrogatepass"), np.uint32)
    return _ONE << ((codes * _SPREAD) >> _SHIFT).astype(np.uint64)


def _table(bits: NDArray[np.uint64], levels: int) -> NDArray[np.uint64]:
    """Return, for each power of two, the bits of all stretches of that length.

    A stretch that goes beyond the end has the bits of what is there.
    """
    table = np.empty((levels + 1, len(bits)), np.uint64)
    table[0] = bits
    for level in range(levels):
        width = 1 << level
        table[level + 1] = table[level]
        table[level + 1, :-width] |= table[level, width:]
    return table
