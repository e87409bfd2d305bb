"""``assist demo``: the main job on a private desktop, judged from outside."""

import sys
from pathlib import Path

from assist.errors import BackendUnavailableError


def run(output: Path) -> int:
    """Let the scripted agent type, choose and take back in a real editor.

    Screenshots and ``summary.json`` are written to ``output``; one of an
    earlier run is replaced.

    Returns:
        0 if every message ended as it should, else 1.

    Raises:
        BackendUnavailableError: A program of the private desktop is missing, or
            this is not Linux.
    """
    if sys.platform == "linux":
        from assist.backends.linux.private_desktop import run_inside

        where = str(output.absolute())
        return run_inside([sys.executable, "-m", "assist.app.demo_agent", where])
    raise BackendUnavailableError("The demonstration needs Linux.")
