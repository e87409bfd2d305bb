"""Grabbed chords: the client never sees them, and is as before afterwards."""

import threading

import pytest
from desktop_session import wait_for
from Xlib import XK, X, display

from assist.backends.linux.x11_display import free_keycodes
from assist.backends.linux.x11_hotkeys import X11Hotkeys
from assist.model.edit import Edit
from assist.model.span import Span

pytestmark = pytest.mark.e2e


@pytest.fixture
def hotkeys(desktop):
    hotkeys = X11Hotkeys()
    yield hotkeys
    hotkeys.close()


@pytest.fixture
def presses(hotkeys):
    """Presses of Shift+Q, which an editor would take for a letter."""
    pressed = []
    hotkeys.grab("Shift+Q", lambda: pressed.append(1))
    return pressed


def test_the_chord_never_reaches_the_editor(desktop, editor, recorder, presses):
    desktop.type_keys("aQb")

    recorder.wait_for_text("ab")
    wait_for(lambda: presses == [1])
    assert desktop.windows.active_id() == editor.window.window_id


def test_a_chord_that_is_held_down_counts_once(desktop, editor, presses):
    desktop.press("Shift+Q", hold_s=0.8)  # long enough for the key to repeat

    wait_for(lambda: presses)
    desktop.press("Shift+Q")
    wait_for(lambda: len(presses) > 1)
    assert len(presses) == 2


@pytest.mark.parametrize("lock", ["Caps_Lock", "Num_Lock"])
def test_a_lock_key_makes_no_difference(desktop, editor, recorder, presses, lock):
    desktop.press(lock)
    try:
        desktop.press("Shift+Q")
        wait_for(lambda: presses == [1])
    finally:
        desktop.press(lock)
    desktop.type_keys("z")
    recorder.wait_for_text("z")


@pytest.fixture(params=["as it is", "no free key code"])
def keyboard_map(request, desktop):
    """The keyboard with and without a key code that carries no symbol."""
    connection = display.Display()
    taken = free_keycodes(connection) if request.param == "no free key code" else ()
    for code in taken:
        connection.change_keyboard_mapping(code, [[XK.XK_F35, XK.XK_F35]])
    connection.sync()
    yield
    for code in taken:
        connection.change_keyboard_mapping(code, [[X.NoSymbol, X.NoSymbol]])
    connection.sync()
    connection.close()


@pytest.mark.parametrize("hold_s", [0.03, 0.1])
def test_a_chord_with_alt_does_not_open_the_menu(
    desktop, keyboard_map, editor, recorder, hotkeys, hold_s
):
    pressed = []
    hotkeys.grab("Alt+1", lambda: pressed.append(1))

    desktop.press("Alt+1", hold_s=hold_s)
    wait_for(lambda: pressed)
    desktop.type_keys("fed")

    recorder.wait_for_text("fed")


def test_the_field_is_not_left_while_a_chord_is_pressed(
    desktop, editor, recorder, hotkeys
):
    pressed = []
    hotkeys.grab("Alt+1", lambda: pressed.append(1))
    recorder.left.clear()

    desktop.press("Alt+1", hold_s=0.1)
    wait_for(lambda: pressed)
    desktop.type_keys("x", pause_s=0.2)

    recorder.wait_for_text("x")
    assert recorder.left == []


def test_a_replacement_by_hotkey_waits_until_alt_is_up(
    desktop, editor, recorder, hotkeys, inserter, monkeypatch
):
    monkeypatch.setattr(type(inserter), "_write_directly", lambda *_: False)
    asked = threading.Event()
    held = inserter._keyboard.modifiers_held
    monkeypatch.setattr(
        inserter._keyboard, "modifiers_held", lambda: asked.set() or held()
    )
    desktop.type_keys("bad")
    draft = recorder.wait_for_text("bad")
    pressed = threading.Event()
    hotkeys.grab("Alt+1", pressed.set)
    desktop.keyboard.hold("Alt_L")
    desktop.press("1", hold_s=0.05)
    assert pressed.wait(5)

    writing = threading.Thread(
        target=inserter.apply, args=(draft, Edit(Span(0, 3), "good", "bad"))
    )
    writing.start()
    assert asked.wait(5)
    desktop.keyboard.let_go("Alt_L")
    writing.join()

    recorder.wait_for_text("good")


def test_a_released_chord_reaches_the_editor_again(
    desktop, editor, recorder, hotkeys, presses
):
    hotkeys.release("Shift+Q")

    desktop.type_keys("Q")

    recorder.wait_for_text("Q")
    assert presses == []


@pytest.fixture
def swapped_keys(desktop):
    """What swaps the keys Q and Z, as another layout would; undone afterwards."""
    connection = display.Display()
    keycodes = [connection.keysym_to_keycode(key) for key in (XK.XK_q, XK.XK_z)]
    kept = [connection.get_keyboard_mapping(code, 1)[0] for code in keycodes]

    def put(first, second):
        connection.change_keyboard_mapping(keycodes[0], [list(first)])
        connection.change_keyboard_mapping(keycodes[1], [list(second)])
        connection.sync()

    yield lambda: put(kept[1], kept[0])
    put(*kept)
    connection.close()


def test_a_chord_follows_its_key_to_another_layout(
    desktop, editor, recorder, hotkeys, presses, swapped_keys
):
    swapped_keys()
    hotkeys.release("F12")  # returns once what happened before is worked off

    desktop.type_keys("aQb")

    recorder.wait_for_text("ab")
    wait_for(lambda: presses == [1])
