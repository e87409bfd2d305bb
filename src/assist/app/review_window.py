"""The review window as a program of its own.

What draws its charts takes a second and 50 MB to load (docs/adr/0004-charts.md),
which the overlay must not pay: it starts this as another process.
"""

import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from assist.app import build, review_parts, review_team
from assist.app.appearance import LANGUAGES, look_for
from assist.app.core_dumps import forbid_core_dumps
from assist.app.display import require_display
from assist.app.quitting import QuitOnSignal
from assist.app.worker import Worker
from assist.errors import AssistError, PolicyError
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
        said: ``(str)``, from the reading thread: what became of a request.
    """

    read = Signal(object, object)
    failed = Signal(str)
    said = Signal(str)

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
        self.window.hand_over_requested.connect(self._hand_over)
        self.window.delete_requested.connect(self._delete)
        self.window.marked.connect(self._mark)
        self.read.connect(self._show)
        self.failed.connect(self.window.say_notice)
        self.said.connect(self.window.say_notice)

    def show(self, selection: Selection) -> None:
        """Show these shifts; the window comes up at once."""
        self.window.bring_up()
        self._ask(selection)

    def _ask(self, selection: Selection) -> None:
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
        self._selection = review.summary.selection
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
            self.said.emit(self._words("export_failed"))
        else:
            self.said.emit(self._words("exported"))

    def _shown(self) -> Selection:
        """Return what the window shows; the last shift may be another by now."""
        shown = self._review.summary.totals.shifts if self._review else ()
        return one_shift(shown[0].shift_id) if len(shown) == 1 else self._selection

    def _hand_over(self) -> None:
        """Ask where to, and write the sums of the shown shifts there."""
        title = self._words("hand_over_do")
        chosen = QFileDialog.getExistingDirectory(self.window, title, str(Path.home()))
        if chosen:
            shown = self._shown()
            self._reading.post(lambda: self._write_sums(shown, Path(chosen)))

    def _write_sums(self, shown: Selection, folder: Path) -> None:
        try:
            prepared = review_team.prepared(shown, team="")
            name = review_team.hand_over(prepared, folder).name
        except PolicyError:
            self.said.emit(self._words("hand_over_forbidden"))
        except AssistError:
            self.said.emit(self._words("hand_over_failed"))
        else:
            self._attempt(lambda: self._read(shown))
            count = len(prepared.shifts)
            self.said.emit(self._words("handed_over", n=count, name=name))

    def _delete(self) -> None:
        """Ask whether the shown shifts are to go for good, and delete them."""
        review = self._review
        if review is not None and self._sure(review):
            shown = self._shown()
            self._reading.post(lambda: self._delete_now(shown))

    def _sure(self, review: Review) -> bool:
        words = self._words
        count = len(review.summary.totals.shifts)
        asked = words("delete_ask", n=count) if count > 1 else words("delete_ask_one")
        box = QMessageBox(self.window)
        box.setObjectName("review_delete_ask")
        box.setWindowTitle(words("delete_do"))
        box.setText(asked)
        days = words.handed_over(review.summary)
        box.setInformativeText(words("delete_stays", days=days) if days else "")
        yes = box.addButton(words("delete_yes"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(words("delete_no"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.exec()
        return box.clickedButton() is yes

    def _delete_now(self, shown: Selection) -> None:
        try:
            review_team.delete(shown)
        except AssistError:
            self.said.emit(self._words("delete_failed"))
        else:
            self._attempt(lambda: self._read(LAST))
            self.said.emit(self._words("deleted"))

    def _name(self) -> str:
        """Return a neutral file name: the day of the first shift."""
        review = self._review
        first_ms = review.summary.totals.first_ms if review else None
        if first_ms is None:
            return "empty"
        return self._words.moment(first_ms, with_day=True)[:5]
