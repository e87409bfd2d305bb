"""The keys of one publisher: root and targets sealed, online apart.

::

    KEYS/root.key            decides which keys count; sealed, best kept offline
    KEYS/targets.key         signs what is published; sealed
    KEYS/online/online.key   renews the time stamp; open, may lie on a server
    KEYS/retired/            keys that were replaced
    KEYS/trusted-root.json   what agents' machines pin; IT gets it from here
    KEYS/last-published.json the newest versions published from here
"""

import json
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from securesystemslib.signer import (  # type: ignore[attr-defined]  # not said
    CryptoSigner,
)

from assist.errors import PackKeyError
from assist.packs.files import read_bounded, write_whole
from assist.packs.key_files import KeyFile, make_key, read_key

Ask = Callable[[], str]
"""Gives the password; called at most once, and only if one is needed."""

TRUSTED_ROOT = "trusted-root.json"
_LAST = "last-published.json"
_MOST_BYTES = 512_000


class KeyRole(StrEnum):
    """What a key is for."""

    ROOT = "root"
    TARGETS = "targets"
    ONLINE = "online"


class KeyRing:
    """The folder with the keys; passwords are asked for when first needed."""

    def __init__(self, folder: Path, ask: Ask) -> None:
        self._folder = folder
        self._ask = ask
        self._password: str | None = None

    @property
    def trusted_root(self) -> Path:
        """The file that agents' machines pin."""
        return self._folder / TRUSTED_ROOT

    def make(self) -> dict[KeyRole, str]:
        """Make all three keys and return their ids.

        Raises:
            PackKeyError: There are keys already, or the password is empty.
            PackError: A file cannot be written.
        """
        for role in KeyRole:
            if self._path(role).exists():
                raise PackKeyError(
                    f"There is a {role} key in {self._folder.name} already.",
                    hint="Use another folder, or: assist pack keys rotate",
                )
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return {role: self._make(role).key_id for role in KeyRole}

    def key_id(self, role: KeyRole) -> str:
        """Return the id of the current key of a role.

        Raises:
            PackKeyError: There is none.
        """
        return read_key(self._path(role)).key_id

    def signer(self, role: KeyRole, allowed: list[str]) -> CryptoSigner:
        """Return what signs for a role with one of the ``allowed`` keys.

        Raises:
            PackKeyError: None of them is here, or the password is wrong.
        """
        for key in self._keys(role):
            if key.key_id in allowed:
                return key.signer(self._password_of(key))
        raise PackKeyError(
            f"The {role} key of this repository is not in {self._folder.name}.",
            hint="Use the folder of keys that the repository was published with.",
        )

    def replace(self, role: KeyRole) -> CryptoSigner:
        """Make a new key for a role; the old one is retired, not lost.

        Raises:
            PackKeyError: There is no old key, or the password is wrong.
            PackError: A file cannot be written.
        """
        old = read_key(self._path(role))
        old.signer(self._password_of(old))
        write_whole(self._retired(role, old.key_id), old.path.read_bytes(), mode=0o600)
        new = self._make(role)
        return new.signer(self._password_of(new))

    def destroy_retired(self, role: KeyRole) -> int:
        """Delete the retired keys of a role; return how many there were."""
        files = list((self._folder / "retired").glob(f"{role}-*.key"))
        for file in files:
            file.unlink()
        return len(files)

    def remembered(self) -> dict[str, int]:
        """Return the newest versions of metadata published from here."""
        file = self._folder / _LAST
        if not file.exists():
            return {}
        try:
            values = json.loads(read_bounded(file, most=_MOST_BYTES))
            return {str(name): int(version) for name, version in values.items()}
        except (ValueError, AttributeError, TypeError) as error:
            raise PackKeyError(
                f"{_LAST} is damaged.", hint="Remove it; it is written again."
            ) from error

    def remember(self, versions: dict[str, int]) -> None:
        """Store the newest versions of metadata published from here."""
        data = json.dumps(versions, sort_keys=True).encode()
        write_whole(self._folder / _LAST, data)

    def _make(self, role: KeyRole) -> KeyFile:
        path = self._path(role)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        password = None if role is KeyRole.ONLINE else self._typed()
        return make_key(path, password)

    def _keys(self, role: KeyRole) -> list[KeyFile]:
        current = self._path(role)
        retired = sorted((self._folder / "retired").glob(f"{role}-*.key"))
        return [read_key(path) for path in (current, *retired) if path.exists()]

    def _path(self, role: KeyRole) -> Path:
        if role is not KeyRole.ONLINE:
            return self._folder / f"{role}.key"
        beside = self._folder / "online.key"
        return beside if beside.exists() else self._folder / "online" / "online.key"

    def _retired(self, role: KeyRole, key_id: str) -> Path:
        return self._folder / "retired" / f"{role}-{key_id[:16]}.key"

    def _password_of(self, key: KeyFile) -> str:
        return self._typed() if key.sealed else ""

    def _typed(self) -> str:
        if self._password is None:
            self._password = self._ask()
        if not self._password:
            raise PackKeyError(
                "The keys need a password.",
                hint="Set ASSIST_KEY_PASSWORD, or type it when asked.",
            )
        return self._password
