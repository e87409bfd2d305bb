"""What the pack editor stands on, without its window."""

import csv
import datetime as dt
import json
import os
import threading

import pytest

from assist.app import pack_alarms, pack_drafts, pack_publishing, packs
from assist.app.pack_lint_child import LintChild
from assist.errors import InputError, PackError
from assist.matching.cache import load
from assist.model.usage import Action
from assist.review.handover import ACTIONS, HandOver, ShiftSums, as_json


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("ASSIST_HOME", str(tmp_path / "home"))
    return tmp_path


def table(folder, name="东部.csv", phrase="你自己看着办"):
    path = folder / name
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["phrase", "replacement_1"], [phrase, "好的。"]])
    return path


def pack_file(folder, name="east.pack", version=3):
    target = folder / name
    built = packs.read_source(table(folder), pack_id="east", version=version)
    packs.write_pack(built.pack, target)
    return target


def test_a_pack_file_is_opened_with_the_next_number(home):
    opened = pack_drafts.open_source(pack_file(home))

    assert opened.before.manifest.version == 3
    assert opened.pack.manifest.version == 4
    assert not opened.resumed


def changed(opened):
    from assist.authoring import editing

    return editing.with_rules(opened.pack, [editing.fresh_rule(opened.pack, "随便")])


def test_a_draft_is_gone_on_with_and_two_tables_of_one_name_do_not_meet(home):
    first, other = table(home), table(home, "西部.csv", "随你怎么办")
    opened = pack_drafts.open_source(first)
    pack_drafts.keep(changed(opened), opened.draft)

    again = pack_drafts.open_source(first)
    assert again.resumed
    assert len(again.pack.rules) == 2
    assert again.before == opened.before
    assert not pack_drafts.open_source(other).resumed


def test_a_source_that_was_changed_after_the_draft_comes_first(home):
    source = table(home)
    opened = pack_drafts.open_source(source)
    pack_drafts.keep(changed(opened), opened.draft)
    later = opened.draft.stat().st_mtime_ns + 10**9
    os.utime(source, ns=(later, later))

    assert not pack_drafts.open_source(source).resumed


def test_without_a_source_the_last_one_is_opened_else_a_new_pack(home):
    assert pack_drafts.open_source(None).pack.rules == ()
    source = table(home)
    pack_drafts.open_source(source)

    assert pack_drafts.open_source(None).source == source.absolute()


def test_a_dropped_draft_is_gone(home):
    opened = pack_drafts.open_source(table(home))
    pack_drafts.keep(changed(opened), opened.draft)
    pack_drafts.drop(opened.draft)

    assert not opened.draft.exists()


def test_places_are_remembered_without_any_password():
    assert pack_drafts.places() == pack_drafts.Places()
    pack_drafts.remember_places(pack_drafts.Places("share", "keys"))

    assert pack_drafts.places() == pack_drafts.Places("share", "keys")


def test_the_child_gives_an_index_and_the_same_report_as_lint_here(home):
    file = pack_file(home)
    pack = packs.read_source(file).pack
    flagged = []

    def indexed(index):
        flagged.extend(load(index, pack.rule_set).match("你自己看着办吧"))

    report = LintChild().report(file, (), indexed)

    assert report == packs.examine(pack)
    assert len(flagged) == 1
    assert not file.with_suffix(".index").exists()


def test_a_child_that_is_stopped_gives_no_report(home):
    child = LintChild()
    file = pack_file(home)
    stop = threading.Timer(0.05, child.stop)
    stop.start()

    assert child.report(file, (), lambda _index: None) is None
    stop.join()
    assert child.report(file, (), lambda _index: None) is None


def test_what_is_no_pack_is_said(home):
    file = home / "no.pack"
    file.write_text("{}", "utf-8")

    with pytest.raises(PackError):
        LintChild().report(file, (), lambda _index: None)


def test_marks_come_from_clauses_summaries_and_events(home):
    clauses = home / "clauses.json"
    clauses.write_text(
        json.dumps(
            {"format": "assist-clauses", "clauses": [{"rule": "R1", "text": "您看"}]}
        ),
        "utf-8",
    )
    counts = [4 if action is Action.MARKED_WRONG else 9 for action in ACTIONS]
    shift = ShiftSums(
        shift_id=1,
        day="2026-11-22",
        rules=(("R2", "v1", "high", "", *counts),),
        hours=(),
    )
    summary = home / "summary.json"
    summary.write_text(
        as_json(HandOver(agent="ab", team="", made_ms=1, shifts=(shift,))), "utf-8"
    )
    events = home / "events.csv"
    events.write_text("rule_id,action\nR2,marked_wrong\nR2,sent\n", "utf-8")

    found = pack_alarms.read_alarms([summary, clauses, events])

    assert [(one.rule_id, one.count, one.clause) for one in found] == [
        ("R1", 1, "您看"),
        ("R2", 5, ""),
    ]


def test_another_json_is_refused(home):
    other = home / "other.json"
    other.write_text("{}", "utf-8")

    with pytest.raises(InputError):
        pack_alarms.read_alarms([other])


def test_the_end_of_a_repository_is_told_two_weeks_before(home):
    pack = packs.read_source(pack_file(home)).pack
    keys, repo = home / "keys", home / "repo"
    place = pack_publishing.Place(repo, keys, lambda: "a password")
    pack_publishing.make_keys(keys, place.ask)
    pack_publishing.offer(pack, packs.examine(pack), place)

    assert pack_publishing.ending_soon(place) is None
    soon = dt.datetime.now(dt.UTC) + dt.timedelta(days=80)
    ends = pack_publishing.ending_soon(place, soon)
    assert ends is not None
    assert ends > soon
