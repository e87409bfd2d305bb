"""The lead's report about a team, as one HTML file."""

from collections.abc import Iterable, Sequence

from assist.reports import page
from assist.reports.charts import Row, row_chart
from assist.reports.rules_to_fix import rules_to_fix
from assist.reports.small_groups import LEAST
from assist.reports.team_figures import Change, Figures, Line, TeamFigures
from assist.reports.team_sentences import TeamWords
from assist.review.review import PhraseNames
from assist.review.wording import Words

_FINDINGS = ("shown", "accepted", "fixed", "ignored", "marked", "sent")
_RULES = 60
_ROWS = 10


def team_report(figures: TeamFigures, names: PhraseNames, language: str) -> str:
    """Return the page.

    Args:
        figures: With small groups merged already; nothing else is shown.
        names: How rules are called.
        language: One of ``review.wording.LANGUAGES``.
    """
    made = _Report(figures, names, TeamWords(language), Words(language))
    return page.page(made.words("title"), made.parts(), language=language)


class _Report:
    def __init__(
        self,
        figures: TeamFigures,
        names: PhraseNames,
        words: TeamWords,
        common: Words,
    ) -> None:
        self.figures = figures
        self.names = names
        self.words = words
        self.common = common

    def parts(self) -> list[str]:
        """Return the pieces of the page, in their order."""
        figures, words = self.figures, self.words
        return [
            page.heading(self._headline(), self._line()),
            page.tile_row(self._tiles()),
            page.panel(words("first"), self._first()),
            page.columns(
                page.panel(words("by_rule"), self._rule_rows()),
                page.panel(words("by_hour"), self._hour_rows()),
            ),
            page.panel(words("by_team"), self._table("team", figures.teams)),
            page.panel(words("by_pack"), self._table("version", figures.packs)),
            self._change(),
            page.panel(words("by_rule"), self._table("entry", figures.rules[:_RULES])),
        ]

    def _headline(self) -> str:
        share = self.figures.whole.share("fixed")
        if share is None:
            return self.words("headline_none")
        return self.words("headline", share=self.common.share(share))

    def _line(self) -> str:
        figures = self.figures
        return self.words(
            "line",
            first=figures.first_day,
            last=figures.last_day,
            people=figures.whole.people,
            shifts=figures.shifts,
            least=LEAST,
        )

    def _tiles(self) -> Iterable[tuple[str, str, str, str]]:
        whole, words, share = self.figures.whole, self.words, self.common.share
        yield words("messages"), f"{whole.messages:,}", "", ""
        yield words("clean"), share(whole.clean_share), "", ""
        yield words("shown"), f"{whole.shown:,}", "", ""
        for name in ("accepted", "fixed", "marked"):
            figure = f"{getattr(whole, name):,}"
            yield words(name), share(whole.share(name)), "", figure

    def _first(self) -> str:
        found = rules_to_fix(self.figures.rules)
        if not found:
            return page.paragraph(self.words("first_none"))
        words = self.words
        titles = (words("entry"), words("why"), words("share"), words("shown"))
        rows = [
            (
                self.names.of(each.name),
                words(f"why_{each.why}"),
                self.common.share(each.share),
                each.shown,
            )
            for each in found
        ]
        return page.table(titles, rows, kind="cards")

    def _rule_rows(self) -> str:
        rows = [
            Row(self.names.of(line.name), line.figures.shown, str(line.figures.shown))
            for line in self.figures.rules
            if not line.merged
        ]
        return row_chart(rows[:_ROWS], self.words("by_rule"))

    def _hour_rows(self) -> str:
        rows = [
            Row(self._name("hour", line), line.figures.shown, str(line.figures.shown))
            for line in self.figures.hours
        ]
        return row_chart(rows, self.words("by_hour"))

    def _table(self, column: str, lines: Sequence[Line]) -> str:
        """Return a row for each line; columns in which nothing stands are left out."""
        words, share = self.words, self.common.share
        messages = column == "team"
        titles = [words(column), words("people")]
        if messages:
            titles += [words("messages"), words("clean")]
        titles += [words(name) for name in _FINDINGS]
        rows: list[list[str | int]] = []
        for line in lines:
            figures = line.figures
            row: list[str | int] = [self._name(column, line), figures.people]
            if messages:
                row += [figures.messages, share(figures.clean_share)]
            row += [figures.shown, *self._shares(figures)]
            rows.append(row)
        note = ""
        if any(line.merged for line in lines):
            note = page.paragraph(words("together"))
        return page.table(titles, rows, kind="cards") + note

    def _shares(self, figures: Figures) -> list[str]:
        return [self.common.share(figures.share(name)) for name in _FINDINGS[1:]]

    def _name(self, column: str, line: Line) -> str:
        if line.merged:
            return self.words("merged", n=line.merged)
        if column == "entry":
            return self.names.of(line.name)
        return line.name or self.words("no_team")

    def _change(self) -> str:
        if not self.figures.change:
            return ""
        before, after = self.figures.change
        title = self.words("change", before=before or "–", after=after or "–")
        kinds = ("shown", "accepted", "marked")
        titles = [self.words("entry")] + [
            self.words(f"{kind}_{time}")
            for kind in kinds
            for time in ("before", "after")
        ]
        rows = [self._change_row(each) for each in self.figures.changes[:_RULES]]
        note = ""
        if any(each.merged for each in self.figures.changes):
            note = page.paragraph(self.words("together"))
        return page.panel(title, page.table(titles, rows, kind="cards") + note)

    def _change_row(self, change: Change) -> list[str | int]:
        name = self.names.of(change.name)
        if change.merged:
            name = self.words("merged", n=change.merged)
        row: list[str | int] = [name, change.before.shown, change.after.shown]
        row += [
            self.common.share(figures.share(kind))
            for kind in ("accepted", "marked")
            for figures in (change.before, change.after)
        ]
        return row
