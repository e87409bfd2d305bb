"""Connects the compose pad: opened for a client, checked live, inserted there."""

import time
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from assist.app.card_values import card_content
from assist.app.hands import Hands
from assist.app.pad_route import PAD_FIELD
from assist.app.pad_target import find_target
from assist.errors import BackendError
from assist.model.draft import Draft, Rect
from assist.overlay.pad import ComposePad
from assist.overlay.placement import Surroundings
from assist.pipeline.pad_insertion import PadInsertion, PadTarget
from assist.pipeline.view import Checked, Offer, Result
from assist.ports import WindowTracker
from assist.settings import Settings

PAD_PROGRAM = "assist"  # our own windows, as the window system names them


class PadDesk(QObject):
    """On the Qt thread; what takes time is asked of the check thread.

    Signals:
        target_found: ``(PadTarget)``, from the check thread: open for it.
        client_found: ``(PadTarget)``, likewise: the client that has the focus.
        inserted: ``(Result)``, from the check thread.
    """

    target_found = Signal(object)
    client_found = Signal(object)
    inserted = Signal(object)

    def __init__(
        self,
        pad: ComposePad,
        insertion: PadInsertion,
        windows: WindowTracker,
        hands: Hands,
        settings: Settings,
    ) -> None:
        super().__init__()
        self._settings = settings
        self._pad = pad
        self._insertion = insertion
        self._windows = windows
        self._flow = hands.flow
        self._ask = hands.ask
        self._screens = hands.screens
        self._target: PadTarget | None = None
        self._revision = 0
        self._wish = ("", False)
        self._text = ""
        self._began_with: str | None = None
        pad.let_stay(wanted=settings.pad_stays)
        pad.text_changed.connect(self._typed)
        pad.replacement_chosen.connect(self._choose)
        pad.insert_requested.connect(self._insert)
        pad.stay_requested.connect(lambda text: self._insert(text, stay=True))
        pad.send_requested.connect(self._send)
        pad.closed.connect(self._closed)
        pad.left.connect(self._leave)
        self.target_found.connect(self._open)
        self.client_found.connect(self._follow)
        self.inserted.connect(self._done)

    def use(self, settings: Settings) -> None:
        """Follow a change of the settings."""
        before, self._settings = self._settings, settings
        self._pad.let_stay(wanted=settings.pad_stays)
        if settings.pad_stays and not before.pad_stays:
            self.start()

    def start(self) -> None:
        """Show the pad at once if it is always there; the focus stays."""
        if not self._settings.pad_stays or self._pad.isVisible():
            return
        work = self._screens()[0].work
        self._pad.forget_place()
        self._pad.move_to(Rect(work.right, work.y, 0, 0), self._screens())
        self._pad.show_quietly()

    def open_for_active_window(self, last: Draft | None, text: str = "") -> None:
        """Open the pad for the window that has the focus now.

        Args:
            last: The latest reading of a client's field, if there is one.
            text: To begin with; empty for nothing.
        """
        self._began_with = text or None
        if not self._pad.isActiveWindow():
            self._ask(lambda: self.target_found.emit(self._find_target(last)))

    def client_focused(self, last: Draft | None) -> None:
        """Have a pad that is always there follow the client in use."""
        if self._pad.stays and self._pad.isVisible():
            self._ask(lambda: self.client_found.emit(self._find_target(last)))

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
        target = find_target(self._windows, last)
        shown = self._insertion.conversation(target.window_id)
        return replace(target, conversation=shown)

    def _may_send(self, target: PadTarget) -> bool:
        chosen = {name.lower() for name in self._settings.pad_sends}
        return target.app.lower() in chosen and bool(target.conversation)

    def _follow(self, target: PadTarget) -> None:
        if target.window_id and target.app != PAD_PROGRAM:
            self._target = target
            self._pad.name_client(target.app, may_send=self._may_send(target))

    def _open(self, target: PadTarget) -> None:
        text, self._began_with = self._began_with, None
        pad = self._pad
        if target.app == PAD_PROGRAM and self._target is not None:
            target = self._target
        self._target = target
        may_send = self._may_send(target)
        if pad.isVisible():
            pad.open_for(target.app, may_send=may_send, text=text)
            return
        pad.forget_place()
        if target.area is None:
            work = self._screens()[0].work
            middle = Rect(work.x + work.width // 2, work.y + work.height // 2, 0, 0)
            pad.move_to(middle, self._screens())
        else:
            around = Surroundings(field=target.area, screens=self._screens())
            pad.place_near(around, even_over_field=True)
        pad.open_for(target.app, may_send=may_send, text=text)

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

    def _insert(self, text: str, *, stay: bool = False) -> None:
        target = self._target
        if target is not None:
            self._wish = (text, stay)
            self._ask(lambda: self.inserted.emit(self._insertion.insert(text, target)))

    def _send(self, text: str) -> None:
        target = self._target
        if target is not None and self._may_send(target):
            self._wish = (text, False)
            send = self._insertion.insert_and_send
            self._ask(lambda: self.inserted.emit(send(text, target)))

    def _done(self, result: Result) -> None:
        """Close the pad once its text is in the client; else keep the text."""
        (text, stay), pad = self._wish, self._pad
        self._wish = ("", False)
        if result not in (Result.INSERTED, Result.SENT):
            pad.activateWindow()
            return
        pad.remember(text)
        if stay or pad.stays:
            pad.empty()
            if stay:
                pad.activateWindow()
        else:
            self._target = None
            pad.dismiss()

    def _leave(self) -> None:
        if self._target is not None and self._target.window_id:
            window_id = self._target.window_id
            self._ask(lambda: self._give_back(window_id))

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
