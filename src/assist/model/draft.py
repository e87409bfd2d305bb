"""What the agent has typed so far, and where."""

import dataclasses
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in physical screen pixels; ``width`` and ``height`` may be 0."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first column outside, to the right."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The first row outside, below."""
        return self.y + self.height

    def overlaps(self, other: "Rect") -> bool:
        """Tell whether the two rectangles share at least one pixel."""
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )

    def covers(self, other: "Rect") -> bool:
        """Tell whether ``other`` lies wholly inside this rectangle."""
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.right <= self.right
            and other.bottom <= self.bottom
        )


@dataclass(frozen=True, slots=True)
class Field:
    """One text field of another program (or of our compose pad).

    Attributes:
        field_id: Unique while the program that owns the field runs.
        app: Name of the program as its windows give it, e.g. ``mousepad``.
        toolkit: ``gtk``, ``qt`` … as the program tells the accessibility bus.
        window_id: X window id of the top-level window; 0 when unknown.
        area: Where the field was on the screen at the last reading, if known.
        window: Where its top-level window was at the last reading, if known.
        preedit_in_text: The toolkit shows unfinished input-method text as text,
            so a reading is worth matching only once it has settled.
    """

    field_id: str
    app: str
    toolkit: str = ""
    window_id: int = 0
    area: Rect | None = None
    window: Rect | None = None
    preedit_in_text: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """One reading of one text field.

    ``revision`` grows by one with every change of ``text`` in ``field``; it is
    how a late finding is told from a current one.  ``text`` is kept out of the
    repr so that no log line or traceback can quote a customer.

    Attributes:
        caret: Position of the text cursor in code points; None when unknown.
        seen_at: Reading of a monotonic clock in seconds when the change that
            led to this reading was noticed.
    """

    field: Field
    revision: int
    text: str = dataclasses.field(repr=False)
    caret: int | None = None
    seen_at: float = 0.0
