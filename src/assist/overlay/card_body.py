"""The middle of the card: the words, why, how recognised, what to say instead."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from assist.model.finding import Finding
from assist.overlay import card_words, categories
from assist.overlay.card_values import CardChoice
from assist.overlay.cell_grid import CellGrid
from assist.overlay.choice_row import ChoiceRow
from assist.overlay.text_block import TextBlock
from assist.overlay.theme import Look
from assist.overlay.themed import Themed
from assist.overlay.tokens import Style

MOST_CHOICES = 3
_PAD = 16
_ROW_PAD = 8


class CardBody(Themed, QWidget):
    """All that may scroll.

    Signals:
        chosen: ``(index)`` of the replacement clicked, from 0.
    """

    chosen = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._quote = TextBlock(look, Style.SENTENCE, self, max_lines=2)
        self._why = TextBlock(look, Style.BODY, self, ink="text_2", max_lines=2)
        self._grid = CellGrid(look, self)
        self._how = TextBlock(look, Style.CAPTION, self, ink="text_2", max_lines=2)
        self._extent = TextBlock(look, Style.CAPTION, self, ink="text_3")
        self._rows = tuple(
            ChoiceRow(look, f"replacement_{number}", self, proposed=number == 0)
            for number in range(MOST_CHOICES)
        )
        for number, row in enumerate(self._rows):
            row.clicked.connect(lambda _=False, at=number: self.chosen.emit(at))
        for part, name in (
            (self._quote, "quote"),
            (self._why, "why"),
            (self._how, "how"),
            (self._extent, "extent"),
        ):
            part.setObjectName(name)

    def show_finding(
        self,
        finding: Finding,
        choices: tuple[CardChoice, ...],
        *,
        quote: str,
        room: int,
    ) -> None:
        """Show a finding.

        Args:
            finding: What was found.
            choices: Its replacements.
            quote: The words as they stand in the draft.
            room: Logical pixels of width.
        """
        language = self.look.language
        self._quote.say(quote)
        self._quote.set_underline(finding.rule.severity)
        why = categories.reason(finding.rule, language)
        how = card_words.recognised(finding, language)
        compared = self._grid.show_finding(finding, room - 2 * self.look.px(_PAD))
        self._grid.setVisible(compared)
        self._why.say(why or how)
        self._why.setVisible(bool(why or how))
        self._how.say(how)
        self._how.setVisible(bool(why and how))
        self._show_choices(choices)
        self._place(room)

    def _show_choices(self, choices: tuple[CardChoice, ...]) -> None:
        self._extent.setVisible(bool(choices))
        if choices:
            self._extent.say(card_words.extent_line(choices[0].extent))
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(choices))
            if number < len(choices):
                choice = choices[number]
                row.show_choice(choice, note=self._note(choice, choices[0]))

    def _note(self, choice: CardChoice, first: CardChoice) -> str:
        if not choice.filled:
            return self.tr("有空格要先填好，才能放进去")
        if choice.extent is not first.extent:
            return card_words.extent_line(choice.extent)
        return ""

    def heightForWidth(self, width: int) -> int:
        """Return the height of everything shown."""
        return self._place(width)

    def restyle(self) -> None:
        """The card lays out anew after each change of look."""

    def _place(self, width: int) -> int:
        """Put the parts below one another; return where they end."""
        px = self.look.px
        pad, inner = px(_PAD), width - 2 * px(_PAD)
        y = 0
        quote = self._quote.heightForWidth(inner) + px(3)
        self._quote.setGeometry(pad, y, inner, quote)
        y += quote + px(3)
        for part, gap in ((self._why, 0), (self._grid, px(10)), (self._how, px(6))):
            if part.isHidden():
                continue
            tall = part.heightForWidth(inner) if isinstance(part, TextBlock) else 0
            tall = tall or part.sizeHint().height()
            y += gap
            part.setGeometry(pad, y, inner, tall)
            y += tall
        if not self._extent.isHidden():
            y += px(10)
            tall = self._extent.heightForWidth(inner)
            self._extent.setGeometry(pad, y, inner, tall)
            y += tall + px(4)
        side = px(_ROW_PAD)
        for row in self._rows:
            if row.isHidden():
                continue
            tall = row.heightForWidth(width - 2 * side)
            row.setGeometry(side, y, width - 2 * side, tall)
            y += tall
        return y + side
