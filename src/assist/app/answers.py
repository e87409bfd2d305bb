"""What the agent says about findings: kept, exported, deleted; free of Qt."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from assist.app import build
from assist.errors import PolicyError, StoreError

if TYPE_CHECKING:
    from assist.storage.answers import SqliteAnswers

_FILE = "answers.db"
FORMAT = "assist-clauses"


def store() -> "SqliteAnswers":
    """Return this user's answers; the file need not exist."""
    from assist.storage.answers import SqliteAnswers

    return SqliteAnswers(build.user_folders().state / _FILE)


def may_attach() -> bool:
    """Tell whether clauses may leave this machine, so that attaching makes sense.

    A policy that does not hold forbids it: words are at stake.
    """
    from assist.authoring.policy import Export
    from assist.packs.policy_file import read_policy

    try:
        return Export.MARKS in read_policy().exports
    except PolicyError:
        return False


def export_clauses(target: Path) -> int:
    """Write the attached clauses to ``target`` and delete them here; return how many.

    Raises:
        PolicyError: The organisation does not want them handed over.
        StoreError: A file cannot be read or written; nothing is deleted then.
    """
    if not may_attach():
        raise PolicyError("Clauses are not handed over in your organisation.")
    kept = store()
    clauses = kept.clauses()
    rows = [
        {"rule": one.rule_id, "pack_version": one.pack_version, "text": one.text}
        for one in clauses
    ]
    content = json.dumps({"format": FORMAT, "clauses": rows}, ensure_ascii=False)
    try:
        target.write_text(content + "\n", "utf-8")
    except OSError as error:
        raise StoreError(
            f"The file {target.name} cannot be written: {error.strerror}.",
            hint="Nothing was deleted. Choose another folder.",
        ) from error
    kept.delete_clauses(clauses)
    return len(clauses)
