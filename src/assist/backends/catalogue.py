"""The backends this program knows, most preferred first."""

from assist.backends.backend import Backend, Needs
from assist.backends.select import BackendSpec
from assist.errors import BackendUnavailableError


def _open_atspi(needs: Needs) -> Backend:
    try:
        from assist.backends.linux import desktop
    except ImportError as error:
        raise BackendUnavailableError(
            "a library for the accessibility bus is missing",
            hint="install the program again",
        ) from error
    return desktop.open_backend(needs)


CATALOGUE = (BackendSpec("atspi", frozenset({"linux"}), _open_atspi),)
