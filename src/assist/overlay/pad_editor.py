"""The compose pad's text box, with the lines under flagged words."""

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from assist.model.edit import Edit
from assist.model.finding import Finding
from assist.overlay import underline
from assist.overlay.theme import Look
from assist.overlay.themed import Themed
from assist.overlay.tokens import Style
from assist.overlay.utf16 import from_units, to_units

_BELOW_BASELINE = 4


class PadEditor(Themed, QTextEdit):
    """Plain text in lines of 24; an input method's unfinished text is no part of it.

    A QTextEdit, since QPlainTextEdit knows no line height.

    Signals:
        changed: ``(text, caret)`` when either differs from the last time; caret in
            code points.
    """

    changed = Signal(str, int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._findings: tuple[Finding, ...] = ()
        self._told = ("", 0)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setObjectName("pad_text")
        self.textChanged.connect(self._tell)
        self.cursorPositionChanged.connect(self._tell)
        self.restyle()

    def restyle(self) -> None:
        """Set the text in the face and line height of drafts."""
        self.setFont(self.look.font(Style.DRAFT))
        self.document().setDefaultFont(self.look.font(Style.DRAFT))
        shape = QTextBlockFormat()
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        shape.setLineHeight(self.look.line(Style.DRAFT), fixed)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(shape)
        self.document().clearUndoRedoStacks()

    @property
    def text(self) -> str:
        """What was typed, without what an input method has not committed."""
        return self.toPlainText()

    @property
    def caret(self) -> int:
        """Position of the text cursor in code points of :attr:`text`."""
        return from_units(self.text, self.textCursor().position())

    def forget(self) -> None:
        """Drop the text, and every way back to it."""
        self._findings = ()
        self.clear()
        self.restyle()

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Draw the lines of ``findings``, found in the text as it is now."""
        self._findings = findings
        self.viewport().update()

    def apply(self, edit: Edit) -> bool:
        """Make an edit as one step of undoing; False if the text is another one."""
        text = self.text
        if text != edit.before:
            return False
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.setPosition(to_units(text, edit.span.start))
        end = to_units(text, edit.span.end)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(edit.replacement)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        return True

    def _tell(self) -> None:
        now = (self.text, self.caret)
        if now != self._told:
            if now[0] != self._told[0]:
                # The lines belong to another text; new ones come with its findings.
                self.show_findings(())
            self._told = now
            self.changed.emit(*now)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, then the lines under the flagged words."""
        super().paintEvent(event)
        if not self._findings:
            return
        painter = QPainter(self.viewport())
        text = self.text
        for finding in self._findings:
            start = to_units(text, finding.span.start)
            end = to_units(text, finding.span.end)
            self._underline(painter, finding, start, end)

    def _underline(
        self, painter: QPainter, finding: Finding, start: int, end: int
    ) -> None:
        """Draw under UTF-16 units ``start`` to ``end`` of the document."""
        block = self.document().findBlock(start)
        while block.isValid() and block.position() < end:
            first = _shown(block, max(start - block.position(), 0))
            last = _shown(block, min(end - block.position(), block.length() - 1))
            self._underline_block(painter, finding, block, (first, last))
            block = block.next()

    def _underline_block(
        self,
        painter: QPainter,
        finding: Finding,
        block: QTextBlock,
        part: tuple[int, int],
    ) -> None:
        layout = block.layout()
        top = self.document().documentLayout().blockBoundingRect(block).topLeft()
        scrolled = QPointF(
            self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        )
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            begins = line.textStart()
            first = max(part[0], begins)
            last = min(part[1], begins + line.textLength())
            if first >= last:
                continue
            left = _x(line.cursorToX(first))
            width = _x(line.cursorToX(last)) - left
            down = line.y() + line.ascent() + self.look.px(_BELOW_BASELINE)
            at = top - scrolled + QPointF(left, round(down))
            underline.draw(painter, at, width, finding.rule.severity, self.look)


def _shown(block: QTextBlock, place: int) -> int:
    """Convert a place in a block to one on the screen, past unfinished text."""
    layout = block.layout()
    if 0 <= layout.preeditAreaPosition() < place:
        return place + len(layout.preeditAreaText().encode("utf-16-le")) // 2
    return place


def _x(answer: object) -> float:
    """Return the position from what PySide makes of an in-out argument."""
    return float(answer[0]) if isinstance(answer, tuple) else float(str(answer))
