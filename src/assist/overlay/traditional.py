"""Chinese of the phrase list in Traditional characters, for the 繁體 interface.

Only what is read: a draft and what is put into it are never converted.

Source: OpenCC, through ``tools/build_traditional_table.py``.
"""

from functools import cache
from pathlib import Path

_TABLE = Path(__file__).parent / "i18n" / "traditional.txt"
_MARKS = str.maketrans("“‘”’", "「『」』")


@cache
def _table() -> tuple[dict[str, str], dict[str, str]]:
    old, new, *lines = _TABLE.read_text("utf-8").splitlines()
    single = dict(zip(old, new, strict=True))
    return single, {line[:2]: line[2:] for line in lines}


def to_traditional(text: str) -> str:
    """Return ``text`` in the characters and quotation marks of 繁體.

    Pairs that are written otherwise than their characters one by one come
    first, from left to right (头发 is 頭髮, 发票 is 發票).
    """
    single, pairs = _table()
    parts: list[str] = []
    at = 0
    while at < len(text):
        pair = pairs.get(text[at : at + 2])
        parts.append(pair or single.get(text[at], text[at]))
        at += 2 if pair else 1
    return "".join(parts).translate(_MARKS)
