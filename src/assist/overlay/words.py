"""What the windows say, in the language in force.

Sentences speak of the wording, never of the person; states are not faults.
"""

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from assist.model.rule import Severity
from assist.ports import Mode, Status

_SEVERITIES = {
    Severity.HIGH: QT_TRANSLATE_NOOP("words", "高"),
    Severity.MEDIUM: QT_TRANSLATE_NOOP("words", "中"),
    Severity.LOW: QT_TRANSLATE_NOOP("words", "低"),
}

_HOURS_FROM = 90

# Programs by the name their windows give, as agents call them.
_APPS = {
    "weixin": QT_TRANSLATE_NOOP("words", "微信"),
    "wechat": QT_TRANSLATE_NOOP("words", "微信"),
    "wxwork": QT_TRANSLATE_NOOP("words", "企业微信"),
    "dingtalk": QT_TRANSLATE_NOOP("words", "钉钉"),
    "aliworkbench": QT_TRANSLATE_NOOP("words", "千牛"),
}


UNTIL_TOMORROW = -1
SNOOZES = (5, 30, UNTIL_TOMORROW, 0)
"""Minutes on offer, one after the other; 0 ends a snooze."""

NOT_WATCHED = "not_watched"
"""The reason of a status whose program the agent has not chosen to have read."""


def said(source: object) -> str:
    """Return the translation of a sentence marked for it."""
    return QCoreApplication.translate("words", str(source))


def severity_word(severity: Severity) -> str:
    """Return 高, 中 or 低."""
    return said(_SEVERITIES[severity])


def app_name(app: str) -> str:
    """Return a program's name as the agent knows it."""
    known = _APPS.get(app.lower().removesuffix(".exe"))
    if known is not None:
        return said(known)
    return app[:1].upper() + app[1:]


@dataclass(frozen=True, slots=True)
class StateWords:
    """A state in words.

    Attributes:
        icon: Name of its icon.
        ink: Name of the icon's colour.
        label: The state.
        detail: A second, quieter word; may be empty.
        action: The one thing to do about it; may be empty.
    """

    icon: str
    ink: str
    label: str
    detail: str = ""
    action: str = ""


def state_words(status: Status, minutes_left: int | None = None) -> StateWords:
    """Put a status into words.

    Args:
        status: What can be read.
        minutes_left: Of a pause, if it has an end.
    """
    if status.mode is Mode.READING:
        return StateWords(
            "watching",
            "accent",
            QCoreApplication.translate("words", "读取正常"),
            app_name(status.app) if status.app else "",
        )
    if status.mode is Mode.PAUSED:
        return _paused(minutes_left)
    if status.mode is Mode.HOTKEY_ONLY:
        return StateWords(
            "hotkey",
            "text_2",
            QCoreApplication.translate("words", "仅热键"),
            action=QCoreApplication.translate("words", "检查"),
        )
    if status.mode is Mode.CANNOT_READ:
        return _cannot_read(status)
    return StateWords("watching", "text_3", QCoreApplication.translate("words", "待命"))


def _paused(minutes_left: int | None) -> StateWords:
    detail = ""
    if minutes_left is not None:
        left = QCoreApplication.translate("words", "还剩 %1 分钟")
        detail = left.replace("%1", str(minutes_left))
    return StateWords(
        "paused",
        "text_2",
        QCoreApplication.translate("words", "已暂停"),
        detail,
        QCoreApplication.translate("words", "继续"),
    )


def _cannot_read(status: Status) -> StateWords:
    pad = QCoreApplication.translate("words", "用撰写框")
    if status.reason == "password":
        label = QCoreApplication.translate("words", "密码框，不读取")
        return StateWords("cannot-read", "text_2", label)
    if status.reason == "no_bus":
        label = QCoreApplication.translate("words", "辅助功能没有打开")
        return StateWords("cannot-read", "text_2", label, action=pad)
    if status.reason == NOT_WATCHED and status.app:
        label = QCoreApplication.translate("words", "不读取%1")
        read_it = QCoreApplication.translate("words", "改为读取")
        label = label.replace("%1", app_name(status.app))
        return StateWords("cannot-read", "text_3", label, action=read_it)
    if status.app:
        label = QCoreApplication.translate("words", "读不到%1的输入框")
        label = label.replace("%1", app_name(status.app))
    else:
        label = QCoreApplication.translate("words", "读不到这个输入框")
    return StateWords("cannot-read", "text_2", label, action=pad)


def pack_words(version: str) -> str:
    """Say which phrase list is in use."""
    return QCoreApplication.translate("words", "词包 %1").replace("%1", version)


def watch_question(app: str) -> tuple[str, str]:
    """Return the question whether ``app`` may be read, and the word for yes."""
    question = QCoreApplication.translate("words", "读取%1里的草稿？")
    yes = QCoreApplication.translate("words", "读取")
    return question.replace("%1", app_name(app)), yes


def snooze_words(minutes: int) -> str:
    """Say how much longer no card opens by itself."""
    if minutes > _HOURS_FROM:
        words = QCoreApplication.translate("words", "免打扰 还剩 %1 小时")
        return words.replace("%1", str(round(minutes / 60)))
    words = QCoreApplication.translate("words", "免打扰 还剩 %1 分钟")
    return words.replace("%1", str(minutes))


def snooze_offer(minutes: int) -> str:
    """Say what a snooze of ``minutes`` does, one of SNOOZES."""
    if minutes == 0:
        return QCoreApplication.translate("words", "恢复弹出卡片")
    if minutes == UNTIL_TOMORROW:
        return QCoreApplication.translate("words", "今天不再弹出卡片")
    words = QCoreApplication.translate("words", "%1 分钟内不弹出卡片")
    return words.replace("%1", str(minutes))


def advice(severity: Severity) -> str:
    """Return the strip's hint for the gravest finding."""
    if severity is Severity.LOW:
        return QCoreApplication.translate("words", "小建议，可不改")
    return QCoreApplication.translate("words", "有更好的说法")
