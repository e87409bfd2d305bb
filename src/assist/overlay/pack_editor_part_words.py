"""What the parts of the form are called, and what becomes of a request, in words."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from assist.model.rule import Extent
from assist.overlay.pack_editor_words import told

_EXTENTS = {
    Extent.SPAN: QT_TRANSLATE_NOOP("pack_editor", "换这几个字"),
    Extent.CLAUSE: QT_TRANSLATE_NOOP("pack_editor", "换这半句"),
    Extent.MESSAGE: QT_TRANSLATE_NOOP("pack_editor", "换整条"),
}
_PARTS = {
    "phrase": QT_TRANSLATE_NOOP("pack_editor", "词条"),
    "severity": QT_TRANSLATE_NOOP("pack_editor", "程度"),
    "scope": QT_TRANSLATE_NOOP("pack_editor", "匹配"),
    "category": QT_TRANSLATE_NOOP("pack_editor", "类别"),
    "replacements": QT_TRANSLATE_NOOP("pack_editor", "替换"),
    "exceptions": QT_TRANSLATE_NOOP("pack_editor", "例外"),
    "must_hit": QT_TRANSLATE_NOOP("pack_editor", "必须命中"),
    "must_miss": QT_TRANSLATE_NOOP("pack_editor", "必须放过"),
    "aliases": QT_TRANSLATE_NOOP("pack_editor", "同类说法"),
    "patterns": QT_TRANSLATE_NOOP("pack_editor", "句式"),
    "scenario": QT_TRANSLATE_NOOP("pack_editor", "场景"),
    "why": QT_TRANSLATE_NOOP("pack_editor", "说明"),
    "typos": QT_TRANSLATE_NOOP("pack_editor", "认错别字"),
    "enabled": QT_TRANSLATE_NOOP("pack_editor", "启用"),
    "locked": QT_TRANSLATE_NOOP("pack_editor", "锁定"),
}


def part_word(name: str) -> str:
    """Return the label of a part of the form; empty if it has none."""
    return told(_PARTS[name]) if name in _PARTS else ""


def extent_word(extent: Extent) -> str:
    """Return what a replacement takes the place of."""
    return told(_EXTENTS[extent])


_FILES = {
    "new_rule": QT_TRANSLATE_NOOP("pack_editor", "新词条"),
    "kept": QT_TRANSLATE_NOOP("pack_editor", "已自动保存草稿"),
    "resumed": QT_TRANSLATE_NOOP("pack_editor", "接着上次没做完的草稿"),
    "wrong": QT_TRANSLATE_NOOP("pack_editor", "有 %1 个格子要改"),
    "unchanged": QT_TRANSLATE_NOOP("pack_editor", "草稿没有改变，改好表格再导入"),
    "preview": QT_TRANSLATE_NOOP("pack_editor", "导入后会这样改"),
    "ignored": QT_TRANSLATE_NOOP("pack_editor", "没有用到：%1"),
    "written": QT_TRANSLATE_NOOP("pack_editor", "已写入 %1"),
    "passes": QT_TRANSLATE_NOOP("pack_editor", "这句现在已经放过，已加进“必须放过”"),
    "no_exception": QT_TRANSLATE_NOOP(
        "pack_editor", "没有找到合适的例外，请自己写一条"
    ),
    "excepted": QT_TRANSLATE_NOOP("pack_editor", "已加上例外“%1”，请看一眼"),
    "repaired": QT_TRANSLATE_NOOP("pack_editor", "已改好，可以撤销"),
    "alarms": QT_TRANSLATE_NOOP("pack_editor", "同事标为不算违规的，附了原话的在前"),
    "published": QT_TRANSLATE_NOOP("pack_editor", "%1 已发布给 %2 % 的同事"),
    "root": QT_TRANSLATE_NOOP("pack_editor", "请把 trusted-root.json 交给 IT"),
    "keys_made": QT_TRANSLATE_NOOP("pack_editor", "钥匙做好了，请备份到安全的地方"),
    "ending": QT_TRANSLATE_NOOP("pack_editor", "发布的词包 %1 到期，到期后取不到新版"),
    "renewed": QT_TRANSLATE_NOOP("pack_editor", "已续期"),
}


def file_word(name: str) -> str:
    """Return a sentence on what became of a request."""
    return told(_FILES[name])
