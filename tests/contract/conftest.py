"""One suite per port, run over the fake and the real adapter."""

import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS / "e2e"), str(TESTS / "fakes")]

import pytest  # noqa: E402  the folders above must be importable first
from desktop_session import DesktopSession  # noqa: E402
from recorder import Recorder  # noqa: E402


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
