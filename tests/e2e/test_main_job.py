"""The main job: typed in a foreign program, flagged, replaced, taken back."""

import pytest
from agent_seat import Seat
from desktop_session import start_editor
from xclip_clipboard import read_selection, write_selection

pytestmark = pytest.mark.e2e

BEFORE = "亲😀👍您好，"
OFFENDING = "这个我也没办法"
TYPED = BEFORE + OFFENDING


in_one_editor = pytest.mark.parametrize("name", ["mousepad"])


@pytest.fixture(params=["mousepad", "qt_editor"])
def name(request):
    return request.param


@pytest.fixture
def seat(desktop, tmp_path, request):
    settings = getattr(request, "param", "")
    with Seat(desktop, tmp_path / "assist", settings=settings) as seat:
        yield seat
    assert seat.overlay.end() == 0
    assert seat.overlay.said.read_text() == ""


@pytest.fixture
def editor(seat, desktop, source, recorder, name):
    """An editor of each toolkit, with the focus in its empty field."""
    program = start_editor(desktop, name)
    recorder.wait_for_text("")
    seat.wait_for_strip("读取正常")
    return program


def test_offending_words_behind_an_emoji_are_flagged_and_replaced_by_a_click(
    seat, desktop, editor, recorder
):
    write_selection("clipboard", "订单号 1234".encode())
    write_selection("primary", b"marked words")
    seat.type(TYPED)
    seat.wait_for_strip("中 1")
    replacement = seat.wait_for_card()
    assert seat.overlay.widgets()["card.quote"].name == "我也没办法"

    seat.click("card.replacement_0")

    recorder.wait_for_text(BEFORE + replacement)
    assert desktop.windows.active_id() == editor.window.window_id
    assert read_selection("clipboard").decode() == "订单号 1234"
    assert read_selection("primary") == b"marked words"
    seat.wait_for_strip("读取正常")


def test_undo_restores_exactly_what_was_typed(seat, desktop, editor, recorder):
    seat.type(TYPED)
    replacement = seat.wait_for_card()
    seat.click("card.replacement_0")
    recorder.wait_for_text(BEFORE + replacement)

    seat.click("toast.undo")

    recorder.wait_for_text(TYPED)
    assert desktop.windows.active_id() == editor.window.window_id
    seat.wait_for_card()
    seat.press("Alt+1")
    recorder.wait_for_text(BEFORE + replacement)
    seat.wait_for_toast()
    seat.press("Alt+Z")
    recorder.wait_for_text(TYPED)


@pytest.mark.parametrize("seat", ['hotkey_replace = "Shift+Q"'], indirect=True)
def test_the_chord_of_the_replacement_never_reaches_the_editor(seat, editor, recorder):
    """A Shift+Q that got through would be a letter in the draft."""
    seat.type(OFFENDING)
    replacement = seat.wait_for_card()

    seat.press("Shift+Q")

    recorder.wait_for_text(replacement)
    seat.type("x")
    recorder.wait_for_text(replacement + "x")
    assert not [draft for draft in recorder.drafts if "Q" in draft.text]


@in_one_editor
@pytest.mark.parametrize("seat", ['hotkey_replace = "Shift+Q"'], indirect=True)
def test_the_chord_is_the_editor_s_own_while_no_card_is_open(seat, editor, recorder):
    seat.type("aQb")

    recorder.wait_for_text("aQb")


@in_one_editor
def test_the_usage_log_has_what_happened_and_nothing_more(seat, editor, recorder):
    seat.type(TYPED)
    replacement = seat.wait_for_card()
    seat.click("card.replacement_0")
    recorder.wait_for_text(BEFORE + replacement)
    seat.wait_for_toast()
    seat.press("Alt+Z")
    recorder.wait_for_text(TYPED)

    seat.overlay.end()

    totals = seat.totals()
    assert totals["shown"] >= 1
    assert (totals["replaced"], totals["undone"]) == (1, 1)
    rest = ("ignored", "marked_wrong", "fixed_by_hand", "sent", "cleared")
    assert not any(totals[each] for each in rest)


@in_one_editor
def test_ignoring_takes_the_flag_away_and_leaves_the_text(seat, editor, recorder):
    seat.type(TYPED)
    seat.wait_for_card()

    seat.click("card.ignore")

    seat.wait_for_strip("读取正常")
    assert seat.card is None
    assert recorder.drafts[-1].text == TYPED
    seat.wait_for_totals(shown=1, ignored=1)


@in_one_editor
@pytest.mark.parametrize("seat", ["card_delay_ms = 0"], indirect=True)
def test_nothing_is_flagged_while_paused(seat, editor, recorder):
    seat.press("Ctrl+Alt+P")
    seat.wait_for_strip("已暂停")
    seat.type(OFFENDING)
    recorder.wait_for_text(OFFENDING)
    assert all("已暂停" in said for said in seat.watch_strip())
    assert seat.card is None

    seat.press("Ctrl+Alt+P")
    seat.type("，")

    seat.wait_for_strip("中 1")


@in_one_editor
@pytest.mark.parametrize("seat", ["card_delay_ms = 0"], indirect=True)
def test_a_finding_of_low_severity_opens_no_card_by_itself(seat, editor):
    seat.type("您别激动")
    seat.wait_for_strip("低 1")
    seat.wait_for_totals(shown=1)

    assert seat.card is None

    seat.click("strip.strip_body")
    seat.wait_for_card()


@in_one_editor
def test_the_card_waits_until_the_agent_rests(seat, editor, recorder):
    seat.type(OFFENDING)
    seat.wait_for_strip("中 1")

    seat.type("，" * 20)

    recorder.wait_for_text(OFFENDING + "，" * 20)
    assert seat.card is None
    seat.wait_for_card()


@in_one_editor
def test_another_client_sees_strip_and_card_to_their_right_ends(seat, editor):
    seat.type(TYPED)
    seat.wait_for_card()

    for rightmost in ("strip.strip_grip", "card.wrong"):
        pixels = seat.screen.picture(seat.area(rightmost)).pixels
        colours = {pixels[at : at + 3] for at in range(0, len(pixels), 4)}
        assert len(colours) > 1, rightmost
