"""What the pack editor says, in the language in force."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from assist.authoring.diff import PackDiff
from assist.authoring.dry_run import DryRun
from assist.authoring.examples import Tried
from assist.authoring.false_alarms import FalseAlarm
from assist.authoring.lint import Report
from assist.authoring.remark import Level, Remark
from assist.errors import (
    AssistError,
    InputError,
    PackFormatError,
    PackKeyError,
    PackRefusedError,
    PublishError,
    RowsError,
)
from assist.model.finding import Finding
from assist.model.rule import Channel, Scope
from assist.overlay.card_words import channel_word, differences
from assist.overlay.language import Language

LEVEL_ICONS = {
    Level.ERROR: ("severity-high", "high"),
    Level.GATE: ("severity-high", "high"),
    Level.WARNING: ("severity-medium", "medium"),
    Level.HINT: ("severity-low", "low"),
}
SAYING_LANGUAGES = {
    Language.SIMPLIFIED: "zh",
    Language.TRADITIONAL: "zh-Hant",
    Language.ENGLISH: "en",
}
_LEVELS = {
    Level.ERROR: QT_TRANSLATE_NOOP("pack_editor", "必改"),
    Level.GATE: QT_TRANSLATE_NOOP("pack_editor", "必改"),
    Level.WARNING: QT_TRANSLATE_NOOP("pack_editor", "建议"),
    Level.HINT: QT_TRANSLATE_NOOP("pack_editor", "提示"),
}
_SCOPES = {
    Scope.ANYWHERE: QT_TRANSLATE_NOOP("pack_editor", "任意位置"),
    Scope.CLAUSE: QT_TRANSLATE_NOOP("pack_editor", "一个分句"),
    Scope.MESSAGE: QT_TRANSLATE_NOOP("pack_editor", "整条消息"),
    Scope.OPENING: QT_TRANSLATE_NOOP("pack_editor", "开头"),
    Scope.CLOSING: QT_TRANSLATE_NOOP("pack_editor", "结尾"),
}
_DEEDS = {
    "not_missed": QT_TRANSLATE_NOOP("pack_editor", "加上例外"),
    "short": QT_TRANSLATE_NOOP("pack_editor", "改为分句"),
    "idle_exception": QT_TRANSLATE_NOOP("pack_editor", "删掉例外"),
    "replacement_flagged": QT_TRANSLATE_NOOP("pack_editor", "删掉这条"),
    "no_replacement": QT_TRANSLATE_NOOP("pack_editor", "去填写"),
    "only_slots": QT_TRANSLATE_NOOP("pack_editor", "去填写"),
    "no_examples": QT_TRANSLATE_NOOP("pack_editor", "去填写"),
    "too_many_flagged": QT_TRANSLATE_NOOP("pack_editor", "看是哪些"),
}
_TROUBLES: tuple[tuple[type[AssistError], object], ...] = (
    (PackKeyError, QT_TRANSLATE_NOOP("pack_editor", "钥匙打不开，请核对文件夹和密码")),
    (PublishError, QT_TRANSLATE_NOOP("pack_editor", "没有发布，已发布的没有改变")),
    (PackRefusedError, QT_TRANSLATE_NOOP("pack_editor", "检查没有通过，没有发布")),
    (RowsError, QT_TRANSLATE_NOOP("pack_editor", "有些格子要改，草稿没有改变")),
    (PackFormatError, QT_TRANSLATE_NOOP("pack_editor", "这个词包用不了，草稿没有改变")),
    (InputError, QT_TRANSLATE_NOOP("pack_editor", "这个文件读不了，草稿没有改变")),
    (AssistError, QT_TRANSLATE_NOOP("pack_editor", "没能完成，草稿没有改变")),
)


def told(source: object) -> str:
    """Return the translation of a sentence of the editor."""
    return QCoreApplication.translate("pack_editor", str(source))


def filled(sentence: str, *values: object) -> str:
    """Put values into ``%1``, ``%2`` … of a sentence that is translated already."""
    for number, value in enumerate(values, 1):
        sentence = sentence.replace(f"%{number}", str(value))
    return sentence


def level_word(level: Level) -> str:
    """Return 必改, 建议 or 提示."""
    return told(_LEVELS[level])


def scope_word(scope: Scope) -> str:
    """Return where a phrase has to stand, in words."""
    return told(_SCOPES[scope])


def deed_word(remark: Remark) -> str:
    """Return what can be done about a remark."""
    return told(_DEEDS.get(remark.code, QT_TRANSLATE_NOOP("pack_editor", "去看看")))


def remark_line(remark: Remark, language: Language) -> str:
    """Return what lint says."""
    return remark.said(SAYING_LANGUAGES[language])


def trouble(error: AssistError) -> str:
    """Return what did not work, what is safe, and the reason as it was given."""
    line = next(line for kind, line in _TROUBLES if isinstance(error, kind))
    return f"{told(line)} · {error}"


def change_line(found: PackDiff) -> str:
    """Say what changed: ``与 v13 相比：新增 6，修改 2，停用 1``."""
    if not (found.added or found.removed or found.changed or found.other):
        line = QCoreApplication.translate("pack_editor", "与 %1 相比没有改动")
        return filled(line, found.before.label)
    line = QCoreApplication.translate(
        "pack_editor", "与 %1 相比：新增 %2，修改 %3，删除 %4"
    )
    counts = (len(found.added), len(found.changed), len(found.removed))
    return filled(line, found.before.label, *counts)


def gate_line(report: Report | None) -> str:
    """Say what keeps the pack from being published, or that nothing does."""
    if report is None:
        return QCoreApplication.translate("pack_editor", "正在检查…")
    must = len(report.of(Level.ERROR)) + len(report.of(Level.GATE))
    may = len(report.remarks) - must
    if must:
        line = QCoreApplication.translate(
            "pack_editor", "改好 %1 处才能发布，另有 %2 处建议"
        )
        return filled(line, must, may)
    line = QCoreApplication.translate("pack_editor", "可以发布，另有 %1 处建议")
    return filled(line, may)


def trial_line(runs: Sequence[DryRun]) -> str:
    """Say what the dry runs came to."""
    line = QCoreApplication.translate("pack_editor", "%1 句好句子里会标出 %2 句")
    total, flagged = (
        sum(run.total for run in runs),
        sum(len(run.flagged) for run in runs),
    )
    return filled(line, total, flagged)


def alarm_line(alarm: FalseAlarm, phrase: str) -> str:
    """Say which entry was marked, and how often."""
    line = QCoreApplication.translate("pack_editor", "“%1”被标为不算违规 %2 次")
    return filled(line, phrase or alarm.rule_id, alarm.count)


def verdict(found: Finding | None, *, wanted: bool) -> str:
    """Say what became of an example, e.g. 命中，同音."""
    if found is None:
        return told(
            QT_TRANSLATE_NOOP("pack_editor", "没有命中")
            if wanted
            else QT_TRANSLATE_NOOP("pack_editor", "放过")
        )
    if not wanted:
        return told(QT_TRANSLATE_NOOP("pack_editor", "误中了"))
    hit = told(QT_TRANSLATE_NOOP("pack_editor", "命中"))
    if found.channels[0] is Channel.EXACT:
        return hit
    return filled(
        told(QT_TRANSLATE_NOOP("pack_editor", "%1，%2")),
        hit,
        channel_word(found.channels[0]),
    )


def how_found(found: Finding) -> str:
    """Say how a finding was recognised: 一字不差, or what differs."""
    exact = told(QT_TRANSLATE_NOOP("pack_editor", "一字不差"))
    return differences(found) or (
        exact if found.channels[0] is Channel.EXACT else channel_word(found.channels[0])
    )


def tried_line(tried: Tried) -> str:
    """Say how many examples come out as they should."""
    if tried.fault:
        return tried.fault
    line = QCoreApplication.translate("pack_editor", "例句 %1/%2 符合")
    return filled(line, tried.good, tried.total) if tried.total else ""
