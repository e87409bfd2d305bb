import os
import subprocess
import sys

import pytest

RULES = """\
id,phrase,scope,category,severity,replacements,why
T001,不知道,anywhere,否定语,medium,很抱歉，请您稍等。；span:请稍等,听起来像推托。
T002,"你问我，我问谁",anywhere,推诿,high,,
"""


def environment(home):
    return {
        **os.environ,
        "ASSIST_HOME": str(home),
        "PYTHONIOENCODING": "utf-8",
        "PYTHONUNBUFFERED": "",  # else nobody sees that a line was not handed on
    }


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


@pytest.fixture
def variables(home):
    """Return the environment that a command of this test is started in."""
    return environment(home)


@pytest.fixture
def assist(variables):
    """Run the command as a user does; gives its exit code, output and errors."""

    def run(*arguments, stdin=b"", **others):
        return subprocess.run(
            [sys.executable, "-m", "assist.cli.main", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            check=False,
            env={**variables, **others},
        )

    return run


@pytest.fixture(scope="session")
def small_list(tmp_path_factory):
    """A phrase list with two rules, built by the command itself."""
    folder = tmp_path_factory.mktemp("list")
    (folder / "rules.csv").write_text(RULES, "utf-8")
    subprocess.run(
        [
            *(sys.executable, "-m", "assist.cli.main", "phrases", "build"),
            *(folder / "rules.csv", "-o", folder / "small.db"),
        ],
        check=True,
        capture_output=True,
        env=environment(folder),
    )
    return folder / "small.db"
