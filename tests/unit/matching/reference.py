"""The definition of a match, written down a second time and tried out everywhere."""

from functools import cache

from all_windows import cuts_word
from rapidfuzz.distance import OSA

from assist.matching.verify import gap_price
from assist.text.characters import Typed
from assist.text.normalise import normalise


def brute_force(listed, text):
    """Return ``(rule, start, end, price)`` of every stretch that matches."""
    elements = normalise(text, pinyin=not listed.latin)
    keys, edits, length = listed.keys[0], listed.edits, len(listed.keys[0])
    found = set()
    for first in range(len(elements)):
        lowest = max(1, min(length, max(4, length - edits)))
        highest = length + edits
        for after in range(first + lowest, min(first + highest, len(elements)) + 1):
            if cuts_word(text, elements, first, after):
                continue
            if listed.repeated and not any(
                how & Typed.REPEATED for how in elements.typed[first:after]
            ):
                continue
            if OSA.distance(keys, elements.keys[first:after]) > edits:
                continue
            price = listed.surcharge + cheapest(
                listed.parts[0], elements.literals[first:after], edits, listed.costs
            )
            price += gap_price(elements.gaps[first + 1 : after], listed)
            if price <= listed.budget:
                start, end = elements.starts[first], elements.ends[after - 1]
                found.add((listed.rule, start, end, round(price, 6)))
    return found


def distance(one, other):
    """Return the optimal string alignment distance."""

    @cache
    def rest(i, j):
        if i == len(one) or j == len(other):
            return len(one) - i + len(other) - j
        best = rest(i + 1, j + 1) + (one[i] != other[j])
        best = min(best, 1 + rest(i + 1, j), 1 + rest(i, j + 1))
        if one[i : i + 2] == other[j : j + 2][::-1] and len(one[i : i + 2]) == 2:
            best = min(best, 1 + rest(i + 2, j + 2))
        return best

    return rest(0, 0)


def cheapest(listed, typed, edits, costs):
    """Return the lowest price of an alignment shifted by at most ``edits``.

    What both begin and end with alike is aligned as it stands.
    """
    while listed and typed and listed[0] == typed[0]:
        listed, typed = listed[1:], typed[1:]
    while listed and typed and listed[-1] == typed[-1]:
        listed, typed = listed[:-1], typed[:-1]

    @cache
    def rest(i, j):
        if abs(i - j) > edits:
            return float("inf")
        if i == len(listed) and j == len(typed):
            return 0.0
        best = float("inf")
        if i < len(listed) and j < len(typed):
            best = costs.pair(listed[i], typed[j]).price + rest(i + 1, j + 1)
        if i < len(listed):
            best = min(best, costs.missing(listed[i]).price + rest(i + 1, j))
        if j < len(typed):
            best = min(best, costs.added(typed[j]).price + rest(i, j + 1))
        pair = listed[i : i + 2]
        if len(pair) == 2 and pair == typed[j : j + 2][::-1]:
            best = min(best, costs.swap.price + rest(i + 2, j + 2))
        return best

    return rest(0, 0)
