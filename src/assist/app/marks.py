"""Puts lines under flagged words in the client, and takes them away in time."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from assist.app.pad_route import PAD_FIELD
from assist.app.worker import Worker
from assist.model.draft import Draft, Field, Rect
from assist.model.screen import Screen
from assist.model.span import Span
from assist.overlay.underlines import Line, Underlines
from assist.pipeline.view import Checked
from assist.ports import Mode, Status, TextRectangles
from assist.settings import Settings

_WATCH_MS = 300  # while words are marked, their place is asked for this often


class Marks(QObject):
    """On the Qt thread; rectangles are asked for on a thread of their own.

    Args:
        underlines: The windows.
        places: Tells where words are.
        worker: The thread to ask on; closed by its owner.
        screens: The monitors as they are now.
        seen: What is read at the moment.

    Signals:
        found: ``(Draft, (first place, lines))``, from the worker.
        moved: ``(Draft, Rect | None)``, where the first words are, from the worker.
    """

    found = Signal(object, object)
    moved = Signal(object, object)

    def __init__(
        self,
        underlines: Underlines,
        places: TextRectangles,
        worker: Worker,
        *,
        screens: Callable[[], tuple[Screen, ...]],
        seen: Callable[[], tuple[Status, Draft | None]],
    ) -> None:
        super().__init__()
        self._underlines = underlines
        self._places = places
        self._worker = worker
        self._screens = screens
        self._seen = seen
        self._on = True
        self._checked: Checked | None = None
        self._first: Rect | None = None
        self._watch = QTimer(self, interval=_WATCH_MS)
        self._watch.timeout.connect(self._look)
        self.found.connect(self._show)
        self.moved.connect(self._follow)

    def use(self, settings: Settings) -> None:
        """Follow a change of the settings."""
        self._on = settings.underline
        if not self._on:
            self._forget()

    def show_checked(self, checked: Checked) -> None:
        """Mark what was found; what is gone loses its line at once."""
        if checked.draft.field == PAD_FIELD:
            return
        if not self._on or not checked.findings:
            self._forget()
            return
        self._checked = checked
        self._watch.start()
        self._worker.post(lambda: self._ask(checked), key="lines")

    def leave(self, field: Field) -> None:
        """Take the lines away from a field that lost the focus."""
        if self._checked and self._checked.draft.field.field_id == field.field_id:
            self._forget()

    def _forget(self) -> None:
        self._checked = None
        self._watch.stop()
        self._underlines.hide()

    def _ask(self, checked: Checked) -> None:
        lines = tuple(
            Line(finding.finding_id, finding.rule.severity, words)
            for finding in checked.findings
            for words in self._places.of(checked.draft, finding.span)
        )
        self.found.emit(checked.draft, (self._anchor(checked), lines))

    def _anchor(self, checked: Checked) -> Rect | None:
        """Return where the first flagged character is; None when out of sight."""
        start = checked.findings[0].span.start
        found = self._places.of(checked.draft, Span(start, start + 1))
        return found[0] if found else None

    def _show(self, draft: Draft, found: tuple[Rect | None, tuple[Line, ...]]) -> None:
        if self._is_current(draft):
            self._first, lines = found
            self._underlines.show_lines(lines, self._screens())

    def _is_current(self, draft: Draft) -> bool:
        status, now = self._seen()
        reading = status.mode is Mode.READING and now is not None
        return reading and self._checked is not None and self._checked.draft == draft

    def _look(self) -> None:
        checked = self._checked
        if checked is None or not self._is_current(checked.draft):
            self._forget()
            return
        draft = checked.draft
        self._worker.post(
            lambda: self.moved.emit(draft, self._anchor(checked)), key="anchor"
        )

    def _follow(self, draft: Draft, first: Rect | None) -> None:
        """Hide the lines while the words move; show them once they rest."""
        checked = self._checked
        if checked is None or not self._is_current(draft):
            return
        if first != self._first:
            self._first = first
            self._underlines.hide()
        elif not self._underlines.shown:
            self._worker.post(lambda: self._ask(checked), key="lines")
