"""The agent sees what Assist sees, and nothing is hidden or kept."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit

from assist.overlay.sight_window import Sight, SightWindow
from assist.ports import Mode, Status

pytestmark = pytest.mark.gui

READING = Sight(
    Status(Mode.READING, "mousepad"), "gtk", "您好", "/home/a/state", "0.1", "v1"
)
NOTHING = Sight(Status(Mode.CANNOT_READ, "firefox", "not_watched"))


class Eyes:
    def __init__(self):
        self.sees = READING

    def __call__(self):
        return self.sees


@pytest.fixture
def eyes():
    return Eyes()


@pytest.fixture
def window(look, eyes, qtbot):
    made = SightWindow(look, eyes)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.bring_up()
    return made


def draft(window):
    return window.findChild(QPlainTextEdit, "seen_draft").toPlainText()


def test_program_field_and_draft_are_shown(window):
    assert window._state.text() == "读取正常 · Mousepad"
    assert "gtk" in window._where.text()
    assert draft(window) == "您好"
    assert "/home/a/state" in window._kept.text()
    assert window._about.text() == "Assist 0.1，词包 v1"


def test_it_follows_within_a_second(window, eyes, qtbot):
    eyes.sees = NOTHING

    qtbot.waitUntil(lambda: draft(window) == "（没有）", timeout=3000)

    assert window._where.text() == "没有读取任何输入框"


def test_closed_it_looks_no_more_and_holds_no_text(window):
    window.close()

    assert not window._second.isActive()
    assert draft(window) == ""


def test_the_folder_with_the_records_can_be_opened(window, qtbot):
    with qtbot.waitSignal(window.folder_requested):
        window.findChild(QAbstractButton, "open_folder").click()


def test_a_draft_is_in_no_repr():
    assert "您好" not in repr(READING)
