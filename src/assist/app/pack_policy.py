"""What the organisation and the user decided about packs, put together."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assist.app import build, pack_updates
from assist.errors import PolicyError, UpdateError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assist.authoring.policy import Decided, Policy
    from assist.packs.state import State
    from assist.packs.update import Source

_STATE_FOLDER = "packs"


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How this machine comes to packs.

    Attributes:
        source: Where they come from; None when nobody said.
        state: Folder that remembers.
        every_seconds: Between two checks.
        heartbeat: Folder to tell which version runs; None for none.
        by_policy: Whether the organisation said where they come from.
    """

    source: "Source | None"
    state: Path
    every_seconds: float
    heartbeat: Path | None
    by_policy: bool

    def needed_source(self) -> "Source":
        """Return where packs come from.

        Raises:
            UpdateError: Nobody said.
        """
        if self.source is None:
            raise UpdateError(
                "Nobody said where packs come from.",
                hint="Run assist pack connect, or give --source and --root.",
            )
        return self.source


def state(folder: Path | None) -> "State":
    """Return what this machine keeps of packs: in ``folder``, else the user's own."""
    return pack_updates.open_state(folder or _own_folder())


def _own_folder() -> Path:
    return build.user_folders().data / _STATE_FOLDER


def machine_policy() -> "Policy":
    """Return the policy of this machine; an empty one when there is none.

    Raises:
        PolicyError: The user can write it, or it is not in its form.
    """
    from assist.packs.policy_file import read_policy

    return read_policy()


def arrangement() -> Arrangement:
    """Return how this machine comes to packs: by policy, else by the user.

    Raises:
        PolicyError: There is a policy that does not hold.
        UpdateError: The pinned root or the user's choice cannot be read.
    """
    from assist.packs.connection import read_connection

    policy = machine_policy()
    folders = build.user_folders()
    source = None
    if policy.source:
        source = pack_updates.source_from(
            policy.source,
            Path(policy.root),
            wanted=policy.packs,
            proxy=policy.proxy,
        )
    elif chosen := read_connection(folders.config):
        source = pack_updates.source_from(
            chosen.source, chosen.root, wanted=chosen.packs, proxy=policy.proxy
        )
    return Arrangement(
        source=source,
        state=_own_folder(),
        every_seconds=policy.check_minutes * 60.0,
        heartbeat=Path(policy.heartbeat) if policy.heartbeat else None,
        by_policy=bool(policy.source),
    )


def connect(source: str, root: Path, packs: tuple[str, ...]) -> None:
    """Remember where the user's packs come from, and pin the root.

    Raises:
        PolicyError: The organisation decides it.
        UpdateError: The root cannot be read.
        PackError: The choice cannot be written.
    """
    from assist.packs.connection import write_connection
    from assist.packs.fetching import base_url, is_network

    if machine_policy().source:
        raise PolicyError("Where packs come from is decided by your organisation.")
    made = pack_updates.source_from(source, root, wanted=packs)
    base_url(source)
    place = source if is_network(source) else str(Path(source).absolute())
    folder = build.user_folders().config
    write_connection(folder, place, made.trusted_root, list(packs))


def allow_rollback() -> None:
    """Check that users of this machine may stay at an earlier version.

    Raises:
        PolicyError: They may not.
    """
    if not machine_policy().rollback:
        raise PolicyError(
            "Going back to an earlier pack is switched off by your organisation."
        )


def settings_as_they_hold(user: "Mapping[str, object]") -> "tuple[Decided, ...]":
    """Return every setting with who decided it: policy, then team, then user.

    Raises:
        PolicyError: There is a policy that does not hold.
        SettingsError: A value that holds has the wrong type or range.
    """
    from assist.authoring.policy import decided

    return decided(machine_policy(), team_settings(), user)


def team_settings() -> "dict[str, object]":
    """Return what the packs in use say of settings; nothing when there are none."""
    try:
        found: dict[str, object] = pack_updates.team_in_use(state(None))["settings"]
    except UpdateError:  # reported by the check that made it
        return {}
    return found
