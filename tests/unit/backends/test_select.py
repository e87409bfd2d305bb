"""The first backend that works is used, and the refusals are kept."""

import pytest

from assist.backends.backend import Needs
from assist.backends.catalogue import CATALOGUE
from assist.backends.select import BackendSpec, select_backend
from assist.errors import BackendUnavailableError, NoBackendError

NEEDS = Needs(clipboard=None)
LINUX = frozenset({"linux"})


def refusing(needs):
    raise BackendUnavailableError("no bus", hint="start it")


def opening(name):
    return lambda needs: (name, needs)


SPECS = (
    BackendSpec("first", LINUX, refusing),
    BackendSpec("elsewhere", frozenset({"win32"}), opening("elsewhere")),
    BackendSpec("second", LINUX, opening("second")),
)


def test_the_first_that_works_is_used_and_says_why_others_are_not():
    chosen = select_backend(SPECS, NEEDS, platform="linux")

    assert chosen.name == "second"
    assert chosen.backend == ("second", NEEDS)
    assert chosen.refusals == ("first: no bus (start it)",)


def test_a_name_never_falls_back():
    with pytest.raises(NoBackendError) as refusal:
        select_backend(SPECS, NEEDS, platform="linux", wanted="first")

    assert "no bus" in refusal.value.hint


def test_a_name_that_does_not_belong_here_is_refused():
    with pytest.raises(NoBackendError) as refusal:
        select_backend(SPECS, NEEDS, platform="linux", wanted="elsewhere")

    assert "elsewhere" in refusal.value.hint


def test_without_an_x_server_the_backend_refuses_with_advice(monkeypatch):
    monkeypatch.setenv("DISPLAY", ":4711")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")

    with pytest.raises(NoBackendError) as refusal:
        select_backend(CATALOGUE, NEEDS, platform="linux")

    assert "apt install at-spi2-core" in refusal.value.hint
