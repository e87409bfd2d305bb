"""The clipboard comes back as it was, whatever another program put there."""

import json
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from assist.desktop.clipboard import QtClipboard

pytestmark = pytest.mark.gui


class Owner:
    """Another process with a clipboard of its own."""

    def __init__(self, qtbot):
        self._qtbot = qtbot
        self._process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("clipboard_owner.py"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._answers = []

    def ask(self, **what):
        """Send a request; answer Qt's events meanwhile, as a clipboard owner must."""
        self._process.stdin.write(json.dumps(what) + "\n")
        self._process.stdin.flush()
        reader = threading.Thread(
            target=lambda: self._answers.append(self._process.stdout.readline())
        )
        reader.start()
        self._qtbot.waitUntil(lambda: not reader.is_alive())
        return json.loads(self._answers.pop())

    def tell(self, **what):
        """Send a request while this process sees no events at all."""
        self._process.stdin.write(json.dumps(what) + "\n")
        self._process.stdin.flush()
        self._process.stdout.readline()

    def close(self):
        self._process.stdin.close()
        self._process.wait(5)
        self._process.stdout.close()


@pytest.fixture
def owner(qtbot):
    other = Owner(qtbot)
    yield other
    other.close()


@pytest.fixture
def clipboard(qapp):
    return QtClipboard()


def test_text_html_files_image_and_primary_come_back(owner, clipboard):
    offered = {
        "text": "客户写的 😀",
        "html": "<b>客户</b>写的",
        "files": ["file:///tmp/a%20b.png", "file:///tmp/%E5%9B%BE.png"],
        "image": "#336699",
        "primary": "选中的字",
    }
    owner.ask(do="offer", **offered)
    before = owner.ask(do="read")

    saved = clipboard.save()
    clipboard.put_text("规范用语")
    assert owner.ask(do="read")["text"] == "规范用语"
    owner.ask(do="offer", primary="别的字")
    clipboard.restore(saved)

    assert owner.ask(do="read") == before


def test_a_copy_made_after_our_last_event_does_not_stay(owner, clipboard, qtbot):
    owner.ask(do="read")
    window = QWidget()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    owner.tell(do="offer", text="客户写的", primary="选中的字")

    clipboard.put_text("规范用语")

    assert owner.ask(do="read")["text"] == "规范用语"


def test_what_we_put_asks_history_managers_not_to_keep_it(owner, clipboard):
    clipboard.put_text("规范用语")

    assert owner.ask(do="read")["hint"] == "secret"


def test_an_empty_clipboard_is_empty_again(owner, clipboard):
    clipboard._clipboard.clear()
    saved = clipboard.save()
    clipboard.put_text("规范用语")

    clipboard.restore(saved)

    assert owner.ask(do="read")["text"] == ""


def test_the_primary_selection_stays_with_its_owner_if_nothing_changed_it(
    owner, clipboard, qtbot
):
    owner.ask(do="offer", primary="选中的字")
    # An earlier test may have left it to us; that it is gone comes as an event.
    qtbot.waitUntil(lambda: not clipboard._clipboard.ownsSelection())

    clipboard.restore(clipboard.save())

    assert not clipboard._clipboard.ownsSelection()
    assert owner.ask(do="read")["primary"] == "选中的字"


def test_it_answers_a_call_from_another_thread(owner, clipboard, qtbot):
    owner.ask(do="offer", text="客户写的")
    seen = []

    def work():
        saved = clipboard.save()
        clipboard.put_text("规范用语")
        clipboard.restore(saved)
        seen.append(saved.formats["text/plain"].decode())

    thread = threading.Thread(target=work)
    thread.start()
    qtbot.waitUntil(lambda: not thread.is_alive())

    assert seen == ["客户写的"]
    assert owner.ask(do="read")["text"] == "客户写的"


def test_what_it_saved_is_never_shown(clipboard):
    clipboard.put_text("客户的秘密")

    assert "秘密" not in repr(clipboard.save())
