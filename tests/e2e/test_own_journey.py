"""A whole journey by keyboard alone, and names on every control on the way."""

import json

import pytest
from agent_seat import Seat
from desktop_session import start_editor, wait_for

pytestmark = pytest.mark.e2e

# What only holds others; a screen reader passes it by.
CONTAINERS = {
    *("StripFace", "CardBody", "CardFooter", "PadBox", "PadTools"),
    *("QScrollArea", "QScrollBar", "QWidget", "QStackedWidget"),
}
TYPED = "亲，这个我也没办法"


@pytest.fixture
def seat(desktop, tmp_path):
    with Seat(desktop, tmp_path / "assist") as seat:
        yield seat
    assert seat.overlay.said.read_text() == ""


def unnamed(seat, window):
    """Return the widgets of a window that have no name on the accessibility bus."""
    return [
        path
        for path, widget in seat.overlay.widgets().items()
        if path.startswith(f"{window}.") and not widget.name and is_control(path)
    ]


def is_control(path):
    last = path.rpartition(".")[2]
    return last not in CONTAINERS and not last.startswith("qt_")


def test_flagged_replaced_undone_then_written_in_the_pad_and_inserted(
    seat, desktop, source, recorder
):
    editor = start_editor(desktop, "mousepad")
    recorder.wait_for_text("")
    seat.wait_for_strip("读取正常")
    seat.type(TYPED)
    replacement = seat.wait_for_card()
    assert unnamed(seat, "strip") == unnamed(seat, "card") == []

    seat.press("Alt+1")
    recorder.wait_for_text(f"亲，{replacement}")
    seat.wait_for_toast()
    assert unnamed(seat, "toast") == []
    seat.press("Alt+z")
    recorder.wait_for_text(TYPED)
    wait_for(lambda: "已恢复" in seat.toast, 10)

    seat.press("Ctrl+Alt+d")
    desktop.wait_for_window(seat.overlay.pid)
    seat.type("请您稍等。")
    assert unnamed(seat, "pad") == []
    desktop.press("Ctrl+Return", hold_s=0.02)
    wait_for(lambda: desktop.windows.active_id() == editor.window.window_id, 10)
    recorder.wait_for_text(f"{TYPED}请您稍等。")

    seat.type("!")  # the caret stands behind what was inserted
    recorder.wait_for_text(f"{TYPED}请您稍等。!")


def test_a_compliant_sentence_is_found_by_its_initials_and_inserted(
    seat, desktop, source, recorder
):
    editor = start_editor(desktop, "mousepad")
    recorder.wait_for_text("")
    seat.wait_for_strip("读取正常")
    seat.type("a")
    recorder.wait_for_text("a")

    seat.press("Ctrl+Alt+space")
    desktop.wait_for_window(seat.overlay.pid)
    desktop.type_keys("qsdwwncyx")
    assert unnamed(seat, "palette") == []
    desktop.press("Return", hold_s=0.02)

    recorder.wait_for_text("a请稍等，我为您查一下。")
    wait_for(lambda: desktop.windows.active_id() == editor.window.window_id, 10)


def test_leaving_the_pad_brings_focus_and_selection_back_at_once(
    seat, desktop, source, recorder
):
    editor = start_editor(desktop, "mousepad")
    recorder.wait_for_text("")
    seat.wait_for_strip("读取正常")
    seat.type("abcd")
    recorder.wait_for_text("abcd")
    for _ in range(2):
        desktop.press("Shift+Left", hold_s=0.02)
    seat.press("Ctrl+Alt+d")
    desktop.wait_for_window(seat.overlay.pid)

    desktop.press("Escape")
    wait_for(lambda: desktop.windows.active_id() == editor.window.window_id, 10)

    seat.type("x")
    recorder.wait_for_text("abx")


def test_when_the_client_is_gone_nothing_is_inserted_and_the_text_stays(
    seat, desktop, source, recorder
):
    client = start_editor(desktop, "mousepad")
    recorder.wait_for_text("")
    seat.press("Ctrl+Alt+d")
    desktop.wait_for_window(seat.overlay.pid)
    desktop.type_keys("hello")
    client.end()
    other = start_editor(desktop, "qt_editor")
    recorder.wait_for_text("")
    desktop.windows.activate(pad_window(seat, desktop))

    desktop.press("Ctrl+Return", hold_s=0.02)
    wait_for(lambda: "草稿已经变了" in seat.toast, 10)

    assert seat.overlay.window("pad")
    assert json.loads(other.process.stdout.readline()) == {"text": ""}


def pad_window(seat, desktop):
    """Return the window id of the pad, as the window manager knows it."""
    area = wait_for(lambda: seat.overlay.window("pad"), 10)
    for seen in seat.screen.windows_of(seat.overlay.pid):
        if seen.area == area:
            return seen.window_id
    raise AssertionError("no pad")
