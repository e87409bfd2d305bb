"""Key combinations as people write them."""

import pytest
from Xlib import XK, X

from assist.backends.linux.chords import Chord, parse_chord


@pytest.mark.parametrize(
    ("written", "chord"),
    [
        ("Alt+1", Chord(X.Mod1Mask, XK.XK_1)),
        ("ctrl + alt + d", Chord(X.ControlMask | X.Mod1Mask, XK.XK_d)),
        ("Ctrl+V", Chord(X.ControlMask, XK.XK_v)),
        ("Super+Enter", Chord(X.Mod4Mask, XK.XK_Return)),
        ("F9", Chord(0, XK.XK_F9)),
        ("Shift+PageUp", Chord(X.ShiftMask, XK.XK_Prior)),
        ("Ctrl+`", Chord(X.ControlMask, XK.XK_grave)),
    ],
)
def test_a_chord_is_read(written, chord):
    assert parse_chord(written) == chord


@pytest.mark.parametrize("written", ["", "Alt+", "Hyper+1", "Alt+nothing", "+"])
def test_what_is_no_chord_is_refused(written):
    with pytest.raises(ValueError, match="not a"):
        parse_chord(written)
