"""The review's words in one language."""

from datetime import date, datetime

from assist.model.usage import Action
from assist.review.entry import Entry
from assist.review.headline import Headline, headline
from assist.review.selection import Stretch
from assist.review.sentences import CATEGORIES, SENTENCES
from assist.review.summary import Summary

LANGUAGES = ("zh-Hans", "zh-Hant", "en")
"""As the setting ``language`` names them."""

_WEEKDAYS = (
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "一二三四五六日",
)
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
_OUTCOMES = {Action.SENT: "as_written", None: "pending"}


class Words:
    """Sentences, figures and dates in the language ``language``.

    Raises:
        ValueError: It is none of ``LANGUAGES``.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._place = LANGUAGES.index(language)

    def __call__(self, key: str, **values: object) -> str:
        """Return a sentence of the table with its figures filled in."""
        return SENTENCES[key][self._place].format(**values)

    def category(self, name: str) -> str:
        """Return a category's name; one that is not known as the list writes it."""
        if self._place == 0 or name not in CATEGORIES:
            return name
        return CATEGORIES[name][self._place - 1]

    def severity(self, severity: str) -> str:
        """Return the word for a severity; empty for none."""
        return self(severity) if severity in ("high", "medium", "low") else ""

    def outcome(self, entry: Entry) -> str:
        """Return what became of a finding; a mark made in the review goes first."""
        if entry.marked:
            return self("marked_wrong")
        return self(_OUTCOMES.get(entry.outcome) or str(entry.outcome))

    def share(self, share: float | None) -> str:
        """Return a share of 0 to 1 as whole per cent."""
        return self("no_figure") if share is None else f"{share:.0%}"

    def tenths(self, tenths: int | None) -> str:
        """Return a figure that is counted in tenths."""
        return self("no_figure") if tenths is None else f"{tenths / 10:.1f}"

    def day(self, day: date) -> str:
        """Return a day with its weekday."""
        english, hanzi = _WEEKDAYS
        if self.language == "en":
            return f"{english[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"
        return f"{day.month} 月 {day.day} 日，星期{hanzi[day.weekday()]}"

    def clock(self, epoch_ms: int) -> str:
        """Return the time of day where the agent is."""
        return f"{_local(epoch_ms):%H:%M}"

    def moment(self, epoch_ms: int, *, with_day: bool) -> str:
        """Return a time of day, with the day where there is more than one."""
        local = _local(epoch_ms)
        return f"{local:%m-%d %H:%M}" if with_day else f"{local:%H:%M}"

    def headline(self, summary: Summary, *, now_ms: int) -> str:
        """Return the sentence at the top: what went well, before anything else."""
        kind = headline(summary)
        if kind is Headline.NOTHING:
            return self("nothing")
        last_ms = summary.totals.last_ms
        today = last_ms is not None and _local(last_ms).date() == _local(now_ms).date()
        one = summary.selection.stretch in (Stretch.LAST, Stretch.ONE)
        thanks = self("thanks_today" if today and one else "thanks")
        return thanks + self(kind.value, n=summary.resolved)

    def span(self, summary: Summary) -> str:
        """Return which shifts these are: day and hours, or the first and last day."""
        shifts = summary.totals.shifts
        if not shifts:
            return ""
        first, last = _local(shifts[0].began_ms), _local(shifts[-1].last_ms)
        begin, end = f"{first:%H:%M}", f"{last:%H:%M}"
        comma = ", " if self.language == "en" else "，"
        if len(shifts) == 1:
            return f"{self.day(first.date())}{comma}{begin}–{end}"
        days = f"{self.day(first.date())} – {self.day(last.date())}"
        return f"{days}{comma}{self('shifts', n=len(shifts))}"

    def handed_over(self, summary: Summary) -> str:
        """Return the days of the shown shifts that were handed over; often none."""
        days = [
            f"{_local(span.began_ms):%m-%d}"
            for span in summary.totals.shifts
            if span.handed_over_ms is not None
        ]
        return (", " if self.language == "en" else "、").join(days)


def _local(epoch_ms: int) -> datetime:
    return datetime.fromtimestamp(epoch_ms / 1000).astimezone()
