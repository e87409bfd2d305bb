"""Icons for rows: of the same colour whether the row is chosen or not."""

import itertools
from functools import lru_cache

from PySide6.QtGui import QIcon

from assist.overlay import icons

_EDGES = (16, 24, 32)  # at 100, 150 and 200 % text
_RATIOS = (1.0, 2.0)


@lru_cache(maxsize=128)
def row_icon(name: str, colour: str) -> QIcon:
    """Return an icon that Qt does not tint where its row is selected; shared."""
    made = QIcon()
    for edge, ratio in itertools.product(_EDGES, _RATIOS):
        drawn = icons.pixmap(name, colour, edge, ratio)
        made.addPixmap(drawn, QIcon.Mode.Normal)
        made.addPixmap(drawn, QIcon.Mode.Selected)
    return made
