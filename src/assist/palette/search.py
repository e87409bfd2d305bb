"""Search the compliant sentences by hanzi, pinyin, initials or scenario."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from assist.model.standard import StandardPhrase
from assist.text.tables import first_readings, simplified

_BLANK = re.compile(r"[\s'’]+")
_SLOT = re.compile(r"[{｛][^{}｛｝]*[}｝]")


@dataclass(frozen=True, slots=True)
class _Keys:
    """What of a sentence is compared, all in lower case without blanks."""

    text: str
    pinyin: tuple[str, ...]
    scenario: str
    scenario_pinyin: tuple[str, ...]


class PhraseSearch:
    """An index of sentences; made once, then asked at every key.

    Args:
        phrases: In the order of the list, which is kept among equals.
    """

    def __init__(self, phrases: Iterable[StandardPhrase]) -> None:
        self._phrases = tuple(phrases)
        self._keys = tuple(_keys(phrase) for phrase in self._phrases)

    def find(self, query: str, *, most: int = 50) -> tuple[StandardPhrase, ...]:
        """Return the sentences that ``query`` finds, the likeliest first.

        Hanzi are looked for as they stand, then in the scenario; Latin letters
        as pinyin from the beginning of a syllable, or as initials.  Without a
        query all are returned in the order of the list.
        """
        wanted = _plain(query)
        if not wanted:
            return self._phrases[:most]
        ranked = [
            (rank, at)
            for at, keys in enumerate(self._keys)
            if (rank := _rank(wanted, keys)) is not None
        ]
        return tuple(self._phrases[at] for _, at in sorted(ranked)[:most])


def _rank(wanted: str, keys: _Keys) -> tuple[int, int] | None:
    """Return how well it fits, less is better: what was found, and where."""
    places = (
        keys.text.find(wanted),
        _sounds(wanted, keys.pinyin),
        keys.scenario.find(wanted),
        _sounds(wanted, keys.scenario_pinyin),
    )
    for what, place in enumerate(places):
        if place >= 0:
            return what, place
    return None


def _sounds(wanted: str, syllables: tuple[str, ...]) -> int:
    """Return the syllable from which ``wanted`` can be read, or -1.

    Each syllable may be given in part, from its beginning: qsd, qingshao and
    qshaod all find 请稍等.
    """
    if not wanted.isascii() or not wanted.isalpha():
        return -1
    for first in range(len(syllables)):
        if _reads(wanted, syllables, first):
            return first
    return -1


def _reads(wanted: str, syllables: tuple[str, ...], at: int) -> bool:
    """Tell whether ``wanted`` is made of beginnings of the syllables from ``at``."""
    reached = {0}
    for syllable in syllables[at:]:
        following = set()
        for done in reached:
            for size in range(1, len(syllable) + 1):
                if not wanted.startswith(syllable[:size], done):
                    break
                following.add(done + size)
        if len(wanted) in following:
            return True
        if not following:
            return False
        reached = following
    return False


def _keys(phrase: StandardPhrase) -> _Keys:
    text = _SLOT.sub("", phrase.text)
    return _Keys(
        _plain(text),
        _syllables(text),
        _plain(phrase.scenario),
        _syllables(phrase.scenario),
    )


def _plain(text: str) -> str:
    return _BLANK.sub("", text.lower()).translate(_simple())


def _syllables(text: str) -> tuple[str, ...]:
    readings = first_readings()
    return tuple(readings[each] for each in text if each in readings)


@cache
def _simple() -> dict[int, str]:
    return {ord(old): new for old, new in simplified().items()}
