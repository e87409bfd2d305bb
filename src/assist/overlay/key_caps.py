"""Key caps: ``Alt+1`` drawn as two small keys."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter

from assist.overlay.theme import Look, colour
from assist.overlay.tokens import RADIUS_SMALL, Style

_HIGH = 18
_PAD = 5
_GAP = 4
_ARROWS = {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→"}


def names(chord: str) -> tuple[str, ...]:
    """Return what stands on each cap: ``Alt+Up`` gives ``Alt`` and ``↑``."""
    return tuple(_ARROWS.get(key, key) for key in chord.split("+") if key)


def spoken(chord: str) -> str:
    """Return a chord as a screen reader should read it."""
    return " ".join(chord.split("+"))


def size(chord: str, look: Look) -> QSize:
    """Return the room that the caps of ``chord`` take; empty for no chord."""
    widths = _widths(chord, look)
    if not widths:
        return QSize(0, 0)
    gaps = look.px(_GAP) * (len(widths) - 1)
    return QSize(sum(widths) + gaps, look.px(_HIGH))


def draw(
    painter: QPainter, at: QPoint, chord: str, look: Look, *, on_accent: bool = False
) -> None:
    """Paint the caps of ``chord`` with their top left corner at ``at``."""
    palette = look.palette
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(look.font(Style.KEY))
    x = at.x()
    ink = palette.on_accent if on_accent else palette.text_2
    line = palette.on_accent if on_accent else palette.line_soft
    for name, width in zip(names(chord), _widths(chord, look), strict=True):
        cap = QRectF(x, at.y(), width, look.px(_HIGH))
        painter.setPen(colour(line))
        filled = colour(palette.canvas)
        painter.setBrush(Qt.BrushStyle.NoBrush if on_accent else filled)
        inside = cap.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(inside, RADIUS_SMALL, RADIUS_SMALL)
        painter.setPen(colour(ink))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, name)
        x += width + look.px(_GAP)
    painter.restore()


def _widths(chord: str, look: Look) -> tuple[int, ...]:
    metrics = look.metrics(Style.KEY)
    least = look.px(_HIGH)
    pad = 2 * look.px(_PAD)
    return tuple(
        max(round(metrics.horizontalAdvance(name)) + pad, least)
        for name in names(chord)
    )
