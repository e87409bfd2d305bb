"""One finding of a shift, as the list in the review shows it: never its words."""

from dataclasses import dataclass

from assist.model.usage import Action


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A finding that was shown, and what became of it.

    Attributes:
        event_id: Of its ``shown`` event, to mark it by.
        at_ms: When it was shown, milliseconds since 1970-01-01 UTC.
        outcome: None while nothing became of it.
        marked: The agent said in the review that it was a false alarm.
    """

    event_id: int
    at_ms: int
    rule_id: str
    severity: str
    category: str
    app: str
    outcome: Action | None = None
    marked: bool = False
