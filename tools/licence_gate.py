"""Refuse a dependency whose licence we may not ship, or that goes unnamed.

Reads the packages of ``requirements/run.lock`` that are installed here, asks
pip-licenses for their terms, and compares them with the list below and with
THIRD_PARTY.md.  Exit code 1 and one line per fault.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# Permissive licences, and LGPL for libraries that are linked, not copied.
# Decision 17 of the design: nothing GPL.
ALLOWED = {
    "0BSD",
    "Apache License, Version 2.0",
    "Apache Software License",
    "Apache-2.0",
    "BSD License",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "GNU Lesser General Public License v2 or later (LGPLv2+)",
    "GNU Lesser General Public License v3 (LGPLv3)",
    "LGPL-3.0-only",
    "MIT",
    "MIT License",
    "MIT-0",
    "PSF-2.0",
    "Public Domain",
    "Public-Domain",
    "Zlib",
}


def allowed(terms: str) -> bool:
    """Tell whether one branch of ``A AND B OR C`` is wholly on the list."""
    return any(
        all(part.strip() in ALLOWED for part in re.split(r" AND | and |;", branch))
        for branch in terms.split(" OR ")
    )


def locked_names(lock: Path) -> set[str]:
    """Return the normalised names pinned in ``lock``."""
    names = re.findall(r"^([A-Za-z0-9._-]+)==", lock.read_text("utf-8"), re.MULTILINE)
    return {normalised(name) for name in names}


def normalised(name: str) -> str:
    """Return a distribution name as PEP 503 compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def installed() -> dict[str, str]:
    """Return the terms of every installed distribution, by normalised name."""
    command = [sys.executable, "-m", "piplicenses", "--from=mixed", "--format=json"]
    rows = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return {normalised(row["Name"]): row["License"] for row in rows}


def main() -> int:
    """Print the faults; return the exit code."""
    notice = normalised((ROOT / "THIRD_PARTY.md").read_text("utf-8"))
    terms = installed()
    faults = []
    for name in sorted(locked_names(ROOT / "requirements" / "run.lock")):
        if name in terms and not allowed(terms[name]):
            faults.append(f"{name}: {terms[name]} is not on the list")
        if name not in notice:
            faults.append(f"{name}: not named in THIRD_PARTY.md")
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
