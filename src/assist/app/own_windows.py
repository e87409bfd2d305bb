"""The windows that an agent opens on purpose; each is made when first wanted."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from assist.app.appearance import Appearance, keys_for
from assist.app.preferences import Preferences
from assist.errors import BackendError
from assist.overlay import about_words
from assist.overlay.about_words import InUse
from assist.overlay.facts_window import FactsWindow
from assist.overlay.first_run import FirstRun
from assist.overlay.form_window import FormWindow
from assist.overlay.notice_window import NoticeWindow
from assist.overlay.practice import Tried
from assist.overlay.settings_window import SettingsWindow
from assist.overlay.sight_window import Sight, SightWindow
from assist.settings import Settings

OWN_PROGRAM = "assist"


@dataclass(frozen=True, slots=True)
class Outside:
    """What the windows show that is not a setting.

    Attributes:
        open_programs: Names the programs that have a window.
        try_out: Checks what is typed into the practice field.
        seen: Tells what is read at the moment.
        in_use: Tells versions and sources.
    """

    open_programs: Callable[[], tuple[str, ...]]
    try_out: Callable[[str], Tried]
    seen: Callable[[], Sight]
    in_use: Callable[[], InUse]


class OwnWindows(QObject):
    """On the Qt thread.

    Args:
        preferences: Changed by the settings window, and followed.
        appearance: Gives the look.
        outside: What the windows show.

    Signals:
        recording: ``(bool)``, a key combination is being pressed to be set.
    """

    recording = Signal(bool)

    def __init__(
        self,
        preferences: Preferences,
        appearance: Appearance,
        outside: Outside,
    ) -> None:
        super().__init__()
        self._preferences = preferences
        self._appearance = appearance
        self._outside = outside
        self._settings: SettingsWindow | None = None
        self._first_run: FirstRun | None = None
        self._sight: SightWindow | None = None
        self._facts: dict[str, FactsWindow] = {}
        self._notice: NoticeWindow | None = None
        preferences.follow(self._follow)

    def open(self, name: str) -> None:
        """Open a window by its name."""
        {
            "settings": self.open_settings,
            "first_run": self.open_first_run,
            "sight": self.open_sight,
            "packs": self.open_packs,
            "about": self.open_about,
        }[name]()

    def greet(
        self, widened: tuple[str, ...] = (), told: Callable[[], None] = lambda: None
    ) -> None:
        """Open the first run if the agent has never set anything.

        Args:
            widened: What is collected more than the agent was told.
            told: Called once the agent was told.
        """
        if not self._preferences.kept:
            self.open_first_run()
            told()
        elif widened:
            self._notice = NoticeWindow(self._appearance.look, widened)
            self._notice.read.connect(told)
            self._notice.bring_up()
        else:
            told()

    def open_first_run(self) -> None:
        """Open the guide of the first minute; it can be had again."""
        window = self._first_run
        if window is None:
            now = self._preferences.now
            window = FirstRun(
                self._appearance.look,
                now,
                check=self._outside.try_out,
                keys=keys_for(now),
            )
            window.changed.connect(self._change)
            window.done.connect(self._preferences.keep)
            self._first_run = window
        window.show_settings(self._preferences.now)
        window.show_running(self.programs())
        window.bring_up()

    def open_sight(self) -> None:
        """Open the window that tells what is seen."""
        window = self._sight
        if window is None:
            window = SightWindow(self._appearance.look, self._outside.seen)
            window.folder_requested.connect(self._open_folder)
            self._sight = window
        window.bring_up()

    def open_packs(self) -> None:
        """Open the window that tells which phrase packs are in use."""
        in_use = self._outside.in_use
        if "packs" not in self._facts:
            self._facts["packs"] = FactsWindow(
                self._appearance.look,
                "packs",
                title=about_words.packs_title,
                facts=lambda: about_words.packs(in_use()),
            )
        self._facts["packs"].bring_up()

    def open_about(self) -> None:
        """Open the window about the program."""
        in_use = self._outside.in_use
        if "about" not in self._facts:
            window = FactsWindow(
                self._appearance.look,
                "about",
                title=about_words.about_title,
                facts=lambda: about_words.about(in_use()),
                action=about_words.open_folder,
            )
            window.action_wanted.connect(self._open_folder)
            self._facts["about"] = window
        self._facts["about"].bring_up()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._outside.seen().folder))

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
            found = self._outside.open_programs()
        except BackendError:
            return ()
        return tuple(name for name in found if name != OWN_PROGRAM)

    def _opened(self) -> tuple[FormWindow, ...]:
        made = (self._settings, self._first_run, self._sight, self._notice)
        return tuple(window for window in (*made, *self._facts.values()) if window)

    def _change(self, name: str, value: object) -> None:
        said = self._preferences.change(**{name: value})
        if said and self._settings:
            self._settings.complain_not_kept(name)

    def _follow(self, settings: Settings) -> None:
        for window in self._opened():
            if window.look != self._appearance.look:
                window.set_look(self._appearance.look)
        for filled in (self._settings, self._first_run):
            if filled is not None:
                filled.show_settings(settings)
