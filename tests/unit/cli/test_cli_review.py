import json
import sqlite3
import time

import pytest
from click.testing import CliRunner

from assist.app import pack_policy
from assist.authoring.policy import Export, Policy
from assist.cli.review import review
from assist.model.usage import Action, UsageRecord
from assist.storage.folders import find_folders
from assist.storage.usage_log import SqliteUsageLog

HOUR = 3_600_000
EVENTS_TOO = Policy(exports=frozenset({Export.TOTALS, Export.EVENTS}))


class FakeClock:
    def monotonic(self):
        return time.monotonic()

    def epoch_ms(self):
        return time.time_ns() // 1_000_000


@pytest.fixture
def path(home):
    return find_folders({"ASSIST_HOME": str(home)}).usage_log


@pytest.fixture
def shift(path):
    """Yesterday's shift with one event, and one that is going on with four."""
    now = FakeClock().epoch_ms()
    with SqliteUsageLog(path, keep_days=30, clock=FakeClock()) as log:
        for at, action, rule in (
            (now - 30 * HOUR, Action.SHOWN, "F001"),
            (now - 3, Action.SHOWN, "F003"),
            (now - 2, Action.SHOWN, "F003"),
            (now - 1, Action.REPLACED, "F003"),
            (now, Action.IGNORED, "F003"),
        ):
            log.add([UsageRecord(at_ms=at, action=action, rule_id=rule)])


@pytest.mark.usefixtures("shift")
def test_totals_of_the_last_shift_are_printed_as_json(assist):
    done = assist("review", "--shift", "last", "--format", "json")

    values = json.loads(done.stdout)
    assert done.returncode == 0
    assert values["totals"]["shown"] == 2
    assert values["totals"]["replaced"] == values["totals"]["ignored"] == 1
    assert values["rules"][0]["rule"] == "F003"


@pytest.mark.usefixtures("shift")
def test_all_that_is_kept_can_be_asked_for(assist):
    done = assist("review", "--shift", "all", "--format", "json")

    assert json.loads(done.stdout)["totals"]["shown"] == 3


@pytest.mark.usefixtures("shift")
def test_the_last_shift_is_told_to_people_in_a_few_lines(assist):
    done = assist("review")

    text = done.stdout.decode()
    assert done.returncode == 0
    assert "1 of 2 findings put right (50%)." in text
    assert "shown              2" in text
    assert "F003" in text
    assert "F001" not in text


@pytest.mark.usefixtures("path")
def test_without_a_log_it_says_so(assist, home):
    assert assist("review").stdout == b"Nothing was logged.\n"
    assert not home.exists()


def test_a_shift_without_findings_gives_no_share(assist, path):
    with SqliteUsageLog(path, keep_days=30, clock=FakeClock()) as log:
        now = FakeClock().epoch_ms()
        log.add([UsageRecord(at_ms=now, action=Action.CLEARED)])

    text = assist("review").stdout.decode()
    assert "put right" not in text
    assert "rule " not in text


def test_a_damaged_log_is_one_sentence_and_a_remedy(assist, path):
    path.parent.mkdir(parents=True)
    path.write_bytes(b"junk" * 999)

    done = assist("review")

    sentence, hint = done.stderr.decode().splitlines()
    assert done.returncode == 2
    assert "is damaged" in sentence
    assert hint
    assert path.read_bytes() == b"junk" * 999


@pytest.mark.usefixtures("shift")
def test_a_log_of_a_newer_version_is_one_sentence_and_a_remedy(assist, path):
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version=99")
    connection.close()

    done = assist("review")

    sentence, hint = done.stderr.decode().splitlines()
    assert done.returncode == 2
    assert "newer version" in sentence
    assert "Update" in hint


def test_another_shift_is_a_usage_error(assist):
    assert assist("review", "--shift", "tomorrow").returncode == 2


def test_a_report_is_written_by_the_name_of_the_file_for_this_user_alone(
    assist, shift, tmp_path
):
    for name, begin in (
        ("r.html", b"<!DOCTYPE html>"),
        ("r.xlsx", b"PK"),
        ("r.csv", b"\xef\xbb\xbf"),
        ("r.json", b"{"),
        ("r.txt", b"From "),
    ):
        target = tmp_path / name
        done = assist("review", "--shift", "all", "-o", target)

        assert done.returncode == 0, done.stderr
        assert target.read_bytes().startswith(begin)
        assert target.stat().st_mode & 0o777 == 0o600


def test_a_report_goes_to_standard_output_in_the_language_asked_for(assist, shift):
    done = assist("review", "--format", "html", "--language", "en")

    assert b'<html lang="en">' in done.stdout
    assert "Right at once" in done.stdout.decode()


def test_a_report_that_cannot_be_written_is_one_sentence(assist, shift, tmp_path):
    done = assist("review", "-o", tmp_path / "no folder" / "r.html")

    assert done.returncode == 2
    assert "cannot be written" in done.stderr.decode()


def test_sums_are_handed_over_under_a_neutral_name(assist, shift, tmp_path):
    folder = tmp_path / "lead"
    folder.mkdir()

    done = assist("review", "--shift", "all", "--hand-over", folder, "--team", "day")

    (written,) = folder.iterdir()
    values = json.loads(written.read_text("utf-8"))
    assert done.returncode == 0, done.stderr
    assert written.name.startswith(f"summary-{values['agent'][:12]}-")
    assert values["team"] == "day"
    assert len(values["shifts"]) == 2
    again = assist("review", "--shift", "all", "--hand-over", folder)
    assert again.returncode == 0
    assert len(list(folder.iterdir())) == 1  # the same shifts, the same file


@pytest.fixture
def allowing(home, monkeypatch):
    """Run a command in this process, under a policy that lets events leave."""

    def run(command, *arguments, stdin="", home=home):
        with monkeypatch.context() as patched:
            patched.setenv("ASSIST_HOME", str(home))
            patched.setattr(pack_policy, "machine_policy", lambda: EVENTS_TOO)
            return CliRunner().invoke(command, list(map(str, arguments)), input=stdin)

    return run


def test_single_events_are_handed_over_only_after_a_yes(allowing, shift, tmp_path):
    for answer, files in (("n\n", 0), ("y\n", 2)):
        folder = tmp_path / f"lead{files}"
        folder.mkdir()
        asked = ("--shift", "all", "--hand-over", folder, "--events")
        done = allowing(review, *asked, stdin=answer)

        assert "recognise you" in done.stdout
        assert len(list(folder.iterdir())) == files


def test_without_a_policy_that_says_so_no_single_event_leaves(assist, shift, tmp_path):
    done = assist("review", "--hand-over", tmp_path, "--events", "--yes")

    assert done.returncode == 2
    assert "not handed over in your organisation" in done.stderr.decode()
    assert not list(tmp_path.glob("*-*"))


def test_with_nothing_logged_nothing_is_handed_over(assist, tmp_path):
    done = assist("review", "--hand-over", tmp_path)

    assert done.returncode == 2
    assert "Nothing was logged" in done.stderr.decode()


def test_shifts_are_deleted_after_a_yes_and_leave_nothing_in_the_file(
    assist, shift, path
):
    kept = assist("review", "--shift", "all", "--delete", stdin=b"n\n")
    assert kept.returncode != 0
    assert b"F003" in path.read_bytes()

    done = assist("review", "--shift", "all", "--delete", "--yes")

    assert done.stdout == b"Deleted 2 shifts.\n"
    assert assist("review").stdout == b"Nothing was logged.\n"
    left = b"".join(each.read_bytes() for each in path.parent.iterdir())
    assert b"F003" not in left
    assert assist("review", "--delete", "--yes").stdout == (
        b"There was nothing to delete.\n"
    )


def test_deleting_what_was_handed_over_says_what_stays(assist, shift, tmp_path):
    assist("review", "--shift", "last", "--hand-over", tmp_path)

    done = assist("review", "--shift", "all", "--delete", "--yes")

    assert "stays with the lead" in done.stdout.decode()


def test_a_team_report_is_written_from_what_was_handed_over(assist, allowing, tmp_path):
    folder = tmp_path / "lead"
    folder.mkdir()
    for number in range(6):
        log = tmp_path / str(number) / "state" / "usage.db"
        with SqliteUsageLog(log, keep_days=30, clock=FakeClock()) as opened:
            now = FakeClock().epoch_ms()
            for action in (Action.SHOWN, Action.REPLACED):
                opened.add([UsageRecord(at_ms=now, action=action, rule_id="F003")])
        asked = ("--hand-over", folder, "--events", "--yes")
        done = allowing(review, *asked, home=tmp_path / str(number))
        assert done.exit_code == 0, done.output

    for how in ((), ("--events",)):
        target = tmp_path / f"report{len(how)}.html"
        done = assist("team-report", folder, "-o", target, *how)
        assert done.stdout == b"6 agents, 6 shifts, 6 findings.\n", done.stderr
        assert "100%" in target.read_text("utf-8")


def test_a_team_report_about_too_few_shows_nothing(assist, shift, tmp_path):
    folder = tmp_path / "lead"
    folder.mkdir()
    assist("review", "--hand-over", folder)

    done = assist("team-report", folder, "-o", tmp_path / "r.html")

    assert done.returncode == 2
    assert not (tmp_path / "r.html").exists()


def test_a_team_report_needs_somewhere_to_go(assist, tmp_path):
    assert assist("team-report", tmp_path).returncode == 2
