import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_team import summary_of, team, write_events, write_summary

from assist.errors import InputError
from assist.reports import team_duckdb
from assist.reports.rules_to_fix import rules_to_fix
from assist.reports.team_duckdb import from_events, to_parquet
from assist.reports.team_figures import Figures, Line
from assist.reports.team_report import team_report
from assist.reports.team_sentences import SENTENCES
from assist.reports.team_sqlite import from_summaries, summaries_in
from assist.review.handover import HandOver, as_json, parse
from assist.review.review import PhraseNames
from assist.review.wording import LANGUAGES


def merged(members):
    return from_summaries(summary_of(rows) for rows in members.values())


def rows_of(members):
    return [row for rows in members.values() for row in rows]


def test_totals_are_those_of_a_count_by_hand():
    members = team()
    found = merged(members)

    rows = rows_of(members)
    of_rules = [row for row in rows if row[5]]
    sent = [row for row in rows if not row[5] and row[9] == "sent"]
    assert found.whole.people == 12
    assert found.shifts == 12 * 6
    assert found.whole.shown == sum(row[9] == "shown" for row in of_rules)
    assert found.whole.marked == sum(row[9] == "marked_wrong" for row in of_rules)
    assert found.whole.messages == len(sent)
    assert found.whole.clean == sum(not row[7] for row in sent)
    assert (found.first_day, found.last_day) == ("2026-10-01", "2026-10-06")


def test_every_table_adds_up_to_the_total():
    found = merged(team())

    for lines in (found.teams, found.rules, found.hours, found.packs):
        assert sum(line.figures.shown for line in lines) == found.whole.shown
    both = [change.before.shown + change.after.shown for change in found.changes]
    assert sum(both) == found.whole.shown
    assert sum(line.figures.messages for line in found.teams) == found.whole.messages


def test_teams_of_fewer_than_five_are_merged_and_nobody_is_left_alone():
    members = team(agents=15)
    for number in (0, 3):
        members[number] = [(row[0], "tiny", *row[2:]) for row in members[number]]
    found = merged(members)

    names = [line.name for line in found.teams if not line.merged]
    (others,) = [line for line in found.teams if line.merged]
    assert "tiny" not in names
    assert others.merged == 2
    assert others.figures.people >= 5


@pytest.mark.parametrize("seed", range(6))
def test_no_row_shows_fewer_than_five_and_no_difference_does(seed):
    found = merged(team(agents=7, seed=seed, shifts=4, messages=3))

    for lines in (found.teams, found.rules, found.hours, found.packs):
        for line in lines:
            if not line.merged:
                assert line.figures.people >= 5
        assert all(line.merged != 1 for line in lines)
    for change in found.changes:
        for part in (change.before, change.after):
            if not change.merged:
                assert part.people == 0 or part.people >= 5
    hidden = {line.name for line in found.rules if not line.merged}
    shown = {change.name for change in found.changes if not change.merged}
    assert shown <= hidden


def test_with_fewer_than_five_agents_nothing_is_shown_at_all():
    with pytest.raises(InputError, match="4 agents"):
        merged(team(agents=4))


def test_the_latest_change_of_packs_is_told_by_when_they_came_not_by_name():
    found = merged(team())

    assert found.change == ("v9", "v10")
    assert [line.name for line in found.packs] == ["v9", "v10"]


def test_of_a_shift_that_is_handed_over_twice_the_later_file_holds(tmp_path):
    members = team(agents=6)
    for number, rows in members.items():
        write_summary(rows, tmp_path / f"b{number}.json", made_ms=2)
        write_summary(rows * 3, tmp_path / f"a{number}.json", made_ms=1)
        write_summary(rows, tmp_path / f"c{number}.json", made_ms=2)

    assert from_summaries(summaries_in(tmp_path)) == merged(members)


def test_a_file_that_somebody_wrote_anew_is_found_to_be_of_its_agent(tmp_path):
    members = team(agents=6)
    for number, rows in members.items():
        write_summary(rows, tmp_path / f"a{number}.json", made_ms=1)
        values = json.loads((tmp_path / f"a{number}.json").read_text("utf-8"))
        turned = dict(reversed(values.items()))
        text = json.dumps(turned, ensure_ascii=False, indent=2)
        (tmp_path / f"b{number}.json").write_text(text, "utf-8")

    assert from_summaries(summaries_in(tmp_path)) == merged(members)


def test_summaries_of_an_agent_have_to_follow_each_other():
    first, second = (summary_of(rows) for rows in team(agents=2).values())

    with pytest.raises(InputError, match="do not follow"):
        from_summaries([first, second, first])


def test_duckdb_over_events_gives_the_same_figures(tmp_path):
    members = team(agents=9)
    for number, rows in members.items():
        write_events(rows, tmp_path / f"{number}.csv")

    assert from_events(tmp_path) == merged(members)


def test_duckdb_over_parquet_gives_the_same_figures(tmp_path):
    members = team(agents=9)
    (tmp_path / "in").mkdir()
    (tmp_path / "it's a store").mkdir()
    write_events(rows_of(members), tmp_path / "in" / "all.csv")

    count = to_parquet(tmp_path / "in", tmp_path / "it's a store" / "a.parquet")

    assert count == len(rows_of(members))
    assert from_events(tmp_path / "it's a store") == merged(members)


def test_without_duckdb_it_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "duckdb", None)

    with pytest.raises(InputError, match="DuckDB") as refused:
        from_events(tmp_path)
    assert "agent-assist[team]" in refused.value.hint


@pytest.mark.parametrize(
    "content", [b"", b"not,a,log\n1,2,3\n", b"\x00\xff" * 99, b"agent\n"]
)
def test_a_file_that_holds_no_events_is_one_sentence(tmp_path, content):
    (tmp_path / "x.csv").write_bytes(content)

    with pytest.raises(InputError):
        from_events(tmp_path)


def test_a_folder_without_events_is_one_sentence(tmp_path):
    with pytest.raises(InputError, match="no file of events"):
        from_events(tmp_path)


def test_duckdb_leaves_nothing_where_the_lead_works(tmp_path, monkeypatch):
    (tmp_path / "in").mkdir()
    write_events(rows_of(team(agents=5)), tmp_path / "in" / "x.csv")
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    spill = "CREATE TABLE much AS SELECT hash(i) AS h, i FROM range(3000000) AS t(i)"

    with team_duckdb._events(tmp_path / "in") as connection:
        connection.execute("SET memory_limit = '40MB'")
        connection.execute(spill)
        connection.execute("CREATE TABLE sorted AS SELECT * FROM much ORDER BY h")
        (folder,) = connection.execute(
            "SELECT current_setting('temp_directory')"
        ).fetchone()
        assert list(Path(folder).iterdir())
        assert list((tmp_path / "here").iterdir()) == []

    assert not Path(folder).exists()


def test_duckdb_fetches_nothing(tmp_path):
    write_events(rows_of(team(agents=5)), tmp_path / "x.csv")
    with team_duckdb._events(tmp_path) as connection:
        loaded = connection.execute(
            "SELECT extension_name FROM duckdb_extensions() WHERE loaded"
            " AND extension_name IN ('httpfs', 'autocomplete_fetch')"
        ).fetchall()
        setting = connection.execute(
            "SELECT current_setting('autoinstall_known_extensions')"
        ).fetchone()

    assert loaded == []
    assert setting == (False,)


def test_a_summary_is_read_as_it_was_written():
    made = summary_of(team(agents=1)[0])

    again = parse(as_json(made), name="x")
    assert (again.agent, again.team, again.made_ms) == (
        *(made.agent, made.team, made.made_ms),
    )
    assert [shift.shift_id for shift in again.shifts] == [1, 2, 3, 4, 5, 6]
    assert again.shifts[0].rules == made.shifts[0].rules


def damaged(change):
    values = json.loads(as_json(summary_of(team(agents=1)[0])))
    change(values)
    return json.dumps(values)


@pytest.mark.parametrize(
    "change",
    [
        lambda values: values.pop("agent"),
        lambda values: values.update(agent=7),
        lambda values: values.update(team="x" * 999),
        lambda values: values.update(made_ms=-1),
        lambda values: values.update(shifts=None),
        lambda values: values["shifts"].append({}),
        lambda values: values["shifts"][0]["rules"][0].append(1),
        lambda values: values["shifts"][0]["rules"][0].__setitem__(4, -1),
        lambda values: values["shifts"][0]["rules"][0].__setitem__(4, 1 << 50),
        lambda values: values["shifts"][0]["rules"][0].__setitem__(4, 1.5),
        lambda values: values["shifts"][0]["rules"][0].__setitem__(4, True),  # noqa: FBT003
        lambda values: values["shifts"][0]["rules"][0].__setitem__(0, "x" * 999),
        lambda values: values["shifts"][0]["hours"][0].pop(),
        lambda values: values["shifts"][0].update(shift="1"),
    ],
)
def test_a_damaged_summary_is_refused_by_name_and_quotes_nothing(change):
    with pytest.raises(InputError, match=r"The file s\.json is damaged"):
        parse(damaged(change), name="s.json")


@given(st.binary() | st.text())
def test_no_content_breaks_the_reading_of_a_summary(content):
    with pytest.raises(InputError):
        parse(content, name="x")


def test_a_summary_of_a_newer_version_and_another_file_are_named():
    with pytest.raises(InputError, match="newer version"):
        parse(damaged(lambda values: values.update(version=99)), name="x")
    with pytest.raises(InputError, match="no summary"):
        parse(damaged(lambda values: values.update(format="other")), name="x")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_names_what_it_shows_and_merges(language):
    members = team(agents=15)
    members[0] = [(row[0], "tiny", *row[2:]) for row in members[0]]
    names = PhraseNames(phrases={"F00": '<i>我也没办法"'})

    text = team_report(merged(members), names, language)

    assert "&lt;i&gt;我也没办法&quot;" in text
    assert "tiny" not in text
    assert "<script" not in text
    assert f"{0:032x}"[:12] not in text


def test_a_team_without_a_name_is_called_so():
    members = {
        number: [(row[0], "", *row[2:]) for row in rows]
        for number, rows in team(agents=6).items()
    }

    text = team_report(merged(members), PhraseNames(), "zh-Hans")

    assert "未注明" in text


def test_a_team_that_was_never_flagged_gets_a_report_too():
    calm = [
        HandOver(agent=f"{number:032x}", team="a", made_ms=1, shifts=())
        for number in range(2)
    ]
    members = {
        number: [row for row in rows if not row[5]]
        for number, rows in team(agents=6).items()
    }
    summaries = [*calm, *(summary_of(rows) for rows in members.values())]
    summaries.sort(key=lambda handed: handed.agent)

    text = team_report(from_summaries(summaries), PhraseNames(), "en")

    assert "Nothing was flagged" in text


def line(name, **figures):
    return Line(name, Figures(people=9, **figures))


def test_rules_that_are_often_marked_come_first():
    found = rules_to_fix(
        [
            line("fine", shown=100, accepted=60),
            line("ignored", shown=100, accepted=20, ignored=60),
            line("marked", shown=100, accepted=20, marked=40),
            line("declined", shown=100, accepted=5),
            line("rare", shown=19, marked=19),
            Line("", Figures(shown=100, marked=99), merged=3),
        ]
    )

    assert [(each.name, each.why) for each in found] == [
        ("marked", "marked"),
        ("ignored", "ignored"),
        ("declined", "declined"),
    ]


def test_sentences_are_complete():
    for key, texts in SENTENCES.items():
        assert len(texts) == 3, key
        assert all(texts), key
