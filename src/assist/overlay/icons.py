"""The icons, drawn in any colour, size and device ratio from one file each."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from assist.bundled import bundled
from assist.model.rule import Severity

SEVERITY_ICONS = {
    Severity.HIGH: "severity-high",
    Severity.MEDIUM: "severity-medium",
    Severity.LOW: "severity-low",
}


@lru_cache(maxsize=64)
def _source(name: str) -> bytes:
    return (bundled("icons") / f"{name}.svg").read_bytes()


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Return icon ``name`` as ``size`` logical pixels square; shared.

    QtSvg paints ``currentColor`` black, so it is replaced before loading.

    Args:
        name: File name in ``resources/icons`` without its ending.
        colour: ``#RRGGBB``.
        size: Edge in logical pixels.
        ratio: Device pixels per logical pixel.
    """
    device = round(size * ratio)
    image = QPixmap(device, device)
    image.fill(Qt.GlobalColor.transparent)
    svg = _source(name).replace(b"currentColor", colour.encode())
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, device, device))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def draw(
    painter: QPainter, name: str, colour: str, square: tuple[int, int, int]
) -> None:
    """Paint an icon into ``square``: left, top and edge in logical pixels."""
    left, top, size = square
    ratio = abs(painter.deviceTransform().m11())
    painter.drawPixmap(left, top, pixmap(name, colour, size, ratio))


def icon(name: str, colour: str, *, sizes: tuple[int, ...] = (16, 20, 24)) -> QIcon:
    """Return a QIcon for menus and buttons of Qt's own."""
    result = QIcon()
    for size in sizes:
        for ratio in (1.0, 2.0):
            result.addPixmap(pixmap(name, colour, size, ratio))
    return result
