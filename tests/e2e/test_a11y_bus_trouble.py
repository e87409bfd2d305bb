"""The accessibility bus: missing, lost, and left as it was found."""

import asyncio
import os
import signal
from pathlib import Path

import pytest
from recorder import Recorder

from assist.backends.linux.a11y_bus import open_accessibility
from assist.backends.linux.atspi_source import AtspiSource
from assist.backends.linux.private_desktop import PrivateDesktop
from assist.backends.linux.x11_windows import X11Windows
from assist.errors import BackendUnavailableError
from assist.ports import Mode

pytestmark = pytest.mark.e2e


@pytest.fixture
def own_desktop(monkeypatch):
    """A desktop that this test may break."""
    with PrivateDesktop() as desktop:
        for name, value in desktop.environ.items():
            monkeypatch.setenv(name, value)
        yield desktop


@pytest.fixture
def windows(own_desktop):  # its display
    windows = X11Windows()
    yield windows
    windows.close()


def processes_named(part):
    """Return the ids of the processes with ``part`` in their command line."""
    return [
        int(entry.parent.name)
        for entry in Path("/proc").glob("[0-9]*/cmdline")
        if part.encode() in entry.read_bytes()
    ]


def is_enabled():
    return asyncio.run(open_accessibility(enable=False)).was_enabled


def test_without_a_session_bus_the_source_says_what_is_missing(
    windows, recorder, monkeypatch
):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")

    with pytest.raises(BackendUnavailableError) as refusal:
        AtspiSource(windows).start(recorder)

    assert "apt install" in refusal.value.hint


def test_accessibility_is_switched_on_and_put_back(windows):
    source = AtspiSource(windows)
    source.start(Recorder())
    assert is_enabled()
    assert source.was_enabled is False

    source.stop()
    source.restore_accessibility()

    assert not is_enabled()


def test_accessibility_that_was_on_stays_on(windows):
    first = AtspiSource(windows)
    first.start(Recorder())
    first.stop()
    second = AtspiSource(windows)
    second.start(Recorder())

    second.stop()
    second.restore_accessibility()

    assert is_enabled()


def test_a_lost_bus_is_reported_and_found_again(own_desktop, windows, recorder):
    source = AtspiSource(windows)
    source.start(recorder)
    recorder.wait_for_status(Mode.IDLE)

    for pid in processes_named(f"{own_desktop.folder}/run/at-spi"):
        os.kill(pid, signal.SIGTERM)

    recorder.wait_for_status(Mode.CANNOT_READ, "no_bus")
    recorder.wait_for_status(Mode.IDLE)
    source.stop()
