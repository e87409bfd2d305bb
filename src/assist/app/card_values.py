"""From an offer of the pipeline to what the card shows."""

from dataclasses import dataclass

from assist.app.chords import choice_chords
from assist.insertion.plan import PlannedChoice
from assist.model.finding import Finding
from assist.overlay.card_values import CardChoice
from assist.pipeline.view import Offer


@dataclass(frozen=True, slots=True)
class CardContent:
    """Findings, the most pressing first, with their choices in the same order."""

    findings: tuple[Finding, ...]
    choices: tuple[tuple[CardChoice, ...], ...]


def card_content(offer: Offer, *, first_chord: str) -> CardContent:
    """Order the findings by weight, then by place, and name the keys."""
    pairs = sorted(
        zip(offer.checked.findings, offer.choices, strict=True),
        key=lambda pair: (-pair[0].rule.severity.weight, pair[0].span.start),
    )
    return CardContent(
        tuple(finding for finding, _ in pairs),
        tuple(_choices(finding, planned, first_chord) for finding, planned in pairs),
    )


def _choices(
    finding: Finding, planned: tuple[PlannedChoice, ...], first_chord: str
) -> tuple[CardChoice, ...]:
    chords = choice_chords(first_chord)
    return tuple(
        CardChoice(
            choice.edit.replacement.strip(" ，,\n"),
            choice.replacement.replaces,
            key=chord,
            language=finding.rule.language,
        )
        for choice, chord in zip(planned, chords, strict=False)
    )
