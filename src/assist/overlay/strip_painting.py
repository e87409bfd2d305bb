"""Measuring and painting what stands on the strip."""

from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from assist.overlay import icons
from assist.overlay.buttons import baseline
from assist.overlay.strip_content import Piece, StripContent
from assist.overlay.theme import Look, colour
from assist.overlay.tokens import Style

PAD = 8
BESIDE_DIVIDER = 10
_DOT = 16


def width(text: str, look: Look, style: Style = Style.CAPTION) -> int:
    """Return the width of ``text`` in logical pixels."""
    return round(look.metrics(style).horizontalAdvance(text))


def words_width(content: StripContent, look: Look) -> int:
    """Return the width of icons, words and detail, without the padding."""
    px = look.px
    pieces = [
        px(16) + px(6) + width(piece.text, look, _style(piece))
        for piece in content.pieces
    ]
    detail = px(6) + width(content.detail, look) if content.detail else 0
    return sum(pieces) + px(8) * (len(pieces) - 1) + detail


def shortened(content: StripContent, room: int, look: Look) -> StripContent:
    """Return ``content`` with its last word cut to ``room`` pixels, if too wide."""
    over = words_width(content, look) - room
    if over <= 0:
        return content
    last = content.pieces[-1]
    style = _style(last)
    text = look.metrics(style).elidedText(
        last.text, Qt.TextElideMode.ElideRight, width(last.text, look, style) - over
    )
    return replace(content, pieces=(*content.pieces[:-1], replace(last, text=text)))


def draw_content(
    painter: QPainter, frame: QRect, content: StripContent, look: Look
) -> None:
    """Paint icons and words from the left, and the divider after them."""
    palette, px = look.palette, look.px
    edge = px(16)
    top = frame.y() + (frame.height() - edge) // 2
    x = frame.x() + px(PAD)
    for number, piece in enumerate(content.pieces):
        x += px(8) if number else 0
        icons.draw(painter, piece.icon, getattr(palette, piece.ink), (x, top, edge))
        x += edge + px(6)
        x = _text(painter, (x, frame), piece.text, look, piece)
    if content.detail:
        x = _text(painter, (x + px(6), frame), content.detail, look)
    if content.hint or content.action:
        x += px(BESIDE_DIVIDER)
        draw_divider(painter, x, frame, look)
        _text(painter, (x + 1 + px(BESIDE_DIVIDER), frame), content.hint, look)


def draw_divider(painter: QPainter, x: int, frame: QRect, look: Look) -> None:
    """Paint the thin line between two parts."""
    high = look.px(14)
    top = frame.y() + (frame.height() - high) // 2
    painter.fillRect(x, top, look.frame, high, colour(look.palette.line_soft))


def dot_disc(frame: QRect, look: Look) -> QRect:
    """Return the disc within the dot's larger hit area.

    Where nothing blends its edge it fills that area, as a square.
    """
    if not look.composited:
        return frame
    edge = look.px(_DOT)
    disc = QRect(0, 0, edge, edge)
    disc.moveCenter(frame.center())
    return disc


def draw_dot(painter: QPainter, disc: QRect, content: StripContent, look: Look) -> None:
    """Paint the spot in the middle of the disc."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(getattr(look.palette, content.pieces[0].ink)))
    spot = look.px(6) / 2
    painter.drawEllipse(QRectF(disc).center(), spot, spot)


def _style(piece: Piece | None) -> Style:
    return Style.STRONG if piece and piece.strong else Style.CAPTION


def _text(
    painter: QPainter,
    at: tuple[int, QRect],
    text: str,
    look: Look,
    piece: Piece | None = None,
) -> int:
    """Paint ``text`` from the left edge in ``at``; return where it ends."""
    x, frame = at
    style = _style(piece)
    ink = piece.text_ink if piece else "text_2"
    painter.setFont(look.font(style))
    painter.setPen(colour(getattr(look.palette, ink)))
    base = frame.y() + baseline(look, style, frame.height())
    painter.drawText(QPoint(x, base), text)
    return x + width(text, look, style)
