"""How an agent's machine comes to a new set of packs, or stays with the last.

The steps: ask the repository, fetch what is new, have it prepared (checked
and made into a phrase list, in a process of its own), switch in one step.
Whatever fails, what is in use stays in use.
"""

import datetime as dt
import hashlib
import json
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assist.authoring.index import Offer, chosen, in_force
from assist.authoring.layers import leading
from assist.authoring.pack import Layer, Manifest
from assist.errors import PackError, UpdateError
from assist.packs.locking import locked
from assist.packs.remote import Remote
from assist.packs.state import PHRASES, Active, State, StoredPack


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where packs come from.

    Attributes:
        address: A folder, or an ``http(s)`` address.
        trusted_root: Content of the pinned ``trusted-root.json``.
        wanted: Ids of packs to take; all when empty.
        proxy: Address of a proxy; None takes the system's, empty uses none.
        agent: What the program calls itself to a web server.
    """

    address: str
    trusted_root: bytes
    wanted: tuple[str, ...] = ()
    proxy: str | None = None
    agent: str = "assist"


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be prepared.

    Attributes:
        files: The packs with their files.
        before: Those in use until now, for the comparison.
        target: Folder to make; it does not exist.
    """

    files: tuple[tuple[StoredPack, Path], ...]
    before: tuple[tuple[StoredPack, Path], ...]
    target: Path


class RefusedPackError(PackError):
    """A pack failed its checks on this machine; ``pack_id`` says which."""

    def __init__(self, message: str, *, pack_id: str, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.pack_id = pack_id


Prepare = Callable[[Job], str]
"""Makes ``target`` with the phrase list in it; returns the change in short.

Raises RefusedPackError for a pack that must not be used, PackError else.
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one check.

    Attributes:
        active: What is in use now; None when nothing ever was.
        changed: Whether it changed.
        problem: Why the newest could not be had; None when it was.
    """

    active: Active | None
    changed: bool
    problem: PackError | None = None


class Updates:
    """Checks for packs and switches to them.

    Args:
        state: The folder that remembers.
        prepare: Checks packs and makes the phrase list.
        now: The time, with a zone.
    """

    def __init__(
        self, state: State, prepare: Prepare, now: Callable[[], dt.datetime]
    ) -> None:
        self._state = state
        self._prepare = prepare
        self._now = now
        self._refused: dict[str, RefusedPackError] = {}

    def check(
        self, source: Source | None, personal: StoredPack | None = None
    ) -> Outcome:
        """Ask the source once, and use what it offers.

        Args:
            source: None only lays the stored packs anew: an emergency ended, a
                pin or the personal pack changed.
            personal: The agent's own pack, stored before.

        Raises:
            UpdateError: Another process is updating, or the state is damaged.
        """
        with locked(self._state.folder, wait_seconds=10):
            self._state.tidy()
            problem: PackError | None = None
            if source is not None:
                try:
                    self._state.set_offered(self._fetch(source))
                except PackError as error:
                    problem = error
            before = self._state.active()
            try:
                active, refused = self._compose(personal)
            except PackError as error:
                active, refused = before, error
            problem = problem or refused
            if source is not None:
                self._note(problem)
            return Outcome(active, active != before, problem)

    def _note(self, problem: PackError | None) -> None:
        now_ms = int(self._now().timestamp() * 1000)
        self._state.note_check(now_ms, str(problem or ""))

    def _fetch(self, source: Source) -> tuple[StoredPack, ...]:
        remote = Remote(
            source.address,
            source.trusted_root,
            self._state.memory,
            agent=source.agent,
            proxy=source.proxy,
        )
        offers = chosen(remote.offers(), self._state.agent_id(), wanted=source.wanted)
        return tuple(self._stored(remote, offer) for offer in offers)

    def _stored(self, remote: Remote, offer: Offer) -> StoredPack:
        pack = _as_stored(offer, remote.digest_of(offer))
        target = self._state.pack_file(pack)
        if not target.exists():
            incoming = self._state.incoming / pack.file_name
            remote.download(offer, incoming)
            self._state.place(incoming, target)
        return pack

    def _compose(
        self, personal: StoredPack | None
    ) -> tuple[Active | None, PackError | None]:
        wanted = self._in_force(personal)
        before = self._state.active()
        refused: PackError | None = None
        while True:
            set_id = _set_id(wanted)
            if before is not None and before.set_id == set_id:
                return before, refused
            if not wanted:
                return self._switch(before, "", (), ""), refused
            try:
                brief = self._made(set_id, wanted, before)
            except RefusedPackError as error:
                refused = error
                self._forget_damaged(wanted, error)
                wanted = _without(wanted, error.pack_id, before)
                continue
            return self._switch(before, set_id, wanted, brief), refused

    def _in_force(self, personal: StoredPack | None) -> tuple[StoredPack, ...]:
        pins = self._state.pins()
        packs = [self._pinned(one, pins) for one in self._state.offered()]
        if personal is not None:
            packs.append(personal)
        by_id = {one.pack_id: one for one in packs}
        holding = in_force(map(_manifest_of, by_id.values()), self._now())
        return tuple(by_id[one.pack_id] for one in holding)

    def _pinned(self, pack: StoredPack, pins: dict[str, int]) -> StoredPack:
        version = pins.get(pack.pack_id, pack.version)
        digest = self._state.stored(pack.pack_id).get(version)
        if version == pack.version or digest is None:
            return pack
        return replace(pack, version=version, digest=digest)

    def _made(
        self, set_id: str, packs: Sequence[StoredPack], before: Active | None
    ) -> str:
        if set_id in self._refused:
            raise self._refused[set_id]
        # A killed process may have left a child that is still at work there.
        made = self._state.incoming / f"{set_id}-{uuid.uuid4().hex[:8]}"
        self._state.incoming.mkdir(parents=True, exist_ok=True)
        files = tuple((one, self._state.pack_file(one)) for one in packs)
        old = before.packs if before else ()
        old_files = tuple((one, self._state.pack_file(one)) for one in old)
        try:
            brief = self._prepare(Job(files, old_files, made))
        except RefusedPackError as error:
            self._refused[set_id] = error  # not tried again at every check
            raise
        if not (made / PHRASES).is_file():
            raise UpdateError("The packs were checked, but no phrase list was made.")
        self._state.place(made, self._state.set_file(set_id, PHRASES).parent)
        return brief

    def _forget_damaged(
        self, packs: Sequence[StoredPack], error: RefusedPackError
    ) -> None:
        """Remove a refused pack whose file is no longer what was verified."""
        pack = next(one for one in packs if one.pack_id == error.pack_id)
        file = self._state.pack_file(pack)
        if hashlib.sha256(file.read_bytes()).hexdigest() != pack.digest:
            file.unlink()
            self._refused.clear()

    def _switch(
        self,
        before: Active | None,
        set_id: str,
        packs: Sequence[StoredPack],
        brief: str,
    ) -> Active | None:
        if before is None and not packs:
            return None
        lead = leading(map(_manifest_of, packs))
        active = Active(
            set_id=set_id,
            lead=lead.pack_id if lead else "",
            version=lead.version if lead else 0,
            packs=tuple(packs),
            brief=brief,
            previous=before.set_id if before else "",
            since_ms=int(self._now().timestamp() * 1000),
        )
        self._state.switch(active)
        return active


def _as_stored(offer: Offer, digest: str) -> StoredPack:
    manifest = offer.manifest
    return StoredPack(
        pack_id=manifest.pack_id,
        version=manifest.version,
        digest=digest,
        layer=manifest.layer.value,
        emergency=manifest.emergency,
        valid_from=manifest.valid_from,
        valid_until=manifest.valid_until,
        override=offer.override,
    )


def _manifest_of(pack: StoredPack) -> Manifest:
    return Manifest(
        pack_id=pack.pack_id,
        version=pack.version,
        layer=Layer(pack.layer),
        emergency=pack.emergency,
        valid_from=pack.valid_from,
        valid_until=pack.valid_until,
    )


def _set_id(packs: Sequence[StoredPack]) -> str:
    """Name a set by what is in it; no packs have no name."""
    parts = [
        [one.layer, one.emergency, one.pack_id, one.version, one.digest]
        for one in packs
    ]
    digest = hashlib.sha256(json.dumps(parts).encode()).hexdigest()
    return digest[:32] if packs else ""


def _without(
    packs: Sequence[StoredPack], pack_id: str, before: Active | None
) -> tuple[StoredPack, ...]:
    """Return ``packs`` with the refused one as it was in use before, or left out.

    Raises:
        UpdateError: It is the one in use that is refused.
    """
    refused = next(one for one in packs if one.pack_id == pack_id)
    in_use = before.packs if before else ()
    old = next((one for one in in_use if one.pack_id == pack_id), None)
    if old == refused:
        raise UpdateError(f"The pack {pack_id} in use no longer passes its checks.")
    kept = [old if one is refused else one for one in packs]
    return tuple(one for one in kept if one is not None)
