"""A marker typed through the whole journey is in no file, and in no memory after."""

import io
import json
import os
import signal
import time
import zipfile
from pathlib import Path

import pytest
from agent_seat import Seat
from desktop_session import wait_for

from assist.backends.linux.private_desktop import MARK

pytestmark = pytest.mark.e2e

PROBE = Path(__file__).parent / "memory_probe"
DISGUISE = 0x5A
MARKER = "maljnvatobe"
MISSPELT = "没班fa"  # of 我也没办法: flagged, and in no list
TYPED = f"{MARKER}这个我也{MISSPELT}"
ALWAYS = "card_cooldown_s = 0\ncard_collapse_s = 0"


class Memory:
    """Asks the program that runs with the probe what its memory holds."""

    def __init__(self, folder):
        self.folder = folder
        for name in ("ask", "answer"):
            os.mkfifo(folder / name)

    @property
    def environ(self):
        path = os.pathsep.join([str(PROBE), os.environ.get("PYTHONPATH", "")])
        return os.environ | {"MEMORY_PROBE": str(self.folder), "PYTHONPATH": path}

    def chains_to(self, marker):
        disguised = bytes(each ^ DISGUISE for each in marker.encode())
        (self.folder / "ask").write_bytes(disguised)
        return json.loads((self.folder / "answer").read_text())

    def chains_left(self, marker):
        """Return what is still there after a while.

        What may be attached to a false alarm is kept for six seconds.
        """
        deadline = time.monotonic() + 10
        while (chains := self.chains_to(marker)) and time.monotonic() < deadline:
            pass
        return chains


def traces_of(marker, folder):
    """Return the files that hold ``marker`` in any spelling, in archives as well."""
    spellings = [
        marker.encode("utf-8"),
        marker.encode("utf-16-le"),
        marker.encode("utf-32-le"),
        json.dumps(marker).strip('"').encode(),
    ]

    def contents(path):
        content = path.read_bytes()
        yield content
        if zipfile.is_zipfile(io.BytesIO(content)):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                yield from map(archive.read, archive.namelist())

    return [
        path
        for path in Path(folder).rglob("*")
        if path.is_file()
        and any(each in content for content in contents(path) for each in spellings)
    ]


@pytest.fixture
def memory(tmp_path):
    return Memory(tmp_path)


@pytest.fixture
def seat(desktop, tmp_path, memory):
    home = tmp_path / "assist"
    with Seat(desktop, home, settings=ALWAYS, environ=memory.environ) as seat:
        yield seat


def empty_field(seat):
    seat.press("Ctrl+A")
    seat.press("Delete")
    seat.wait_for_strip("读取正常")


def journey(seat):
    """Flag and replace, ignore, mark, delete, and type once more."""
    seat.wait_for_strip("读取正常")
    seat.type(TYPED)
    seat.wait_for_card()
    seat.click("card.replacement_0")
    seat.wait_for_toast()
    empty_field(seat)
    seat.type(TYPED)
    seat.wait_for_card()
    seat.click("card.ignore")
    wait_for(lambda: seat.card is None, 10)
    empty_field(seat)
    seat.type(TYPED)
    seat.wait_for_card()
    seat.click("card.wrong")
    wait_for(lambda: seat.card is None, 10)
    empty_field(seat)
    seat.type(TYPED)
    seat.wait_for_card()


def test_what_was_sent_is_reachable_nowhere_in_the_program(seat, desktop, memory):
    desktop.start_editor("qt_chat.py")
    journey(seat)
    for marker in (MARKER, MISSPELT):
        assert memory.chains_to(marker), "the search has to find what is on the screen"

    seat.press("Return")
    seat.wait_for_totals(sent=1)

    for marker in (MARKER, MISSPELT):
        assert memory.chains_left(marker) == []
    assert seat.overlay.end() == 0
    assert seat.overlay.said.read_text() == ""


def test_after_a_crash_and_every_export_no_file_holds_it(seat, desktop, tmp_path):
    desktop.start_editor("qt_chat.py")
    journey(seat)

    os.kill(seat.overlay.pid, signal.SIGSEGV)
    seat.overlay.end()

    folder = tmp_path / "given"
    folder.mkdir()
    for form in ("text", "html", "xlsx", "csv", "json"):
        done = seat.command("review", "--format", form, "-o", str(folder / f"r.{form}"))
        assert done.returncode == 0, done.stderr
    done = seat.command("review", "--hand-over", str(folder), "--yes")
    assert done.returncode == 0, done.stderr
    assert len(list(folder.iterdir())) == 6
    for where in (tmp_path, Path(os.environ[MARK])):
        assert traces_of(MARKER, where) == []
        assert traces_of(MISSPELT, where) == []
        assert list(where.rglob("core*")) == []
