"""The tables of a phrase list, and how one format grows out of the last.

A list is never changed in place: it is built anew from its text, so the
migrations run on an empty file.  They are kept as steps so that a reader can
tell an older format from a newer one.
"""

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

APPLICATION_ID = 0x41505031
"""Marks the file as a phrase list of this program (``APP1``)."""

MIGRATIONS = Migrations("assist.phrases")


@MIGRATIONS()
def m001_tables(db: Database) -> None:
    """Rules, their wordings and replacements, and what stands beside them."""
    db.table("rules").create(
        {
            "id": str,
            "position": int,
            "phrase": str,
            "kind": str,
            "language": str,
            "scope": str,
            "category": str,
            "scenario": str,
            "severity": str,
            "enabled": int,
            "merged_into": str,
            "max_edits": int,
            "initials": int,
            "why": str,
            "source": str,
        },
        pk="id",
    )
    db.table("wordings").create(
        {"rule_id": str, "role": str, "position": int, "text": str},
        pk=("rule_id", "role", "position"),
        foreign_keys=[("rule_id", "rules", "id")],
    )
    db.table("replacements").create(
        {"rule_id": str, "position": int, "text": str, "replaces": str},
        pk=("rule_id", "position"),
        foreign_keys=[("rule_id", "rules", "id")],
    )
    db.table("standard_phrases").create(
        {"id": str, "position": int, "scenario": str, "text": str, "source": str},
        pk="id",
    )
    db.table("word_classes").create(
        {"name": str, "position": int, "word": str}, pk=("name", "position")
    )
    db.table("properties").create({"name": str, "value": str}, pk="name")


FORMAT = 1
"""Number of migrations; kept in ``PRAGMA user_version`` of a built list."""
