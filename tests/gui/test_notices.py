"""What does not work is said beside the strip, and never in place of Undo."""

import pytest

from assist.app.bridge import Bridge
from assist.app.notices import Notices
from assist.app.windows import Windows
from assist.desktop.screens import screens
from assist.errors import UsageLogError
from assist.model.draft import Rect
from assist.overlay.card import FindingCard
from assist.overlay.follow_up import FollowUp
from assist.overlay.strip import Strip
from assist.overlay.toast import Toast
from assist.overlay.tray import Tray

pytestmark = pytest.mark.gui


@pytest.fixture
def windows(look, qtbot):
    made = Windows(
        Strip(look), FindingCard(look), Toast(look), FollowUp(look), Tray(look)
    )
    for window in (made.strip, made.card, made.toast):
        qtbot.addWidget(window)
    made.strip.move_to(Rect(600, 500, 0, 0), screens())
    made.strip.show()
    return made


@pytest.fixture
def bridge():
    return Bridge()


@pytest.fixture
def notices(windows, bridge):
    made = Notices(bridge)
    made.use(windows, screens)
    return made


def test_a_taken_chord_is_named_beside_the_strip(notices, windows):
    notices.show_taken("Ctrl+Alt+P")

    toast = windows.toast
    assert toast.isVisible()
    assert "热键被别的程序占用" in toast.accessibleName()
    assert not toast.frame_area().overlaps(windows.strip.frame_area())


def test_a_log_that_cannot_be_written_is_said_once_it_fails(notices, windows):
    notices.show_log_state(None)
    assert not windows.toast.isVisible()

    notices.show_log_state(UsageLogError("full"))

    assert "使用记录没能写入" in windows.toast.accessibleName()


def test_a_notice_waits_while_undo_is_offered(notices, windows):
    windows.toast.show_done()

    notices.show_taken("Alt+Z")

    assert windows.toast.offers_undo
    windows.toast.dismiss()
    assert windows.toast.isVisible()
    assert "热键" in windows.toast.accessibleName()
    windows.toast.dismiss()
    assert not windows.toast.isVisible()


def test_what_fails_before_there_are_windows_is_said_once_there_are(windows, bridge):
    notices = Notices(bridge)
    bridge.log_failed.emit(UsageLogError("full"))
    assert not windows.toast.isVisible()

    notices.use(windows, screens)

    assert "使用记录没能写入" in windows.toast.accessibleName()
