"""Files read within bounds and written whole or not at all."""

import contextlib
import os
import tempfile
from pathlib import Path

from assist.errors import InputError, PackError


def read_bounded(path: Path, *, most: int) -> bytes:
    """Return the content of a file of at most ``most`` bytes.

    Raises:
        InputError: It is not there, cannot be read, or is larger.
    """
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except IsADirectoryError as error:
        raise InputError(f"{path.name} is a folder, not a file.") from error
    except OSError as error:
        raise InputError(f"{path.name} cannot be read: {error.strerror}.") from error
    if len(data) > most:
        raise InputError(f"{path.name} is larger than {most // 1024 // 1024} MiB.")
    return data


def write_whole(
    path: Path, data: bytes, *, mode: int = 0o644, durable: bool = True
) -> None:
    """Put ``data`` in the place of ``path`` in one step.

    A reader sees the old content or the new; so does a start after a power
    cut, unless ``durable`` is given up for speed.

    Raises:
        PackError: The file cannot be written; the old one is as it was.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data, mode, durable=durable)
    except OSError as error:
        raise PackError(
            f"{path.name} cannot be written: {error.strerror}.",
            hint="Check that its folder may be written to and has space.",
        ) from error


def sync_folder(folder: Path) -> None:
    """Make renames in ``folder`` last through a power cut, where that is possible."""
    if os.name == "nt":
        return  # folders cannot be opened there; NTFS journals the rename
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _replace(path: Path, data: bytes, mode: int, *, durable: bool) -> None:
    handle, name = tempfile.mkstemp(".part", f".{path.name}-", path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        Path(name).chmod(mode)
        Path(name).replace(path)
        if durable:
            sync_folder(path.parent)
    except OSError:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
