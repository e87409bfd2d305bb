"""A month through the real pipeline: what is shown equals a recount in plain SQL."""

import csv
import io
import json
from datetime import datetime, timedelta

import pytest
from chromium import Chromium
from PySide6.QtWidgets import QTableView, QWidget
from python_calamine import CalamineWorkbook
from simulated_month import MESSAGES, SHIFTS, Agent, MonthClock
from usage_recount import ALL, LAST, Recount

from assist.app import review_parts
from assist.model.usage import Action
from assist.overlay.review_window import ReviewWindow
from assist.overlay.theme import Look
from assist.review.wording import Words
from assist.storage.usage_log import SqliteUsageLog
from assist.storage.usage_writer import LogWriter

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(600)]

WORDS = Words("zh-Hans")


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """The log of the month, in a user's folder of its own."""
    home = tmp_path_factory.mktemp("month")
    path = home / "state" / "usage.db"
    midnight = datetime.now().astimezone().replace(hour=0, minute=0, second=0)
    clock = MonthClock(midnight.replace(microsecond=0) - timedelta(days=28))
    failed = []
    writer = LogWriter(
        lambda: SqliteUsageLog(path, keep_days=60, clock=clock), told=failed.append
    )
    Agent(writer, clock, seed=7).work()
    assert writer.flush(timeout_s=60)
    writer.close()
    assert failed == []
    return path


@pytest.fixture(params=["last", "all"])
def which(request):
    return request.param


@pytest.fixture
def recount(path, which):
    return Recount(path, {"last": LAST, "all": ALL}[which])


@pytest.fixture
def review(path, which, monkeypatch):
    monkeypatch.setenv("ASSIST_HOME", str(path.parents[1]))
    return review_parts.review(review_parts.selection(which))


def test_the_month_is_a_month(path):
    recount = Recount(path)

    assert recount.ask("SELECT count(*) FROM shifts") == [(SHIFTS,)]
    assert sum(recount.messages().values()) - recount.messages()["clean"] == (
        SHIFTS * MESSAGES
    )
    assert set(recount.actions()) == {action.value for action in Action}


def test_the_json_equals_the_recount(review, recount):
    values = json.loads(review_parts.report(review, "json", WORDS))

    actions = recount.actions()
    assert values["totals"] == {each.value: actions.get(each, 0) for each in Action}
    assert values["messages"] == recount.messages()
    assert values["resolved"] == recount.resolved()
    rules = {
        rule["rule"]: {name: rule[name] for name in actions if rule.get(name)}
        for rule in values["rules"]
    }
    assert rules == recount.rules()
    assert [list(hour.values()) for hour in values["hours"]] == recount.hours()
    found = {each["category"]: each["shown"] for each in values["categories"]}
    assert found == recount.shown_by("category")
    assert {each["app"]: each["shown"] for each in values["apps"]} == (
        recount.shown_by("app")
    )
    packs = {each["pack_version"]: each["shown"] for each in values["packs"]}
    assert packs == recount.shown_by("pack_version")
    fix = recount.quantile("reaction_ms", 0.5, ["replaced", "fixed_by_hand"])
    assert values["reaction_ms"]["median"] == (fix + 50) // 100 * 100
    for name, share in (("p50", 0.5), ("p95", 0.95)):
        exact = recount.quantile("latency_ms", share, ["shown"])
        assert values["latency_ms"][name] == pytest.approx(exact, abs=0.0501)


def rule_rows(review, recount):
    """Return the table of rules as the recount has it."""
    severity = dict(
        recount.ask(
            "SELECT rule_id, max(severity) FROM events WHERE {which} GROUP BY 1"
        )
    )
    return sorted(
        [
            review.names.of(rule),
            WORDS.severity(severity[rule]),
            counts.get("shown", 0),
            counts.get("replaced", 0)
            - counts.get("undone", 0)
            + counts.get("fixed_by_hand", 0),
            counts.get("ignored", 0),
            counts.get("marked_wrong", 0),
            counts.get("sent", 0),
        ]
        for rule, counts in recount.rules().items()
    )


def test_the_workbook_equals_the_recount(review, recount):
    content = review_parts.report(review, "xlsx", WORDS)
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))

    def rows(name):
        return book.get_sheet_by_name(WORDS(name)).to_python()[1:]

    assert rows("by_hour") == recount.hours()
    assert sorted(rows("by_rule")) == rule_rows(review, recount)
    assert dict(rows("by_category")) == {
        WORDS.category(name): n for name, n in recount.shown_by("category").items()
    }
    overview = dict(rows("overview"))
    assert overview[WORDS("messages")] == f"{recount.messages()['sent']} 条"
    assert overview[WORDS("fixed")] == f"{recount.resolved()} 处"
    assert overview[WORDS("shown")] == recount.actions()["shown"]


def test_the_csv_equals_the_recount(review, recount):
    text = review_parts.report(review, "csv", WORDS).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))

    begin = rows.index([WORDS("by_rule")]) + 2
    end = rows.index([], begin)
    listed = [[cell.removeprefix("'") for cell in row] for row in rows[begin:end]]
    expected = [[str(cell) for cell in row] for row in rule_rows(review, recount)]
    assert sorted(listed) == sorted(expected)


def test_the_page_equals_the_recount(review, recount, tmp_path):
    page = tmp_path / "review.html"
    page.write_bytes(review_parts.report(review, "html", WORDS))

    with Chromium(tmp_path / "profile") as browser:
        browser.open(page.as_uri(), width=1100)
        tiles = browser.run(
            "[...document.querySelectorAll('.tile')].map(t => t.innerText)"
        )
        tables = browser.run(
            "[...document.querySelectorAll('table')].map(t =>"
            " [...t.tBodies[0].rows].map(r => [...r.cells].map(c => c.innerText)))"
        )

    assert f"{recount.messages()['sent']} 条" in tiles[0]
    assert f"{recount.resolved()} 处" in tiles[2]
    assert f"{recount.actions().get('sent', 0)} 处" in tiles[3]
    expected = {tuple(map(str, row)) for row in rule_rows(review, recount)}
    assert len(tables[0]) == min(30, len(expected))
    assert {tuple(row) for row in tables[0]} <= expected
    shown = [int(row[2]) for row in tables[0]]
    assert (
        shown
        == sorted((row[2] for row in rule_rows(review, recount)), reverse=True)[
            : len(shown)
        ]
    )


def test_the_window_equals_the_recount(qtbot, review, recount):
    window = ReviewWindow(Look())
    qtbot.addWidget(window)
    window.show_review(review, earlier=False, later=False)
    with qtbot.waitExposed(window):
        window.show()

    messages = recount.messages()
    tiles = {
        name: window.findChild(QWidget, f"tile_{name}").text
        for name in ("messages", "clean", "fixed", "sent", "fix_time")
    }
    fix = recount.quantile("reaction_ms", 0.5, ["replaced", "fixed_by_hand"])
    assert tiles == {
        "messages": f"{messages['sent']} 条",
        "clean": f"{messages['clean'] / messages['sent']:.0%}",
        "fixed": f"{recount.resolved()} 处",
        "sent": f"{recount.actions().get('sent', 0)} 处",
        "fix_time": f"{(fix + 50) // 100 / 10:.1f} 秒",
    }
    hours = window.findChild(QWidget, "chart_hours").accessibleName()
    for hour, _, high, medium, low in recount.hours():
        said = WORDS("hour_says", hour=hour, high=high, medium=medium, low=low)
        assert said in hours
    listed = window.findChild(QTableView, "review_list").model().rowCount()
    assert listed == recount.actions()["shown"]
