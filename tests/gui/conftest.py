import pytest
from x_desktop import ForeignClient, XDesktop

from assist.overlay.theme import Look


@pytest.fixture
def look():
    return Look()


@pytest.fixture
def desktop():
    connection = XDesktop()
    yield connection
    connection.close()


@pytest.fixture
def client(desktop, qtbot):
    foreign = ForeignClient()
    qtbot.waitUntil(lambda: desktop.active == foreign.window_id)
    yield foreign
    foreign.close()
