"""Take each guard against an attacker away, and see its tests go red.

A copy of the program and of python-tuf is changed, never the tree itself; writes
docs/proof/attack_guards.json.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import tuf

ROOT = Path(__file__).parents[1]
PROOF = ROOT / "docs" / "proof" / "attack_guards.json"
PYTEST = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider")
TRUSTED = "tuf/ngclient/_internal/trusted_metadata_set.py"
ATTACKS = "tests/unit/packs/test_pack_attacks.py"
WORKBOOKS = "tests/unit/packs/test_pack_workbooks.py"
FETCHING = "tests/unit/packs/test_pack_fetching.py"


@dataclass(frozen=True, slots=True)
class Guard:
    """What keeps one attack off.

    Attributes:
        changes: ``(file, text, what stands in its place)``; taken together.
        tests: File and the part of the names that the attack's tests share.
    """

    attack: str
    changes: tuple[tuple[str, str, str], ...]
    tests: tuple[str, str]


GUARDS = (
    Guard(
        "rollback",
        (
            (TRUSTED, "if new_timestamp.version < self.timestamp.version", "if False"),
            (TRUSTED, "if new_snapshot_meta.version < snapshot_meta.version", "if 0"),
            (TRUSTED, "if new_fileinfo.version < fileinfo.version", "if False"),
        ),
        (ATTACKS, "test_rollback"),
    ),
    Guard(
        "freeze",
        ((TRUSTED, "is_expired(self.reference_time)", "is_expired() and False"),),
        (ATTACKS, "test_freeze or frozen"),
    ),
    Guard(
        "mix-and-match",
        (
            (TRUSTED, "snapshot_meta.verify_length_and_hashes(data)", "pass"),
            (TRUSTED, "meta.verify_length_and_hashes(data)", "pass"),
            (TRUSTED, "if version != meta.version", "if False"),
            (TRUSTED, "if self.snapshot.version != snapshot_meta.version", "if False"),
        ),
        (ATTACKS, "test_mix_and_match"),
    ),
    Guard(
        "tampered pack",
        (
            (
                "tuf/ngclient/updater.py",
                "            targetinfo.verify_length_and_hashes(target_file)\n\n",
                "",
            ),
        ),
        (ATTACKS, "test_a_tampered_pack"),
    ),
    Guard(
        "wrong key",
        ((TRUSTED, "delegator.verify_delegate(", "(lambda *_: None)("),),
        (ATTACKS, "test_wrong_key"),
    ),
    Guard(
        "revoked key",
        ((TRUSTED, "delegator.verify_delegate(", "(lambda *_: None)("),),
        (ATTACKS, "test_revoked_key"),
    ),
    Guard(
        "endless data",
        (("tuf/ngclient/fetcher.py", "> max_length", "> 10**9"),),
        (ATTACKS, "test_endless_data"),
    ),
    Guard(
        "zip bomb",
        (
            (
                "assist/packs/workbook_bounds.py",
                "if sum(part.file_size for part in parts) > MOST_UNPACKED",
                "if False",
            ),
        ),
        (WORKBOOKS, "test_a_zip_bomb"),
    ),
    Guard(
        "path traversal: names of files",
        (("assist/packs/fetching.py", "or not _stays_inside(name)", ""),),
        (FETCHING, "test_path_traversal"),
    ),
    Guard(
        "path traversal: names in the index",
        (
            (
                "assist/authoring/index.py",
                "if not PACK_ID.fullmatch(manifest.pack_id)",
                "if False",
            ),
        ),
        (ATTACKS, "test_path_traversal"),
    ),
    Guard(
        "oversized manifest: the signed list",
        (("assist/packs/remote.py", "UpdaterConfig(**_LIMITS)", "UpdaterConfig()"),),
        (ATTACKS, "test_an_oversized_list"),
    ),
    Guard(
        "oversized manifest: the index",
        (("assist/packs/remote.py", "or target.length > MOST_BYTES", ""),),
        (ATTACKS, "test_an_oversized_index"),
    ),
    Guard(
        "oversized manifest: the pack",
        (("assist/packs/remote.py", "if target.length > MOST_PACK_BYTES", "if False"),),
        (ATTACKS, "test_an_oversized_pack"),
    ),
)


def main() -> int:
    """Take the guards away one after the other; exit 1 if a test stays green."""
    found = []
    for guard in GUARDS:
        with tempfile.TemporaryDirectory() as scratch:
            copy = Path(scratch)
            shutil.copytree(ROOT / "src" / "assist", copy / "assist")
            shutil.copytree(Path(tuf.__file__).parent, copy / "tuf")
            with_guard = failed(copy, guard)
            weaken(copy, guard)
            without = failed(copy, guard)
        found.append({"attack": guard.attack, "red": without, "before": with_guard})
        print(f"{guard.attack:<40}{with_guard} red with it, {without} without")
    PROOF.parent.mkdir(parents=True, exist_ok=True)
    document = {"command": "python tools/attack_guards.py", "guards": found}
    PROOF.write_text(json.dumps(document, indent=1) + "\n", "utf-8")
    return int(any(one["before"] or not one["red"] for one in found))


def weaken(copy: Path, guard: Guard) -> None:
    """Take a guard out of the copy."""
    for name, text, instead in guard.changes:
        file = copy / name
        content = file.read_text("utf-8")
        if text not in content:
            raise SystemExit(f"{name} does not hold {text!r} any more")
        file.write_text(content.replace(text, instead), "utf-8")


def failed(copy: Path, guard: Guard) -> int:
    """Return how many of the attack's tests fail on the copy."""
    file, names = guard.tests
    done = subprocess.run(
        [*PYTEST, file, "-k", names],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    last = done.stdout.strip().splitlines()[-1]
    if done.returncode not in (0, 1):
        raise SystemExit(done.stdout)
    words = last.replace(",", "").split()
    return int(words[words.index("failed") - 1]) if "failed" in words else 0


if __name__ == "__main__":
    sys.exit(main())
