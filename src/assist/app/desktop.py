"""The composition root of the overlay: makes every part and connects them."""

import sys
from contextlib import ExitStack

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from assist.app import build
from assist.app.appearance import Appearance, keys_for
from assist.app.bridge import Bridge
from assist.app.collecting import Noticed, collected, widened
from assist.app.core_dumps import forbid_core_dumps
from assist.app.desk import Desk
from assist.app.desks import Fittings, make_desks
from assist.app.display import require_display
from assist.app.grabs import Grabs, Listening
from assist.app.hands import Hands
from assist.app.in_use import in_use
from assist.app.intake import Intake
from assist.app.marks import Marks
from assist.app.notices import Notices
from assist.app.own_windows import Outside, OwnWindows
from assist.app.pack_agent import AgentPacks, PhrasesInUse
from assist.app.pad_route import PadRoute
from assist.app.preferences import Preferences
from assist.app.quitting import QuitOnSignal
from assist.app.review_desk import ShiftDesk, open_review
from assist.app.ruled import Ruled, ruled
from assist.app.trying import try_out
from assist.app.windows import make_windows
from assist.app.worker import Worker
from assist.backends.backend import Needs
from assist.backends.catalogue import CATALOGUE
from assist.backends.select import select_backend
from assist.desktop.clipboard import QtClipboard
from assist.desktop.compositor import Compositor
from assist.desktop.instance import Instance, session_name
from assist.desktop.qt_thread import QtThread
from assist.desktop.screens import screens
from assist.desktop.session_lock import SessionLock
from assist.errors import StoreError
from assist.model.draft import Rect
from assist.overlay.pad import ComposePad
from assist.overlay.palette import PhrasePalette
from assist.overlay.review_note import ReviewNote
from assist.overlay.sight_window import Sight
from assist.overlay.underlines import Underlines
from assist.pipeline.flow import Flow, Outlets
from assist.settings import Settings


def run(settings: Settings) -> int:
    """Show the overlay until the agent quits; return the exit code.

    Raises:
        NoDisplayError: There is no screen.
        PhraseListError: The phrase list cannot be used.
        NoBackendError: Drafts cannot be read here.
        AlreadyRunningError: One runs in this session already.
        PolicyError: The organisation's policy does not hold.
    """
    forbid_core_dumps()
    require_display()
    packs = AgentPacks()
    holds = ruled(settings)
    application = make_application()
    with ExitStack() as running:
        instance = Instance(session_name(build.user_folders().state))
        running.callback(instance.close)
        overlay = Overlay(holds, packs, running)
        overlay.windows.tray.quit_requested.connect(application.exit)
        instance.called.connect(overlay.to_front)
        overlay.start()
        QuitOnSignal(application)
        return application.exec()


def make_application() -> QApplication:
    """Make the application."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("assist")
    application.setApplicationDisplayName("Assist")
    application.setQuitOnLastWindowClosed(False)
    return application


class Overlay:
    """Every part of the running overlay, made in order and ended in reverse.

    Args:
        holds: Settings and policy.
        packs: The phrase list, and the way to newer ones.
        running: Where each part leaves how it is ended.
    """

    def __init__(self, holds: Ruled, packs: AgentPacks, running: ExitStack) -> None:
        self._packs, self._list = packs, packs.first
        pack = self._list.label
        self.bridge = Bridge()
        self._notices = Notices(self.bridge)
        settings, self._policy = holds.settings, holds.policy
        folders = build.user_folders()
        self.preferences = Preferences(
            settings, folders.settings_file, fixed=holds.fixed, own=holds.own
        )
        self._noticed = Noticed(folders.state)
        self._log = build.open_usage_writer(settings, self.bridge.log_failed.emit)
        running.callback(self._log.close)
        clipboard = QtClipboard()
        needs = Needs(clipboard, settings.watched)
        self.backend = select_backend(
            CATALOGUE, needs, platform=sys.platform, wanted=settings.backend
        ).backend
        running.callback(self.backend.close)
        compositor = Compositor()
        running.callback(compositor.close)
        self._appearance = Appearance(settings, compositor)
        look, keys = self._appearance.look, keys_for(settings)
        pad = ComposePad(look, keys=keys)
        route = PadRoute(QtThread(), pad.apply, self.backend.inserter)
        outlets = Outlets(route, self._log, self.bridge, build.SystemClock(), pack)
        self._flow = Flow(self._list.matcher, outlets)
        self._check = Worker("assist-check", self._log.swallow)
        running.callback(self._check.close)
        running.callback(lambda: self._check.post(self._flow.close))
        hands = self._hands(running)
        self.windows = windows = make_windows(look, keys)
        windows.strip.show_pack(pack)
        windows.tray.show_pack(pack)
        palette = PhrasePalette(look)
        own = (windows.strip, windows.card, windows.toast, windows.follow_up)
        self._appearance.dress((*own, pad, palette), windows.tray)
        self._desks = make_desks(
            Fittings(
                *(self.backend, hands, windows, pad, palette),
                look=lambda: self._appearance.look,
                pack=pack,
            ),
            settings,
        )
        self.desk = Desk(windows, self._desks, hands, settings)
        self._desks.answers.not_kept.connect(self._notices.show_log_state)
        self.desk.listen_to(self.bridge)
        self._connect_preferences()
        self._mark_words(running)
        self._watch_shift()
        self._notices.use(self.windows, screens)
        self._intake = hands.intake
        running.callback(self.backend.source.stop)
        packs.switched.connect(self._use_pack)
        running.callback(packs.close)

    def _connect_preferences(self) -> None:
        preferences = self.preferences
        preferences.follow(self._appearance.use)
        preferences.follow(self.desk.use)
        preferences.follow(lambda settings: self.backend.watch(settings.watched))
        outside = Outside(
            self.backend.open_programs,
            lambda text: try_out(self._list.matcher.match, text),
            self._sight,
            lambda: in_use(pack=self._list.label, rules=self._list.enabled),
        )
        self.own = OwnWindows(preferences, self._appearance, outside)
        self.own.recording.connect(self.desk.let_keys_through)
        self.windows.tray.window_requested.connect(self.own.open)
        self.windows.strip.watch_requested.connect(preferences.watch)
        self.bridge.status.connect(self._appearance.follow_desktop)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._appearance.follow_desktop)

    def _watch_shift(self) -> None:
        """Begin and end shifts, and offer the review after one."""
        note, tray = ReviewNote(self._appearance.look), self.windows.tray
        self.preferences.follow(lambda _: note.set_look(self._appearance.look))
        where = self.windows.strip.frame_area
        clock = build.SystemClock()
        self._shift = shift = ShiftDesk(self._log, note, where, screens, clock)
        self._lock = SessionLock()
        self._lock.changed.connect(shift.lock_changed)
        self.bridge.checked.connect(shift.draft_seen)
        tray.review_requested.connect(open_review)
        tray.shift_toggled.connect(shift.toggle)
        shift.running_changed.connect(tray.show_shift)

    def to_front(self) -> None:
        """Show the strip above everything, for whoever started Assist again."""
        self.windows.strip.show()
        self.windows.strip.raise_()
        self.windows.tray.show_strip_shown(shown=True)

    def _mark_words(self, running: ExitStack) -> None:
        """Draw lines in the other programs, where a program tells the place."""
        places = self.backend.places
        if places is None:
            return
        worker = Worker("assist-places", self._log.swallow)
        running.callback(worker.close)
        underlines = Underlines(self._appearance.look)
        self._appearance.dress_underlines(underlines)
        self._marks = marks = Marks(
            underlines, places, worker, screens=screens, seen=lambda: self.desk.seen
        )
        marks.use(self.preferences.now)
        self.preferences.follow(marks.use)
        self.bridge.checked.connect(marks.show_checked)
        self.bridge.left.connect(marks.leave)
        underlines.rested.connect(self._open_at)

    def _open_at(self, finding_id: int) -> None:
        self.windows.card.prefer(finding_id)
        self.desk.open_card()

    def _sight(self) -> Sight:
        status, draft = self.desk.seen
        return Sight(
            status,
            toolkit=draft.field.toolkit if draft else "",
            draft=draft.text if draft else None,
            folder=str(build.user_folders().usage_log.parent),
            version=build.program_version(),
            pack=self._list.label,
        )

    def _hands(self, running: ExitStack) -> Hands:
        grabbing = Worker("assist-grabs", self._log.swallow)
        running.callback(grabbing.close)
        intake = Intake(self._check, self._flow)
        return Hands(
            flow=self._flow,
            ask=self._check.post,
            intake=intake,
            grabs=Grabs(
                grabbing,
                self.backend.hotkeys,
                pressed=self.bridge.chord.emit,
                taken=self.bridge.taken.emit,
            ),
            listening=Listening(
                grabbing,
                self.backend.keys,
                intake.key_pressed,
                allowed=self._policy.listener,
            ),
            screens=screens,
            read_now=self.backend.source.read_now,
        )

    def start(self) -> None:
        """Show the strip and begin to read.

        Raises:
            BackendUnavailableError: The accessibility bus went away meanwhile.
        """
        self.windows.strip.move_to(_first_place(), screens())
        self.windows.strip.show()
        self.windows.tray.show()
        self._desks.pad.start()
        self.backend.source.start(self._intake)
        self._packs.start()
        now = collected(self._policy, self.preferences.now)
        before = self._noticed.read()
        more = widened(before, now) if before is not None else ()
        self.own.greet(more, lambda: self._remember(now))

    def _use_pack(self, new: PhrasesInUse, brief: str) -> None:
        """Check with another phrase list from the next reading on."""
        self._list = new
        self._check.post(lambda: self._flow.use(new.matcher, new.label))
        self.windows.strip.show_pack(new.label)
        self.windows.tray.show_pack(new.label)
        self._notices.show_pack(brief)

    def _remember(self, told: dict[str, int]) -> None:
        try:
            self._noticed.write(told)
        except StoreError as error:
            self._log.swallow(type(error).__name__)


def _first_place() -> Rect:
    """Return the lower right corner of the first screen, where it covers least."""
    work = screens()[0].work
    return Rect(work.right, work.bottom, 0, 0)
