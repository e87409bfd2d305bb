"""How everything looks right now: one value that each window is given."""

import sys
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPalette
from PySide6.QtWidgets import QToolTip

from assist.model.rule import Severity
from assist.overlay.language import Language
from assist.overlay.tokens import DARK, LIGHT, TYPE_SCALE, Palette, Style

_FAMILIES: dict[str, dict[Language, tuple[str, ...]]] = {
    "win32": {
        Language.SIMPLIFIED: ("Microsoft YaHei UI", "Segoe UI"),
        Language.TRADITIONAL: ("Microsoft JhengHei UI", "Segoe UI"),
        Language.ENGLISH: (
            "Segoe UI Variable Text",
            "Segoe UI",
            "Microsoft YaHei UI",
        ),
    },
    "darwin": {
        Language.SIMPLIFIED: ("PingFang SC", ".AppleSystemUIFont"),
        Language.TRADITIONAL: ("PingFang TC", ".AppleSystemUIFont"),
        Language.ENGLISH: (".AppleSystemUIFont", "PingFang SC"),
    },
    "linux": {
        Language.SIMPLIFIED: (
            "Noto Sans CJK SC",
            "Source Han Sans SC",
            "WenQuanYi Micro Hei",
        ),
        Language.TRADITIONAL: ("Noto Sans CJK TC", "Source Han Sans TC"),
        Language.ENGLISH: ("Inter", "Noto Sans", "Cantarell", "Noto Sans CJK SC"),
    },
}


def families(language: Language, *, platform: str = sys.platform) -> tuple[str, ...]:
    """Return the faces for ``language``, most wanted first."""
    return _FAMILIES.get(platform, _FAMILIES["linux"])[language]


@lru_cache(maxsize=256)
def _font(style: Style, language: Language, text_scale: float) -> QFont:
    size, _, weight = TYPE_SCALE[style]
    font = QFont()
    font.setFamilies(families(language))
    font.setPixelSize(round(size * text_scale))
    font.setWeight(QFont.Weight(weight))
    return font


@lru_cache(maxsize=256)
def _metrics(style: Style, language: Language, text_scale: float) -> QFontMetricsF:
    return QFontMetricsF(_font(style, language, text_scale))


@lru_cache(maxsize=256)
def colour(code: str) -> QColor:
    """Return the colour ``#RRGGBB``; shared, not to be changed."""
    return QColor(code)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Theme, language, text size and what the desktop can do.

    Attributes:
        palette: Colours of the theme.
        language: Of the interface; decides the faces.
        text_scale: Text size, 1.0 to 2.0; type, heights and icons grow with it.
        composited: The desktop blends windows, so corners can be round and
            shadows soft.
        reduced_motion: Nothing moves; remaining time is shown as a figure.
    """

    palette: Palette = LIGHT
    language: Language = Language.SIMPLIFIED
    text_scale: float = 1.0
    composited: bool = False
    reduced_motion: bool = False

    def px(self, length: float) -> int:
        """Return a length of the specification at this text size."""
        return round(length * self.text_scale)

    def font(self, style: Style, language: Language | None = None) -> QFont:
        """Return the face for ``style``; shared, not to be changed."""
        return _font(style, language or self.language, self.text_scale)

    def metrics(self, style: Style, language: Language | None = None) -> QFontMetricsF:
        """Return the metrics of :meth:`font`; shared."""
        return _metrics(style, language or self.language, self.text_scale)

    def line(self, style: Style) -> int:
        """Return the line height of ``style``."""
        return self.px(TYPE_SCALE[style][1])

    @property
    def frame(self) -> int:
        """Width of a frame's line, 2 logical pixels in high contrast, else 1."""
        return 2 if self.palette.high_contrast else 1

    def severity(self, severity: Severity) -> str:
        """Return the colour of the icon, underline and bar of ``severity``."""
        palette = self.palette
        return {
            Severity.HIGH: palette.high,
            Severity.MEDIUM: palette.medium,
            Severity.LOW: palette.low,
        }[severity]

    def severity_text(self, severity: Severity) -> str:
        """Return the colour of the word for ``severity``."""
        palette = self.palette
        return {
            Severity.HIGH: palette.high_text,
            Severity.MEDIUM: palette.medium_text,
            Severity.LOW: palette.low_text,
        }[severity]

    def severity_tint(self, severity: Severity) -> str:
        """Return the ground of a changed letter for ``severity``."""
        palette = self.palette
        return {
            Severity.HIGH: palette.high_tint,
            Severity.MEDIUM: palette.medium_tint,
            Severity.LOW: palette.low_tint,
        }[severity]


def style_tooltips(look: Look) -> None:
    """Give the program's tooltips the colours and face of ``look``."""
    palette = QPalette(colour(look.palette.raised))
    palette.setColor(QPalette.ColorRole.ToolTipBase, colour(look.palette.raised))
    palette.setColor(QPalette.ColorRole.ToolTipText, colour(look.palette.text))
    QToolTip.setPalette(palette)
    QToolTip.setFont(look.font(Style.CAPTION))


def system_palette() -> Palette:
    """Return the light or the dark theme, as the desktop asks for.

    High contrast is not told by Qt before 6.10: it is a setting.
    """
    scheme = QGuiApplication.styleHints().colorScheme()
    return DARK if scheme == Qt.ColorScheme.Dark else LIGHT
