from assist.app.draft_area import draft_area
from assist.model.draft import Rect

COMPOSER = Rect(100, 500, 480, 120)
PAGE = Rect(100, 100, 480, 600)


def test_a_composer_counts_as_a_whole():
    assert draft_area(COMPOSER, "好的", scale=1.0) == COMPOSER


def test_of_a_page_only_the_written_lines_and_one_more_count():
    assert draft_area(PAGE, "好的", scale=1.0) == Rect(100, 100, 480, 56)


def test_long_lines_wrap():
    assert draft_area(PAGE, "好" * 65, scale=1.0).height == 4 * 28


def test_a_full_page_is_no_larger_than_its_field():
    assert draft_area(PAGE, "好\n" * 100, scale=1.0) == PAGE


def test_on_a_scaled_screen_lines_are_higher():
    page = Rect(0, 0, 960, 1200)

    assert draft_area(page, "好的", scale=2.0).height == 112
