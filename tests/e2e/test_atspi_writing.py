"""Replacements in real programs: right text, focus and clipboard as before."""

import threading

import pytest
from desktop_session import start_editor
from PySide6.QtWidgets import QApplication
from xclip_clipboard import read_selection, write_selection

from assist.backends.linux.atspi_inserter import AtspiInserter
from assist.desktop.clipboard import QtClipboard
from assist.errors import InsertionError, StaleDraftError, WrongWindowError
from assist.model.edit import Edit
from assist.model.span import Span
from assist.ports import InsertedBy

pytestmark = pytest.mark.e2e

BEFORE = "亲😀👍🏽你好，这个不归我管。\n谢谢"
OFFENDING = "这个不归我管"
COMPLIANT = "我来帮您转给负责的同事😊"
AFTER = BEFORE.replace(OFFENDING, COMPLIANT)


def replace(text, old, new):
    start = text.index(old)
    return Edit(Span(start, start + len(old)), new, text)


@pytest.fixture
def draft(desktop, editor, recorder):
    """What was read after BEFORE was typed into an editor."""
    desktop.type_keys(BEFORE)
    return recorder.wait_for_text(BEFORE)


@pytest.fixture(params=["directly", "by pasting", "by rubbing out"])
def way(request, monkeypatch):
    """Each way of writing, forced by taking the ones before it away."""
    if request.param != "directly":
        monkeypatch.setattr(
            "assist.backends.linux.atspi_inserter.AtspiInserter._write_directly",
            lambda *_: False,
        )
    if request.param == "by rubbing out":
        monkeypatch.setattr(
            "assist.backends.linux.paste_path._select", lambda *_: False
        )
    return request.param


def test_the_offending_words_are_replaced_and_undo_restores_exactly(
    desktop, draft, recorder, inserter, editor, way
):
    edit = replace(BEFORE, OFFENDING, COMPLIANT)

    how = inserter.apply(draft, edit)

    assert how is (InsertedBy.EDITABLE_TEXT if way == "directly" else InsertedBy.PASTE)
    after = recorder.wait_for_text(AFTER)
    assert desktop.windows.active_id() == editor.window.window_id
    inserter.apply(after, edit.reversed())
    recorder.wait_for_text(BEFORE)


def test_the_caret_stands_behind_the_new_words(desktop, draft, recorder, inserter, way):
    how = inserter.apply(draft, replace(BEFORE, OFFENDING, COMPLIANT))
    assert how is not InsertedBy.COPIED

    desktop.type_keys("X")

    recorder.wait_for_text(BEFORE.replace(OFFENDING, COMPLIANT + "X"))


def test_clipboard_and_primary_are_as_before(draft, inserter, clipboard, way):
    write_selection("clipboard", "订单号 1234".encode())
    write_selection("primary", b"marked words")

    inserter.apply(draft, replace(BEFORE, OFFENDING, COMPLIANT))

    assert read_selection("clipboard").decode() == "订单号 1234"
    assert read_selection("primary") == b"marked words"


def test_words_are_taken_out_and_put_in_without_a_counterpart(
    draft, recorder, inserter, way
):
    inserter.apply(draft, replace(BEFORE, OFFENDING, ""))
    shorter = recorder.wait_for_text(BEFORE.replace(OFFENDING, ""))
    at = BEFORE.index(OFFENDING)

    inserter.apply(shorter, Edit(Span(at, at), OFFENDING, shorter.text))

    recorder.wait_for_text(BEFORE)


def test_a_draft_that_changed_meanwhile_is_left_alone(
    desktop, draft, recorder, inserter, way
):
    desktop.type_keys("!")
    recorder.wait_for_text(BEFORE + "!")

    with pytest.raises(StaleDraftError):
        inserter.apply(draft, replace(BEFORE, OFFENDING, COMPLIANT))

    assert recorder.drafts[-1].text == BEFORE + "!"


def test_nothing_is_written_while_another_window_has_the_focus(
    desktop, draft, recorder, inserter, editor, way
):
    start_editor(desktop, "qt_editor")
    recorder.wait_for_text("", "qt-editor")

    with pytest.raises(WrongWindowError):
        inserter.apply(draft, replace(BEFORE, OFFENDING, COMPLIANT))

    assert desktop.windows.activate(editor.window.window_id)
    recorder.wait_for_text(BEFORE, editor.window.app)


def test_a_program_that_hangs_is_reported_in_time(draft, inserter, editor):
    editor.freeze()

    with pytest.raises(InsertionError):
        inserter.apply(draft, replace(BEFORE, OFFENDING, COMPLIANT))


def test_a_program_that_alters_the_words_gets_its_old_text_back(
    desktop, source, recorder, inserter, way
):
    desktop.start_editor("qt_stubborn.py", "mangle")
    recorder.wait_for_text("")
    desktop.type_keys(BEFORE)
    draft = recorder.wait_for_text(BEFORE)

    with pytest.raises(InsertionError, match="put back"):
        inserter.apply(draft, replace(BEFORE, OFFENDING, COMPLIANT))

    recorder.wait_for_text(BEFORE)


@pytest.mark.parametrize("way", ["directly", "by pasting"], indirect=True)
def test_a_key_typed_meanwhile_is_not_lost(desktop, source, recorder, inserter, way):
    desktop.start_editor("qt_stubborn.py", "echo")
    recorder.wait_for_text("")
    desktop.type_keys(BEFORE)
    draft = recorder.wait_for_text(BEFORE)

    inserter.apply(draft, replace(BEFORE, OFFENDING, "好"))

    recorder.wait_for_text(BEFORE.replace(OFFENDING, "好") + "!")


@pytest.mark.parametrize("way", ["directly", "by pasting"], indirect=True)
def test_a_key_typed_before_the_words_meanwhile_is_not_lost(
    desktop, source, recorder, inserter, way
):
    desktop.start_editor("qt_stubborn.py", "echo-before")
    recorder.wait_for_text("")
    desktop.type_keys(BEFORE)
    draft = recorder.wait_for_text(BEFORE)

    inserter.apply(draft, replace(BEFORE, OFFENDING, "好"))

    recorder.wait_for_text("!" + BEFORE.replace(OFFENDING, "好"))


def test_where_only_keys_can_write_the_old_text_comes_back_by_keys(
    desktop, source, recorder, inserter, monkeypatch
):
    monkeypatch.setattr(AtspiInserter, "_write_directly", lambda *_: False)
    monkeypatch.setattr(
        "assist.backends.linux.atspi_inserter._put_back", lambda *_: False
    )
    desktop.start_editor("qt_stubborn.py", "mangle")
    recorder.wait_for_text("")
    desktop.type_keys(BEFORE)
    draft = recorder.wait_for_text(BEFORE)

    with pytest.raises(InsertionError, match="put back"):
        inserter.apply(draft, replace(BEFORE, OFFENDING, COMPLIANT))

    recorder.wait_for_text(BEFORE)


def test_a_program_that_takes_nothing_leaves_the_words_to_be_pasted(
    desktop, source, recorder, inserter
):
    desktop.start_editor("qt_stubborn.py", "refuse")
    recorder.wait_for_text("")
    desktop.type_keys(BEFORE)
    draft = recorder.wait_for_text(BEFORE)
    desktop.press("F2")

    how = inserter.apply(draft, replace(BEFORE, OFFENDING, COMPLIANT))

    assert how is InsertedBy.COPIED
    assert read_selection("clipboard").decode() == COMPLIANT
    assert recorder.drafts[-1].text == BEFORE


def test_pasting_works_through_the_clipboard_of_the_overlay(
    desktop, draft, recorder, qtbot, monkeypatch
):
    monkeypatch.setattr(AtspiInserter, "_write_directly", lambda *_: False)
    write_selection("clipboard", "订单号 1234".encode())
    inserter = AtspiInserter(desktop.windows, QtClipboard())
    edit = replace(BEFORE, OFFENDING, COMPLIANT)
    writing = threading.Thread(target=inserter.apply, args=(draft, edit))

    writing.start()
    qtbot.waitUntil(lambda: not writing.is_alive())

    recorder.wait_for_text(AFTER)
    assert QApplication.clipboard().text() == "订单号 1234"
    inserter.close()
    QApplication.clipboard().clear()
