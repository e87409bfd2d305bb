"""What each toolkit does differently on the accessibility bus, as data.

Every figure was measured against a program of that toolkit; a new toolkit is a
new row here, not a new branch in the code.
"""

from dataclasses import dataclass, replace
from enum import StrEnum


class Unit(StrEnum):
    """What a position or length in a text counts."""

    CODE_POINTS = "code_points"
    UTF16 = "utf16"
    UTF8_BYTES = "utf8_bytes"


OBJECT_CHARACTER = "\ufffc"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quirks:
    """How one toolkit has to be spoken to.

    Attributes:
        offset_unit: What offsets of the Text interface count.
        insert_length_unit: What the length given to InsertText counts: the
            byte length makes Qt fill the rest of the field with NULs.
        extents_end_inclusive: GetRangeExtents covers one character too many.
        preedit_in_text: Unfinished input-method text is part of the text, and
            its commit sends no event.
        settle_s: Wait this long after an event before the text is read.
        editable_text: EditableText changes the text when it says so.
        selection_answers: AddSelection and SetSelection are answered.
        extents_window_relative: Screen extents are relative to the window.
        embeds: Paragraphs, links and images stand in the text as one
            OBJECT_CHARACTER each; what they hold is asked of the children.
        sleeps: The program shows what its pages hold only once it was asked
            for the attributes of its own object.
        stand_in: A character that follows each one outside the BMP, so that
            offsets are UTF-16; no part of the text.
    """

    offset_unit: Unit = Unit.CODE_POINTS
    insert_length_unit: Unit = Unit.UTF8_BYTES
    extents_end_inclusive: bool = False
    preedit_in_text: bool = False
    settle_s: float = 0.0
    editable_text: bool = True
    selection_answers: bool = True
    extents_window_relative: bool = False
    embeds: bool = False
    sleeps: bool = False
    stand_in: str = ""


PREEDIT_SETTLE_S = 0.3

_GTK4 = Quirks(selection_answers=False, extents_window_relative=True)
_QT = Quirks(
    offset_unit=Unit.UTF16,
    insert_length_unit=Unit.UTF16,
    extents_end_inclusive=True,
)
_WEB = Quirks(
    preedit_in_text=True,
    settle_s=PREEDIT_SETTLE_S,
    editable_text=False,
    embeds=True,
)

BY_TOOLKIT = {
    "gtk": Quirks(),
    "GAIL": Quirks(),
    "GTK": _GTK4,
    "Qt": _QT,
    "Chromium": replace(_WEB, sleeps=True),
    "Gecko": replace(_WEB, offset_unit=Unit.UTF16, stand_in="\ufeff"),
}


def quirks_of(toolkit: str) -> Quirks:
    """Return the row of a toolkit, by the name it gives on the bus.

    An unknown one is taken to show unfinished input, the case that is safe.
    """
    return BY_TOOLKIT.get(toolkit, _WEB)
