"""What each toast says."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from assist.overlay.card_values import Keys
from assist.overlay.words import said


class ToastKind(Enum):
    """What a toast reports; ``stays`` until dismissed, ``can_undo`` for a while."""

    DONE = ("done", False, True)
    INSERTED = ("inserted", False, False)
    SENT = ("sent", False, False)
    COPIED = ("copied", True, False)
    CHANGED = ("changed", True, False)
    THANKS = ("thanks", False, False)
    RESTORED = ("restored", False, False)
    KEY_TAKEN = ("key_taken", True, False)
    NOT_LOGGED = ("not_logged", True, False)
    PACK = ("pack", False, False)

    @property
    def stays(self) -> bool:
        """Whether it waits until it is dismissed."""
        return self.value[1]

    @property
    def can_undo(self) -> bool:
        """Whether it offers the way back."""
        return self.value[2]


@dataclass(frozen=True, slots=True)
class ToastWords:
    """Icon with its colour's name, sentence, and what stands at the right end."""

    icon: str
    ink: str
    text: str
    undo: str = ""
    hint: str = ""
    chord: str = ""


_SHOWN = {
    ToastKind.DONE: ("check", "accent", QT_TRANSLATE_NOOP("words", "已替换，并已核对")),
    ToastKind.INSERTED: (
        "check",
        "accent",
        QT_TRANSLATE_NOOP("words", "已放进输入框，由您来发送"),
    ),
    ToastKind.SENT: (
        "check",
        "accent",
        QT_TRANSLATE_NOOP("words", "已放进输入框，并已发送"),
    ),
    ToastKind.COPIED: (
        "copy",
        "text_2",
        QT_TRANSLATE_NOOP("words", "没能写入，已替您复制"),
    ),
    ToastKind.CHANGED: (
        "replace",
        "text_2",
        QT_TRANSLATE_NOOP("words", "草稿已经变了，没有改动，请再选一次"),
    ),
    ToastKind.THANKS: (
        "check",
        "accent",
        QT_TRANSLATE_NOOP("words", "谢谢，记下了"),
    ),
    ToastKind.RESTORED: (
        "undo",
        "text_2",
        QT_TRANSLATE_NOOP("words", "已恢复成您原来的文字"),
    ),
    ToastKind.KEY_TAKEN: (
        "hotkey",
        "text_2",
        QT_TRANSLATE_NOOP("words", "热键被别的程序占用"),
    ),
    ToastKind.NOT_LOGGED: (
        "review",
        "text_2",
        QT_TRANSLATE_NOOP("words", "使用记录没能写入，检查照常"),
    ),
    ToastKind.PACK: (
        "pack",
        "accent",
        QT_TRANSLATE_NOOP("words", "词包已更新 %1"),
    ),
}
_HINTS = {
    ToastKind.COPIED: QT_TRANSLATE_NOOP("words", "请按"),
    ToastKind.KEY_TAKEN: QT_TRANSLATE_NOOP("words", "可在设置里换"),
}


def toast_words(kind: ToastKind, keys: Keys, *, taken: str = "") -> ToastWords:
    """Return the words for ``kind`` in the language in force.

    Args:
        kind: What is reported.
        keys: The chords in force.
        taken: The chord that another program holds, or what changed in a pack.
    """
    icon, ink, text = _SHOWN[kind]
    chords = {ToastKind.COPIED: keys.paste, ToastKind.KEY_TAKEN: taken}
    return ToastWords(
        icon,
        ink,
        said(text).replace("%1", taken),
        undo=QCoreApplication.translate("words", "撤销") if kind.can_undo else "",
        hint=said(_HINTS[kind]) if kind in _HINTS else "",
        chord=chords.get(kind, ""),
    )
