"""What a team lead does with keys and repositories, put together; free of Qt."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assist.app import packs
from assist.errors import PackRefusedError, PublishError

if TYPE_CHECKING:
    from assist.authoring.lint import Report
    from assist.authoring.pack import Pack
    from assist.packs.publish import Published, Publisher

Ask = Callable[[], str]


@dataclass(frozen=True, slots=True)
class Place:
    """A repository, the keys to it, and who is asked for their password."""

    repo: Path
    keys: Path
    ask: Ask


def make_keys(folder: Path, ask: Ask) -> dict[str, str]:
    """Make the three keys and return their ids by role.

    Raises:
        PackKeyError: There are keys already, or the password is empty.
        PackError: A file cannot be written.
    """
    from assist.packs.key_ring import KeyRing

    made = KeyRing(folder, ask).make()
    return {role.value: key_id for role, key_id in made.items()}


def replace_key(
    repo: Path, keys: Path, ask: Ask, *, role: str, revoked: bool = False
) -> str:
    """Put a new key in the place of one; return what to do next, in a sentence.

    Raises:
        PublishError: There is no sound repository.
        PackKeyError: A key is not here, or the password is wrong.
    """
    from assist.packs.key_ring import KeyRing, KeyRole

    told = _publisher(repo, keys, ask).replace_key(KeyRole(role))
    if not revoked:
        return "Agents follow by themselves."
    KeyRing(keys, ask).destroy_retired(KeyRole(role))
    names = ", ".join(_name(told)) or "nothing"
    return f"Check what is offered: {names}."


def publish(
    source: Path,
    place: Place,
    *,
    rollout: int = 100,
    override: str = "",
    corpora: Sequence[Path] = (),
) -> tuple[str, ...]:
    """Check a pack, sign it and offer it; return what happened, line by line.

    Raises:
        PackRefusedError: The checks say no, and there is no override.
        PublishError: Its version is not newer than what is offered.
        PackKeyError: A key is not here, or the password is wrong.
    """
    pack = packs.read_source(source).pack
    report = packs.examine(pack, corpora)
    told = offer(pack, report, place, rollout=rollout, override=override)
    name = f"{pack.manifest.pack_id} {pack.manifest.label}"
    lines = [f"{name} is offered to {rollout} % of the agents."]
    if told.created:
        lines.append(f"IT pins {place.keys / 'trusted-root.json'} on agents' machines.")
    return (*lines, *_warnings(told))


def offer(
    pack: "Pack",
    report: "Report",
    place: Place,
    *,
    rollout: int = 100,
    override: str = "",
) -> "Published":
    """Sign a pack that was examined, and offer it; return what is offered now.

    Args:
        pack: The pack.
        report: What :func:`assist.app.packs.examine` said of this very pack.
        place: Where to, and with which keys.
        rollout: Per cent of the agents that are to take it.
        override: Why it is published although the checks say no; signed with it.

    Raises:
        PackFormatError: It needs a newer program.
        PackRefusedError: The checks say no, and there is no override.
        PublishError: Its version is not newer than what is offered.
        PackKeyError: A key is not here, or the password is wrong.
    """
    packs.check_needs(pack.manifest)
    try:
        packs.refuse_unpublishable(report)
        recorded = ""
    except PackRefusedError as error:
        if not (override and report.usable):
            raise
        recorded = f"{override} ({error})"
    publisher = _publisher(place.repo, place.keys, place.ask)
    return publisher.publish(pack, rollout=rollout, override=recorded[:500])


def ending_soon(place: Place, now: "dt.datetime | None" = None) -> "dt.datetime | None":
    """Return when the repository's time stamp ends, if that is within two weeks.

    Args:
        place: The repository.
        now: In the place of the clock's time.

    Raises:
        PublishError: There is no sound repository.
    """
    told = _publisher(place.repo, place.keys, place.ask, now).look()
    return told.expiries["timestamp"] if "timestamp" in told.ending else None


def refresh(repo: Path, keys: Path, ask: Ask) -> tuple[str, ...]:
    """Renew the time stamp; return what happened, line by line.

    Raises:
        PublishError: There is no sound repository.
        PackKeyError: The online key is not here.
    """
    told = _publisher(repo, keys, ask).refresh()
    return (f"Renewed until {_day(told, 'timestamp')}.", *_warnings(told))


def withdraw(place: Place, pack_id: str, version: int | None) -> tuple[str, ...]:
    """Offer a pack no longer; return what happened, line by line.

    Raises:
        PublishError: It is not offered.
    """
    publisher = _publisher(place.repo, place.keys, place.ask)
    told = publisher.withdraw(pack_id, version)
    left = ", ".join(_name(told)) or "nothing"
    return (f"Withdrawn. Still offered: {left}.", *_warnings(told))


def look(repo: Path, keys: Path, ask: Ask) -> tuple[str, ...]:
    """Return what a repository offers, line by line.

    Raises:
        PublishError: There is no sound repository.
    """
    told = _publisher(repo, keys, ask).look()
    lines = [
        f"{one.manifest.pack_id} {one.manifest.label}: {one.rollout} %,"
        f" {one.changes or 'new'}, {one.published}"
        + (f", override: {one.override}" if one.override else "")
        for one in told.offers
    ]
    lines += [f"{name} until {_day(told, name)}" for name in told.expiries]
    return (*lines, *_warnings(told))


def fleet(folder: Path) -> dict[str, dict[int, int]]:
    """Count the agents by pack and version.

    Raises:
        PublishError: The folder cannot be read.
    """
    from assist.packs.heartbeat import read_beats

    try:
        beats = list(read_beats(folder))
    except OSError as error:
        raise PublishError(
            f"{folder.name} cannot be read: {error.strerror}."
        ) from error
    counted = Counter(pair for beat in beats for pair in beat.packs.items())
    versions: dict[str, dict[int, int]] = {}
    for (pack_id, version), number in sorted(counted.items()):
        versions.setdefault(pack_id, {})[version] = number
    return versions


def _publisher(
    repo: Path, keys: Path, ask: Ask, now: "dt.datetime | None" = None
) -> "Publisher":
    from assist.packs.key_ring import KeyRing
    from assist.packs.publish import Publisher

    return Publisher(repo, KeyRing(keys, ask), now=now or dt.datetime.now(dt.UTC))


def _warnings(told: "Published") -> Iterable[str]:
    for name in told.ending:
        remedy = (
            "assist pack refresh"
            if name in {"snapshot", "timestamp"}
            else (
                "publish again" if name == "targets" else "assist pack keys rotate root"
            )
        )
        yield f"Warning: {name} ends on {_day(told, name)}; renew it: {remedy}."


def _name(told: "Published") -> list[str]:
    return [f"{one.manifest.pack_id} {one.manifest.label}" for one in told.offers]


def _day(told: "Published", name: str) -> str:
    return told.expiries[name].strftime("%Y-%m-%d")
