"""Shifts in figures, ready to be shown or handed on as JSON."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from assist.model.usage import Action
from assist.review.selection import Selection
from assist.review.shifts import ShiftSpan
from assist.review.totals import (
    Counts,
    HourTotals,
    RuleTotals,
    ShiftTotals,
    UsageTotals,
    count_of,
    fixed_of,
    fixed_share,
)


@dataclass(frozen=True, slots=True)
class Summary:
    """The selected shifts, summed up."""

    selection: Selection
    totals: UsageTotals

    def count(self, action: Action) -> int:
        """How often ``action`` was logged of a finding."""
        return count_of(self.totals.counts, action)

    @property
    def resolved(self) -> int:
        """Findings put right before sending: replaced and kept so, or fixed by hand."""
        return fixed_of(self.totals.counts)

    @property
    def resolved_share(self) -> float | None:
        """``resolved`` over findings shown, 0 to 1; None when none was shown."""
        return fixed_share(self.totals.counts)

    @property
    def clean_share(self) -> float | None:
        """Messages sent with nothing ever flagged, 0 to 1; None without messages."""
        return self.totals.messages.clean_share

    @property
    def minutes(self) -> int:
        """Whole minutes of all shifts together."""
        spans = self.totals.shifts
        return sum((span.last_ms - span.began_ms) // 60_000 for span in spans)

    @property
    def categories(self) -> tuple[tuple[str, int], ...]:
        """Category and findings shown, the most first."""
        shown: dict[str, int] = {}
        for rule in self.totals.rules:
            count = rule.of(Action.SHOWN)
            if count:
                shown[rule.category] = shown.get(rule.category, 0) + count
        return tuple(sorted(shown.items(), key=lambda item: (-item[1], item[0])))

    @property
    def usual(self) -> "Usual":
        """What was usual in the ten shifts before."""
        return Usual(self.totals.earlier)


@dataclass(frozen=True, slots=True)
class Usual:
    """Up to ten earlier shifts taken together; shares are over all of them."""

    shifts: tuple[ShiftTotals, ...]

    @property
    def clean_share(self) -> float | None:
        """Clean messages over those sent, 0 to 1; None without messages."""
        sent = sum(each.messages.sent for each in self.shifts)
        clean = sum(each.messages.clean for each in self.shifts)
        return clean / sent if sent else None

    @property
    def resolved_share(self) -> float | None:
        """Findings put right over those shown, 0 to 1; None without findings."""
        shown = sum(count_of(each.counts, Action.SHOWN) for each in self.shifts)
        fixed = sum(fixed_of(each.counts) for each in self.shifts)
        return min(fixed / shown, 1.0) if shown else None


def as_mapping(summary: Summary) -> dict[str, Any]:
    """Return the summary as plain values for JSON; see ``docs/cli.md``."""
    totals = summary.totals
    latency = totals.latency_tenths or (None, None)
    return {
        "shift": str(summary.selection),
        "from": local_time(totals.first_ms),
        "to": local_time(totals.last_ms),
        "shifts": [_span_mapping(span) for span in totals.shifts],
        "totals": _counts_mapping(totals.counts),
        "messages": {
            "sent": totals.messages.sent,
            "clean": totals.messages.clean,
            "cleared": totals.messages.cleared,
            "unknown": totals.messages.unknown,
        },
        "clean_share": _rounded(summary.clean_share),
        "resolved": summary.resolved,
        "resolved_share": _rounded(summary.resolved_share),
        "usual": {
            "shifts": len(totals.earlier),
            "clean_share": _rounded(summary.usual.clean_share),
            "resolved_share": _rounded(summary.usual.resolved_share),
        },
        "hours": [_hour_mapping(hour) for hour in totals.hours],
        "categories": [
            {"category": name, "shown": shown} for name, shown in summary.categories
        ],
        "rules": [_rule_mapping(rule) for rule in totals.rules],
        "apps": [{"app": app, "shown": shown} for app, shown in totals.apps],
        "packs": [
            {"pack_version": version, **_counts_mapping(counts)}
            for version, counts in totals.packs
        ],
        "reaction_ms": {"median": _times(totals.fix_tenths, 100)},
        "latency_ms": {"p50": _times(latency[0], 0.1), "p95": _times(latency[1], 0.1)},
    }


def local_time(epoch_ms: int | None) -> str | None:
    """Return a moment in local time with its offset, to the second."""
    if epoch_ms is None:
        return None
    moment = datetime.fromtimestamp(epoch_ms / 1000).astimezone()
    return moment.isoformat(timespec="seconds")


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)


def _times(tenths: int | None, unit: float) -> float | None:
    return None if tenths is None else round(tenths * unit, 1)


def _counts_mapping(counts: Counts) -> dict[str, int]:
    return {action.value: count_of(counts, action) for action in Action}


def _span_mapping(span: ShiftSpan) -> dict[str, Any]:
    return {
        "shift": span.shift_id,
        "from": local_time(span.began_ms),
        "to": local_time(span.last_ms),
        "ended_by": span.ended_by.value if span.ended_by else None,
    }


def _hour_mapping(hour: HourTotals) -> dict[str, int]:
    return {
        "hour": hour.hour,
        "sent": hour.sent,
        "high": hour.high,
        "medium": hour.medium,
        "low": hour.low,
    }


def _rule_mapping(rule: RuleTotals) -> dict[str, Any]:
    return {
        "rule": rule.rule_id,
        "severity": rule.severity,
        "category": rule.category,
        **_counts_mapping(rule.counts),
    }
