"""What a card is given to show."""

from dataclasses import dataclass, field

from assist.model.rule import Extent


@dataclass(frozen=True, slots=True)
class CardChoice:
    """One replacement as it is offered.

    Attributes:
        label_text: How it will read in the draft; kept out of the repr.
        extent: What it takes the place of.
        key: The chord that chooses it, e.g. ``Alt+1``; empty for none.
        filled: False while it holds an empty slot: shown, but not to be chosen.
        language: ``zh`` or ``en``: decides the face it is set in.
    """

    label_text: str = field(repr=False)
    extent: Extent = Extent.CLAUSE
    key: str = ""
    filled: bool = True
    language: str = "zh"


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """The chords that windows show beside their buttons; empty shows none."""

    ignore: str = "Alt+I"
    wrong: str = "Alt+N"
    why: str = "Alt+W"
    close: str = "Alt+X"
    undo: str = "Alt+Z"
    check: str = "Ctrl+Alt+C"
    pad: str = "Ctrl+Alt+D"
    palette: str = "Ctrl+Alt+Space"
    pause: str = "Ctrl+Alt+P"
    previous: str = "Alt+Up"
    next: str = "Alt+Down"
    insert: str = "Ctrl+Enter"
    paste: str = "Ctrl+V"
