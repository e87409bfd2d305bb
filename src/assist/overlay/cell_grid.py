"""The comparison of typed and listed words as a grid of letters."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from assist.model.finding import Finding
from assist.model.rule import Severity
from assist.overlay import card_words
from assist.overlay.cells import Cell, cells_of, shortened
from assist.overlay.theme import Look, colour
from assist.overlay.themed import Themed
from assist.overlay.tokens import RADIUS_SMALL, Style

_PITCH = 36
_CELL_WIDE, _CELL_HIGH = 32, 30
_LABEL = 46
_ROW = 32


class CellGrid(Themed, QWidget):
    """Two rows of letters; only changed ones have a tint, with the reason below."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._cells: tuple[Cell, ...] = ()
        self._severity = Severity.MEDIUM
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setObjectName("cells")

    def show_finding(self, finding: Finding, room: int) -> bool:
        """Compare; tell whether there is anything to show in ``room`` pixels."""
        most = (room - self._label_width()) // self.look.px(_PITCH)
        self._cells = shortened(cells_of(finding), most)
        self._severity = finding.rule.severity
        self.setAccessibleName(card_words.differences(finding))
        self.updateGeometry()
        self.update()
        return bool(self._cells)

    def forget(self) -> None:
        """Keep nothing that was typed."""
        self._cells = ()
        self.setAccessibleName("")

    def restyle(self) -> None:
        """Measure and paint again."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return two rows of cells and the line of reasons."""
        high = 2 * self.look.px(_ROW) + self.look.line(Style.CAPTION)
        return QSize(self.look.px(200), high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the letters."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = self.look.px
        self._label(painter, 0, self.tr("您输入"))
        self._label(painter, px(_ROW), self.tr("词条"))
        for number, cell in enumerate(self._cells):
            left = self._label_width() + number * px(_PITCH)
            self._letter(painter, left, 0, cell.typed, cell)
            self._letter(painter, left, px(_ROW), cell.listed, cell)
            if cell.channel is not None:
                self._reason(painter, left, card_words.channel_word(cell.channel))

    def _label_width(self) -> int:
        metrics = self.look.metrics(Style.CAPTION)
        words = (self.tr("您输入"), self.tr("词条"))
        widest = max(metrics.horizontalAdvance(word) for word in words)
        return max(round(widest) + self.look.px(10), self.look.px(_LABEL))

    def _label(self, painter: QPainter, top: int, text: str) -> None:
        painter.setFont(self.look.font(Style.CAPTION))
        painter.setPen(colour(self.look.palette.text_2))
        box = QRectF(0, top, self._label_width(), self.look.px(_CELL_HIGH))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)

    def _letter(
        self, painter: QPainter, left: int, top: int, text: str, cell: Cell
    ) -> None:
        look, px = self.look, self.look.px
        box = QRectF(left, top, px(_CELL_WIDE), px(_CELL_HIGH))
        if cell.channel is not None:
            tint = colour(look.severity_tint(self._severity))
            outlined = look.palette.high_contrast
            line = colour(look.severity(self._severity))
            painter.setPen(line if outlined else Qt.PenStyle.NoPen)
            painter.setBrush(tint)
            painter.drawRoundedRect(box, RADIUS_SMALL, RADIUS_SMALL)
        style = Style.SENTENCE if len(text) <= 2 else Style.KEY
        painter.setFont(look.font(style))
        painter.setPen(colour(look.palette.text))
        shown = "␣" if text.isspace() else text
        shown = look.metrics(style).elidedText(
            shown, Qt.TextElideMode.ElideRight, px(_PITCH)
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)

    def _reason(self, painter: QPainter, left: int, text: str) -> None:
        look, px = self.look, self.look.px
        # Latin words are longer than two hanzi, and may be set smaller.
        style = Style.KEY if text.isascii() else Style.CAPTION
        painter.setFont(look.font(style))
        painter.setPen(colour(look.palette.text_2))
        overhang = px(12)
        box = QRectF(
            left - overhang,
            2 * px(_ROW),
            px(_CELL_WIDE) + 2 * overhang,
            look.line(Style.CAPTION),
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
