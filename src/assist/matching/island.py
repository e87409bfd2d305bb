"""Hits that overlap one another, and the findings they come to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from assist.matching.findings import moved
from assist.matching.hit import Hit
from assist.matching.surroundings import MOST_LIGHT
from assist.model.finding import Finding
from assist.model.rule import Scope
from assist.model.span import Span


class Known(NamedTuple):
    """A finding from before a change: its rule, where it would be now, its id."""

    rule_id: str
    start: int
    end: int
    finding_id: int


@dataclass(slots=True)
class Island:
    """A group of hits each of which overlaps another one of the group.

    Nothing outside the group has a say in which of them remain, except the
    part of the draft that their scopes and conditions look at.

    Attributes:
        hits: As they were found.
        start: Where the first begins in the draft now.
        end: Where the last ends now.
        moved: How far the draft before it has grown since its hits were found.
        seen: The part of the draft that the scopes and conditions of its hits
            look at; None when they look at all of it.
        scopes: Those scopes of its hits that are about the whole draft.
        findings: What remains of the hits, where it is now.
    """

    hits: list[Hit]
    start: int
    end: int
    moved: int = 0
    seen: Span | None = None
    scopes: frozenset[Scope] = frozenset()
    findings: list[Finding] = field(default_factory=list)

    def settle(self) -> list[Hit]:
        """Return the hits where they are now."""
        if self.moved:
            self.hits = [hit.shifted(self.moved) for hit in self.hits]
            self.moved = 0
        return self.hits

    def shift(self, by: int) -> None:
        """Note that the draft before the island has grown."""
        if not by:
            return
        self.start += by
        self.end += by
        self.moved += by
        if self.seen is not None:
            self.seen = Span(max(0, self.seen.start + by), max(0, self.seen.end + by))
        self.findings = [moved(one, by) for one in self.findings]

    def depends(self, changed: Span, by: int, shortest: int) -> bool:
        """Tell whether its findings depend on a change elsewhere.

        Args:
            changed: Where the change is.
            by: How much longer the draft has become.
            shortest: The length of the draft before or after, whichever is less.
        """
        seen = self.seen
        if seen is None or (seen.start <= changed.end and changed.start <= seen.end):
            return True
        scopes = self.scopes
        if not scopes:
            return False
        if Scope.MESSAGE in scopes and shortest - (self.end - self.start) <= MOST_LIGHT:
            return True
        if self.end < changed.start:
            return Scope.CLOSING in scopes and shortest - self.end <= MOST_LIGHT
        return Scope.OPENING in scopes and (
            min(self.start, self.start - by) <= MOST_LIGHT
        )

    def known(self, changed: Span | None = None, by: int = 0) -> list[Known]:
        """Return its findings, moved as the change moved what is behind it."""

        def now(at: int) -> int:
            if changed is None or at <= changed.start:
                return at
            return max(changed.start, at + by)

        return [
            Known(
                one.rule.rule_id,
                now(one.span.start),
                now(one.span.end),
                one.finding_id,
            )
            for one in self.findings
        ]


def untouched(islands: Iterable[Island], changed: Span, by: int) -> list[Hit]:
    """Return the hits that lie wholly before or behind a change, where they are now."""
    kept_from = changed.end - by
    hits = [hit for island in islands for hit in island.settle()]
    return [hit for hit in hits if hit.end < changed.start] + [
        hit.shifted(by) for hit in hits if hit.start > kept_from
    ]


def joined(
    left: list[Island], hits: list[Hit], right: list[Island]
) -> tuple[list[Island], list[Island]]:
    """Form islands of ``hits`` and of the neighbours that they overlap.

    Args:
        left: The islands before, by place; those that are overlapped are taken out.
        hits: Between them, in any order.
        right: The islands behind, by place; as ``left``.

    Returns:
        The new islands, and the neighbours that went into them.
    """
    if not hits:
        return [], []
    start, end = min(hit.start for hit in hits), max(hit.end for hit in hits)
    swallowed: list[Island] = []
    while left and left[-1].end > start:
        start = min(start, left[-1].start)
        swallowed.append(left.pop())
    while right and right[0].start < end:
        end = max(end, right[0].end)
        swallowed.append(right.pop(0))
    every = [*hits, *(hit for island in swallowed for hit in island.settle())]
    return list(grouped(every)), swallowed


def grouped(hits: Iterable[Hit]) -> Iterator[Island]:
    """Yield the islands that ``hits`` form, by place."""
    group: list[Hit] = []
    end = -1
    for hit in sorted(hits, key=lambda one: (one.start, one.end)):
        if group and hit.start >= end:
            yield Island(group, group[0].start, end)
            group = []
        group.append(hit)
        end = max(end, hit.end) if len(group) > 1 else hit.end
    if group:
        yield Island(group, group[0].start, end)
