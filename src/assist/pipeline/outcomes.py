"""What became of each finding the agent was shown, as records for the log."""

from dataclasses import dataclass, field

from assist.model.finding import Finding
from assist.model.usage import Action, UsageRecord
from assist.ports import Clock


@dataclass(slots=True)
class OpenFindings:
    """The findings of one field that were shown and have no outcome yet.

    A finding counts as shown only once the agent paused with it on the
    screen: 不知道 on the way to 不知道您是否方便 is nobody's slip.
    """

    app: str
    clock: Clock
    _shown: dict[int, tuple[Finding, float]] = field(default_factory=dict)

    def __contains__(self, finding_id: int) -> bool:
        return finding_id in self._shown

    def ids(self) -> tuple[int, ...]:
        """Return the ids that have no outcome yet, oldest first."""
        return tuple(self._shown)

    def show(self, finding: Finding, *, latency_ms: float | None) -> UsageRecord:
        """Note that the agent has seen ``finding``."""
        self._shown[finding.finding_id] = (finding, self.clock.monotonic())
        return self._record(Action.SHOWN, finding, latency_ms=latency_ms)

    def settle(self, finding: Finding, action: Action) -> UsageRecord:
        """Close ``finding`` with ``action``; it need not have been shown."""
        _, since = self._shown.pop(finding.finding_id, (finding, None))
        reaction = None
        if since is not None:
            reaction = round((self.clock.monotonic() - since) * 1000)
        return self._record(action, finding, reaction_ms=reaction)

    def settle_id(self, finding_id: int, action: Action) -> UsageRecord:
        """Close a shown finding by its id."""
        return self.settle(self._shown[finding_id][0], action)

    def _record(
        self,
        action: Action,
        finding: Finding,
        *,
        reaction_ms: int | None = None,
        latency_ms: float | None = None,
    ) -> UsageRecord:
        rule = finding.rule
        return UsageRecord(
            at_ms=self.clock.epoch_ms(),
            action=action,
            rule_id=rule.rule_id,
            severity=rule.severity.value,
            category=rule.category,
            app=self.app,
            channel=finding.channels[0].value,
            reaction_ms=reaction_ms,
            latency_ms=latency_ms,
        )
