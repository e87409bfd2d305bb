"""What the strip shows for a state or for findings; no painting."""

from dataclasses import dataclass

from assist.model.finding import Finding
from assist.model.rule import Severity
from assist.overlay.card_values import Keys
from assist.overlay.icons import SEVERITY_ICONS
from assist.overlay.words import StateWords, advice, severity_word, state_words
from assist.ports import Mode, Status


@dataclass(frozen=True, slots=True)
class Piece:
    """An icon and the word after it.

    ``ink`` colours the icon, ``text_ink`` the word; both name palette colours.
    """

    icon: str
    ink: str
    text: str = ""
    text_ink: str = "text"
    strong: bool = False


@dataclass(frozen=True, slots=True)
class StripContent:
    """All that is on the strip.

    Attributes:
        pieces: State, or counts of findings from high to low.
        detail: A quieter word after them.
        hint: Quiet words behind the divider; not a button.
        action: Words of the one button behind the divider.
        action_does: ``pause``, ``pad`` or ``check``.
        chord: Key caps after the action.
        quiet: Nothing to do here, so the strip may shrink to its dot.
    """

    pieces: tuple[Piece, ...]
    detail: str = ""
    hint: str = ""
    action: str = ""
    action_does: str = ""
    chord: str = ""
    quiet: bool = False

    @property
    def sentence(self) -> str:
        """The strip as a screen reader says it."""
        words = [piece.text for piece in self.pieces]
        return " ".join(filter(None, [*words, self.detail, self.hint]))


_DOES = {Mode.PAUSED: "pause", Mode.CANNOT_READ: "pad", Mode.HOTKEY_ONLY: "check"}


def of_status(
    status: Status, *, minutes_left: int | None = None, keys: Keys
) -> StripContent:
    """Return the strip for a state without findings."""
    words: StateWords = state_words(status, minutes_left)
    return StripContent(
        (Piece(words.icon, words.ink, words.label),),
        detail=words.detail,
        action=words.action,
        action_does=_DOES.get(status.mode, "") if words.action else "",
        chord=keys.check if status.mode is Mode.HOTKEY_ONLY else "",
        quiet=status.mode in (Mode.READING, Mode.IDLE),
    )


def of_findings(findings: tuple[Finding, ...]) -> StripContent:
    """Return the strip that counts ``findings``, at least one, by severity."""
    pieces = []
    for severity in Severity:
        count = sum(found.rule.severity is severity for found in findings)
        if count:
            pieces.append(
                Piece(
                    SEVERITY_ICONS[severity],
                    f"{severity}_text",
                    f"{severity_word(severity)} {count}",
                    f"{severity}_text",
                    strong=True,
                )
            )
    gravest = max((found.rule.severity for found in findings), key=lambda s: s.weight)
    return StripContent(tuple(pieces), hint=advice(gravest))
