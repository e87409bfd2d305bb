"""Checks what is typed into the practice field of the first run."""

from collections.abc import Callable

from assist.app.card_values import card_content
from assist.insertion.plan import choices
from assist.model.draft import Draft, Field
from assist.model.finding import Finding
from assist.overlay.practice import Tried
from assist.pipeline.view import Checked, Offer

_FIELD = Field("practice", "assist")


def try_out(match: Callable[[str], tuple[Finding, ...]], text: str) -> Tried:
    """Return what ``match`` finds in ``text``, and what can be done about it.

    The gravest finding comes first; its replacements are those of the card.
    """
    findings = match(text)
    if not findings:
        return Tried(())
    planned = tuple(choices(text, finding) for finding in findings)
    offer = Offer(Checked(Draft(_FIELD, 1, text), findings), planned)
    content = card_content(offer, first_chord="Alt+1")
    first = content.findings[0]
    edits = next(p for f, p in zip(findings, planned, strict=True) if f is first)
    return Tried(
        content.findings,
        content.choices[0],
        tuple(choice.edit for choice in edits[: len(content.choices[0])]),
    )
