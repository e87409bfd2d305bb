"""The privacy notice comes again when the organisation collects more."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel

from assist.app.collecting import collected
from assist.authoring.policy import Policy
from assist.overlay.about_words import InUse, about, packs
from assist.overlay.facts_window import FactsWindow
from assist.overlay.notice_window import _LINES, NoticeWindow
from assist.settings import Settings

pytestmark = pytest.mark.gui


def words_of(window):
    return [label.text() for label in window.findChildren(QLabel)]


def test_it_says_what_is_new_in_plain_words_and_is_closed_by_one_key(look, qtbot):
    window = NoticeWindow(look, ("events", "days"))
    qtbot.addWidget(window)
    window.bring_up()
    qtbot.waitUntil(window.isActiveWindow)

    assert "• 您可以交出逐条的时间和词条，不带文字" in words_of(window)
    button = window.findChild(QAbstractButton, "notice_seen")
    with qtbot.waitSignal(window.read):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_all_that_can_be_collected_has_its_sentence():
    assert set(_LINES) == set(collected(Policy(), Settings()))


@pytest.mark.parametrize("facts", [about, packs])
def test_a_window_that_tells_asks_anew_each_time_it_comes_up(look, qtbot, facts):
    now = [InUse(pack="v1")]
    window = FactsWindow(look, "told", title=lambda: "T", facts=lambda: facts(now[0]))
    qtbot.addWidget(window)
    window.bring_up()
    assert "v1" in words_of(window)

    now[0] = InUse(pack="v2")
    window.bring_up()

    assert "v2" in words_of(window)
