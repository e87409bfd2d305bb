"""The agent's own pack: a file in the user's folder, laid under the shared ones."""

import dataclasses
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from assist.app import build, pack_policy, packs
from assist.errors import InputError, PackFormatError, PolicyError

if TYPE_CHECKING:
    from assist.packs.state import State, StoredPack

FILE = "personal.pack"
PACK_ID = "personal"


def adopt(source: Path) -> int:
    """Make a source the user's own pack; return how many rules it has.

    Raises:
        PolicyError: The organisation does not want personal packs.
        InputError: The source cannot be read.
        RowsError: Cells are wrong.
        PackRefusedError: It could not be used.
    """
    from assist.authoring.pack import Layer

    if not pack_policy.machine_policy().personal:
        raise PolicyError("Personal packs are switched off by your organisation.")
    pack = packs.read_source(source, pack_id=PACK_ID).pack
    manifest = dataclasses.replace(
        pack.manifest, layer=Layer.PERSONAL, emergency=False, settings=()
    )
    pack = dataclasses.replace(pack, manifest=manifest)
    report = packs.examine(pack)
    if not report.usable:
        packs.refuse_unpublishable(report)
    packs.write_pack(pack, _file())
    return len(pack.rules)


def drop() -> None:
    """Have no personal pack any more."""
    _file().unlink(missing_ok=True)


def stored(state: "State") -> "StoredPack | None":
    """Put the user's own pack where updates find it; None when there is none.

    One that cannot be read, or that the organisation does not want, is left
    out: it must not keep shared packs from being used.
    """
    file = _file()
    if not file.exists() or not pack_policy.machine_policy().personal:
        return None
    # What reads workbooks is not loaded for nothing: the overlay asks at its start.
    from assist.authoring.limits import MOST_BYTES
    from assist.authoring.pack import Layer
    from assist.packs.files import read_bounded, write_whole
    from assist.packs.sources import read_pack
    from assist.packs.state import StoredPack

    try:
        manifest = read_pack(file).manifest
        data = read_bounded(file, most=MOST_BYTES)
    except (InputError, PackFormatError):
        return None
    if manifest.layer is not Layer.PERSONAL or manifest.pack_id != PACK_ID:
        return None
    pack = StoredPack(
        pack_id=PACK_ID,
        version=manifest.version,
        digest=hashlib.sha256(data).hexdigest(),
        layer=Layer.PERSONAL.value,
    )
    target = state.pack_file(pack)
    if not target.exists():
        write_whole(target, data)
    return pack


def _file() -> Path:
    return build.user_folders().config / FILE
