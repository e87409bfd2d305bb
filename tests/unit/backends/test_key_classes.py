"""What is kept of a key press: one of five words."""

import pytest
from Xlib import XK

from assist.backends.linux.x11_keys import class_of_keysym
from assist.ports import KeyClass


@pytest.mark.parametrize(
    ("keysym", "key_class"),
    [
        (XK.XK_a, KeyClass.LETTER),
        (XK.XK_eacute, KeyClass.LETTER),
        (0x01000000 + ord("你"), KeyClass.LETTER),
        (0x7E1, KeyClass.LETTER),
        (XK.XK_7, KeyClass.DIGIT),
        (XK.XK_KP_7, KeyClass.DIGIT),
        (XK.XK_space, KeyClass.SPACE),
        (XK.XK_comma, KeyClass.SPACE),
        (0x01000000 + ord("，"), KeyClass.SPACE),
        (XK.XK_Return, KeyClass.ENTER),
        (XK.XK_KP_Enter, KeyClass.ENTER),
        (XK.XK_BackSpace, KeyClass.OTHER),
        (XK.XK_Shift_L, KeyClass.OTHER),
        (XK.XK_F5, KeyClass.OTHER),
        (0, KeyClass.OTHER),
    ],
)
def test_a_key_has_one_class(keysym, key_class):
    assert class_of_keysym(keysym) is key_class
