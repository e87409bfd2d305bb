"""Wordings typed with two neighbouring blocks exchanged.

Found by the sum of random numbers, one per key, which does not depend on the
order; a sum that agrees is then compared for real.  Particles are left out.
"""

import hashlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from assist.matching.alignment import price as aligned_price
from assist.matching.costs import NEGATIONS, PARTICLES, PERSONS
from assist.matching.listed import Listed
from assist.matching.verify import Stretch, gap_price
from assist.matching.wordings import Wordings
from assist.model.rule import Channel
from assist.text.normalise import Normalised

SHORTEST = 6
LONGEST = 12
EXCHANGE = 0.6
ADDED_PARTICLE = 0.15
_AROUND = 3 * LONGEST  # more than the particles that a price allows
_BYTES = 6  # the sum of a whole block of elements fits 63 bits
_MANY = 200  # so many elements are looked up as arrays
_SPARSE = 16  # places per sum in the table that rules most of them out


class _Numbers(dict[str, int]):
    """A number per key, the same in every run of the program."""

    def __missing__(self, key: str) -> int:
        code = key.encode("utf-8", "surrogatepass")
        number = int.from_bytes(hashlib.blake2b(code, digest_size=_BYTES).digest())
        self[key] = number
        return number


_NUMBERS = _Numbers()


def order_sum(keys: str) -> int:
    """Return the sum of the numbers of ``keys``."""
    return sum(map(_NUMBERS.__getitem__, keys))


class _OfLength:
    """The wordings of one length, by the sum of their numbers.

    Args:
        rows: ``(wording, length, sum)`` of each.
    """

    def __init__(self, rows: NDArray[np.int64]) -> None:
        self.by_sum: dict[int, tuple[int, ...]] = {}
        for number, total in zip(rows[:, 0].tolist(), rows[:, 2].tolist(), strict=True):
            self.by_sum[total] = (*self.by_sum.get(total, ()), number)
        self._places: NDArray[np.bool_] | None = None

    def possible(self, totals: NDArray[np.int64]) -> list[int]:
        """Return where in ``totals`` there may be a sum that is known."""
        if self._places is None:
            size = 1 << (_SPARSE * len(self.by_sum)).bit_length()
            places = np.zeros(size, np.bool_)
            places[np.array(list(self.by_sum)) & (size - 1)] = True
            self._places = places
        return np.flatnonzero(self._places[totals & (len(self._places) - 1)]).tolist()


class OrderIndex:
    """The wordings that may be found in another order."""

    def __init__(self, rows: NDArray[np.int64], wordings: Wordings) -> None:
        """Take rows of ``(wording, length, sum)``."""
        self._wordings = wordings
        lengths = rows[:, 1]
        self._by_length = {
            length: _OfLength(rows[lengths == length])
            for length in np.unique(lengths).tolist()
        }

    def stretches(
        self, elements: Normalised, low: int, high: int
    ) -> Iterator[tuple[Listed, Stretch]]:
        """Yield exchanged wordings that share an element with ``low`` to ``high``."""
        if not self._by_length:
            return
        kept = [
            place for place, one in enumerate(elements.literals) if one not in PARTICLES
        ]
        low, high = bisect_left(kept, low), bisect_left(kept, high)
        numbers = [_NUMBERS[elements.keys[place]] for place in kept]
        sums = [0, *accumulate(numbers)]
        every = np.array(sums) if len(sums) > _MANY else None
        for length, known in self._by_length.items():
            by_sum = known.by_sum
            last = min(high, len(sums) - length)
            for first in _places(
                every, known, length, (max(0, low - length + 1), last)
            ):
                for number in by_sum.get(sums[first + length] - sums[first], ()):
                    listed = self._wordings[number]
                    ends = kept[first], kept[first + length - 1] + 1
                    stretch = _stretch(listed, elements, *ends)
                    if stretch is not None:
                        yield listed, stretch


def _places(
    sums: NDArray[np.int64] | None, known: _OfLength, length: int, ends: tuple[int, int]
) -> Iterable[int]:
    """Return where stretches of this length may begin between ``ends``."""
    low, high = ends
    if sums is None or high - low < _MANY:
        return range(low, high)
    totals = sums[low + length : high + length] - sums[low:high]
    return [low + place for place in known.possible(totals)]


def may_be_exchanged(listed: Listed) -> bool:
    """Tell whether ``listed`` is looked for in another order."""
    return (
        len(listed.keys) == 1
        and listed.edits > 0
        and not listed.latin
        and listed.channel is Channel.EXACT
        and SHORTEST <= len(without_particles(listed.parts[0])) <= LONGEST
        and not listed.costs.is_off(Channel.ORDER)
    )


def exchanged_reach(listed: Listed) -> int:
    """Return over how many elements ``listed`` can stretch in another order."""
    return listed.length + int((listed.budget - EXCHANGE) / ADDED_PARTICLE)


def without_particles(literals: str, keys: str = "") -> str:
    """Return the literals, or their keys, without those that are particles."""
    pairs = zip(literals, keys or literals, strict=True)
    return "".join(kept for one, kept in pairs if one not in PARTICLES)


def _stretch(
    listed: Listed, elements: Normalised, first: int, after: int
) -> Stretch | None:
    typed, keys = elements.literals[first:after], elements.keys[first:after]
    restored = exchange_undone(listed, typed, keys)
    if restored is None:
        return None
    core = without_particles(listed.parts[0])
    added = after - first - len(core)
    price = EXCHANGE + ADDED_PARTICLE * added
    price += aligned_price(core, restored, 0, listed.costs)
    price += gap_price(elements.gaps[first + 1 : after], listed)
    return (price, first, after) if price <= listed.budget else None


def exchange_undone(listed: Listed, typed: str, typed_keys: str) -> str | None:
    """Return the literals in the listed order, particles left out.

    None where the order is the listed one, or more than two neighbouring blocks
    changed places, or the exchange changed who does it or what is denied.
    """
    keys = without_particles(listed.parts[0], listed.keys[0])
    core = without_particles(typed)
    core_keys = without_particles(typed, typed_keys)
    if len(core) != len(keys):
        return None
    restored = restore(keys, core_keys, core)
    if restored is None or sense(restored) != sense(core):
        return None
    return restored


def restore(keys: str, typed_keys: str, typed: str) -> str | None:
    """Undo one exchange of neighbouring blocks.

    Returns:
        ``typed`` in the order of ``keys``; None when the two are in the same
        order or differ by more than one exchange.
    """
    if keys == typed_keys:
        return None
    low, high = 0, len(keys)
    while keys[low] == typed_keys[low]:
        low += 1
    while keys[high - 1] == typed_keys[high - 1]:
        high -= 1
    for cut in range(low + 1, high):
        if typed_keys[cut:high] + typed_keys[low:cut] == keys[low:high]:
            return typed[:low] + typed[cut:high] + typed[low:cut] + typed[high:]
    return None


def sense(literals: str) -> tuple[str, ...]:
    """Return what an exchange must not change: who, and what is denied."""
    return (
        "".join(one for one in literals if one in PERSONS),
        *sorted(
            literals[place : place + 2]
            for place, one in enumerate(literals)
            if one in NEGATIONS
        ),
    )
