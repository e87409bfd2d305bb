"""What a field that was emptied tells: sent, cleared, or nobody knows."""

from dataclasses import dataclass

from assist.model.usage import Action

# A client empties its field within a few milliseconds of Enter; 400 ms leave
# room for one that waits for its server first.
SEEN_WITHIN_S = 0.4
# Keys are heard on another thread than readings: the key that emptied a field
# may carry a time slightly after the reading that noticed it.
HEARD_LATE_S = 0.05


@dataclass(frozen=True, slots=True)
class EmptiedField:
    """The circumstances in which a field was found empty.

    All times are seconds of one monotonic clock.

    Attributes:
        at: When the emptied field was noticed.
        last_enter: When Enter was pressed last; None when it was not heard.
        last_erase: When a key that can erase (class ``OTHER``) was pressed
            last; None when it was not heard.
        same_window: The field's window is the one the draft was typed in.
        composing: An input method may have been composing when Enter was
            pressed, so that Enter may only have ended a preedit.
    """

    at: float
    last_enter: float | None = None
    last_erase: float | None = None
    same_window: bool = True
    composing: bool = False


def judge_emptied(emptied: EmptiedField) -> Action:
    """Return ``SENT``, ``CLEARED`` or ``UNKNOWN``: only what was seen counts.

    A click on a send button, a switch to another chat and a field that was
    emptied while keys are not listened to all look the same and are unknown.
    """
    if not emptied.same_window:
        return Action.UNKNOWN
    if _just_before(emptied.last_enter, emptied.at):
        return Action.UNKNOWN if emptied.composing else Action.SENT
    if _just_before(emptied.last_erase, emptied.at):
        return Action.CLEARED
    return Action.UNKNOWN


def _just_before(pressed: float | None, at: float) -> bool:
    return pressed is not None and -HEARD_LATE_S <= at - pressed <= SEEN_WITHIN_S
