"""The machine's policy file: who may write it decides whether it counts."""

import os
import stat
import sys
import tempfile
import tomllib
from collections.abc import Callable
from pathlib import Path

from assist.authoring.policy import Policy, parse_policy
from assist.errors import InputError, PolicyError
from assist.packs.files import read_bounded

_MOST_BYTES = 100_000
_OTHERS = stat.S_IWGRP | stat.S_IWOTH
_ADMINISTRATOR = 0


def policy_path() -> Path:
    """Return where the policy of this machine is; nothing of the user's decides it."""
    if sys.platform == "win32":
        folder = Path(_common_data()) / "Assist"
    elif sys.platform == "darwin":
        folder = Path("/Library/Application Support/Assist")
    else:
        folder = Path("/etc/assist")
    return folder / "policy.toml"


def read_policy(path: Path | None = None, *, owner: int = _ADMINISTRATOR) -> Policy:
    """Read the policy; one that is missing leaves everything to the user.

    Args:
        path: Instead of the machine's own.
        owner: User id that the file must belong to.

    Raises:
        PolicyError: It can be written by the user, or is not in its form: a
            policy that does not hold must not look like one that does.
    """
    path = path or policy_path()
    if not path.exists():
        return Policy()
    writable = _writable_windows if sys.platform == "win32" else _writable_posix(owner)
    for one in (path, *path.parents):
        if writable(one):
            raise PolicyError(
                f"The policy {path} does not count: users may write {one}.",
                hint="Give it to the administrator, and let nobody else write.",
            )
    try:
        values = tomllib.loads(read_bounded(path, most=_MOST_BYTES).decode("utf-8-sig"))
        return parse_policy(values)
    except (InputError, ValueError) as error:
        raise PolicyError(f"The policy {path} cannot be read: {error}") from error
    except PolicyError as error:
        raise PolicyError(f"The policy {path}: {error}", hint=error.hint) from error


def _writable_posix(owner: int) -> Callable[[Path], bool]:
    """Return what tells whether others than ``owner`` may write a file or folder.

    A folder with the sticky bit is safe: nobody can replace another's files.
    """

    def writable(path: Path) -> bool:
        status = path.lstat()
        if stat.S_ISLNK(status.st_mode):
            return True
        if status.st_uid not in {owner, _ADMINISTRATOR}:
            return True
        sticky = stat.S_ISDIR(status.st_mode) and status.st_mode & stat.S_ISVTX
        if status.st_mode & _OTHERS and not sticky:
            return True
        # Access lists may grant what the mode does not show.
        if sys.platform == "win32":
            may = True
        else:
            may = os.geteuid() != owner and os.access(path, os.W_OK)
        return bool(may and not sticky)

    return writable


def _writable_windows(path: Path) -> bool:
    """Tell whether this user could write: only trying it tells on Windows."""
    try:
        if path.is_dir():
            with tempfile.TemporaryFile(dir=path):
                return True
        with path.open("r+b"):
            return True
    except OSError:
        return False


def _common_data() -> str:
    """Return the program data folder as the machine, not the user, names it."""
    found = ""
    if sys.platform == "win32":
        import winreg

        key = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Explorer\Shell Folders"
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key) as folders:
            found = str(winreg.QueryValueEx(folders, "Common AppData")[0])
    return found
