"""Remarks on what a pack offers in place of its phrases."""

from collections.abc import Iterator

from assist.authoring.pack import Pack, PackRule
from assist.authoring.remark import Level, Remark
from assist.authoring.slots import slot_names
from assist.authoring.trial import Trial
from assist.model.rule import Severity


def replacement_remarks(pack: Pack, trial: Trial) -> Iterator[Remark]:
    """Yield remarks on replacements and compliant sentences."""
    for entry in pack.rules:
        if entry.rule.enabled:
            yield from _of_rule(entry, trial)
    for one in pack.standard:
        phrase = one.phrase
        hit = trial.verdict(phrase.text).rule_ids
        if hit:
            details = (phrase.text, hit[0])
            yield Remark(Level.WARNING, "standard_flagged", phrase.phrase_id, details)


def _of_rule(entry: PackRule, trial: Trial) -> Iterator[Remark]:
    rule = entry.rule
    if not rule.replacements:
        level = Level.HINT if rule.severity is Severity.LOW else Level.WARNING
        yield Remark(level, "no_replacement", rule.rule_id, (rule.phrase,))
    elif all(slot_names(one.text) for one in rule.replacements):
        yield Remark(Level.WARNING, "only_slots", rule.rule_id, (rule.phrase,))
    for one in rule.replacements:
        hit = trial.verdict(one.text).rule_ids
        if hit:
            details = (one.text, hit[0])
            yield Remark(Level.WARNING, "replacement_flagged", rule.rule_id, details)
    if not (rule.must_hit or rule.must_miss):
        yield Remark(Level.HINT, "no_examples", rule.rule_id, (rule.phrase,))
