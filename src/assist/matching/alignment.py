"""The price of taking a stretch of a draft for a listed wording, and the why."""

from rapidfuzz.distance import Postfix, Prefix

from assist.matching.costs import IMPOSSIBLE, Costs
from assist.model.rule import Channel

# Channel, elements of the wording, elements of the stretch (both half-open).
Step = tuple[Channel, int, int, int, int]


def price(listed: str, typed: str, edits: int, costs: Costs) -> float:
    """Return the lowest price of aligning two strings of literals.

    What they begin and end with alike is aligned as it stands; of the rest the
    cheapest alignment counts.  It may exchange, add or drop a literal and swap
    two neighbours, and never shifts one string against the other by more than
    ``edits``.
    """
    if listed == typed:
        return 0.0
    low, high = alike(listed, typed)
    rest, got = listed[low : len(listed) - high], typed[low : len(typed) - high]
    if len(rest) == len(got) == 1:
        return min(
            costs.pair(rest, got).price,
            costs.missing(rest).price + costs.added(got).price if edits else IMPOSSIBLE,
        )
    return _table(rest, got, edits, costs)[-1][len(got)]


def alike(one: str, other: str) -> tuple[int, int]:
    """Return how many literals two strings begin and end with alike.

    None is counted twice.
    """
    shortest = min(len(one), len(other))
    low = Prefix.similarity(one, other)
    high = min(Postfix.similarity(one, other), shortest - low)
    return low, high


def _table(listed: str, typed: str, edits: int, costs: Costs) -> list[list[float]]:
    """Return the prices of all beginnings of ``listed`` against those of ``typed``.

    ``result[i][j]`` prices ``listed[:i]`` against ``typed[:j]``; infinity outside
    the band ``abs(i - j) <= edits``.
    """
    width = len(typed)
    infinity = float("inf")
    pair, swap = costs.pair, costs.swap.price
    added = [costs.added(one).price for one in typed]
    first = [infinity] * (width + 1)
    first[0] = 0.0
    for j in range(1, min(edits, width) + 1):
        first[j] = first[j - 1] + added[j - 1]
    rows = [first]
    for i, wanted in enumerate(listed, 1):
        above = rows[-1]
        row = [infinity] * (width + 1)
        missing = costs.missing(wanted).price
        before = listed[i - 2] if i > 1 else ""
        if i <= edits:
            row[0] = above[0] + missing
        for j in range(max(1, i - edits), min(width, i + edits) + 1):
            got = typed[j - 1]
            best = above[j - 1] + (0.0 if got == wanted else pair(wanted, got).price)
            best = min(best, above[j] + missing, row[j - 1] + added[j - 1])
            if before and j > 1 and wanted == typed[j - 2] and before == got:
                best = min(best, rows[-2][j - 2] + swap)
            row[j] = best
        rows.append(row)
    return rows


def explain(listed: str, typed: str, edits: int, costs: Costs) -> tuple[Step, ...]:
    """Return the differences of the cheapest alignment, in the order typed."""
    low, high = alike(listed, typed)
    rest, got = listed[low : len(listed) - high], typed[low : len(typed) - high]
    rows = _table(rest, got, edits, costs)
    i, j = len(rest), len(got)
    steps: list[Step] = []
    while i or j:
        channel, before, i_end, there, j_end = _last_step(
            rows, rest, got, (i, j), costs
        )
        if channel is not Channel.EXACT:
            steps.append((channel, before + low, i_end + low, there + low, j_end + low))
        i, j = before, there
    return tuple(reversed(steps))


def _last_step(
    rows: list[list[float]], listed: str, typed: str, at: tuple[int, int], costs: Costs
) -> Step:
    i, j = at
    here = rows[i][j]
    if i and j:
        cost = costs.pair(listed[i - 1], typed[j - 1])
        if rows[i - 1][j - 1] + cost.price == here:
            return cost.channel, i - 1, i, j - 1, j
    swapped = i > 1 and j > 1 and listed[i - 2 : i] == typed[j - 2 : j][::-1]
    if swapped and rows[i - 2][j - 2] + costs.swap.price == here:
        return Channel.EDIT, i - 2, i, j - 2, j
    if i:
        cost = costs.missing(listed[i - 1])
        if rows[i - 1][j] + cost.price == here:
            return cost.channel, i - 1, i, j, j
    return costs.added(typed[j - 1]).channel, i, i, j - 1, j
