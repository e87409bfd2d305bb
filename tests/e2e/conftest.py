"""Fixtures that drive foreign programs on a real, private desktop."""

import pytest
from desktop_session import EDITOR_NAMES, DesktopSession, start_editor
from recorder import Recorder
from xclip_clipboard import XclipClipboard

from assist.backends.linux.atspi_inserter import AtspiInserter
from assist.backends.linux.atspi_source import AtspiSource


@pytest.fixture(scope="session")
def session():
    with DesktopSession() as running:
        yield running


@pytest.fixture
def desktop(session):
    """The desktop, without the programs of the test before."""
    yield session
    session.end_programs()


@pytest.fixture
def recorder():
    return Recorder()


@pytest.fixture
def source(desktop, recorder):
    """A source that reports to ``recorder``."""
    source = AtspiSource(desktop.windows)
    source.start(recorder)
    yield source
    source.stop()


@pytest.fixture
def clipboard(desktop):
    return XclipClipboard()


@pytest.fixture
def inserter(desktop, clipboard):
    inserter = AtspiInserter(desktop.windows, clipboard)
    yield inserter
    inserter.close()


@pytest.fixture(params=EDITOR_NAMES)
def editor(request, desktop, source, recorder):
    """An editor of each toolkit, with the focus in its empty field."""
    program = start_editor(desktop, request.param)
    recorder.wait_for_text("")
    return program
