"""The compose pad: what is written, what is told, what is forgotten."""

import pytest
from findings import choice, finding
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

from assist.model.edit import Edit
from assist.model.span import Span
from assist.overlay.pad import ComposePad
from assist.overlay.pad_editor import PadEditor
from assist.overlay.utf16 import from_units, to_units, units

pytestmark = pytest.mark.gui

FLAGGED = finding(1, "这事不归我管")
CHOICES = (
    choice("这件事由专门的部门负责，我帮您转接。", "Alt+1"),
    choice("我帮您转到负责的部门。", "Alt+2"),
)


@pytest.fixture
def pad(look, qtbot):
    widget = ComposePad(look)
    qtbot.addWidget(widget)
    widget.move(200, 200)
    widget.open_for("weixin")
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


@pytest.fixture
def editor(pad):
    return pad.findChild(PadEditor, "pad_text")


def compose(editor, preedit="", commit=""):
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(editor, event)


def test_it_opens_with_the_focus_for_the_client_it_is_named_after(pad, editor):
    assert editor.hasFocus()
    assert pad.findChild(QAbstractButton, "insert").text() == "插入到微信"


def test_without_a_known_client_the_button_says_what_it_does(pad):
    pad.open_for("")

    assert pad.findChild(QAbstractButton, "insert").text() == "放进输入框"


def test_what_is_typed_is_told_with_the_caret_in_code_points(pad, editor, qtbot):
    told = []
    pad.text_changed.connect(lambda *args: told.append(args))

    qtbot.keyClicks(editor, "ab")
    editor.insertPlainText("😀好")
    qtbot.keyClick(editor, Qt.Key.Key_Left)

    assert told[-2] == ("ab😀好", 4)
    assert told[-1] == ("ab😀好", 3)
    assert pad.text == "ab😀好"


def test_unfinished_input_is_no_part_of_the_text(pad, editor, qtbot):
    editor.insertPlainText("您好")
    with qtbot.assertNotEmitted(pad.text_changed):
        compose(editor, "bu zhi dao")
        compose(editor, "bu zhi")
    assert pad.text == "您好"

    with qtbot.waitSignal(pad.text_changed) as told:
        compose(editor, "", "不知道")

    assert told.args == ["您好不知道", 5]


def test_lines_stand_under_the_words_also_behind_unfinished_input(pad, editor):
    editor.insertPlainText("😀这事不归我管")
    behind = finding(1, "这事不归我管", start=1)
    pad.show_findings((behind,), (CHOICES,))
    before = underlined(editor)

    cursor = editor.textCursor()
    cursor.setPosition(0)
    editor.setTextCursor(cursor)
    pad.show_findings((behind,), (CHOICES,))
    compose(editor, "nin hao")

    after = underlined(editor)
    assert before
    assert after
    assert min(after) - min(before) > 30


def underlined(editor):
    """Columns in which the amber of the medium line is seen."""
    image = editor.viewport().grab().toImage()
    return {
        x
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).name() == "#b56a00"
    }


def test_lines_go_with_the_text_they_were_found_in(pad, editor, qtbot):
    editor.insertPlainText("这事不归我管")
    pad.show_findings((FLAGGED,), (CHOICES,))
    assert underlined(editor)

    qtbot.keyClick(editor, Qt.Key.Key_Backspace)

    assert not underlined(editor)


def test_the_first_finding_is_shown_with_its_replacements(pad, editor, qtbot):
    editor.insertPlainText("这事不归我管")
    pad.show_findings((FLAGGED,), (CHOICES,))
    row = pad.findChild(QAbstractButton, "replacement_1")

    with qtbot.waitSignal(pad.replacement_chosen) as chosen:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)

    assert chosen.args == [FLAGGED.finding_id, 1]


def test_the_replacements_stay_while_they_are_worked_out_again(pad):
    pad.show_findings((FLAGGED,), (CHOICES,))

    pad.show_findings((FLAGGED,), ((),))

    assert pad.findChild(QAbstractButton, "replacement_0").isVisible()


@pytest.mark.parametrize(("key", "index"), [("1", 0), ("2", 1)])
def test_alt_and_a_digit_choose(pad, editor, qtbot, key, index):
    pad.show_findings((FLAGGED,), (CHOICES,))

    with qtbot.waitSignal(pad.replacement_chosen) as chosen:
        qtbot.keyClick(editor, key, Qt.KeyboardModifier.AltModifier)

    assert chosen.args == [FLAGGED.finding_id, index]


def test_an_edit_is_one_step_and_only_for_the_text_it_was_made_for(pad, editor, qtbot):
    editor.insertPlainText("😀这事不归我管，请稍等")
    edit = Edit(Span(1, 7), "我帮您转接", pad.text)

    assert pad.apply(edit)
    assert pad.text == "😀我帮您转接，请稍等"
    assert editor.caret == edit.caret
    assert not pad.apply(edit)

    qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert pad.text == edit.before


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_enter_asks_for_insertion_and_keeps_the_text(pad, editor, qtbot, key):
    editor.insertPlainText("您好，\n请稍等。")

    with qtbot.waitSignal(pad.insert_requested) as asked:
        qtbot.keyClick(editor, key, Qt.KeyboardModifier.ControlModifier)

    assert asked.args == ["您好，\n请稍等。"]
    assert pad.isVisible()
    assert pad.text == "您好，\n请稍等。"


def test_nothing_is_inserted_from_an_empty_pad(pad, editor, qtbot):
    editor.insertPlainText(" \n")

    with qtbot.assertNotEmitted(pad.insert_requested):
        qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert not pad.findChild(QAbstractButton, "insert").isEnabled()


def test_closing_drops_the_text_and_every_way_back_to_it(pad, editor, qtbot):
    editor.insertPlainText("客户的秘密")

    with qtbot.waitSignal(pad.closed):
        qtbot.keyClick(editor, Qt.Key.Key_Escape)
    pad.open_for("weixin")
    editor.undo()

    assert pad.text == ""
    assert not editor.document().isUndoAvailable()


def test_what_is_pasted_comes_in_as_plain_text(pad, editor):
    mime = QMimeData()
    mime.setHtml("<b>您好</b>")
    mime.setText("您好")

    editor.insertFromMimeData(mime)

    assert pad.text == "您好"
    assert not editor.textCursor().charFormat().font().bold()


def test_tab_reaches_every_control_and_each_has_a_name(pad, editor, qtbot):
    editor.insertPlainText("这事不归我管")
    pad.show_findings((FLAGGED,), (CHOICES,))
    reached = set()

    for _ in range(7):
        qtbot.keyClick(pad.focusWidget(), Qt.Key.Key_Tab)
        reached.add(pad.focusWidget().objectName())

    wanted = {"replacement_0", "replacement_1", "clear", "insert", "close"}
    assert wanted <= reached
    for button in pad.findChildren(QAbstractButton):
        assert button.accessibleName() or not button.isVisible()


def test_it_is_dragged_by_its_title(pad, desktop, qtbot):
    title = pad.findChild(QAbstractButton, "close").parent()
    start = title.mapToGlobal(QPoint(60, 18))

    desktop.move_pointer(start.x(), start.y())
    qtbot.waitUntil(title.underMouse)
    desktop.press()
    qtbot.waitUntil(lambda: pad._grabbed_at is not None)
    desktop.move_pointer(start.x() + 70, start.y() + 30)
    qtbot.waitUntil(lambda: pad.pos() == QPoint(270, 230))
    desktop.release()
    # A release that comes after the test would go to a window that is gone.
    qtbot.waitUntil(lambda: pad._grabbed_at is None)


texts = st.text(
    st.characters(codec="utf-8", exclude_characters="\0\r\u2028\u2029\xa0"),
    max_size=30,
)


@given(texts, st.data())
def test_counting_in_units_and_back_ends_where_it_began(text, data):
    index = data.draw(st.integers(0, len(text)))

    assert from_units(text, to_units(text, index)) == index
    assert units(text) == len(text.encode("utf-16-le")) // 2


@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
)
@given(texts, texts, st.data())
def test_any_edit_gives_exactly_the_text_that_was_computed(
    editor, text, replacement, data
):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    editor.forget()
    editor.insertPlainText(text)
    assume(editor.text == text)
    edit = Edit(Span(start, end), replacement, text)

    assert editor.apply(edit)
    assert editor.text == edit.after
    assert editor.caret == edit.caret
