"""The agent's side of a repository: what it offers, verified, and its packs.

Source:
    python-tuf's client carries out the client workflow of The Update Framework:
    signatures by the pinned root and its successors, no version ever lower than
    one seen before, no expired document, every file of the length and hash that
    was signed.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tuf.api import exceptions

from assist.authoring.index import INDEX, MOST_BYTES, Offer, parse_index
from assist.authoring.limits import MOST_BYTES as MOST_PACK_BYTES
from assist.errors import PackFormatError, UpdateError
from assist.packs.fetching import base_url, fetcher
from assist.packs.tuf_library import client

_LIMITS = {
    "max_root_rotations": 64,
    "max_delegations": 1,
    "root_max_length": 64 * 1024,
    "timestamp_max_length": 16 * 1024,
    "snapshot_max_length": 64 * 1024,
    "targets_max_length": 1024 * 1024,
}
_TRY_LATER = "It is tried again by itself."


class Remote:
    """One check of one repository.

    Args:
        source: A folder, or an ``http(s)`` address.
        trusted_root: Content of the pinned ``trusted-root.json``.
        memory: Folder that remembers what was seen; on a local disk, used by
            one program at a time.
        agent: What the program calls itself to a web server.
        proxy: Address of a proxy; None takes the system's, empty uses none.

    Raises:
        UpdateError: The pinned root is none.
    """

    def __init__(
        self,
        source: str,
        trusted_root: bytes,
        memory: Path,
        *,
        agent: str = "assist",
        proxy: str | None = None,
    ) -> None:
        url = base_url(source)
        self._memory = memory
        memory.mkdir(parents=True, exist_ok=True)
        library = client()
        with _refusals():
            self._updater: Any = library.Updater(
                metadata_dir=str(memory),
                metadata_base_url=f"{url}metadata/",
                target_base_url=f"{url}targets/",
                target_dir=str(memory),
                fetcher=fetcher(source, agent=agent, proxy=proxy),
                config=library.UpdaterConfig(**_LIMITS),
                bootstrap=trusted_root,
            )

    def offers(self) -> tuple[Offer, ...]:
        """Return what the repository offers now.

        Raises:
            UpdateError: It cannot be reached, or cannot be trusted.
        """
        with _refusals():
            self._updater.refresh()
            target = self._updater.get_targetinfo(INDEX)
            if target is None or target.length > MOST_BYTES:
                raise UpdateError("The repository offers no packs.")
            file = str(self._memory / INDEX)
            if self._updater.find_cached_target(target, file) is None:
                self._updater.download_target(target, file)
            return parse_index(Path(file).read_bytes())

    def digest_of(self, offer: Offer) -> str:
        """Return the SHA-256 under which a pack was signed, in hex.

        Raises:
            UpdateError: It was not signed, or is larger than a pack may be.
        """
        return str(self._target(offer).hashes["sha256"])

    def download(self, offer: Offer, file: Path) -> None:
        """Put a pack, verified, into ``file``.

        Raises:
            UpdateError: It cannot be reached, or is not what was signed.
        """
        with _refusals():
            self._updater.download_target(self._target(offer), str(file))

    def _target(self, offer: Offer) -> Any:
        name = f"{offer.manifest.pack_id} {offer.manifest.label}"
        with _refusals():
            target = self._updater.get_targetinfo(offer.path)
        if target is None or "sha256" not in target.hashes:
            raise UpdateError(f"The pack {name} is not signed.")
        if target.length > MOST_PACK_BYTES:
            raise UpdateError(f"The pack {name} is larger than a pack may be.")
        return target


@contextmanager
def _refusals() -> Iterator[None]:
    """Say in one sentence why an update is refused."""
    try:
        yield
    except PackFormatError as error:
        raise UpdateError(str(error), hint=error.hint) from error
    except exceptions.ExpiredMetadataError as error:
        raise UpdateError(
            "The repository is out of date: it was not renewed in time.",
            hint="The team lead renews it with: assist pack refresh",
        ) from error
    except exceptions.BadVersionNumberError as error:
        raise UpdateError(
            "The repository is older than what was seen before.", hint=_TRY_LATER
        ) from error
    except (
        exceptions.UnsignedMetadataError,
        exceptions.LengthOrHashMismatchError,
        exceptions.DownloadLengthMismatchError,
        exceptions.RepositoryError,
    ) as error:
        raise UpdateError(
            "The repository cannot be trusted: what it holds is not what was signed.",
            hint="Tell your IT; until then the packs in use stay as they are.",
        ) from error
    except (exceptions.DownloadError, OSError) as error:
        raise UpdateError(
            "The repository cannot be reached.", hint=_TRY_LATER
        ) from error
