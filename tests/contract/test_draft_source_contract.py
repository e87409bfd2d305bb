"""What holds for any source of drafts, and for whatever writes into their field."""

import pytest
from desktop_session import start_editor
from xclip_clipboard import XclipClipboard

from assist.backends.linux.atspi_inserter import AtspiInserter
from assist.backends.linux.atspi_source import AtspiSource
from assist.backends.scripted import ScriptedSource
from assist.errors import StaleDraftError, WrongWindowError
from assist.model.edit import Edit
from assist.model.span import Span
from assist.ports import Mode

pytestmark = pytest.mark.e2e


class ScriptedField:
    """The scripted source, and a hand that types into it."""

    def __init__(self, recorder):
        self.source = self.inserter = ScriptedSource([""])
        self.source.start(recorder)
        self._text = ""

    def type(self, text):
        self._text += text
        self.source.type(self._text)

    def leave(self):
        self.source.leave()

    def close(self):
        self.source.stop()


class RealField:
    """An editor of another process, and real keys."""

    def __init__(self, desktop, recorder):
        self._desktop = desktop
        self.source = AtspiSource(desktop.windows)
        self.inserter = AtspiInserter(desktop.windows, XclipClipboard())
        self.source.start(recorder)
        self._program = start_editor(desktop, "mousepad")
        self.type = desktop.type_keys

    def leave(self):
        self._program.end()

    def close(self):
        self.source.stop()
        self.inserter.close()


@pytest.fixture(params=["scripted", "atspi"])
def field(request, recorder):
    if request.param == "scripted":
        opened = ScriptedField(recorder)
    else:
        opened = RealField(request.getfixturevalue("desktop"), recorder)
    recorder.wait_for_text("")
    yield opened
    opened.close()


def test_an_empty_field_with_the_focus_is_a_draft(field, recorder):
    assert [draft.text for draft in recorder.drafts] == [""]
    assert recorder.statuses[-1].mode is Mode.READING
    assert recorder.statuses[-1].app == recorder.drafts[-1].field.app


def test_what_is_typed_arrives_with_the_caret_behind_it(field, recorder):
    field.type("你好😀")

    draft = recorder.wait_for_text("你好😀")
    assert draft.caret == 3
    assert draft.seen_at > 0


def test_revisions_grow_and_an_unchanged_text_is_not_told_again(field, recorder):
    field.type("a")
    recorder.wait_for_text("a")
    field.source.read_now()
    field.type("b")
    recorder.wait_for_text("ab")

    revisions = [draft.revision for draft in recorder.drafts]
    assert len(revisions) == len(set(revisions)) == 3
    assert revisions == sorted(revisions)


def test_leaving_the_field_is_told_once_with_its_field(field, recorder):
    held = recorder.drafts[-1].field

    field.leave()

    recorder.wait_for_status(Mode.IDLE)
    assert recorder.left == [held]


def test_nothing_is_told_after_stop_which_may_be_repeated(field, recorder):
    field.source.stop()
    field.source.stop()
    told = (len(recorder.drafts), len(recorder.statuses), len(recorder.left))

    field.type("unseen")
    field.leave()

    assert (len(recorder.drafts), len(recorder.statuses), len(recorder.left)) == told


def test_an_edit_makes_the_field_hold_its_after_and_its_reverse_the_before(
    field, recorder
):
    field.type("a😀bad b")
    draft = recorder.wait_for_text("a😀bad b")
    edit = Edit(Span(2, 5), "很好", draft.text)

    field.inserter.apply(draft, edit)
    after = recorder.wait_for_text("a😀很好 b")
    field.inserter.apply(after, edit.reversed())

    recorder.wait_for_text("a😀bad b")


def test_an_edit_for_an_older_text_is_refused(field, recorder):
    field.type("a")
    old = recorder.wait_for_text("a")
    field.type("b")
    recorder.wait_for_text("ab")

    with pytest.raises(StaleDraftError):
        field.inserter.apply(old, Edit(Span(0, 1), "c", "a"))

    assert recorder.drafts[-1].text == "ab"


def test_an_edit_for_a_field_that_was_left_is_refused(field, recorder):
    field.type("a")
    draft = recorder.wait_for_text("a")
    field.leave()
    recorder.wait_for_status(Mode.IDLE)

    with pytest.raises(WrongWindowError):
        field.inserter.apply(draft, Edit(Span(0, 1), "c", "a"))
