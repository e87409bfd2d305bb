"""Whether windows are blended is asked of the X server; shadows let clicks through."""

import pytest
from PySide6.QtCore import QRect
from Xlib import X, display
from Xlib.ext import shape

from assist.desktop.compositor import Compositor
from assist.overlay.floating import FloatingWindow
from assist.overlay.strip import Strip
from assist.overlay.theme import Look
from assist.ports import Mode, Status

pytestmark = pytest.mark.gui


@pytest.fixture
def compositor(qapp):
    assert qapp
    asked = Compositor()
    yield asked
    asked.close()


@pytest.fixture
def server():
    connection = display.Display()
    yield connection
    connection.close()


def test_a_compositing_manager_is_noticed_when_it_comes_and_goes(compositor, server):
    assert not compositor.blends()
    window = server.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
    selection = server.intern_atom(f"_NET_WM_CM_S{server.get_default_screen()}")

    window.set_selection_owner(selection, X.CurrentTime)
    server.sync()
    assert compositor.blends()

    window.destroy()
    server.sync()
    assert not compositor.blends()


def test_only_the_visible_strip_takes_the_mouse(compositor, server, qtbot):
    strip = Strip(Look(composited=True))
    qtbot.addWidget(strip)
    strip.input_area_changed.connect(compositor.limit_input)
    with qtbot.waitExposed(strip):
        strip.show()

    strip.show_status(Status(Mode.PAUSED))

    window = server.create_resource_object("window", int(strip.winId()))
    assert isinstance(strip, FloatingWindow)
    qtbot.waitUntil(lambda: rectangles(window) == [strip.frame])
    assert strip.width() > strip.frame.width() + 2 * strip.margin


def rectangles(window):
    told = window.shape_get_rectangles(shape.SK.Input)
    return [
        QRect(each["x"], each["y"], each["width"], each["height"])
        for each in told.rectangles
    ]
