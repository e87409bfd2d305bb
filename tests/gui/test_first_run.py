"""The first minute: chosen, tried and understood, with the keyboard alone."""

import pytest
from findings import finding
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from assist.model.edit import Edit
from assist.model.span import Span
from assist.overlay.card_values import CardChoice, Keys
from assist.overlay.first_run import FirstRun
from assist.overlay.practice import Tried
from assist.settings import Settings

pytestmark = pytest.mark.gui


def check(text):
    at = text.find("不知道")
    if at < 0:
        return Tried(())
    found = finding(1, "不知道", start=at)
    edit = Edit(Span(at, at + 3), "我为您查一下", text)
    return Tried((found,), (CardChoice("我为您查一下", key="Alt+1"),), (edit,))


@pytest.fixture
def window(look, qtbot):
    made = FirstRun(look, Settings(watch=("qq",)), check=check, keys=Keys())
    qtbot.addWidget(made)
    made.show_settings(Settings(watch=("qq",)))
    made.show_running(("mousepad",))
    with qtbot.waitExposed(made):
        made.bring_up()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def button(window, name):
    return window.findChild(QAbstractButton, name)


def test_enter_leads_through_all_steps_and_the_last_one_closes(window, qtbot):
    steps = []
    for _ in range(3):
        steps.append(window.step)
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert [*steps, window.step] == [0, 1, 2, 3]

    with qtbot.waitSignal(window.done):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert not window.isVisible()


def test_it_can_be_skipped_at_once_and_had_again_from_the_front(window, qtbot):
    window.go_on()

    with qtbot.waitSignal(window.done):
        button(window, "skip").click()
    window.bring_up()

    assert window.step == 0
    assert window.isVisible()


def test_a_language_is_in_force_as_soon_as_it_is_chosen(window, qtbot):
    with qtbot.waitSignal(window.changed) as told:
        button(window, "language_en").click()

    assert told.args == ["language", "en"]


def test_programs_that_run_are_offered_and_a_tick_counts_at_once(window, qtbot):
    window.go_on()
    programs = window.programs._list
    assert programs.item(0).text() == "Mousepad · 正在运行"

    with qtbot.waitSignal(window.changed) as told:
        programs.item(0).setCheckState(Qt.CheckState.Checked)

    assert told.args == ["watch", ("qq", "mousepad")]


def test_the_phrase_is_typed_replaced_and_taken_back_by_keyboard(window, qtbot):
    window.go_on()
    window.go_on()
    editor = window.practice.editor
    qtbot.waitUntil(editor.hasFocus)

    editor.insertPlainText("这个我不知道")
    assert button(window, "replacement_0").isVisible()
    with qtbot.waitSignal(window.practice.replaced):
        qtbot.keyClick(editor, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert editor.text == "这个我我为您查一下"
    assert not button(window, "replacement_0").isVisible()

    qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
    assert editor.text == "这个我不知道"


def test_nothing_of_the_try_is_kept(window):
    window.practice.editor.insertPlainText("不知道")

    window.close()

    assert window.practice.editor.text == ""
