"""Changes to a pack, one at a time; each gives a new pack and leaves the old."""

import dataclasses
import re
from collections.abc import Collection, Iterable

from assist.authoring.pack import Pack, PackRule
from assist.model.rule import Replacement, Rule
from assist.text.tables import first_readings

_OWN_IDS = re.compile(r"N(\d{1,9})")


def with_entry(pack: Pack, index: int, entry: PackRule) -> Pack:
    """Put ``entry`` in the place of the rule at ``index``."""
    rules = (*pack.rules[:index], entry, *pack.rules[index + 1 :])
    return dataclasses.replace(pack, rules=rules)


def with_rules(pack: Pack, entries: Iterable[PackRule]) -> Pack:
    """Add rules at the end."""
    return dataclasses.replace(pack, rules=(*pack.rules, *entries))


def without(pack: Pack, indexes: Collection[int]) -> Pack:
    """Leave the rules at ``indexes`` out."""
    gone = frozenset(indexes)
    kept = (one for index, one in enumerate(pack.rules) if index not in gone)
    return dataclasses.replace(pack, rules=tuple(kept))


def fresh_rule(pack: Pack, phrase: str = "") -> PackRule:
    """Return a rule that the pack does not have yet; its id is ``N`` and a number."""
    return PackRule(rule=Rule(rule_id=f"N{_next_number(pack):03d}", phrase=phrase))


def with_pairs(pack: Pack, pairs: Iterable[tuple[str, str]]) -> Pack:
    """Add a rule for each pair of phrase and replacement, which may be empty."""
    first = _next_number(pack)
    return with_rules(
        pack,
        (
            PackRule(
                rule=Rule(
                    rule_id=f"N{number:03d}",
                    phrase=phrase,
                    replacements=(Replacement(text),) if text else (),
                )
            )
            for number, (phrase, text) in enumerate(pairs, first)
        ),
    )


def with_exception(entry: PackRule, exception: str, example: str = "") -> PackRule:
    """Add an exception and the sentence it is for as a must-miss example.

    Empty texts and what is there already are passed over.
    """
    rule = entry.rule
    rule = dataclasses.replace(
        rule,
        exceptions=_joined(rule.exceptions, exception),
        must_miss=_joined(rule.must_miss, example),
    )
    return dataclasses.replace(entry, rule=rule)


def indexes_with(
    pack: Pack, query: str, only: Collection[str] | None = None
) -> tuple[int, ...]:
    """Return where the rules are whose words hold ``query``.

    Args:
        pack: The pack.
        query: Part of id, phrase, category or a replacement; or of the phrase's
            pinyin, whole or initials.  Empty finds every rule.
        only: Ids to choose from; None for all.
    """
    wanted = query.strip().casefold()
    return tuple(
        index
        for index, one in enumerate(pack.rules)
        if (only is None or one.rule.rule_id in only) and _holds(one.rule, wanted)
    )


def _next_number(pack: Pack) -> int:
    matches = (_OWN_IDS.fullmatch(one.rule.rule_id) for one in pack.rules)
    return 1 + max((int(match[1]) for match in matches if match), default=0)


def _holds(rule: Rule, wanted: str) -> bool:
    words = (rule.rule_id, rule.phrase, rule.category)
    texts = (*words, *(one.text for one in rule.replacements))
    if any(wanted in text.casefold() for text in texts):
        return True
    return wanted.isascii() and wanted.isalpha() and _sounds(rule.phrase, wanted)


def _sounds(phrase: str, letters: str) -> bool:
    readings = first_readings()
    syllables = [readings[code] for code in phrase if code in readings]
    return letters in "".join(syllables) or letters in "".join(
        one[0] for one in syllables
    )


def _joined(texts: tuple[str, ...], one: str) -> tuple[str, ...]:
    return (*texts, one) if one and one not in texts else texts
