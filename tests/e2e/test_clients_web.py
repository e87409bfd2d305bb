"""Drafts in web pages: read, replaced and restored; passwords left alone."""

from dataclasses import replace as replace_row

import pytest
from web_client import WebClient
from xclip_clipboard import XclipClipboard, read_selection, write_selection

from assist.backends.linux import quirks
from assist.backends.linux.atspi_inserter import AtspiInserter
from assist.backends.linux.atspi_source import AtspiSource
from assist.backends.linux.candidate_windows import CandidateWindows
from assist.backends.linux.text_rectangles import AtspiTextRectangles
from assist.model.edit import Edit
from assist.model.span import Span
from assist.ports import InsertedBy, KeyClass, Mode

pytestmark = pytest.mark.e2e

BEFORE = "亲😀👍🏽你好，这个不归我管。\n谢谢"
OFFENDING = "这个不归我管"
COMPLIANT = "我来帮您转给负责的同事😊"
RICH = "one two three\na \ufffc b"

# Firefox tells late of the space before a link, and of the caret beside it.
in_chromium = pytest.mark.parametrize("browser", ["chromium"], indirect=True)


def replace(text, old, new):
    start = text.index(old)
    return Edit(Span(start, start + len(old)), new, text)


# Firefox is slower to tell what changed, and now and then too slow for a test.
BROWSERS = ["chromium", pytest.param("firefox", marks=pytest.mark.prove)]


@pytest.fixture(scope="module", params=BROWSERS)
def browser(request, session, tmp_path_factory):
    """One window for all tests of this file: its start takes seconds."""
    profile = tmp_path_factory.mktemp(request.param)
    opened = WebClient(session, request.param, profile)
    yield opened
    opened.close()
    opened.program.end()


@pytest.fixture
def source(browser, recorder):
    source = AtspiSource(browser.session.windows)
    source.start(recorder)
    yield source
    source.stop()


@pytest.fixture
def inserter(browser):
    inserter = AtspiInserter(browser.session.windows, XclipClipboard())
    yield inserter
    inserter.close()


@pytest.fixture(params=["textarea", "editable"])
def field(request, browser, source, recorder):
    """An empty compose box of the page, with the focus in it."""
    browser.show("rich")
    recorder.wait_for_text(RICH)
    browser.show(request.param)
    recorder.wait_for_text("")


def test_what_is_typed_into_a_page_is_what_is_read(browser, field, recorder):
    browser.session.type_keys(BEFORE)

    draft = recorder.wait_for_text(BEFORE)
    browser.wait_until_held(BEFORE)
    assert draft.field.window_id == browser.program.window.window_id
    assert draft.field.window.covers(draft.field.area)


def test_words_in_a_page_are_replaced_and_undo_restores_exactly(
    browser, field, recorder, inserter
):
    write_selection("clipboard", "订单号 1234".encode())
    browser.session.type_keys(BEFORE)
    edit = replace(BEFORE, OFFENDING, COMPLIANT)

    how = inserter.apply(recorder.wait_for_text(BEFORE), edit)

    assert how is InsertedBy.PASTE
    browser.wait_until_held(edit.after)
    after = recorder.wait_for_text(edit.after)
    assert read_selection("clipboard").decode() == "订单号 1234"
    inserter.apply(after, edit.reversed())
    browser.wait_until_held(BEFORE)
    window_id = browser.program.window.window_id
    assert browser.session.windows.active_id() == window_id


def test_the_caret_stands_behind_the_new_words_of_a_page(
    browser, field, recorder, inserter
):
    browser.session.type_keys(BEFORE)
    edit = replace(BEFORE, OFFENDING, COMPLIANT)
    inserter.apply(recorder.wait_for_text(BEFORE), edit)

    browser.session.type_keys("X")

    browser.wait_until_held(BEFORE.replace(OFFENDING, COMPLIANT + "X"))


def test_words_on_two_lines_of_a_page_are_replaced(browser, field, recorder, inserter):
    browser.session.type_keys(BEFORE)
    edit = replace(BEFORE, "不归我管。\n谢", "好")

    inserter.apply(recorder.wait_for_text(BEFORE), edit)

    browser.wait_until_held(edit.after)


@pytest.mark.parametrize(("old", "new"), [("two", "二😀"), ("b", "c")])
def test_words_inside_a_rich_editor_are_replaced(
    browser, source, recorder, inserter, old, new
):
    replace_in_page(browser, recorder, inserter, old, new)


@in_chromium
def test_words_of_a_link_are_replaced(browser, source, recorder, inserter):
    replace_in_page(browser, recorder, inserter, "three", "three two")


def replace_in_page(browser, recorder, inserter, old, new):
    browser.show("textarea")
    recorder.wait_for_text("")
    browser.show("rich")
    edit = replace(RICH, old, new)

    inserter.apply(recorder.wait_for_text(RICH), edit)

    recorder.wait_for_text(edit.after)


@in_chromium
def test_a_rich_editor_says_where_its_caret_is(browser, source, recorder):
    browser.show("rich")

    assert recorder.wait_for_text(RICH).caret == len("one two three")


def test_a_password_of_a_page_is_never_reported(browser, source, recorder):
    browser.show("password")
    recorder.wait_for_status(Mode.CANNOT_READ, "password")
    browser.session.type_keys("Hunter2")
    browser.show("textarea")
    recorder.wait_for_status(Mode.READING)

    browser.session.type_keys("hello")

    recorder.wait_for_text("hello")
    assert not any("unter" in draft.text for draft in recorder.drafts)


def test_a_page_that_may_not_be_read_is_not_even_asked(browser, recorder):
    source = AtspiSource(browser.session.windows, watched=frozenset({"mousepad"}))
    source.start(recorder)

    status = recorder.wait_for_status(Mode.CANNOT_READ, "not_watched")

    source.stop()
    assert status.app.startswith(browser.name)
    assert recorder.drafts == []


@pytest.fixture
def patient(browser, monkeypatch):
    """Sources wait a minute for a page to come to rest."""
    for toolkit in ("Chromium", "Gecko"):
        row = replace_row(quirks.BY_TOOLKIT[toolkit], settle_s=60.0)
        monkeypatch.setitem(quirks.BY_TOOLKIT, toolkit, row)


def test_a_page_need_not_come_to_rest_after_the_key_that_ends_a_word(
    browser, patient, source, recorder, monkeypatch
):
    monkeypatch.setattr(CandidateWindows, "may_come", lambda _: True)
    source.key_pressed(KeyClass.LETTER)
    source.key_pressed(KeyClass.SPACE)
    browser.show("textarea")

    browser.session.type_keys("a")

    recorder.wait_for_text("a")


def test_a_page_need_not_come_to_rest_where_there_is_no_input_method(
    browser, patient, source, recorder
):
    browser.show("textarea")

    browser.session.type_keys("a")

    recorder.wait_for_text("a")


def test_the_place_of_words_in_a_page_is_known_or_said_to_be_unknown(
    browser, field, recorder
):
    browser.session.type_keys("ab 归我管")
    draft = recorder.wait_for_text("ab 归我管")
    places = AtspiTextRectangles(browser.session.windows)

    found = places.of(draft, Span(3, 6))

    places.close()
    for area in found:
        assert draft.field.area.covers(area)
