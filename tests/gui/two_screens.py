"""Run by a test in a process of its own: two monitors of different scale."""

import json
import sys

from findings import GRAVE, GRAVE_CHOICES
from PySide6.QtWidgets import QApplication

from assist.desktop.screens import screens
from assist.model.draft import Rect
from assist.model.rule import Severity
from assist.model.screen import screen_of
from assist.overlay.card import FindingCard
from assist.overlay.pad import ComposePad
from assist.overlay.palette import PhrasePalette
from assist.overlay.placement import Surroundings
from assist.overlay.strip import Strip
from assist.overlay.theme import Look
from assist.overlay.underlines import Line, Underlines


def made(look):
    """Return each window that is placed beside a field, ready to be placed."""
    card = FindingCard(look)
    card.show_findings((GRAVE,), "", (GRAVE_CHOICES,))
    pad = ComposePad(look)
    pad.name_client("weixin")
    return {
        "strip": Strip(look),
        "card": card,
        "pad": pad,
        "palette": PhrasePalette(look),
    }


def told(window, known):
    """Return where a placed window is, and how finely it is painted."""
    area = window.frame_area()
    frame = window.frame.translated(window.pos())
    return {
        "screen": window.screen().name(),
        "area": [area.x, area.y, area.width, area.height],
        "logical": [frame.x(), frame.y(), frame.width(), frame.height()],
        "in_work": screen_of(area, known).work.covers(area),
        "ratio": window.grab().devicePixelRatio(),
    }


def main():
    app = QApplication([])
    known = screens()
    field = Rect(*json.loads(sys.argv[1]))
    found = {}
    for name, window in made(Look()).items():
        window.place_near(
            Surroundings(field=field, screens=known), even_over_field=True
        )
        window.show()
        app.processEvents()
        found[name] = told(window, known)
        window.hide()
    lines = Underlines(Look())
    words = Rect(field.x + 20, field.y + 20, 200, 40)
    lines.show_lines((Line(1, Severity.HIGH, words),), known)
    line = lines._windows[0]
    found["underline"] = {
        "screen": line.screen().name(),
        "logical": [line.x(), line.y(), line.width(), line.height()],
        "ratio": line.grab().devicePixelRatio(),
    }
    lines.hide()
    areas = [[one.area.x, one.area.y, one.area.width, one.area.height] for one in known]
    scales = [one.scale for one in known]
    print(json.dumps({"areas": areas, "scales": scales, **found}))  # noqa: T201  the test reads it


main()
