"""Drafts of real programs, typed with real X key events."""

from itertools import pairwise

import pytest
from desktop_session import EDITOR_NAMES, start_editor

from assist.backends.linux.atspi_source import AtspiSource
from assist.model.draft import Draft, Field
from assist.ports import Mode

pytestmark = pytest.mark.e2e

MIXED = "亲😀你好，这个不归我管。\nok 👍🏽 bye"


def test_what_is_typed_is_what_is_read(desktop, editor, recorder):
    desktop.type_keys(MIXED)

    draft = recorder.wait_for_text(MIXED)
    assert draft.caret == len(MIXED)


def test_the_field_says_where_it_is(desktop, editor, recorder):
    field = recorder.drafts[-1].field

    assert field.window_id == editor.window.window_id
    assert field.app == editor.window.app
    assert field.window == editor.window.area
    assert field.window.covers(field.area)
    assert field.area.width > 200


def test_each_change_has_a_higher_revision_and_none_repeats(desktop, editor, recorder):
    desktop.type_keys("abc", pause_s=0.05)
    recorder.wait_for_text("abc")

    texts = [draft.text for draft in recorder.drafts]
    revisions = [draft.revision for draft in recorder.drafts]
    assert all(one != other for one, other in pairwise(texts))
    assert revisions == sorted(set(revisions))


@pytest.mark.parametrize("name", ["mousepad", "qt_editor", "featherpad"])
def test_a_field_that_had_the_focus_before_is_found(desktop, recorder, name):
    program = start_editor(desktop, name)
    desktop.type_keys("typed before")

    source = AtspiSource(desktop.windows)
    source.start(recorder)

    try:
        found = recorder.wait_for_text("typed before")
        assert found.field.window_id == program.window.window_id
    finally:
        source.stop()


def test_leaving_for_another_program_and_coming_back(desktop, source, recorder):
    first = start_editor(desktop, "mousepad")
    desktop.type_keys("one")
    before = recorder.wait_for_text("one")
    start_editor(desktop, "qt_editor")
    recorder.wait_for_text("")
    desktop.type_keys("two")
    recorder.wait_for_text("two", "qt-editor")

    assert desktop.windows.activate(first.window.window_id)

    again = recorder.wait_for_text("one", "mousepad")
    assert again.revision == before.revision
    assert before.field in recorder.left


def test_a_program_that_ends_leaves_its_field(desktop, editor, recorder):
    field = recorder.drafts[-1].field

    editor.end()

    recorder.wait_until(lambda: recorder.left)
    assert recorder.left[-1] == field
    recorder.wait_for_status(Mode.IDLE)


def test_only_watched_programs_are_read(desktop, recorder):
    source = AtspiSource(desktop.windows, watched=frozenset({"featherpad"}))
    source.start(recorder)
    try:
        start_editor(desktop, "mousepad")
        status = recorder.wait_for_status(Mode.CANNOT_READ, "not_watched")
        desktop.type_keys("secret")
        assert status.app == "mousepad"
        assert recorder.drafts == []

        source.watch(frozenset({"mousepad"}))

        recorder.wait_for_text("secret")
        source.watch(frozenset())
        recorder.wait_for_status(Mode.CANNOT_READ, "not_watched")
        assert recorder.left
    finally:
        source.stop()


@pytest.mark.parametrize("script", ["gtk_form.py", "qt_form.py"])
def test_a_password_is_never_reported(desktop, source, recorder, script):
    desktop.start_editor(script)
    recorder.wait_for_status(Mode.CANNOT_READ, "password")
    desktop.type_keys("Hunter2")
    desktop.press("Tab")
    recorder.wait_for_status(Mode.READING)

    desktop.type_keys("hello")

    recorder.wait_for_text("hello")
    assert {draft.text for draft in recorder.drafts} <= {
        "",
        "h",
        "he",
        "hel",
        "hell",
        "hello",
    }


def test_a_password_that_is_shown_is_still_a_password(desktop, source, recorder):
    desktop.start_editor("sensitive_form.py")
    recorder.wait_for_status(Mode.CANNOT_READ, "password")
    desktop.type_keys("Hunter2")

    desktop.press("F2")
    desktop.type_keys("more")
    source.read_now()
    start_editor(desktop, "qt_editor")
    recorder.wait_for_text("", "qt-editor")

    assert [draft.text for draft in recorder.drafts] == [""]


def test_a_program_that_is_not_on_the_bus_is_named_as_unreadable(
    desktop, source, recorder
):
    desktop.start_editor("mute_window.py")

    status = recorder.wait_for_status(Mode.CANNOT_READ, "no_text")
    assert status.app == "mute"


def test_a_field_is_left_when_the_focus_goes_to_an_unreadable_program(
    desktop, editor, recorder
):
    field = recorder.drafts[-1].field

    desktop.start_editor("mute_window.py")

    recorder.wait_until(lambda: recorder.left)
    assert recorder.left == [field]


def test_a_program_that_hangs_is_said_to_hang_and_comes_back(
    desktop, source, editor, recorder
):
    editor.freeze()
    desktop.type_keys("ab")
    source.read_now()
    recorder.wait_for_status(Mode.CANNOT_READ, "not_answering")

    editor.thaw()

    recorder.wait_for_text("ab")
    recorder.wait_for_status(Mode.READING)


def test_a_program_that_recovers_is_read_without_another_key(
    desktop, source, editor, recorder
):
    editor.freeze()
    source.read_now()
    recorder.wait_for_status(Mode.CANNOT_READ, "not_answering")

    told = len(recorder.drafts)
    editor.thaw()

    recorder.wait_for_status(Mode.READING)
    recorder.wait_until(lambda: len(recorder.drafts) > told)


@pytest.mark.parametrize("name", EDITOR_NAMES)
def test_a_program_that_hung_when_it_was_found_is_read_once_it_answers(
    desktop, recorder, name
):
    program = start_editor(desktop, name)
    desktop.type_keys("before")
    program.freeze()
    source = AtspiSource(desktop.windows)
    source.start(recorder)
    recorder.wait_for_status(Mode.CANNOT_READ, "not_answering")

    program.thaw()

    try:
        recorder.wait_for_text("before")
    finally:
        source.stop()


def test_a_program_that_hangs_does_not_keep_another_from_being_read(
    desktop, editor, recorder
):
    editor.freeze()

    other = start_editor(desktop, "qt_editor")
    recorder.wait_until(
        lambda: recorder.drafts[-1].field.window_id == other.window.window_id
    )
    desktop.type_keys("still here")

    recorder.wait_for_text("still here", "qt-editor")


def test_a_stopped_source_says_nothing_more(desktop, source, editor, recorder):
    source.stop()
    source.stop()
    count = len(recorder.drafts) + len(recorder.statuses) + len(recorder.left)

    desktop.type_keys("unseen")
    editor.end()

    now = len(recorder.drafts) + len(recorder.statuses) + len(recorder.left)
    assert now == count


def test_a_draft_does_not_show_its_text():
    assert "secret" not in repr(Draft(Field("1", "app"), 1, "secret"))
