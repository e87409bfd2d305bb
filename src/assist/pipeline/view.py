"""What the pipeline tells whoever shows it: values, and a protocol to take them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from assist.insertion.plan import PlannedChoice
from assist.model.draft import Draft, Field
from assist.model.finding import Finding
from assist.ports import Status


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft and what was found in it, in the order of the draft."""

    draft: Draft
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """A checked draft with what can be done about each finding.

    Attributes:
        choices: One tuple per finding, up to three each, best first.
    """

    checked: Checked
    choices: tuple[tuple[PlannedChoice, ...], ...]


class Result(StrEnum):
    """What became of something the agent asked for."""

    REPLACED = "replaced"
    COPIED = "copied"  # not written; on the clipboard instead
    INSERTED = "inserted"  # from the compose pad, into the client
    SENT = "sent"  # from the compose pad, and sent, where the agent chose so
    UNDONE = "undone"
    NOTED = "noted"  # marked as no violation
    CHANGED_MEANWHILE = "changed_meanwhile"  # nothing written
    WRONG_WINDOW = "wrong_window"  # nothing written
    REFUSED = "refused"  # the field did not take it; its own text is back


class View(Protocol):
    """Shows what the pipeline says; every call comes on the pipeline's thread."""

    def show_findings(self, checked: Checked) -> None:
        """Show state and count at once; ``findings`` may be empty."""

    def show_offer(self, offer: Offer) -> None:
        """Show the card for a draft that has come to rest."""

    def show_status(self, status: Status) -> None:
        """Show whether drafts can be read."""

    def show_result(self, result: Result) -> None:
        """Say what became of the agent's last choice."""

    def hide_field(self, field: Field) -> None:
        """Take away what was shown for ``field``."""
