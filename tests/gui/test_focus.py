"""The agent types in another program; our windows never take that away."""

import pytest
from findings import BLAME, BLAME_CHOICES, GRAVE, GRAVE_CHOICES
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QToolTip, QWidget

from assist.overlay.card import FindingCard
from assist.overlay.follow_up import Answered, FollowUp
from assist.overlay.strip import Strip
from assist.overlay.toast import Toast
from assist.ports import Mode, Status

pytestmark = pytest.mark.gui


def a_card(look):
    card = FindingCard(look)
    card.show_findings((GRAVE, BLAME), "有本事你告去", (GRAVE_CHOICES, BLAME_CHOICES))
    return card


def a_strip(look):
    strip = Strip(look)
    strip.show_status(Status(Mode.CANNOT_READ, "weixin", "no_text"))
    return strip


def a_toast(look):
    toast = Toast(look)
    toast.show_done()
    return toast


def a_follow_up(look):
    follow_up = FollowUp(look)
    follow_up.open_for(Answered.IGNORED, chords=("Alt+1", "Alt+2", "Alt+3"))
    return follow_up


WINDOWS = pytest.mark.parametrize("make", [a_card, a_strip, a_toast, a_follow_up])


@pytest.fixture
def window(make, look, qtbot, client):
    made = make(look)
    qtbot.addWidget(made)
    made.move(700, 100)
    with qtbot.waitExposed(made):
        made.show()
    return made


def middle_of(part):
    point = part.mapToGlobal(part.rect().center())
    return point.x(), point.y()


def hovers(desktop, part):
    """Point at ``part``; the window manager may still be moving its window."""
    x, y = middle_of(part)
    desktop.move_pointer(x + 1, y)
    desktop.move_pointer(x, y)
    return part.underMouse()


def keeps_focus(desktop, client):
    return desktop.active == client.window_id and client.losses() == 0


def test_a_window_manager_runs_or_these_tests_prove_nothing(desktop):
    assert desktop.manager


@WINDOWS
def test_showing_leaves_the_focus_where_it_is(window, desktop, client, qtbot):
    qtbot.waitUntil(
        lambda: "_NET_WM_STATE_ABOVE" in desktop.states(int(window.winId()))
    )
    assert keeps_focus(desktop, client)


@WINDOWS
def test_the_system_is_asked_not_to_give_it_the_focus(window):
    assert window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert window.testAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)


@WINDOWS
def test_each_control_is_clicked_and_the_focus_stays(window, desktop, client, qtbot):
    names = [
        button.objectName()
        for button in window.findChildren(QAbstractButton)
        if button.isVisible()
    ]
    assert names

    for name in names:
        if not window.isVisible():
            with qtbot.waitExposed(window):
                window.show()
        button = window.findChild(QAbstractButton, name)
        qtbot.waitUntil(lambda part=button: hovers(desktop, part))
        if not button.isVisible():
            continue
        with qtbot.waitSignal(button.released, timeout=2000):
            desktop.click(*middle_of(button))
        desktop.move_pointer(5, 5)
        assert keeps_focus(desktop, client), name


@pytest.mark.parametrize(
    ("make", "handle"), [(a_strip, "strip_grip"), (a_card, "card_header")]
)
def test_dragging_leaves_the_focus_where_it_is(window, handle, desktop, client, qtbot):
    x, y = middle_of(window.findChild(QWidget, handle))
    top = window.pos().y()

    desktop.move_pointer(x, y)
    desktop.press()
    qtbot.waitUntil(lambda: window._grabbed_at is not None)
    desktop.move_pointer(x + 60, y + 40)
    qtbot.waitUntil(lambda: window.pos().y() == top + 40)
    desktop.release()
    qtbot.waitUntil(lambda: window._grabbed_at is None)

    assert keeps_focus(desktop, client)


def test_of_200_keys_typed_while_cards_open_and_close_none_is_lost(
    look, desktop, client, qtbot
):
    card = a_card(look)
    qtbot.addWidget(card)
    card.move(700, 100)

    for _ in range(40):
        for _ in range(2):
            desktop.key("a")
        with qtbot.waitExposed(card):
            card.show()
        for _ in range(2):
            desktop.key("a")
        card.hide()
        desktop.key("a")

    qtbot.waitUntil(lambda: client.keys() == 200)
    assert keeps_focus(desktop, client)


def test_a_tooltip_leaves_the_focus_where_it_is(look, desktop, client, qtbot):
    strip = a_strip(look)
    qtbot.addWidget(strip)
    strip.move(700, 100)
    with qtbot.waitExposed(strip):
        strip.show()
    strip.show_tools(shown=True)
    pad = strip.findChild(QAbstractButton, "strip_pad")

    qtbot.waitUntil(lambda: hovers(desktop, pad) or QToolTip.isVisible())
    qtbot.waitUntil(QToolTip.isVisible)

    assert QToolTip.text() == "打开撰写框"
    assert keeps_focus(desktop, client)
