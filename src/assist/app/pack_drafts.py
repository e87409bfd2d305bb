"""What the pack editor keeps between two days: drafts, and where one publishes to.

A draft is a pack file of its own in the user's folder, so that the file it was
made from stays as it is until the lead saves, and so that nothing is lost when
the machine goes down.
"""

import contextlib
import dataclasses
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assist.app import build, packs
from assist.errors import AssistError

if TYPE_CHECKING:
    from assist.authoring.pack import Pack

_FOLDER = "drafts"
_LAST = "last.json"
_PLACES = "publishing.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A pack that is being edited.

    Attributes:
        pack: The draft.
        before: What it is compared with: the pack as it was opened.
        draft: Where it is kept while it is being edited.
        source: Where it came from; None for a new one.
        resumed: A draft of an earlier day was found and taken up.
    """

    pack: "Pack"
    before: "Pack"
    draft: Path
    source: Path | None = None
    resumed: bool = False


@dataclass(frozen=True, slots=True)
class Places:
    """Where the lead publishes to; empty until it was done once."""

    repo: str = ""
    keys: str = ""


def open_source(source: Path | None) -> Opened:
    """Open a pack or a table for editing, or go on with its draft.

    A pack file gets the next version number: what is published under the old
    one stays as it is.

    Args:
        source: None goes on with the last draft, or begins a new pack.

    Raises:
        InputError: The source cannot be read.
        RowsError: Cells are wrong; the hint names each.
        PackFormatError: It is no pack.
    """
    if source is None:
        return _last() or _new()
    before = packs.read_source(source).pack
    manifest = before.manifest
    if source.suffix.lower() == packs.PACK_SUFFIX:
        manifest = dataclasses.replace(manifest, version=manifest.version + 1)
    fresh = dataclasses.replace(before, manifest=manifest)
    file = _draft_of(source)
    _write(_folder() / _LAST, {"source": str(source.absolute())})
    draft = _draft(file, source)
    if draft is None or draft.rules == before.rules:
        return Opened(pack=fresh, before=before, draft=file, source=source)
    return Opened(pack=draft, before=before, draft=file, source=source, resumed=True)


def keep(pack: "Pack", file: Path) -> None:
    """Write a draft.

    Raises:
        PackError: It cannot be written.
    """
    packs.write_pack(pack, file)


def drop(file: Path) -> None:
    """Keep a draft no more."""
    with contextlib.suppress(OSError):
        file.unlink(missing_ok=True)


def places() -> Places:
    """Return where the lead published to last."""
    found = _read(build.user_folders().config / _PLACES)
    return Places(str(found.get("repo", "")), str(found.get("keys", "")))


def remember_places(chosen: Places) -> None:
    """Remember where the lead publishes to; not being able to is no fault."""
    _write(build.user_folders().config / _PLACES, dataclasses.asdict(chosen))


def _folder() -> Path:
    return build.user_folders().data / _FOLDER


def _draft_of(source: Path) -> Path:
    """Return where the draft of a source is kept: two sources never share one."""
    number = hashlib.sha256(str(source.absolute()).encode()).hexdigest()[:12]
    return _folder() / f"{number}.pack"


def _draft(file: Path, source: Path) -> "Pack | None":
    """Return the draft, unless its source was changed after it."""
    with contextlib.suppress(AssistError, OSError):
        if file.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            return packs.read_source(file).pack
    return None


def _last() -> Opened | None:
    found = _read(_folder() / _LAST).get("source")
    source = Path(str(found)) if found else None
    if source is not None and source.exists():
        with contextlib.suppress(AssistError):
            return open_source(source)
    return None


def _new() -> Opened:
    from assist.authoring.pack import Manifest, Pack

    file = _folder() / "new.pack"
    before = Pack(manifest=Manifest(pack_id="pack"))
    with contextlib.suppress(AssistError):
        draft = packs.read_source(file).pack
        return Opened(pack=draft, before=before, draft=file, resumed=True)
    return Opened(pack=before, before=before, draft=file)


def _read(file: Path) -> dict[str, object]:
    with contextlib.suppress(OSError, ValueError):
        found = json.loads(file.read_text("utf-8"))
        if isinstance(found, dict):
            return found
    return {}


def _write(file: Path, values: dict[str, str]) -> None:
    with contextlib.suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file.write_text(json.dumps(values, ensure_ascii=False) + "\n", "utf-8")
