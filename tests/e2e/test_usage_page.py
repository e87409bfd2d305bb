"""The HTML reports in a real browser: drawn, silent, and whole on a phone."""

import base64
import importlib.util
from pathlib import Path

import pytest
from chromium import Chromium

from assist.reports.html_report import html_report
from assist.reports.team_report import team_report
from assist.reports.team_sqlite import from_summaries
from assist.review.wording import LANGUAGES, Words

pytestmark = pytest.mark.e2e

UNIT = Path(__file__).parents[1] / "unit" / "reports"
CUT = """
[...document.querySelectorAll('body *')].filter(e => {
  const box = e.getBoundingClientRect();
  return box.width && (box.left < -0.5 || box.right > innerWidth + 0.5);
}).map(e => e.tagName + '.' + e.getAttribute('class'))
"""
CLIPPED = """
[...document.querySelectorAll('p,h1,h2,td,th,strong,span')].filter(e =>
  e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline'
).map(e => e.textContent.slice(0, 40))
"""
DRAWN = """
[...document.querySelectorAll('svg.chart')].map(chart => {
  const room = chart.getBoundingClientRect();
  const bars = [...chart.querySelectorAll('rect')];
  return {
    label: chart.getAttribute('aria-label'),
    wide: room.width, high: room.height,
    inside: bars.every(bar => {
      const box = bar.getBoundingClientRect();
      return box.left >= room.left - 1 && box.right <= room.right + 1
        && box.top >= room.top - 1 && box.bottom <= room.bottom + 1;
    }),
    filled: bars.filter(bar => {
      const box = bar.getBoundingClientRect();
      const fill = getComputedStyle(bar).fill;
      return box.width > 0 && box.height > 0 && fill !== 'none'
        && fill !== 'rgb(0, 0, 0)';
    }).length,
    bars: bars.length,
  };
})
"""


def module(name):
    spec = importlib.util.spec_from_file_location(f"unit_{name}", UNIT / f"{name}.py")
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    with Chromium(tmp_path_factory.mktemp("profile")) as running:
        yield running


@pytest.fixture(
    params=[(kind, code) for kind in ("shift", "team") for code in LANGUAGES]
)
def page(request, tmp_path):
    """A report of each kind in each language, as a file."""
    kind, language = request.param
    review = module("conftest").review.__wrapped__()
    if kind == "shift":
        text = html_report(review, Words(language))
    else:
        made = module("made_team")
        summaries = [made.summary_of(rows) for rows in made.team(agents=15).values()]
        text = team_report(from_summaries(summaries), review.names, language)
    path = tmp_path / "report.html"
    path.write_text(text, "utf-8")
    return path.as_uri()


@pytest.mark.parametrize("dark", [False, True])
def test_charts_are_drawn_nothing_is_asked_for_and_nothing_complains(
    browser, page, dark
):
    browser.open(page, width=390, dark=dark)
    charts = browser.run(DRAWN)

    assert charts
    for chart in charts:
        assert chart["filled"] == chart["bars"] > 0, chart
        assert chart["inside"], chart
        assert chart["wide"] > 250
    assert [url for url in browser.requests if not url.startswith("data:")] == [page]
    assert browser.complaints == []
    ground = browser.run("getComputedStyle(document.body).backgroundColor")
    assert ground == ("rgb(23, 26, 25)" if dark else "rgb(246, 248, 247)")


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_is_cut_at_any_width(browser, page, width):
    browser.open(page, width=width)

    assert browser.run("innerWidth") == width
    assert browser.run("document.documentElement.scrollWidth") <= width
    assert browser.run(CUT) == []
    assert browser.run(CLIPPED) == []


def test_letters_on_a_phone_are_large_enough_to_read(browser, page):
    browser.open(page, width=390)

    smallest = browser.run(
        "Math.min(...[...document.querySelectorAll('svg.chart text')].map(t =>"
        " t.getBoundingClientRect().height))"
    )
    assert smallest > 10


def test_it_prints(browser, page):
    browser.open(page, width=1100)

    printed = base64.b64decode(browser.ask("Page.printToPDF")["data"])

    assert printed.startswith(b"%PDF")
    assert len(printed) > 10_000


def test_the_probe_notices_a_request_and_an_element_that_is_cut(browser, tmp_path):
    path = tmp_path / "bad.html"
    path.write_text(
        '<meta name="viewport" content="width=device-width"><div style="width:900px">x'
        '</div><img src="http://127.0.0.1:9/x"><script>nonsense()</script>'
    )

    browser.open(path.as_uri(), width=390)

    assert len(browser.requests) == 2
    assert browser.complaints
    assert browser.run("innerWidth") > 390 or browser.run(CUT)
