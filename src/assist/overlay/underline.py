"""The line under flagged words: solid, waves or dots, by severity."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from assist.model.rule import Severity
from assist.overlay.theme import Look, colour

_BAR = 3.0
_WAVE_LONG = 8.0
_WAVE_HIGH = 3.4  # between the crests' centres; with the line 5 px high
_WAVE_LINE = 1.6
_DOT = 2.3
_DOT_PITCH = 5.0
HEIGHT = 5.0


def draw(
    painter: QPainter, start: QPointF, width: float, severity: Severity, look: Look
) -> None:
    """Paint the line of ``severity`` from ``start``, its top left corner.

    The pitch is stretched so that the last wave or dot is whole.
    """
    if width <= 0:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = colour(look.severity(severity))
    scale = look.text_scale
    if severity is Severity.HIGH:
        painter.fillRect(QRectF(start.x(), start.y(), width, _BAR * scale), ink)
    elif severity is Severity.MEDIUM:
        pen = QPen(ink, _WAVE_LINE * scale)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_wave(start, width, scale))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        dot = _DOT * scale
        for x in _dots(width, scale):
            painter.drawEllipse(QRectF(start.x() + x, start.y(), dot, dot))
    painter.restore()


def _wave(start: QPointF, width: float, scale: float) -> QPainterPath:
    count = max(round(width / (_WAVE_LONG * scale)), 1)
    long = width / count
    inset = _WAVE_LINE * scale / 2
    high = _WAVE_HIGH * scale
    middle = start.y() + inset + high / 2
    # A cubic reaches three quarters of its control points' height.
    swing = high / 2 / 0.75
    path = QPainterPath(QPointF(start.x(), middle))
    for wave in range(count):
        for half, sign in ((0.0, 1), (0.5, -1)):
            x = start.x() + (wave + half) * long
            path.cubicTo(
                QPointF(x + long * 0.18, middle + sign * swing),
                QPointF(x + long * 0.32, middle + sign * swing),
                QPointF(x + long / 2, middle),
            )
    return path


def _dots(width: float, scale: float) -> list[float]:
    room = max(width - _DOT * scale, 0.0)
    gaps = max(round(room / (_DOT_PITCH * scale)), 2 if room else 0)
    if not gaps:
        return [0.0]
    return [room * place / gaps for place in range(gaps + 1)]
