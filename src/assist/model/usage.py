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
    SENT = "sent"  # seen to be sent; a finding: with the words in it
    CLEARED = "cleared"
    UNKNOWN = "unknown"  # the field went away or was emptied; nobody saw why


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageRecord:
    """One event of the usage log.

    Attributes:
        at_ms: Wall clock, milliseconds since 1970-01-01 UTC.
        action: What happened.
        rule_id: The rule concerned; empty for events of a whole message.
        severity: Of the rule; of a whole message the gravest that was shown
            while it was written, empty when nothing was.
        category: Of the rule; empty for events of a whole message.
        pack_version: Of the phrase list the rule stands in.
        app: Program name, e.g. ``mousepad``; never a window title.
        channel: How the finding was recognised.
        conversation: Number of the conversation in this run of the program,
            from 1; the drafts of one text field count as one conversation.
            0 when it is not known.
        finding: Number of the finding in its conversation, from 1; 0 for
            events of a whole message.
        reaction_ms: From flag shown to this action; None when it has no flag.
        latency_ms: From the change noticed to the flag painted; for ``shown``.
    """

    at_ms: int
    action: Action
    rule_id: str = ""
    severity: str = ""
    category: str = ""
    pack_version: str = ""
    app: str = ""
    channel: str = ""
    conversation: int = 0
    finding: int = 0
    reaction_ms: int | None = None
    latency_ms: float | None = None


class Cause(StrEnum):
    """What begins or ends a shift."""

    DRAFT = "draft"  # the first draft that was read
    HAND = "hand"
    IDLE = "idle"
    LOCK = "lock"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftMark:
    """A shift begins, or ended.

    Attributes:
        at_ms: When; of an end the last thing the agent did.
        begins: False for an end.
        cause: What began or ended it.
    """

    at_ms: int
    begins: bool
    cause: Cause


@dataclass(frozen=True, slots=True, kw_only=True)
class LateMark:
    """The agent says in the review whether a finding was a false alarm.

    Attributes:
        at_ms: When that was said.
        event_id: The ``shown`` event in the log that it is about.
        wrong: False takes an earlier mark back.
    """

    at_ms: int
    event_id: int
    wrong: bool = True


UsageEntry = UsageRecord | ShiftMark | LateMark
"""What the log takes, in the order it happened."""
