"""The pad's text goes into its client or nowhere, however the focus is moved about."""

import json
import threading

import pytest

from assist.backends.linux.atspi_inserter import AtspiInserter
from assist.backends.linux.window_paster import WindowPaster
from assist.desktop.clipboard import QtClipboard
from assist.pipeline.pad_insertion import PadInsertion, PadTarget
from assist.pipeline.view import Result

pytestmark = pytest.mark.e2e

TEXT = "请您稍等"


class Held:
    """What an editor holds, as it tells on its standard output."""

    def __init__(self, program):
        self.text = ""
        self._lines = program.process.stdout
        self._thread = threading.Thread(target=self._follow, daemon=True)
        self._thread.start()

    def _follow(self):
        for line in self._lines:
            self.text = json.loads(line)["text"]

    def close(self):
        self._thread.join(5)


class Restless:
    """Moves the focus to and fro between windows, on a thread of its own."""

    def __init__(self, windows, ids):
        self._windows, self._ids = windows, ids
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run)

    def __enter__(self):
        self._thread.start()

    def __exit__(self, *_):
        self._stop.set()
        self._thread.join()

    def _run(self):
        turn = 0
        while not self._stop.wait(0.013):
            self._windows.activate(self._ids[turn % 2])
            turn += 1


@pytest.fixture
def insertion(desktop, qapp):
    assert qapp
    clipboard = QtClipboard()
    inserter = AtspiInserter(desktop.windows, clipboard)
    paster = WindowPaster(desktop.windows, clipboard)
    yield PadInsertion(desktop.windows, inserter, paster)
    paster.close()
    inserter.close()


def insert_under_switching(desktop, insertion, qtbot, times):
    """Insert on a thread while Qt serves the clipboard; return what came of it."""
    client = desktop.start_editor("qt_editor.py")
    other = desktop.start_editor("qt_editor.py")
    held, wrong = Held(client), Held(other)
    target = PadTarget(client.window.window_id, "qt-editor")
    ids = (other.window.window_id, client.window.window_id)
    results = []

    def insert_all():
        results.extend(insertion.insert(TEXT, target) for _ in range(times))

    inserting = threading.Thread(target=insert_all)
    with Restless(desktop.windows, ids):
        inserting.start()
        qtbot.waitUntil(lambda: not inserting.is_alive(), timeout=3000 * times)
    done = results.count(Result.INSERTED)
    qtbot.waitUntil(lambda: len(held.text + wrong.text) >= done * len(TEXT))
    texts = held.text, wrong.text
    desktop.end_programs()
    held.close()
    wrong.close()
    return done, texts


def test_ten_inserts_under_focus_switching_none_into_the_wrong_window(
    desktop, insertion, qtbot
):
    done, (right, wrong) = insert_under_switching(desktop, insertion, qtbot, 10)

    assert wrong == ""
    assert right.count(TEXT) >= done


@pytest.mark.prove
def test_two_hundred_inserts_under_focus_switching_none_into_the_wrong_window(
    desktop, insertion, qtbot
):
    done, (right, wrong) = insert_under_switching(desktop, insertion, qtbot, 200)

    assert wrong == ""
    assert right.count(TEXT) >= done
