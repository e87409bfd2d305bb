"""The four signed documents of a repository, and what signing them takes.

Source:
    The Update Framework, specification 1.0, section 4.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import (  # type: ignore[attr-defined]  # not said
    Metadata,
    MetaFile,
    Root,
    Snapshot,
    Targets,
    Timestamp,
)
from tuf.api.serialization import DeserializationError
from tuf.api.serialization.json import JSONSerializer

from assist.errors import InputError, PublishError
from assist.packs.key_ring import KeyRole

SERIALIZER = JSONSerializer(compact=True)
KEY_OF = {
    "root": KeyRole.ROOT,
    "targets": KeyRole.TARGETS,
    "snapshot": KeyRole.ONLINE,
    "timestamp": KeyRole.ONLINE,
}
"""Which key signs which document."""


@dataclass(slots=True)
class Documents:
    """The documents as they are signed."""

    root: Metadata[Root]
    targets: Metadata[Targets]
    snapshot: Metadata[Snapshot]
    timestamp: Metadata[Timestamp]

    def versions(self) -> dict[str, int]:
        """Return the version of each document by name."""
        documents: dict[str, Metadata[Any]] = {
            "root": self.root,
            "targets": self.targets,
            "snapshot": self.snapshot,
            "timestamp": self.timestamp,
        }
        return {name: one.signed.version for name, one in documents.items()}


def meta_of(version: int, data: bytes) -> MetaFile:
    """Return what one document says about the version of another."""
    return MetaFile.from_data(version, data, ["sha256"])


@contextmanager
def refusals() -> Iterator[None]:
    """Say in a sentence why a repository cannot be extended."""
    try:
        yield
    except (RepositoryError, DeserializationError) as error:
        raise PublishError(
            "The repository was changed by somebody without the keys.",
            hint="Put the last good copy of it back, then try again.",
        ) from error
    except InputError as error:
        raise PublishError(f"The repository is not complete: {error}") from error
