"""Key combinations as people write them: ``Ctrl+Alt+D``, ``Alt+1``."""

from dataclasses import dataclass

from Xlib import XK, X

MODIFIER_MASKS = {
    "ctrl": X.ControlMask,
    "control": X.ControlMask,
    "shift": X.ShiftMask,
    "alt": X.Mod1Mask,
    "super": X.Mod4Mask,
    "meta": X.Mod4Mask,
}
MODIFIER_KEYS = {
    X.ControlMask: "Control_L",
    X.ShiftMask: "Shift_L",
    X.Mod1Mask: "Alt_L",
    X.Mod4Mask: "Super_L",
}
KEY_NAMES = {
    "enter": "Return",
    "backspace": "BackSpace",
    "esc": "Escape",
    "pageup": "Prior",
    "pagedown": "Next",
    ".": "period",
    ",": "comma",
    "/": "slash",
    ";": "semicolon",
    "`": "grave",
    "-": "minus",
    "=": "equal",
}


@dataclass(frozen=True, slots=True)
class Chord:
    """A key with the modifiers that are held: X modifier bits and a keysym."""

    modifiers: int
    keysym: int

    @property
    def modifier_names(self) -> tuple[str, ...]:
        """Keysym names of the modifier keys to hold down."""
        return tuple(
            name for mask, name in MODIFIER_KEYS.items() if mask & self.modifiers
        )


def parse_chord(written: str) -> Chord:
    """Read a chord such as ``Alt+1``; case does not matter.

    Raises:
        ValueError: A part of it is no key or no modifier.
    """
    *modifiers, key = [part.strip() for part in written.split("+")]
    mask = 0
    for modifier in modifiers:
        try:
            mask |= MODIFIER_MASKS[modifier.lower()]
        except KeyError as error:
            raise ValueError(f"not a modifier: {modifier!r}") from error
    return Chord(mask, _keysym(key))


def _keysym(key: str) -> int:
    named = KEY_NAMES.get(key.lower(), key)
    if len(named) == 1:
        named = named.lower()
    for name in (named, named.lower(), named.capitalize(), named.upper()):
        if name and (keysym := XK.string_to_keysym(name)):
            return keysym
    raise ValueError(f"not a key: {key!r}")
