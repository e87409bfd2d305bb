"""What holds for any tracker of windows."""

import pytest
from desktop_session import start_editor, wait_for
from other_programs import FakeWindows

pytestmark = pytest.mark.e2e


class RealWindows:
    """Windows of other processes under a real window manager."""

    def __init__(self, desktop):
        self._desktop = desktop
        self._programs = {}
        self.tracker = desktop.windows

    def open(self, app):
        program = start_editor(self._desktop, app)
        self._programs[program.window.window_id] = program
        return program.window

    def shut(self, window_id):
        self._programs[window_id].end()


@pytest.fixture(params=["fake", "x11"])
def screen(request):
    """What opens and shuts windows, and the tracker that sees it."""
    if request.param == "fake":
        fake = FakeWindows()
        return fake, fake
    real = RealWindows(request.getfixturevalue("desktop"))
    return real, real.tracker


def test_without_a_window_none_is_active(screen):
    _, tracker = screen

    wait_for(lambda: tracker.active_window() is None)


def test_the_newest_window_is_active_and_says_whose_it_is(screen):
    windows, tracker = screen

    opened = windows.open("mousepad")

    found = tracker.active_window()
    assert found.window_id == opened.window_id
    assert found.app == "mousepad"
    assert found.process_id > 0
    assert found.area.width > 100


def test_an_earlier_window_gets_the_focus_back(screen):
    windows, tracker = screen
    first = windows.open("mousepad")
    windows.open("qt_editor")

    assert tracker.activate(first.window_id)

    assert tracker.active_window().window_id == first.window_id


def test_a_window_that_has_gone_cannot_be_activated(screen):
    windows, tracker = screen
    gone = windows.open("mousepad")
    windows.shut(gone.window_id)
    wait_for(lambda: tracker.active_window() is None)

    assert not tracker.activate(gone.window_id)
