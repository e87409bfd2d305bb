"""The settings in force: changed as a whole, kept on disk, applied at once."""

from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

from assist.errors import SettingsError
from assist.settings import Settings
from assist.storage.settings_writing import write_settings


class Preferences:
    """Holds the settings; on the Qt thread.

    Args:
        settings: In force at first.
        path: The settings file.
        fixed: Names of settings that a policy has fixed; they never change.
        own: The user's settings without the policy's; those fixed stay so on disk.
    """

    def __init__(
        self,
        settings: Settings,
        path: Path,
        *,
        fixed: frozenset[str] = frozenset(),
        own: Settings | None = None,
    ) -> None:
        self._own = own or settings
        self.now = settings
        self.fixed = fixed
        self._path = path
        self._followers: list[Callable[[Settings], None]] = []

    def follow(self, use: Callable[[Settings], None]) -> None:
        """Call ``use`` with the settings after each change."""
        self._followers.append(use)

    def change(self, **values: object) -> str:
        """Put new values in force and on disk.

        Returns:
            Why they could not be, or could not be kept; empty when all is well.
            A value that is not valid changes nothing.
        """
        old = {each.name: getattr(self.now, each.name) for each in fields(Settings)}
        wanted = {
            name: value for name, value in values.items() if name not in self.fixed
        }
        try:
            settings = Settings(**(old | wanted))
        except SettingsError as error:
            return " ".join(filter(None, [str(error), error.hint]))
        if settings == self.now:
            return ""
        self.now = settings
        for use in self._followers:
            use(settings)
        return self.keep()

    @property
    def kept(self) -> bool:
        """Whether there is a settings file: none means a first run."""
        return self._path.exists()

    def keep(self) -> str:
        """Put what is in force on disk; return why not, or nothing."""
        own = {name: getattr(self._own, name) for name in self.fixed}
        try:
            write_settings(self._path, replace(self.now, **own))
        except SettingsError as error:
            return " ".join(filter(None, [str(error), error.hint]))
        return ""

    def watch(self, app: str) -> str:
        """Have the drafts of one more program read."""
        if app.lower() in self.now.watched:
            return ""
        return self.change(watch=(*self.now.watch, app))
