"""Characters are joined into the lines they stand in."""

from assist.backends.linux.text_rectangles import in_lines
from assist.model.draft import Rect

FIELD = Rect(0, 0, 100, 60)


def test_neighbours_make_one_rectangle():
    found = in_lines([Rect(0, 10, 14, 20), Rect(14, 10, 14, 20)], FIELD)

    assert found == (Rect(0, 10, 28, 20),)


def test_words_over_two_lines_make_two():
    found = in_lines([Rect(86, 0, 14, 20), Rect(0, 20, 14, 20)], FIELD)

    assert found == (Rect(86, 0, 14, 20), Rect(0, 20, 14, 20))


def test_a_lower_letter_between_tall_ones_stays_in_their_line():
    found = in_lines([Rect(0, 0, 14, 20), Rect(14, 5, 7, 15)], FIELD)

    assert found == (Rect(0, 0, 21, 20),)


def test_what_has_no_size_or_is_scrolled_away_is_left_out():
    areas = [Rect(0, 0, 0, 0), Rect(0, 55, 14, 20), Rect(0, -15, 14, 20)]

    assert in_lines(areas, FIELD) == ()
    assert len(in_lines(areas, None)) == 2
