import csv
import io
import re
import zipfile
from html.parser import HTMLParser

import pytest
from python_calamine import CalamineWorkbook

from assist.model.usage import Action
from assist.overlay import tokens
from assist.overlay.categories import _NAMES
from assist.reports import page_style
from assist.reports.charts import WIDE, shortened
from assist.reports.csv_report import csv_report
from assist.reports.html_report import html_report
from assist.reports.tables import all_tables
from assist.reports.xlsx_report import xlsx_report
from assist.review.sentences import CATEGORIES, SENTENCES
from assist.review.tiles import tiles
from assist.review.wording import LANGUAGES, Words

NASTY = '=1+1"><script>alert(1)</script>&'
HANZI = re.compile(r"[\u4e00-\u9fff]")
VOID = {"meta", "link", "br"}


@pytest.fixture(params=LANGUAGES)
def words(request):
    return Words(request.param)


class Page(HTMLParser):
    """Collects what a page shows, and whether its tags match."""

    def __init__(self, text):
        super().__init__()
        self.open, self.tags, self.texts, self.attributes = [], [], [], []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.texts.append(data)


def test_the_page_is_one_file_that_refers_to_nothing_outside(review, words):
    page = Page(html_report(review, words))

    assert "script" not in page.tags
    for name, value in page.attributes:
        assert name not in {"src", "onload", "onclick"}, value
        if name in {"href", "xlink:href"}:
            assert value.startswith("data:"), value
    assert "@import" not in page_style.STYLE
    assert re.findall(r"url\((.*?)\)", page_style.STYLE) == ["#hatch", "#dots"]


def test_what_comes_from_the_phrase_list_is_shown_as_text(review, words):
    page = Page(html_report(review, words))

    assert NASTY in page.texts
    assert "alert(1)" not in page.tags


def test_every_figure_of_the_tiles_is_on_the_page(review, words):
    page = Page(html_report(review, words))

    for tile in tiles(review.summary, words):
        assert {tile.label, tile.figure, tile.note} <= set(page.texts)


def test_charts_are_drawn_within_their_box(review):
    text = html_report(review, Words("zh-Hans"))

    bars = re.findall(
        r'<rect class="(high-bar|medium-bar|low-bar|bar)" x="([\d.]+)" y="([\d.]+)"'
        r' width="([\d.]+)" height="([\d.]+)"',
        text,
    )
    kinds = [kind for kind, *_ in bars]
    assert [kinds.count(kind) for kind in ("high-bar", "medium-bar", "low-bar")] == [
        *(1, 1, 1)
    ]
    assert kinds.count("bar") == 3 + 3 + 2  # categories, entries, shifts
    for _, x, y, width, height in bars:
        assert 0 <= float(x) <= float(x) + float(width) <= WIDE
        assert float(y) >= 0
        assert float(height) > 0


def test_a_column_is_as_high_as_its_findings(review):
    text = html_report(review, Words("zh-Hans"))

    heights = {
        kind: float(high)
        for kind, high in re.findall(
            r'class="(\w+)-bar" x[^>]* height="([\d.]+)"', text
        )
    }
    assert (heights["high"] + 1) / (heights["medium"] + 1) == pytest.approx(9, rel=0.02)
    assert (heights["low"] + 1) / (heights["medium"] + 1) == pytest.approx(6, rel=0.02)


def test_nothing_logged_is_a_page_that_says_so(nothing, words):
    page = Page(html_report(nothing, words))

    assert words("nothing") in page.texts
    assert "table" not in page.tags


def test_the_colours_are_those_of_the_windows():
    for palette, ours in (
        (tokens.LIGHT, page_style.LIGHT),
        (tokens.DARK, page_style.DARK),
    ):
        assert ours == {name: getattr(palette, name) for name in ours}


def test_a_workbook_holds_every_table_and_a_chart_beside_three(review, words):
    content = xlsx_report(review, words)

    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    expected = all_tables(review, words)
    assert book.sheet_names == [table.name for table in expected]
    for table in expected:
        rows = book.get_sheet_by_name(table.name).to_python()
        assert rows[0] == list(table.titles)
        assert rows[1:] == [list(row) for row in table.rows]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        assert sum(name.startswith("xl/charts/chart") for name in names) == 3
        assert not any("externalLink" in name for name in names)


def test_no_cell_of_a_workbook_is_a_formula(review):
    content = xlsx_report(review, Words("en"))

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheets = [name for name in archive.namelist() if "worksheets/sheet" in name]
        assert not any(b"<f>" in archive.read(name) for name in sheets)


def test_an_empty_workbook_can_be_opened(nothing, words):
    book = CalamineWorkbook.from_filelike(io.BytesIO(xlsx_report(nothing, words)))

    assert len(book.sheet_names) == 5


def test_a_csv_holds_the_tables_and_no_formula(review, words):
    text = csv_report(review, words).decode("utf-8-sig")

    rows = list(csv.reader(io.StringIO(text)))
    flat = [cell for row in rows for cell in row]
    assert not [cell for cell in flat if cell.startswith("=")]
    assert f"'{NASTY}" in flat
    for table in all_tables(review, words):
        assert [table.name] in rows
        assert list(table.titles) in rows


def test_sentences_are_complete_and_in_their_language():
    for key, (simplified, traditional, english) in SENTENCES.items():
        slots = [set(re.findall(r"{\w+}", each)) for each in (simplified, traditional)]
        assert slots[0] == slots[1] == set(re.findall(r"{\w+}", english)), key
        assert not HANZI.search(english), key
        assert "！" not in simplified + traditional


def test_categories_are_called_as_on_the_card():
    assert set(CATEGORIES) == set(_NAMES)


def test_what_became_of_a_finding_has_a_word_in_every_language(review, words):
    entry = review.entries[1]
    for action in (*Action, None):
        if action is not Action.SHOWN:
            changed = type(entry)(
                **{
                    name: getattr(entry, name)
                    for name in entry.__dataclass_fields__
                    if name != "outcome"
                },
                outcome=action,
            )
            assert words.outcome(changed)
    assert words.outcome(review.entries[0]) == words("marked_wrong")


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("不知道", "不知道"),
        ("这是规定没到上门时间急什么", "这是规定没到上…"),
        ("short", "short"),
    ],
)
def test_a_long_name_is_cut_to_its_room(text, cut):
    assert shortened(text, 100) == cut


def test_the_headline_thanks_for_today_only_on_the_day(review):
    words = Words("zh-Hans")

    today = words.headline(review.summary, now_ms=review.now_ms)
    later = words.headline(review.summary, now_ms=review.now_ms + 3 * 86_400_000)
    assert today.startswith("今天辛苦了，")
    assert later.startswith("辛苦了，")


def test_a_shift_is_dated_in_the_language(review):
    assert Words("zh-Hans").span(review.summary) == "11 月 21 日，星期六，08:58–16:58"
    assert Words("en").span(review.summary) == "Saturday 21 November, 08:58–16:58"
