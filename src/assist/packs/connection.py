"""The user's own answer to “where do packs come from?”, asked once."""

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path

from assist.errors import InputError, UpdateError
from assist.packs.files import read_bounded, write_whole

FILE = "packs.toml"
ROOT = "trusted-root.json"
_MOST_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Connection:
    """Where packs come from, by the user's choice."""

    source: str
    root: Path
    packs: tuple[str, ...] = ()


def write_connection(folder: Path, source: str, root: bytes, packs: list[str]) -> None:
    """Remember a source, and pin its root.

    Raises:
        PackError: The files cannot be written.
    """
    write_whole(folder / ROOT, root, mode=0o600)
    # JSON strings and lists of strings are TOML as well.
    lines = [
        f"source = {json.dumps(source)}",
        f"packs = {json.dumps(packs)}",
    ]
    write_whole(folder / FILE, "\n".join([*lines, ""]).encode(), mode=0o600)


def read_connection(folder: Path) -> Connection | None:
    """Return what the user chose; None before.

    Raises:
        UpdateError: The file is damaged.
    """
    file = folder / FILE
    if not file.exists():
        return None
    try:
        values = tomllib.loads(read_bounded(file, most=_MOST_BYTES).decode())
        source, packs = values["source"], tuple(values.get("packs", ()))
    except (InputError, ValueError, KeyError, TypeError) as error:
        raise UpdateError(
            f"{FILE} is damaged.", hint="Run assist pack connect again."
        ) from error
    return Connection(str(source), folder / ROOT, packs)
