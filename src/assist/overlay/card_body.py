"""The middle of the card: the words, why, how recognised, what to say instead."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from assist.model.finding import Finding
from assist.model.rule import Rule
from assist.overlay import card_words, categories
from assist.overlay.card_values import CardChoice
from assist.overlay.cell_grid import CellGrid
from assist.overlay.choice_row import ChoiceRow
from assist.overlay.finding_row import FindingRow
from assist.overlay.text_block import TextBlock
from assist.overlay.theme import Look
from assist.overlay.themed import Themed
from assist.overlay.tokens import Style

MOST_CHOICES = 3
LISTED_FROM = 3  # this many findings are listed, one of them open
_PAD = 16
_ROW_PAD = 8


class CardBody(Themed, QWidget):
    """All that may scroll.

    Signals:
        chosen: ``(index)`` of the replacement clicked, from 0.
        turned_to: ``(index)`` of the finding clicked in the list, from 0.
    """

    chosen = Signal(int)
    turned_to = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._quote = TextBlock(look, Style.SENTENCE, self, max_lines=2)
        self._why = TextBlock(look, Style.BODY, self, ink="text_2", max_lines=2)
        self._grid = CellGrid(look, self)
        self._how = TextBlock(look, Style.CAPTION, self, ink="text_2", max_lines=3)
        self._origin = TextBlock(look, Style.CAPTION, self, ink="text_2", max_lines=6)
        self._extent = TextBlock(look, Style.CAPTION, self, ink="text_3")
        self._rows = tuple(self._choice_row(number) for number in range(MOST_CHOICES))
        self._list: list[FindingRow] = []
        self._listed = 0
        self._at = 0
        for part, name in (
            (self._quote, "quote"),
            (self._why, "why"),
            (self._how, "how"),
            (self._extent, "extent"),
            (self._origin, "origin"),
        ):
            part.setObjectName(name)

    def _choice_row(self, number: int) -> ChoiceRow:
        row = ChoiceRow(self.look, f"replacement_{number}", self, proposed=number == 0)
        row.clicked.connect(lambda _=False: self.chosen.emit(number))
        return row

    def _finding_row(self, number: int) -> FindingRow:
        """Return a row of the list; made when first needed, then kept."""
        while number >= len(self._list):
            at = len(self._list)
            row = FindingRow(self.look, f"finding_{at}", self)
            row.clicked.connect(lambda _=False, at=at: self.turned_to.emit(at))
            self._list.append(row)
        return self._list[number]

    def show_list(
        self, findings: tuple[Finding, ...], quotes: tuple[str, ...], at: int
    ) -> None:
        """List the findings if there are several; ``at`` is the open one."""
        self._at = at
        self._listed = len(findings) if len(findings) >= LISTED_FROM else 0
        for number in range(self._listed):
            row = self._finding_row(number)
            row.show_finding(findings[number], quotes[number], opened=number == at)
        for number, row in enumerate(self._list):
            row.setVisible(number < self._listed)

    def show_finding(
        self,
        finding: Finding,
        choices: tuple[CardChoice, ...],
        *,
        words: tuple[str, str],
        room: int,
    ) -> None:
        """Show a finding.

        Args:
            finding: What was found.
            choices: Its replacements.
            words: As they stand in the draft, and the draft; that is empty where
                it is not known.
            room: Logical pixels of width.
        """
        language = self.look.language
        self._quote.setVisible(not self._listed)
        quote, draft_text = words
        shown, part = quote, (0, len(quote))
        if finding.span.of(draft_text) == quote:
            shown, part = card_words.in_clause(draft_text, finding.span)
        self._quote.say(shown)
        self._quote.setAccessibleName(quote)
        self._quote.set_underline(finding.rule.severity, part)
        why = categories.reason(finding.rule, language)
        how = card_words.recognised(finding, language)
        compared = self._grid.show_finding(finding, room - 2 * self.look.px(_PAD))
        self._grid.setVisible(compared)
        self._why.say(why or how)
        self._why.setVisible(bool(why or how))
        self._how.say(how)
        self._how.setVisible(bool(why and how))
        self._show_choices(choices)

    def forget(self) -> None:
        """Keep nothing that was typed."""
        for part in (self._quote, self._how):
            part.say("")
            part.setAccessibleName("")
        self._grid.forget()
        for row in self._list:
            row.forget()

    def explain(self, rule: Rule, *, shown: bool) -> None:
        """Say which entry it is and where it comes from, if that is wanted."""
        self._origin.setVisible(shown)
        if shown:
            self._origin.say(card_words.origin(rule, self.look.language))

    def leave_out_comparison(self) -> None:
        """Make room for what could be said instead; the words below still say why."""
        self._grid.hide()

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
            return self.tr("还有空格要填，填好才能放进去")
        if choice.extent is not first.extent:
            return card_words.extent_line(choice.extent)
        return ""

    @property
    def open_part(self) -> tuple[int, int]:
        """Top and bottom of the finding that is open, to scroll to."""
        if not self._listed:
            return 0, self.height()
        last = [row for row in self._rows if not row.isHidden()]
        top = self._list[self._at].y()
        return top, last[-1].geometry().bottom() if last else top

    def heightForWidth(self, width: int) -> int:
        """Put the parts below one another; return the height they need."""
        px = self.look.px
        y = 0
        for row in self._list[: self._at + 1 if self._listed else 0]:
            y = self._row(row, y, width)
        y += px(8) if self._listed else 0
        y = self._words(y, width)
        side = px(_ROW_PAD)
        for choice in self._rows:
            if not choice.isHidden():
                tall = choice.heightForWidth(width - 2 * side)
                choice.setGeometry(side, y, width - 2 * side, tall)
                y += tall
        y += side
        for row in self._list[self._at + 1 : self._listed]:
            y = self._row(row, y, width)
        return y + (side if self._listed > self._at + 1 else 0)

    def _row(self, row: FindingRow, y: int, width: int) -> int:
        tall = row.sizeHint().height()
        row.setGeometry(0, y, width, tall)
        return y + tall

    def _words(self, y: int, width: int) -> int:
        """Put the quotation, the reasons and what is replaced at ``y``."""
        px = self.look.px
        pad, inner = px(_PAD), width - 2 * px(_PAD)
        if not self._quote.isHidden():
            tall = self._quote.heightForWidth(inner) + px(3)
            self._quote.setGeometry(pad, y, inner, tall)
            y += tall + px(3)
        parts = (self._why, self._grid, self._how, self._origin)
        for part, gap in zip(parts, (0, px(10), px(6), px(6)), strict=True):
            if not part.isHidden():
                tall = part.sizeHint().height()
                if isinstance(part, TextBlock):
                    tall = part.heightForWidth(inner)
                part.setGeometry(pad, y + gap, inner, tall)
                y += gap + tall
        if not self._extent.isHidden():
            tall = self._extent.heightForWidth(inner)
            self._extent.setGeometry(pad, y + px(10), inner, tall)
            y += px(10) + tall + px(4)
        return y
