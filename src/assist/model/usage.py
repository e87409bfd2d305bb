"""What is remembered of a shift: never a word of any draft."""

from dataclasses import dataclass
from enum import StrEnum


class Action(StrEnum):
    """What became of a finding or a message."""

    SHOWN = "shown"
    REPLACED = "replaced"
    UNDONE = "undone"
    IGNORED = "ignored"
    MARKED_WRONG = "marked_wrong"
    FIXED_BY_HAND = "fixed_by_hand"
    SENT = "sent"  # seen to be sent with the finding in it
    CLEARED = "cleared"
    UNKNOWN = "unknown"  # the field went away or was emptied; nobody saw why


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageRecord:
    """One event of the usage log.

    Attributes:
        at_ms: Wall clock, milliseconds since 1970-01-01 UTC.
        action: What happened.
        rule_id: The rule concerned; empty for events of a whole message.
        severity: Of the rule; empty for events of a whole message.
        category: Of the rule; empty for events of a whole message.
        app: Program name, e.g. ``mousepad``; never a window title.
        channel: How the finding was recognised.
        reaction_ms: From flag shown to this action; None when it has no flag.
        latency_ms: From the change noticed to the flag painted; for ``shown``.
    """

    at_ms: int
    action: Action
    rule_id: str = ""
    severity: str = ""
    category: str = ""
    app: str = ""
    channel: str = ""
    reaction_ms: int | None = None
    latency_ms: float | None = None
