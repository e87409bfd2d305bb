"""Build the tables of readings and of simplified forms that ``assist.text`` loads.

Readings come from the Unihan database (Debian package ``unicode-data``), the
simplified forms from OpenCC (``pip install opencc``).  Neither is needed at run
time.  Usage::

    python tools/build_character_tables.py [--unihan FOLDER]
"""

import argparse
import bz2
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import opencc  # type: ignore[import-not-found]

TARGET = Path(__file__).parent.parent / "src" / "assist" / "text" / "data"
HANZI = [*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000)]
NOT_A_SYLLABLE = {"m", "n", "ng", "hm", "hng", "e^", "o", "r", "eng"}
# The dictionaries' first reading is not the one agents type most.
COMMONEST = {
    "地": "di",
    "得": "de",
    "着": "zhe",
    "了": "le",
    "的": "de",
    "没": "mei",
    "还": "hai",
    "都": "dou",
    "什": "shen",
    "么": "me",
    "哦": "o",
    "嗯": "en",
    "噢": "o",
    "喔": "o",
    "呗": "bei",
    "哟": "yo",
    "咯": "lo",
    "嘞": "lei",
    "哒": "da",
    "滴": "di",
    "哪": "na",
    "谁": "shui",
    "啥": "sha",
    "咋": "za",
    "俩": "lia",
    "您": "nin",
    "妳": "ni",
}


def toneless(reading: str) -> str:
    """Return ``reading`` without its tone, ``ü`` written ``v``."""
    bare = unicodedata.normalize("NFD", reading.lower()).replace("u\u0308", "v")
    bare = bare.replace("e\u0302", "e^")
    return "".join(c for c in bare if c.isascii())


def fields(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Yield ``(character, field, value)`` for every reading of Unihan."""
    with bz2.open(folder / "Unihan_Readings.txt.bz2", "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("U+"):
                code, field, value = line.rstrip("\n").split("\t")
                yield chr(int(code.removeprefix("U+"), base=16)), field, value


def readings(folder: Path) -> dict[str, list[str]]:
    """Return the toneless readings of each character, the commonest first."""
    found: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for character, field, value in fields(folder):
        if field == "kHanyuPinlu":
            listed = [part.split("(")[0] for part in value.split()]
        elif field == "kMandarin":
            listed = value.split()[:1]
        elif field == "kTGHZ2013":
            listed = re.findall(r":([^ ]+)", value)
            listed = [one for part in listed for one in part.split(",")]
        else:
            continue
        found[character][field] = [toneless(one) for one in listed]
    order = ("kHanyuPinlu", "kMandarin", "kTGHZ2013")
    result = {}
    for character, by_field in found.items():
        every = [one for field in order for one in by_field.get(field, ())]
        if character in COMMONEST:
            every.insert(0, COMMONEST[character])
        result[character] = list(dict.fromkeys(every))
    return result


def write_readings(folder: Path) -> None:
    """Write ``readings.txt``: syllable, its characters, characters read so at times."""
    first: dict[str, list[str]] = defaultdict(list)
    other: dict[str, list[str]] = defaultdict(list)
    table = readings(folder)
    for code in HANZI:
        known = [
            one
            for one in table.get(chr(code), ())
            if one not in NOT_A_SYLLABLE or chr(code) in COMMONEST
        ]
        if known:
            first[known[0]].append(chr(code))
            for one in known[1:]:
                other[one].append(chr(code))
    lines = [
        f"{syllable}\t{''.join(first[syllable])}\t{''.join(other[syllable])}\n"
        for syllable in sorted(first)
    ]
    (TARGET / "readings.txt").write_text("".join(lines), encoding="utf-8")


def write_simplified() -> None:
    """Write ``simplified.txt``: Traditional forms, and below each its simple one."""
    convert = opencc.OpenCC("t2s").convert
    pairs = [(chr(code), convert(chr(code))) for code in HANZI]
    pairs = [(old, new) for old, new in pairs if new != old and len(new) == 1]
    text = "".join(old for old, _ in pairs) + "\n" + "".join(new for _, new in pairs)
    (TARGET / "simplified.txt").write_text(text + "\n", encoding="utf-8")


def main() -> None:
    """Read the sources and write both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--unihan", type=Path, default=Path("/usr/share/unicode"))
    TARGET.mkdir(exist_ok=True)
    write_readings(parser.parse_args().unihan)
    write_simplified()


if __name__ == "__main__":
    main()
