"""What the strip shows for a state or for findings; no painting."""

from dataclasses import dataclass

from assist.model.finding import Finding
from assist.model.rule import Severity
from assist.overlay.card_values import Keys
from assist.overlay.icons import SEVERITY_ICONS
from assist.overlay.words import (
    NOT_WATCHED,
    StateWords,
    advice,
    pack_words,
    severity_word,
    snooze_words,
    state_words,
    watch_question,
)
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
        action_does: ``pause``, ``pad``, ``check`` or ``watch``.
        chord: Key caps after the action.
        about: What only a tooltip and a screen reader tell besides.
        quiet: Nothing to do here, so the strip may shrink to its dot.
    """

    pieces: tuple[Piece, ...]
    detail: str = ""
    hint: str = ""
    action: str = ""
    action_does: str = ""
    chord: str = ""
    about: str = ""
    quiet: bool = False

    @property
    def sentence(self) -> str:
        """The strip as a screen reader says it."""
        words = [piece.text for piece in self.pieces]
        return " ".join(filter(None, [*words, self.detail, self.hint, self.about]))


_DOES = {Mode.PAUSED: "pause", Mode.CANNOT_READ: "pad", Mode.HOTKEY_ONLY: "check"}


def of_status(
    status: Status,
    *,
    minutes_left: int | None = None,
    keys: Keys,
    snoozed_min: int | None = None,
    pack: str = "",
) -> StripContent:
    """Return the strip for a state without findings.

    Args:
        status: The state.
        minutes_left: Of a pause, if it has an end.
        keys: The chords to show.
        snoozed_min: Minutes in which no card opens by itself; None for no snooze.
        pack: Version of the phrase list in use.
    """
    words: StateWords = state_words(status, minutes_left)
    readable = status.mode in (Mode.READING, Mode.IDLE)
    icon, ink, detail = words.icon, words.ink, words.detail
    if readable and snoozed_min is not None:
        icon, ink, detail = "snooze", "text_2", snooze_words(snoozed_min)
    unwatched = status.reason == NOT_WATCHED
    does = "watch" if unwatched else _DOES.get(status.mode, "")
    return StripContent(
        (Piece(icon, ink, words.label),),
        detail=detail,
        action=words.action,
        action_does=does if words.action else "",
        chord=keys.check if status.mode is Mode.HOTKEY_ONLY else "",
        about=pack_words(pack) if pack else "",
        quiet=readable or unwatched,
    )


def of_question(app: str) -> StripContent:
    """Return the strip that asks whether drafts in ``app`` may be read."""
    label, action = watch_question(app)
    return StripContent(
        (Piece("watching", "text_2", label),), action=action, action_does="watch"
    )


def of_findings(
    findings: tuple[Finding, ...], *, snoozed_min: int | None = None
) -> StripContent:
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
    hint = advice(gravest) if snoozed_min is None else snooze_words(snoozed_min)
    return StripContent(tuple(pieces), hint=hint)
