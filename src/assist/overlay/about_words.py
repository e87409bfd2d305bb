"""What the windows *about* and *phrase packs* say, in the language in force."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from assist.overlay.facts_window import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class InUse:
    """What is in use.

    Attributes:
        program: Version of the program.
        pack: Version of the phrase list; empty when it has none.
        rules: Rules that are on.
        source: Where packs come from; empty for the list that ships.
        folder: Where the user's own files are.
        licence: Of the program.
    """

    program: str = ""
    pack: str = ""
    rules: int = 0
    source: str = ""
    folder: str = ""
    licence: str = ""


def about_title() -> str:
    """Return the title of the window about the program."""
    return QCoreApplication.translate("words", "关于 Assist")


def packs_title() -> str:
    """Return the title of the window about phrase packs."""
    return QCoreApplication.translate("words", "词包")


def open_folder() -> str:
    """Return the words of the button that opens the data folder."""
    return QCoreApplication.translate("words", "打开数据文件夹")


def about(now: InUse) -> Facts:
    """Return what the window about the program tells."""
    quiet = QCoreApplication.translate(
        "words", "不连接互联网；只有设了词包来源才会去取词包"
    )
    return (
        (QCoreApplication.translate("words", "版本"), now.program),
        (packs_title(), now.pack or "—"),
        (QCoreApplication.translate("words", "许可"), now.licence),
        (QCoreApplication.translate("words", "网络"), quiet),
        (QCoreApplication.translate("words", "数据"), now.folder),
    )


def packs(now: InUse) -> Facts:
    """Return what the window about phrase packs tells."""
    shipped = QCoreApplication.translate("words", "随软件自带，没有设来源")
    updates = QCoreApplication.translate("words", "自动取来，换上时不打断打字")
    return (
        (QCoreApplication.translate("words", "在用的版本"), now.pack or "—"),
        (QCoreApplication.translate("words", "词条"), str(now.rules)),
        (QCoreApplication.translate("words", "来源"), now.source or shipped),
        (QCoreApplication.translate("words", "更新"), updates if now.source else "—"),
    )
