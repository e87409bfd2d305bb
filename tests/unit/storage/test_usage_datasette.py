"""What docs/datasette.json says of the log is so, and its questions can be asked."""

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from assist.model.usage import Action, UsageRecord
from assist.review.selection import ALL
from assist.review.totals import fixed_of
from assist.storage.usage_log import SqliteUsageLog
from assist.storage.usage_totals import read_totals

DOCS = Path(__file__).parents[3] / "docs"
NOON = 1_700_000_000_000
HOUR = 3_600_000
OUTCOMES = tuple(action for action in Action if action is not Action.SHOWN)


@dataclass
class Clock:
    now_ms: int = NOON

    def monotonic(self):
        return 0.0

    def epoch_ms(self):
        return self.now_ms


@pytest.fixture(scope="module")
def described():
    return json.loads((DOCS / "datasette.json").read_text("utf-8"))["databases"][
        "usage"
    ]


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """A log of three shifts in which everything happens."""
    path = tmp_path_factory.mktemp("log") / "usage.db"
    with SqliteUsageLog(path, keep_days=30, clock=Clock()) as log:
        for number in range(90):
            at_ms = NOON + number // 30 * 12 * HOUR + number * 60_000
            about = {
                "rule_id": f"F{number % 7}",
                "category": "推诿",
                "severity": ("high", "medium", "low")[number % 3],
                "pack_version": f"v{number // 45}",
                "conversation": 1,
                "finding": number + 1,
            }
            outcome = Action.IGNORED if number % 7 == 1 else OUTCOMES[number % 8]
            times = {"reaction_ms": 700 * number, "latency_ms": 5.0}
            log.add(
                [
                    UsageRecord(at_ms=at_ms, action=Action.SHOWN, **about, **times),
                    UsageRecord(at_ms=at_ms, action=outcome, **about, **times),
                    UsageRecord(
                        at_ms=at_ms,
                        action=Action.SENT,
                        severity=about["severity"] if number % 2 else "",
                    ),
                ]
            )
    return path


@pytest.fixture
def ask(path, described):
    """Ask a saved question; one dict a row."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row

        def asked(name, **values):
            rows = connection.execute(described["queries"][name]["sql"], values)
            return [dict(row) for row in rows]

        yield asked


def test_every_table_and_column_that_is_described_is_there(path, described):
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT name FROM sqlite_schema WHERE type = 'table'"
        tables = {name for (name,) in connection.execute(query)}
        assert set(described["tables"]) == tables - {"sqlite_sequence"}
        for table, about in described["tables"].items():
            info = connection.execute(f"PRAGMA table_info({table})")
            columns = {row[1] for row in info} - {"id"}
            assert set(about.get("columns", columns)) == columns, table
            assert about.get("sort_desc", "id") == "id"
            assert set(about.get("facets", ())) <= columns


def test_the_saved_questions_agree_with_the_review(path, ask):
    totals = read_totals(path, ALL)
    counts = dict(totals.counts)

    shifts = ask("shifts_in_figures")
    assert len(shifts) == 3
    assert sum(row["messages"] for row in shifts) == totals.messages.sent == 90
    assert sum(row["put_right"] for row in shifts) == fixed_of(totals.counts)
    assert shifts[0]["clean_percent"] == 50.0
    rules = {row["rule"]: row for row in ask("rules_in_figures")}
    for rule in totals.rules:
        row = rules.pop(rule.rule_id)
        assert row["flagged"] == rule.of(Action.SHOWN)
        assert row["ignored"] == rule.of(Action.IGNORED)
        assert row["false_alarms"] == rule.of(Action.MARKED_WRONG)
        assert row["sent_as_written"] == rule.of(Action.SENT)
    assert rules == {}
    hours = ask("hours_in_figures")
    assert [tuple(row.values()) for row in hours] == [
        (each.hour, each.sent, each.high, each.medium, each.low)
        for each in totals.hours
    ]
    assert sum(row["flagged"] for row in ask("packs_in_figures")) == 90
    fixed = counts[Action.REPLACED] + counts[Action.FIXED_BY_HAND]
    assert sum(row["findings"] for row in ask("times_to_fix")) == fixed


def test_noisy_rules_are_those_of_the_review(ask):
    assert ask("noisy_rules", least="")[0]["rule"] == "F1"
    assert ask("noisy_rules", least="5") == ask("noisy_rules", least="")
    assert ask("noisy_rules", least="99") == []


def test_the_page_names_every_saved_question(described):
    page = (DOCS / "datasette.md").read_text("utf-8")

    for query in described["queries"].values():
        english = query["title"].split(" · ")[0]
        assert f"| {english} |" in page
