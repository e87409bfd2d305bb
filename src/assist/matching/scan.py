"""All hits of all wordings in a draft, or in the neighbourhood of a change."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from assist.matching.gapped import join
from assist.matching.hit import Hit
from assist.matching.index import CandidateIndex
from assist.matching.listed import Listed
from assist.matching.order import OrderIndex
from assist.matching.signature import Signatures
from assist.matching.tables import Tables
from assist.matching.verify import Memo, Stretch, stretches
from assist.matching.wordings import Wordings
from assist.model.rule import Rule
from assist.model.span import Span
from assist.text.characters import CHARACTERS, Kind, Typed
from assist.text.normalise import (
    MOST_NOISE,
    Normalised,
    normalise,
    token_end,
    token_start,
)

_LATIN = int(Typed.LATIN)
_SYLLABLE = int(Typed.PINYIN)
_REPEATED = int(Typed.REPEATED)
_LETTER = int(Kind.LETTER)
_DIGIT = int(Kind.DIGIT)
_SHORT = 3  # up to so many syllables have to be a run of letters of their own
_BLOCK = 4096  # a long stretch is worked through in blocks of so many code points


class Scanner:
    """Finds the wordings that are compared in one way: by syllable or by letter.

    Args:
        tables: The index of the wordings.
        rules: All rules, as the wordings number them.
        pinyin: By syllable.
    """

    def __init__(
        self, tables: Tables, rules: tuple[Rule, ...], *, pinyin: bool
    ) -> None:
        self._wordings = Wordings(tables.lines, rules)
        self._pinyin = pinyin
        signatures = Signatures(tables.bits, tables.lengths, tables.lacking)
        self._index = CandidateIndex(tables, signatures)
        self._order = OrderIndex(tables.exchanged, self._wordings)
        self._reach = tables.reach

    def hits(self, text: str, changed: Span, memo: Memo) -> Iterator[Hit]:
        """Yield every hit that touches ``changed``, each once."""
        if not self._reach:
            return
        if len(changed) <= _BLOCK:
            yield from self._block(text, changed, memo)
            return
        for start in range(changed.start, changed.end, _BLOCK):
            block = Span(start, min(start + _BLOCK, changed.end))
            for hit in self._block(text, block, memo):
                if hit.start > start or start == changed.start:
                    yield hit

    def _block(self, text: str, changed: Span, memo: Memo) -> Iterator[Hit]:
        elements = self._neighbourhood(text, changed)
        if elements is None:
            return
        low = bisect_left(elements.ends, changed.start)
        high = bisect_right(elements.starts, changed.end)
        for listed, stretch in self._stretches(elements, low, high, memo):
            price, first, after = stretch
            start, end = elements.starts[first], elements.ends[after - 1]
            if (
                start <= changed.end
                and end >= changed.start
                and _whole(text, elements, stretch)
                and not (listed.repeated and not _repeats(elements, stretch))
            ):
                yield Hit(listed, price, start, end, elements, first, after)

    def _stretches(
        self, elements: Normalised, low: int, high: int, memo: Memo
    ) -> Iterator[tuple[Listed, Stretch]]:
        """Yield each stretch once; most of those far from ``low`` to ``high`` not."""
        last, seen = -1, set[Stretch]()
        wordings = self._wordings
        for wording, begin in self._index.candidates(elements.keys, low, high):
            if wording != last:
                last, seen = wording, set()
            listed = wordings[wording]
            if len(listed.keys) == 1:
                found = stretches(listed, elements, begin, memo)
            else:
                found = join(listed, elements, begin)
            for stretch in found:
                if stretch not in seen:
                    seen.add(stretch)
                    yield listed, stretch
        yield from self._order.stretches(elements, low, high)

    def _neighbourhood(self, text: str, changed: Span) -> Normalised | None:
        """Return the elements that a hit touching ``changed`` may consist of.

        None when there can be none, because nothing here is a letter.
        """
        left = right = self._reach + self._reach // 2
        while True:
            start = token_start(text, max(0, changed.start - left))
            end = token_end(text, min(len(text), changed.end + right))
            if not self._pinyin and not _has_letters(text, start, end):
                return None
            elements = normalise(text, start, end, pinyin=self._pinyin)
            starts, ends = elements.starts, elements.ends
            enough_left = (
                start == 0
                or bisect_left(ends, changed.start) > self._reach
                or (starts[0] if starts else end) - start > MOST_NOISE + 1
            )
            enough_right = (
                end == len(text)
                or len(starts) - bisect_right(starts, changed.end) > self._reach
                or end - (ends[-1] if ends else start) > MOST_NOISE + 1
            )
            if enough_left and enough_right:
                return elements
            left = left if enough_left else 2 * left + MOST_NOISE
            right = right if enough_right else 2 * right + MOST_NOISE


def _has_letters(text: str, start: int, end: int) -> bool:
    return any(CHARACTERS[code].kind == _LETTER for code in set(text[start:end]))


def _whole(text: str, elements: Normalised, stretch: Stretch) -> bool:
    """Tell whether no word or number of Latin script is cut in two."""
    _, first, after = stretch
    if not (elements.typed[first] | elements.typed[after - 1]) & _LATIN:
        return True
    short = after - first <= _SHORT
    return not (
        _cuts(text, elements.typed[first], elements.starts[first], short=short)
        or _cuts(text, elements.typed[after - 1], elements.ends[after - 1], short=short)
    )


def _repeats(elements: Normalised, stretch: Stretch) -> bool:
    _, first, after = stretch
    return any(typed & _REPEATED for typed in elements.typed[first:after])


def _cuts(text: str, typed: int, at: int, *, short: bool) -> bool:
    """Tell whether a run of letters or of digits goes on across ``at``."""
    if not typed & _LATIN or not 0 < at < len(text):
        return False
    if typed & _SYLLABLE and not short:
        return False
    kind = CHARACTERS[text[at]].kind
    return kind == CHARACTERS[text[at - 1]].kind and kind in {_LETTER, _DIGIT}
