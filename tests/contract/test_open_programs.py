"""The programs to choose from are those that have a window."""

import pytest
from desktop_session import DesktopSession, wait_for

from assist.backends.linux.open_programs import open_programs

pytestmark = pytest.mark.e2e


def test_a_program_with_a_window_is_named_once_and_no_longer_when_it_ended():
    with DesktopSession() as desktop:
        before = open_programs()
        desktop.start("mousepad")

        # The window manager lists a window a moment after making it active.
        wait_for(lambda: open_programs().count("mousepad") == 1)
        assert "mousepad" not in before
