"""What each grabbed key combination does at the moment."""

from collections.abc import Callable, Mapping

from assist.app.chords import TO_OTHER_FINDING, choice_chords
from assist.app.windows import Windows
from assist.settings import Settings

Deeds = Mapping[str, Callable[[], None]]


def deeds(settings: Settings, windows: Windows, always: Deeds) -> Deeds:
    """Return chord -> what it does, by what is on the screen.

    Args:
        settings: Name the chords.
        windows: The open one of card and follow-up is given the choices.
        always: What works whatever is open.
    """
    card = windows.card
    up, down = TO_OTHER_FINDING
    found: dict[str, Callable[[], None]] = {
        up: card.previous,
        down: card.next,
        settings.hotkey_ignore: card.ignore,
        settings.hotkey_not_a_violation: card.mark_wrong,
        settings.hotkey_why: card.explain,
        settings.hotkey_close: card.dismiss,
        settings.hotkey_undo: windows.toast.undo,
        **always,
    }
    choose = windows.follow_up.choose if windows.follow_up.isVisible() else card.choose
    for index, chord in enumerate(choice_chords(settings.hotkey_replace)):
        found[chord] = _chosen(choose, index)
    found.pop("", None)
    return found


def _chosen(choose: Callable[[int], None], index: int) -> Callable[[], None]:
    return lambda: choose(index)
