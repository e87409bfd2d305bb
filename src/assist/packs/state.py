"""What an agent's machine keeps of packs.

::

    STATE/memory/            what python-tuf remembers of the repository
    STATE/packs/ID-N-SHA.pack    verified packs: those in use and a few before
    STATE/sets/DIGEST/       made of them: the phrase list, its index, team.json
    STATE/active.json        which set is in use: replaced in one step
    STATE/offered.json       the packs last chosen, also those not yet in force
    STATE/choices.json       pins
    STATE/checked.json       when the source was last asked, and with what result
    STATE/agent-id           a random number, so that shares of agents are stable

A process killed at any moment leaves ``active.json`` pointing at a whole set;
what it left half done is cleared by the next.
"""

import contextlib
import json
import shutil
import uuid
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from assist.errors import InputError, UpdateError
from assist.packs.files import read_bounded, sync_folder, write_whole

PHRASES = "phrases.db"
INDEX = "index.npz"
TEAM = "team.json"
KEPT_VERSIONS = 3
_MOST_BYTES = 1024 * 1024
_FORMAT = 1
_ID_BYTES = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPack:
    """A pack on this machine.

    Attributes:
        digest: SHA-256 of the file, in hex.
        layer: ``company``, ``team`` or ``personal``.
        valid_until: Of an emergency pack.
    """

    pack_id: str
    version: int
    digest: str
    layer: str = "team"
    emergency: bool = False
    valid_from: str = ""
    valid_until: str = ""
    override: str = ""

    @property
    def file_name(self) -> str:
        """Its name under ``packs``."""
        return f"{self.pack_id}-{self.version}-{self.digest}.pack"


@dataclass(frozen=True, slots=True, kw_only=True)
class Active:
    """What is in use.

    Attributes:
        set_id: Name of the folder under ``sets``.
        lead: Id of the pack whose version is shown; empty without packs.
        version: Of the leading pack.
        packs: In the order of their layers.
        brief: The last change as a banner says it: ``v12 → v13: +6 −2``.
        previous: The set before; empty at first.
        since_ms: When it came into use, milliseconds since 1970 UTC.
    """

    set_id: str
    lead: str
    version: int
    packs: tuple[StoredPack, ...]
    brief: str = ""
    previous: str = ""
    since_ms: int = 0

    def version_of(self, pack_id: str) -> int:
        """Return the version in use of a pack; 0 when it is not in use."""
        versions = {one.pack_id: one.version for one in self.packs}
        return versions.get(pack_id, 0)


class State:
    """The folder; every write is one step."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def memory(self) -> Path:
        """Where the client of the repository remembers what it saw."""
        return self.folder / "memory"

    @property
    def incoming(self) -> Path:
        """Where things are made before they are put in their place."""
        return self.folder / "incoming"

    def pack_file(self, pack: StoredPack) -> Path:
        """Return where a pack is kept."""
        return self.folder / "packs" / pack.file_name

    def set_file(self, set_id: str, name: str) -> Path:
        """Return a file of a set: :data:`PHRASES`, :data:`INDEX`, :data:`TEAM`."""
        return self.folder / "sets" / set_id / name

    def active(self) -> Active | None:
        """Return what is in use; None before the first pack.

        Raises:
            UpdateError: The file is damaged, which no kill of ours leads to.
        """
        values = self._read("active.json")
        if values is None:
            return None
        try:
            packs = tuple(StoredPack(**one) for one in values.pop("packs"))
            values.pop("format")
            return Active(packs=packs, **values)
        except (KeyError, TypeError) as error:
            raise self._damaged("active.json") from error

    def switch(self, active: Active) -> None:
        """Make ``active`` what is in use, in one step.

        Raises:
            PackError: It cannot be written; the old one stays in use.
        """
        self._write("active.json", {"format": _FORMAT, **asdict(active)})

    def pins(self) -> dict[str, int]:
        """Return pack id -> version it is held at."""
        values = self._read("choices.json") or {}
        pins = values.get("pins", {})
        return {str(name): int(version) for name, version in pins.items()}

    def set_pins(self, pins: dict[str, int]) -> None:
        """Hold packs at versions."""
        self._write("choices.json", {"format": _FORMAT, "pins": pins})

    def checked(self) -> dict[str, Any]:
        """Return when the source was last asked, and with what result."""
        return self._read("checked.json") or {}

    def note_check(self, now_ms: int, problem: str) -> None:
        """Note that the source was asked; ``problem`` is empty when all was well."""
        last = now_ms if not problem else self.checked().get("last_good_ms", 0)
        values = {"at_ms": now_ms, "problem": problem, "last_good_ms": last}
        self._write("checked.json", values, durable=False)

    def agent_id(self) -> str:
        """Return the number of this installation, made at the first call."""
        file = self.folder / "agent-id"
        with contextlib.suppress(InputError):
            return read_bounded(file, most=_ID_BYTES).decode("ascii", "replace").strip()
        made = uuid.uuid4().hex
        write_whole(file, made.encode())
        return made

    def place(self, made: Path, target: Path) -> None:
        """Put what was made in ``incoming`` in its place; what is there stays.

        Raises:
            UpdateError: It cannot be moved.
        """
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            if not target.exists():
                made.replace(target)
                sync_folder(target.parent)
        except OSError as error:
            raise UpdateError(
                f"The pack cannot be stored: {error.strerror}.",
                hint="Check that the disk has space.",
            ) from error

    def tidy(self) -> None:
        """Clear what a killed process left, and what is long out of use."""
        shutil.rmtree(self.incoming, ignore_errors=True)
        for part in self.folder.glob(".*.part"):
            part.unlink(missing_ok=True)
        active = self.active()
        if active is None:
            return
        self._tidy_sets({active.set_id, active.previous})
        used = {*active.packs, *self.offered()}
        self._tidy_packs({one.file_name for one in used})

    def stored(self, pack_id: str) -> dict[int, str]:
        """Return the versions of a pack that are kept here, with their digests."""
        files = (self.folder / "packs").glob("*.pack")
        parts = (file.stem.rsplit("-", 2) for file in files)
        return {
            int(version): digest
            for name, version, digest in parts
            if name == pack_id and version.isdigit()
        }

    def offered(self) -> tuple[StoredPack, ...]:
        """Return the packs last chosen from the repository, in force or not."""
        values = self._read("offered.json") or {}
        return tuple(StoredPack(**one) for one in values.get("packs", ()))

    def set_offered(self, packs: tuple[StoredPack, ...]) -> None:
        """Remember the packs chosen from the repository; all are stored."""
        if packs == self.offered():
            return
        listed = [asdict(one) for one in packs]
        self._write("offered.json", {"format": _FORMAT, "packs": listed})

    def _tidy_sets(self, kept: set[str]) -> None:
        sets = self.folder / "sets"
        for folder in sets.iterdir() if sets.is_dir() else ():
            if folder.name not in kept:
                shutil.rmtree(folder, ignore_errors=True)

    def _tidy_packs(self, used: set[str]) -> None:
        packs = self.folder / "packs"
        by_id: dict[str, list[tuple[int, Path]]] = {}
        for file in packs.glob("*.pack"):
            pack_id, version, _ = file.stem.rsplit("-", 2)
            if version.isdigit():
                by_id.setdefault(pack_id, []).append((int(version), file))
        for files in by_id.values():
            for _, file in sorted(files)[:-KEPT_VERSIONS]:
                if file.name not in used:
                    file.unlink(missing_ok=True)

    def _read(self, name: str) -> dict[str, Any] | None:
        file = self.folder / name
        if not file.exists():
            return None
        try:
            values = json.loads(read_bounded(file, most=_MOST_BYTES))
        except (InputError, ValueError, RecursionError) as error:
            raise self._damaged(name) from error
        if not isinstance(values, dict):
            raise self._damaged(name)
        return values

    def _write(
        self, name: str, values: dict[str, Any], *, durable: bool = True
    ) -> None:
        data = json.dumps(values, ensure_ascii=False, indent=1).encode()
        write_whole(self.folder / name, data, mode=0o600, durable=durable)

    def _damaged(self, name: str) -> UpdateError:
        return UpdateError(
            f"{name} is damaged.",
            hint="Remove the folder of packs; it is fetched again.",
        )
