"""From a flagged sentence that should pass to the exception that lets it."""

import dataclasses
import re
from collections.abc import Iterator

from assist.authoring.pack import WordClass
from assist.errors import RuleError
from assist.matching.matcher import Matcher
from assist.model.rule import Rule, RuleSet
from assist.model.span import Span

_NEAR = 2  # so many characters beside the hit are tried before the whole clause
_ENDS = frozenset("，。！？；：,.!?;:…\n\r")
_SIGNS = re.compile(r"([\\{}｛｝()（）|｜@…])")

Classes = tuple[WordClass, ...]


def suggested_exception(rule: Rule, classes: Classes, text: str) -> str:
    """Return the shortest of a few exceptions that lets ``text`` pass.

    The rule's own must-hit examples stay flagged.  Tried are the flagged words
    with two characters behind, before, on both sides, and the whole clause.

    Args:
        rule: The rule that flags ``text``; others are not looked at.
        classes: Word classes its patterns use.
        text: A sentence that should pass.

    Returns:
        A pattern in the rule language; empty when the rule does not flag
        ``text`` or when none of them helps.

    Raises:
        RuleError: A pattern of the rule is wrong.
    """
    hits = matcher_of(rule, classes).match(text)
    if not hits:
        return ""
    kept = [one for one in rule.must_hit if matcher_of(rule, classes).match(one)]
    for candidate in _candidates(text, hits[0].span):
        pattern = escaped(candidate)
        exceptions = (*rule.exceptions, pattern)
        try:
            changed = matcher_of(
                dataclasses.replace(rule, exceptions=exceptions), classes
            )
        except RuleError:
            continue
        if not changed.match(text) and all(changed.match(one) for one in kept):
            return pattern
    return ""


def matcher_of(rule: Rule, classes: Classes) -> Matcher:
    """Compile one rule alone, switched on.

    Raises:
        RuleError: One of its patterns is wrong.
    """
    alone = dataclasses.replace(rule, enabled=True)
    named = tuple((one.name, one.words) for one in classes)
    return Matcher.compile(RuleSet((alone,), named))


def escaped(text: str) -> str:
    """Return ``text`` as a pattern in which no sign has a meaning."""
    return _SIGNS.sub(r"\\\1", text).replace("...", r"\...")


def _candidates(text: str, hit: Span) -> Iterator[str]:
    start, end = hit.start, hit.end
    while start > 0 and text[start - 1] not in _ENDS:
        start -= 1
    while end < len(text) and text[end] not in _ENDS:
        end += 1
    before, after = max(start, hit.start - _NEAR), min(end, hit.end + _NEAR)
    words = text[hit.start : hit.end]
    tried = (
        text[hit.start : after],
        text[before : hit.end],
        text[before:after],
        text[start:end],
    )
    for one in dict.fromkeys(part.strip() for part in tried):
        if len(one) > len(words.strip()):
            yield one
