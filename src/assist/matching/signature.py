"""Which keys a wording holds, in 64 bits: a filter that loses nothing.

Each key is one of 64 bits.  A stretch within k edits of a wording lacks at most
k of the wording's keys, and so at most k of its bits.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
Places = NDArray[np.int64]

_SPREAD = np.uint32(2654435761)  # the golden ratio of 2**32, after Knuth
_SHIFT = np.uint32(26)  # leaves 6 bits


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

    def possible(
        self, keys: str, wordings: Places, begins: Places
    ) -> NDArray[np.bool_]:
        """Tell which candidates have enough of their keys around where they begin."""
        levels = _levels(_bits(keys))
        edits = self._edits[wordings]
        low = np.maximum(begins - edits, 0)
        high = np.minimum(begins + self._lengths[wordings] + edits, len(keys))
        size = np.maximum(high - low, 1)
        level = np.minimum(np.log2(size).astype(np.int64), len(levels) - 1)
        rows = np.arange(len(wordings))
        there = np.zeros(len(wordings), np.uint64)
        for number, row in enumerate(levels):
            chosen = rows[level == number]
            left, right = low[chosen], high[chosen] - (1 << number)
            there[chosen] = row[left] | row[np.maximum(right, 0)]
        lacking = np.bitwise_count(self._bits[wordings] & ~there)
        return np.asarray(lacking <= edits)


def _bits(keys: str) -> NDArray[np.uint64]:
    codes = np.frombuffer(keys.encode("utf-32-le", "surrogatepass"), np.uint32)
    return np.uint64(1) << ((codes * _SPREAD) >> _SHIFT).astype(np.uint64)


def _levels(bits: NDArray[np.uint64]) -> list[NDArray[np.uint64]]:
    """Return, for each power of two, the bits of all stretches of that length.

    A stretch that goes beyond the end has the bits of what is there.
    """
    levels = [bits]
    width = 1
    while 2 * width <= len(bits):
        last = levels[-1]
        wider = last.copy()
        wider[:-width] |= last[width:]
        levels.append(wider)
        width *= 2
    return levels
