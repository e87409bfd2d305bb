"""Connects the windows with the pipeline, on the Qt thread; decides no wording."""

import time

from PySide6.QtCore import QObject, QTimer

from assist.app.bridge import Bridge
from assist.app.card_values import CardContent, card_content
from assist.app.chord_deeds import deeds
from assist.app.chords import choice_chords, held_chords
from assist.app.desks import Desks
from assist.app.hands import Hands
from assist.app.pad_route import PAD_FIELD
from assist.app.quiet import Quiet
from assist.app.telling import Telling
from assist.app.windows import Places, Windows
from assist.model.draft import Draft, Field
from assist.overlay.follow_up import Answered
from assist.pipeline.view import Checked, Offer, Result
from assist.ports import Mode, Status
from assist.settings import Settings


class Desk(QObject):
    """Shows what comes over the bridge, and asks the flow for what was clicked."""

    def __init__(
        self, windows: Windows, desks: Desks, hands: Hands, settings: Settings
    ) -> None:
        super().__init__()
        self._answers = desks.answers
        self._quiet = Quiet(windows, settings)
        self._windows = windows
        self._pad = desks.pad
        self._palette = desks.palette
        self._hands = hands
        self._settings = settings
        self._draft: Draft | None = None
        self._latency_ms: float | None = None
        self._content: CardContent | None = None
        self._wanted = False
        self._paused = False
        self._lets_keys_through = False
        self._places = Places(windows, hands.screens)
        self._telling = Telling(windows, self._places, desks.answers)
        self._status = Status(Mode.IDLE)
        self._rest = QTimer(self, singleShot=True, interval=settings.card_delay_ms)
        self._rest.timeout.connect(self._rested)
        self._connect_windows()
        self._hold_chords()

    def listen_to(self, bridge: Bridge) -> None:
        """Follow what the pipeline says."""
        bridge.checked.connect(self.show_checked)
        bridge.offered.connect(self.show_offer)
        bridge.status.connect(self.show_status)
        bridge.result.connect(self.show_result)
        bridge.left.connect(self.leave)
        bridge.chord.connect(self.pressed)

    def _connect_windows(self) -> None:
        windows, card = self._windows, self._windows.card
        strip, toast = windows.strip, windows.toast
        strip.opened.connect(self.open_card)
        card.replacement_chosen.connect(self._choose)
        card.ignored.connect(self._ignore)
        card.marked_wrong.connect(self._mark_wrong)
        card.closed.connect(self._dismiss)
        card.collapsed.connect(self._close_card)
        toast.undo_requested.connect(self._undo)
        toast.closed.connect(self._hold_chords)
        windows.follow_up.closed.connect(self._hold_chords)
        self._answers.kept.connect(lambda: self._telling.thanks(self._draft))
        for way in (strip, windows.tray):
            way.pad_requested.connect(self.open_pad)
            way.palette_requested.connect(self.open_palette)
            way.pause_toggled.connect(self.toggle_pause)
            way.check_requested.connect(self.check_now)
        windows.tray.strip_toggled.connect(windows.toggle_strip)
        self._pad.inserted.connect(self.show_result)
        self._palette.inserted.connect(self.show_result)
        self._palette.to_fill.connect(self.open_pad)

    def use(self, settings: Settings) -> None:
        """Follow a change of the settings."""
        self._settings = settings
        self._quiet.use(settings)
        self._pad.use(settings)
        self._rest.setInterval(settings.card_delay_ms)
        self._hold_chords()

    def let_keys_through(self, wanted: bool) -> None:
        """Hold no chord while one is being pressed to be set."""
        self._lets_keys_through = wanted
        self._hold_chords()

    @property
    def seen(self) -> tuple[Status, Draft | None]:
        """What is read at the moment: the state, and the one draft."""
        status = Status(Mode.PAUSED) if self._paused else self._status
        return status, None if self._paused else self._draft

    # What the pipeline says --------------------------------------------------

    def show_checked(self, checked: Checked) -> None:
        """Show the count at once; the card waits until the agent rests."""
        if checked.draft.field == PAD_FIELD:
            self._pad.show_checked(checked)
            return
        if self._paused:
            return
        self._draft = checked.draft
        strip = self._windows.strip
        strip.show_findings(checked.findings)
        self._latency_ms = (time.monotonic() - checked.draft.seen_at) * 1000
        self._places.strip(checked.draft.field)
        still = {finding.finding_id for finding in checked.findings}
        shown = self._windows.card.shown_id
        if shown not in still:
            self._close_card()
        if checked.findings:
            self._rest.start()
        else:
            self._rest.stop()
        if not checked.draft.text.strip():
            self._quiet.calm.draft_ended(checked.draft.field.field_id)
            self._windows.card.forget()
            self._answers.forget()

    def show_offer(self, offer: Offer) -> None:
        """Open the card, if this offer is still about what is being typed."""
        if offer.checked.draft.field == PAD_FIELD:
            self._pad.show_offer(offer, first_chord=self._settings.hotkey_replace)
            return
        draft = self._draft
        if draft is None or offer.checked.draft.revision != draft.revision:
            return
        first_chord = self._settings.hotkey_replace
        self._content = card_content(offer, first_chord=first_chord)
        if self._wanted or self._windows.card.isVisible() or self._may_open(draft):
            self._open(self._content, offer.checked.draft)

    def _may_open(self, draft: Draft) -> bool:
        found = self._content.findings if self._content else ()
        field_id = draft.field.field_id
        return self._quiet.calm.may_open(field_id, found, now=time.monotonic())

    def show_status(self, status: Status) -> None:
        """Show whether drafts can be read, and listen to keys only then."""
        self._status = status
        if self._paused:
            return
        reading = status.mode is Mode.READING
        self._hands.listening.listen(on=reading)
        if not reading:
            self._close_card()
        self._show_mode(status)
        self._pad.client_focused(self._draft)

    def show_result(self, result: Result) -> None:
        """Say what became of the choice, where the card was."""
        self._close_card()
        if result is Result.NOTED:
            self._follow_up(Answered.NOTED)
            return
        if result is Result.UNDONE and self._draft:
            self._quiet.calm.draft_ended(self._draft.field.field_id)
        self._telling.result(result, self._draft)
        self._hold_chords()

    def leave(self, field: Field) -> None:
        """Take away what was shown for a field that lost the focus."""
        if self._draft and self._draft.field.field_id == field.field_id:
            self._rest.stop()
            self._draft = None
            self._close_card()
            self._windows.follow_up.dismiss()
            self._windows.strip.show_findings(())

    # What the agent does -----------------------------------------------------

    def open_card(self) -> None:
        """Open the card for what the strip counts."""
        self._wanted = True
        self._rested()

    def toggle_pause(self) -> None:
        """Pause, or go on."""
        self._paused = not self._paused
        if self._paused:
            self._hands.intake.pause()
            self._hands.listening.listen(on=False)
            self._rest.stop()
            self._close_card()
            self._show_mode(Status(Mode.PAUSED))
        else:
            self._hands.intake.resume()
            self.show_status(self._status)

    def open_pad(self, text: str = "") -> None:
        """Open the compose pad for the client that has the focus."""
        self._pad.open_for_active_window(self._draft, text)

    def open_palette(self) -> None:
        """Open the palette for the client that has the focus."""
        self._palette.open_for_active_window(self._draft)

    def check_now(self) -> None:
        """Read the focused field again and check it."""
        self._hands.read_now()

    def pressed(self, chord: str) -> None:
        """Do what a grabbed key combination stands for."""
        settings = self._settings
        always = {
            settings.hotkey_pause: self.toggle_pause,
            settings.hotkey_pad: self.open_pad,
            settings.hotkey_palette: self.open_palette,
            settings.hotkey_check_now: self.check_now,
        }
        does = deeds(settings, self._windows, always).get(chord)
        if does is not None:
            does()

    def _choose(self, finding_id: int, index: int) -> None:
        flow = self._hands.flow
        self._hands.ask(lambda: flow.choose(finding_id, index))

    def _ignore(self, finding_id: int) -> None:
        self._refused(finding_id)
        self._answers.remember(self._content, finding_id)
        self._hands.ask(lambda: self._hands.flow.ignore(finding_id))
        self._close_card()
        self._follow_up(Answered.IGNORED)

    def _mark_wrong(self, finding_id: int) -> None:
        self._refused(finding_id)
        self._answers.remember(self._content, finding_id, self._draft)
        self._hands.ask(lambda: self._hands.flow.mark_wrong(finding_id))

    def _undo(self) -> None:
        self._hands.ask(self._hands.flow.undo)
        self._hold_chords()

    def _refused(self, *finding_ids: int) -> None:
        found = self._content.findings if self._content else ()
        refused = [each for each in found if each.finding_id in finding_ids]
        self._quiet.calm.refused(refused, now=time.monotonic())

    def _follow_up(self, answered: Answered) -> None:
        chords = choice_chords(self._settings.hotkey_replace)
        self._telling.answered(answered, self._draft, chords)
        self._hold_chords()

    def _dismiss(self) -> None:
        found = self._content.findings if self._content else ()
        self._refused(*(each.finding_id for each in found))
        self._close_card()

    # Inside --------------------------------------------------------------------

    def _show_mode(self, status: Status) -> None:
        self._windows.strip.show_status(status)
        self._windows.tray.show_status(status)

    def _rested(self) -> None:
        draft = self._draft
        if draft is not None:
            field_id, revision = draft.field.field_id, draft.revision
            latency = self._latency_ms
            flow = self._hands.flow
            self._hands.ask(lambda: flow.paused(field_id, revision, latency))

    def _open(self, content: CardContent, draft: Draft) -> None:
        card = self._windows.card
        asked, self._wanted = self._wanted, False
        card.show_findings(content.findings, draft.text, content.choices)
        if not self._places.card(draft, asked=asked):
            return
        self._windows.toast.hide()
        self._windows.follow_up.dismiss()
        card.show()
        self._quiet.calm.opened(draft.field.field_id, content.findings)
        self._hold_chords()

    def _close_card(self) -> None:
        self._content = None
        if self._windows.card.isVisible():
            self._windows.card.hide()
            self._hold_chords()

    def _hold_chords(self) -> None:
        """Hold the chords of what is on the screen, and those always held."""
        wanted = held_chords(
            self._settings,
            card=self._windows.card.isVisible(),
            toast=self._windows.toast.isVisible(),
            follow_up=self._windows.follow_up.isVisible(),
        )
        self._hands.grabs.hold(frozenset() if self._lets_keys_through else wanted)
