"""A rule as the cells of one row, and back."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from assist.authoring.cells import join_cell
from assist.authoring.columns import (
    CHANNEL_WORDS,
    EXTENT_WORDS,
    LANGUAGE_WORDS,
    NO,
    SCOPE_WORDS,
    SEVERITY_WORDS,
    YES,
)
from assist.authoring.fields import clean, extras
from assist.authoring.limits import (
    LONGEST_ID,
    LONGEST_PATTERN,
    MOST_REPLACEMENTS,
)
from assist.authoring.pack import Extras, PackRule
from assist.authoring.rule_json import EXAMPLE_KEYS, MOST_EDITS, PATTERN_KEYS
from assist.authoring.slots import has_open_slot
from assist.authoring.table import Row
from assist.errors import PackFormatError, RuleSyntaxError
from assist.matching.template import expand
from assist.model.rule import Channel, Extent, Replacement, Rule, Scope, Severity

Classes = Mapping[str, tuple[str, ...]]
_COLON = ("：", ":")


def rule_of(row: Row, classes: Classes) -> PackRule:
    """Make a rule of one row; what is wrong is noted by the row itself."""
    phrase = row.needed("phrase")
    patterns = {key: _patterns(row, key, classes) for key in PATTERN_KEYS}
    examples = {key: row.texts(key) for key in EXAMPLE_KEYS}
    rule = Rule(
        rule_id=row.text("id", most=LONGEST_ID) or made_id(phrase),
        phrase=phrase,
        language=_language(row),
        scope=row.choice("scope", SCOPE_WORDS, Scope.ANYWHERE),
        category=row.text("category"),
        scenario=row.text("scenario"),
        severity=row.choice("severity", SEVERITY_WORDS, Severity.MEDIUM),
        replacements=_replacements(row),
        max_edits=row.whole("max_edits", low=0, high=MOST_EDITS),
        channels_off=_channels(row),
        initials=row.flag("initials", default=False),
        why=row.text("why"),
        source=row.text("source"),
        enabled=row.flag("enabled", default=True),
        **patterns,
        **examples,
    )
    return PackRule(
        rule=rule,
        locked=row.flag("locked", default=False),
        kind=row.text("kind"),
        merged_into=row.text("merged_into", most=LONGEST_ID),
        more=more_of(row),
    )


def rule_cells(entry: PackRule) -> dict[str, str]:
    """Return the cells of one rule by key."""
    rule = entry.rule
    extents = {one.replaces for one in rule.replacements}
    shared = extents.pop() if len(extents) == 1 else None
    return {
        "id": rule.rule_id,
        "phrase": rule.phrase,
        "replacements": join_cell(
            [_written_replacement(one, shared) for one in rule.replacements]
        ),
        "replaces": EXTENT_WORDS[shared] if shared else "",
        "category": rule.category,
        "severity": SEVERITY_WORDS[rule.severity],
        "scenario": rule.scenario,
        "why": rule.why,
        "scope": SCOPE_WORDS[rule.scope] if rule.scope is not Scope.ANYWHERE else "",
        **{key: join_cell(getattr(rule, key)) for key in PATTERN_KEYS},
        **{key: join_cell(getattr(rule, key)) for key in EXAMPLE_KEYS},
        "language": LANGUAGE_WORDS[rule.language] if rule.language != "zh" else "",
        "enabled": "" if rule.enabled else NO,
        "locked": YES if entry.locked else "",
        "max_edits": "" if rule.max_edits is None else str(rule.max_edits),
        "channels_off": join_cell(
            [CHANNEL_WORDS[one] for one in sorted(rule.channels_off)]
        ),
        "initials": YES if rule.initials else "",
        "source": rule.source,
        "kind": entry.kind,
        "merged_into": entry.merged_into,
        "more": more_cell(entry.more),
    }


def made_id(phrase: str) -> str:
    """Return the id of a rule whose row gives none.

    It hangs on the phrase alone, so that a row put in between changes no
    other id and the usage log stays comparable.
    """
    return "P" + hashlib.sha256(phrase.encode()).hexdigest()[:8].upper()


def more_of(row: Row) -> Extras:
    """Read the column of unknown keys."""
    cell = row.raw("more")
    if not cell:
        return ()
    values = json_cell(cell)
    try:
        if isinstance(values, dict):
            return extras(values, "")
    except PackFormatError:
        pass
    row.refuse("more", "not_json")
    return ()


def json_cell(cell: str) -> Any:
    """Return what a cell says as JSON; None when it is none."""
    try:
        return json.loads(cell)
    except (ValueError, RecursionError):
        return None


def more_cell(more: Extras) -> str:
    """Return unknown keys as one cell."""
    pairs = (f"{json.dumps(key, ensure_ascii=False)}:{text}" for key, text in more)
    return spelled_out(f"{{{','.join(pairs)}}}") if more else ""


def spelled_out(text: str) -> str:
    """Return JSON with the characters that no cell can hold as escapes."""
    return "".join(code if clean(code) else f"\\u{ord(code):04x}" for code in text)


def _patterns(row: Row, key: str, classes: Classes) -> tuple[str, ...]:
    patterns = row.texts(key, most=LONGEST_PATTERN)
    for pattern in patterns:
        try:
            expand(pattern, classes)
        except RuleSyntaxError as error:
            row.refuse(key, "pattern", str(error), error.hint)
    return patterns


def _language(row: Row) -> str:
    cell = row.text("language")
    known = {word: code for code, word in LANGUAGE_WORDS.items()}
    language = known.get(cell, cell.lower()) or "zh"
    if language in LANGUAGE_WORDS:
        return language
    row.refuse("language", "not_a_choice", cell, "、".join(known))
    return "zh"


def _channels(row: Row) -> frozenset[Channel]:
    words = row.texts("channels_off")
    found = {row.word("channels_off", word, CHANNEL_WORDS, None) for word in words}
    return frozenset(found - {None})


def _replacements(row: Row) -> tuple[Replacement, ...]:
    extent = row.choice("replaces", EXTENT_WORDS, Extent.CLAUSE)
    values = row.texts("replacements", items=MOST_REPLACEMENTS)
    found = []
    for value in values:
        replacement = _replacement(value, extent)
        if has_open_slot(replacement.text):
            row.refuse("replacements", "open_slot", replacement.text)
        elif replacement.text:
            found.append(replacement)
    return tuple(found)


def _replacement(value: str, default: Extent) -> Replacement:
    for extent, word in EXTENT_WORDS.items():
        for head in (word, extent.value):
            for colon in _COLON:
                if value.startswith(head + colon):
                    return Replacement(value[len(head) + 1 :].strip(), extent)
    return Replacement(value, default)


def _written_replacement(one: Replacement, shared: Extent | None) -> str:
    plain = one.text
    if shared is not None and _replacement(plain, shared) == one:
        return plain
    return f"{EXTENT_WORDS[one.replaces]}：{plain}"
