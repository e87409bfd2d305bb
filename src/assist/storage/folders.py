"""Where the user's own files are."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

HOME_VARIABLE = "ASSIST_HOME"
"""Set it, and every folder of the user lies below it."""


@dataclass(frozen=True, slots=True)
class Folders:
    """The user's folders; they need not exist."""

    config: Path
    state: Path
    cache: Path
    data: Path

    @property
    def settings_file(self) -> Path:
        """What the user has set."""
        return self.config / "settings.toml"

    @property
    def usage_log(self) -> Path:
        """What happened during the shifts."""
        return self.state / "usage.db"


def find_folders(environ: Mapping[str, str] = os.environ) -> Folders:
    """Return the user's folders: below ``ASSIST_HOME``, else the platform's own."""
    home = environ.get(HOME_VARIABLE, "")
    if home:
        top = Path(home).expanduser().absolute()
        return Folders(top / "config", top / "state", top / "cache", top / "data")
    own = PlatformDirs("assist", appauthor=False)
    return Folders(
        own.user_config_path,
        own.user_state_path,
        own.user_cache_path,
        own.user_data_path,
    )


def make_private(folder: Path) -> None:
    """Create ``folder`` for this user alone (0700); one that exists stays as it is.

    Raises:
        OSError: It cannot be created, or something else has its name.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
