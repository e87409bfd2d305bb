"""What a grabbed key does depends on what is on the screen."""

import pytest
from findings import BLAME, BLAME_CHOICES
from PySide6.QtWidgets import QLabel

from assist.app.chord_deeds import deeds
from assist.app.windows import make_windows
from assist.model.answer import IgnoreReason
from assist.overlay.card_values import Keys
from assist.overlay.follow_up import Answered
from assist.settings import Settings

pytestmark = pytest.mark.gui

SETTINGS = Settings()
CHORDS = ("Alt+1", "Alt+2", "Alt+3")


@pytest.fixture
def windows(look, qtbot):
    made = make_windows(look, Keys())
    for window in (made.strip, made.card, made.toast, made.follow_up):
        qtbot.addWidget(window)
    made.card.show_findings((BLAME,), "", (BLAME_CHOICES,))
    return made


def press(windows, chord):
    deeds(SETTINGS, windows, {})[chord]()


def test_why_and_close_have_keys_of_their_own(windows, qtbot):
    windows.card.show()
    origin = windows.card.findChild(QLabel, "origin")

    press(windows, "Alt+W")
    assert origin.isVisible()
    press(windows, "Alt+W")
    assert not origin.isVisible()

    with qtbot.waitSignal(windows.card.closed):
        press(windows, "Alt+X")


def test_digits_choose_on_the_card_or_answer_the_follow_up(windows, qtbot):
    windows.card.show()
    with qtbot.waitSignal(windows.card.replacement_chosen) as chosen:
        press(windows, "Alt+2")
    assert chosen.args == [BLAME.finding_id, 1]
    windows.card.hide()

    windows.follow_up.open_for(Answered.IGNORED, chords=CHORDS)
    with qtbot.waitSignal(windows.follow_up.reason_given) as given:
        press(windows, "Alt+3")
    assert given.args == [IgnoreReason.LATER]


def test_an_empty_name_is_no_key(windows):
    assert "" not in deeds(Settings(hotkey_why=""), windows, {})
