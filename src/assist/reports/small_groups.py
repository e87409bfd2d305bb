"""Keeping figures of a few people out of a report about many.

A figure that fewer than five people have a part in is shown only together with
others.  Where one such figure would be left alone, its value would follow from the
total and the rest; so the smallest of the others joins it (complementary
suppression).  What stays together is named once, as one group.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

LEAST = 5
"""Fewest people behind a figure that is shown."""

Parts = tuple[int, ...]
"""How many people are behind each of a cell's figures, e.g. before and after."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A row of a table and how many people are behind each of its parts."""

    name: str
    people: Parts


def large_enough(people: Parts, *, least: int = LEAST) -> bool:
    """Tell whether each part is nobody's or at least ``least`` people's."""
    return all(count == 0 or count >= least for count in people)


def kept_together(
    cells: Sequence[Cell],
    people_of: Callable[[tuple[str, ...]], Parts],
    *,
    hidden: frozenset[str] = frozenset(),
    least: int = LEAST,
) -> tuple[str, ...]:
    """Return the names of the cells that may be shown only together; often none.

    Args:
        cells: Every row of one table whose total is known.
        people_of: How many different people are behind several cells taken
            together, part by part.
        hidden: Names that another table of the same figures keeps together.
        least: Fewest people behind a figure.

    Returns:
        Names in the order of ``cells``: none, or at least two (all of them where
        nothing may be shown apart).
    """
    small = {cell.name for cell in cells if not large_enough(cell.people, least=least)}
    small |= hidden
    if not small:
        return ()
    others = sorted(
        (cell for cell in cells if cell.name not in small),
        key=lambda cell: (sum(cell.people), cell.name),
    )
    together = set(small)
    for joins in others:
        if _safe(cells, together, people_of, least):
            break
        together.add(joins.name)
    return tuple(cell.name for cell in cells if cell.name in together)


def _safe(
    cells: Sequence[Cell],
    together: set[str],
    people_of: Callable[[tuple[str, ...]], Parts],
    least: int,
) -> bool:
    """Tell whether the group hides each of its members, and is itself no small one."""
    names = tuple(cell.name for cell in cells if cell.name in together)
    return len(names) > 1 and large_enough(people_of(names), least=least)
