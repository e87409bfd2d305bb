"""One process at a time; the system frees the lock when a process is killed."""

import contextlib
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from assist.errors import UpdateError

_PAUSE_SECONDS = 0.05


@contextlib.contextmanager
def locked(folder: Path, *, wait_seconds: float = 0) -> Iterator[None]:
    """Keep other processes out of ``folder``, which is made if need be.

    Raises:
        UpdateError: Another one is in it, or the folder cannot be made.
    """
    ends = time.monotonic() + wait_seconds
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = (folder / "lock").open("a+b")
    except OSError as error:
        raise UpdateError(
            f"The folder {folder.name} cannot be used: {error.strerror}."
        ) from error
    with file:
        while not _taken(file):
            if time.monotonic() >= ends:
                raise UpdateError(
                    "Another program is updating the packs.",
                    hint="Try again in a moment.",
                )
            time.sleep(_PAUSE_SECONDS)
        yield


def _taken(file: IO[bytes]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
