"""Whether windows can be drawn at all: the library needs some of the system's."""

from assist.errors import NoDisplayError

_LIBRARIES = (
    "Install what Qt needs, on Debian: apt install libegl1 libgl1 libxcb-cursor0"
    " libxkbcommon-x11-0"
)


def require_window_library() -> None:
    """Load what draws windows, and nothing of ours, so that no mistake hides.

    Raises:
        NoDisplayError: A library of the system is missing.
    """
    try:
        import PySide6.QtWidgets  # noqa: F401  loading it is the question
    except ImportError as error:
        reason = f"The windows cannot be drawn here: {error}."
        raise NoDisplayError(reason, hint=_LIBRARIES) from error
