"""A shift in figures, ready to be shown or handed on as JSON."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from assist.model.usage import Action
from assist.review.totals import RuleTotals, Shift, UsageTotals


@dataclass(frozen=True, slots=True)
class Summary:
    """One shift, summed up."""

    shift: Shift
    totals: UsageTotals

    def count(self, action: Action) -> int:
        """How often ``action`` was logged."""
        return dict(self.totals.counts).get(action, 0)

    @property
    def resolved(self) -> int:
        """Findings put right before sending: replaced and kept so, or fixed by hand."""
        kept = self.count(Action.REPLACED) - self.count(Action.UNDONE)
        return max(kept, 0) + self.count(Action.FIXED_BY_HAND)

    @property
    def resolved_share(self) -> float | None:
        """``resolved`` over findings shown, 0 to 1; None when none was shown.

        A finding may be shown at the end of one stretch and resolved in the
        next, hence the cap.
        """
        shown = self.count(Action.SHOWN)
        return min(self.resolved / shown, 1.0) if shown else None

    @property
    def minutes(self) -> int:
        """Whole minutes from the first to the last event."""
        if self.totals.first_ms is None or self.totals.last_ms is None:
            return 0
        return (self.totals.last_ms - self.totals.first_ms) // 60_000


def as_mapping(summary: Summary) -> dict[str, Any]:
    """Return the summary as plain values for JSON; see ``docs/cli.md``."""
    totals = summary.totals
    share = summary.resolved_share
    percentiles = totals.latency_ms or (None, None)
    return {
        "shift": summary.shift.value,
        "from": local_time(totals.first_ms),
        "to": local_time(totals.last_ms),
        "totals": {action.value: summary.count(action) for action in Action},
        "resolved": summary.resolved,
        "resolved_share": None if share is None else round(share, 4),
        "rules": [_rule_mapping(rule) for rule in totals.rules],
        "apps": [{"app": app, "shown": shown} for app, shown in totals.apps],
        "reaction_ms": {"median": totals.reaction_ms},
        "latency_ms": {"p50": percentiles[0], "p95": percentiles[1]},
    }


def local_time(epoch_ms: int | None) -> str | None:
    """Return a moment in local time with its offset, to the second."""
    if epoch_ms is None:
        return None
    moment = datetime.fromtimestamp(epoch_ms / 1000).astimezone()
    return moment.isoformat(timespec="seconds")


def _rule_mapping(rule: RuleTotals) -> dict[str, Any]:
    counts = {action.value: rule.of(action) for action in Action}
    return {
        "rule": rule.rule_id,
        "severity": rule.severity,
        "category": rule.category,
        **counts,
    }
