"""An agent's packs, put together: where they come from, how they are checked."""

import datetime as dt
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assist.app.build import program_version
from assist.errors import InputError, PackError, UpdateError

if TYPE_CHECKING:
    from assist.matching.matcher import Matcher
    from assist.packs.state import Active, State, StoredPack
    from assist.packs.update import Job, Source, Updates

_PREPARE_SECONDS = 1800  # it gives way to everything else on a busy machine
_MOST_ROOT_BYTES = 64 * 1024


def source_from(
    address: str,
    trusted_root: Path,
    *,
    wanted: tuple[str, ...] = (),
    proxy: str | None = None,
) -> "Source":
    """Return where packs come from, with the root that is pinned.

    Raises:
        UpdateError: The file with the root cannot be read.
    """
    from assist.packs.files import read_bounded
    from assist.packs.update import Source

    try:
        root = read_bounded(trusted_root, most=_MOST_ROOT_BYTES)
    except InputError as error:
        raise UpdateError(
            f"The pinned root cannot be read: {error}",
            hint="IT puts trusted-root.json there; the team lead hands it out.",
        ) from error
    return Source(
        address=address,
        trusted_root=root,
        wanted=wanted,
        proxy=proxy,
        agent=f"assist/{program_version()}",
    )


def open_state(folder: Path) -> "State":
    """Return what this machine keeps of packs; nothing is created."""
    from assist.packs.state import State

    return State(folder)


def updates(state: "State", now: Callable[[], dt.datetime] | None = None) -> "Updates":
    """Return what checks for packs, preparing them in a child process."""
    from assist.packs.update import Updates

    return Updates(state, prepare, now or utc_now)


def utc_now() -> dt.datetime:
    """Return the time, with a zone."""
    return dt.datetime.now(dt.UTC)


def prepare(job: "Job") -> str:
    """Check packs and make the phrase list in a process of its own.

    Raises:
        RefusedPackError: A pack must not be used.
        UpdateError: The process failed.
    """
    from assist.packs.update import RefusedPackError

    answer = _asked(question_of(job))
    if "refused" in answer:
        raise RefusedPackError(
            answer["message"], pack_id=answer["refused"], hint=answer["hint"]
        )
    return str(answer["brief"])


def question_of(job: "Job") -> dict[str, Any]:
    """Return a job as the child process reads it."""
    return {
        "files": [_told(*one) for one in job.files],
        "before": [_told(*one) for one in job.before],
        "target": str(job.target),
    }


def phrases_in_use(state: "State") -> Path | None:
    """Return the phrase list made of the packs; None means the shipped one.

    Raises:
        UpdateError: What this machine remembers is damaged.
    """
    from assist.packs.state import PHRASES

    active = state.active()
    if active is None or not active.packs:
        return None
    return state.set_file(active.set_id, PHRASES)


def matcher_in_use(state: "State") -> "Matcher":
    """Return the matcher of the packs in use, or of the list that ships.

    Raises:
        UpdateError: What this machine remembers is damaged.
        PhraseListError: The phrase list is.
    """
    from assist.app.build import kept_matcher, load_phrases
    from assist.matching.cache import load
    from assist.packs.state import INDEX

    phrases = phrases_in_use(state)
    rules = load_phrases(phrases)
    kept = load(phrases.with_name(INDEX), rules) if phrases else None
    return kept or kept_matcher(rules)


def team_in_use(state: "State") -> dict[str, Any]:
    """Return what the packs say beside phrases: settings, apps and checks.

    Raises:
        UpdateError: What this machine remembers is damaged.
    """
    from assist.packs.state import TEAM

    phrases = phrases_in_use(state)
    if phrases is None:
        return {"settings": {}, "apps": [], "checks": []}
    try:
        found: dict[str, Any] = json.loads(phrases.with_name(TEAM).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise UpdateError("What the packs say of settings cannot be read.") from error
    return found


def status(state: "State") -> dict[str, Any]:
    """Return which packs are in use, as plain values for JSON.

    ``version`` is that of the leading pack; None while no pack is in use.

    Raises:
        UpdateError: What this machine remembers is damaged.
    """
    active = state.active()
    packs = active.packs if active else ()
    checked = state.checked()
    pins = state.pins()
    return {
        "version": active.version if active and packs else None,
        "lead": active.lead if active else "",
        "brief": active.brief if active else "",
        "since_ms": active.since_ms if active else 0,
        "packs": [
            {
                "id": one.pack_id,
                "version": one.version,
                "layer": one.layer,
                "emergency": one.emergency,
                "valid_until": one.valid_until,
                "pinned": one.pack_id in pins,
            }
            for one in packs
        ],
        "phrases": str(phrases_in_use(state) or ""),
        "checked_at_ms": checked.get("at_ms", 0),
        "problem": checked.get("problem", ""),
    }


def beat(state: "State", folder: Path) -> None:
    """Tell a shared folder which versions run here.

    Raises:
        PackError: The file cannot be written.
    """
    from assist.packs.heartbeat import Beat, write_beat

    active = state.active()
    versions = {one.pack_id: one.version for one in (active.packs if active else ())}
    now_ms = int(utc_now().timestamp() * 1000)
    write_beat(folder, Beat(state.agent_id(), versions, program_version(), now_ms))


def roll_back(
    state: "State",
    pack_id: str = "",
    version: int = 0,
    personal: "StoredPack | None" = None,
) -> "Active | None":
    """Go back to a version of a pack that is kept here, and stay there.

    Args:
        state: What this machine keeps.
        pack_id: The leading pack when empty.
        version: The one before the one in use when 0.
        personal: The agent's own pack, which stays.

    Raises:
        UpdateError: No such version is kept here.
    """
    active = state.active()
    name = pack_id or (active.lead if active else "")
    in_use = active.version_of(name) if active else 0
    kept = sorted(state.stored(name))
    older = [one for one in kept if one < in_use]
    wanted = version or (older[-1] if older else 0)
    if wanted not in kept:
        listed = ", ".join(f"v{one}" for one in kept) or "none"
        raise UpdateError(
            "That version of the pack is not kept here.", hint=f"Kept: {listed}."
        )
    return pin(state, name, wanted, personal)


def pin(
    state: "State",
    pack_id: str,
    version: int | None,
    personal: "StoredPack | None" = None,
) -> "Active | None":
    """Hold a pack at a version, or with None follow the newest again.

    Raises:
        UpdateError: The packs cannot be laid anew.
    """
    pins = {name: one for name, one in state.pins().items() if name != pack_id}
    if version is not None:
        pins[pack_id] = version
    state.set_pins(pins)
    outcome = updates(state).check(None, personal)
    if outcome.problem is not None:
        raise outcome.problem
    return outcome.active


def _told(pack: "StoredPack", file: Path) -> dict[str, Any]:
    return {
        "id": pack.pack_id,
        "version": pack.version,
        "digest": pack.digest,
        "override": pack.override,
        "path": str(file),
    }


def _asked(question: dict[str, Any]) -> dict[str, str]:
    # A bundled program is its own interpreter.
    module = [] if getattr(sys, "frozen", False) else ["-m", "assist.cli.main"]
    try:
        done = subprocess.run(  # noqa: S603  our own program
            [sys.executable, *module, "pack", "prepare"],
            input=json.dumps(question).encode(),
            capture_output=True,
            timeout=_PREPARE_SECONDS,
            check=False,
        )
        answer = json.loads(done.stdout)
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        raise UpdateError(
            "The packs could not be checked on this machine.",
            hint="The packs in use stay as they are.",
        ) from error
    if not isinstance(answer, dict):
        raise PackError("The check of the packs gave no answer.")
    return answer
