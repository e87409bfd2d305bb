"""A stretch of a text, and the conversion to the units other toolkits count in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch ``start <= i < end``, in code points as ``str`` counts.

    Qt and Windows count UTF-16 units, GTK counts code points (and bytes, when
    it inserts): conversion happens in the adapter for that toolkit only.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the part of ``text`` that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Tell whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> "Span":
        """Return the span moved by ``by`` code points."""
        return Span(self.start + by, self.end + by)
