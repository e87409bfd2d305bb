"""Toneless syllables: their keys, and how Latin letters divide into them.

A *key* is one private-use code point per class of syllables that sound alike
to many speakers (zhi/zi, ying/yin), so that plain string functions compare
sounds.  A *typed syllable* is one private-use code point per exact syllable and
stands for pinyin written instead of a character.
"""

from functools import cache

from assist.text.tables import first_readings

_KEYS_FROM = 0xE000
_TYPED_FROM = 0xE400
LONGEST_RUN = 48  # longer runs of letters are no pinyin anybody types
_LONGEST_SYLLABLE = 6


@cache
def syllables() -> tuple[str, ...]:
    """Return every toneless syllable, in alphabetical order."""
    return tuple(sorted({*first_readings().values(), "nin"}))


def sound_class(syllable: str) -> str:
    """Return the spelling that stands for all syllables confused with this one."""
    if syllable == "nin":
        return "ni"  # 您 counts as 你
    if syllable[:2] in {"zh", "ch", "sh"}:
        syllable = syllable[0] + syllable[2:]
    if syllable.endswith(("ang", "eng", "ing")):
        syllable = syllable[:-1]
    return syllable


@cache
def key_of() -> dict[str, str]:
    """Return syllable -> key."""
    classes = sorted({sound_class(one) for one in syllables()})
    number = {name: index for index, name in enumerate(classes)}
    return {one: chr(_KEYS_FROM + number[sound_class(one)]) for one in syllables()}


@cache
def typed_syllable_of() -> dict[str, str]:
    """Return syllable -> the code point that stands for it typed in letters."""
    return {one: chr(_TYPED_FROM + index) for index, one in enumerate(syllables())}


@cache
def spelled() -> dict[str, str]:
    """Return the code point of a typed syllable -> its spelling."""
    return {code: one for one, code in typed_syllable_of().items()}


def divide(letters: str) -> tuple[str, ...]:
    """Divide lower-case ``letters`` into as few syllables as possible.

    Of equally short divisions the one with the longest first syllable is taken.
    Returns an empty tuple when the letters are not wholly made of syllables.
    Not cached: what an agent typed is kept nowhere; a run of 13 letters takes 10 µs.
    """
    if len(letters) > LONGEST_RUN:
        return ()
    known = key_of()
    best: list[tuple[str, ...] | None] = [None] * len(letters) + [()]
    for start in range(len(letters) - 1, -1, -1):
        for end in range(min(start + _LONGEST_SYLLABLE, len(letters)), start, -1):
            rest = best[end]
            head = letters[start:end]
            if rest is None or head not in known:
                continue
            found = best[start]
            if found is None or len(rest) + 1 < len(found):
                best[start] = (head, *rest)
    return best[0] or ()
