"""What one code point means to the matcher, independent of its neighbours."""

import unicodedata
from dataclasses import dataclass
from enum import IntEnum, IntFlag

from assist.text.syllables import key_of
from assist.text.tables import first_readings, simplified


class Kind(IntEnum):
    """The part a code point plays."""

    NOISE = 1  # spaces, quotes, emoji, zero-width: nothing is said by it
    CLAUSE = 2  # ends a clause: a comma
    SENTENCE = 3  # ends a sentence: a full stop, a line break
    HANZI = 4
    LETTER = 5  # Latin, after folding
    DIGIT = 6
    OTHER = 7  # letters of other scripts


class Typed(IntFlag):
    """How an element was typed, where that differs from the plain way."""

    PLAIN = 0
    NOISE = 1  # full width, upper case, circled, accents, repeated
    VARIANT = 2  # Traditional, 您 for 你, a digit for a letter
    PINYIN = 4
    SPLIT = 8  # 矢口 for 知
    LATIN = 16  # a letter or digit, or a syllable typed in letters
    REPEATED = 32  # the first of three or more in a row


@dataclass(frozen=True, slots=True)
class Character:
    """A code point, folded.

    Attributes:
        kind: A :class:`Kind`, as a plain number: it is compared once per key stroke
            and code point.
        literals: The folded characters it stands for; empty for the three
            kinds that say nothing.
        keys: The key of each literal: its syllable's, or the literal itself.
        typed: :class:`Typed` flags, as a plain number.
        in_run: It may stand in a run of letters: a letter, a digit or sign
            used as one, an apostrophe.
    """

    kind: int
    literals: str = ""
    keys: str = ""
    typed: int = 0
    in_run: bool = False


_SENTENCE = "。！？!?；;\n\r\u2028\u2029｡﹗﹖﹔"
_CLAUSE = "，,、：:.…～~—،﹐﹑﹕､·．"
# 您 and 你, the spellings of one sound, and the forms of 什么 are one.
_SAME = {
    "您": "你",
    "妳": "你",
    "祢": "你",
    "她": "他",
    "它": "他",
    "牠": "他",
    "咗": "了",
    "甚": "什",
    "麽": "么",
    "罗": "啰",
    "唆": "嗦",
    "囉": "啰",
    "喔": "哦",
    "噢": "哦",
    "伱": "你",
    "沒": "没",
    "冇": "没",
    "吥": "不",
    "幺": "么",
}
# Letters of other scripts that look Latin.
_LATIN_LOOKS = dict(
    zip(
        "авекмнорстухіјѕԁԛԝүһαβεηικμνορτυχωζ",
        "abekmhopctyxijsdqwyhabenikmvoptuxwz",
        strict=True,
    )
)
# Sounded alike: 说了3遍 for 说了三遍.
_NUMERALS = dict(zip("0123456789", "零一二三四五六七八九", strict=True))
_IN_RUN = "013457@$8'’"
_FEW = 4  # of a ligature as long as ﷺ only the first letters count


class _Characters(dict[str, Character]):
    """Characters by code point, worked out when first asked for."""

    def __missing__(self, code: str) -> Character:
        found = self[code] = _character(code)
        return found


def _character(code: str) -> Character:
    if code in _SENTENCE:
        return Character(int(Kind.SENTENCE))
    if code in _CLAUSE:
        return Character(int(Kind.CLAUSE))
    folded = _folded(code)
    literals = "".join(one for one in map(_simple, folded) if one)[:_FEW]
    if not literals:
        return Character(int(Kind.NOISE), in_run=code in _IN_RUN)
    keys = "".join(map(_key, literals))
    kind = _kind(literals[0])
    typed = Typed.PLAIN
    if literals != folded:
        typed |= Typed.VARIANT
    if folded != code:
        typed |= Typed.NOISE
    if kind in {Kind.LETTER, Kind.DIGIT}:
        typed |= Typed.LATIN
    in_run = kind is Kind.LETTER or code in _IN_RUN
    return Character(int(kind), literals, keys, int(typed), in_run)


def _folded(code: str) -> str:
    """Undo width, case, circles and accents; "" when nothing is left."""
    if "\u4e00" <= code <= "\u9fbb":
        return code  # a hanzi has none of them; nearly all that is typed is here
    if unicodedata.category(code) in {"Cs", "Co", "Cn", "Cc", "Cf"}:
        return ""
    whole = unicodedata.normalize("NFKC", code)
    apart = unicodedata.normalize("NFKD", whole)
    if not any("\u1100" <= one <= "\u11ff" for one in apart):  # not Hangul
        whole = apart
    return "".join(one for one in whole.lower() if unicodedata.category(one)[0] in "LN")


def _simple(one: str) -> str:
    """Return the form that stands for ``one`` and all that is equal to it."""
    one = simplified().get(one, one)
    return _SAME.get(one) or _LATIN_LOOKS.get(one, one)


def _key(literal: str) -> str:
    syllable = first_readings().get(_NUMERALS.get(literal, literal))
    return key_of()[syllable] if syllable else literal


def _kind(literal: str) -> Kind:
    if literal.isascii():
        return Kind.LETTER if literal.isalpha() else Kind.DIGIT
    return Kind.HANZI if literal in first_readings() else Kind.OTHER


CHARACTERS: dict[str, Character] = _Characters()


class _Literals(dict[str, str]):
    """The one literal of each common character, for mapping over runs of them."""

    def __missing__(self, code: str) -> str:
        found = self[code] = CHARACTERS[code].literals
        return found


class _Keys(dict[str, str]):
    """The key of each common character, for mapping over runs of them."""

    def __missing__(self, code: str) -> str:
        found = self[code] = CHARACTERS[code].keys
        return found


LITERALS: dict[str, str] = _Literals()
KEYS: dict[str, str] = _Keys()
