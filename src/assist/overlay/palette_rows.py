"""How a compliant sentence is painted in the palette: the sentence, its scenario."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from assist.overlay.language import Language
from assist.overlay.theme import Look, colour
from assist.overlay.tokens import RADIUS_CONTROL, Style

SCENARIO = Qt.ItemDataRole.UserRole + 1
_PAD, _TOP = 8, 6


class PhraseRow(QStyledItemDelegate):
    """One line for the sentence, in the face of its language; one below it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look

    def sizeHint(
        self, _option: QStyleOptionViewItem, _at: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the room for two lines."""
        look = self.look
        high = look.line(Style.SENTENCE) + look.line(Style.CAPTION) + 2 * look.px(_TOP)
        return QSize(look.px(200), high)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        at: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint ground, sentence and scenario."""
        look, palette = self.look, self.look.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)  # type: ignore[attr-defined]  # stubs lack it
        state = option.state  # type: ignore[attr-defined]  # as above
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(palette.selected))
            painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
            if palette.high_contrast:
                painter.setPen(colour(palette.line_strong))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                inside = box.adjusted(1, 1, -1, -1)
                painter.drawRoundedRect(inside, RADIUS_CONTROL, RADIUS_CONTROL)
        y = box.y() + look.px(_TOP)
        sentence = str(at.data(Qt.ItemDataRole.DisplayRole))
        scenario = str(at.data(SCENARIO))
        y = self._line(painter, box, y, (sentence, Style.SENTENCE, "text"))
        self._line(painter, box, y, (scenario, Style.CAPTION, "text_2"))
        painter.restore()

    def _line(
        self, painter: QPainter, box: QRectF, y: float, what: tuple[str, Style, str]
    ) -> float:
        """Paint one line from ``y``; return where the next begins."""
        words, style, ink = what
        look = self.look
        language = Language.SIMPLIFIED if style is Style.SENTENCE else None
        metrics = look.metrics(style, language)
        room = box.width() - 2 * look.px(_PAD)
        painter.setFont(look.font(style, language))
        painter.setPen(colour(getattr(look.palette, ink)))
        high = look.line(style)
        base = (high - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        at = QPointF(box.x() + look.px(_PAD), round(y + base))
        painter.drawText(at, shown)
        return y + high
