"""Remarks on the wordings of rules, read from the rules alone."""

import functools
from collections import defaultdict
from collections.abc import Iterator

from assist.authoring.pack import Pack, PackRule
from assist.authoring.remark import Level, Remark
from assist.authoring.rule_json import PATTERN_KEYS
from assist.errors import RuleSyntaxError
from assist.matching.template import Wording, expand
from assist.model.rule import Rule, Scope
from assist.text.normalise import normalise

MANY_WORDINGS = 128
"""A quarter of what the rule language allows for one pattern; provisional."""

SHORT = 2
_NEAR_FROM = 4  # shorter phrases differ by one character all the time


def pattern_remarks(pack: Pack) -> Iterator[Remark]:
    """Yield remarks on patterns: not in the rule language, or very wide."""
    classes = {one.name: one.words for one in pack.word_classes}
    for entry in pack.rules:
        rule = entry.rule
        for key in PATTERN_KEYS:
            for pattern in getattr(rule, key):
                try:
                    wordings = expand(pattern, classes)
                except RuleSyntaxError as error:
                    details = (str(error), error.hint)
                    yield Remark(Level.ERROR, "pattern", rule.rule_id, details)
                    continue
                if len(wordings) > MANY_WORDINGS:
                    details = (pattern, str(len(wordings)))
                    yield Remark(Level.WARNING, "many_wordings", rule.rule_id, details)


def wording_remarks(pack: Pack) -> Iterator[Remark]:
    """Yield remarks on phrases that are too short, twice or nearly twice there."""
    yield from _short(pack)
    yield from _alike(pack)
    enabled = {one.rule.rule_id for one in pack.rules if one.rule.enabled}
    for entry in pack.rules:
        if entry.merged_into and entry.merged_into not in enabled:
            details = (entry.merged_into,)
            yield Remark(Level.WARNING, "merged_away", entry.rule.rule_id, details)


def wordings_of(rule: Rule, pack: Pack) -> tuple[Wording, ...]:
    """Return what a rule looks for; its patterns must be in the language."""
    if not (rule.patterns or rule.aliases):
        return (Wording((rule.phrase,)),)
    classes = {one.name: one.words for one in pack.word_classes}
    patterns = (*rule.patterns, *rule.aliases)
    own = () if rule.patterns else (Wording((rule.phrase,)),)
    return (*own, *(one for pattern in patterns for one in expand(pattern, classes)))


def literals(text: str, rule: Rule) -> str:
    """Return ``text`` in the form in which it is compared."""
    return _literals(text, pinyin=rule.language != "en")


@functools.lru_cache(maxsize=1 << 16)
def _literals(text: str, *, pinyin: bool) -> str:
    return normalise(text, pinyin=pinyin).literals


def _short(pack: Pack) -> Iterator[Remark]:
    for entry in pack.rules:
        rule = entry.rule
        if not rule.enabled or rule.language == "en":
            continue
        for wording in wordings_of(rule, pack):
            scope = wording.scope or rule.scope
            size = sum(len(literals(part, rule)) for part in wording.parts)
            if scope is Scope.ANYWHERE and size <= SHORT:
                yield Remark(Level.WARNING, "short", rule.rule_id, (wording.text,))
                break


def _alike(pack: Pack) -> Iterator[Remark]:
    """Yield pairs of phrases that are equal or one character apart.

    Source:
        Symmetric deletion (as in SymSpell): two texts within one substitution,
        insertion or deletion share a text with at most one character deleted.
    """
    first: dict[tuple[str, Scope], str] = {}
    shortened: defaultdict[str, list[tuple[str, str, Scope]]] = defaultdict(list)
    for entry in pack.rules:
        rule = entry.rule
        if not rule.enabled or not (plain := literals(rule.phrase, rule)):
            continue
        key = (plain, rule.scope)
        if key in first:
            yield _pair("duplicate", entry, first[key])
            continue
        first[key] = rule.rule_id
        if len(plain) < _NEAR_FROM:
            continue
        near = _near(plain, rule.scope, shortened)
        if near:
            yield _pair("near_duplicate", entry, near)
        for form in _deletions(plain):
            shortened[form].append((plain, rule.rule_id, rule.scope))


def _pair(code: str, entry: PackRule, other: str) -> Remark:
    details = (entry.rule.phrase, other)
    return Remark(Level.WARNING, code, entry.rule.rule_id, details)


def _near(
    plain: str, scope: Scope, shortened: dict[str, list[tuple[str, str, Scope]]]
) -> str:
    for form in _deletions(plain):
        for other, rule_id, other_scope in shortened.get(form, ()):
            if other_scope is scope and _one_apart(plain, other):
                return rule_id
    return ""


def _deletions(text: str) -> set[str]:
    return {text, *(text[:i] + text[i + 1 :] for i in range(len(text)))}


def _one_apart(one: str, other: str) -> bool:
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) <= 1
    shorter, longer = sorted((one, other), key=len)
    return len(longer) - len(shorter) == 1 and shorter in _deletions(longer)
