"""Whether there is a screen to show the overlay on."""

import os
import sys
from collections.abc import Mapping

from assist.errors import BackendUnavailableError, NoDisplayError

_NO_SCREEN_NEEDED = ("offscreen", "minimal")


def require_display(environ: Mapping[str, str] = os.environ) -> None:
    """Make sure that there is a screen, before Qt ends the program over it.

    Raises:
        NoDisplayError: There is none, or it does not let us in.
    """
    if sys.platform == "linux":
        _require(environ)


def _require(environ: Mapping[str, str]) -> None:
    if environ.get("QT_QPA_PLATFORM", "") in _NO_SCREEN_NEEDED:
        return
    name, wayland = environ.get("DISPLAY", ""), environ.get("WAYLAND_DISPLAY", "")
    if not name and not wayland:
        raise NoDisplayError(
            "There is no screen to show the overlay on.",
            hint="Start it from a desktop, or run: assist demo",
        )
    if name and not wayland:
        _require_x_server(name)


def _require_x_server(name: str) -> None:
    from assist.backends.linux.x11_display import open_display

    try:
        open_display(name).close()
    except BackendUnavailableError as error:
        raise NoDisplayError(
            f"The screen {name} cannot be reached.",
            hint="Check DISPLAY and XAUTHORITY, or run: assist demo",
        ) from error
