"""Matching one field while it is being typed in.

Hits are kept from one reading to the next.  Of a change only the neighbourhood
is matched again: as far as the longest wording reaches.
"""

from collections.abc import Iterable
from typing import Protocol

from rapidfuzz.distance import Postfix, Prefix

from assist.matching.findings import cheapest, finding, resolve
from assist.matching.hit import Hit
from assist.matching.island import Island, Known, joined, untouched
from assist.matching.surroundings import OF_DRAFT
from assist.matching.verify import Memo
from assist.model.finding import Finding
from assist.model.rule import Rule
from assist.model.span import Span
from assist.text.normalise import token_end, token_start

LONGEST_DRAFT = 50_000  # code points; what is behind them is not matched
_REPEATS = 2  # an element depends on so many code points on either side,
_BRACKETS = 8  # or on so many where emoticons are written in brackets


class Searching(Protocol):
    """What a session needs of its matcher."""

    @property
    def rules(self) -> tuple[Rule, ...]:
        """All rules, as hits number them."""

    def hits(self, text: str, changed: Span, memo: Memo) -> Iterable[Hit]:
        """Return every hit that touches ``changed``."""

    def counts(self, text: str, hit: Hit) -> bool:
        """Tell whether ``hit`` stands where its rule wants it."""

    def seen(self, text: str, hit: Hit) -> Span | None:
        """Return what that depends on, scopes of the whole draft apart.

        None when on the whole draft.
        """


class Session:
    """The findings of one field, kept from one reading to the next."""

    def __init__(self, matcher: Searching) -> None:
        self._matcher = matcher
        self._memo: Memo = {}
        self._text = ""
        self._islands: list[Island] = []
        self._last_id = 0

    def update(self, text: str) -> tuple[Finding, ...]:
        """Return the findings in ``text``, by place.

        The same as :meth:`Matcher.match` returns, but for the ids: a finding
        keeps its id while the agent edits elsewhere.  What is behind the first
        :data:`LONGEST_DRAFT` code points is not matched, so that no paste holds
        anything up.
        """
        text = text[:LONGEST_DRAFT]
        if text != self._text:
            before, self._text = self._text, text
            self._rematch(before, text)
        return tuple(one for island in self._islands for one in island.findings)

    def _rematch(self, before: str, text: str) -> None:
        changed = changed_part(before, text)
        by = len(text) - len(before)
        kept_from = changed.end - by  # in the text before
        left = [one for one in self._islands if one.end < changed.start]
        right = [one for one in self._islands if one.start > kept_from]
        middle = self._islands[len(left) : len(self._islands) - len(right)]
        known = [one for island in middle for one in island.known(changed, by)]
        hits = untouched(middle, changed, by)
        for island in right:
            island.shift(by)
        hits += self._matcher.hits(text, changed, self._memo)
        new, swallowed = joined(left, hits, right)
        known += [one for island in swallowed for one in island.known()]
        for island in new:
            self._work_out(text, island, known)
        shortest = min(len(before), len(text))
        for island in (*left, *right):
            if island.depends(changed, by, shortest):
                self._work_out(text, island, island.known())
        self._islands = [*left, *new, *right]

    def _work_out(self, text: str, island: Island, known: list[Known]) -> None:
        """Find out which hits of ``island`` count and remain; name the findings."""
        counts, rules = self._matcher.counts, self._matcher.rules
        hits = cheapest(island.settle())
        chosen = resolve([hit for hit in hits if counts(text, hit)], rules)
        island.findings = [
            finding(hit, rules[hit.listed.rule], text, self._id(hit, known))
            for hit in chosen
        ]
        scopes = {hit.listed.scope for hit in hits}
        island.scopes = OF_DRAFT & scopes
        start, end = island.start, island.end
        for hit in hits:
            seen = self._matcher.seen(text, hit)
            if seen is None:
                island.seen = None
                return
            start, end = min(start, seen.start), max(end, seen.end)
        island.seen = Span(start, end)

    def _id(self, hit: Hit, known: list[Known]) -> int:
        """Return the id its finding had before the change, or a new one."""
        rule_id = self._matcher.rules[hit.listed.rule].rule_id
        for one in known:
            if one.rule_id == rule_id and one.start < hit.end and hit.start < one.end:
                known.remove(one)
                return one.finding_id
        self._last_id += 1
        return self._last_id


def changed_part(before: str, text: str) -> Span:
    """Return the part of ``text`` outside which every element is as it was.

    What is behind it is moved by the difference of the lengths.
    """
    shortest = min(len(before), len(text))
    start = Prefix.similarity(before, text)
    behind = min(Postfix.similarity(before, text), shortest - start)
    end, end_before = len(text) - behind, len(before) - behind
    low = max(0, start - _BRACKETS)
    near = text[low : end + _BRACKETS] + before[low : end_before + _BRACKETS]
    margin = _BRACKETS if "[" in near or "]" in near else _REPEATS
    low = max(0, start - margin)
    high, high_before = end + margin, end_before + margin
    return Span(
        min(token_start(text, low), token_start(before, low)),
        max(
            token_end(text, min(len(text), high)),
            token_end(before, min(len(before), high_before)) + len(text) - len(before),
        ),
    )
