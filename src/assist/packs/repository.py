"""A repository of packs: static files that only the holder of the keys can extend.

::

    REPO/metadata/N.root.json, N.targets.json, N.snapshot.json, timestamp.json
    REPO/targets/index.json, REPO/targets/<id>/<version>.pack (hash before the name)
    REPO/trusted-root.json

Files are written so that a reader at any moment sees the old state or the new:
packs first, the time stamp last, each in one step.  What is there is verified
before anything is signed on top of it, so that a file share others may write
to cannot slip a pack under the lead's signature.

Source:
    The Update Framework, specification 1.0.
"""

import datetime as dt
from pathlib import Path
from typing import Any, TypeVar

from tuf.api.metadata import (  # type: ignore[attr-defined]  # not said
    Metadata,
    Root,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)

from assist.errors import PublishError
from assist.packs.documents import KEY_OF, SERIALIZER, Documents, meta_of, refusals
from assist.packs.files import read_bounded, write_whole
from assist.packs.key_ring import KeyRing, KeyRole

ROOT_LIFE = dt.timedelta(days=3650)
TARGETS_LIFE = dt.timedelta(days=365)
ONLINE_LIFE = dt.timedelta(days=90)
WARN_BEFORE = dt.timedelta(days=14)
_MOST_METADATA = 5_000_000
_MOST_ROOTS = 256
S = TypeVar("S", Snapshot, Targets, Timestamp)


class Repository:
    """Reads, verifies, changes and writes one repository.

    Args:
        folder: Where it lies; any folder, also on a file share.
        keys: Verify what is there and sign what is new.
        now: The moment of the change, with a time zone.
    """

    def __init__(self, folder: Path, keys: KeyRing, *, now: dt.datetime) -> None:
        self._folder = folder
        self._keys = keys
        self._now = now.replace(microsecond=0)
        self._state: Documents | None = None
        self._new_root: list[bytes] = []

    @property
    def exists(self) -> bool:
        """Whether anything was published here."""
        return (self._folder / "metadata" / "timestamp.json").exists()

    def create(self) -> None:
        """Begin an empty repository in memory; :meth:`write` puts it there.

        Raises:
            PackKeyError: There are no keys.
        """
        root = Root(expires=self._now + ROOT_LIFE, consistent_snapshot=True)
        for name, role in KEY_OF.items():
            allowed = [self._keys.key_id(role)]
            root.add_key(self._keys.signer(role, allowed).public_key, name)
        signed = Metadata(root)
        self._sign(signed, KeyRole.ROOT, list(root.roles["root"].keyids))
        self._state = Documents(
            signed, Metadata(Targets()), Metadata(Snapshot()), Metadata(Timestamp())
        )
        for document in (
            self._state.targets,
            self._state.snapshot,
            self._state.timestamp,
        ):
            document.signed.version = 0  # writing makes it 1
        self._new_root = [signed.to_bytes(SERIALIZER)]

    def open(self) -> None:
        """Read and verify what is there.

        Raises:
            PublishError: It was changed by others, or is older than what was
                last published with these keys.
            PackKeyError: It belongs to other keys.
        """
        with refusals():
            root = self._verified_root()
            timestamp = self._read("timestamp.json", root.signed, Timestamp)
            meta = timestamp.signed.snapshot_meta
            snapshot = self._read(
                f"{meta.version}.snapshot.json", root.signed, Snapshot
            )
            listed = snapshot.signed.meta["targets.json"]
            targets = self._read(f"{listed.version}.targets.json", root.signed, Targets)
        self._state = Documents(root, targets, snapshot, timestamp)
        self._check_not_older(self._state.versions())

    def read_target(self, path: str, *, most: int) -> bytes | None:
        """Return a target as it was signed; None when there is none.

        Raises:
            PublishError: The file is missing or was changed.
        """
        target = self.state.targets.signed.targets.get(path)
        if target is None:
            return None
        file = self._target_file(target)
        with refusals():
            data = read_bounded(file, most=most)
            target.verify_length_and_hashes(data)
        return data

    def put_targets(self, files: dict[str, bytes]) -> None:
        """Make ``files`` the targets; ones left out are no longer offered.

        What is signed already and not given anew is kept under its old name.
        """
        made = {
            path: TargetFile.from_data(path, data, ["sha256"])
            for path, data in files.items()
        }
        for path, target in made.items():
            write_whole(self._target_file(target), files[path])
        self.state.targets.signed.targets = made

    def replace_key(self, role: KeyRole) -> None:
        """Make a new key for a role; the old one no longer counts.

        Raises:
            PackKeyError: The root key is not here, or the password is wrong.
        """
        state = self.state
        root = state.root.signed
        before = list(root.roles["root"].keyids)
        old_root = self._keys.signer(KeyRole.ROOT, before)
        names = [name for name, of in KEY_OF.items() if of is role]
        old_ids = {name: list(root.roles[name].keyids) for name in names}
        new = self._keys.replace(role)
        for name in names:
            for key_id in old_ids[name]:
                root.revoke_key(key_id, name)
            root.add_key(new.public_key, name)
        root.version += 1
        root.expires = self._now + ROOT_LIFE
        state.root.sign(old_root)
        self._sign(
            state.root, KeyRole.ROOT, list(root.roles["root"].keyids), append=True
        )
        self._new_root.append(state.root.to_bytes(SERIALIZER))

    def write(self, *, targets: bool) -> None:
        """Sign and write what changed; readers see it with the time stamp.

        Args:
            targets: Whether the targets changed; else only the online key is
                used and the root and targets keys stay sealed.

        Raises:
            PackKeyError: A key is not here, or the password is wrong.
            PackError: A file cannot be written.
        """
        state = self.state
        if targets:
            self._renew(state.targets, "targets", TARGETS_LIFE)
            version = state.targets.signed.version
            data = state.targets.to_bytes(SERIALIZER)
            state.snapshot.signed.meta["targets.json"] = meta_of(version, data)
            self._write_metadata(f"{version}.targets.json", data)
        self._renew(state.snapshot, "snapshot", ONLINE_LIFE)
        version = state.snapshot.signed.version
        data = state.snapshot.to_bytes(SERIALIZER)
        state.timestamp.signed.snapshot_meta = meta_of(version, data)
        self._write_metadata(f"{version}.snapshot.json", data)
        self._renew(state.timestamp, "timestamp", ONLINE_LIFE)
        self._write_roots()
        self._write_metadata("timestamp.json", state.timestamp.to_bytes(SERIALIZER))
        self._keys.remember(state.versions())

    def expiries(self) -> dict[str, dt.datetime]:
        """Return when each document ends."""
        state = self.state
        return {
            "root": state.root.signed.expires,
            "targets": state.targets.signed.expires,
            "snapshot": state.snapshot.signed.expires,
            "timestamp": state.timestamp.signed.expires,
        }

    @property
    def state(self) -> Documents:
        """The documents; only after :meth:`create` or :meth:`open`."""
        if self._state is None:
            raise ValueError("neither opened nor created")
        return self._state

    def _verified_root(self) -> Metadata[Root]:
        root = Metadata[Root].from_bytes(
            read_bounded(self._keys.trusted_root, most=_MOST_METADATA)
        )
        for version in range(root.signed.version + 1, _MOST_ROOTS):
            file = self._folder / "metadata" / f"{version}.root.json"
            if not file.exists():
                break
            new = Metadata[Root].from_bytes(read_bounded(file, most=_MOST_METADATA))
            for judge in (root.signed, new.signed):
                judge.verify_delegate("root", new.signed_bytes, new.signatures)
            root = new
        return root

    def _read(self, name: str, root: Root, kind: type[S]) -> Metadata[S]:
        file = self._folder / "metadata" / name
        read = Metadata[S].from_bytes(read_bounded(file, most=_MOST_METADATA))
        root.verify_delegate(kind.type, read.signed_bytes, read.signatures)
        return read

    def _check_not_older(self, versions: dict[str, int]) -> None:
        for name, version in self._keys.remembered().items():
            if versions.get(name, 0) < version:
                raise PublishError(
                    f"The repository is older than what was last published ({name}).",
                    hint="Put the newest copy of the repository back, then try again.",
                )

    def _renew(self, document: Metadata[Any], name: str, life: dt.timedelta) -> None:
        document.signed.version += 1
        document.signed.expires = self._now + life
        allowed = list(self.state.root.signed.roles[name].keyids)
        self._sign(document, KEY_OF[name], allowed)

    def _sign(
        self,
        document: Metadata[Any],
        role: KeyRole,
        allowed: list[str],
        *,
        append: bool = False,
    ) -> None:
        document.sign(self._keys.signer(role, allowed), append=append)

    def _target_file(self, target: TargetFile) -> Path:
        return self._folder / "targets" / target.get_prefixed_paths()[0]

    def _write_metadata(self, name: str, data: bytes) -> None:
        write_whole(self._folder / "metadata" / name, data)

    def _write_roots(self) -> None:
        for data in self._new_root:
            version = Metadata[Root].from_bytes(data).signed.version
            self._write_metadata(f"{version}.root.json", data)
            if version == 1:
                write_whole(self._keys.trusted_root, data)
                write_whole(self._folder / "trusted-root.json", data)
        self._new_root = []
