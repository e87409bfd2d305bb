"""What the editor lists: notes made of a report, of marks, of changes, of problems."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from PySide6.QtCore import QT_TRANSLATE_NOOP

from assist.authoring.diff import PackDiff
from assist.authoring.dry_run import DryRun
from assist.authoring.false_alarms import FalseAlarm
from assist.authoring.lint import Report
from assist.authoring.pack import PackRule
from assist.authoring.problem import Problem
from assist.authoring.remark import Remark
from assist.overlay.card_words import listed
from assist.overlay.language import Language
from assist.overlay.pack_editor_notes import Note
from assist.overlay.pack_editor_rules import Standing
from assist.overlay.pack_editor_words import (
    LEVEL_ICONS,
    SAYING_LANGUAGES,
    alarm_line,
    deed_word,
    level_word,
    remark_line,
    told,
)

MOST = 300
"""More notes of one kind are not listed: the first ones are to be dealt with first."""

_LOOK = QT_TRANSLATE_NOOP("pack_editor", "去看看")
_EXCEPT = QT_TRANSLATE_NOOP("pack_editor", "加上例外")
_NOT_HERE = QT_TRANSLATE_NOOP("pack_editor", "这个词包里没有这一条")
_EXAMPLES = frozenset({"not_hit", "not_missed"})

Phrases = Mapping[str, str]
"""Rule id to its phrase."""


def standings(report: Report) -> dict[str, Standing]:
    """Return what lint says of each rule it says anything of."""
    found: dict[str, Standing] = {}
    for one in report.remarks:
        if not one.rule_id:
            continue
        old = found.get(one.rule_id, Standing(one.level, 0))
        level = min(old.level, one.level, key=lambda level: level.rank)
        failing = old.failing + (one.code in _EXAMPLES)
        found[one.rule_id] = Standing(level, old.remarks + 1, failing)
    return found


def check_notes(report: Report, language: Language) -> tuple[Note, ...]:
    """Return what lint says, weightiest first."""
    return tuple(_check(one, language) for one in report.remarks[:MOST])


def trial_notes(runs: Sequence[DryRun], phrases: Phrases) -> tuple[Note, ...]:
    """Return the good sentences that would be flagged, serious ones first."""
    flagged = sorted(
        (one for run in runs for one in run.flagged), key=lambda one: not one.serious
    )
    return tuple(
        Note(
            text=one.sentence,
            detail=listed(*(phrases.get(rule, rule) for rule in one.rule_ids)),
            icon="severity-medium" if one.serious else "severity-low",
            ink="medium" if one.serious else "low",
            deed=told(_EXCEPT),
            key=(one.rule_ids[0], one.sentence),
        )
        for one in flagged[:MOST]
    )


def alarm_notes(alarms: Sequence[FalseAlarm], phrases: Phrases) -> tuple[Note, ...]:
    """Return what agents marked; words that came along can become an exception."""
    return tuple(
        Note(
            text=alarm_line(one, phrases.get(one.rule_id, "")),
            detail=one.clause if one.rule_id in phrases else told(_NOT_HERE),
            icon="not-a-violation",
            deed=_alarm_deed(one, phrases),
            key=one,
        )
        for one in alarms[:MOST]
    )


def change_notes(found: PackDiff) -> tuple[Note, ...]:
    """Return what is new, changed and gone."""
    return tuple(islice(_changes(found), MOST))


def problem_notes(problems: Iterable[Problem], language: Language) -> tuple[Note, ...]:
    """Return what is wrong in a table: where, what, and the remedy."""
    said = SAYING_LANGUAGES[language]
    return tuple(
        Note(text=one.said(said), icon="severity-high", ink="high")
        for one in islice(problems, MOST)
    )


def _check(remark: Remark, language: Language) -> Note:
    icon, ink = LEVEL_ICONS[remark.level]
    return Note(
        text=remark_line(remark, language),
        icon=icon,
        ink=ink,
        said=level_word(remark.level),
        deed=deed_word(remark),
        key=remark,
    )


def _alarm_deed(alarm: FalseAlarm, phrases: Phrases) -> str:
    if alarm.rule_id not in phrases:
        return ""
    return told(_EXCEPT) if alarm.clause else told(_LOOK)


def _changes(found: PackDiff) -> Iterator[Note]:
    for entry in found.added:
        yield _change("plus", "accent", entry)
    for change in found.changed:
        yield _change("replace", "accent", change.after, ", ".join(change.keys))
    for entry in found.removed:
        yield Note(text=entry.rule.phrase, icon="close", ink="text_2")
    for kind, name in found.other:
        yield Note(text=f"{kind} {name}", icon="replace")


def _change(icon: str, ink: str, entry: PackRule, detail: str = "") -> Note:
    rule = entry.rule
    return Note(
        text=rule.phrase,
        detail=detail,
        icon=icon,
        ink=ink,
        deed=told(_LOOK),
        key=rule.rule_id,
    )
