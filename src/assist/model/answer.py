"""What an agent may say about a finding besides choosing; kept apart from the log."""

from dataclasses import dataclass, field
from enum import StrEnum


class IgnoreReason(StrEnum):
    """Why a finding was ignored, if the agent cares to say."""

    QUOTED = "quoted"  # the customer's own words, or a text that must stay
    FITS = "fits"  # right in this place
    LATER = "later"  # no time now


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenReason:
    """A reason given for an ignored finding; the rule alone, no words."""

    at_ms: int
    rule_id: str
    pack_version: str = ""
    reason: IgnoreReason


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenClause:
    """A clause the agent attached to *not a violation*, looked over and masked.

    Attributes:
        text: What the lead will read; kept out of the repr.
    """

    at_ms: int
    rule_id: str
    pack_version: str = ""
    text: str = field(repr=False)
