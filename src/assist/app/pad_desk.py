"""Connects the compose pad: opened for a client, checked live, inserted there."""

import time

from PySide6.QtCore import QObject, Signal

from assist.app.card_values import card_content
from assist.app.hands import Hands
from assist.app.pad_route import PAD_FIELD
from assist.errors import BackendError
from assist.model.draft import Draft, Rect
from assist.overlay.pad import ComposePad
from assist.overlay.placement import Surroundings
from assist.pipeline.pad_insertion import PadInsertion, PadTarget
from assist.pipeline.view import Checked, Offer, Result
from assist.ports import WindowTracker


class PadDesk(QObject):
    """On the Qt thread; what takes time is asked of the check thread.

    Signals:
        target_found: ``(PadTarget)``, from the check thread.
        inserted: ``(Result)``, from the check thread.
    """

    target_found = Signal(object)
    inserted = Signal(object)

    def __init__(
        self,
        pad: ComposePad,
        insertion: PadInsertion,
        windows: WindowTracker,
        hands: Hands,
    ) -> None:
        super().__init__()
        self._pad = pad
        self._insertion = insertion
        self._windows = windows
        self._flow = hands.flow
        self._ask = hands.ask
        self._screens = hands.screens
        self._target: PadTarget | None = None
        self._revision = 0
        self._text = ""
        pad.text_changed.connect(self._typed)
        pad.replacement_chosen.connect(self._choose)
        pad.insert_requested.connect(self._insert)
        pad.closed.connect(self._closed)
        self.target_found.connect(self._open)
        self.inserted.connect(self._done)

    def open_for_active_window(self, last: Draft | None) -> None:
        """Open the pad for the window that has the focus now.

        Args:
            last: The latest reading of a client's field, if there is one.
        """
        if not self._pad.isVisible():
            self._ask(lambda: self.target_found.emit(self._find_target(last)))

    def show_checked(self, checked: Checked) -> None:
        """Draw the lines under what was found in the pad's text."""
        if checked.draft.revision == self._revision:
            self._pad.show_findings(
                checked.findings, tuple(() for _ in checked.findings)
            )

    def show_offer(self, offer: Offer, *, first_chord: str) -> None:
        """Show what can be done about it."""
        if offer.checked.draft.revision == self._revision:
            content = card_content(offer, first_chord=first_chord)
            self._pad.show_findings(content.findings, content.choices)

    def _find_target(self, last: Draft | None) -> PadTarget:
        try:
            window = self._windows.active_window()
        except BackendError:
            window = None
        if window is None:
            return PadTarget(0)
        here = last if last and last.field.window_id == window.window_id else None
        area = (here.field.area if here else None) or window.area
        return PadTarget(window.window_id, window.app, area, here)

    def _open(self, target: PadTarget) -> None:
        self._target = target
        pad = self._pad
        pad.forget_place()
        if target.area is None:
            work = self._screens()[0].work
            middle = Rect(work.x + work.width // 2, work.y + work.height // 2, 0, 0)
            pad.move_to(middle, self._screens())
        else:
            around = Surroundings(field=target.area, screens=self._screens())
            pad.place_near(around, even_over_field=True)
        pad.open_for(target.app)

    def _typed(self, text: str, caret: int) -> None:
        """Check the text; a move of the caret alone changes nothing."""
        if text == self._text:
            return
        self._text = text
        self._revision += 1
        draft = Draft(PAD_FIELD, self._revision, text, caret, time.monotonic())
        self._ask(lambda: self._check(draft))

    def _check(self, draft: Draft) -> None:
        self._flow.draft_read(draft)
        self._flow.paused(draft.field.field_id, draft.revision)

    def _choose(self, finding_id: int, index: int) -> None:
        self._ask(lambda: self._flow.choose(finding_id, index))

    def _insert(self, text: str) -> None:
        target = self._target
        if target is not None:
            self._ask(lambda: self.inserted.emit(self._insertion.insert(text, target)))

    def _done(self, result: Result) -> None:
        """Close the pad once its text is in the client; else keep the text."""
        if result is Result.INSERTED:
            self._target = None
            self._pad.dismiss()
        else:
            self._pad.activateWindow()

    def _closed(self) -> None:
        target, self._target = self._target, None
        self._text = ""
        if target is not None and target.window_id:
            self._ask(lambda: self._give_back(target.window_id))

    def _give_back(self, window_id: int) -> None:
        try:
            self._windows.activate(window_id)
        except BackendError:
            return
