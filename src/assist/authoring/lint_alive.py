"""Rules that never fire, and exceptions that never apply."""

from collections.abc import Iterator

from assist.authoring.lint_wordings import literals, wordings_of
from assist.authoring.pack import Pack
from assist.authoring.remark import Level, Remark
from assist.authoring.trial import Trial
from assist.matching.template import Wording, expand
from assist.model.rule import Rule

_TRIED = 8  # wordings of one rule that are tried before it is called dead


def dead_rules(pack: Pack, trial: Trial) -> Iterator[Remark]:
    """Yield a remark for every rule that its own wordings do not set off."""
    for entry in pack.rules:
        rule = entry.rule
        if not rule.enabled:
            continue
        if any(trial.flags(text, rule.rule_id) for text in rule.must_hit):
            continue
        texts = list(_texts(rule, pack))
        if any(trial.flags(text, rule.rule_id) for text in texts):
            continue
        others = [one for text in texts for one in trial.verdict(text).rule_ids]
        code = "shadowed" if others else "dead"
        details = (rule.phrase, others[0]) if others else (rule.phrase,)
        yield Remark(Level.WARNING, code, rule.rule_id, details)


def _texts(rule: Rule, pack: Pack) -> Iterator[str]:
    """Yield short texts that the rule should flag if it flags anything."""
    classes = {one.name: one.words for one in pack.word_classes}
    asked = [one for pattern in rule.only_if for one in expand(pattern, classes)]
    for wording in wordings_of(rule, pack)[:_TRIED]:
        text = "".join(wording.parts)
        yield text
        if len(wording.parts) > 1:
            yield "一下".join(wording.parts)
        if asked:
            yield text + "".join(asked[0].parts)
            yield f"{''.join(asked[0].parts)}，{text}"


def idle_exceptions(pack: Pack) -> Iterator[Remark]:
    """Yield a remark for every exception that can overlap no wording exactly."""
    classes = {one.name: one.words for one in pack.word_classes}
    for entry in pack.rules:
        rule = entry.rule
        if not (rule.enabled and rule.exceptions):
            continue
        parts = {
            literals(part, rule)
            for wording in wordings_of(rule, pack)
            for part in wording.parts
        }
        for pattern in rule.exceptions:
            if not _may_apply(expand(pattern, classes), rule, parts):
                details = (pattern, rule.phrase)
                yield Remark(Level.WARNING, "idle_exception", rule.rule_id, details)


def _may_apply(wordings: tuple[Wording, ...], rule: Rule, parts: set[str]) -> bool:
    return any(
        len(wording.parts) > 1 or _overlap(literals(wording.parts[0], rule), part)
        for wording in wordings
        for part in parts
    )


def _overlap(one: str, other: str) -> bool:
    """Tell whether the two can stand in one text so that they overlap."""
    if one in other or other in one:
        return True
    shorter = min(len(one), len(other))
    return any(
        one.endswith(other[:size]) or other.endswith(one[:size])
        for size in range(1, shorter)
    )
