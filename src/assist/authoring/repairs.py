"""What lint found, put right in one step where there is only one way."""

import dataclasses
from collections.abc import Callable

from assist.authoring.editing import with_exception
from assist.authoring.exceptions import Classes, suggested_exception
from assist.authoring.pack import Pack, PackRule
from assist.authoring.remark import Remark
from assist.model.rule import Scope


def can_repair(remark: Remark) -> bool:
    """Tell whether :func:`repaired` knows what to do about a remark."""
    return remark.code in _REPAIRS


def repaired(pack: Pack, remark: Remark) -> tuple[int, PackRule] | None:
    """Return the place of a rule and what to put there; None when nothing helps.

    Raises:
        RuleError: A pattern of the rule is wrong.
    """
    for index, entry in enumerate(pack.rules):
        if entry.rule.rule_id == remark.rule_id and can_repair(remark):
            made = _REPAIRS[remark.code](entry, remark, pack.word_classes)
            return None if made == entry else (index, made)
    return None


def _except(entry: PackRule, remark: Remark, classes: Classes) -> PackRule:
    exception = suggested_exception(entry.rule, classes, remark.details[0])
    return with_exception(entry, exception)


def _narrow(entry: PackRule, _remark: Remark, _classes: Classes) -> PackRule:
    rule = dataclasses.replace(entry.rule, scope=Scope.CLAUSE)
    return dataclasses.replace(entry, rule=rule)


def _drop_exception(entry: PackRule, remark: Remark, _classes: Classes) -> PackRule:
    kept = tuple(one for one in entry.rule.exceptions if one != remark.details[0])
    rule = dataclasses.replace(entry.rule, exceptions=kept)
    return dataclasses.replace(entry, rule=rule)


def _drop_replacement(entry: PackRule, remark: Remark, _classes: Classes) -> PackRule:
    rule = entry.rule
    kept = tuple(one for one in rule.replacements if one.text != remark.details[0])
    rule = dataclasses.replace(rule, replacements=kept)
    return dataclasses.replace(entry, rule=rule)


_REPAIRS: dict[str, Callable[[PackRule, Remark, Classes], PackRule]] = {
    "not_missed": _except,
    "short": _narrow,
    "idle_exception": _drop_exception,
    "replacement_flagged": _drop_replacement,
}
