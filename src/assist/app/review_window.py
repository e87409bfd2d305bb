"""The review window as a program of its own.

What draws its charts takes a second and 50 MB to load (docs/adr/0004-charts.md),
which the overlay must not pay: it starts this as another process.
"""

import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QFileDialog

from assist.app import build, review_parts
from assist.app.appearance import LANGUAGES, look_for
from assist.app.core_dumps import forbid_core_dumps
from assist.app.display import require_display
from assist.app.quitting import QuitOnSignal
from assist.app.worker import Worker
from assist.errors import AssistError
from assist.model.usage import LateMark
from assist.overlay.language import Translations
from assist.overlay.review_window import ReviewWindow
from assist.review.review import Review
from assist.review.selection import LAST, Selection, one_shift
from assist.review.shifts import ShiftSpan
from assist.review.wording import Words
from assist.settings import Settings
from assist.storage.usage_writer import LogWriter

_FORMATS = {"HTML (*.html)": "html", "Excel (*.xlsx)": "xlsx", "CSV (*.csv)": "csv"}


def run(settings: Settings, selection: Selection) -> int:
    """Show the review until its window is closed; return the exit code.

    Raises:
        NoDisplayError: There is no screen.
    """
    forbid_core_dumps()
    require_display()
    application = QApplication(sys.argv[:1])
    application.setApplicationName("assist")
    translations = Translations()
    translations.use(LANGUAGES[settings.language])
    with ExitStack() as running:
        desk = ReviewDesk(settings, running)
        desk.show(selection)
        QuitOnSignal(application)
        return application.exec()


class ReviewDesk(QObject):
    """Reads the log on a thread of its own and fills the window; on the Qt thread.

    Args:
        settings: Language, theme, how long the log is kept.
        running: Where each part leaves how it is ended.

    Signals:
        read: ``(Review, tuple[ShiftSpan, ...])``, from the reading thread.
        failed: ``(str)``, from the reading thread: one sentence.
        written: ``(bool)``, from the reading thread: whether the file is there.
    """

    read = Signal(object, object)
    failed = Signal(str)
    written = Signal(bool)

    def __init__(self, settings: Settings, running: ExitStack) -> None:
        super().__init__()
        self._words = Words(settings.language)
        self._log: LogWriter = build.open_usage_writer(settings, lambda _error: None)
        running.callback(self._log.close)
        self._reading = Worker("assist-review", self._log.swallow)
        running.callback(self._reading.close)
        self._shifts: tuple[ShiftSpan, ...] = ()
        self._review: Review | None = None
        self._selection = LAST
        self.window = ReviewWindow(look_for(settings))
        self.window.earlier_requested.connect(lambda: self._step(-1))
        self.window.later_requested.connect(lambda: self._step(1))
        self.window.export_requested.connect(self._export)
        self.window.marked.connect(self._mark)
        self.read.connect(self._show)
        self.failed.connect(self.window.say_notice)
        self.written.connect(self._say_written)

    def show(self, selection: Selection) -> None:
        """Show these shifts; the window comes up at once."""
        self.window.bring_up()
        self._ask(selection)

    def _ask(self, selection: Selection) -> None:
        self._selection = selection
        self._reading.post(lambda: self._attempt(lambda: self._read(selection)))

    def _read(self, selection: Selection) -> None:
        self._log.flush()
        self.read.emit(review_parts.review(selection), review_parts.shifts())

    def _attempt(self, job: Callable[[], None]) -> None:
        """Run ``job`` on the reading thread; say what it failed of."""
        try:
            job()
        except AssistError as error:
            self.failed.emit(f"{self._words('unreadable')} · {error}")

    def _show(self, review: Review, shifts: tuple[ShiftSpan, ...]) -> None:
        self._review, self._shifts = review, shifts
        place = self._place()
        self.window.show_review(
            review, earlier=place > 0, later=0 <= place < len(shifts) - 1
        )

    def _place(self) -> int:
        """Return which of all shifts the first shown one is; -1 for none."""
        shown = self._review.summary.totals.shifts if self._review else ()
        numbers = [span.shift_id for span in self._shifts]
        first = shown[0].shift_id if shown else 0
        return numbers.index(first) if first in numbers else -1

    def _step(self, by: int) -> None:
        place = self._place() + by
        if 0 <= place < len(self._shifts):
            self._ask(one_shift(self._shifts[place].shift_id))

    def _mark(self, event_id: int, wrong: bool) -> None:
        at_ms = build.SystemClock().epoch_ms()
        self._log.add([LateMark(at_ms=at_ms, event_id=event_id, wrong=wrong)])
        self._ask(self._selection)

    def _export(self) -> None:
        """Ask where to, and write the review there."""
        name = str(Path.home() / f"review-{self._name()}.html")
        chosen, kind = QFileDialog.getSaveFileName(
            self.window, self._words("export"), name, ";;".join(_FORMATS)
        )
        review = self._review
        if chosen and review is not None:
            target = Path(chosen)
            form = target.suffix.lstrip(".") or _FORMATS[kind]
            self._reading.post(lambda: self._write(review, form, target))

    def _write(self, review: Review, form: str, target: Path) -> None:
        try:
            review_parts.write_report(review, form, target, self._words)
        except AssistError:
            self.written.emit(False)  # noqa: FBT003  a signal
        else:
            self.written.emit(True)  # noqa: FBT003

    def _say_written(self, done: bool) -> None:
        self.window.say_notice(self._words("exported" if done else "export_failed"))

    def _name(self) -> str:
        """Return a neutral file name: the day of the first shift."""
        review = self._review
        first_ms = review.summary.totals.first_ms if review else None
        if first_ms is None:
            return "empty"
        return self._words.moment(first_ms, with_day=True)[:5]
