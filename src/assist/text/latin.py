"""Runs of Latin letters: syllables where they divide into syllables, else letters."""

from assist.text.characters import CHARACTERS, Kind, Typed
from assist.text.syllables import LONGEST_RUN, divide, key_of, typed_syllable_of

# Literal, key, start, end, how typed.
Run = list[tuple[str, str, int, int, int]]

LONGEST_LOOK = 2 * LONGEST_RUN  # how far a cut inside a run can matter
_LEET = str.maketrans("013457@$8", "oieastasb")
_LEET_MARKS = frozenset("013457@$8")
_LETTER = int(Kind.LETTER)
_QUOTES = frozenset("'’")


def read_run(text: str, at: int, stop: int, *, pinyin: bool) -> tuple[Run, int]:
    """Read the run of letters that begins at ``at``.

    A run begins and ends with a letter; between letters a digit may stand for
    a letter (c4lm) and an apostrophe for nothing (xi'an).  A run longer than
    anybody's pinyin is read as single letters wherever it is cut.

    Returns:
        The elements, and where the reading stopped.
    """
    end = _run_end(text, at, stop)
    if pinyin and end - at <= LONGEST_LOOK:
        spelling = [_letters(code) for code in text[at:end]]
        syllables = divide("".join(spelling))
        if syllables:
            return _syllables(at, spelling, syllables), end
    return _single(text, at, end, leet=not pinyin), end


def _run_end(text: str, at: int, stop: int) -> int:
    """Return the end of the run; of a long run at least ``stop``."""
    end = at + 1
    limit = max(stop, min(len(text), at + LONGEST_LOOK + 1))
    for place in range(at + 1, min(limit, len(text))):
        character = CHARACTERS[text[place]]
        if character.kind == _LETTER:
            end = place + 1
        elif not character.in_run or place - end > 1:
            break
    return end


def _letters(code: str) -> str:
    """Return what a code point adds to the spelling of its run."""
    character = CHARACTERS[code]
    if character.kind == _LETTER:
        return character.literals
    return "" if code in _QUOTES else code.translate(_LEET)


def _syllables(at: int, spelling: list[str], syllables: tuple[str, ...]) -> Run:
    how = int(Typed.PINYIN | Typed.LATIN)
    result: Run = []
    place = 0
    for syllable in syllables:
        start, left = place, len(syllable)
        while left > 0:
            left -= len(spelling[place])
            place += 1
        code = typed_syllable_of()[syllable]
        result.append((code, key_of()[syllable], at + start, at + place, how))
    return result


def _single(text: str, at: int, end: int, *, leet: bool) -> Run:
    result: Run = []
    for place in range(at, end):
        code = text[place]
        character = CHARACTERS[code]
        if leet and code in _LEET_MARKS:
            letter = code.translate(_LEET)
            how = int(Typed.VARIANT | Typed.LATIN)
            result.append((letter, letter, place, place + 1, how))
            continue
        how = int(character.typed)
        result.extend((one, one, place, place + 1, how) for one in character.literals)
    return result
