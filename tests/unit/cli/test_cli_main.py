import subprocess
import sys

import pytest

from assist.app import build, review_parts
from assist.cli import main as cli
from assist.errors import AssistError

SERVER_COMMANDS = ("check", "review", "doctor", "phrases build")


def outcome(monkeypatch, *arguments):
    """Return the exit code of the command line in this process."""
    monkeypatch.setattr(sys, "argv", ["assist", *arguments])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    return ended.value.code


def test_an_expected_error_is_one_sentence_its_remedy_and_exit_2(monkeypatch, capsys):
    def refuse(_shift):
        raise AssistError("It cannot be done.", hint="Do this.")

    monkeypatch.setattr(review_parts, "summarise", refuse)

    assert outcome(monkeypatch, "review") == 2
    assert capsys.readouterr().err == "assist: It cannot be done.\nDo this.\n"


def test_an_error_without_a_remedy_leaves_no_empty_line(monkeypatch, capsys):
    def refuse(_shift):
        raise AssistError("It cannot be done.")

    monkeypatch.setattr(review_parts, "summarise", refuse)

    assert outcome(monkeypatch, "review") == 2
    assert capsys.readouterr().err == "assist: It cannot be done.\n"


def test_ctrl_c_ends_with_130(monkeypatch):
    def interrupt(_shift):
        raise KeyboardInterrupt

    monkeypatch.setattr(review_parts, "summarise", interrupt)

    assert outcome(monkeypatch, "review") == 130


def test_an_unexpected_error_is_not_hidden(monkeypatch):
    def fail(_shift):
        raise ZeroDivisionError

    monkeypatch.setattr(review_parts, "summarise", fail)
    monkeypatch.setattr(sys, "argv", ["assist", "review"])

    with pytest.raises(ZeroDivisionError):
        cli.main()


@pytest.mark.parametrize(
    "arguments", [["--bogus"], ["check", "--bogus"], ["bogus"], []]
)
def test_a_usage_error_ends_with_2(monkeypatch, capsys, arguments):
    assert outcome(monkeypatch, *arguments) == 2
    assert "Usage: assist" in capsys.readouterr().err


def test_help_and_version_end_with_0(monkeypatch, capsys):
    assert outcome(monkeypatch, "-h") == 0
    assert outcome(monkeypatch, "--version") == 0
    assert capsys.readouterr().out.rstrip().endswith(build.program_version())


@pytest.mark.parametrize("command", SERVER_COMMANDS)
def test_no_window_library_is_loaded_to_run_on_a_server(command, home, small_list):
    arguments = {
        "check": ["check", "-", "--phrases", str(small_list)],
        "review": ["review"],
        "doctor": ["doctor"],
        "phrases build": ["phrases", "build", "--help"],
    }[command]
    script = f"""
import sys, os
os.environ["ASSIST_HOME"] = {str(home)!r}
sys.argv = ["assist", *{arguments!r}]
from assist.cli.main import main
try:
    main()
except SystemExit:
    pass
loaded = [name for name in sys.modules if name.split(".")[0] == "PySide6"]
sys.exit(99 if loaded else 0)
"""
    done = subprocess.run(
        [sys.executable, "-c", script], input=b"", capture_output=True, check=False
    )

    assert done.returncode == 0, done.stderr.decode()


def test_help_waits_for_no_part_that_it_does_not_need():
    script = """
import sys
from assist.cli.main import assist
assist(["--help"], standalone_mode=False)
heavy = {"PySide6", "sqlite_utils", "rapidfuzz", "numpy", "dbus_fast", "Xlib"}
sys.exit(99 if heavy & set(sys.modules) else 0)
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=False
    )

    assert done.returncode == 0, done.stderr.decode()


def test_the_overlay_without_a_screen_is_one_sentence_and_a_remedy(assist):
    done = assist("run", DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")

    sentence, hint = done.stderr.decode().splitlines()
    assert done.returncode == 2
    assert "screen" in sentence
    assert hint


def test_the_overlay_with_a_bad_setting_names_it_and_does_not_start(assist, home):
    (home / "config").mkdir(parents=True)
    (home / "config" / "settings.toml").write_text("theme = 1\n", "utf-8")

    done = assist("run", DISPLAY="", WAYLAND_DISPLAY="")

    assert done.returncode == 2
    assert "theme" in done.stderr.decode()


def test_a_window_library_that_does_not_load_is_one_sentence_and_a_remedy(
    monkeypatch, capsys, home
):
    monkeypatch.setenv("ASSIST_HOME", str(home))
    monkeypatch.setitem(sys.modules, "PySide6.QtWidgets", None)
    monkeypatch.delitem(sys.modules, "assist.app.desktop", raising=False)
    monkeypatch.delattr("assist.app.desktop", raising=False)

    assert outcome(monkeypatch, "run") == 2
    assert "apt install" in capsys.readouterr().err


def test_a_mistake_of_ours_is_not_taken_for_a_missing_library(monkeypatch, home):
    monkeypatch.setenv("ASSIST_HOME", str(home))
    monkeypatch.setitem(sys.modules, "assist.app.desktop", None)
    monkeypatch.delattr("assist.app.desktop", raising=False)
    monkeypatch.setattr(sys, "argv", ["assist", "run"])

    with pytest.raises(ImportError):
        cli.main()
