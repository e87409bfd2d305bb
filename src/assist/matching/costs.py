"""What each departure from a listed wording costs, and how much is allowed.

The figures were chosen on labelled sentences (docs/evaluation.md tells how they
were measured): sounds and noise are cheap, another meaning is dear.
"""

from dataclasses import dataclass
from functools import cache

from assist.model.rule import Channel
from assist.text.shapes import look_alike
from assist.text.syllables import sound_class, spelled
from assist.text.tables import first_readings, other_readings

# Up to so many elements -> edits allowed, and price allowed.
_ZH_LIMITS = (
    (2, 0, 0.1),
    (3, 0, 0.45),
    (4, 1, 0.8),
    (6, 1, 1.1),
    (9, 2, 1.25),
    (12, 2, 2.1),
)
_ZH_LONGEST = (3, 3.0)
_EN_LIMITS = ((5, 0, 0.3), (9, 1, 1.0), (14, 1, 1.3), (22, 2, 2.0))
_EN_LONGEST = (3, 3.0)

HOMOPHONE = 0.4
NEAR_HOMOPHONE = 0.5  # zhi for zi
TYPED = 0.05
TYPED_NEARLY = 0.15
SHAPE = 0.4
SWAP = 0.7
PARTICLE = 0.3
PARTICLE_SWAP = 0.2
SAME_WORD = 0.15
NEGATION = 1.5
PERSON = 1.0
NEGATION_BY_SHAPE = 0.5
SENTENCE_INSIDE = 1.0
CLAUSE_INSIDE = 0.15
NOISE_INSIDE = 0.45
IMPOSSIBLE = 99.0
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Weights:
    """The prices of the edits that change what is said.

    Attributes:
        exchanged: One character for another.
        added: A character too many.
        missing: A character too few.
        light_added: A word without much meaning, or a person, too many.
        light_missing: A word without much meaning too few.
        person_missing: A person too few.
    """

    exchanged: float
    added: float
    missing: float
    light_added: float
    light_missing: float
    person_missing: float


# One edit in a short wording is more likely another wording than a slip.
_SHORTEST_LOOSE = 7
_STRICT = Weights(1.2, 0.8, 1.2, 0.5, 1.2, 1.2)
_LOOSE = Weights(1.0, 0.7, 1.0, 0.5, 0.5, 1.0)

PARTICLES = frozenset("啊呀哇呢吧吗嘛哦啦哈咯喽呗哟噢欸诶哎嘞哒滴哪唉呐哩喂额呃了的")
_LIGHT = frozenset("就都还又也才再这那个在把跟和与着过得地到")
NEGATIONS = frozenset("不没别无未非勿甭莫否")
PERSONS = frozenset("你我他们咱")
_SAME = (
    {"的", "地", "得"},
    {"那", "哪"},
    {"做", "作"},
    {"吗", "嘛", "么", "末"},
    {"在", "再"},
    {"两", "2"},
    *map(set, zip("零一二三四五六七八九", "0123456789", strict=True)),
)


@dataclass(frozen=True, slots=True)
class Cost:
    """The price of one difference, and the channel it counts to."""

    price: float
    channel: Channel


def limits(length: int, language: str) -> tuple[int, float]:
    """Return the edits and the price allowed to a wording of ``length`` elements.

    Sums of prices are compared, so the price has room for their rounding.
    """
    table, longest = (
        (_EN_LIMITS, _EN_LONGEST) if language == "en" else (_ZH_LIMITS, _ZH_LONGEST)
    )
    for most, edits, budget in table:
        if length <= most:
            return edits, budget + _ROUNDING
    return longest[0], longest[1] + _ROUNDING


_FREE = Cost(0.0, Channel.EXACT)


class Costs:
    """One list of prices, each worked out once.

    Args:
        off: The channels that are switched off.
        weights: The prices of edits.
    """

    def __init__(self, off: frozenset[Channel], weights: Weights) -> None:
        self._off = off
        self._weights = weights
        self._pairs: dict[str, Cost] = {}
        self._added: dict[str, Cost] = {}
        self._missing: dict[str, Cost] = {}
        self.swap = self._allowed(Cost(SWAP, Channel.EDIT))

    def pair(self, listed: str, typed: str) -> Cost:
        """Return the cost of ``typed`` standing for ``listed``, one literal each."""
        both = listed + typed
        found = self._pairs.get(both)
        if found is None:
            cost = _pair(listed, typed, self._weights.exchanged)
            found = self._pairs[both] = self._allowed(cost)
        return found

    def added(self, typed: str) -> Cost:
        """Return the cost of a literal too many."""
        found = self._added.get(typed)
        if found is None:
            weights = self._weights
            light = typed in _LIGHT or typed in PERSONS
            usual = weights.light_added if light else weights.added
            found = self._added[typed] = self._allowed(_edit(typed, usual))
        return found

    def missing(self, listed: str) -> Cost:
        """Return the cost of a literal that is not there."""
        found = self._missing.get(listed)
        if found is None:
            weights = self._weights
            usual = weights.light_missing if listed in _LIGHT else weights.missing
            if listed in PERSONS:
                usual = weights.person_missing
            found = self._missing[listed] = self._allowed(_edit(listed, usual))
        return found

    def is_off(self, channel: Channel) -> bool:
        """Tell whether a channel is switched off."""
        return channel in self._off

    def _allowed(self, cost: Cost) -> Cost:
        if cost.channel in self._off:
            return Cost(IMPOSSIBLE, cost.channel)
        return cost


@cache
def costs(off: frozenset[Channel], length: int) -> Costs:
    """Return the prices for a wording of ``length`` elements."""
    return _costs(off, loose=length >= _SHORTEST_LOOSE)


@cache
def _costs(off: frozenset[Channel], *, loose: bool) -> Costs:
    return Costs(off, _LOOSE if loose else _STRICT)


def _edit(literal: str, usual: float) -> Cost:
    if literal in PARTICLES:
        return Cost(PARTICLE, Channel.VARIANT)
    if literal in NEGATIONS:
        usual += NEGATION
    return Cost(usual, Channel.EDIT)


def _readings(literal: str) -> set[str]:
    if literal in spelled():
        return {spelled()[literal]}
    first = first_readings().get(literal)
    return {*other_readings().get(literal, ()), *((first,) if first else ())}


def _pair(listed: str, typed: str, exchanged: float) -> Cost:
    if listed == typed:
        return _FREE
    if typed in spelled():
        return _typed_pair(listed, typed, exchanged)
    if {listed, typed} <= PARTICLES:
        return Cost(PARTICLE_SWAP, Channel.VARIANT)
    if any(listed in group and typed in group for group in _SAME):
        return Cost(SAME_WORD, Channel.VARIANT)
    if first_readings().get(listed, "?") == first_readings().get(typed):
        return Cost(HOMOPHONE, Channel.HOMOPHONE)
    return _other_pair(listed, typed, exchanged)


def _other_pair(listed: str, typed: str, exchanged: float) -> Cost:
    """Price an exchange that may turn the sense round."""
    if _readings(listed) & _readings(typed):
        cost = Cost(HOMOPHONE, Channel.HOMOPHONE)
    elif look_alike(listed, typed):
        turned = listed in NEGATIONS or typed in NEGATIONS
        return Cost(SHAPE + NEGATION_BY_SHAPE * turned, Channel.SHAPE)
    elif _classes(listed) & _classes(typed):
        cost = Cost(NEAR_HOMOPHONE, Channel.HOMOPHONE)
    else:
        cost = Cost(exchanged, Channel.EDIT)
    return Cost(cost.price + _meaning(listed, typed), cost.channel)


def _typed_pair(listed: str, typed: str, exchanged: float) -> Cost:
    """Price a syllable typed in letters."""
    near = _classes(listed) & _classes(typed)
    if listed in spelled():
        price = TYPED_NEARLY if near else exchanged
        return Cost(price, Channel.PINYIN if near else Channel.EDIT)
    if _readings(listed) & _readings(typed):
        return Cost(TYPED, Channel.PINYIN)
    if near:
        return Cost(TYPED_NEARLY, Channel.PINYIN)
    return Cost(exchanged, Channel.EDIT)


def _classes(literal: str) -> set[str]:
    return {sound_class(one) for one in _readings(literal)}


def _meaning(listed: str, typed: str) -> float:
    """Return the surcharge where the exchange turns the sense round."""
    if listed in NEGATIONS or typed in NEGATIONS:
        return NEGATION
    if listed in PERSONS and typed in PERSONS:
        return PERSON
    return 0.0
