"""Plain text set in fixed lines, as Qt's own labels cannot.

It is a QLabel to screen readers and layouts; only setting and painting differ:
lines have the height of the type scale, a line count may be bounded, and the
line of a severity may stand under the words.
"""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from assist.model.rule import Severity
from assist.overlay import underline
from assist.overlay.language import Language
from assist.overlay.theme import Look, colour
from assist.overlay.themed import Themed
from assist.overlay.tokens import Style


class TextBlock(Themed, QLabel):
    """Words in one style; wraps, and ends with … after ``max_lines``."""

    def __init__(
        self,
        look: Look,
        style: Style,
        parent: QWidget | None = None,
        *,
        ink: str = "text",
        max_lines: int = 0,
    ) -> None:
        """Make an empty block.

        Args:
            look: The window's look.
            style: Step of the type scale.
            parent: Parent widget.
            ink: Name of a colour of the palette.
            max_lines: Lines shown at most; 0 for all.
        """
        super().__init__(parent)
        self.look = look
        self._style = style
        self._ink = ink
        self._max_lines = max_lines
        self._severity: Severity | None = None
        self._part: tuple[int, int] | None = None
        self._language: Language | None = None
        self._lines: tuple[str, ...] = ()
        self._set_for = -1
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, text: str, *, language: Language | None = None) -> None:
        """Show ``text``, in the face of its own language if that is known."""
        self._language = language
        self._set_for, self._lines = -1, ()
        self.setText(text)
        self.updateGeometry()

    def set_ink(self, ink: str) -> None:
        """Use another colour of the palette."""
        self._ink = ink
        self.update()

    def set_underline(
        self, severity: Severity | None, part: tuple[int, int] | None = None
    ) -> None:
        """Put the line of a severity under the words, or none.

        Args:
            severity: Whose line.
            part: First and one past the last code point it stands under; None for
                the whole text.
        """
        self._severity = severity
        self._part = part
        self.update()

    def restyle(self) -> None:
        """Measure and paint again."""
        self._set_for = -1
        self.updateGeometry()
        self.update()

    def natural_width(self) -> int:
        """Return the width of the text in one line."""
        metrics = self.look.metrics(self._style, self._language)
        return int(metrics.horizontalAdvance(self.text())) + 1

    def hasHeightForWidth(self) -> bool:
        """Tell layouts that the height follows from the width."""
        return self._max_lines != 1

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines that ``width`` needs."""
        return len(self._broken(width)) * self.look.line(self._style)

    def sizeHint(self) -> QSize:
        """Return the size of the text in one line."""
        return QSize(self.natural_width(), self.look.line(self._style))

    def minimumSizeHint(self) -> QSize:
        """Return one line of a few characters."""
        return QSize(self.look.px(24), self.look.line(self._style))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines, and the line under them."""
        painter = QPainter(self)
        look = self.look
        painter.setFont(look.font(self._style, self._language))
        painter.setPen(colour(getattr(look.palette, self._ink)))
        metrics = look.metrics(self._style, self._language)
        pitch = look.line(self._style)
        lead = (pitch - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
        begins = 0
        for number, line in enumerate(self._broken(self.width())):
            base = round(number * pitch + lead)
            painter.drawText(QPointF(0, base), line)
            begins = max(self.text().find(line, begins), begins)
            if self._severity is not None:
                self._draw_line(painter, base, line, begins)
            begins += len(line)

    def _draw_line(self, painter: QPainter, base: int, line: str, begins: int) -> None:
        """Draw the severity's line under its part of one line of the text."""
        first, last = self._part or (0, len(self.text()))
        first, last = max(first - begins, 0), min(last - begins, len(line))
        if self._severity is None or first >= last:
            return
        metrics = self.look.metrics(self._style, self._language)
        left = metrics.horizontalAdvance(line[:first])
        width = metrics.horizontalAdvance(line[first:last])
        at = QPointF(round(left), base + self.look.px(4))
        underline.draw(painter, at, width, self._severity, self.look)

    def _broken(self, width: int) -> tuple[str, ...]:
        if width != self._set_for:
            self._lines = self._break(width)
            self._set_for = width
        return self._lines

    def _break(self, width: int) -> tuple[str, ...]:
        """Break the text into lines no wider than ``width`` logical pixels."""
        metrics = self.look.metrics(self._style, self._language)
        text = self.text()
        if self._max_lines == 1:
            elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            return (elided,)
        lines: list[str] = []
        for paragraph in text.split("\n"):
            lines += self._wrapped(paragraph, width)
        if self._max_lines and len(lines) > self._max_lines:
            rest = "".join(lines[self._max_lines - 1 :])
            lines = lines[: self._max_lines - 1]
            lines.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
        return tuple(line.rstrip() for line in lines)

    def _wrapped(self, text: str, width: int) -> list[str]:
        """Return the lines of one paragraph; together they are ``text``."""
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout = QTextLayout(text, self.look.font(self._style, self._language))
        layout.setTextOption(option)
        layout.beginLayout()
        units = text.encode("utf-16-le", "surrogatepass")
        lines: list[str] = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            start, end = line.textStart(), line.textStart() + line.textLength()
            part = units[2 * start : 2 * end]
            lines.append(part.decode("utf-16-le", "surrogatepass"))
        layout.endLayout()
        return lines or [""]
