"""How the compose pad is made and laid out; what it does is in ``pad``."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent

from assist.model.finding import Finding
from assist.overlay.card_values import CardChoice
from assist.overlay.floating import FloatingWindow
from assist.overlay.pad_editor import PadEditor
from assist.overlay.pad_parts import (
    PadBox,
    PadFinding,
    PadTitle,
    PrimaryButton,
    paint_bar,
)
from assist.overlay.pad_tools import PadTools
from assist.overlay.text_block import TextBlock
from assist.overlay.theme import Look
from assist.overlay.tokens import Style

_WIDE = 440
_PAD = 12
_BOX_HIGH = 104


class PadFace(FloatingWindow):
    """Title bar, text box, first finding, quiet buttons, promise, main button."""

    ground = "canvas"

    def __init__(self, look: Look) -> None:
        super().__init__(look, takes_focus=True)
        self._finding: Finding | None = None
        self._choices: tuple[CardChoice, ...] = ()
        self.setObjectName("pad")
        self._title = PadTitle(look, self)
        self._editor = PadEditor(look)
        self._box = PadBox(look, self._editor, self)
        self._panel = PadFinding(look, self)
        self._promise = TextBlock(look, Style.CAPTION, self, ink="text_2", max_lines=2)
        self._tools = PadTools(look, self)
        self._insert = PrimaryButton(look, "insert", self)
        self._insert.take_keys()

    def _lay_out(self) -> None:
        px = self.look.px
        around, pad = self.margin, px(_PAD)
        wide = min(px(_WIDE), round(self.screen().availableGeometry().width() * 0.9))
        title = self._title.sizeHint().height()
        self._title.setGeometry(around, around, wide, title)
        inner = wide - 2 * pad
        y = title + pad
        self._box.setGeometry(around + pad, around + y, inner, px(_BOX_HIGH))
        y += px(_BOX_HIGH)
        self._panel.setVisible(self._finding is not None)
        if self._finding is not None:
            self._panel.show_finding(self._finding, self._choices)
            tall = self._panel.place(inner)
            self._panel.setGeometry(around + pad, around + y + px(8), inner, tall)
            y += px(8) + tall
        tools = self._tools.sizeHint().height()
        self._tools.setGeometry(around + pad, around + y + px(4), inner, tools)
        y += px(4) + tools + px(6)
        self._lay_out_footer(QRect(around + pad, around + y, inner, px(32)))
        self.resize_frame(QSize(wide, y + px(32) + pad))
        self.update()

    def _lay_out_footer(self, row: QRect) -> None:
        insert = self._insert.sizeHint()
        left = row.right() + 1 - insert.width()
        self._insert.setGeometry(left, row.y(), insert.width(), insert.height())
        room = left - row.x() - self.look.px(8)
        high = self._promise.heightForWidth(room)
        top = row.y() + (row.height() - high) // 2
        self._promise.setGeometry(row.x(), top, room, high)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and the title bar on it."""
        super().paintEvent(event)
        paint_bar(QPainter(self), self.look, self.frame, self.corner)
