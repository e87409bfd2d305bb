import json
import sqlite3
import time

import pytest

from assist.model.usage import Action, UsageRecord
from assist.storage.folders import find_folders
from assist.storage.usage_log import SqliteUsageLog

HOUR = 3_600_000


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
