"""The examples that rules carry, tried on the pack they stand in."""

from collections.abc import Iterator

from assist.authoring.pack import Pack
from assist.authoring.remark import Level, Remark
from assist.authoring.trial import Trial


def self_test(pack: Pack, trial: Trial) -> Iterator[Remark]:
    """Yield a remark for every example that fails.

    An example of ``must_hit`` has to be flagged, one of ``must_miss`` must not
    be by its own rule.  An example that another rule is quicker to flag is only
    worth a warning: the agent is told all the same.  Rules that are off are
    not tried.
    """
    for entry in pack.rules:
        rule = entry.rule
        if not rule.enabled:
            continue
        for text in rule.must_hit:
            if not trial.flags(text, rule.rule_id):
                others = "、".join(trial.verdict(text).rule_ids)
                level, code = (
                    (Level.WARNING, "hit_by_other")
                    if others
                    else (Level.GATE, "not_hit")
                )
                details = (text, others) if others else (text,)
                yield Remark(level, code, rule.rule_id, details)
        for text in rule.must_miss:
            if trial.flags(text, rule.rule_id):
                yield Remark(Level.GATE, "not_missed", rule.rule_id, (text,))
