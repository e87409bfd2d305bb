"""A stretch of a draft that a listed wording was found in."""

from dataclasses import dataclass, field

from assist.matching.listed import Listed
from assist.text.normalise import Normalised


@dataclass(frozen=True, slots=True)
class Hit:
    """One wording found at one place.

    Attributes:
        listed: The wording.
        start: Where it begins in the draft, in code points.
        end: Where it ends, exclusive.
        price: Of the alignment and of what stands between the elements.
        literals: The elements found.
        places: ``(start, end)`` of each element in the draft.
        gaps: What stands before each element but the first.
        typed: How each element was typed.
    """

    listed: Listed = field(repr=False)
    start: int
    end: int
    price: float
    literals: str = field(repr=False)
    places: tuple[tuple[int, int], ...] = field(repr=False)
    gaps: tuple[int, ...] = field(repr=False)
    typed: tuple[int, ...] = field(repr=False)

    def shifted(self, by: int) -> "Hit":
        """Return the hit in a draft that has ``by`` more code points before it."""
        return Hit(
            self.listed,
            self.start + by,
            self.end + by,
            self.price,
            self.literals,
            tuple((start + by, end + by) for start, end in self.places),
            self.gaps,
            self.typed,
        )


def hit_at(
    listed: Listed, elements: Normalised, first: int, last: int, price: float
) -> Hit:
    """Return the hit of ``listed`` on the elements ``first`` to ``last``, exclusive."""
    return Hit(
        listed,
        elements.starts[first],
        elements.ends[last - 1],
        price,
        elements.literals[first:last],
        tuple(zip(elements.starts[first:last], elements.ends[first:last], strict=True)),
        tuple(elements.gaps[first + 1 : last]),
        tuple(elements.typed[first:last]),
    )
