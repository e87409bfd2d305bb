"""A stretch of a draft that a listed wording was found in."""

from typing import NamedTuple

from assist.matching.listed import Listed
from assist.text.normalise import Normalised


class Hit(NamedTuple):
    """One wording found at one place.

    A named tuple, not a dataclass: many are made on a key stroke, and few of
    them live to be shown.

    Attributes:
        listed: The wording.
        price: Of the alignment and of what stands between the elements.
        start: Where it begins in the draft, in code points.
        end: Where it ends, exclusive.
        elements: The elements of the neighbourhood it was found in.
        first: Its first element there.
        after: The element behind its last.
        moved: How far the draft before it has grown since it was found; the
            places in ``elements`` are older by so much.
    """

    listed: Listed
    price: float
    start: int
    end: int
    elements: Normalised
    first: int
    after: int
    moved: int = 0

    def __repr__(self) -> str:
        return f"Hit({self.listed.rule}, {self.start}, {self.end})"

    @property
    def literals(self) -> str:
        """The elements found."""
        return self.elements.literals[self.first : self.after]

    @property
    def gaps(self) -> list[int]:
        """What stands before each element but the first."""
        return self.elements.gaps[self.first + 1 : self.after]

    @property
    def typed(self) -> list[int]:
        """How each element was typed."""
        return self.elements.typed[self.first : self.after]

    def place(self, first: int, after: int) -> tuple[int, int]:
        """Return where some of its elements stand in the draft; counted from 0."""
        return (
            self.elements.starts[self.first + first] + self.moved,
            self.elements.ends[self.first + after - 1] + self.moved,
        )

    def shifted(self, by: int) -> "Hit":
        """Return the hit in a draft that has ``by`` more code points before it."""
        return self._replace(
            start=self.start + by, end=self.end + by, moved=self.moved + by
        )
