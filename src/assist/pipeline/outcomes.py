"""What became of each finding the agent was shown, as records for the log."""

from dataclasses import dataclass, field

from assist.model.finding import Finding
from assist.model.rule import Severity
from assist.model.usage import Action, UsageRecord
from assist.ports import Clock


@dataclass(slots=True)
class OpenFindings:
    """The findings of one field that were shown and have no outcome yet.

    A finding counts as shown only once the agent paused with it on the
    screen: 不知道 on the way to 不知道您是否方便 is nobody's slip.

    Attributes:
        conversation: Number of the field's conversation in this run.
        pack_version: Of the phrase list that findings come from.
    """

    app: str
    clock: Clock
    conversation: int = 0
    pack_version: str = ""
    _shown: dict[int, tuple[Finding, float]] = field(default_factory=dict)
    _gravest: Severity | None = None

    def __contains__(self, finding_id: int) -> bool:
        return finding_id in self._shown

    def ids(self) -> tuple[int, ...]:
        """Return the ids that have no outcome yet, oldest first."""
        return tuple(self._shown)

    def show(self, finding: Finding, *, latency_ms: float | None) -> UsageRecord:
        """Note that the agent has seen ``finding``."""
        self._shown[finding.finding_id] = (finding, self.clock.monotonic())
        severity = finding.rule.severity
        if self._gravest is None or severity.weight > self._gravest.weight:
            self._gravest = severity
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

    def end_message(self, action: Action) -> UsageRecord:
        """Note what became of the whole message; the next one is a new one."""
        gravest, self._gravest = self._gravest, None
        return UsageRecord(
            at_ms=self.clock.epoch_ms(),
            action=action,
            severity=gravest.value if gravest else "",
            pack_version=self.pack_version,
            app=self.app,
            conversation=self.conversation,
        )

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
            pack_version=self.pack_version,
            app=self.app,
            channel=finding.channels[0].value,
            conversation=self.conversation,
            finding=finding.finding_id,
            reaction_ms=reaction_ms,
            latency_ms=latency_ms,
        )
