"""Matching one field while it is being typed in."""

import dataclasses
from typing import TYPE_CHECKING

from assist.model.finding import Finding

if TYPE_CHECKING:
    from assist.matching.matcher import Matcher


class Session:
    """The findings of one field, kept from one reading to the next."""

    def __init__(self, matcher: "Matcher") -> None:
        self._matcher = matcher
        self._text = ""
        self._findings: tuple[Finding, ...] = ()
        self._last_id = 0

    def update(self, text: str) -> tuple[Finding, ...]:
        """Return the findings in ``text``, by place.

        The same as :meth:`Matcher.match` returns, but for the ids: a finding
        keeps its id while the agent edits elsewhere.
        """
        before = self._text
        start = _common(before, text)
        end = _common(before[start:][::-1], text[start:][::-1])
        moved = len(text) - len(before)
        old = {
            (one.rule.rule_id, one.span.start): one.finding_id
            for one in self._findings
            if one.span.start <= start
        } | {
            (one.rule.rule_id, one.span.start + moved): one.finding_id
            for one in self._findings
            if one.span.start >= len(before) - end
        }
        self._findings = tuple(
            dataclasses.replace(
                one,
                finding_id=old.get((one.rule.rule_id, one.span.start)) or self._next(),
            )
            for one in self._matcher.match(text)
        )
        self._text = text
        return self._findings

    def _next(self) -> int:
        self._last_id += 1
        return self._last_id


def _common(one: str, other: str) -> int:
    """Return how many code points two texts begin with alike."""
    length = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        length += 1
    return length
