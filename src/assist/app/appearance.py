"""How the windows look and what they say, from the settings and the desktop."""

from collections.abc import Iterable

from PySide6.QtCore import QRect

from assist.app.chords import TO_OTHER_FINDING
from assist.desktop.compositor import Compositor
from assist.overlay.card_values import Keys
from assist.overlay.floating import FloatingWindow
from assist.overlay.language import Language, Translations
from assist.overlay.theme import Look, system_palette
from assist.overlay.tokens import CONTRAST_BLACK, CONTRAST_WHITE, DARK, LIGHT
from assist.overlay.tray import Tray
from assist.overlay.underlines import Underlines
from assist.settings import Settings

LANGUAGES = {
    "zh-Hans": Language.SIMPLIFIED,
    "zh-Hant": Language.TRADITIONAL,
    "en": Language.ENGLISH,
}
_PALETTES = {
    "light": LIGHT,
    "dark": DARK,
    "contrast-light": CONTRAST_WHITE,
    "contrast-dark": CONTRAST_BLACK,
}


def look_for(settings: Settings, *, composited: bool = False) -> Look:
    """Return the look as set; the theme ``auto`` follows the desktop."""
    return Look(
        palette=_PALETTES.get(settings.theme) or system_palette(),
        language=LANGUAGES[settings.language],
        text_scale=settings.text_size / 100,
        composited=composited,
        reduced_motion=settings.reduced_motion,
    )


def keys_for(settings: Settings) -> Keys:
    """Return the chords that windows show beside their buttons."""
    up, down = TO_OTHER_FINDING
    return Keys(
        ignore=settings.hotkey_ignore,
        wrong=settings.hotkey_not_a_violation,
        why=settings.hotkey_why,
        close=settings.hotkey_close,
        undo=settings.hotkey_undo,
        check=settings.hotkey_check_now,
        pad=settings.hotkey_pad,
        palette=settings.hotkey_palette,
        pause=settings.hotkey_pause,
        previous=up,
        next=down,
    )


class Appearance:
    """Gives every window its look, and gives it anew when that changes.

    Args:
        settings: In force at first.
        compositor: Asked whether windows are blended; closed by its owner.
    """

    def __init__(self, settings: Settings, compositor: Compositor) -> None:
        self._settings = settings
        self._compositor = compositor
        self._translations = Translations()
        self._translations.use(LANGUAGES[settings.language])
        self._windows: tuple[FloatingWindow, ...] = ()
        self._underlines: Underlines | None = None
        self._tray: Tray | None = None
        self.look = look_for(settings, composited=compositor.blends())

    def dress(self, windows: Iterable[FloatingWindow], tray: Tray) -> None:
        """Look after these windows from now on."""
        self._windows, self._tray = tuple(windows), tray
        for window in self._windows:
            window.input_area_changed.connect(self._limit_input)

    def dress_underlines(self, underlines: Underlines) -> None:
        """Look after the lines in other programs too."""
        self._underlines = underlines

    def use(self, settings: Settings) -> None:
        """Follow a change of the settings."""
        if settings.language != self._settings.language:
            self._translations.use(LANGUAGES[settings.language])
        if keys_for(settings) != keys_for(self._settings):
            for window in self._windows:
                window.set_keys(keys_for(settings))
        self._settings = settings
        self.follow_desktop()

    def follow_desktop(self, *_: object) -> None:
        """Look again whether windows are blended and whether it is dark."""
        look = look_for(self._settings, composited=self._compositor.blends())
        if look == self.look:
            return
        self.look = look
        for window in self._windows:
            window.set_look(look)
        if self._tray is not None:
            self._tray.set_look(look)
        if self._underlines is not None:
            self._underlines.look = look

    def _limit_input(self, window_id: int, part: QRect) -> None:
        self._compositor.limit_input(window_id, part)
