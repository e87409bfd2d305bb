"""Nothing that was typed is kept, and nothing is sent."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from agent_seat import Seat
from desktop_session import start_editor, wait_for
from tracing import internet_calls, socket_calls, tracer

from assist.backends.linux.private_desktop import MARK

pytestmark = pytest.mark.e2e

PASSWORD = "Hunter2geheim"  # noqa: S105  typed to be looked for
DRAFT = "maljnvatobe"
OFFENDING = "这个我也没办法"


def traces_of(marker, folder):
    """Return the files below ``folder`` that hold ``marker``, in any spelling."""
    spellings = {
        marker.encode(),
        marker.encode("utf-16-le"),
        marker.encode("utf-32-le"),
        json.dumps(marker).strip('"').encode(),
    }
    return [
        path
        for path in Path(folder).rglob("*")
        if path.is_file() and any(each in path.read_bytes() for each in spellings)
    ]


def scratch_folders(seat):
    """Return where a program started here could have written."""
    return [seat.overlay.home, Path(os.environ[MARK])]


@pytest.fixture
def seat(desktop, tmp_path):
    always = "card_cooldown_s = 0"
    with Seat(desktop, tmp_path / "assist", settings=always) as seat:
        yield seat


@pytest.mark.parametrize("marker", [PASSWORD, OFFENDING])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_the_search_finds_what_is_there(tmp_path, marker, encoding):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "file").write_bytes(b"\0" + marker.encode(encoding))

    assert traces_of(marker, tmp_path)


@pytest.mark.parametrize("form", ["gtk_form.py", "qt_form.py"])
def test_a_password_is_neither_read_nor_kept(seat, desktop, form):
    desktop.start_editor(form)
    seat.wait_for_strip("密码框")
    seat.type(PASSWORD)
    desktop.press("Tab")
    seat.wait_for_strip("读取正常")
    seat.type(DRAFT + OFFENDING)
    seat.wait_for_card()
    seat.click("card.replacement_0")
    seat.wait_for_toast()

    seat.overlay.end()

    assert seat.overlay.said.read_text() == ""
    for folder in scratch_folders(seat):
        for marker in (PASSWORD, DRAFT, OFFENDING):
            assert traces_of(marker, folder) == []


def test_no_draft_is_kept_whatever_becomes_of_it(seat, desktop):
    start_editor(desktop, "qt_editor")
    seat.wait_for_strip("读取正常")
    for name in ("card.ignore", "card.wrong", "card.close"):
        seat.type(DRAFT + OFFENDING)
        seat.wait_for_card()
        seat.click(name)
        wait_for(lambda: seat.card is None, 10)
        seat.press("Ctrl+A")
        seat.press("Delete")
    seat.press("Ctrl+Alt+P")
    seat.wait_for_strip("已暂停")
    seat.type(DRAFT)

    seat.overlay.end()

    assert seat.overlay.said.read_text() == ""
    for folder in scratch_folders(seat):
        for marker in (DRAFT, OFFENDING):
            assert traces_of(marker, folder) == []


def test_what_is_kept_is_for_this_user_alone(seat):
    seat.overlay.end()

    log = seat.overlay.home / "state" / "usage.db"
    assert log.stat().st_mode & 0o077 == 0
    assert log.parent.stat().st_mode & 0o077 == 0


def test_a_crash_would_leave_no_core_dump(seat):
    limits = Path(f"/proc/{seat.overlay.pid}/limits").read_text("ascii")

    (core,) = [line for line in limits.splitlines() if "core file size" in line]
    assert core.split()[4:6] == ["0", "0"]


def test_the_main_job_opens_no_internet_socket(desktop, tmp_path):
    report = tmp_path / "trace"
    with Seat(desktop, tmp_path / "assist", prefix=tracer(report)) as seat:
        start_editor(desktop, "mousepad")
        seat.wait_for_strip("读取正常")
        seat.type(OFFENDING)
        seat.wait_for_card()
        seat.click("card.replacement_0")
        seat.click("toast.undo")
        seat.wait_for_strip("中 1")

    assert socket_calls(report) > 3
    assert internet_calls(report) == []


@pytest.mark.parametrize("family", ["AF_INET", "AF_INET6"])
def test_the_trace_shows_an_internet_socket(tmp_path, family):
    report = tmp_path / "trace"
    opens = f"import socket; socket.socket(socket.{family}, socket.SOCK_DGRAM).close()"

    subprocess.run([*tracer(report), sys.executable, "-c", opens], check=True)

    assert internet_calls(report)
