"""Signing keys as files: sealed with a password, or open for the online key.

A sealed file is JSON: the Ed25519 seed encrypted with AES-256-GCM under a key
that scrypt makes from the password.  The parameters are the second of those in
RFC 7914's family (2^15, 8, 1: 32 MiB, about a tenth of a second); PKCS 8 as
the cryptography library writes it takes 2,048 rounds of PBKDF2, too few for a
password that people can remember.
"""

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from securesystemslib.signer import (  # type: ignore[attr-defined]  # not said
    CryptoSigner,
)

from assist.errors import InputError, PackKeyError
from assist.packs.files import read_bounded, write_whole

_KIND = "assist-signing-key"
_WORK = {"n": 2**15, "r": 8, "p": 1}
_MOST_BYTES = 10_000


@dataclass(frozen=True, slots=True, repr=False)
class KeyFile:
    """A key as it is stored; ``sealed`` says whether it needs a password."""

    path: Path
    key_id: str
    values: dict[str, str]

    @property
    def sealed(self) -> bool:
        """Whether a password is needed."""
        return "salt" in self.values

    def signer(self, password: str) -> CryptoSigner:
        """Return what signs with this key.

        Raises:
            PackKeyError: The password is wrong, or the file damaged.
        """
        signer = CryptoSigner(
            Ed25519PrivateKey.from_private_bytes(self._seed(password))
        )
        if signer.public_key.keyid != self.key_id:
            raise PackKeyError(f"The key file {self.path.name} is damaged.")
        return signer

    def _seed(self, password: str) -> bytes:
        values = self.values
        try:
            body = bytes.fromhex(values["key"])
            if not self.sealed:
                return body
            nonce = bytes.fromhex(values["nonce"])
            secret = _secret(password, bytes.fromhex(values["salt"]))
            return AESGCM(secret).decrypt(nonce, body, self.key_id.encode())
        except InvalidTag as error:
            raise PackKeyError(
                f"The password does not open {self.path.name}.",
                hint="Set ASSIST_KEY_PASSWORD, or type it when asked.",
            ) from error
        except (KeyError, ValueError) as error:
            raise PackKeyError(f"The key file {self.path.name} is damaged.") from error


def make_key(path: Path, password: str | None) -> KeyFile:
    """Make a new key and write its file for this user alone (0600).

    Args:
        path: Where to write it; a file that is there is replaced.
        password: Seals the key; None leaves it open.

    Raises:
        PackError: The file cannot be written.
    """
    private = Ed25519PrivateKey.generate()
    key_id = CryptoSigner(private).public_key.keyid
    seed = private.private_bytes_raw()
    values = {"kind": _KIND, "id": key_id}
    if password is None:
        values["key"] = seed.hex()
    else:
        salt, nonce = os.urandom(16), os.urandom(12)
        body = AESGCM(_secret(password, salt)).encrypt(nonce, seed, key_id.encode())
        values |= {"salt": salt.hex(), "nonce": nonce.hex(), "key": body.hex()}
    write_whole(path, json.dumps(values, indent=1).encode(), mode=0o600)
    return KeyFile(path, key_id, values)


def read_key(path: Path) -> KeyFile:
    """Read a key file without opening the key.

    Raises:
        PackKeyError: It is not there, or no key file.
    """
    try:
        values = json.loads(read_bounded(path, most=_MOST_BYTES))
    except InputError as error:
        raise PackKeyError(
            f"The key {path.name} cannot be read.",
            hint="Make keys with: assist pack keys init --keys DIR",
        ) from error
    except (ValueError, RecursionError) as error:
        raise PackKeyError(f"The key file {path.name} is damaged.") from error
    texts = isinstance(values, dict) and all(
        isinstance(one, str) for one in values.values()
    )
    if not texts or values.get("kind") != _KIND or not values.get("id"):
        raise PackKeyError(f"{path.name} is not a key of this program.")
    return KeyFile(path, values["id"], values)


def _secret(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(
        password.encode(), salt=salt, maxmem=64 * 1024 * 1024, dklen=32, **_WORK
    )
