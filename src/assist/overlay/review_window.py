"""The review after the shift: what went well, the figures, every single finding."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from assist.overlay.form_window import FormWindow, label
from assist.overlay.review_charts import HourChart, RowChart
from assist.overlay.review_language import LANGUAGE_CODES
from assist.overlay.review_list import EntryList
from assist.overlay.review_panels import Legend, OwnPanel, Panel, TileBox
from assist.overlay.review_sheet import review_sheet
from assist.overlay.theme import Look
from assist.review.review import Review
from assist.review.tiles import tiles
from assist.review.wording import Words

_WIDE, _HIGH = 960, 800
_TILES = ("messages", "clean", "fixed", "sent", "fix_time")
_ROWS = 8


class ReviewWindow(FormWindow):
    """Shows one review at a time; what it shows is handed in, never read.

    Signals:
        earlier_requested: Show the shift before.
        later_requested: Show the shift after.
        export_requested: Write the review into a file.
        hand_over_requested: Write the sums of the shown shifts into a folder.
        delete_requested: Delete the shown shifts.
        marked: ``(event_id, wrong)``, a finding was a false alarm, or not.
    """

    earlier_requested = Signal()
    later_requested = Signal()
    export_requested = Signal()
    hand_over_requested = Signal()
    delete_requested = Signal()
    marked = Signal(int, bool)

    def __init__(self, look: Look) -> None:
        super().__init__(look, "review")
        self._review: Review | None = None
        self._now_ms = 0
        self._headline = label(self, role="heading")
        self._line = label(self, role="hint")
        self._earlier = self._button("review_earlier", self.earlier_requested)
        self._later = self._button("review_later", self.later_requested)
        self._export = self._button("review_export", self.export_requested)
        self._tiles = {name: TileBox(name, self) for name in _TILES}
        self._hours = HourChart(look, "chart_hours")
        self._legend = Legend()
        self._rows = {
            name: RowChart(look, f"chart_{name}")
            for name in ("category", "rule", "shift")
        }
        self._panels = {
            name: self._chart_panel(name)
            for name in ("hour", "category", "rule", "shift")
        }
        self._list = EntryList(look, self)
        self._list.marked.connect(self.marked)
        self._noisy = Panel("review_noisy", self)
        self._noisy_lines = label(self._noisy)
        self._noisy.column.addWidget(self._noisy_lines)
        self._never = Panel("review_never", self)
        self._never_line = label(self._never)
        self._never.column.addWidget(self._never_line)
        self._own = OwnPanel(self)
        self._own.hand_over_requested.connect(self.hand_over_requested)
        self._own.delete_requested.connect(self.delete_requested)
        self._lay_out()
        self.setStyleSheet(review_sheet(look))
        self.resize(look.px(_WIDE), look.px(_HIGH))

    def show_review(self, review: Review, *, earlier: bool, later: bool) -> None:
        """Show ``review``; the flags tell whether there are shifts beside it."""
        self._review = review
        self._earlier.setEnabled(earlier)
        self._later.setEnabled(later)
        self.refresh()

    def set_look(self, look: Look) -> None:
        """Follow a change of theme, language or text size."""
        super().set_look(look)
        self.setStyleSheet(review_sheet(look))

    def refresh(self) -> None:
        """Word and draw everything anew."""
        words = Words(LANGUAGE_CODES[self.look.language])
        self.setWindowTitle(words("title"))
        self._earlier.setText(words("earlier_shift"))
        self._later.setText(words("later_shift"))
        self._export.setText(words("export"))
        if self._review is not None:
            self._refresh(self._review, words)

    def say_notice(self, text: str) -> None:
        """Say in the line below the headline what became of a request."""
        self._line.setText(text)

    def _refresh(self, review: Review, words: Words) -> None:
        summary = review.summary
        self._headline.setText(words.headline(summary, now_ms=review.now_ms))
        span = words.span(summary)
        line = " · ".join(filter(None, [span, words("only_you")]))
        self._line.setText(line)
        for tile in tiles(summary, words):
            self._tiles[tile.name].show_tile(tile)
        self._legend.show_words(words, self.look)
        self._draw(review, words)
        self._list.show_review(review, words, self.look)
        self._say_rules(review, words)
        self._own.show_words(words, summary)

    def _draw(self, review: Review, words: Words) -> None:
        summary = review.summary
        for name, panel in self._panels.items():
            panel.say(words(f"by_{name}"))
        self._hours.show_hours(summary.totals.hours, words)
        categories = summary.categories[:_ROWS]
        named = tuple((words.category(name), float(n)) for name, n in categories)
        counts = [str(n) for _, n in categories]
        rows = self._rows
        rows["category"].show_rows(named, title=words("by_category"), figures=counts)
        rules = review.most_shown(_ROWS)
        lengths = tuple((name, float(n)) for name, n in rules)
        counts = [str(n) for _, n in rules]
        rows["rule"].show_rows(lengths, title=words("by_rule"), figures=counts)
        self._draw_shifts(review, words)

    def _draw_shifts(self, review: Review, words: Words) -> None:
        """Draw the share of messages that were right at once, this shift last."""
        past = [
            (each.span.began_ms, each.messages.clean_share)
            for each in review.summary.totals.recent[-_ROWS:]
        ]
        rows = tuple(
            (words.moment(began_ms, with_day=True)[:5], share or 0.0)
            for began_ms, share in past
        )
        figures = [words.share(share) for _, share in past]
        title = words("by_shift")
        self._rows["shift"].show_rows(rows, title=title, figures=figures)

    def _say_rules(self, review: Review, words: Words) -> None:
        self._noisy.say(words("noisy"))
        lines = [
            f"{review.names.of(rule.rule_id)}: "
            + words("noisy_line", shown=rule.shown, waved=rule.waved)
            for rule in review.noisy[:_ROWS]
        ]
        self._noisy_lines.setText("\n".join(lines))
        self._noisy.setVisible(bool(lines))
        total = len(review.names.enabled)
        self._never.say(words("never"))
        self._never_line.setText(words("never_line", n=len(review.never), total=total))
        self._never.setVisible(bool(total))

    def _button(self, name: str, does: object) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.clicked.connect(does)
        return button

    def _chart_panel(self, name: str) -> Panel:
        panel = Panel(f"panel_{name}", self)
        if name == "hour":
            panel.head.addWidget(self._legend)
            panel.column.addWidget(self._hours)
        else:
            panel.column.addWidget(self._rows[name])
        panel.column.addStretch(1)
        return panel

    def _lay_out(self) -> None:
        body = QWidget()
        body.setObjectName("review_body")
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 20, 24, 24)
        column.setSpacing(12)
        column.addLayout(self._head())
        tiles_row = QHBoxLayout()
        tiles_row.setSpacing(12)
        for box in self._tiles.values():
            tiles_row.addWidget(box, 1)
        column.addLayout(tiles_row)
        column.addLayout(self._charts())
        column.addWidget(self._list)
        for panel in (self._noisy, self._never, self._own):
            column.addWidget(panel)
        column.addStretch(1)
        page = QScrollArea(self)
        page.setObjectName("review_page")
        page.setWidgetResizable(True)
        page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page.setWidget(body)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(page)

    def _head(self) -> QHBoxLayout:
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self._headline)
        said.addWidget(self._line)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addLayout(said, 1)
        for button in (self._earlier, self._later, self._export):
            head.addWidget(button)
        return head

    def _charts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(12)
        places = {"hour": (0, 0), "category": (0, 1), "rule": (1, 0), "shift": (1, 1)}
        for name, (row, column) in places.items():
            grid.addWidget(self._panels[name], row, column)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        return grid
