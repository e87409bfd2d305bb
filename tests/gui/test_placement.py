"""Where windows go, over layouts of fields, clients and monitors; no display needed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assist.model.draft import Rect
from assist.model.screen import Screen, screen_of
from assist.overlay.placement import (
    CARD_ORDER,
    STRIP_ORDER,
    Side,
    Surroundings,
    beside,
    corner,
    kept,
    resized,
)

ONE = (Screen(Rect(0, 0, 1920, 1080), Rect(0, 0, 1920, 1040)),)
SMALL = (Screen(Rect(0, 0, 1024, 600), Rect(0, 28, 1024, 572)),)
DOUBLE = (Screen(Rect(0, 0, 3840, 2160), Rect(0, 64, 3840, 2096), 2.0),)
PAIR = (
    Screen(Rect(0, 0, 1920, 1080), Rect(0, 0, 1920, 1040)),
    Screen(Rect(1920, 0, 2560, 1440), Rect(1920, 0, 2560, 1440), 1.5),
)
ABOVE_PAIR = (
    Screen(Rect(0, 1080, 1920, 1080), Rect(0, 1080, 1920, 1040)),
    Screen(Rect(-200, 0, 1920, 1080), Rect(-200, 0, 1920, 1080), 1.25),
)

CARD = (368, 250)
STRIP = (180, 28)
TALL = (368, 560)

# name, screens, field, client's window, size, side the window must take
LAYOUTS = [
    ("chat at the bottom", ONE, (400, 800, 700, 160), None, CARD, Side.ABOVE),
    ("client fills the screen", ONE, (300, 860, 1600, 170), None, CARD, Side.ABOVE),
    ("field at the right edge", ONE, (1500, 700, 420, 200), None, CARD, Side.ABOVE),
    ("field at the left edge", ONE, (0, 700, 300, 200), None, CARD, Side.ABOVE),
    ("narrow field, left edge", ONE, (0, 700, 120, 40), None, CARD, Side.ABOVE),
    ("field at the top", ONE, (300, 40, 700, 120), None, CARD, Side.BELOW),
    ("field just too high", ONE, (300, 257, 700, 120), None, CARD, Side.BELOW),
    ("field just low enough", ONE, (300, 258, 700, 120), None, CARD, Side.ABOVE),
    ("tall field", ONE, (200, 100, 700, 900), None, CARD, Side.RIGHT),
    ("tall field, right", ONE, (1100, 100, 700, 900), None, CARD, Side.LEFT),
    ("tall, client", ONE, (500, 99, 600, 900), (400, 50, 800, 980), CARD, Side.RIGHT),
    (
        "tall, client right",
        ONE,
        (990, 99, 900, 900),
        (800, 0, 999, 999),
        CARD,
        Side.LEFT,
    ),
    ("field is the screen", ONE, (0, 0, 1920, 1040), None, CARD, None),
    ("field hides the bar", ONE, (0, 0, 1920, 1080), None, CARD, None),
    ("tall card, low field", ONE, (400, 800, 700, 160), None, TALL, Side.ABOVE),
    ("tall card, middle", ONE, (400, 450, 700, 160), None, TALL, Side.RIGHT),
    ("small screen, low", SMALL, (100, 470, 500, 100), None, CARD, Side.ABOVE),
    ("small screen, high", SMALL, (100, 60, 500, 100), None, CARD, Side.BELOW),
    ("small screen, filled", SMALL, (0, 60, 1024, 540), None, CARD, None),
    ("small, a column left", SMALL, (500, 60, 500, 540), None, CARD, Side.LEFT),
    ("under the panel", SMALL, (0, 280, 500, 250), None, CARD, Side.RIGHT),
    ("double scale, low", DOUBLE, (600, 1700, 1500, 300), None, CARD, Side.ABOVE),
    ("double scale, high", DOUBLE, (600, 100, 1500, 300), None, CARD, Side.BELOW),
    ("double, tall", DOUBLE, (600, 100, 1500, 2000), None, CARD, Side.RIGHT),
    ("left of two", PAIR, (900, 800, 1000, 160), None, CARD, Side.ABOVE),
    ("left of two, tall", PAIR, (900, 60, 1000, 960), None, CARD, Side.LEFT),
    ("left of two, filled", PAIR, (0, 0, 1920, 1040), None, CARD, None),
    ("right of two", PAIR, (2000, 1100, 1000, 250), None, CARD, Side.ABOVE),
    ("right of two, tall", PAIR, (1930, 20, 1000, 1400), None, CARD, Side.RIGHT),
    ("right of two, right", PAIR, (3300, 20, 1100, 1400), None, CARD, Side.LEFT),
    ("across two, mostly left", PAIR, (1200, 800, 1000, 160), None, CARD, Side.ABOVE),
    ("across two, mostly right", PAIR, (1700, 800, 900, 160), None, CARD, Side.ABOVE),
    ("upper of two", ABOVE_PAIR, (100, 700, 900, 200), None, CARD, Side.ABOVE),
    ("lower of two, top", ABOVE_PAIR, (100, 1090, 900, 200), None, CARD, Side.BELOW),
    ("off the left", ABOVE_PAIR, (-180, 600, 300, 90), None, CARD, Side.ABOVE),
    ("gone off all screens", ONE, (2100, 500, 300, 90), None, CARD, Side.ABOVE),
    ("strip below", ONE, (400, 800, 700, 160), None, STRIP, Side.BELOW),
    ("strip above", ONE, (400, 860, 700, 170), None, STRIP, Side.ABOVE),
    ("strip at the side", ONE, (400, 10, 700, 1020), None, STRIP, Side.RIGHT),
    ("strip on two", PAIR, (2000, 1100, 900, 250), None, STRIP, Side.BELOW),
]


def surroundings(screens, field, window=None, avoid=()):
    client = None if window is None else Rect(*window)
    return Surroundings(field=Rect(*field), screens=screens, window=client, avoid=avoid)


def placed(screens, field, window, size):
    order = STRIP_ORDER if size is STRIP else CARD_ORDER
    around = surroundings(screens, field, window)
    return around, beside(around, width=size[0], height=size[1], order=order)


@pytest.mark.parametrize(
    ("screens", "field", "window", "size", "side"),
    [layout[1:] for layout in LAYOUTS],
    ids=[layout[0] for layout in LAYOUTS],
)
def test_the_first_side_with_room_is_taken(screens, field, window, size, side):
    around, place = placed(screens, field, window, size)

    assert (place and place.side) == side
    if place is not None:
        assert around.screen.work.covers(place.rect)
        assert not place.rect.overlaps(around.field)
        assert place.rect.width == round(size[0] * around.screen.scale)


def test_above_means_right_aligned_with_a_gap_of_eight():
    _, place = placed(ONE, (400, 800, 700, 160), None, CARD)

    assert place.rect == Rect(400 + 700 - 368, 800 - 8 - 250, 368, 250)


def test_below_means_at_the_left_away_from_the_send_button():
    _, place = placed(ONE, (400, 600, 700, 160), None, STRIP)

    assert place.rect == Rect(400, 600 + 160 + 8, 180, 28)


def test_the_gap_grows_with_the_scale_of_the_screen():
    _, place = placed(DOUBLE, (600, 1700, 1500, 300), None, CARD)

    assert place.rect.bottom == 1700 - 16


def test_beside_a_tall_field_means_beside_its_client_and_level_with_its_end():
    _, place = placed(ONE, (500, 99, 600, 900), (400, 50, 800, 980), CARD)

    assert place.rect.x == 1200 + 8
    assert place.rect.bottom == 999


def test_the_card_goes_beyond_the_strip_that_is_there_already():
    strip = Rect(900, 764, 180, 28)
    around = surroundings(ONE, (400, 800, 700, 160), avoid=(strip,))

    place = beside(around, width=368, height=250)

    assert place.side is Side.ABOVE
    assert place.rect.bottom == strip.y - 8


def test_a_card_asked_for_stands_at_the_lower_end_of_a_field_without_room():
    around = surroundings(ONE, (0, 0, 1920, 1080))

    place = corner(around, width=368, height=250)

    assert place.rect == Rect(1920 - 8 - 368, 1040 - 8 - 250, 368, 250)
    assert place.side is Side.CORNER


def test_it_stays_while_the_field_moves_and_goes_when_it_would_cover_the_draft():
    around, place = placed(ONE, (400, 800, 700, 160), None, CARD)

    assert kept(place, surroundings(ONE, (400, 795, 700, 165)))
    assert not kept(place, surroundings(ONE, (400, 700, 700, 160)))
    assert not kept(place, surroundings(PAIR, (2000, 1100, 900, 250)))
    assert around.gap == 8


@pytest.mark.parametrize("field", [(400, 800, 700, 160), (1100, 100, 700, 900)])
def test_a_window_that_grows_keeps_the_edge_next_to_the_field(field):
    around, place = placed(ONE, field, None, CARD)

    larger = resized(place, width=400, height=300)

    assert around.accepts(larger.rect)
    if place.side is Side.ABOVE:
        assert larger.rect.bottom == place.rect.bottom
    else:
        assert larger.rect.right == place.rect.right


fields = st.builds(
    Rect,
    st.integers(-400, 4600),
    st.integers(-100, 1500),
    st.integers(1, 2600),
    st.integers(1, 1500),
)
sizes = st.tuples(st.integers(24, 420), st.integers(24, 700))


@given(fields, sizes, st.sampled_from([ONE, SMALL, DOUBLE, PAIR, ABOVE_PAIR]))
def test_no_place_leaves_the_screen_or_covers_the_field(field, size, screens):
    around = Surroundings(field=field, screens=screens)

    place = beside(around, width=size[0], height=size[1])

    if place is not None:
        assert screen_of(field, screens).work.covers(place.rect)
        assert not place.rect.overlaps(field)


@given(fields, st.sampled_from([DOUBLE, PAIR, ABOVE_PAIR]))
def test_a_screens_own_corner_is_the_same_in_both_ways_of_counting(field, screens):
    screen = screen_of(field, screens)

    there = screen.to_logical(screen.area)

    assert (there.x, there.y) == (screen.area.x, screen.area.y)
    back = screen.to_physical(screen.to_logical(field))
    assert abs(back.x - field.x) <= screen.scale
    assert abs(back.y - field.y) <= screen.scale
