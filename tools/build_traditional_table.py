"""Build the table by which Chinese reasons are shown in Traditional characters.

One character to one, and the pairs of characters that OpenCC (``pip install
opencc``) converts otherwise than one by one: 以后 to 以後, 头发 to 頭髮.  OpenCC is
not needed at run time.  Takes a minute.  Usage::

    python tools/build_traditional_table.py
"""

from collections.abc import Iterator
from pathlib import Path

import opencc  # type: ignore[import-not-found]

TARGET = Path(__file__).parent.parent / "src/assist/overlay/i18n/traditional.txt"
COMMON = range(0xB0, 0xD8)  # the first level of GB 2312, by reading
ALL = range(0xB0, 0xF8)


def hanzi(rows: range) -> Iterator[str]:
    """Yield the characters of these rows of GB 2312."""
    for high in rows:
        for low in range(0xA1, 0xFF):
            character = bytes([high, low]).decode("gb2312", "ignore")
            if character:
                yield character


def main() -> None:
    """Write the table: two lines of characters, then the pairs."""
    convert = opencc.OpenCC("s2tw").convert
    single = {each: convert(each) for each in hanzi(ALL)}
    changed = {old: new for old, new in single.items() if new != old and len(new) == 1}
    lines = ["".join(changed), "".join(changed.values())]
    common = tuple(hanzi(COMMON))
    for first in common:
        pairs = [first + second for second in common]
        converted = convert("\n".join(pairs)).split("\n")
        for old, new in zip(pairs, converted, strict=True):
            if len(new) == len(old) and new != single[old[0]] + single[old[1]]:
                lines.append(old + new)
    TARGET.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
