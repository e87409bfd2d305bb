"""One line of a card that lists several findings."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from assist.model.finding import Finding
from assist.overlay import card_words, categories, icons
from assist.overlay.buttons import PaintedButton, baseline
from assist.overlay.icons import SEVERITY_ICONS
from assist.overlay.theme import Look, colour
from assist.overlay.tokens import Style
from assist.overlay.words import severity_word

HIGH = 34
_PAD = 16


class FindingRow(PaintedButton):
    """The flagged words, with severity and category at the right end."""

    def __init__(self, look: Look, name: str, parent: QWidget) -> None:
        super().__init__(look, name, parent)
        self._finding: Finding | None = None
        self._open = False
        self._quote = ""
        self._labels: tuple[str, ...] = ("",)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_finding(self, finding: Finding, quote: str, *, opened: bool) -> None:
        """Show a finding.

        Args:
            finding: What was found.
            quote: The words as they stand in the draft.
            opened: Its replacements are shown below.
        """
        self._finding = finding
        self._quote = " ".join(quote.split())
        self._open = opened
        word = severity_word(finding.rule.severity)
        name = categories.category_name(finding.rule.category)
        self._labels = (f"{word} · {name}", name) if name else (word,)
        self.setAccessibleName(card_words.listed(word, name, self._quote))
        self.setToolTip("")
        self.update()

    def forget(self) -> None:
        """Keep nothing that was typed."""
        self._finding, self._quote = None, ""
        self.setAccessibleName("")
        self.setToolTip("")

    def sizeHint(self) -> QSize:
        """Return one row."""
        return QSize(self.look.px(200), self.look.px(HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint icon, words and label; the open row has a ground of its own."""
        if self._finding is None:
            return
        painter = QPainter(self)
        look, palette, px = self.look, self.look.palette, self.look.px
        if self._open or self.underMouse():
            painter.fillRect(self.rect(), colour(palette.hover))
        edge = px(16)
        severity = self._finding.rule.severity
        spot = (px(_PAD), (self.height() - edge) // 2, edge)
        icons.draw(painter, SEVERITY_ICONS[severity], look.severity(severity), spot)
        left = px(_PAD) + edge + px(8)
        label, room = self._fitting(left)
        painter.setFont(look.font(Style.CAPTION))
        painter.setPen(colour(palette.text_2))
        base = baseline(look, Style.CAPTION, self.height())
        painter.drawText(QPointF(left + room + px(12), base), label)
        text = look.metrics(Style.BODY).elidedText(
            self._quote, Qt.TextElideMode.ElideRight, room
        )
        painter.setFont(look.font(Style.BODY))
        painter.setPen(colour(palette.text))
        base = baseline(look, Style.BODY, self.height())
        painter.drawText(QPointF(left, base), text)

    def _fitting(self, left: int) -> tuple[str, int]:
        """Return the label, and the room it leaves to the quotation.

        The severity word goes first when there is no room: the icon says it too.
        """
        look, px = self.look, self.look.px
        needed = look.metrics(Style.BODY).horizontalAdvance(self._quote)
        label, room = "", 0
        for label in self._labels:
            width = round(look.metrics(Style.CAPTION).horizontalAdvance(label))
            room = self.width() - px(_PAD) - width - px(12) - left
            if room >= needed:
                break
        return label, room
