"""Bars on a pyqtgraph plot, in solid, hatch or dots: severity is never only colour."""

from dataclasses import dataclass
from enum import StrEnum

import pyqtgraph  # type: ignore[import-untyped]  # has no types
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

_PITCH = 6  # of hatch and dots, logical pixels


class Pattern(StrEnum):
    """How a bar is filled."""

    SOLID = "solid"
    HATCH = "hatch"
    DOTS = "dots"


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, in the plot's own coordinates.

    Attributes:
        area: Its rectangle.
        colour: ``#RRGGBB``.
        ground: Colour behind a hatch or dots.
        thick: Longest extent of its shorter side on the screen, logical pixels.
    """

    area: QRectF
    colour: str
    ground: str
    pattern: Pattern = Pattern.SOLID
    thick: int = 26


class Bars(pyqtgraph.GraphicsObject):  # type: ignore[misc]  # pyqtgraph has no types
    """Bars that keep their pattern and thickness whatever the plot's scale is.

    Args:
        bars: What to draw.
        upright: Columns; else rows.
    """

    def __init__(self, bars: tuple[Bar, ...], *, upright: bool) -> None:
        super().__init__()
        self._bars = bars
        self._upright = upright

    def boundingRect(self) -> QRectF:
        """Return the rectangle around all bars, in the plot's coordinates."""
        around = QRectF()
        for bar in self._bars:
            around = around.united(bar.area)
        return around

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        """Paint every bar in device coordinates, where a pattern is not stretched."""
        to_device = painter.transform()
        painter.save()
        painter.setTransform(QTransform())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for bar in self._bars:
            self._paint(painter, bar, to_device.mapRect(bar.area).normalized())
        painter.restore()

    def _paint(self, painter: QPainter, bar: Bar, area: QRectF) -> None:
        area = self._slim(area, bar.thick)
        if area.isEmpty():
            return
        pen = QPen(QColor(bar.colour), 1)
        painter.setPen(pen if bar.pattern is not Pattern.SOLID else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(bar.ground))
        painter.drawRoundedRect(area, 2, 2)
        painter.setBrush(_brush(bar.colour, bar.pattern))
        painter.setBrushOrigin(QPointF(area.left(), area.bottom()))
        painter.drawRoundedRect(area, 2, 2)

    def _slim(self, area: QRectF, thick: int) -> QRectF:
        """Bound the thickness, leave a gap of a pixel to the bar beside it."""
        if self._upright:
            excess = max(area.width() - thick, 0) / 2
            return area.adjusted(excess + 0.5, 0.5, -excess - 0.5, -0.5)
        excess = max(area.height() - thick, 0) / 2
        return area.adjusted(0.5, excess + 0.5, -0.5, -excess - 0.5)


def _brush(colour: str, pattern: Pattern) -> QBrush:
    """Return a brush whose pattern has a pitch of a few logical pixels."""
    if pattern is Pattern.SOLID:
        return QBrush(QColor(colour))
    tile = QPixmap(_PITCH * 2, _PITCH * 2)
    tile.setDevicePixelRatio(2.0)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if pattern is Pattern.HATCH:
        painter.setPen(QPen(QColor(colour), 2))
        for shift in (-_PITCH, 0, _PITCH):
            painter.drawLine(
                QPointF(shift - 1, _PITCH + 1), QPointF(shift + _PITCH + 1, -1)
            )
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(QPointF(_PITCH / 4, _PITCH / 4), 0.9, 0.9)
        painter.drawEllipse(QPointF(3 * _PITCH / 4, 3 * _PITCH / 4), 0.9, 0.9)
    painter.end()
    return QBrush(tile)
