"""When a card may come up unasked; holds ids and times, never a word."""

import math
from collections.abc import Iterable
from datetime import datetime, time, timedelta

from assist.model.finding import Finding
from assist.model.rule import Severity
from assist.settings import Settings

SNOOZES_MIN = (5, 30)
_LEAST_WEIGHT = {
    "high": Severity.HIGH.weight,
    "medium": Severity.MEDIUM.weight,
    "never": math.inf,
}


def minutes_until_tomorrow(now: datetime) -> int:
    """Return the minutes left of the day, at least one."""
    midnight = datetime.combine(now.date() + timedelta(days=1), time(), now.tzinfo)
    return max(1, math.ceil((midnight - now).total_seconds() / 60))


class Calm:
    """One card per rule and draft, a rest after a refusal, and a snooze.

    All times are readings of one monotonic clock in seconds.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._shown: set[tuple[str, str]] = set()
        self._refused_at: dict[str, float] = {}
        self._snoozed_until = -math.inf

    def use(self, settings: Settings) -> None:
        """Follow a change of the settings."""
        self._settings = settings

    def may_open(
        self, field_id: str, findings: Iterable[Finding], *, now: float
    ) -> bool:
        """Tell whether a card with ``findings`` may open by itself."""
        if now < self._snoozed_until:
            return False
        return any(self._is_news(field_id, each, now) for each in findings)

    def _is_news(self, field_id: str, finding: Finding, now: float) -> bool:
        rule = finding.rule
        if rule.severity.weight < _LEAST_WEIGHT[self._settings.cards_from]:
            return False
        if (field_id, rule.rule_id) in self._shown:
            return False
        rested = now - self._refused_at.get(rule.rule_id, -math.inf)
        return rested >= self._settings.card_cooldown_s

    def opened(self, field_id: str, findings: Iterable[Finding]) -> None:
        """Take note that a card with ``findings`` is open for a draft."""
        self._shown |= {(field_id, each.rule.rule_id) for each in findings}

    def refused(self, findings: Iterable[Finding], *, now: float) -> None:
        """Take note that the agent closed or ignored a card."""
        for each in findings:
            self._refused_at[each.rule.rule_id] = now

    def draft_ended(self, field_id: str) -> None:
        """Forget what was shown in a field: its next words are a new draft."""
        self._shown = {each for each in self._shown if each[0] != field_id}

    def snooze(self, minutes: float, *, now: float) -> None:
        """Open no card by itself for ``minutes``; 0 ends a snooze."""
        self._snoozed_until = now + minutes * 60

    def minutes_left(self, *, now: float) -> int | None:
        """Return how long the snooze lasts, rounded up; None without one."""
        left = self._snoozed_until - now
        return math.ceil(left / 60) if left > 0 else None
