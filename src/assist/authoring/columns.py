"""The tables of a pack as team leads see them: sheets, columns and their words.

Each column has a Chinese heading, which exports use, and other headings that
imports take as well; case, blanks and the width of letters do not matter.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from assist.authoring.pack import Layer
from assist.model.rule import Channel, Extent, Scope, Severity


class Sheet(StrEnum):
    """The tables of a pack; the value is the name of the file in a folder."""

    RULES = "rules"
    STANDARD = "standard"
    CLASSES = "word_classes"
    MANIFEST = "pack"
    APPS = "apps"
    CHECKS = "checks"


SHEET_NAMES = {
    Sheet.RULES: ("规则", "禁用语", "規則"),
    Sheet.STANDARD: ("标准话术", "规范用语", "標準話術"),
    Sheet.CLASSES: ("词类", "詞類"),
    Sheet.MANIFEST: ("词包", "詞包"),
    Sheet.APPS: ("应用", "應用"),
    Sheet.CHECKS: ("检查", "檢查"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its key, its heading, other headings, its width in letters."""

    key: str
    heading: str
    also: tuple[str, ...] = ()
    width: int = 14


RULES = (
    Column("id", "编号", ("规则编号", "編號")),
    Column("phrase", "禁用语", ("禁用词", "服务忌语", "禁語", "禁用語"), 24),
    Column("replacements", "替换建议", ("替换", "建议", "替換建議", "replacement"), 48),
    Column("replaces", "替换范围", ("替換範圍",)),
    Column("category", "分类", ("分類", "类别")),
    Column("severity", "严重度", ("严重程度", "嚴重度", "等级")),
    Column("scenario", "场景", ("場景",)),
    Column("exceptions", "例外", (), 30),
    Column("why", "说明", ("說明", "原因"), 36),
    Column("must_hit", "应命中例句", ("應命中例句", "命中例句"), 36),
    Column("must_miss", "不应命中例句", ("不應命中例句", "不命中例句"), 36),
    Column("scope", "位置", ("出现位置",)),
    Column("patterns", "句式", (), 30),
    Column("aliases", "别名", ("其他说法", "別名", "同类说法"), 30),
    Column("only_if", "仅当出现", ("僅當出現",), 20),
    Column("unless", "出现则不算", ("出現則不算",), 20),
    Column("language", "语言", ("語言",)),
    Column("enabled", "启用", ("啟用",)),
    Column("locked", "锁定", ("鎖定",)),
    Column("max_edits", "容错字数", ("容錯字數",)),
    Column("channels_off", "关闭识别方式", ("關閉識別方式",)),
    Column("initials", "拼音首字母", ()),
    Column("source", "来源", ("來源",), 30),
    Column("kind", "类型", ("類型",)),
    Column("merged_into", "并入", ("併入",)),
    Column("more", "其他", (), 20),
)
STANDARD = (
    Column("id", "编号", ("編號",)),
    Column("scenario", "场景", ("場景",), 20),
    Column("text", "话术", ("标准话术", "规范用语", "話術"), 60),
    Column("source", "来源", ("來源",), 30),
    Column("more", "其他", (), 20),
)
CLASSES = (
    Column("name", "名称", ("名稱",)),
    Column("words", "词语", ("詞語",), 60),
    Column("more", "其他", (), 20),
)
MANIFEST = (
    Column("name", "项目", ("項目",), 20),
    Column("value", "值", ("内容",), 60),
)
ENTRIES = (Column("id", "编号", ("編號",)), Column("body", "内容", ("內容",), 80))

TABLES = {
    Sheet.RULES: RULES,
    Sheet.STANDARD: STANDARD,
    Sheet.CLASSES: CLASSES,
    Sheet.MANIFEST: MANIFEST,
    Sheet.APPS: ENTRIES,
    Sheet.CHECKS: ENTRIES,
}
NEEDED = {
    Sheet.RULES: "phrase",
    Sheet.STANDARD: "text",
    Sheet.CLASSES: "words",
    Sheet.MANIFEST: "value",
    Sheet.APPS: "body",
    Sheet.CHECKS: "body",
}
"""The column without which a sheet is not that table."""

MANIFEST_NAMES = {
    "id": "编号",
    "version": "版本",
    "layer": "层级",
    "team": "团队",
    "languages": "语言",
    "valid_from": "生效时间",
    "valid_until": "失效时间",
    "emergency": "紧急",
    "needs": "最低程序版本",
    "changelog": "更新说明",
    "settings": "设置",
    "more": "其他",
}

SEVERITY_WORDS = {Severity.HIGH: "高", Severity.MEDIUM: "中", Severity.LOW: "低"}
SCOPE_WORDS = {
    Scope.ANYWHERE: "任意",
    Scope.CLAUSE: "分句",
    Scope.MESSAGE: "整条",
    Scope.OPENING: "开头",
    Scope.CLOSING: "结尾",
}
EXTENT_WORDS = {Extent.SPAN: "词句", Extent.CLAUSE: "分句", Extent.MESSAGE: "整条"}
CHANNEL_WORDS = {
    Channel.EXACT: "一致",
    Channel.NOISE: "夹杂符号",
    Channel.VARIANT: "异体",
    Channel.HOMOPHONE: "同音",
    Channel.PINYIN: "拼音",
    Channel.INITIALS: "首字母",
    Channel.SHAPE: "形近",
    Channel.EDIT: "错漏字",
    Channel.ORDER: "换序",
    Channel.GAP: "间隔",
}
LAYER_WORDS = {Layer.COMPANY: "公司", Layer.TEAM: "团队", Layer.PERSONAL: "个人"}
LANGUAGE_WORDS = {"zh": "中文", "en": "英文"}
YES, NO = "是", "否"
YES_WORDS = frozenset({YES, "1", "true", "yes", "y"})
NO_WORDS = frozenset({NO, "0", "false", "no", "n"})

_NUMBERED = re.compile(r"(replacement|替换建议|替換建議)_?[1-9][0-9]?")


def heading_key(sheet: Sheet, heading: str) -> str:
    """Return the key of the column with this heading; empty if there is none."""
    name = _folded(heading)
    if sheet is Sheet.RULES and _NUMBERED.fullmatch(name):
        return "replacements"
    return _HEADINGS[sheet].get(name, "")


def sheet_named(name: str) -> Sheet | None:
    """Return the table that a sheet or a file of this name holds."""
    folded = _folded(name)
    for sheet, names in SHEET_NAMES.items():
        if folded in map(_folded, names) or folded == sheet.value:
            return sheet
    return Sheet.RULES if folded.startswith(Sheet.RULES.value) else None


def manifest_key(name: str) -> str:
    """Return the key of a line of the manifest sheet; empty if unknown."""
    folded = _folded(name)
    known = {_folded(word): key for key, word in MANIFEST_NAMES.items()}
    return folded if folded in MANIFEST_NAMES else known.get(folded, "")


def worded(words: Mapping[Any, str], cell: str) -> Any:
    """Return what ``cell`` names, in Chinese or by its own value; else None."""
    folded = _folded(cell)
    for value, word in words.items():
        if folded in {_folded(word), value.value}:
            return value
    return None


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


_HEADINGS = {
    sheet: {
        _folded(name): column.key
        for column in columns
        for name in (column.heading, column.key, *column.also)
    }
    for sheet, columns in TABLES.items()
}
