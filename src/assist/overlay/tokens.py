"""The colours and measures of the look, as plain values.

Contrast of each colour on every ground it may stand on: at least 4.5 for text,
3.0 for graphics; held by a test.
"""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """One theme; colours as ``#RRGGBB``."""

    name: str
    dark: bool
    high_contrast: bool
    canvas: str
    raised: str
    sunken: str
    hover: str
    selected: str
    line_soft: str
    line_strong: str
    text: str
    text_2: str
    text_3: str
    accent: str
    accent_text: str
    on_accent: str
    focus: str
    high: str
    high_text: str
    high_tint: str
    medium: str
    medium_text: str
    medium_tint: str
    low: str
    low_text: str
    low_tint: str


LIGHT = Palette(
    name="light",
    dark=False,
    high_contrast=False,
    canvas="#F6F8F7",
    raised="#FFFFFF",
    sunken="#EDF1EF",
    hover="#E8EEEC",
    selected="#DDEFEB",
    line_soft="#DFE5E3",
    line_strong="#828D89",
    text="#1A2120",
    text_2="#4B5653",
    text_3="#5E6966",
    accent="#0D6B61",
    accent_text="#0B635A",
    on_accent="#FFFFFF",
    focus="#0D6B61",
    high="#B3261E",
    high_text="#A1221B",
    high_tint="#FBEAE8",
    medium="#B56A00",
    medium_text="#855000",
    medium_tint="#FAF0DC",
    low="#4A65BC",
    low_text="#3B54A6",
    low_tint="#EBEFFA",
)

DARK = Palette(
    name="dark",
    dark=True,
    high_contrast=False,
    canvas="#171A19",
    raised="#1F2322",
    sunken="#121514",
    hover="#2A302E",
    selected="#1D3A35",
    line_soft="#333A38",
    line_strong="#78837F",
    text="#E9EDEB",
    text_2="#B6BFBC",
    text_3="#98A39F",
    accent="#5CC6B5",
    accent_text="#74D2C3",
    on_accent="#06201C",
    focus="#74D2C3",
    high="#F2786C",
    high_text="#FF9F95",
    high_tint="#3B2321",
    medium="#E3A63E",
    medium_text="#F1BF6C",
    medium_tint="#352B19",
    low="#869DEB",
    low_text="#A9BBF6",
    low_tint="#242B41",
)

CONTRAST_BLACK = Palette(
    name="contrast-black",
    dark=True,
    high_contrast=True,
    canvas="#000000",
    raised="#000000",
    sunken="#000000",
    hover="#1F1F1F",
    selected="#003B37",
    line_soft="#FFFFFF",
    line_strong="#FFFFFF",
    text="#FFFFFF",
    text_2="#FFFFFF",
    text_3="#E6E6E6",
    accent="#5CF2E0",
    accent_text="#5CF2E0",
    on_accent="#000000",
    focus="#FFFFFF",
    high="#FF9C94",
    high_text="#FF9C94",
    high_tint="#000000",
    medium="#FFD24A",
    medium_text="#FFD24A",
    medium_tint="#000000",
    low="#A9BEFF",
    low_text="#A9BEFF",
    low_tint="#000000",
)

CONTRAST_WHITE = Palette(
    name="contrast-white",
    dark=False,
    high_contrast=True,
    canvas="#FFFFFF",
    raised="#FFFFFF",
    sunken="#FFFFFF",
    hover="#E6E6E6",
    selected="#CFF3EE",
    line_soft="#000000",
    line_strong="#000000",
    text="#000000",
    text_2="#000000",
    text_3="#1A1A1A",
    accent="#004F47",
    accent_text="#004F47",
    on_accent="#FFFFFF",
    focus="#000000",
    high="#B0003A",
    high_text="#B0003A",
    high_tint="#FFFFFF",
    medium="#5E3700",
    medium_text="#5E3700",
    medium_tint="#FFFFFF",
    low="#14307F",
    low_text="#14307F",
    low_tint="#FFFFFF",
)

PALETTES = (LIGHT, DARK, CONTRAST_BLACK, CONTRAST_WHITE)


class Style(StrEnum):
    """A step of the type scale."""

    CAPTION = "caption"
    STRONG = "strong"  # a caption in 600: the severity word, counts
    KEY = "key"
    BODY = "body"
    BUTTON = "button"  # a body in 600: the one filled button
    SENTENCE = "sentence"
    DRAFT = "draft"
    TITLE = "title"


# Size and line height in logical pixels at 100 %, and weight.
TYPE_SCALE = {
    Style.CAPTION: (12, 18, 400),
    Style.STRONG: (12, 18, 600),
    Style.KEY: (11, 16, 500),
    Style.BODY: (13, 20, 400),
    Style.BUTTON: (13, 20, 600),
    Style.SENTENCE: (14, 22, 400),
    Style.DRAFT: (14, 24, 400),
    Style.TITLE: (13, 20, 600),
}

RADIUS_SMALL = 4
RADIUS_CONTROL = 6
RADIUS_PANEL = 8
RADIUS_WINDOW = 10
RADIUS_PLAIN = 4  # of a window when there is no compositor

OPEN_MS = 120
UNDO_MS = 6000
SHRINK_MS = 3000
