"""Each outside library has its owners; nobody else imports it."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "assist"

OWNERS = {
    "PySide6": {"overlay", "desktop", "app"},
    "Xlib": {"backends"},
    "ahocorasick": {"matching"},
    "click": {"cli"},
    "dbus_fast": {"backends"},
    "duckdb": {"reports"},
    "numpy": {"matching", "text"},
    "platformdirs": {"storage"},
    "pynput": {"backends"},
    "pyqtgraph": {"overlay"},
    "python_calamine": {"packs"},
    "rapidfuzz": {"matching", "palette"},
    "securesystemslib": {"packs"},
    "cryptography": {"packs"},
    "tuf": {"packs"},
    "urllib3": {"packs"},
    "xlsxwriter": {"packs", "reports"},
    "svg": {"reports"},
    "sqlite3": {"storage", "reports"},
    "sqlite_utils": {"storage", "reports"},
}


def imports_of(file: Path) -> set[str]:
    """Return the top-level names that ``file`` imports, at any depth of it."""
    names = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


def package_of(file: Path) -> str:
    return file.relative_to(SOURCE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("library", sorted(OWNERS))
def test_only_its_owners_import(library):
    users = {
        package_of(file) for file in SOURCE.rglob("*.py") if library in imports_of(file)
    }

    assert users <= OWNERS[library]


def test_every_outside_library_has_an_owner():
    outside = set().union(*(imports_of(file) for file in SOURCE.rglob("*.py")))

    unowned = outside - set(sys.stdlib_module_names) - {"assist"} - set(OWNERS)

    assert unowned == set()


@pytest.mark.parametrize("command", ["check", "review", "doctor", "phrases"])
def test_a_command_for_servers_loads_no_window_library(command):
    script = (
        "import sys\n"
        "from assist.cli.main import assist\n"
        f"assist(['{command}', '--help'], standalone_mode=False)\n"
        "sys.exit('PySide6' in sys.modules)\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=False
    )

    assert done.returncode == 0, done.stderr.decode()
