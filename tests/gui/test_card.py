"""The card shows one finding at a time and says what was chosen."""

import gc
from dataclasses import replace
from pathlib import Path

import pytest
from findings import (
    BLAME,
    BLAME_CHOICES,
    GRAVE,
    GRAVE_CHOICES,
    MISSPELT,
    MISSPELT_CHOICES,
    SLIGHT,
    SLIGHT_CHOICES,
    choice,
    finding,
)
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QCursor
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from assist.model.draft import Rect
from assist.model.rule import Extent
from assist.model.screen import Screen
from assist.model.span import Span
from assist.overlay.card import FindingCard
from assist.overlay.card_words import in_clause
from assist.overlay.placement import Side, Surroundings
from assist.overlay.theme import Look

pytestmark = pytest.mark.gui

TWO = ((BLAME, MISSPELT), "", (BLAME_CHOICES, MISSPELT_CHOICES))
FOUR = (
    (GRAVE, BLAME, MISSPELT, SLIGHT),
    "",
    (GRAVE_CHOICES, BLAME_CHOICES, MISSPELT_CHOICES, SLIGHT_CHOICES),
)
SCREENS = (Screen(Rect(0, 0, 1600, 1200), Rect(0, 0, 1600, 1200)),)


@pytest.fixture
def card(look, qtbot):
    widget = FindingCard(look)
    qtbot.addWidget(widget)
    widget.move(300, 200)
    widget.show_findings(*TWO)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def button(card, name):
    return card.findChild(QAbstractButton, name)


def label(card, name):
    return card.findChild(QLabel, name)


def test_it_shows_words_reason_extent_and_replacements(card):
    assert label(card, "quote").text() == "你刚才不是已查过了吗"
    assert label(card, "why").text() == BLAME.rule.why
    assert label(card, "extent").text() == "换掉这半句，标点一并接好"
    assert (
        button(card, "replacement_0").accessibleName()
        == "好的，我再为您查询一次，请您稍等。"
    )
    assert button(card, "replacement_0").accessibleDescription() == "Alt 1"
    assert not button(card, "replacement_2").isVisible()


def test_the_words_stand_in_their_clause_and_only_they_have_a_line(card):
    text = "亲，这个我也没办法哦，您稍等"
    found = finding(9, "我也没办法", start=4)

    card.show_findings((found,), text, ((),))

    quote = label(card, "quote")
    assert quote.text() == "这个我也没办法哦"
    assert quote._part == (2, 7)
    assert quote.accessibleName() == "我也没办法"


@given(st.text(max_size=80), st.data())
def test_the_part_of_a_clause_that_is_underlined_is_the_words(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    shown, (first, last) = in_clause(text, Span(start, end))

    assert shown[first:last] == text[start:end]


def test_the_quotation_is_as_it_stands_in_the_draft(card):
    text = "😀，有本事你告去"
    found = finding(7, "有本事你告去", start=2)

    card.show_findings((found,), text, (GRAVE_CHOICES,))

    assert label(card, "quote").text() == "有本事你告去"


def test_a_misspelt_finding_says_how_it_was_recognised(card):
    card.next()

    assert card.findChild(QWidget, "cells").isVisible()
    cells = card.findChild(QWidget, "cells").accessibleName()
    assert cells == "班 → 办：同音；fa → 法：拼音"
    assert label(card, "how").text() == "与词条“我也没办法”读音相同，按同一句看待。"


def test_an_exact_finding_shows_no_comparison(card):
    assert not card.findChild(QWidget, "cells").isVisible()
    assert not label(card, "how").isVisible()


@pytest.mark.parametrize("index", [0, 1])
def test_clicking_a_replacement_reports_it_with_its_finding(card, qtbot, index):
    with qtbot.waitSignal(card.replacement_chosen) as chosen:
        qtbot.mouseClick(
            button(card, f"replacement_{index}"), Qt.MouseButton.LeftButton
        )

    assert chosen.args == [BLAME.finding_id, index]


def test_a_second_click_does_nothing_until_findings_are_shown_again(card, qtbot):
    row = button(card, "replacement_0")
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)

    with qtbot.assertNotEmitted(card.replacement_chosen):
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
        card.ignore()
        card.mark_wrong()

    card.show_findings(*TWO)
    with qtbot.waitSignal(card.replacement_chosen):
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)


def test_a_key_grabbed_elsewhere_chooses_through_a_slot(card, qtbot):
    with qtbot.waitSignal(card.replacement_chosen) as chosen:
        card.choose(1)
    assert chosen.args == [BLAME.finding_id, 1]


@pytest.mark.parametrize("index", [-1, 2, 9])
def test_a_number_without_a_replacement_chooses_nothing(card, qtbot, index):
    with qtbot.assertNotEmitted(card.replacement_chosen):
        card.choose(index)


def test_an_unfilled_replacement_is_shown_but_cannot_be_chosen(card, qtbot):
    blank = choice("这里是{公司}服务热线。", "Alt+1", filled=False)
    card.show_findings((GRAVE,), "", ((blank,),))
    row = button(card, "replacement_0")

    with qtbot.assertNotEmitted(card.replacement_chosen):
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
        card.choose(0)

    assert row.isVisible()
    assert not row.isEnabled()
    assert "还有空格要填" in row.accessibleDescription()


def test_a_replacement_of_another_extent_says_so(card):
    whole = choice("您好，请稍等。", "Alt+2", extent=Extent.MESSAGE)
    card.show_findings((BLAME,), "", ((BLAME_CHOICES[0], whole),))

    assert "换掉整条消息" in button(card, "replacement_1").accessibleDescription()


@pytest.mark.parametrize(
    ("name", "signal"), [("ignore", "ignored"), ("wrong", "marked_wrong")]
)
def test_ignoring_and_doubting_report_the_finding(card, qtbot, name, signal):
    with qtbot.waitSignal(getattr(card, signal)) as told:
        qtbot.mouseClick(button(card, name), Qt.MouseButton.LeftButton)

    assert told.args == [BLAME.finding_id]


def test_turning_tells_which_finding_is_shown_and_goes_round(card, qtbot):
    with qtbot.waitSignal(card.finding_shown) as shown:
        qtbot.mouseClick(button(card, "next"), Qt.MouseButton.LeftButton)
    assert shown.args == [MISSPELT.finding_id]

    card.next()
    assert card.shown_id == BLAME.finding_id
    card.previous()
    assert card.shown_id == MISSPELT.finding_id


def test_the_finding_shown_stays_while_others_come_and_go(card, qtbot):
    card.next()

    with qtbot.assertNotEmitted(card.finding_shown):
        card.show_findings(*FOUR)

    assert card.shown_id == MISSPELT.finding_id


def test_four_findings_are_listed_and_a_click_opens_one(card, qtbot):
    card.show_findings(*FOUR)
    qtbot.mouseClick(button(card, "finding_3"), Qt.MouseButton.LeftButton)

    assert card.shown_id == SLIGHT.finding_id
    assert not label(card, "quote").isVisible()
    assert button(card, "finding_0").accessibleName() == "高，斗气语，有本事你告去"


def test_closing_hides_it_and_says_so(card, qtbot):
    with qtbot.waitSignal(card.closed):
        qtbot.mouseClick(button(card, "close"), Qt.MouseButton.LeftButton)

    assert not card.isVisible()


def test_it_stays_in_place_until_another_finding_is_shown(card):
    around = Surroundings(field=Rect(300, 800, 700, 150), screens=SCREENS)
    assert card.place_near(around) is Side.ABOVE
    place = card.frame_area()

    card.show_findings(*TWO)
    grown = Surroundings(field=Rect(300, 795, 760, 155), screens=SCREENS)
    card.place_near(grown)
    assert card.frame_area() == place

    card.show_findings((GRAVE,), "", (GRAVE_CHOICES,))
    card.place_near(grown)
    assert card.frame_area().right == 1060


def test_without_room_it_is_placed_only_when_asked_for(card):
    around = Surroundings(field=Rect(0, 0, 1600, 1200), screens=SCREENS)

    assert card.place_near(around) is None
    assert card.place_near(around, even_over_field=True) is Side.CORNER


def test_a_card_taller_than_its_share_scrolls(card):
    long = choice("非常抱歉，" * 40, "Alt+1")
    card.set_look(Look(text_scale=2.0))
    card.show_findings((MISSPELT,), "", ((long, long, long),))

    screen = card.screen().availableGeometry().height()
    assert card.frame.height() <= screen * 0.6 + 4


def test_markup_from_a_pack_or_a_draft_is_shown_as_written(card):
    found = finding(9, "<b>你</b>", why="<img src=x>")
    card.show_findings((found,), "", ((choice("<i>&您</i>", "Alt+1"),),))

    assert label(card, "quote").textFormat() == Qt.TextFormat.PlainText
    assert label(card, "why").text() == "<img src=x>"
    assert button(card, "replacement_0").accessibleName() == "<i>&您</i>"


def test_screen_readers_get_one_sentence_and_a_name_for_each_control(card):
    assert card.accessibleName() == (
        "中，责问反问，你刚才不是已查过了吗，"
        "听起来像在责问客户，换成“再为您查一次”更安心。，好的，我再为您查询一次，请您稍等。"
    )
    for each in card.findChildren(QAbstractButton):
        if each.isVisible():
            told = QAccessible.queryAccessibleInterface(each)
            assert told.text(QAccessible.Text.Name), each.objectName()


def test_it_refuses_findings_without_their_previews(card):
    with pytest.raises(ValueError, match="previews"):
        card.show_findings((BLAME, GRAVE), "", (BLAME_CHOICES,))


def test_a_card_that_nobody_touches_goes_back_to_the_strip(card, desktop, qtbot):
    desktop.move_pointer(5, 5)
    card.collapse_after(1)
    card._collapse.setInterval(30)

    with qtbot.waitSignal(card.collapsed):
        card.next()

    assert not card.isVisible()


def test_a_card_with_the_pointer_on_it_stays(card, desktop, qtbot):
    middle = card.frameGeometry().center()
    desktop.move_pointer(middle.x(), middle.y())
    qtbot.waitUntil(lambda: card.frameGeometry().contains(QCursor.pos()))
    card._collapse.setInterval(20)
    rounds = []
    card._collapse.timeout.connect(lambda: rounds.append(1))

    card.next()
    qtbot.waitUntil(lambda: len(rounds) > 2)

    assert card.isVisible()


def test_a_card_that_is_to_stay_open_has_no_clock_running(card):
    card.collapse_after(0)
    card._collapse.stop()

    card.next()

    assert not card._collapse.isActive()


def test_a_rule_says_on_request_where_it_comes_from(card):
    rule = replace(BLAME.rule, source="《服务规范》", must_hit=("你不是查过了吗",))
    card.show_findings((replace(BLAME, rule=rule),), "", (BLAME_CHOICES,))
    assert not label(card, "origin").isVisible()
    before = card.frame.height()

    button(card, "more").click()

    assert label(card, "origin").isVisible()
    said = label(card, "origin").text()
    assert said.splitlines() == [
        "词条 T1：“你刚才不是已查过了吗”",
        "来源：《服务规范》",
        "例：你不是查过了吗",
    ]
    assert card.frame.height() > before

    button(card, "more").click()
    assert not label(card, "origin").isVisible()


def test_a_finding_that_is_preferred_is_turned_to_now_or_later(card):
    card.prefer(MISSPELT.finding_id)
    assert card.shown_id == MISSPELT.finding_id

    card.prefer(GRAVE.finding_id)
    assert card.shown_id == MISSPELT.finding_id
    card.show_findings(*FOUR)
    assert card.shown_id == GRAVE.finding_id


def test_a_thousand_cards_leave_nothing_behind(card, qtbot):
    def open_and_close(times):
        for number in range(times):
            card.show_findings(*(FOUR if number % 2 else TWO))
            card.show()
            card.hide()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        status = Path("/proc/self/status").read_text("ascii")
        return int(status.split("VmRSS:")[1].split()[0])

    before = open_and_close(100)

    assert open_and_close(1000) - before < 5000


def held_by(widget):
    """Return every text that a widget and the widgets in it hold."""
    found = []
    for each in (widget, *widget.findChildren(QWidget)):
        found += [str(value) for value in vars(each).values()]
        found += [each.accessibleName(), each.toolTip()]
        found += [each.text()] if isinstance(each, QLabel) else []
    return " ".join(found)


@pytest.mark.parametrize("count", [1, 4])
def test_a_card_keeps_no_word_of_a_draft_that_was_sent(qtbot, count):
    others = (GRAVE, BLAME, SLIGHT)[: count - 1]
    listed = (MISSPELT, *others)
    card = FindingCard(Look())
    qtbot.addWidget(card)
    text = "李先生，我也没班fa，您再等等"
    typed = replace(MISSPELT, span=Span(4, 10))
    choices = (MISSPELT_CHOICES, GRAVE_CHOICES, BLAME_CHOICES, SLIGHT_CHOICES)
    card.show_findings((typed, *listed[1:]), text, choices[:count])
    card.show()
    qtbot.waitUntil(card.isVisible)
    assert "没班fa" in held_by(card)

    card.hide()
    card.forget()

    assert "没班fa" not in held_by(card)
    assert "李先生" not in held_by(card)
    card.show_findings((typed,), text, (MISSPELT_CHOICES,))
    assert card.shown_id == MISSPELT.finding_id
