"""Where a toolkit says a field is, checked against its window."""

import pytest

from assist.backends.linux.field_reading import place_on_screen
from assist.model.draft import Rect

WINDOW = Rect(300, 200, 600, 400)


def test_a_field_inside_its_window_is_where_it_says():
    area = Rect(310, 250, 500, 100)

    assert place_on_screen(area, WINDOW) == area


def test_a_field_that_counts_from_its_window_is_moved_there():
    assert place_on_screen(Rect(0, 46, 600, 300), WINDOW) == Rect(300, 246, 600, 300)


@pytest.mark.parametrize(
    "area", [None, Rect(310, 250, 0, 0), Rect(2000, 2000, 50, 50), Rect(0, 0, 9, 9999)]
)
def test_a_field_that_cannot_be_there_has_no_place(area):
    assert place_on_screen(area, WINDOW) is None


def test_without_a_window_the_field_is_taken_at_its_word():
    assert place_on_screen(Rect(1, 2, 3, 4), None) == Rect(1, 2, 3, 4)
