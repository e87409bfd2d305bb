"""What holds for any grabber of key combinations."""

import pytest
from desktop_session import wait_for
from other_programs import FakeHotkeys

from assist.backends.linux.x11_hotkeys import X11Hotkeys
from assist.errors import HotkeyTakenError

pytestmark = pytest.mark.e2e

TAKEN = "Ctrl+Alt+T"


@pytest.fixture(params=["fake", "x11"])
def hands(request):
    """Hotkeys, and what types a chord; TAKEN belongs to somebody else."""
    if request.param == "fake":
        hotkeys = FakeHotkeys(taken=frozenset({TAKEN}))
        yield hotkeys, hotkeys.press
        return
    desktop = request.getfixturevalue("desktop")
    somebody, hotkeys = X11Hotkeys(), X11Hotkeys()
    somebody.grab(TAKEN, lambda: None)
    yield hotkeys, desktop.press
    hotkeys.close()
    somebody.close()


def test_each_chord_calls_what_it_was_grabbed_for(hands):
    hotkeys, press = hands
    pressed = []
    hotkeys.grab("Alt+1", lambda: pressed.append("first"))
    hotkeys.grab("Ctrl+Alt+D", lambda: pressed.append("check"))

    press("Ctrl+Alt+D")
    press("Alt+1")

    wait_for(lambda: pressed == ["check", "first"])


def test_a_chord_of_another_program_is_refused_and_others_still_work(hands):
    hotkeys, press = hands
    pressed = []

    with pytest.raises(HotkeyTakenError):
        hotkeys.grab(TAKEN, lambda: pressed.append("taken"))

    hotkeys.grab("Alt+1", lambda: pressed.append("first"))
    press("Alt+1")
    wait_for(lambda: pressed == ["first"])


def test_a_released_chord_calls_nothing_and_unknown_ones_are_ignored(hands):
    hotkeys, press = hands
    pressed = []
    hotkeys.grab("Alt+1", lambda: pressed.append("first"))
    hotkeys.grab("Alt+2", lambda: pressed.append("second"))

    hotkeys.release("Alt+1")
    hotkeys.release("Alt+9")

    press("Alt+1")
    press("Alt+2")
    wait_for(lambda: pressed == ["second"])


def test_a_chord_can_be_let_go_and_grabbed_from_its_own_call(hands):
    hotkeys, press = hands
    pressed = []

    def first():
        hotkeys.release("Alt+1")
        hotkeys.grab("Alt+2", lambda: pressed.append("second"))
        pressed.append("first")

    hotkeys.grab("Alt+1", first)
    press("Alt+1")
    wait_for(lambda: pressed == ["first"])
    press("Alt+1")
    press("Alt+2")

    wait_for(lambda: pressed == ["first", "second"])


def test_close_releases_all_and_may_be_repeated(hands):
    hotkeys, press = hands
    pressed = []
    hotkeys.grab("Alt+1", lambda: pressed.append("first"))

    hotkeys.close()
    hotkeys.close()

    press("Alt+1")
    assert pressed == []
