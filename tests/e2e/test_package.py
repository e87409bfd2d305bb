"""The wheel alone, in an environment that has never seen a checkout."""

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.e2e

PROJECT = Path(__file__).parents[2]
LOCK = PROJECT / "requirements" / "run.lock"


def run(*command, **others):
    return subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        text=True,
        check=False,
        **others,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    command = ("-m", "build", "--wheel", "--no-isolation", "--outdir", folder)
    built = run(sys.executable, *command, cwd=PROJECT)
    assert built.returncode == 0, built.stderr
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """Run a command of the installed program, far from the checkout."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder / "venv", with_pip=True)
    python = folder / "venv" / "bin" / "python"
    clean = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "VIRTUAL_ENV", "COVERAGE"))
    }
    pip = (python, "-m", "pip", "install", "--quiet", "--no-compile")
    for what in (("--require-hashes", "-r", LOCK), ("--no-deps", wheel)):
        done = run(*pip, *what, cwd=folder, env=clean)
        assert done.returncode == 0, done.stderr

    def command(*arguments):
        home = {"ASSIST_HOME": str(folder / "home")}
        return run(
            folder / "venv" / "bin" / "assist",
            *arguments,
            cwd=folder,
            env=clean | home,
        )

    return command


def test_the_wheel_carries_what_the_program_reads(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    package = PROJECT / "src" / "assist"
    data = {
        path.relative_to(package.parent).as_posix()
        for path in package.rglob("*")
        if path.suffix in (".qm", ".txt", ".json") and path.is_file()
    }
    icons = {
        f"assist/resources/icons/{path.name}"
        for path in (PROJECT / "resources" / "icons").iterdir()
    }

    assert names >= data | icons | {"assist/resources/phrases.db"}
    assert len(data) >= 4
    assert not [name for name in names if name.startswith(("tests", "tools"))]


def test_the_installed_program_checks_a_message(installed, tmp_path):
    message = tmp_path / "message.txt"
    message.write_text("这个我也没办法\n", "utf-8")

    done = installed("check", message)

    assert done.returncode == 1, done.stderr
    assert "1 of 1 messages flagged" in done.stdout


def test_the_installed_doctor_finds_every_part(installed):
    done = installed("doctor", "--json")

    assert done.returncode == 0, done.stdout + done.stderr
    assert '"problems": 0' in done.stdout


def test_the_installed_program_does_the_main_job(installed, tmp_path):
    done = installed("demo", "--output", tmp_path / "demo")

    assert done.returncode == 0, done.stderr
    summary = json.loads((tmp_path / "demo" / "summary.json").read_text("utf-8"))
    assert summary["ok"]
    for step in summary["steps"]:
        for name in step["screenshots"]:
            assert (tmp_path / "demo" / name).stat().st_size > 4096
