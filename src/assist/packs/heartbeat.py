"""Which agent runs which version: one small file each in a shared folder.

Only where the organisation asks for it.  A file holds a random number, the
versions in use and the time; no name, no machine, nothing of any draft.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assist.errors import InputError
from assist.packs.files import read_bounded, write_whole

_MOST_BYTES = 20_000
_MOST_FILES = 20_000


@dataclass(frozen=True, slots=True)
class Beat:
    """What one agent told.

    Attributes:
        agent: A random number that stays the same for one installation.
        packs: Id to version in use.
        program: Version of the program.
        at_ms: When, milliseconds since 1970 UTC.
    """

    agent: str
    packs: dict[str, int]
    program: str
    at_ms: int


def write_beat(folder: Path, beat: Beat) -> None:
    """Write the agent's file in one step.

    Raises:
        PackError: It cannot be written.
    """
    values = {
        "agent": beat.agent,
        "packs": beat.packs,
        "program": beat.program,
        "at_ms": beat.at_ms,
    }
    write_whole(folder / f"{beat.agent}.json", json.dumps(values).encode())


def read_beats(folder: Path) -> Iterator[Beat]:
    """Yield what every agent told; files that are no heartbeats are passed over.

    Raises:
        OSError: The folder cannot be read.
    """
    files = sorted(folder.iterdir())[:_MOST_FILES]
    for file in files:
        if file.suffix == ".json" and not file.name.startswith("."):
            beat = _beat(file)
            if beat is not None:
                yield beat


def _beat(file: Path) -> Beat | None:
    try:
        values = json.loads(read_bounded(file, most=_MOST_BYTES))
        packs = {str(name): int(version) for name, version in values["packs"].items()}
        return Beat(
            str(values["agent"]), packs, str(values["program"]), int(values["at_ms"])
        )
    except (
        InputError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        RecursionError,
    ):
        return None
