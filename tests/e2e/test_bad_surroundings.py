"""What is missing or in the way is said in one sentence, and nothing is lost."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from agent_seat import Seat, run_assist
from desktop_session import start_editor, wait_for

import assist
from assist.backends.linux.x11_hotkeys import X11Hotkeys
from assist.bundled import bundled

pytestmark = pytest.mark.e2e

OFFENDING = "这个我也没办法"


@pytest.fixture
def home(tmp_path):
    return tmp_path / "assist"


def sentence_and_remedy(done):
    """Return the two lines of a refusal; nothing else may be printed."""
    assert done.returncode == 2
    assert done.stdout == ""
    sentence, *remedy = done.stderr.splitlines()
    assert sentence.startswith("assist: ")
    assert remedy
    return sentence, " ".join(remedy)


@pytest.mark.parametrize("display", ["", ":4321"])
def test_without_a_screen_it_says_where_to_start_it(desktop, home, display):
    environ = os.environ | {"DISPLAY": display, "WAYLAND_DISPLAY": ""}

    done = run_assist("run", home=home, environ=environ)

    sentence, remedy = sentence_and_remedy(done)
    assert "screen" in sentence
    assert "assist demo" in remedy


def test_without_an_accessibility_bus_it_says_what_to_install(desktop, home):
    nowhere = "unix:path=/nonexistent/bus"
    environ = os.environ | {"DBUS_SESSION_BUS_ADDRESS": nowhere}

    done = run_assist("run", home=home, environ=environ)

    sentence, remedy = sentence_and_remedy(done)
    assert "cannot be read" in sentence
    assert "at-spi2-core" in remedy


class Copy:
    """The program with a phrase list of its own, as an installation has it."""

    def __init__(self, folder):
        ignored = shutil.ignore_patterns("__pycache__", "resources")
        package = Path(assist.__file__).parent
        shutil.copytree(package, folder / "assist", ignore=ignored)
        self.folder = folder
        self.phrases = folder / "assist" / "resources" / "phrases.db"
        self.phrases.parent.mkdir()
        shutil.copy(bundled("phrases.db"), self.phrases)
        # With no list in the copy, the one of a checkout would be looked for.
        assert not (folder.parent / "resources").exists()

    def run(self, home):
        return subprocess.run(
            [sys.executable, "-m", "assist.cli.main", "run"],
            env=os.environ | {"PYTHONPATH": str(self.folder), "ASSIST_HOME": str(home)},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )


@pytest.fixture
def copy(tmp_path):
    return Copy(tmp_path / "copy")


def test_a_missing_phrase_list_is_named_with_a_remedy(desktop, copy, home):
    copy.phrases.unlink()

    sentence, _ = sentence_and_remedy(copy.run(home))

    assert "phrases.db" in sentence


def test_a_damaged_phrase_list_is_named_with_a_remedy(desktop, copy, home):
    content = copy.phrases.read_bytes()
    copy.phrases.write_bytes(content[:4096] + b"\xff" * 8192)

    sentence, _ = sentence_and_remedy(copy.run(home))

    assert "phrases.db" in sentence


def test_a_phrase_list_of_a_newer_format_asks_for_a_newer_program(desktop, copy, home):
    with sqlite3.connect(copy.phrases) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()

    sentence, _ = sentence_and_remedy(copy.run(home))

    assert "newer" in sentence


def flagged_and_replaced(seat, desktop):
    """Do the main job."""
    start_editor(desktop, "mousepad")
    seat.wait_for_strip("读取正常")
    seat.type(OFFENDING)
    seat.wait_for_card()
    seat.click("card.replacement_0")
    seat.wait_for_toast()


def test_a_hotkey_that_another_program_holds_is_named_and_all_else_works(desktop, home):
    other = X11Hotkeys()
    try:
        other.grab("Ctrl+Alt+P", lambda: None)
        with Seat(desktop, home) as seat:
            wait_for(lambda: "热键被别的程序占用" in seat.toast, 10)
            flagged_and_replaced(seat, desktop)
            assert seat.overlay.end() == 0
            assert seat.overlay.said.read_text() == ""
    finally:
        other.close()


def a_file_in_the_way(home):
    home.mkdir()
    (home / "state").write_text("")
    return ()


def no_room(home):
    """A file may grow to 12 kB only, which is less than an empty log."""
    return ("prlimit", "--fsize=12288")


@pytest.mark.parametrize("trouble", [a_file_in_the_way, no_room])
def test_an_unwritable_log_is_said_and_all_else_works(desktop, home, trouble):
    with Seat(desktop, home, prefix=trouble(home)) as seat:
        wait_for(lambda: "使用记录没能写入" in seat.toast, 10)
        flagged_and_replaced(seat, desktop)
        assert seat.overlay.end() == 0
        assert seat.overlay.said.read_text() == ""


def test_the_doctor_names_an_unwritable_folder(desktop, home):
    a_file_in_the_way(home)

    done = run_assist("doctor", home=home)

    assert done.returncode == 1
    assert "usage log" in done.stdout
    assert "Traceback" not in done.stderr
