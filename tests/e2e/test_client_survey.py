"""What doctor says of the watched programs that run."""

import pytest
from desktop_session import start_editor, wait_for

from assist.backends.linux.client_survey import survey

pytestmark = pytest.mark.e2e


def test_a_client_is_told_with_what_can_be_done_in_it(desktop):
    start_editor(desktop, "mousepad")
    desktop.start_editor("mute_window.py")

    def looked():
        found = survey(frozenset({"mousepad", "mute", "not running"}))
        return found if all(each.toolkit for each in found[:1]) else ()

    editor, mute = wait_for(looked)
    assert (editor.app, editor.toolkit) == ("mousepad", "gtk")
    assert editor.written_in_place
    assert editor.tells_places
    assert (mute.app, mute.toolkit) == ("mute", "")


def test_a_client_that_hangs_is_told_to_hang(desktop):
    program = start_editor(desktop, "mousepad")
    watched = frozenset({"mousepad"})
    wait_for(lambda: survey(watched)[0].toolkit)

    program.freeze()

    assert [each.answers for each in survey(watched)] == [False]


def test_programs_that_are_not_watched_are_not_told_of(desktop):
    start_editor(desktop, "mousepad")

    assert survey(frozenset({"featherpad"})) == ()
