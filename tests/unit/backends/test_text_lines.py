"""Characters are joined into the lines they stand in."""

from assist.backends.linux.text_rectangles import area_now, in_lines
from assist.model.draft import Field, Rect

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


def test_a_field_goes_where_its_window_goes():
    field = Field("a", "editor", area=Rect(10, 40, 80, 20), window=Rect(0, 30, 100, 50))

    assert area_now(field, Rect(60, 5, 100, 50)) == Rect(70, 15, 80, 20)
    assert area_now(field, None) == field.area
