"""What is collected on this machine by policy, and whether the agent knows of it."""

import json
from pathlib import Path

from assist.authoring.policy import Export, Policy
from assist.errors import StoreError
from assist.settings import Settings
from assist.storage.folders import make_private

LISTENER, HEARTBEAT = "listener", "heartbeat"
_DAYS = "days"
_FILE = "noticed.json"


def collected(policy: Policy, settings: Settings) -> dict[str, int]:
    """Return what is collected, each with a size that can only grow by widening.

    Args:
        policy: What the organisation decided; that of no policy collects no more
            than the first notice says.
        settings: As they hold.
    """
    found = {_DAYS: settings.log_keep_days, LISTENER: int(policy.listener)}
    found |= {export.value: int(export in policy.exports) for export in Export}
    found[HEARTBEAT] = int(bool(policy.heartbeat))
    return found


def widened(before: dict[str, int], now: dict[str, int]) -> tuple[str, ...]:
    """Return the names of what is collected now and was not, or was less."""
    return tuple(name for name, size in now.items() if size > before.get(name, 0))


class Noticed:
    """Remembers what the agent was told is collected.

    Args:
        folder: Of the program's state; the file there holds no personal word.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / _FILE

    def read(self) -> dict[str, int] | None:
        """Return what was told; None when nothing ever was, or it is unreadable."""
        try:
            values = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError):
            return None
        if not isinstance(values, dict):
            return None
        return {str(name): size for name, size in values.items() if type(size) is int}

    def write(self, told: dict[str, int]) -> None:
        """Remember what was told.

        Raises:
            StoreError: It cannot be written; the notice then comes again.
        """
        try:
            make_private(self._path.parent)
            self._path.write_text(json.dumps(told), "utf-8")
        except OSError as error:
            raise StoreError(
                f"{self._path} cannot be written: {error.strerror}.",
                hint="Until then the notice comes at every start.",
            ) from error
