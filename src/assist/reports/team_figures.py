"""What a team's sums come to, with small groups merged; the same for every engine."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Sums over some part of what was handed over.

    Attributes:
        people: How many different agents they come from.
        messages: Seen to be sent.
        clean: Of those, with nothing flagged.
        shown: Findings.
        fixed: Replaced and kept so, or put right by hand.
        accepted: Replaced and kept so.
        marked: Marked as false alarms.
        sent: Seen to be sent with the finding in it.
    """

    people: int = 0
    messages: int = 0
    clean: int = 0
    shown: int = 0
    fixed: int = 0
    accepted: int = 0
    ignored: int = 0
    marked: int = 0
    sent: int = 0

    def share(self, name: str) -> float | None:
        """Return a figure over the findings shown; None without findings."""
        return min(getattr(self, name) / self.shown, 1.0) if self.shown else None

    @property
    def clean_share(self) -> float | None:
        """Clean messages over those sent; None without messages."""
        return self.clean / self.messages if self.messages else None


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table; ``name`` is empty for what is shown only together.

    Attributes:
        merged: How many rows were merged into this one; 0 for a row of its own.
    """

    name: str
    figures: Figures
    category: str = ""
    merged: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """A rule before and after the latest change of the phrase list."""

    name: str
    before: Figures
    after: Figures
    merged: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamFigures:
    """Everything a team report shows.

    Attributes:
        first_day: ISO 8601.
        packs: Versions of the phrase list, in the order they came into use.
        change: The two latest versions: before and after; empty without two.
    """

    whole: Figures
    shifts: int
    first_day: str
    last_day: str
    teams: tuple[Line, ...]
    rules: tuple[Line, ...]
    hours: tuple[Line, ...]
    packs: tuple[Line, ...]
    change: tuple[str, ...]
    changes: tuple[Change, ...]
