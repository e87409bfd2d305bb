"""Chords and the key listener follow what is on the screen."""

import pytest

from assist.app.grabs import Grabs, Listening
from assist.app.worker import Worker
from assist.errors import HotkeyTakenError


class Keyboard:
    """Hotkeys and key listener that remember what they were told."""

    def __init__(self):
        self.held = {}
        self.taken = set()
        self.listening = []

    def grab(self, chord, pressed):
        if chord in self.taken:
            raise HotkeyTakenError(chord)
        self.held[chord] = pressed

    def release(self, chord):
        del self.held[chord]

    def start(self, pressed):
        self.listening.append(pressed)

    def stop(self):
        self.listening.append(None)


@pytest.fixture
def keyboard():
    return Keyboard()


@pytest.fixture
def swallowed():
    return []


@pytest.fixture
def worker(swallowed):
    worker = Worker("test", swallowed.append)
    yield worker
    worker.close()
    assert swallowed == []


@pytest.fixture
def told():
    return []


@pytest.fixture
def grabs(worker, keyboard, told):
    return Grabs(worker, keyboard, pressed=told.append, taken=told.append)


def test_just_the_wanted_chords_are_held(grabs, keyboard, worker):
    grabs.hold(frozenset({"Alt+1", "Alt+I", ""}))
    worker.post(lambda: None)
    grabs.hold(frozenset({"Alt+I", "Alt+Z"}))
    worker.close()

    assert set(keyboard.held) == {"Alt+I", "Alt+Z"}


def test_a_press_tells_its_chord(grabs, keyboard, worker, told):
    grabs.hold(frozenset({"Alt+1"}))
    worker.close()
    keyboard.held["Alt+1"]()

    assert told == ["Alt+1"]


def test_a_chord_of_another_program_is_told_once_and_the_others_work(
    grabs, keyboard, worker, told
):
    keyboard.taken.add("Alt+1")
    for _ in range(2):
        grabs.hold(frozenset({"Alt+1", "Alt+I"}))
        worker.post(lambda: None)
    worker.close()

    assert told == ["Alt+1"]
    assert set(keyboard.held) == {"Alt+I"}


def test_a_chord_let_go_by_the_other_program_is_held_next_time(grabs, keyboard, worker):
    keyboard.taken.add("Alt+1")
    grabs.hold(frozenset({"Alt+1"}))
    worker.post(keyboard.taken.clear)
    grabs.hold(frozenset({"Alt+1"}))
    worker.close()

    assert set(keyboard.held) == {"Alt+1"}


def test_keys_are_listened_to_only_while_wanted(worker, keyboard):
    def heard(key, at):
        del key, at

    listening = Listening(worker, keyboard, heard)
    for on in (True, True, False, False, True):
        listening.listen(on=on)
        worker.post(lambda: None)
    worker.close()

    assert keyboard.listening == [heard, None, heard]
