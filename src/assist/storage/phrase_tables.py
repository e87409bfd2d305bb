"""The values of a phrase list as rows of its tables, and back."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from assist.model.rule import (
    Channel,
    Extent,
    Replacement,
    Rule,
    RuleSet,
    Scope,
    Severity,
)
from assist.model.standard import StandardPhrase
from assist.storage.phrase_row import slot_names
from assist.storage.phrase_source import PhraseSource

_ROLES: dict[str, Callable[[Rule], Iterable[str]]] = {
    "pattern": lambda rule: rule.patterns,
    "alias": lambda rule: rule.aliases,
    "exception": lambda rule: rule.exceptions,
    "only_if": lambda rule: rule.only_if,
    "unless": lambda rule: rule.unless,
    "must_hit": lambda rule: rule.must_hit,
    "must_miss": lambda rule: rule.must_miss,
    "channel_off": lambda rule: sorted(rule.channels_off),
}


def table_rows(source: PhraseSource) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield each table's name with all its rows, parents first."""
    yield "rules", list(_rule_rows(source))
    yield "wordings", [row for rule in source.rules for row in _wordings(rule)]
    yield "replacements", [row for rule in source.rules for row in _replaced(rule)]
    yield (
        "standard_phrases",
        [
            {
                "id": phrase.phrase_id,
                "position": position,
                "scenario": phrase.scenario,
                "text": phrase.text,
                "source": phrase.source,
            }
            for position, phrase in enumerate(source.standard)
        ],
    )
    yield (
        "word_classes",
        [
            {"name": name, "position": position, "word": word}
            for name, words in source.word_classes
            for position, word in enumerate(words)
        ],
    )
    yield "properties", [{"name": "version", "value": source.version}]


def _rule_rows(source: PhraseSource) -> Iterator[dict[str, Any]]:
    for position, row in enumerate(source.rows):
        rule = row.rule
        yield {
            "id": rule.rule_id,
            "position": position,
            "phrase": rule.phrase,
            "kind": row.kind,
            "language": rule.language,
            "scope": rule.scope.value,
            "category": rule.category,
            "scenario": rule.scenario,
            "severity": rule.severity.value,
            "enabled": int(rule.enabled),
            "merged_into": row.merged_into,
            "max_edits": rule.max_edits,
            "initials": int(rule.initials),
            "why": rule.why,
            "source": rule.source,
        }


def _wordings(rule: Rule) -> Iterator[dict[str, Any]]:
    for role, texts in _ROLES.items():
        for position, text in enumerate(texts(rule)):
            yield {
                "rule_id": rule.rule_id,
                "role": role,
                "position": position,
                "text": text,
            }


def _replaced(rule: Rule) -> Iterator[dict[str, Any]]:
    for position, replacement in enumerate(rule.replacements):
        yield {
            "rule_id": rule.rule_id,
            "position": position,
            "text": replacement.text,
            "replaces": replacement.replaces.value,
        }


def rule_set(connection: sqlite3.Connection) -> RuleSet:
    """Read all rules, in the order of the list; rows come as ``sqlite3.Row``."""
    wordings: dict[tuple[str, str], list[str]] = {}
    for row in connection.execute(
        "SELECT rule_id, role, text FROM wordings ORDER BY rule_id, role, position"
    ):
        wordings.setdefault((row["rule_id"], row["role"]), []).append(row["text"])
    replacements: dict[str, list[Replacement]] = {}
    for row in connection.execute(
        "SELECT * FROM replacements ORDER BY rule_id, position"
    ):
        entry = Replacement(row["text"], Extent(row["replaces"]))
        replacements.setdefault(row["rule_id"], []).append(entry)
    rules = connection.execute("SELECT * FROM rules ORDER BY position")
    (version,) = connection.execute(
        "SELECT value FROM properties WHERE name = 'version'"
    ).fetchone()
    return RuleSet(
        tuple(_rule(row, wordings, replacements) for row in rules),
        _word_classes(connection),
        version,
    )


def _rule(
    row: sqlite3.Row,
    wordings: dict[tuple[str, str], list[str]],
    replacements: dict[str, list[Replacement]],
) -> Rule:
    def told(role: str) -> tuple[str, ...]:
        return tuple(wordings.get((row["id"], role), ()))

    return Rule(
        rule_id=row["id"],
        phrase=row["phrase"],
        patterns=told("pattern"),
        aliases=told("alias"),
        language=row["language"],
        scope=Scope(row["scope"]),
        category=row["category"],
        scenario=row["scenario"],
        severity=Severity(row["severity"]),
        replacements=tuple(replacements.get(row["id"], ())),
        exceptions=told("exception"),
        only_if=told("only_if"),
        unless=told("unless"),
        max_edits=row["max_edits"],
        channels_off=frozenset(Channel(word) for word in told("channel_off")),
        initials=bool(row["initials"]),
        why=row["why"],
        source=row["source"],
        must_hit=told("must_hit"),
        must_miss=told("must_miss"),
        enabled=bool(row["enabled"]),
    )


def _word_classes(
    connection: sqlite3.Connection,
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    rows = connection.execute(
        "SELECT name, word FROM word_classes ORDER BY name, position"
    )
    return tuple(
        (name, tuple(row["word"] for row in group))
        for name, group in groupby(rows, key=itemgetter("name"))
    )


def standard_phrases(connection: sqlite3.Connection) -> tuple[StandardPhrase, ...]:
    """Read the compliant sentences, in the order of the list."""
    rows = connection.execute("SELECT * FROM standard_phrases ORDER BY position")
    return tuple(
        StandardPhrase(
            phrase_id=row["id"],
            scenario=row["scenario"],
            text=row["text"],
            slots=slot_names(row["text"]),
            source=row["source"],
        )
        for row in rows
    )
