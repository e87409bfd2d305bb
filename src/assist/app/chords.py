"""Which key combinations mean what, and when they are held."""

from assist.settings import Settings

TO_OTHER_FINDING = ("Alt+Up", "Alt+Down")


def choice_chords(first_chord: str) -> tuple[str, str, str]:
    """Return the chords of the three choices: the first one's, then 2 and 3.

    Only a chord that ends in 1 can be continued; empty names mean none.
    """
    if not first_chord.endswith("+1"):
        return first_chord, "", ""
    stem = first_chord.removesuffix("1")
    return first_chord, f"{stem}2", f"{stem}3"


def held_chords(
    settings: Settings, *, card: bool, toast: bool, follow_up: bool = False
) -> frozenset[str]:
    """Return what to hold while ``card``, ``toast`` or ``follow_up`` is there.

    Digits and arrows belong to the client at all other times.
    """
    chords = {settings.hotkey_pause, settings.hotkey_pad, settings.hotkey_check_now}
    chords.add(settings.hotkey_palette)
    if card:
        chords.update(choice_chords(settings.hotkey_replace), TO_OTHER_FINDING)
        chords |= {settings.hotkey_ignore, settings.hotkey_not_a_violation}
        chords |= {settings.hotkey_why, settings.hotkey_close}
    if follow_up:
        chords.update(choice_chords(settings.hotkey_replace))
    if toast:
        chords.add(settings.hotkey_undo)
    return frozenset(chords)
