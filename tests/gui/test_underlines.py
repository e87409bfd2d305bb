"""The lines in another program: seen on the screen, and never in the way."""

import pytest
from PySide6.QtCore import QPoint

from assist.model.draft import Rect
from assist.model.rule import Severity
from assist.model.screen import Screen
from assist.overlay.theme import Look
from assist.overlay.tokens import CONTRAST_WHITE
from assist.overlay.underlines import Line, Underlines

pytestmark = pytest.mark.gui

WORDS = Rect(80, 530, 90, 20)  # inside the foreign client
SCREENS = (Screen(Rect(0, 0, 1600, 1200), Rect(0, 0, 1600, 1200)),)


@pytest.fixture
def underlines(look, client):
    made = Underlines(look)
    yield made
    made.hide()


def colours(desktop, rows):
    return {desktop.pixel(x, y) for y in rows for x in range(80, 170, 2)}


ROWS = range(WORDS.bottom, WORDS.bottom + 10)


@pytest.mark.parametrize("severity", Severity)
def test_a_line_is_painted_in_its_colour_and_nothing_around_it(
    underlines, desktop, look, qtbot, severity
):
    before = colours(desktop, ROWS)
    underlines.show_lines((Line(1, severity, WORDS),), SCREENS)

    ink = int(look.severity(severity).removeprefix("#"), 16)
    qtbot.waitUntil(lambda: ink in colours(desktop, ROWS))

    # What is not the line is what was there: no ground of ours shows.
    assert colours(desktop, ROWS) - {ink} <= before


def test_it_takes_neither_focus_nor_click(underlines, desktop, client, qtbot, look):
    underlines.show_lines((Line(1, Severity.HIGH, WORDS),), SCREENS)
    ink = int(look.severity(Severity.HIGH).removeprefix("#"), 16)
    qtbot.waitUntil(lambda: ink in colours(desktop, ROWS))

    desktop.click(100, WORDS.bottom + 3)

    assert desktop.active == client.window_id
    assert client.losses() == 0


def test_the_pointer_has_to_rest_on_the_words(underlines, monkeypatch):
    told = []
    underlines.rested.connect(told.append)
    underlines.show_lines((Line(7, Severity.HIGH, WORDS),), SCREENS)
    at = QPoint(100, 540)
    monkeypatch.setattr("assist.overlay.underlines.QCursor.pos", lambda: at)

    for _ in range(3):
        underlines._look()
    assert told == []
    for _ in range(20):
        underlines._look()

    assert told == [7]


def test_the_pointer_is_read_only_while_a_line_is_shown(underlines):
    assert not underlines._tick.isActive()
    underlines.show_lines((Line(1, Severity.LOW, WORDS),), SCREENS)
    assert underlines._tick.isActive()
    assert underlines._tick.interval() >= 100

    underlines.show_lines((), SCREENS)

    assert not underlines._tick.isActive()
    assert not underlines.shown


def test_fewer_lines_leave_no_old_one_behind(underlines, look):
    two = (Line(1, Severity.LOW, WORDS), Line(2, Severity.HIGH, Rect(80, 560, 50, 20)))
    underlines.show_lines(two, SCREENS)

    underlines.show_lines(two[:1], SCREENS)

    assert [window.isVisible() for window in underlines._windows] == [True, False]


def test_with_larger_text_and_high_contrast_the_line_is_bolder(client, qtbot):
    made = Underlines(Look(palette=CONTRAST_WHITE, text_scale=2.0))
    made.show_lines((Line(1, Severity.MEDIUM, WORDS),), SCREENS)

    assert made._windows[0].height() > 10
    made.hide()


def test_on_a_scaled_screen_it_lies_at_the_logical_place(underlines):
    scaled = (Screen(Rect(0, 0, 1600, 1200), Rect(0, 0, 1600, 1200), 2.0),)

    underlines.show_lines((Line(1, Severity.HIGH, WORDS),), scaled)

    place = underlines._windows[0].geometry()
    assert (place.x(), place.width()) == (40, 45)
