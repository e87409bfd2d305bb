"""The windows that an agent opens on purpose; each is made when first wanted."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from assist.app.appearance import Appearance
from assist.app.preferences import Preferences
from assist.errors import BackendError
from assist.overlay.form_window import FormWindow
from assist.overlay.settings_window import SettingsWindow
from assist.settings import Settings

OWN_PROGRAM = "assist"


class OwnWindows(QObject):
    """On the Qt thread.

    Args:
        preferences: Changed by the settings window, and followed.
        appearance: Gives the look.
        open_programs: Names the programs that have a window.

    Signals:
        recording: ``(bool)``, a key combination is being pressed to be set.
    """

    recording = Signal(bool)

    def __init__(
        self,
        preferences: Preferences,
        appearance: Appearance,
        open_programs: Callable[[], tuple[str, ...]],
    ) -> None:
        super().__init__()
        self._preferences = preferences
        self._appearance = appearance
        self._open_programs = open_programs
        self._settings: SettingsWindow | None = None
        preferences.follow(self._follow)

    def open(self, name: str) -> None:
        """Open a window by its name."""
        {"settings": self.open_settings}[name]()

    def open_settings(self) -> None:
        """Open the settings."""
        window = self._settings
        if window is None:
            window = SettingsWindow(
                self._appearance.look,
                self._preferences.now,
                fixed=self._preferences.fixed,
            )
            window.changed.connect(self._change)
            window.recording.connect(self.recording)
            self._settings = window
        window.show_settings(self._preferences.now)
        window.show_running(self.programs())
        window.bring_up()

    def programs(self) -> tuple[str, ...]:
        """Return the programs that have a window, our own apart."""
        try:
            found = self._open_programs()
        except BackendError:
            return ()
        return tuple(name for name in found if name != OWN_PROGRAM)

    def _opened(self) -> tuple[FormWindow, ...]:
        return (self._settings,) if self._settings else ()

    def _change(self, name: str, value: object) -> None:
        said = self._preferences.change(**{name: value})
        if said and self._settings:
            self._settings.complain_not_kept(name)

    def _follow(self, settings: Settings) -> None:
        for window in self._opened():
            if window.look != self._appearance.look:
                window.set_look(self._appearance.look)
        if self._settings:
            self._settings.show_settings(settings)
