"""The soft shadow of a window, painted by hand into its margin.

A Gaussian edge is the error function of the distance to it; drawing the
rounded rectangle larger to smaller in source mode gives that, without a blur.
"""

from functools import lru_cache
from math import erf, sqrt

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

MARGIN = 24  # logical pixels around the frame
_SIGMA = 8.0
_DROP = 6  # how far the shadow lies below the window


@lru_cache(maxsize=16)
def _corner_tile(radius: int, opacity: float, ratio: float) -> QPixmap:
    """Return a shadow just large enough to be cut into nine parts."""
    edge = 2 * (2 * MARGIN + radius) + 1
    tile = QPixmap(round(edge * ratio), round(edge * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.setPen(Qt.PenStyle.NoPen)
    frame = QRectF(0, 0, edge, edge).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
    for grown in range(MARGIN, -MARGIN, -1):
        covered = 0.5 * (1 - erf((grown - 0.5) / (_SIGMA * sqrt(2))))
        painter.setBrush(QColor.fromRgbF(0, 0, 0, opacity * covered))
        ring = frame.adjusted(-grown, -grown, grown, grown)
        round_by = max(radius + grown, 1)
        painter.drawRoundedRect(ring, round_by, round_by)
    painter.end()
    return tile


def draw(painter: QPainter, frame: QRect, radius: int, *, dark: bool) -> None:
    """Paint the shadow of ``frame`` (logical pixels) into the margin around it."""
    ratio = abs(painter.deviceTransform().m11())
    tile = _corner_tile(radius, 0.45 if dark else 0.16, ratio)
    target = frame.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN).translated(0, _DROP)
    part = min(2 * MARGIN + radius, target.width() // 2, target.height() // 2)
    edge = tile.width() / ratio
    rows = (
        (0, part),
        (part, target.height() - 2 * part),
        (target.height() - part, part),
    )
    columns = (
        (0, part),
        (part, target.width() - 2 * part),
        (target.width() - part, part),
    )
    source = ((0.0, part), (edge / 2, 1), (edge - part, part))
    for (y, height), (source_y, source_height) in zip(rows, source, strict=True):
        for (x, width), (source_x, source_width) in zip(columns, source, strict=True):
            painter.drawPixmap(
                QRectF(target.x() + x, target.y() + y, width, height),
                tile,
                QRectF(
                    source_x * ratio,
                    source_y * ratio,
                    source_width * ratio,
                    source_height * ratio,
                ),
            )
