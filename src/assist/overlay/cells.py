"""The typed words over the listed ones, letter by letter; no painting."""

from dataclasses import dataclass, field

from assist.model.finding import Difference, Finding
from assist.model.rule import Channel

MORE = "…"


@dataclass(frozen=True, slots=True)
class Cell:
    """One column: what was typed, what is listed, and how they relate.

    ``channel`` is None where both sides agree.
    """

    typed: str = field(repr=False)
    listed: str
    channel: Channel | None = None


def cells_of(finding: Finding) -> tuple[Cell, ...]:
    """Line up a finding with the wording it was compared with.

    Returns:
        The columns in reading order; empty when nothing differs, or when the
        differences do not explain the text (then words must do).
    """
    if not finding.differences:
        return ()
    typed, listed = finding.matched, finding.wording
    cells: list[Cell] = []
    at, to = 0, 0
    for difference in finding.differences:
        agreed = _agreed(typed[at:], listed[to:], difference)
        if agreed is None:
            return ()
        cells += [Cell(letter, letter) for letter in typed[at : at + agreed]]
        at += agreed + len(difference.typed)
        to += agreed + len(difference.listed)
        cells.append(Cell(difference.typed, difference.listed, difference.channel))
    if typed[at:] != listed[to:]:
        return ()
    return (*cells, *(Cell(letter, letter) for letter in typed[at:]))


def _agreed(typed: str, listed: str, difference: Difference) -> int | None:
    """Return how many letters agree before ``difference``; None if it never comes."""
    for count in range(len(typed) + 1):
        if typed[:count] != listed[:count]:
            return None
        if typed[count:].startswith(difference.typed) and listed[count:].startswith(
            difference.listed
        ):
            return count
    return None


def shortened(cells: tuple[Cell, ...], most: int) -> tuple[Cell, ...]:
    """Return at most ``most`` columns, or none if the changes alone are more.

    Runs of letters that agree shrink to … first, the longest first; one
    letter each side of a change stays as long as there is room.
    """
    if len(cells) <= most:
        return cells
    changed = {place for place, cell in enumerate(cells) if cell.channel is not None}
    for reach in (1, 0):
        near = {
            place
            for place in range(len(cells))
            if any(abs(place - other) <= reach for other in changed)
        }
        short = _with_gaps(cells, near)
        if len(short) <= most:
            return short
    return ()


def _with_gaps(cells: tuple[Cell, ...], wanted: set[int]) -> tuple[Cell, ...]:
    result: list[Cell] = []
    for place, cell in enumerate(cells):
        if place in wanted:
            result.append(cell)
        elif not result or result[-1].typed != MORE:
            result.append(Cell(MORE, MORE))
    return tuple(result)
