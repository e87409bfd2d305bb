"""What each setting is called, on which page it is, and what comes of it."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from assist.overlay.words import said


class Page(StrEnum):
    """A page of the settings, in the order of the window."""

    GENERAL = "general"
    ALERTS = "alerts"
    LOOK = "look"
    KEYS = "keys"
    PROGRAMS = "programs"
    PRIVACY = "privacy"


_PAGES = {
    Page.GENERAL: QT_TRANSLATE_NOOP("words", "通用"),
    Page.ALERTS: QT_TRANSLATE_NOOP("words", "提醒"),
    Page.LOOK: QT_TRANSLATE_NOOP("words", "外观"),
    Page.KEYS: QT_TRANSLATE_NOOP("words", "快捷键"),
    Page.PROGRAMS: QT_TRANSLATE_NOOP("words", "聊天软件"),
    Page.PRIVACY: QT_TRANSLATE_NOOP("words", "隐私"),
}

_WORDS: dict[str, tuple[Page, object, object]] = {
    "language": (
        Page.GENERAL,
        QT_TRANSLATE_NOOP("words", "界面语言"),
        QT_TRANSLATE_NOOP("words", "窗口里的文字；推荐说法仍用词包的语言"),
    ),
    "backend": (
        Page.GENERAL,
        QT_TRANSLATE_NOOP("words", "读取方式"),
        QT_TRANSLATE_NOOP("words", "auto 自动选择；下次启动时生效"),
    ),
    "settle_ms": (
        Page.GENERAL,
        QT_TRANSLATE_NOOP("words", "输入法停顿"),
        QT_TRANSLATE_NOOP("words", "部分软件会把没选完的字也当成文字，等它停下再检查"),
    ),
    "cards_from": (
        Page.ALERTS,
        QT_TRANSLATE_NOOP("words", "自动弹出卡片"),
        QT_TRANSLATE_NOOP("words", "低于它的只在提示条上计数"),
    ),
    "card_delay_ms": (
        Page.ALERTS,
        QT_TRANSLATE_NOOP("words", "停笔多久后弹出卡片"),
        QT_TRANSLATE_NOOP("words", "打字时卡片从不跳出来"),
    ),
    "card_collapse_s": (
        Page.ALERTS,
        QT_TRANSLATE_NOOP("words", "多久不理会就收起卡片"),
        QT_TRANSLATE_NOOP("words", "0 表示一直开着；计数留在提示条上"),
    ),
    "card_cooldown_s": (
        Page.ALERTS,
        QT_TRANSLATE_NOOP("words", "关掉卡片后的安静时间"),
        QT_TRANSLATE_NOOP("words", "这段时间里，同一词条不再自动弹出"),
    ),
    "underline": (
        Page.ALERTS,
        QT_TRANSLATE_NOOP("words", "在输入框里画下划线"),
        QT_TRANSLATE_NOOP("words", "只画在能读到文字位置的软件里"),
    ),
    "theme": (
        Page.LOOK,
        QT_TRANSLATE_NOOP("words", "主题"),
        QT_TRANSLATE_NOOP("words", "跟随系统，或固定一种"),
    ),
    "text_size": (
        Page.LOOK,
        QT_TRANSLATE_NOOP("words", "文字大小"),
        QT_TRANSLATE_NOOP("words", "图标和按钮一起变大"),
    ),
    "reduced_motion": (
        Page.LOOK,
        QT_TRANSLATE_NOOP("words", "减少动画"),
        QT_TRANSLATE_NOOP("words", "剩余时间改用数字"),
    ),
    "shrink_to_dot": (
        Page.LOOK,
        QT_TRANSLATE_NOOP("words", "无事时缩成圆点"),
        QT_TRANSLATE_NOOP("words", "有内容时再展开"),
    ),
    "pad_stays": (
        Page.GENERAL,
        QT_TRANSLATE_NOOP("words", "撰写框一直开着"),
        QT_TRANSLATE_NOOP("words", "关掉后，插入一次就收起"),
    ),
    "pad_sends": (
        Page.PROGRAMS,
        QT_TRANSLATE_NOOP("words", "撰写框可以在哪些软件里发送"),
        QT_TRANSLATE_NOOP("words", "勾选后多一个发送键；窗口或对话变了就不发送"),
    ),
    "watch": (
        Page.PROGRAMS,
        QT_TRANSLATE_NOOP("words", "读取哪些软件里的草稿"),
        QT_TRANSLATE_NOOP("words", "只读勾选的软件，其他软件从不读取"),
    ),
    "log_keep_days": (
        Page.PRIVACY,
        QT_TRANSLATE_NOOP("words", "使用记录保留多久"),
        QT_TRANSLATE_NOOP("words", "记录只有次数，没有聊天内容；下次启动时生效"),
    ),
    "hotkey_replace": (
        Page.KEYS,
        QT_TRANSLATE_NOOP("words", "用第一条替换"),
        QT_TRANSLATE_NOOP("words", "只在卡片打开时占用"),
    ),
    "hotkey_undo": (
        Page.KEYS,
        QT_TRANSLATE_NOOP("words", "撤销替换"),
        QT_TRANSLATE_NOOP("words", "只在提示出现时占用"),
    ),
    "hotkey_ignore": (
        Page.KEYS,
        QT_TRANSLATE_NOOP("words", "本次忽略"),
        QT_TRANSLATE_NOOP("words", "只在卡片打开时占用"),
    ),
    "hotkey_not_a_violation": (
        Page.KEYS,
        QT_TRANSLATE_NOOP("words", "不算违规"),
        QT_TRANSLATE_NOOP("words", "只在卡片打开时占用"),
    ),
    "hotkey_why": (
        Page.KEYS,
        QT_TRANSLATE_NOOP("words", "为什么有这一条"),
        QT_TRANSLATE_NOOP("words", "只在卡片打开时占用"),
    ),
    "hotkey_close": (
        Page.KEYS,
        QT_TRANSLATE_NOOP("words", "关闭卡片"),
        QT_TRANSLATE_NOOP("words", "只在卡片打开时占用"),
    ),
    "hotkey_check_now": (
        Page.KEYS,
        QT_TRANSLATE_NOOP("words", "立即检查"),
        QT_TRANSLATE_NOOP("words", "随时可用"),
    ),
    "hotkey_pad": (
        Page.KEYS,
        QT_TRANSLATE_NOOP("words", "打开撰写框"),
        QT_TRANSLATE_NOOP("words", "随时可用"),
    ),
    "hotkey_palette": (
        Page.KEYS,
        QT_TRANSLATE_NOOP("words", "打开规范用语"),
        QT_TRANSLATE_NOOP("words", "随时可用"),
    ),
    "hotkey_pause": (
        Page.KEYS,
        QT_TRANSLATE_NOOP("words", "暂停或继续"),
        QT_TRANSLATE_NOOP("words", "随时可用"),
    ),
}

# A language is called by its own name in every language.
_CHOICES: dict[str, object] = {
    "zh-Hans": QT_TRANSLATE_NOOP("words", "简体中文"),
    "zh-Hant": QT_TRANSLATE_NOOP("words", "繁體中文"),
    "en": "English",
    "auto": QT_TRANSLATE_NOOP("words", "跟随系统"),
    "light": QT_TRANSLATE_NOOP("words", "浅色"),
    "dark": QT_TRANSLATE_NOOP("words", "深色"),
    "contrast-light": QT_TRANSLATE_NOOP("words", "高对比 白底"),
    "contrast-dark": QT_TRANSLATE_NOOP("words", "高对比 黑底"),
    "high": QT_TRANSLATE_NOOP("words", "仅高"),
    "medium": QT_TRANSLATE_NOOP("words", "中和高"),
    "never": QT_TRANSLATE_NOOP("words", "从不"),
}
_UNITS: dict[str, object] = {
    "ms": QT_TRANSLATE_NOOP("words", "毫秒"),
    "s": QT_TRANSLATE_NOOP("words", "秒"),
    "days": QT_TRANSLATE_NOOP("words", "天"),
    "%": "%",
}


@dataclass(frozen=True, slots=True)
class SettingWords:
    """A setting in the language in force."""

    page: Page
    label: str
    hint: str


def page_name(page: Page) -> str:
    """Return the name of a page."""
    return said(_PAGES[page])


def setting_words(name: str, help_: str = "") -> SettingWords:
    """Return the words for a setting; one without any shows its name.

    Args:
        name: As declared.
        help_: The declared help, for a setting this table does not know.
    """
    if name not in _WORDS:
        return SettingWords(Page.GENERAL, name, help_)
    page, label, hint = _WORDS[name]
    return SettingWords(page, said(label), said(hint))


def choice_name(choice: str) -> str:
    """Return the name of a choice of a setting."""
    return said(_CHOICES.get(choice, choice))


def unit_name(unit: str) -> str:
    """Return a unit, with the space before it."""
    return f" {said(_UNITS[unit])}" if unit in _UNITS else ""
