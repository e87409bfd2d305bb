"""Colours can be told apart and read; icons come in every colour and size."""

import pytest
from PySide6.QtGui import QColor

from assist.bundled import bundled
from assist.model.rule import Severity
from assist.overlay import icons
from assist.overlay.language import Language
from assist.overlay.theme import Look, families
from assist.overlay.tokens import PALETTES, TYPE_SCALE, Style

GROUNDS = ("canvas", "raised", "sunken")
TEXT_ON = {
    "text": (*GROUNDS, "hover", "selected"),
    "text_2": (*GROUNDS, "hover"),
    "text_3": GROUNDS,
    "accent_text": (*GROUNDS, "hover"),
    "high_text": (*GROUNDS, "high_tint"),
    "medium_text": (*GROUNDS, "medium_tint"),
    "low_text": (*GROUNDS, "low_tint"),
    "on_accent": ("accent",),
}
GRAPHICS = ("accent", "high", "medium", "low", "line_strong", "focus")


def luminance(code):
    """Relative luminance of ``#RRGGBB`` (WCAG 2.2)."""
    parts = (int(code[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
def test_text_has_a_contrast_of_four_and_a_half(palette):
    for ink, grounds in TEXT_ON.items():
        for ground in grounds:
            ratio = contrast(getattr(palette, ink), getattr(palette, ground))
            assert ratio >= 4.5, (ink, ground, ratio)


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
def test_graphics_have_a_contrast_of_three(palette):
    for ink in GRAPHICS:
        for ground in GROUNDS:
            ratio = contrast(getattr(palette, ink), getattr(palette, ground))
            assert ratio >= 2.99, (ink, ground, ratio)


def test_a_severity_differs_in_icon_colour_and_word_colour():
    look = Look()
    assert len(set(icons.SEVERITY_ICONS.values())) == 3
    assert len({look.severity(each) for each in Severity}) == 3
    assert len({look.severity_text(each) for each in Severity}) == 3


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_type_and_lines_grow_with_the_text_size(scale):
    look = Look(text_scale=scale)
    for style in Style:
        size, line, _ = TYPE_SCALE[style]
        assert look.font(style).pixelSize() == round(size * scale)
        assert look.line(style) == round(line * scale)


@pytest.mark.parametrize("platform", ["win32", "darwin", "linux"])
def test_each_script_has_faces_of_its_own(platform):
    simplified = families(Language.SIMPLIFIED, platform=platform)
    traditional = families(Language.TRADITIONAL, platform=platform)

    assert simplified[0] != traditional[0]


@pytest.mark.gui
@pytest.mark.parametrize(
    "name",
    sorted(
        path.stem
        for path in bundled("icons").glob("*.svg")
        if path.stem != "mark-color"
    ),
)
def test_every_icon_is_drawn_in_the_colour_asked_for(qapp, name):
    assert qapp
    image = icons.pixmap(name, "#12AB34", 20, 2.0).toImage()

    assert image.width() == 40
    inks = {
        image.pixelColor(x, y).name()
        for x in range(40)
        for y in range(40)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert inks
    assert inks <= {QColor("#12AB34").name()}


@pytest.mark.gui
def test_an_icon_is_drawn_once_for_each_colour_size_and_ratio(qapp):
    assert qapp
    first = icons.pixmap("check", "#010203", 16, 1.0)

    assert icons.pixmap("check", "#010203", 16, 1.0) is first
    assert icons.pixmap("check", "#010203", 16, 2.0) is not first
