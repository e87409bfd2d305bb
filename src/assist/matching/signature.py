"""Which keys a wording holds, in twice 64 bits: a filter that loses nothing.

Each key is one of 64 bits, in two ways.  A stretch within k edits of a wording
lacks at most k of the wording's keys, and so at most k of its bits.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
Places = NDArray[np.intp]

# Odd multipliers spread keys over the upper bits; the first is Knuth's, the
# golden ratio of 2**32.
_SPREADS = (np.uint32(2654435761), np.uint32(2246822519))
_SHIFT = np.uint32(26)  # leaves 6 bits
_ONE = np.uint64(1)


def signatures_of(wordings: Sequence[str]) -> NDArray[np.uint64]:
    """Sign the keys of every wording, none of them empty; a row per way."""
    text = "".join(wordings)
    if not text:
        return np.zeros((len(_SPREADS), 0), np.uint64)
    lengths = np.array([len(keys) for keys in wordings])
    starts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
    ways = [_bits(text, spread) for spread in _SPREADS]
    return np.array([np.bitwise_or.reduceat(bits, starts) for bits in ways])


class Signatures:
    """The signatures of many wordings, their lengths, and the keys they may lack."""

    def __init__(self, bits: NDArray[np.uint64], lengths: Ints, lacking: Ints) -> None:
        self._bits = bits
        self._lengths = lengths
        self._lacking = lacking

    def possible(self, keys: str, wordings: Ints, begins: Ints) -> Places:
        """Return which candidates have enough of their keys where they begin."""
        most = self._lacking[wordings]
        low = np.maximum(begins - most, 0)
        high = np.minimum(begins + self._lengths[wordings] + most, len(keys))
        level = np.frexp(np.maximum(high - low, 1))[1] - 1  # as powers of two
        right = np.maximum(high - (1 << level), 0)
        levels = int(level.max(initial=0))
        kept = np.arange(len(wordings))
        for spread, bits in zip(_SPREADS, self._bits, strict=True):
            table = _table(_bits(keys, spread), levels)
            rows = level[kept]
            there = table[rows, low[kept]] | table[rows, right[kept]]
            lacking = np.bitwise_count(bits[wordings[kept]] & ~there)
            kept = kept[lacking <= most[kept]]
        return kept


def _bits(keys: str, spread: np.uint32) -> NDArray[np.uint64]:
    codes = np.frombuffer(keys.encode("utf-32-le", "surrogatepass"), np.uint32)
    return _ONE << ((codes * spread) >> _SHIFT).astype(np.uint64)


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
