"""The review window, filled with a review that a test makes up."""

import importlib.util
import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTableView, QWidget

from assist.overlay.language import Language
from assist.overlay.review_charts import HourChart, RowChart
from assist.overlay.review_window import ReviewWindow
from assist.overlay.theme import Look
from assist.overlay.tokens import LIGHT, PALETTES
from assist.review.selection import LAST
from assist.review.summary import Summary
from assist.review.tiles import tiles
from assist.review.totals import UsageTotals
from assist.review.wording import Words

pytestmark = pytest.mark.gui

HANZI = re.compile(r"[\u4e00-\u9fff]")
_made = importlib.util.spec_from_file_location(
    "made_review",
    Path(__file__).parents[1] / "unit" / "reports" / "conftest.py",
)
made = importlib.util.module_from_spec(_made)
_made.loader.exec_module(made)


@pytest.fixture
def review():
    return made.review.__wrapped__()


@pytest.fixture
def window(qtbot, review):
    shown = ReviewWindow(Look())
    qtbot.addWidget(shown)
    shown.show_review(review, earlier=True, later=False)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def button(window, name):
    return window.findChild(QPushButton, name)


def listed(window, column=2):
    model = window.findChild(QTableView, "review_list").model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def click_cell(qtbot, window, row, column):
    view = window.findChild(QTableView, "review_list")
    index = view.model().index(row, column)
    view.scrollTo(index)
    spot = view.visualRect(index).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_every_tile_shows_its_figure(window, review):
    for tile in tiles(review.summary, Words("zh-Hans")):
        box = window.findChild(QWidget, f"tile_{tile.name}")
        assert box.text == f"{tile.figure} {tile.unit}".strip()


def test_what_went_well_is_said_first(window):
    headings = [
        each.text()
        for each in window.findChildren(QLabel)
        if each.property("role") == "heading"
    ]

    assert headings == ["今天辛苦了，一次写好的比前几班多"]


def test_charts_tell_a_screen_reader_their_figures(window):
    hours = window.findChild(HourChart, "chart_hours").accessibleName()
    rules = window.findChild(RowChart, "chart_rule").accessibleName()

    assert "9 点：高 9，中 1，低 0" in hours
    assert "我也没办法 9" in rules


@pytest.mark.parametrize("palette", PALETTES, ids=lambda each: each.name)
def test_columns_are_painted_in_the_colours_of_the_theme(qtbot, review, palette):
    shown = ReviewWindow(Look(palette=palette))
    qtbot.addWidget(shown)
    shown.show_review(review, earlier=False, later=False)
    with qtbot.waitExposed(shown):
        shown.show()
    chart = shown.findChild(HourChart, "chart_hours")
    image = chart.grab().toImage()

    seen = {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    }

    for name in ("high", "medium", "low", "raised"):
        assert QColor(getattr(palette, name)).name() in seen, name


def test_severity_is_told_by_pattern_too(window):
    chart = window.findChild(HourChart, "chart_hours")
    image = chart.grab().toImage()

    def runs(colour):
        """Return the longest unbroken stretch of a colour from top to bottom."""
        best = 0
        for x in range(image.width()):
            run = 0
            for y in range(image.height()):
                run = run + 1 if image.pixelColor(x, y).name() == colour else 0
                best = max(best, run)
        return best

    ratio = image.devicePixelRatio()
    assert runs(LIGHT.high.lower()) > 60 * ratio
    assert runs(LIGHT.low.lower()) < 40 * ratio


def test_the_wheel_over_a_chart_scrolls_the_page(window, qtbot):
    chart = window.findChild(RowChart, "chart_rule")
    before = chart.getPlotItem().viewRange()

    class Wheel:
        ignored = False

        def ignore(self):
            self.ignored = True

    wheel = Wheel()
    chart.wheelEvent(wheel)

    assert wheel.ignored
    assert chart.getPlotItem().viewRange() == before


def test_findings_are_listed_newest_first_and_filtered_by_severity(window, qtbot):
    assert listed(window) == ["喂", made.NASTY, "我也没办法"]

    qtbot.mouseClick(button(window, "review_chip_high"), Qt.MouseButton.LeftButton)
    assert listed(window) == ["我也没办法"]
    assert button(window, "review_chip_high").text() == "高 9"

    qtbot.mouseClick(button(window, "review_chip_all"), Qt.MouseButton.LeftButton)
    assert len(listed(window)) == 3


def test_findings_are_filtered_by_entry_or_category(window, qtbot):
    search = window.findChild(QLineEdit, "review_search")

    qtbot.keyClicks(search, "CMD")
    assert listed(window) == [made.NASTY]

    search.setText("推诿")
    assert listed(window) == ["我也没办法"]

    search.setText("没有这个")
    assert listed(window) == []
    notes = [each.text() for each in window.findChildren(QLabel) if each.isVisible()]
    assert "没有符合的" in notes


def test_a_finding_is_marked_as_a_false_alarm_and_the_mark_taken_back(window, qtbot):
    with qtbot.waitSignal(window.marked) as marked:
        click_cell(qtbot, window, 2, 5)
    assert marked.args == [7, True]

    with qtbot.waitSignal(window.marked) as taken_back:
        click_cell(qtbot, window, 0, 5)
    assert taken_back.args == [9, False]


def test_a_click_elsewhere_in_the_row_marks_nothing(window, qtbot):
    with qtbot.assertNotEmitted(window.marked):
        click_cell(qtbot, window, 2, 2)


def test_a_row_is_marked_with_the_keyboard(window, qtbot):
    view = window.findChild(QTableView, "review_list")
    view.setCurrentIndex(view.model().index(2, 2))

    with qtbot.waitSignal(window.marked) as marked:
        qtbot.keyClick(view, Qt.Key.Key_Return)

    assert marked.args == [7, True]


def test_the_shift_before_and_the_export_are_asked_for(window, qtbot):
    assert not button(window, "review_later").isEnabled()
    for name, signal in (
        ("review_earlier", window.earlier_requested),
        ("review_export", window.export_requested),
    ):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(button(window, name), Qt.MouseButton.LeftButton)


def test_nothing_logged_is_said_and_nothing_breaks(window, review):
    empty = replace(review, summary=Summary(LAST, UsageTotals()), entries=())

    window.show_review(empty, earlier=False, later=False)

    assert window.findChild(QWidget, "tile_messages").text == "0 条"
    assert listed(window) == []


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_in_every_language_and_size_no_word_is_cut(qtbot, review, language, scale):
    shown = ReviewWindow(Look(language=language, text_scale=scale))
    qtbot.addWidget(shown)
    shown.show_review(review, earlier=True, later=True)
    shown.resize(round(960 * scale), 700)
    with qtbot.waitExposed(shown):
        shown.show()

    for each in shown.findChildren(QLabel):
        if each.isVisible() and each.text() and not each.wordWrap():
            assert each.width() >= each.sizeHint().width() - 1, each.text()
        if each.isVisible() and each.wordWrap() and each.text():
            assert each.height() >= each.heightForWidth(each.width()) - 1, each.text()
    for each in shown.findChildren(QPushButton):
        assert each.width() >= each.sizeHint().width() - 1, each.text()


def test_in_english_only_the_entries_are_chinese(qtbot, review):
    shown = ReviewWindow(Look(language=Language.ENGLISH))
    qtbot.addWidget(shown)
    shown.show_review(review, earlier=True, later=True)
    data = set(review.names.phrases.values())

    texts = [each.text() for each in shown.findChildren(QLabel)]
    texts += [each.text() for each in shown.findChildren(QPushButton)]
    texts += [shown.findChild(QLineEdit, "review_search").placeholderText()]
    texts += [text for column in (0, 1, 3, 4, 5) for text in listed(shown, column)]

    for text in texts:
        if not any(name in text for name in data):
            assert not HANZI.search(text), text


def test_an_open_window_follows_a_change_of_theme_and_language(window):
    window.set_look(Look(palette=PALETTES[1], language=Language.ENGLISH))

    assert window.windowTitle() == "After the shift"
    ground = window.grab(window.rect()).toImage().pixelColor(QPoint(3, 3)).name()
    assert ground == PALETTES[1].canvas.lower()
