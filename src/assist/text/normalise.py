"""Turn a draft into the elements that are compared, each with its place.

An element is a character that says something, or a syllable typed in letters.
Spaces, punctuation, emoji and invisible characters are no elements; they are
remembered as the gap before the next one.
"""

import re
from dataclasses import dataclass, field
from enum import IntEnum

from assist.text.characters import CHARACTERS, KEYS, LITERALS, Kind, Typed
from assist.text.latin import LONGEST_LOOK, Run, read_run
from assist.text.marks import EMOTICON, MEANINGS, PLAIN, meant_by_pair

MOST_NOISE = 32  # nobody spreads one phrase over more noise than this
_LONGEST_EMOTICON = 6
# Plain numbers: looking up a member of an enumeration costs more than the rest.
_HANZI = int(Kind.HANZI)
_LETTER = int(Kind.LETTER)
_SPLIT = int(Typed.SPLIT)
_VARIANT = int(Typed.VARIANT)
_REPEATED = int(Typed.NOISE | Typed.REPEATED)


class Gap(IntEnum):
    """What stands before an element; the strongest of several."""

    NONE = 0
    NOISE = 1
    CLAUSE = 2
    SENTENCE = 3
    BREAK = 4  # so much noise that no phrase reaches across


_NOISE = int(Gap.NOISE)
_BREAK = int(Gap.BREAK)


@dataclass(slots=True)
class Normalised:
    """The elements of a text; five parallel sequences.

    Attributes:
        literals: One code point per element: the folded character, or the code
            of a syllable typed in letters.
        keys: One code point per element: what it sounds like.
        starts: Where each element begins in the text.
        ends: Where each element ends, exclusive.
        gaps: What stands before each element.
        typed: How each element was typed.
    """

    literals: str = field(default="", repr=False)
    keys: str = field(default="", repr=False)
    starts: list[int] = field(default_factory=list, repr=False)
    ends: list[int] = field(default_factory=list, repr=False)
    gaps: list[int] = field(default_factory=list, repr=False)
    typed: list[int] = field(default_factory=list, repr=False)

    def __len__(self) -> int:
        return len(self.keys)


def normalise(
    text: str, start: int = 0, end: int | None = None, *, pinyin: bool = True
) -> Normalised:
    """Return the elements of ``text[start:end]``.

    The neighbours outside the stretch are seen, so that a stretch whose ends
    come from :func:`token_start` gives the elements the whole text gives there.

    Args:
        text: Any text at all, lone surrogates and NULs included.
        start: Where to begin, in code points.
        end: Where to end; the end of the text when None.
        pinyin: Take runs of Latin letters for syllables where they divide into
            syllables; otherwise every letter is an element of its own.
    """
    stop = len(text) if end is None else end
    made = _Making(text, start, stop, pinyin=pinyin)
    at, runs = start, PLAIN.match
    while at < stop:
        run = runs(text, at)
        at = made.plain(at, run.end()) if run else made.other(at)
    return made.result()


_literal, _key = LITERALS.__getitem__, KEYS.__getitem__
_THRICE = re.compile(r"(.)\1\1")


class _Making:
    """A normalised text in the making."""

    def __init__(self, text: str, start: int, stop: int, *, pinyin: bool) -> None:
        self._stop = stop
        self._text = text
        self._repeats = _THRICE.search(text, max(0, start - 2), stop + 2) is not None
        self._pinyin = pinyin
        self._literals: list[str] = []
        self._keys: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._gaps: list[int] = []
        self._typed: list[int] = []
        self._gap = 0
        self._noise = 0

    def result(self) -> Normalised:
        return Normalised(
            "".join(self._literals),
            "".join(self._keys),
            self._starts,
            self._ends,
            self._gaps,
            self._typed,
        )

    def plain(self, at: int, end: int) -> int:
        """Take the run of common characters from ``at``; return where it was left."""
        text = self._text
        end = min(end, self._stop)
        if self._repeats:
            repeated = _THRICE.search(text, max(0, at - 2), end + 2)
            if repeated:
                end = min(end, repeated.start())
                if end <= at:
                    return self._character(at)
        run = text[at:end]
        literals = "".join(map(_literal, run))
        self._literals.append(literals)
        self._keys.append("".join(map(_key, run)))
        self._starts.extend(range(at, end))
        self._ends.extend(range(at + 1, end + 1))
        self._gaps.append(self._before())
        nothing = bytes(end - at)
        self._gaps.extend(nothing[1:])
        if literals == run:
            self._typed.extend(nothing)
        else:
            self._typed.extend(CHARACTERS[code].typed for code in run)
        return end

    def _before(self) -> int:
        """Return what stands before the next element, and forget it."""
        gap = self._gap if self._noise <= MOST_NOISE else _BREAK
        self._gap = self._noise = 0
        return gap

    def _skip(self, gap: int, codes: int) -> int:
        self._gap = max(self._gap, gap)
        self._noise += codes
        return codes

    def _emit(self, run: Run) -> None:
        for literal, key, start, end, typed in run:
            self._literals.append(literal)
            self._keys.append(key)
            self._starts.append(start)
            self._ends.append(end)
            self._gaps.append(self._before())
            self._typed.append(typed)

    def _character(self, at: int) -> int:
        """Take one hanzi, or two that are read as one; return where it was left."""
        text = self._text
        code = text[at]
        meant = meant_by_pair(text, at)
        if meant:
            self._emit([(one, KEYS[one], at, at + 2, _SPLIT) for one in meant])
            return at + 2
        if at and text[at - 1] == code and _thrice(text, at):
            return self._repetition(at)
        typed = CHARACTERS[code].typed
        if text[at : at + 3] == code * 3:
            typed |= _REPEATED
        self._emit([(LITERALS[code], KEYS[code], at, at + 1, typed)])
        return at + 1

    def _repetition(self, at: int) -> int:
        """Take one more of the same into the element before, as far as noise goes."""
        if self._ends and self._ends[-1] == at and self._noise < MOST_NOISE:
            self._ends[-1] = at + 1
        return at + self._skip(0, 1)

    def other(self, at: int) -> int:
        """Take what is no common character; return where it was left."""
        text = self._text
        code = text[at]
        character = CHARACTERS[code]
        kind = character.kind
        if kind == _HANZI:
            return self._character(at)
        if kind == _LETTER:
            run, after = read_run(text, at, self._stop, pinyin=self._pinyin)
            self._emit(run)
            return after
        if code == "[":
            found = EMOTICON.match(text, at)
            return at + self._skip(_NOISE, found.end() - at if found else 1)
        if code in MEANINGS:
            meant = MEANINGS[code]
            self._emit([(one, KEYS[one], at, at + 1, _VARIANT) for one in meant])
        elif kind < _HANZI:
            self._skip(kind, 1)
        else:
            pairs = zip(character.literals, character.keys, strict=True)
            self._emit([(one, key, at, at + 1, character.typed) for one, key in pairs])
        return at + 1


def _thrice(text: str, at: int) -> bool:
    """Tell whether a repeated code point is one of three or more in a row."""
    code = text[at]
    return text[at - 2 : at - 1] == code or text[at + 1 : at + 2] == code


def token_start(text: str, at: int) -> int:
    """Return the nearest place at or before ``at`` where no token is cut.

    Looks back over at most :data:`LONGEST_LOOK` code points.
    """
    lowest = max(0, at - LONGEST_LOOK)
    while lowest < at <= len(text) and CHARACTERS[text[at - 1]].in_run:
        at -= 1
    if 0 < at < len(text) and meant_by_pair(text, at - 1):
        at -= 1
    opening = text.rfind("[", max(0, at - _LONGEST_EMOTICON), at)
    if opening >= 0:
        found = EMOTICON.match(text, opening)
        if found and found.end() > at:
            return opening
    return at


def token_end(text: str, at: int) -> int:
    """Return the nearest place at or after ``at`` where no token is cut."""
    highest = min(len(text), at + LONGEST_LOOK)
    while 0 < at < highest and CHARACTERS[text[at]].in_run:
        at += 1
    while at < highest and token_start(text, at) < at:
        at += 1
    return at
