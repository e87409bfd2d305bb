"""Render every state of the windows into build/screens/, with contact sheets.

Each state is drawn by the window itself on the colour of a desktop: in light and
dark, the three languages and at 100 and 200 % text size; in high contrast and
without a compositor once.  Look at the sheets after every change of the look.

Usage: python tools/screenshots.py [FOLDER [PART-OF-A-NAME]]
"""

import itertools
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget
from screenshot_editor import editors
from screenshot_more import more
from screenshot_review import sample_review
from screenshot_samples import (
    BLAME,
    BLAME_CHOICES,
    BLANK_CHOICES,
    FIVE,
    FIVE_CHOICES,
    GRAVE,
    GRAVE_CHOICES,
    LONG,
    LONG_CHOICES,
    MISSPELT,
    MISSPELT_CHOICES,
    PAD,
    PAD_CHOICES,
    PAD_TEXT,
    SLIGHT,
    SLIGHT_CHOICES,
)

from assist.overlay.card import FindingCard
from assist.overlay.card_values import Keys
from assist.overlay.first_run import FirstRun
from assist.overlay.floating import FloatingWindow
from assist.overlay.language import Language, Translations
from assist.overlay.pad import ComposePad
from assist.overlay.pad_editor import PadEditor
from assist.overlay.practice import Tried
from assist.overlay.review_note import ReviewNote
from assist.overlay.review_window import ReviewWindow
from assist.overlay.setting_words import Page
from assist.overlay.settings_window import SettingsWindow
from assist.overlay.sight_window import Sight, SightWindow
from assist.overlay.strip import Strip
from assist.overlay.theme import Look
from assist.overlay.toast import Toast
from assist.overlay.tokens import CONTRAST_BLACK, CONTRAST_WHITE, DARK, LIGHT
from assist.overlay.tray import Tray
from assist.ports import Mode, Status
from assist.settings import Settings

READING = Status(Mode.READING, "mousepad")
GAP = 24


def strips(look: Look) -> Iterator[tuple[str, QWidget]]:
    """Give the strip and the dot in each state."""
    shown = {
        "strip-reading": READING,
        "strip-idle": Status(Mode.IDLE),
        "strip-cannot-read": Status(Mode.CANNOT_READ, "weixin", "no_text"),
        "strip-password": Status(Mode.CANNOT_READ, "firefox", "password"),
        "strip-not-watched": Status(Mode.CANNOT_READ, "firefox", "not_watched"),
        "strip-hotkey": Status(Mode.HOTKEY_ONLY, "wxwork"),
    }
    for name, status in shown.items():
        strip = Strip(look)
        strip.show_status(status)
        yield name, strip
    strip = Strip(look)
    strip.show_status(Status(Mode.PAUSED), minutes_left=12)
    yield "strip-paused", strip
    for name, found in (("findings", (GRAVE, BLAME, MISSPELT)), ("low", (SLIGHT,))):
        strip = Strip(look)
        strip.show_findings(found)
        yield f"strip-{name}", strip
    strip = Strip(look)
    strip.show_status(READING)
    strip.show_snooze(12)
    yield "strip-snoozed", strip
    strip = Strip(look)
    strip.show_status(shown["strip-not-watched"])
    action = strip.findChild(QAbstractButton, "strip_action")
    if action is not None:
        action.click()
    yield "strip-question", strip
    strip = Strip(look)
    strip.show_status(READING)
    strip.show_tools(shown=True)
    yield "strip-tools", strip
    strip = Strip(look)
    strip.show_status(READING)
    strip.shrink()
    yield "dot", strip


def cards(look: Look) -> Iterator[tuple[str, QWidget]]:
    """Give the card in each form."""
    shown = {
        "card-one-of-two": ((BLAME, MISSPELT), (BLAME_CHOICES, MISSPELT_CHOICES)),
        "card-misspelt": ((MISSPELT,), (MISSPELT_CHOICES,)),
        "card-high": ((GRAVE,), (GRAVE_CHOICES,)),
        "card-low": ((SLIGHT,), (SLIGHT_CHOICES,)),
        "card-five": (FIVE, FIVE_CHOICES),
        "card-long": ((LONG,), (LONG_CHOICES,)),
        "card-blank": ((GRAVE,), (BLANK_CHOICES,)),
    }
    for name, (findings, choices) in shown.items():
        card = FindingCard(look)
        card.show_findings(findings, "", choices)
        yield name, card
    card = FindingCard(look)
    known = replace(
        BLAME.rule, source="客服服务规范", must_hit=("你刚才不是已查过了吗？",)
    )
    card.show_findings((replace(BLAME, rule=known),), "", (BLAME_CHOICES,))
    card.explain()
    yield "card-explained", card


def toasts(look: Look) -> Iterator[tuple[str, QWidget]]:
    """Give the toast after each outcome."""
    for outcome in ("done", "copied", "thanks", "changed_meanwhile", "inserted"):
        toast = Toast(look)
        getattr(toast, f"show_{outcome}")()
        yield f"toast-{outcome.replace('_', '-')}", toast


def pads(look: Look) -> Iterator[tuple[str, QWidget]]:
    """Give the compose pad, with a finding and empty, and the tray's menu."""
    pad = ComposePad(look)
    pad.open_for("weixin")
    editor = pad.findChild(PadEditor)
    if editor is not None:
        editor.insertPlainText(PAD_TEXT)
    pad.show_findings((PAD,), (PAD_CHOICES,))
    yield "pad", pad
    empty = ComposePad(look)
    empty.open_for("")
    yield "pad-empty", empty
    yield from forms(look)
    tray = Tray(look)
    tray.show_status(READING)
    menu = tray.menu
    menu.setProperty("tray", tray)
    yield "tray-menu", menu


def tried(text: str) -> Tried:
    """Find the sample of the compose pad."""
    found = (PAD,) if PAD.matched in text else ()
    return Tried(found, PAD_CHOICES if found else ())


def forms(look: Look) -> Iterator[tuple[str, QWidget]]:
    """Give the windows that are opened on purpose."""
    for page in Page:
        settings = SettingsWindow(
            look, Settings(watch=("wxwork",)), fixed=frozenset({"log_keep_days"})
        )
        settings.show_running(("wxwork", "firefox", "mousepad"))
        settings.show_page(page)
        yield f"settings-{page}", settings
    for step in range(4):
        guide = FirstRun(look, Settings(), check=tried, keys=Keys())
        guide.show_running(("wxwork", "firefox", "mousepad"))
        for _ in range(step):
            guide.go_on()
        if step == 2:
            guide.practice.editor.insertPlainText(PAD.matched)
        yield f"first-run-{step + 1}", guide
    note = ReviewNote(look)
    note.invite()
    yield "review-note", note
    review = ReviewWindow(look)
    review.show_review(sample_review(), earlier=True, later=False)
    review.resize(look.px(960), look.px(1400))
    yield "review", review
    seen = Sight(READING, "gtk", PAD_TEXT, "~/.local/state/assist", "0.1.0", "v1")
    yield "sight", SightWindow(look, lambda: seen)


def settle(window: QWidget) -> None:
    """Let the window manager finish with the window's size."""
    deadline = QDeadlineTimer(1000)
    QApplication.processEvents()
    while isinstance(window, FloatingWindow) and not deadline.hasExpired():
        QApplication.processEvents()
        if window.rect().contains(window.frame) and window.isVisible():
            break


def picture(window: QWidget, look: Look) -> QImage:
    """Draw a window on the desktop's colour, with a little room around it."""
    window.show()
    if isinstance(window, QMenu):  # as high as it pops up
        window.resize(window.sizeHint())
    settle(window)
    margin = window.margin if isinstance(window, FloatingWindow) else 0
    part = window.rect()
    if isinstance(window, FloatingWindow):
        part = window.frame.adjusted(-margin, -margin, margin, margin)
    edge = max(GAP - margin, 0)
    image = QImage(part.size() + QSize(2 * edge, 2 * edge), QImage.Format.Format_RGB32)
    image.fill(QColor("#101211" if look.palette.dark else "#DDE4E2"))
    if look.palette.high_contrast:
        image.fill(QColor("#555555"))
    drawn = QImage(window.size(), QImage.Format.Format_ARGB32_Premultiplied)
    drawn.fill(Qt.GlobalColor.transparent)
    window.render(drawn)
    painter = QPainter(image)
    offset = QPoint(edge, edge) - part.topLeft()
    if not look.composited and not window.mask().isEmpty():
        painter.setClipRegion(window.mask().translated(offset))
    painter.drawImage(offset, drawn)
    painter.end()
    window.hide()
    return image


def sheet_of(pictures: list[QImage], high: int) -> QImage:
    """Put pictures into columns of one sheet, ``high`` pixels or a little less."""
    places: list[tuple[QPoint, QImage]] = []
    x = y = column = tallest = 0
    limit = max(high, *(each.height() for each in pictures))
    for each in pictures:
        if y and y + each.height() > limit:
            x, y, column = x + column, 0, 0
        places.append((QPoint(x, y), each))
        y += each.height()
        column = max(column, each.width())
        tallest = max(tallest, y)
    result = QImage(x + column, tallest, QImage.Format.Format_RGB32)
    result.fill(pictures[0].pixelColor(0, 0))
    painter = QPainter(result)
    for at, each in places:
        painter.drawImage(at, each)
    painter.end()
    return result


def looks() -> Iterator[tuple[str, Look]]:
    """Give every combination that is rendered, with its name."""
    for palette, language, scale in itertools.product(
        (LIGHT, DARK), Language, (1.0, 2.0)
    ):
        name = f"{palette.name}-{language}-{scale:.0%}".replace("%", "")
        yield (
            name,
            Look(palette=palette, language=language, text_scale=scale, composited=True),
        )
    for palette in (CONTRAST_BLACK, CONTRAST_WHITE):
        yield palette.name, Look(palette=palette, composited=True)
    for palette in (LIGHT, DARK):
        yield f"{palette.name}-plain", Look(palette=palette)


def main(folder: Path, wanted: str = "") -> None:
    """Render every state whose name holds ``wanted`` into ``folder``."""
    os.environ.setdefault(
        "QT_QPA_PLATFORM", "xcb" if "DISPLAY" in os.environ else "offscreen"
    )
    application = QApplication(sys.argv[:1])
    translations = Translations()
    for name, look in looks():
        translations.use(look.language)
        pictures = []
        (folder / name).mkdir(parents=True, exist_ok=True)
        for state, window in itertools.chain(
            *(strips(look), cards(look), toasts(look), pads(look)),
            *(more(look), editors(look)),
        ):
            if wanted not in state:
                continue
            image = picture(window, look)
            image.save(str(folder / name / f"{state}.png"))
            pictures.append(image)
        high = int(1100 * look.text_scale)
        sheet_of(pictures, high).save(str(folder / f"{name}.png"))
        print(f"{name}: {len(pictures)} states")
    application.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "build/screens"), *sys.argv[2:3])
