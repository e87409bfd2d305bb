"""What holds for any reporter of key presses: classes, and nothing else."""

import time

import pytest
from desktop_session import wait_for
from other_programs import FakeKeys

from assist.backends.linux.x11_keys import X11Keys
from assist.ports import KeyClass

pytestmark = pytest.mark.e2e

TYPED = {
    "a": KeyClass.LETTER,
    "Z": KeyClass.LETTER,
    "é": KeyClass.LETTER,
    "7": KeyClass.DIGIT,
    " ": KeyClass.SPACE,
    ",": KeyClass.SPACE,
    "\n": KeyClass.ENTER,
    "\t": KeyClass.OTHER,
}


@pytest.fixture(params=["fake", "x11"])
def keyboard(request):
    """Key activity, and what types a character."""
    if request.param == "fake":
        keys = FakeKeys()
        yield keys, lambda typed: keys.press(TYPED[typed], time.monotonic())
        return
    desktop = request.getfixturevalue("desktop")
    keys = X11Keys()
    yield keys, desktop.type_keys
    keys.stop()


@pytest.mark.parametrize("typed", TYPED)
def test_a_key_is_told_as_its_class_with_the_time(keyboard, typed):
    keys, press = keyboard
    told = []
    before = time.monotonic()
    keys.start(lambda key_class, at: told.append((key_class, at)))

    press(typed)

    # Shift is a key too.
    wait_for(lambda: [kept for kept in told if kept[0] is TYPED[typed]])
    assert before <= told[-1][1] <= time.monotonic()
    assert {kept[0] for kept in told} <= {TYPED[typed], KeyClass.OTHER}


def test_nothing_is_told_after_stop_which_may_be_repeated(keyboard):
    keys, press = keyboard
    told = []
    keys.start(lambda *kept: told.append(kept))
    press("a")
    wait_for(lambda: told)

    keys.stop()
    keys.stop()
    count = len(told)
    press("a")

    again = []
    keys.start(lambda *kept: again.append(kept))
    press("7")
    wait_for(lambda: again)
    assert len(told) == count
    assert KeyClass.LETTER not in {kept[0] for kept in again}
