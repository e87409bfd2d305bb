import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from assist.cli.main import assist as program

ROOT = Path(__file__).parents[3]
MANUAL = (ROOT / "docs" / "cli.md").read_text("utf-8")


def commands(group, name="assist"):
    """Yield every command that does something, with its full name."""
    for sub, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{name} {sub}")
        elif not command.hidden:
            yield f"{name} {sub}", command


COMMANDS = dict(commands(program))


def section(name):
    """Return the part of the manual under the heading of a command."""
    found = re.search(
        rf"^## {name}\n(.*?)(?=^## |\Z)", MANUAL, re.DOTALL | re.MULTILINE
    )
    assert found, f"docs/cli.md has no heading “## {name}”"
    return found[1]


def test_the_commands_of_the_main_job_are_all_there():
    assert set(COMMANDS) >= {
        *("assist run", "assist demo", "assist check", "assist review"),
        *("assist doctor", "assist phrases build"),
    }


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_says_what_it_does_with_an_example_and_is_in_the_manual(name):
    assert COMMANDS[name].help
    assert "For example:" in COMMANDS[name].help
    assert section(name).strip()


@pytest.mark.parametrize("name", COMMANDS)
def test_an_example_is_shown_on_lines_of_its_own(name):
    shown = COMMANDS[name].get_help(click.Context(COMMANDS[name])).splitlines()

    assert [line for line in shown if re.match(rf" +{name}( |$)", line)]
    assert not [line for line in shown if "\\b" in line]


@pytest.mark.parametrize(
    ("name", "option"),
    [
        (name, option)
        for name, command in COMMANDS.items()
        for option in command.params
        if isinstance(option, click.Option)
    ],
    ids=str,
)
def test_an_option_has_help_and_is_in_the_manual(name, option):
    assert option.help
    for written in option.opts:
        assert f"`{written}" in section(name)
    if isinstance(option.type, click.Choice):
        assert "|".join(option.type.choices) in section(name)


def test_the_table_of_settings_is_the_one_that_is_declared():
    done = subprocess.run(
        [sys.executable, ROOT / "tools" / "settings_table.py", "--check"], check=False
    )

    assert done.returncode == 0, "run: python tools/settings_table.py"
