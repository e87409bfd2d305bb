"""The strip says what is read, counts findings, and is a dot when all is well."""

import pytest
from findings import BLAME, GRAVE, MISSPELT, SLIGHT
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from assist.model.draft import Rect
from assist.model.screen import Screen
from assist.overlay.placement import Side, Surroundings
from assist.overlay.strip import Strip
from assist.overlay.theme import Look
from assist.overlay.tokens import CONTRAST_BLACK, DARK
from assist.overlay.words import UNTIL_TOMORROW
from assist.ports import Mode, Status

pytestmark = pytest.mark.gui

READING = Status(Mode.READING, "mousepad")
SCREENS = (Screen(Rect(0, 0, 1600, 1200), Rect(0, 0, 1600, 1200)),)


@pytest.fixture
def strip(look, qtbot):
    widget = Strip(look)
    qtbot.addWidget(widget)
    widget.move(200, 100)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def said(strip):
    return strip.accessibleName()


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (READING, "读取正常 Mousepad"),
        (Status(Mode.IDLE), "待命"),
        (Status(Mode.PAUSED), "已暂停"),
        (Status(Mode.HOTKEY_ONLY, "wxwork"), "仅热键"),
        (Status(Mode.CANNOT_READ, "weixin", "no_text"), "读不到微信的输入框"),
        (Status(Mode.CANNOT_READ, "", "no_text"), "读不到这个输入框"),
        (Status(Mode.CANNOT_READ, "firefox", "password"), "密码框，不读取"),
        (Status(Mode.CANNOT_READ, "", "no_bus"), "辅助功能没有打开"),
    ],
)
def test_each_state_is_said_in_words(strip, status, words):
    strip.show_status(status)

    assert said(strip) == words


def test_findings_are_counted_by_severity_and_absent_ones_are_not(strip):
    strip.show_findings((GRAVE, BLAME, MISSPELT))
    assert said(strip) == "高 1 中 2 有更好的说法"

    strip.show_findings((SLIGHT,))
    assert said(strip) == "低 1 小建议，可不改"


def test_no_findings_brings_the_state_back(strip):
    strip.show_status(READING)
    strip.show_findings((GRAVE,))

    strip.show_findings(())

    assert said(strip) == "读取正常 Mousepad"


def test_a_pause_says_how_long_it_lasts(strip):
    strip.show_status(Status(Mode.PAUSED), minutes_left=12)

    assert said(strip) == "已暂停 还剩 12 分钟"


def test_a_finding_is_on_the_screen_when_the_call_returns(strip, desktop):
    strip.show_status(READING)
    strip.show_findings(())
    spot = strip.mapToGlobal(strip.frame.topLeft() + QPoint(16, 14))

    strip.show_findings((GRAVE,))

    red = desktop.pixel(spot.x() - 4, spot.y())
    assert red == 0xA1221B


@pytest.mark.parametrize(
    ("status", "signal"),
    [
        (Status(Mode.PAUSED), "pause_toggled"),
        (Status(Mode.CANNOT_READ, "weixin", "no_text"), "pad_requested"),
        (Status(Mode.HOTKEY_ONLY), "check_requested"),
    ],
)
def test_the_one_action_of_a_state_is_asked_for(strip, qtbot, status, signal):
    strip.show_status(status)
    button = strip.findChild(QAbstractButton, "strip_action")

    with qtbot.waitSignal(getattr(strip, signal)):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_clicking_the_counts_opens_the_findings(strip, qtbot):
    strip.show_findings((GRAVE,))

    with qtbot.waitSignal(strip.opened):
        qtbot.mouseClick(
            strip.findChild(QAbstractButton, "strip_body"), Qt.MouseButton.LeftButton
        )


def test_a_quiet_strip_shrinks_to_a_dot_and_a_click_brings_it_back(strip, qtbot):
    strip._shrink.setInterval(1)
    strip.show_status(READING)
    qtbot.waitUntil(lambda: strip.is_dot)
    assert strip.frame.width() == 24

    body = strip.findChild(QAbstractButton, "strip_body")
    qtbot.mouseClick(body, Qt.MouseButton.LeftButton)

    assert not strip.is_dot


def test_a_finding_ends_the_dot(strip):
    strip.show_status(READING)
    strip.shrink()

    strip.show_findings((SLIGHT,))

    assert not strip.is_dot


def test_a_strip_with_something_to_say_does_not_shrink(strip):
    strip.show_status(Status(Mode.PAUSED))

    strip.shrink()

    assert not strip.is_dot
    assert not strip._shrink.isActive()


def test_the_pointer_on_the_words_brings_pad_and_pause(strip, desktop, qtbot):
    strip.show_status(READING)
    pad = strip.findChild(QAbstractButton, "strip_pad")
    body = strip.findChild(QAbstractButton, "strip_body")
    at = body.mapToGlobal(body.rect().center())

    desktop.move_pointer(at.x(), at.y())
    qtbot.waitUntil(pad.isVisible)
    with qtbot.waitSignal(strip.pad_requested):
        qtbot.mouseClick(pad, Qt.MouseButton.LeftButton)

    desktop.move_pointer(5, 5)
    qtbot.waitUntil(lambda: not pad.isVisible())


def test_the_grip_stays_under_the_pointer_that_reaches_for_it(strip, desktop, qtbot):
    strip.show_status(READING)
    grip = strip.findChild(QWidget, "strip_grip")
    at = grip.mapToGlobal(grip.rect().center())

    desktop.move_pointer(at.x(), at.y())
    qtbot.waitUntil(grip.underMouse)

    assert not strip.findChild(QAbstractButton, "strip_pad").isVisible()


def test_a_dragged_strip_tells_its_place_and_keeps_it(strip, desktop, qtbot):
    strip.show_status(READING)
    strip.move_to(Rect(300, 300, 0, 0), SCREENS)
    grip = strip.findChild(QWidget, "strip_grip")
    qtbot.waitUntil(lambda: strip.pos() == QPoint(300, 300))
    start = grip.mapToGlobal(grip.rect().center())

    desktop.move_pointer(start.x(), start.y())
    qtbot.waitUntil(grip.underMouse)
    with qtbot.waitSignal(strip.moved) as moved:
        desktop.press()
        desktop.move_pointer(start.x() + 200, start.y() + 90)
        desktop.release()

    assert (moved.args[0].x, moved.args[0].y) == (500, 390)
    around = Surroundings(field=Rect(100, 600, 400, 100), screens=SCREENS)
    strip.place_near(around)
    assert strip.frame_area() == moved.args[0]
    strip.forget_place()
    assert strip.place_near(around) is Side.BELOW


def test_it_may_not_be_dragged_off_the_screen(strip):
    strip.move_to(Rect(1590, 1195, 0, 0), SCREENS)

    assert SCREENS[0].work.covers(strip.frame_area())


def test_growing_at_the_right_edge_it_stays_on_the_screen(strip):
    strip.show_status(READING)
    strip.move_to(Rect(1600, 500, 0, 0), SCREENS)

    strip.show_findings((GRAVE, BLAME, SLIGHT))

    assert SCREENS[0].work.covers(strip.frame_area())
    frame = strip.frame.translated(strip.pos())
    assert frame.x() == strip.frame_area().x
    assert strip.geometry().right() < 1600


def test_it_is_never_wider_than_320_and_says_the_rest_on_request(strip):
    strip.show_status(Status(Mode.CANNOT_READ, "An extraordinarily long program name"))

    assert strip.frame.width() <= 320
    body = strip.findChild(QAbstractButton, "strip_body")
    assert "An extraordinarily long program name" in body.toolTip()


@pytest.mark.parametrize("palette", [DARK, CONTRAST_BLACK])
def test_a_change_of_look_is_followed_at_once(strip, palette):
    strip.set_look(Look(palette=palette, text_scale=2.0))

    ground = strip.grab().toImage().pixelColor(strip.frame.center().x(), 4)
    assert ground.name().upper() == palette.raised
    assert strip.frame.height() == 56


def test_the_same_state_again_does_not_paint(strip, monkeypatch):
    strip.show_findings((GRAVE,))
    painted = []
    monkeypatch.setattr(strip, "repaint", lambda: painted.append(1))

    strip.show_findings((GRAVE,))

    assert painted == []


def test_every_control_has_a_name(strip):
    strip.show_status(Status(Mode.HOTKEY_ONLY))
    strip.show_tools(shown=True)

    for button in strip.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.accessibleName(), button.objectName()
    assert strip.findChild(QWidget, "strip_grip").accessibleName()


def test_each_click_on_the_snooze_offers_a_longer_one_and_then_ends_it(strip, qtbot):
    button = strip.findChild(QAbstractButton, "strip_snooze")
    asked = []
    strip.snooze_requested.connect(asked.append)
    strip.snooze_requested.connect(
        lambda minutes: strip.show_snooze(abs(minutes) or None)
    )
    names = []
    for _ in range(4):
        names.append(button.accessibleName())
        button.click()

    assert asked == [5, 30, UNTIL_TOMORROW, 0]
    assert names[0] == "5 分钟内不弹出卡片"
    assert names[-1] == "恢复弹出卡片"
    assert button.accessibleName() == names[0]


def test_a_snooze_is_told_beside_state_and_counts(strip):
    strip.show_status(READING)
    strip.show_snooze(12)
    assert said(strip) == "读取正常 免打扰 还剩 12 分钟"

    strip.show_findings((GRAVE,))
    assert said(strip) == "高 1 免打扰 还剩 12 分钟"

    strip.show_snooze(None)
    assert said(strip) == "高 1 有更好的说法"


def test_a_program_that_is_not_watched_is_watched_after_two_clicks(strip, qtbot):
    strip.show_status(Status(Mode.CANNOT_READ, "firefox", "not_watched"))
    assert said(strip) == "不读取Firefox"
    action = strip.findChild(QAbstractButton, "strip_action")

    with qtbot.assertNotEmitted(strip.watch_requested):
        action.click()
    assert said(strip) == "读取Firefox里的草稿？"
    with qtbot.waitSignal(strip.watch_requested) as asked:
        action.click()

    assert asked.args == ["firefox"]


def test_the_question_is_gone_once_another_program_has_the_focus(strip):
    strip.show_status(Status(Mode.CANNOT_READ, "firefox", "not_watched"))
    strip.findChild(QAbstractButton, "strip_action").click()

    strip.show_status(READING)
    strip.show_status(Status(Mode.CANNOT_READ, "gedit", "not_watched"))

    assert said(strip) == "不读取Gedit"


def test_the_strip_stays_a_strip_if_so_set(strip):
    strip.let_shrink(allowed=False)
    strip.show_status(READING)

    strip.shrink()

    assert not strip.is_dot
