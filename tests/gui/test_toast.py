"""The toast says what happened and offers the way back for a while."""

import pytest
from PySide6.QtCore import QAbstractAnimation, Qt
from PySide6.QtWidgets import QAbstractButton

from assist.overlay.theme import Look
from assist.overlay.toast import Toast

pytestmark = pytest.mark.gui


@pytest.fixture
def toast(look, qtbot):
    widget = Toast(look)
    qtbot.addWidget(widget)
    widget.move(300, 300)
    return widget


def test_undo_is_asked_for_once_and_the_toast_goes(toast, qtbot):
    toast.show_done()

    with qtbot.waitSignal(toast.undo_requested):
        qtbot.mouseClick(
            toast.findChild(QAbstractButton, "undo"), Qt.MouseButton.LeftButton
        )

    assert not toast.isVisible()
    with qtbot.assertNotEmitted(toast.undo_requested):
        toast.undo()


def test_what_was_not_written_stays_and_offers_no_undo(toast, qtbot):
    toast.show_copied()

    assert toast.accessibleName() == "没能写入，已替您复制 请按"
    assert toast._line.state() is QAbstractAnimation.State.Stopped
    assert not toast.findChild(QAbstractButton, "undo").isVisible()
    with qtbot.assertNotEmitted(toast.undo_requested):
        toast.undo()
    with qtbot.waitSignal(toast.closed):
        qtbot.mouseClick(toast, Qt.MouseButton.LeftButton)


def test_it_goes_by_itself_after_six_seconds(toast, qtbot):
    toast.show_done()
    assert toast._line.duration() == 6000

    with qtbot.waitSignal(toast.closed):
        toast._line.setCurrentTime(5990)

    assert not toast.isVisible()


def test_the_time_stops_while_the_pointer_rests_there(toast, desktop, qtbot):
    desktop.move_pointer(5, 5)
    toast.show_done()
    qtbot.waitExposed(toast)
    at = toast.mapToGlobal(toast.rect().center())

    desktop.move_pointer(at.x(), at.y())
    qtbot.waitUntil(lambda: toast._line.state() is QAbstractAnimation.State.Paused)
    desktop.move_pointer(5, 5)
    qtbot.waitUntil(lambda: toast._line.state() is QAbstractAnimation.State.Running)


def test_with_reduced_motion_the_time_left_is_a_figure(qtbot, monkeypatch):
    toast = Toast(Look(reduced_motion=True))
    qtbot.addWidget(toast)
    toast.show_done()
    painted = []
    monkeypatch.setattr(toast, "update", painted.append)

    for left in (0.999, 0.99, 0.98, 0.90):
        toast._tick(left)

    assert len(painted) == 1
    assert toast._seconds == 5


@pytest.mark.parametrize(
    ("show", "words"),
    [
        ("show_done", "已替换，并已核对"),
        ("show_thanks", "谢谢，记下了"),
        ("show_restored", "已恢复成您原来的文字"),
        ("show_changed_meanwhile", "草稿已经变了，没有改动，请再选一次"),
        ("show_inserted", "已放进输入框，由您来发送"),
    ],
)
def test_each_outcome_has_its_sentence(toast, show, words):
    getattr(toast, show)()

    assert toast.accessibleName() == words
