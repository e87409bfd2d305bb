"""The pad that stays: earlier texts, staying after an insertion, sending on request."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from assist.overlay.pad import ComposePad
from assist.overlay.pad_editor import PadEditor
from assist.overlay.pad_history import PadHistory

pytestmark = pytest.mark.gui

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def pad(look, qtbot):
    made = ComposePad(look)
    qtbot.addWidget(made)
    made.move(200, 200)
    made.open_for("weixin")
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def editor(pad):
    return pad.findChild(PadEditor)


def button(pad, name):
    return pad.findChild(QAbstractButton, name)


def test_the_last_three_texts_come_back_one_after_the_other():
    history = PadHistory()
    for text in ("a", "b", "c", "d"):
        history.remember(text)

    assert [history.older() for _ in range(4)] == ["d", "c", "b", "d"]


def test_the_same_text_counts_once():
    history = PadHistory()
    for text in ("a", "b", "a"):
        history.remember(text)

    assert len(history) == 2
    assert history.older() == "a"


def test_an_earlier_text_is_put_into_the_box_by_key(pad, editor, qtbot):
    assert not button(pad, "earlier").isEnabled()
    pad.remember("我再为您查一次。")

    qtbot.keyClick(editor, Qt.Key.Key_Up, ALT)

    assert pad.text == "我再为您查一次。"


def test_closing_does_not_forget_what_went_into_a_client(pad, editor, qtbot):
    pad.remember("请稍等。")
    pad.dismiss()
    pad.open_for("weixin")

    assert pad.text == ""
    qtbot.keyClick(editor, Qt.Key.Key_Up, ALT)
    assert pad.text == "请稍等。"


def test_inserting_and_staying_has_a_key_of_its_own(pad, editor, qtbot):
    editor.insertPlainText("请稍等。")

    with (
        qtbot.waitSignal(pad.stay_requested) as asked,
        qtbot.assertNotEmitted(pad.insert_requested),
    ):
        qtbot.keyClick(editor, Qt.Key.Key_Return, CONTROL | SHIFT)

    assert asked.args == ["请稍等。"]


def test_it_sends_only_in_clients_that_were_chosen_for_it(pad, editor, qtbot):
    editor.insertPlainText("请稍等。")
    assert not button(pad, "insert_send").isVisible()
    with qtbot.assertNotEmitted(pad.send_requested):
        qtbot.keyClick(editor, Qt.Key.Key_Return, CONTROL | ALT)

    pad.name_client("weixin", may_send=True)

    assert button(pad, "insert_send").isVisible()
    with qtbot.waitSignal(pad.send_requested):
        qtbot.keyClick(editor, Qt.Key.Key_Return, CONTROL | ALT)


def test_a_sentence_with_an_open_slot_cannot_be_inserted(pad, editor, qtbot):
    pad.open_for("weixin", text="现在为您转接{工号}号客户代表。")

    assert not button(pad, "insert").isEnabled()
    with qtbot.assertNotEmitted(pad.insert_requested):
        qtbot.keyClick(editor, Qt.Key.Key_Return, CONTROL)

    editor.setPlainText("现在为您转接12号客户代表。")
    assert button(pad, "insert").isEnabled()


def test_a_pad_that_is_always_there_gives_the_focus_back_and_stays(pad, editor, qtbot):
    pad.let_stay(wanted=True)
    editor.insertPlainText("请稍")

    with qtbot.waitSignal(pad.left), qtbot.assertNotEmitted(pad.closed):
        qtbot.keyClick(editor, Qt.Key.Key_Escape)

    assert pad.isVisible()
    assert pad.text == "请稍"


def test_it_comes_up_without_taking_the_focus_when_it_is_always_there(
    look, qtbot, desktop, client
):
    made = ComposePad(look)
    qtbot.addWidget(made)
    made.move(600, 100)
    with qtbot.waitExposed(made):
        made.show_quietly()

    assert desktop.active == client.window_id
    assert client.losses() == 0
