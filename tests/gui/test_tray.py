"""The tray: state at a glance, and every way on by name."""

import pytest

from assist.overlay.language import Language
from assist.overlay.theme import Look
from assist.overlay.tray import Tray
from assist.overlay.words import UNTIL_TOMORROW
from assist.ports import Mode, Status

pytestmark = pytest.mark.gui


@pytest.fixture
def tray(qapp):
    assert qapp
    made = Tray(Look())
    yield made
    made.hide()


def action(tray, name):
    return next(each for each in tray.menu.actions() if each.objectName() == name)


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("tray_pause", "pause_toggled"),
        ("tray_pad", "pad_requested"),
        ("tray_strip", "strip_toggled"),
        ("tray_quit", "quit_requested"),
    ],
)
def test_each_entry_asks_for_what_it_says(tray, qtbot, name, signal):
    with qtbot.waitSignal(getattr(tray, signal)):
        action(tray, name).trigger()


def test_the_head_says_what_is_read_and_where(tray):
    tray.show_status(Status(Mode.CANNOT_READ, "weixin", "no_text"))

    assert action(tray, "tray_state").text() == "Assist · 读不到微信的输入框"


def test_pausing_and_going_on_are_one_entry(tray):
    assert action(tray, "tray_pause").text() == "暂停"

    tray.show_status(Status(Mode.PAUSED))

    assert action(tray, "tray_pause").text() == "继续"


def test_the_strip_is_hidden_or_shown_by_one_entry(tray):
    tray.show_strip_shown(shown=False)

    assert action(tray, "tray_strip").text() == "显示提示条"


def test_the_icon_differs_when_nothing_is_read(tray):
    tray.show_status(Status(Mode.READING))
    reading = tray._mark().toImage()

    tray.show_status(Status(Mode.PAUSED))

    assert tray._mark().toImage() != reading


def test_a_snooze_is_begun_or_ended_from_the_menu(tray, qtbot):
    for minutes in (5, 30, UNTIL_TOMORROW):
        with qtbot.waitSignal(tray.snooze_requested) as asked:
            action(tray, f"tray_snooze_{minutes}").trigger()
        assert asked.args == [minutes]
    assert not action(tray, "tray_snooze_0").isVisible()

    tray.show_snooze(4)

    assert not action(tray, "tray_snooze_5").isVisible()
    assert action(tray, "tray_snooze_0").isVisible()


@pytest.mark.parametrize(
    ("language", "begin", "end"),
    [
        (Language.SIMPLIFIED, "开始一班", "结束这一班"),
        (Language.ENGLISH, "Begin a shift", None),
    ],
)
def test_beginning_and_ending_the_shift_are_one_entry(
    tray, qtbot, language, begin, end
):
    tray.set_look(Look(language=language))
    assert action(tray, "tray_shift").text() == begin
    with qtbot.waitSignal(tray.shift_toggled):
        action(tray, "tray_shift").trigger()

    tray.show_shift(running=True)

    if end:
        assert action(tray, "tray_shift").text() == end
