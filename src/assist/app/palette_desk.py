"""Connects the palette: opened for a client, searched, inserted there."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from assist.app.hands import Hands
from assist.app.pad_target import find_target
from assist.errors import BackendError, StoreError
from assist.model.draft import Draft, Rect
from assist.model.standard import StandardPhrase
from assist.overlay.palette import PhrasePalette
from assist.overlay.placement import Surroundings
from assist.palette.search import PhraseSearch
from assist.pipeline.pad_insertion import PadInsertion, PadTarget
from assist.ports import WindowTracker


class PaletteDesk(QObject):
    """On the Qt thread; reading and inserting is asked of the check thread.

    Args:
        palette: The window.
        phrases: Reads the sentences; called once, on the check thread.
        insertion: Puts a sentence into a client.
        windows: Which window has the focus.
        hands: The way to the check thread.

    Signals:
        ready: ``(PadTarget, PhraseSearch)``, from the check thread.
        inserted: ``(Result)``, from the check thread.
        to_fill: ``(str)``, a sentence with open slots: to be finished in the pad.
    """

    ready = Signal(object, object)
    inserted = Signal(object)
    to_fill = Signal(str)

    def __init__(
        self,
        palette: PhrasePalette,
        phrases: Callable[[], tuple[StandardPhrase, ...]],
        insertion: PadInsertion,
        windows: WindowTracker,
        hands: Hands,
    ) -> None:
        super().__init__()
        self._palette = palette
        self._phrases = phrases
        self._insertion = insertion
        self._windows = windows
        self._hands = hands
        self._index: PhraseSearch | None = None
        self._target: PadTarget | None = None
        self.ready.connect(self._show)
        palette.chosen.connect(self._insert)
        palette.copied.connect(_copy)
        palette.closed.connect(self._closed)

    def open_for_active_window(self, last: Draft | None) -> None:
        """Open the palette for the window that has the focus now."""
        if not self._palette.isVisible():
            self._hands.ask(lambda: self._prepare(last))

    def _prepare(self, last: Draft | None) -> None:
        target = find_target(self._windows, last)
        if self._index is None:
            try:
                self._index = PhraseSearch(self._phrases())
            except StoreError:
                self._index = PhraseSearch(())
        self.ready.emit(target, self._index)

    def _show(self, target: PadTarget, index: PhraseSearch) -> None:
        self._target = target
        palette, screens = self._palette, self._hands.screens()
        palette.forget_place()
        if target.area is None:
            work = screens[0].work
            middle = Rect(work.x + work.width // 2, work.y + work.height // 2, 0, 0)
            palette.move_to(middle, screens)
        else:
            around = Surroundings(field=target.area, screens=screens)
            palette.place_near(around, even_over_field=True)
        palette.open_with(index.find)

    def _insert(self, phrase: StandardPhrase) -> None:
        target, self._target = self._target, None
        if target is None:
            return
        if phrase.slots or "{" in phrase.text:
            self._hands.ask(lambda: self._give_back(target.window_id))
            self.to_fill.emit(phrase.text)
            return
        insert = self._insertion.insert
        self._hands.ask(lambda: self.inserted.emit(insert(phrase.text, target)))

    def _closed(self) -> None:
        target, self._target = self._target, None
        if target is not None and target.window_id:
            self._hands.ask(lambda: self._give_back(target.window_id))

    def _give_back(self, window_id: int) -> None:
        try:
            self._windows.activate(window_id)
        except BackendError:
            return


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
