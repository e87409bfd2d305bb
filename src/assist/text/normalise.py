"""Turn a draft into the elements that are compared, each with its place.

An element is a character that says something, or a syllable typed in letters.
Spaces, punctuation, emoji and invisible characters are no elements; they are
remembered as the gap before the next one.
"""

from dataclasses import dataclass, field
from enum import IntEnum

from assist.text.characters import CHARACTERS, Kind, Typed
from assist.text.latin import LONGEST_LOOK, Run, read_run
from assist.text.marks import EMOTICON, MEANINGS, SPLIT_HEADS, SPLITS

MOST_NOISE = 32  # nobody spreads one phrase over more noise than this
_LONGEST_EMOTICON = 6
# Plain numbers: looking up a member of an enumeration costs more than the rest.
_HANZI = int(Kind.HANZI)
_LETTER = int(Kind.LETTER)
_SPLIT = int(Typed.SPLIT)


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
    result = Normalised()
    literals: list[str] = []
    keys: list[str] = []
    starts, ends, gaps, typed = result.starts, result.ends, result.gaps, result.typed
    stop = len(text) if end is None else end
    at, gap, noise = start, 0, 0
    while at < stop:
        code = text[at]
        character = CHARACTERS[code]
        kind = character.kind
        if kind == _HANZI:
            if code in SPLIT_HEADS and text[at : at + 2] in SPLITS:
                whole = SPLITS[text[at : at + 2]]
                literals.append(whole)
                keys.append(CHARACTERS[whole].keys)
                ends.append(at + 2)
                typed.append(_SPLIT)
            elif at and text[at - 1] == code and _thrice(text, at):
                noise += 1
                at += 1
                continue
            else:
                literals.append(character.literals)
                keys.append(character.keys)
                ends.append(at + 1)
                typed.append(character.typed)
            starts.append(at)
            gaps.append(gap if noise <= MOST_NOISE else _BREAK)
            at, gap, noise = ends[-1], 0, 0
        elif kind < _HANZI and not (code in MEANINGS or code == "["):
            gap = max(gap, kind)
            noise += 1
            at += 1
        else:
            parts, after = _several(text, at, stop, pinyin=pinyin)
            if not parts:
                gap = max(gap, _NOISE)
                noise += after - at
            for literal, key, begins, stops, how in parts:
                literals.append(literal)
                keys.append(key)
                starts.append(begins)
                ends.append(stops)
                typed.append(how)
                gaps.append(gap if noise <= MOST_NOISE else _BREAK)
                gap = noise = 0
            at = after
    result.literals = "".join(literals)
    result.keys = "".join(keys)
    return result


def _thrice(text: str, at: int) -> bool:
    """Tell whether a repeated code point is one of three or more in a row."""
    code = text[at]
    return text[at - 2 : at - 1] == code or text[at + 1 : at + 2] == code


def _several(text: str, at: int, stop: int, *, pinyin: bool) -> tuple[Run, int]:
    """Read what is no plain hanzi: letters, digits, brackets, ligatures."""
    code = text[at]
    character = CHARACTERS[code]
    if character.kind == _LETTER:
        return read_run(text, at, stop, pinyin=pinyin)
    if code == "[":
        found = EMOTICON.match(text, at)
        return [], found.end() if found else at + 1
    if code in MEANINGS:
        meant = MEANINGS[code]
        return [
            (one, CHARACTERS[one].keys, at, at + 1, int(Typed.VARIANT)) for one in meant
        ], at + 1
    pairs = zip(character.literals, character.keys, strict=True)
    return [(one, key, at, at + 1, int(character.typed)) for one, key in pairs], at + 1


def token_start(text: str, at: int) -> int:
    """Return the nearest place at or before ``at`` where no token is cut.

    Looks back over at most :data:`LONGEST_LOOK` code points.
    """
    lowest = max(0, at - LONGEST_LOOK)
    while lowest < at <= len(text) and CHARACTERS[text[at - 1]].in_run:
        at -= 1
    if 0 < at < len(text) and text[at - 1 : at + 1] in SPLITS:
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
