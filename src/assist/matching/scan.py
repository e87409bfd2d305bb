"""All hits of all wordings in a draft, or in the neighbourhood of a change."""

from collections.abc import Iterable, Iterator, Sequence

from assist.matching.gapped import join
from assist.matching.hit import Hit, hit_at
from assist.matching.index import CandidateIndex
from assist.matching.listed import Listed
from assist.matching.template import GAP_REACH
from assist.matching.verify import Stretch, stretches
from assist.text.characters import CHARACTERS, Kind, Typed
from assist.text.normalise import Normalised, normalise

_LATIN = int(Typed.LATIN)
_SYLLABLE = int(Typed.PINYIN)
_SHORT = 3  # up to so many syllables have to be a run of letters of their own


class Scanner:
    """Finds the wordings that are compared in one way: by syllable or by letter."""

    def __init__(self, listed: Sequence[Listed], *, pinyin: bool) -> None:
        self._listed = tuple(listed)
        self._pinyin = pinyin
        self._index = CandidateIndex(
            [(one.keys[one.anchor], one.edits) for one in self._listed]
        )
        self.reach = max(map(_reach, self._listed), default=0)

    def hits(self, text: str) -> list[Hit]:
        """Return the best hits of every wording in ``text``, by place."""
        if not self._listed:
            return []
        elements = normalise(text, pinyin=self._pinyin)
        found: list[Hit] = []
        wordings, begins = self._index.candidates(elements.keys)
        by_wording: dict[int, list[Stretch]] = {}
        for wording, begin in zip(wordings.tolist(), begins.tolist(), strict=True):
            listed = self._listed[wording]
            some = by_wording.setdefault(wording, [])
            some.extend(_found(listed, elements, begin))
        for wording, some in by_wording.items():
            listed = self._listed[wording]
            whole = [one for one in some if _whole(text, elements, one)]
            for price, first, after in best(whole):
                found.append(hit_at(listed, elements, first, after, price))
        return sorted(found, key=lambda hit: (hit.start, hit.end))


def _reach(listed: Listed) -> int:
    """Return over how many elements a hit can stretch."""
    return listed.length + listed.edits + GAP_REACH * (len(listed.keys) - 1)


def _found(listed: Listed, elements: Normalised, begin: int) -> Iterator[Stretch]:
    if len(listed.keys) == 1:
        yield from stretches(listed, elements, begin)
        return
    joined = join(listed, elements, begin)
    if joined is not None:
        yield joined


def best(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Return the cheapest of those that overlap, then the longest, then the first."""
    chosen: list[Stretch] = []
    order = sorted(set(stretches), key=lambda one: (one[0], one[1] - one[2], one[1]))
    for one in order:
        if all(one[2] <= other[1] or other[2] <= one[1] for other in chosen):
            chosen.append(one)
    return chosen


def _whole(text: str, elements: Normalised, stretch: Stretch) -> bool:
    """Tell whether no word or number of Latin script is cut in two."""
    _, first, after = stretch
    short = after - first <= _SHORT
    return not (
        _cuts(text, elements, first, elements.starts[first], short=short)
        or _cuts(text, elements, after - 1, elements.ends[after - 1], short=short)
    )


def _cuts(text: str, elements: Normalised, index: int, at: int, *, short: bool) -> bool:
    """Tell whether the element's run of letters or digits goes on beyond ``at``."""
    typed = elements.typed[index]
    if not typed & _LATIN or not 0 < at < len(text):
        return False
    if typed & _SYLLABLE and not short:
        return False
    kinds = {CHARACTERS[text[at - 1]].kind, CHARACTERS[text[at]].kind}
    return len(kinds) == 1 and kinds <= {int(Kind.LETTER), int(Kind.DIGIT)}
