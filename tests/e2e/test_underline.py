"""Flagged words have a line under them, in the other program's own window."""

import pytest
from agent_seat import Seat
from desktop_session import start_editor, wait_for
from Xlib import X
from Xlib.display import Display
from Xlib.error import BadDrawable, BadWindow
from Xlib.xobject.drawable import Window

from assist.backends.linux.text_rectangles import AtspiTextRectangles
from assist.model.span import Span

pytestmark = pytest.mark.e2e

BEFORE = "亲😀您好，"
OFFENDING = "我也没办法"


@pytest.fixture
def places(desktop):
    made = AtspiTextRectangles(desktop.windows)
    yield made
    made.close()


@pytest.mark.parametrize("name", ["mousepad", "qt_editor"])
def test_each_program_tells_where_the_words_are(
    desktop, source, recorder, places, name
):
    start_editor(desktop, name)
    recorder.wait_for_text("")
    desktop.type_keys(BEFORE + OFFENDING)
    draft = recorder.wait_for_text(BEFORE + OFFENDING)

    (words,) = places.of(draft, Span(len(BEFORE), len(draft.text)))
    (first,) = places.of(draft, Span(len(BEFORE), len(BEFORE) + 1))
    (before,) = places.of(draft, Span(0, len(BEFORE)))

    assert draft.field.area.covers(words)
    assert (first.x, first.y) == (words.x, words.y)
    assert abs(words.width - len(OFFENDING) * first.width) <= len(OFFENDING)
    assert abs(before.right - words.x) <= 2


def test_a_text_that_has_changed_has_no_place(desktop, source, recorder, places):
    start_editor(desktop, "mousepad")
    recorder.wait_for_text("")
    desktop.type_keys("abc")
    draft = recorder.wait_for_text("abc")
    desktop.type_keys("d")
    recorder.wait_for_text("abcd")

    assert places.of(draft, Span(0, 3)) == ()


@pytest.fixture
def seat(desktop, tmp_path, request):
    settings = f'cards_from = "never"\n{getattr(request, "param", "")}'
    with Seat(desktop, tmp_path / "assist", settings=settings) as seat:
        yield seat
    assert seat.overlay.said.read_text() == ""


@pytest.fixture
def root():
    """Asks and drives the X server; no window manager knows of the lines."""
    display = Display()
    yield display.screen().root
    display.close()


def lines_on_screen(root):
    """Return x, y and width of every shown window that is as flat as a line."""
    found = []
    for window in root.query_tree().children:
        try:
            place, state = window.get_geometry(), window.get_attributes().map_state
        except (BadDrawable, BadWindow):
            continue
        if state == X.IsViewable and place.height <= 8 < place.width:
            found.append((place.x, place.y, place.width))
    return found


def point_at(root, x, y):
    root.warp_pointer(x, y)
    root.display.flush()


def test_the_line_is_under_the_words_and_opens_the_card(
    seat, desktop, source, recorder, places, root
):
    editor = start_editor(desktop, "mousepad")
    recorder.wait_for_text("")
    seat.wait_for_strip("读取正常")
    seat.type(BEFORE + OFFENDING)
    draft = recorder.wait_for_text(BEFORE + OFFENDING)
    seat.wait_for_strip("中 1")

    ((x, y, width),) = wait_for(lambda: lines_on_screen(root), 10)

    (words,) = places.of(draft, Span(len(BEFORE), len(draft.text)))
    assert (x, width) == (words.x, words.width)
    assert words.bottom <= y <= words.bottom + 4
    assert desktop.windows.active_id() == editor.window.window_id

    point_at(root, words.x + words.width // 2, words.y + words.height // 2)
    seat.wait_for_card()
    assert desktop.windows.active_id() == editor.window.window_id

    seat.type("x")
    recorder.wait_for_text(BEFORE + OFFENDING + "x")


@pytest.fixture
def flagged(seat, desktop, source, recorder, root):
    """An editor with offending words in its second line, and a line under them."""
    editor = start_editor(desktop, "mousepad")
    recorder.wait_for_text("")
    seat.wait_for_strip("读取正常")
    seat.type(f"a\n{OFFENDING}")
    recorder.wait_for_text(f"a\n{OFFENDING}")
    wait_for(lambda: lines_on_screen(root), 10)
    return editor


def test_the_line_follows_a_window_that_is_moved(
    seat, desktop, recorder, places, root, flagged
):
    ((x, y, width),) = lines_on_screen(root)
    frame = Window(root.display, flagged.window.window_id)
    # Further than the field is high: where it was tells nothing any more.
    area = desktop.windows.active_window().area
    frame.configure(x=area.x + 90, y=area.y - area.height // 4)
    root.display.flush()

    def moved():
        lines = lines_on_screen(root)
        return lines if lines and lines[0][:2] != (x, y) else None

    ((new_x, new_y, new_width),) = wait_for(moved, 10)
    assert new_width == width
    assert (new_x > x, new_y < y) == (True, True)


def test_the_line_goes_when_its_words_are_scrolled_away_and_comes_back(
    seat, desktop, recorder, root, flagged
):
    for _ in range(60):
        desktop.press("Return")
    wait_for(lambda: not lines_on_screen(root), 10)

    desktop.press("Ctrl+Home")
    wait_for(lambda: lines_on_screen(root), 10)


def test_where_windows_are_blended_the_line_is_the_same(
    seat, desktop, recorder, root, flagged
):
    ((x, y, width),) = lines_on_screen(root)
    plain = picture_of(root, x, y, width)
    manager = root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
    selection = root.display.get_atom("_NET_WM_CM_S0")
    manager.set_selection_owner(selection, X.CurrentTime)
    root.display.flush()

    seat.type("b")
    wait_for(lambda: lines_on_screen(root) == [(x, y, width)], 10)

    wait_for(lambda: picture_of(root, x, y, width) == plain, 10)
    assert len(set(zip(*[iter(plain)] * 4, strict=True))) > 1  # ink and paper
    manager.destroy()


def picture_of(root, x, y, width):
    """Return the pixels of a line, with what shows through beside it."""
    return root.get_image(x, y, width, 4, X.ZPixmap, 0xFFFFFFFF).data


@pytest.mark.parametrize("seat", ["underline = false"], indirect=True)
def test_one_setting_takes_the_lines_away(seat, desktop, source, recorder, root):
    start_editor(desktop, "mousepad")
    recorder.wait_for_text("")
    seat.wait_for_strip("读取正常")
    seat.type(OFFENDING)
    seat.wait_for_strip("中 1")
    seat.wait_for_totals(shown=1)

    assert lines_on_screen(root) == []
