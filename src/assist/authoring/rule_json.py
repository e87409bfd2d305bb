"""A rule of a pack as a JSON object, and back."""

from typing import Any

from assist.authoring.fields import Fields
from assist.authoring.limits import (
    LONGEST_ID,
    LONGEST_PATTERN,
    MOST_REPLACEMENTS,
)
from assist.authoring.pack import PackRule
from assist.errors import PackFormatError
from assist.model.rule import Channel, Extent, Replacement, Rule, Scope, Severity

MOST_EDITS = 9
LANGUAGES = ("zh", "en")
PATTERN_KEYS = ("patterns", "aliases", "exceptions", "only_if", "unless")
EXAMPLE_KEYS = ("must_hit", "must_miss")


def parse_rule(fields: Fields) -> PackRule:
    """Read one rule.

    Raises:
        PackFormatError: A key has the wrong type, or a value is unknown.
    """
    lists = {key: fields.texts(key, most=LONGEST_PATTERN) for key in PATTERN_KEYS}
    examples = {key: fields.texts(key) for key in EXAMPLE_KEYS}
    rule = Rule(
        rule_id=fields.needed("id", most=LONGEST_ID),
        phrase=fields.needed("phrase"),
        language=_language(fields),
        scope=fields.choice("scope", Scope.ANYWHERE),
        category=fields.text("category"),
        scenario=fields.text("scenario"),
        severity=fields.choice("severity", Severity.MEDIUM),
        replacements=_replacements(fields),
        max_edits=_max_edits(fields),
        channels_off=frozenset(
            fields.one_of("channels_off", word, Channel)
            for word in fields.texts("channels_off")
        ),
        initials=fields.flag("initials"),
        why=fields.text("why"),
        source=fields.text("source"),
        enabled=fields.flag("enabled", default=True),
        **lists,
        **examples,
    )
    return PackRule(
        rule=rule,
        locked=fields.flag("locked"),
        kind=fields.text("kind"),
        merged_into=fields.text("merged_into", most=LONGEST_ID),
        more=fields.rest(),
    )


def rule_object(entry: PackRule) -> dict[str, Any]:
    """Return one rule with its keys in their order; defaults are left out."""
    rule = entry.rule
    values: dict[str, Any] = {
        "id": rule.rule_id,
        "phrase": rule.phrase,
        "kind": entry.kind,
        "language": rule.language if rule.language != LANGUAGES[0] else "",
        "scope": rule.scope.value if rule.scope is not Scope.ANYWHERE else "",
        "category": rule.category,
        "scenario": rule.scenario,
        "severity": rule.severity.value,
        **{key: list(getattr(rule, key)) for key in PATTERN_KEYS},
        "max_edits": rule.max_edits,
        "channels_off": sorted(rule.channels_off),
        "initials": rule.initials,
        "replacements": [
            {"text": one.text, "replaces": one.replaces.value}
            for one in rule.replacements
        ],
        "why": rule.why,
        "source": rule.source,
        **{key: list(getattr(rule, key)) for key in EXAMPLE_KEYS},
        "merged_into": entry.merged_into,
        "locked": entry.locked,
    }
    kept = {key: value for key, value in values.items() if value or value == 0}
    kept = {key: value for key, value in kept.items() if value is not False}
    if not rule.enabled:
        kept["enabled"] = False
    return kept


def _language(fields: Fields) -> str:
    language = fields.text("language", default=LANGUAGES[0])
    if language not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise PackFormatError(
            f"{fields.where}, language, is {language!r}, not one of {known}."
        )
    return language


def _max_edits(fields: Fields) -> int | None:
    if fields.take("max_edits") is None:
        return None
    return fields.whole("max_edits", low=0, high=MOST_EDITS)


def _replacements(fields: Fields) -> tuple[Replacement, ...]:
    found = []
    values = fields.listed("replacements", items=MOST_REPLACEMENTS)
    for number, value in enumerate(values, 1):
        inner = Fields(value, f"{fields.where}, replacement {number}")
        found.append(
            Replacement(inner.needed("text"), inner.choice("replaces", Extent.CLAUSE))
        )
        if inner.rest():
            raise PackFormatError(f"{inner.where} has keys besides text and replaces.")
    return tuple(found)
