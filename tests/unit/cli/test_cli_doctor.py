import json
import os
import shutil
import sqlite3
from collections import namedtuple

import pytest

from assist.app import build, examination
from assist.app.examination import examine
from assist.app.verdict import Verdict
from assist.backends.linux.private_desktop import PrivateDesktop
from assist.settings import Settings
from assist.storage.folders import find_folders
from assist.storage.usage_log import SqliteUsageLog

NO_DESKTOP = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "DBUS_SESSION_BUS_ADDRESS": "x:"}


@pytest.fixture
def folders(home):
    return find_folders({"ASSIST_HOME": str(home)})


@pytest.fixture
def report(assist):
    """Run doctor without a desktop; gives its JSON report by name of the check."""

    def run(**variables):
        done = assist("doctor", "--json", **NO_DESKTOP, **variables)
        document = json.loads(done.stdout)
        assert done.returncode == (1 if document["problems"] else 0)
        return {check["name"]: check for check in document["checks"]}

    return run


@pytest.fixture
def examined(home, monkeypatch):
    """Look around in this process; gives what is not ok by name of the check."""
    monkeypatch.setenv("ASSIST_HOME", str(home))
    monkeypatch.setattr(examination, "surroundings", lambda *_, **_options: ())

    def run():
        checks = examine({})
        return {each.name: each for each in checks if each.verdict is not Verdict.OK}

    return run


def test_on_a_desktop_nothing_is_a_problem(assist):
    with PrivateDesktop() as desktop:
        done = assist("doctor", **desktop.environ)
        again = assist("doctor", "--json", **desktop.environ)

    text = done.stdout.decode()
    assert done.returncode == 0, text
    assert text.endswith("problems: 0, notices: 0\n")
    found = {check["name"]: check for check in json.loads(again.stdout)["checks"]}
    assert found["backend"]["found"] == "atspi"
    assert found["display"]["found"] == desktop.environ["DISPLAY"]


def test_without_a_desktop_each_missing_part_is_named_with_its_remedy(assist):
    done = assist("doctor", **NO_DESKTOP)

    lines = done.stdout.decode().splitlines()
    assert done.returncode == 1
    for name in ("display", "accessibility", "backend"):
        at = next(
            number
            for number, line in enumerate(lines)
            if line.split()[:2] == ["problem", name]
        )
        assert lines[at + 1].strip().startswith("→ ")


def test_looking_around_leaves_no_trace(report, home):
    report()

    assert not home.exists()


def test_wayland_is_a_notice_not_a_problem(report):
    session = report(XDG_SESSION_TYPE="wayland")["session"]

    assert session["verdict"] == "notice"
    assert session["remedy"]


@pytest.mark.parametrize(
    ("variables", "verdict"),
    [
        ({}, "ok"),
        ({"XMODIFIERS": "@im=fcitx"}, "notice"),
        ({"QT_IM_MODULE": "fcitx5"}, "notice"),
        (
            {
                "XMODIFIERS": "@im=fcitx",
                "QT_IM_MODULE": "ibus",
                "IBUS_USE_PORTAL": "1",
            },
            "ok",
        ),
    ],
)
def test_an_input_method_that_does_not_reach_the_pad_is_noticed(
    report, variables, verdict
):
    unset = {"XMODIFIERS": "", "QT_IM_MODULE": "", "GTK_IM_MODULE": ""}

    assert report(**{**unset, **variables})["input method"]["verdict"] == verdict


def test_a_backend_that_does_not_exist_is_a_problem(report, folders):
    folders.config.mkdir(parents=True)
    folders.settings_file.write_text('backend = "telepathy"\n', "utf-8")

    backend = report()["backend"]
    assert backend["verdict"] == "problem"
    assert "telepathy" in backend["remedy"]


def test_a_bad_setting_is_named_and_the_rest_still_looked_at(report, folders):
    folders.config.mkdir(parents=True)
    folders.settings_file.write_text("card_delay = 1\n", "utf-8")

    found = report()
    assert found["settings"]["verdict"] == "problem"
    assert "card_delay" in found["settings"]["found"]
    assert found["settings"]["remedy"] == "Did you mean card_delay_ms?"
    assert found["phrase list"]["verdict"] == "ok"


def test_the_settings_file_in_use_is_named(report, folders):
    folders.config.mkdir(parents=True)
    folders.settings_file.touch()

    assert report()["settings"]["found"].endswith("settings.toml")


def test_a_phrase_list_that_cannot_be_used_is_a_problem(
    examined, monkeypatch, tmp_path
):
    monkeypatch.setattr(build, "phrase_list", lambda _path: tmp_path / "none.db")

    assert examined()["phrase list"].verdict is Verdict.PROBLEM


def test_a_damaged_log_is_a_problem_and_is_left_alone(report, folders):
    folders.state.mkdir(parents=True)
    folders.usage_log.write_bytes(b"junk" * 999)

    log = report()["usage log"]
    assert log["verdict"] == "problem"
    assert "sets it aside" in log["remedy"]
    assert folders.usage_log.read_bytes() == b"junk" * 999


class Clock:
    def monotonic(self):
        return 0.0

    def epoch_ms(self):
        return 1_700_000_000_000


def opened(folders):
    keep_days = Settings().log_keep_days
    return SqliteUsageLog(folders.usage_log, keep_days=keep_days, clock=Clock())


def test_a_log_of_a_newer_version_is_a_problem(report, folders):
    opened(folders).close()
    with sqlite3.connect(folders.usage_log) as connection:
        connection.execute("PRAGMA user_version=99")
    connection.close()

    assert "newer version" in report()["usage log"]["found"]


def test_logs_that_were_set_aside_are_noticed(examined, folders):
    folders.state.mkdir(parents=True)
    folders.usage_log.write_bytes(b"junk" * 999)
    opened(folders).close()

    assert "usage.damaged-" in examined()["usage log"].found


def test_errors_that_were_put_up_with_are_shown_with_their_count(examined, folders):
    with opened(folders) as log:
        log.count_swallowed({"KeyError": 3})

    check = examined()["errors put up with"]
    assert (check.verdict, check.found) == (Verdict.NOTICE, "KeyError × 3")


def test_a_state_folder_that_cannot_be_made_is_a_problem(report, home):
    home.touch()

    log = report()["usage log"]
    assert log["verdict"] == "problem"
    assert "ASSIST_HOME" in log["remedy"]


def test_a_folder_nobody_may_look_into_is_a_problem(examined, home):
    home.mkdir()
    home.chmod(0)
    was = os.geteuid()
    if was == 0:
        os.seteuid(65534)  # root may look everywhere
    try:
        check = examined()["usage log"]
    finally:
        os.seteuid(was)
        home.chmod(0o700)

    assert check.verdict is Verdict.PROBLEM
    assert check.remedy


def test_a_disk_that_is_nearly_full_is_a_problem(examined, monkeypatch):
    usage = namedtuple("usage", "total used free")  # noqa: PYI024  as shutil has it
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage(9e9, 9e9, 999_999))

    check = examined()["usage log"]
    assert check.verdict is Verdict.PROBLEM
    assert "0.0 MB" not in check.found
    assert "Free some space" in check.remedy


def test_the_name_of_the_user_is_left_out_of_the_report(home, monkeypatch):
    monkeypatch.setenv("ASSIST_HOME", str(home / "marker"))
    monkeypatch.setattr(examination, "surroundings", lambda *_, **_options: ())

    found = " ".join(check.found for check in examine({"HOME": str(home)}))

    assert str(home) not in found
    assert "~/marker" in found
