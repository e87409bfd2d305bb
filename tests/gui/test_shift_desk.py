"""A shift begins and ends on the Qt thread, and its review is offered quietly."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtWidgets import QAbstractButton

from assist.app import review_desk
from assist.app.review_desk import ShiftDesk
from assist.desktop.instance import AlreadyRunningError, Instance, session_name
from assist.desktop.screens import screens
from assist.desktop.session_lock import SessionLock
from assist.model.draft import Draft, Field, Rect
from assist.model.usage import Cause
from assist.overlay.language import Language
from assist.overlay.review_note import ReviewNote
from assist.overlay.theme import Look
from assist.pipeline.view import Checked
from assist.review.shift_clock import IDLE_END_MS, LOCK_END_MS

pytestmark = pytest.mark.gui

DRAFT = Checked(Draft(Field("chat/1", "wxwork"), 1, "您好"), ())
EMPTY = Checked(Draft(Field("chat/1", "wxwork"), 2, ""), ())


class Log:
    def __init__(self):
        self.marks = []

    def add(self, records):
        self.marks.extend(records)


class Clock:
    now_ms = 1_700_000_000_000

    def monotonic(self):
        return 0.0

    def epoch_ms(self):
        return self.now_ms


@pytest.fixture
def parts(qtbot):
    note, log, clock = ReviewNote(Look()), Log(), Clock()
    qtbot.addWidget(note)
    desk = ShiftDesk(log, note, lambda: Rect(300, 300, 100, 28), screens, clock)
    return desk, note, log, clock


def causes(log):
    return [(mark.begins, mark.cause) for mark in log.marks]


def test_the_first_draft_begins_the_shift_and_an_empty_field_does_not(parts):
    desk, _, log, _ = parts

    desk.draft_seen(EMPTY)
    assert log.marks == []

    desk.draft_seen(DRAFT)
    desk.draft_seen(DRAFT)
    assert causes(log) == [(True, Cause.DRAFT)]


def test_after_idle_time_the_review_is_offered_and_typing_takes_the_offer_away(parts):
    desk, note, log, clock = parts
    desk.draft_seen(DRAFT)
    clock.now_ms += IDLE_END_MS

    desk.tick()
    assert causes(log)[-1] == (False, Cause.IDLE)
    assert note.isVisible()

    desk.draft_seen(DRAFT)
    assert not note.isVisible()


def test_while_the_screen_is_locked_the_offer_waits(parts):
    desk, note, log, clock = parts
    desk.draft_seen(DRAFT)
    desk.lock_changed(locked=True)
    clock.now_ms += LOCK_END_MS
    desk.tick()

    assert causes(log)[-1] == (False, Cause.LOCK)
    assert not note.isVisible()

    desk.lock_changed(locked=False)
    assert note.isVisible()


def test_beginning_and_ending_by_hand_are_written_down(parts):
    desk, note, log, _ = parts
    states = []
    desk.running_changed.connect(states.append)

    desk.toggle()
    assert not note.isVisible()
    desk.toggle()

    assert causes(log) == [(True, Cause.HAND), (False, Cause.HAND)]
    assert states == [True, False]
    assert note.isVisible()

    desk.toggle()
    assert not note.isVisible()


def test_a_shift_that_a_draft_began_is_ended_by_hand(parts):
    desk, _, log, _ = parts
    desk.draft_seen(DRAFT)

    desk.toggle()

    assert causes(log) == [(True, Cause.DRAFT), (False, Cause.HAND)]


def test_the_offer_is_taken_or_declined_and_never_takes_the_focus(
    parts, qtbot, client, desktop
):
    desk, note, *_ = parts
    desk.draft_seen(DRAFT)
    desk.toggle()
    qtbot.waitUntil(note.isVisible)
    assert desktop.active == client.window_id

    close = note.findChild(QAbstractButton, "note_close")
    with qtbot.waitSignal(note.closed):
        qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not note.isVisible()
    assert desktop.active == client.window_id
    assert client.losses() == 0


def test_looking_starts_the_review_as_a_program_of_its_own(parts, qtbot, monkeypatch):
    started = []
    monkeypatch.setattr(
        review_desk.QProcess,
        "startDetached",
        staticmethod(lambda *call: (started.append(call), (True, 1))[1]),
    )
    desk, note, *_ = parts
    desk.draft_seen(DRAFT)
    desk.toggle()

    look_at = note.findChild(QAbstractButton, "note_review")
    qtbot.mouseClick(look_at, Qt.MouseButton.LeftButton)

    ((program, arguments),) = started
    assert program == sys.executable
    assert arguments[-2:] == ["review", "--window"]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_offer_has_room_for_its_words(qtbot, language, scale):
    note = ReviewNote(Look(language=language, text_scale=scale))
    qtbot.addWidget(note)
    note.invite()

    buttons = note.findChildren(QAbstractButton)
    assert all(note.frame.contains(button.geometry()) for button in buttons)
    left = min(button.x() for button in buttons)
    said = note.look.metrics("body").horizontalAdvance(note.accessibleName())
    assert note.frame.x() + note.look.px(40) + said <= left


def test_a_locked_screen_is_heard_on_the_session_bus(qtbot):
    bus = QDBusConnection.sessionBus()
    assert bus.isConnected(), "the tests need a session bus"
    lock = SessionLock()

    for name, active in (
        ("org.gnome.ScreenSaver", True),
        ("org.ukui.ScreenSaver", False),
    ):
        said = QDBusMessage.createSignal("/any", name, "ActiveChanged")
        said.setArguments([active])
        with qtbot.waitSignal(lock.changed, timeout=3000) as heard:
            bus.send(said)
        assert heard.args == [active]


def test_a_second_instance_says_so_and_calls_the_first_to_the_front(qtbot, tmp_path):
    name = session_name(tmp_path, {"XDG_RUNTIME_DIR": str(tmp_path), "DISPLAY": ":7"})
    first = Instance(name)
    script = """
import sys
from PySide6.QtCore import QCoreApplication
from assist.desktop.instance import AlreadyRunningError, Instance
application = QCoreApplication([])
try:
    Instance(sys.argv[1])
except AlreadyRunningError as error:
    print(error)
    sys.exit(7)
"""
    with qtbot.waitSignal(first.called, timeout=15000):
        second = subprocess.Popen(
            [sys.executable, "-c", script, name], stdout=subprocess.PIPE, text=True
        )
    said, _ = second.communicate(timeout=30)

    assert second.returncode == 7
    assert "running already" in said
    first.close()
    Instance(name).close()


def test_one_that_was_killed_does_not_keep_the_next_from_starting(tmp_path, qapp):
    name = session_name(tmp_path, {"XDG_RUNTIME_DIR": str(tmp_path)})
    script = """
import os, signal, sys
from PySide6.QtCore import QCoreApplication
from assist.desktop.instance import Instance
application = QCoreApplication([])
instance = Instance(sys.argv[1])
os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", script, name], check=False)
    assert Path(name).exists()

    Instance(name).close()


def test_another_user_cannot_reach_the_socket(tmp_path, qapp):
    name = session_name(tmp_path, {"XDG_RUNTIME_DIR": str(tmp_path)})
    instance = Instance(name)

    assert Path(name).stat().st_mode & 0o077 == 0
    instance.close()


def test_sessions_and_state_folders_have_names_of_their_own(tmp_path):
    runtime = {"XDG_RUNTIME_DIR": str(tmp_path)}
    names = {
        session_name(tmp_path / "a", {**runtime, "DISPLAY": ":1"}),
        session_name(tmp_path / "b", {**runtime, "DISPLAY": ":1"}),
        session_name(tmp_path / "a", {**runtime, "DISPLAY": ":2"}),
    }

    assert len(names) == 3
    assert all(len(os.fsencode(name)) < 108 for name in names)


def test_already_running_is_no_failure():
    assert AlreadyRunningError("x").exit_code == 0
