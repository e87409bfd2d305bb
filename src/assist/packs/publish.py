"""What a team lead does to a repository: publish, refresh, withdraw, change keys."""

import datetime as dt
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from assist.authoring.diff import compare
from assist.authoring.index import (
    INDEX,
    Offer,
    parse_index,
    serialise_index,
    with_offer,
)
from assist.authoring.limits import MOST_BYTES
from assist.authoring.pack import Pack, written_moment
from assist.authoring.parse import parse_pack
from assist.authoring.serialise import serialise_pack
from assist.errors import PublishError
from assist.packs.key_ring import KeyRing, KeyRole
from assist.packs.repository import WARN_BEFORE, Repository

_LOCK = "publishing.lock"


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What a repository offers after a change.

    Attributes:
        offers: All packs that are offered.
        expiries: When each signed document ends.
        ending: Names of those that end within 14 days.
        created: Whether the repository is new.
    """

    offers: tuple[Offer, ...]
    expiries: dict[str, dt.datetime]
    ending: tuple[str, ...]
    created: bool = False


class Publisher:
    """Changes one repository; one change at a time.

    Args:
        folder: The repository.
        keys: The publisher's keys.
        now: The moment of the change, with a time zone.
    """

    def __init__(self, folder: Path, keys: KeyRing, *, now: dt.datetime) -> None:
        self._folder = folder
        self._keys = keys
        self._now = now

    def publish(
        self, pack: Pack, *, rollout: int = 100, override: str = ""
    ) -> Published:
        """Offer a pack; agents take it at their next check.

        Publishing the same pack again changes its share of agents.

        Args:
            pack: Checked by the caller; ``override`` says why it is published
                against what the checks found.
            rollout: Per cent of the agents that are to take it.
            override: Recorded under the signature; empty for most.

        Raises:
            PublishError: Its version is not newer than what is offered, or
                the repository cannot be extended.
            PackKeyError: A key is not here, or the password is wrong.
        """
        with self._locked():
            repository, created = self._repository()
            offers, files = self._offered(repository)
            offer = self._offer(pack, rollout, override, offers, files)
            self._put(repository, with_offer(offers, offer), files)
            return self._told(repository, created=created)

    def withdraw(self, pack_id: str, version: int | None = None) -> Published:
        """Offer a pack, or one version of it, no longer.

        Raises:
            PublishError: It is not offered.
        """
        with self._locked():
            repository, _ = self._repository(must_exist=True)
            offers, files = self._offered(repository)
            kept = [
                one
                for one in offers
                if one.manifest.pack_id != pack_id
                or version not in (None, one.manifest.version)
            ]
            if len(kept) == len(offers):
                raise PublishError(f"{pack_id} is not offered here.")
            self._put(repository, tuple(kept), files)
            return self._told(repository)

    def refresh(self) -> Published:
        """Renew the time stamp; needs only the online key.

        Raises:
            PublishError: There is no sound repository.
            PackKeyError: The online key is not here.
        """
        with self._locked():
            repository, _ = self._repository(must_exist=True)
            repository.write(targets=False)
            return self._told(repository)

    def replace_key(self, role: KeyRole) -> Published:
        """Make a new key for a role; agents follow by themselves.

        Raises:
            PublishError: There is no sound repository.
            PackKeyError: A key is not here, or the password is wrong.
        """
        with self._locked():
            repository, _ = self._repository(must_exist=True)
            repository.replace_key(role)
            repository.write(targets=role is KeyRole.TARGETS)
            return self._told(repository)

    def look(self) -> Published:
        """Return what is offered; nothing is changed.

        Raises:
            PublishError: There is no sound repository.
        """
        repository, _ = self._repository(must_exist=True)
        return self._told(repository)

    def _repository(self, *, must_exist: bool = False) -> tuple[Repository, bool]:
        repository = Repository(self._folder, self._keys, now=self._now)
        created = not repository.exists
        if created and must_exist:
            raise PublishError(f"There is no repository in {self._folder.name}.")
        if created:
            repository.create()
        else:
            repository.open()
        return repository, created

    def _offered(self, repository: Repository) -> tuple[list[Offer], dict[str, bytes]]:
        data = repository.read_target(INDEX, most=MOST_BYTES)
        offers = [one for one in parse_index(data) if self._lasts(one)] if data else []
        files = {
            one.path: repository.read_target(one.path, most=MOST_BYTES)
            for one in offers
        }
        return offers, {path: data for path, data in files.items() if data is not None}

    def _lasts(self, offer: Offer) -> bool:
        manifest = offer.manifest
        return not manifest.emergency or manifest.holds_at(self._now)

    def _offer(
        self,
        pack: Pack,
        rollout: int,
        override: str,
        offers: list[Offer],
        files: dict[str, bytes],
    ) -> Offer:
        manifest = pack.manifest
        offer = Offer(
            manifest=manifest,
            rollout=rollout,
            override=override,
            published=written_moment(self._now),
        )
        data = serialise_pack(pack)
        same = [one for one in offers if one.manifest.pack_id == manifest.pack_id]
        newest = max(same, key=lambda one: one.manifest.version, default=None)
        if newest is not None:
            self._check_newer(newest, offer, files.get(newest.path) == data)
            before = parse_pack(files[newest.path])
            changes = compare(before, pack).counts
            again = newest.manifest.version == manifest.version
            offer = Offer(
                manifest=manifest,
                rollout=rollout,
                changes=newest.changes if again else changes,
                override=override or (newest.override if again else ""),
                published=newest.published if again else offer.published,
            )
        files[offer.path] = data
        return offer

    def _check_newer(self, newest: Offer, offer: Offer, equal: object) -> None:
        ours, theirs = offer.manifest.version, newest.manifest.version
        if ours > theirs or (ours == theirs and equal):
            return
        name = offer.manifest.pack_id
        what = "another pack is" if ours == theirs else "a newer one is"
        raise PublishError(
            f"{name} v{ours} was not published: {what} there already (v{theirs}).",
            hint=f"Build it again with --version {theirs + 1}.",
        )

    def _put(
        self, repository: Repository, offers: tuple[Offer, ...], files: dict[str, bytes]
    ) -> None:
        wanted = {one.path: files[one.path] for one in offers}
        wanted[INDEX] = serialise_index(offers)
        repository.put_targets(wanted)
        repository.write(targets=True)

    def _told(self, repository: Repository, *, created: bool = False) -> Published:
        data = repository.read_target(INDEX, most=MOST_BYTES)
        expiries = repository.expiries()
        soon = self._now + WARN_BEFORE
        return Published(
            offers=parse_index(data) if data else (),
            expiries=expiries,
            ending=tuple(name for name, end in expiries.items() if end <= soon),
            created=created,
        )

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Keep a second publisher out; a file, so that it works on file shares."""
        lock = self._folder / _LOCK
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        except FileExistsError as error:
            raise PublishError(
                "Somebody else is publishing to this repository.",
                hint=f"If nobody is, remove {_LOCK} there and try again.",
            ) from error
        except OSError as error:
            raise PublishError(
                f"{self._folder.name} cannot be written: {error.strerror}."
            ) from error
        try:
            yield
        finally:
            lock.unlink(missing_ok=True)
