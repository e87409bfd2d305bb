"""Reads the current field whenever something changed, and tells the listener."""

import asyncio
import time
from collections import OrderedDict

from dbus_fast.aio import MessageBus

from assist.backends.linux.a11y_bus import NoReplyError, RefusedError
from assist.backends.linux.accessible import Node
from assist.backends.linux.candidate_windows import CandidateWindows
from assist.backends.linux.field_reading import Reading, place_on_screen, read_field
from assist.backends.linux.focus_tracker import FocusedField
from assist.backends.linux.x11_windows import X11Windows
from assist.drafting.composing import Composing
from assist.errors import BackendError
from assist.model.draft import Draft, Field, Rect
from assist.ports import DraftListener, KeyClass, Mode, Status

RETRY_S = 1.0
CANDIDATES_POLL_S = 0.02
# After its key a browser has the committed words within this time.
COMMIT_S = 0.04
REMEMBERED_FIELDS = 64


class DraftReader:
    """Keeps one reading in flight; changes meanwhile lead to one more.

    All of it runs in the loop of the bus, but for :meth:`silence`.
    """

    def __init__(
        self,
        bus: MessageBus,
        windows: X11Windows | None,
        listener: DraftListener,
        candidates: CandidateWindows | None = None,
    ) -> None:
        self._bus = bus
        self._windows = windows
        self._listener = listener
        self._candidates = candidates
        self._composing: Composing | None = None
        self._composes = True
        self._wake = asyncio.Event()
        self._target: FocusedField | None = None
        self._first_change: float | None = None
        self._last_change = 0.0
        self._told: Draft | None = None
        self._was_unread = False
        self._status: Status | None = None
        self._revisions: OrderedDict[str, tuple[int, int]] = OrderedDict()
        self._silent = False

    def aim(self, target: FocusedField | None, status: Status) -> None:
        """Read ``target`` from now on; None stops reading for the reason given."""
        if target == self._target:
            if target is None:
                self._tell_status(status)
            return
        self._target = target
        self._composes = target is not None and self._may_compose()
        if self._told is not None:
            left, self._told = self._told.field, None
            if not self._silent:
                self._listener.field_left(left)
        if target is None:
            self._tell_status(status)
        else:
            self.changed(time.monotonic())

    def changed(self, at: float) -> None:
        """Take note that the current field may hold another text since ``at``."""
        if self._first_change is None:
            self._first_change = at
        self._last_change = at
        self._wake.set()

    def key_pressed(self, key: KeyClass) -> None:
        """Take note of a key; a commit may change the text without an event."""
        self._composing = (self._composing or Composing()).pressed(key)
        target = self._target
        if (
            target is not None
            and target.client.quirks.preedit_in_text
            and not self._composing.active
        ):
            asyncio.get_running_loop().call_later(COMMIT_S, self._retry, target)

    def keys_unheard(self) -> None:
        """Take note that nobody listens to keys any more."""
        self._composing = None

    def lost(self) -> None:
        """Say that the bus is gone, and with it the field."""
        self.aim(None, Status(Mode.CANNOT_READ, reason="no_bus"))

    def silence(self) -> None:
        """Call the listener no more; may be called from any thread."""
        self._silent = True

    async def run(self) -> None:
        """Read until cancelled."""
        while True:
            await self._wake.wait()
            target = self._target
            if target is not None:
                await self._settle(target)
            self._wake.clear()
            since, self._first_change = self._first_change, None
            if target is not None and target == self._target:
                await self._read(target, since or self._last_change)

    async def _settle(self, target: FocusedField) -> None:
        """Wait until the text holds no word that is still being composed.

        As long as an input method shows its candidates nothing is read; after
        that the keys tell, or else that nothing has changed for a while.
        """
        quirks = target.client.quirks
        if not quirks.preedit_in_text or not self._composes:
            return
        while target == self._target:
            rest = self._last_change + quirks.settle_s - time.monotonic()
            committed = self._composing is not None and not self._composing.active
            if self._candidates_shown():
                await asyncio.sleep(CANDIDATES_POLL_S)
            elif rest <= 0 or committed:
                return
            else:
                await asyncio.sleep(min(rest, CANDIDATES_POLL_S))

    def _may_compose(self) -> bool:
        try:
            return self._candidates is None or self._candidates.may_come()
        except BackendError:
            return True

    def _candidates_shown(self) -> bool:
        try:
            return self._candidates is not None and self._candidates.shown()
        except BackendError:
            return False

    async def _read(self, target: FocusedField, since: float) -> None:
        node = Node(self._bus, target.node_id)
        answer = asyncio.ensure_future(read_field(node, target.client.quirks))
        # The X server is asked while the program makes up its answers: one turn
        # of the loop starts the reading, a second one sends its questions.
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        window = self._window_area(target.window_id)
        try:
            reading = await answer
        except NoReplyError:
            if target == self._target:
                self._was_unread = True
                app = target.client.app
                self._tell_status(Status(Mode.CANNOT_READ, app, "not_answering"))
                loop = asyncio.get_running_loop()
                loop.call_later(RETRY_S, self._retry, target)
            return
        except RefusedError:
            if target == self._target:
                self.aim(None, Status(Mode.IDLE))
            return
        if target == self._target:
            self._tell_status(Status(Mode.READING, target.client.app))
            self._tell(target, reading, window, since)

    def _retry(self, target: FocusedField) -> None:
        if target == self._target:
            self.changed(time.monotonic())

    def _tell(
        self,
        target: FocusedField,
        reading: Reading,
        window: Rect | None,
        since: float,
    ) -> None:
        field = Field(
            str(target.node_id),
            target.client.app,
            toolkit=target.client.toolkit,
            window_id=target.window_id,
            area=place_on_screen(reading.area, window),
            window=window,
            preedit_in_text=target.client.quirks.preedit_in_text,
        )
        told = self._told
        same = told is not None and (told.field, told.text) == (field, reading.text)
        # What was shown for it may have been taken away while nobody could look.
        if same and not self._was_unread:
            return
        self._was_unread = False
        revision = self._revision(field.field_id, reading.text)
        self._told = Draft(field, revision, reading.text, reading.caret, since)
        if not self._silent:
            self._listener.draft_read(self._told)

    def _window_area(self, window_id: int) -> Rect | None:
        if self._windows is None or not window_id:
            return None
        try:
            return self._windows.area_of(window_id)
        except BackendError:
            return None

    def _revision(self, field_id: str, text: str) -> int:
        """Count the changes of a field's text, across visits to other fields.

        Only a hash of the text is kept: a draft should not stay in memory.
        """
        mark = hash(text)
        revision, last = self._revisions.pop(field_id, (0, None))
        revision += mark != last
        self._revisions[field_id] = (revision, mark)
        if len(self._revisions) > REMEMBERED_FIELDS:
            self._revisions.popitem(last=False)
        return revision

    def _tell_status(self, status: Status) -> None:
        if status != self._status:
            self._status = status
            if not self._silent:
                self._listener.status_changed(status)
