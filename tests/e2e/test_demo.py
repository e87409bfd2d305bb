"""The demonstration judges itself: it fails when the main job is not done."""

import json
import os
import shutil
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

import assist
from assist.app.demo_picture import png
from assist.backends.linux.x11_screen import Picture
from assist.bundled import bundled

pytestmark = pytest.mark.e2e


def demo(output, **environ):
    return subprocess.run(
        [sys.executable, "-m", "assist.cli.main", "demo", "-o", str(output)],
        env=os.environ | environ,
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
    )


@pytest.fixture
def without_the_phrase(tmp_path):
    """A copy of the program whose list knows none of the words of the script."""
    folder = tmp_path / "copy"
    ignored = shutil.ignore_patterns("__pycache__", "resources")
    shutil.copytree(Path(assist.__file__).parent, folder / "assist", ignore=ignored)
    icons = folder / "assist" / "resources" / "icons"
    shutil.copytree(bundled("icons"), icons)
    rules = tmp_path / "rules.csv"
    rules.write_text("id,phrase,replacements\nT1,退货没门,我来帮您看看。\n", "utf-8")
    target = icons.with_name("phrases.db")
    command = ("phrases", "build", rules, "-o", target)
    subprocess.run([sys.executable, "-m", "assist.cli.main", *command], check=True)
    return folder


def test_a_message_that_is_not_flagged_fails_with_one_sentence(
    without_the_phrase, tmp_path
):
    done = demo(tmp_path / "demo", PYTHONPATH=str(without_the_phrase))

    assert done.returncode == 1
    (sentence,) = done.stderr.splitlines()
    assert "scene 1-plain: The strip did not flag" in sentence
    summary = json.loads((tmp_path / "demo" / "summary.json").read_text("utf-8"))
    assert not summary["ok"]
    assert summary["failure"] == sentence
    assert summary["steps"][0]["final_text"] == summary["steps"][0]["typed"]


def test_a_missing_editor_is_named_with_what_to_install(tmp_path):
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("Xvfb", "openbox", "dbus-daemon", "xkbcomp", "sh"):
        (programs / name).symlink_to(shutil.which(name))

    done = demo(tmp_path / "demo", PATH=str(programs))

    assert done.returncode == 1
    assert "not installed: mousepad (apt install mousepad)" in done.stderr


def test_a_screenshot_holds_the_pixels_of_the_screen():
    blue, red = b"\xff\x00\x00\x00", b"\x00\x00\xff\x00"

    encoded = png(Picture(2, 1, blue + red))

    assert encoded.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", encoded[16:24]) == (2, 1)
    at = encoded.index(b"IDAT")
    (length,) = struct.unpack(">I", encoded[at - 4 : at])
    rows = zlib.decompress(encoded[at + 4 : at + 4 + length])
    assert rows == b"\x00" + b"\x00\x00\xff" + b"\xff\x00\x00"
