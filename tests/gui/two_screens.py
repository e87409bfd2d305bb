"""Run by a test in a process of its own: two monitors of different scale."""

import json
import sys

from PySide6.QtWidgets import QApplication

from assist.desktop.screens import screens
from assist.model.draft import Rect
from assist.overlay.placement import Surroundings
from assist.overlay.strip import Strip
from assist.overlay.theme import Look


def main():
    app = QApplication([])
    known = screens()
    strip = Strip(Look())
    field = Rect(*json.loads(sys.argv[1]))
    strip.place_near(Surroundings(field=field, screens=known))
    strip.show()
    app.processEvents()
    area = strip.frame_area()
    frame = strip.frame.translated(strip.pos())
    print(  # noqa: T201  the test reads it
        json.dumps(
            {
                "areas": [
                    [each.area.x, each.area.y, each.area.width, each.area.height]
                    for each in known
                ],
                "scales": [each.scale for each in known],
                "screen": strip.screen().name(),
                "area": [area.x, area.y, area.width, area.height],
                "logical": [frame.x(), frame.y(), frame.width(), frame.height()],
            }
        )
    )


main()
