"""Where the files that ship with the program are, in a checkout and in a wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def bundled(name: str) -> Path:
    """Return the path of ``resources/<name>``, which may not exist.

    The wheel carries the folder inside the package; a checkout has it at the
    top, two levels above the package.
    """
    in_wheel = _PACKAGE / "resources" / name
    if in_wheel.exists():
        return in_wheel
    return _PACKAGE.parent.parent / "resources" / name
