"""A log that cannot be written, and a second start: said once, and nothing stops."""

import os
import subprocess
import sys

import pytest
from agent_seat import Seat, run_assist
from desktop_session import start_editor, wait_for

pytestmark = pytest.mark.e2e

OFFENDING = "这个我也没办法"
NOT_LOGGED = "使用记录没能写入"


@pytest.fixture
def home(tmp_path):
    return tmp_path / "assist"


def without_the_right_to_write_anywhere():
    """Root may write into any folder; here it gives that right up."""
    if os.geteuid():
        return ()
    return ("setpriv", "--bounding-set=-dac_override,-dac_read_search")


def flag_and_replace(seat):
    seat.type(OFFENDING)
    seat.wait_for_card()
    seat.click("card.replacement_0")
    seat.wait_for_toast()
    seat.press("Alt+Z")
    seat.wait_for_card()
    seat.click("card.ignore")
    wait_for(lambda: seat.card is None, 10)
    seat.press("Ctrl+A")
    seat.press("Delete")
    seat.wait_for_strip("读取正常")


def test_a_read_only_folder_is_said_once_and_the_overlay_goes_on(desktop, home):
    state = home / "state"
    state.mkdir(parents=True)
    state.chmod(0o500)
    always = "card_cooldown_s = 0"
    prefix = without_the_right_to_write_anywhere()

    with Seat(desktop, home, prefix=prefix, settings=always) as seat:
        wait_for(lambda: NOT_LOGGED in seat.toast, 10)
        seat.click("toast")
        start_editor(desktop, "mousepad")
        seat.wait_for_strip("读取正常")
        for _ in range(2):
            flag_and_replace(seat)
            assert NOT_LOGGED not in seat.toast
        assert seat.overlay.end() == 0
        assert seat.overlay.said.read_text() == ""

    state.chmod(0o700)
    assert list(state.iterdir()) == []


def stacked_above(window_id, other_id):
    """Tell whether the window manager has one window above another."""
    listed = subprocess.run(
        ["xprop", "-root", "-notype", "_NET_CLIENT_LIST_STACKING"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    order = [int(word, 16) for word in listed.split("#")[1].split(",")]
    return order.index(window_id) > order.index(other_id)


COVER = """
import sys
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication(sys.argv)
window = QWidget(None, Qt.WindowType.WindowStaysOnTopHint)
window.resize(300, 300)
window.show()
application.exec()
"""


def test_a_second_start_says_so_and_brings_the_first_to_the_front(desktop, home):
    with Seat(desktop, home) as seat:
        (strip,) = seat.screen.windows_of(seat.overlay.pid)
        cover = desktop.start(sys.executable, "-c", COVER).window.window_id
        assert stacked_above(cover, strip.window_id)

        second = run_assist("run", home=home)

        assert (second.returncode, second.stdout) == (0, "")
        assert "running already" in second.stderr
        wait_for(lambda: stacked_above(strip.window_id, cover), 10)
        assert seat.overlay.end() == 0
    with Seat(desktop, home):
        pass
