"""The review window over a real log: what is asked for happens to the log."""

import json
import time
from contextlib import ExitStack

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QMessageBox,
    QPushButton,
    QTableView,
    QWidget,
)

from assist.app import build, pack_policy
from assist.app.review_window import ReviewDesk
from assist.authoring.policy import Policy
from assist.model.usage import Action, UsageRecord
from assist.review.selection import LAST
from assist.settings import Settings
from assist.storage.folders import find_folders
from assist.storage.usage_entries import read_entries
from assist.storage.usage_log import SqliteUsageLog
from assist.storage.usage_reading import read_shifts

pytestmark = pytest.mark.gui

HOUR = 3_600_000


@pytest.fixture
def path(tmp_path, monkeypatch):
    """Three shifts: one, two and three findings, the last one a moment ago."""
    monkeypatch.setenv("ASSIST_HOME", str(tmp_path))
    path = find_folders({"ASSIST_HOME": str(tmp_path)}).usage_log
    now = time.time_ns() // 1_000_000
    with SqliteUsageLog(path, keep_days=30, clock=build.SystemClock()) as log:
        for shift in (1, 2, 3):
            at = now - (3 - shift) * 24 * HOUR
            for finding in range(1, shift + 1):
                about = {"rule_id": "F003", "conversation": 1, "finding": finding}
                about |= {"severity": "high", "category": "推诿"}
                log.add([UsageRecord(at_ms=at, action=Action.SHOWN, **about)])
                log.add([UsageRecord(at_ms=at, action=Action.IGNORED, **about)])
    return path


@pytest.fixture
def desk(path, qtbot):
    with ExitStack() as running:
        desk = ReviewDesk(Settings(), running)
        qtbot.addWidget(desk.window)
        with qtbot.waitSignal(desk.read):
            desk.show(LAST)
        yield desk


def listed(desk):
    return desk.window.findChild(QTableView, "review_list").model().rowCount()


def press(qtbot, desk, name):
    button = desk.window.findChild(QPushButton, name)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def answer(name):
    """Answer the question that comes up by pressing the button called ``name``."""

    def choose():
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        said.append(f"{box.text()} {box.informativeText()}".strip())
        (button,) = [each for each in box.buttons() if each.text() == name]
        button.click()

    said = []
    QTimer.singleShot(0, choose)
    return said


def test_the_last_shift_is_shown_and_the_one_before_on_request(desk, qtbot):
    assert listed(desk) == 3

    with qtbot.waitSignal(desk.read):
        press(qtbot, desk, "review_earlier")

    assert listed(desk) == 2


def test_a_mark_made_in_the_window_is_in_the_log(desk, qtbot, path):
    view = desk.window.findChild(QTableView, "review_list")
    view.setCurrentIndex(view.model().index(0, 2))

    with qtbot.waitSignal(desk.read):
        qtbot.keyClick(view, Qt.Key.Key_Return)

    assert [entry.marked for entry in read_entries(path, LAST, limit=9)] == [
        *(True, False, False),
    ]


def test_what_is_shown_is_exported(desk, qtbot, tmp_path, monkeypatch):
    target = tmp_path / "shift.csv"
    chosen = staticmethod(lambda *_: (str(target), "CSV (*.csv)"))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)

    with qtbot.waitSignal(desk.said) as said:
        press(qtbot, desk, "review_export")

    assert said.args == ["已导出"]
    assert "不知道" in target.read_text("utf-8-sig")


@pytest.fixture
def lead(tmp_path, monkeypatch):
    """The lead's folder, which the agent chooses."""
    folder = tmp_path / "lead"
    folder.mkdir()
    chosen = staticmethod(lambda *_: str(folder))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", chosen)
    return folder


def test_the_sums_of_what_is_shown_are_handed_over(desk, qtbot, lead):
    with qtbot.waitSignal(desk.said) as said:
        press(qtbot, desk, "review_hand_over")

    (written,) = lead.iterdir()
    assert written.name in said.args[0]
    (shift,) = json.loads(written.read_text("utf-8"))["shifts"]
    assert shift["shift"] == 3
    own = desk.window.findChild(QWidget, "review_own")
    texts = [each.text() for each in own.findChildren(QLabel) if each.isVisible()]
    assert any("已经交出" in text for text in texts)


def test_where_the_organisation_collects_nothing_nothing_is_handed_over(
    desk, qtbot, lead, monkeypatch
):
    none = Policy(exports=frozenset())
    monkeypatch.setattr(pack_policy, "machine_policy", lambda: none)

    with qtbot.waitSignal(desk.said) as said:
        press(qtbot, desk, "review_hand_over")

    assert said.args == ["公司的设置不收使用记录"]
    assert list(lead.iterdir()) == []


def test_a_folder_that_went_away_is_said(desk, qtbot, lead):
    lead.rmdir()

    with qtbot.waitSignal(desk.said) as said:
        press(qtbot, desk, "review_hand_over")

    assert said.args == ["没能交出，请换个文件夹再试"]


def test_what_is_shown_is_deleted_after_a_yes_and_kept_after_a_no(desk, qtbot, path):
    with qtbot.waitSignal(desk.read):
        press(qtbot, desk, "review_earlier")
    answer("保留")
    press(qtbot, desk, "review_delete")
    assert len(read_shifts(path)) == 3

    asked = answer("删除")
    with qtbot.waitSignal(desk.said) as said:
        press(qtbot, desk, "review_delete")

    assert asked == ["彻底删除这一班的记录？"]
    assert said.args == ["已删除"]
    assert [span.shift_id for span in read_shifts(path)] == [1, 3]
    assert listed(desk) == 3


def test_before_deleting_it_is_said_what_stays_with_the_lead(desk, qtbot, lead, path):
    with qtbot.waitSignal(desk.said):
        press(qtbot, desk, "review_hand_over")

    asked = answer("保留")
    press(qtbot, desk, "review_delete")

    assert "已经交给组长的那份还在组长那里" in asked[0]


def test_with_every_shift_deleted_there_is_nothing_to_hand_over(desk, qtbot):
    for _ in range(3):
        answer("删除")
        with qtbot.waitSignal(desk.said):
            press(qtbot, desk, "review_delete")

    own = desk.window.findChild(QWidget, "review_own")
    assert not own.isVisible()
    assert listed(desk) == 0
