"""What each departure from a listed wording costs, and how much is allowed.

The figures were chosen on labelled sentences (docs/performance.md tells how they
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
    (2, 0, 0.15),
    (3, 0, 0.45),
    (4, 1, 0.8),
    (6, 1, 1.1),
    (9, 2, 1.7),
    (12, 2, 2.2),
)
_ZH_LONGEST = (3, 3.2)
_EN_LIMITS = ((5, 0, 0.3), (9, 1, 1.0), (14, 1, 1.3), (22, 2, 2.0))
_EN_LONGEST = (3, 3.0)

HOMOPHONE = 0.4
NEAR_HOMOPHONE = 0.5  # zhi for zi
TYPED = 0.1
TYPED_NEARLY = 0.2
SHAPE = 0.5
SUBSTITUTION = 1.0
INSERTION = 0.7
DELETION = 1.0
SWAP = 0.7
FUNCTION_WORD = 0.5
PARTICLE = 0.3
PARTICLE_SWAP = 0.2
SAME_WORD = 0.1
NEGATION = 1.5
PERSON = 1.0
SENTENCE_INSIDE = 1.0
CLAUSE_INSIDE = 0.15
IMPOSSIBLE = 99.0

PARTICLES = frozenset("啊呀哇呢吧吗嘛哦啦哈咯喽呗哟噢欸诶哎嘞哒滴哪唉呐哩喂额呃了的")
FUNCTION_WORDS = frozenset(
    "就都还又也才再很太真这那个是在把给跟和与说去来着过得地您着到好请"
)
NEGATIONS = frozenset("不没别无未非勿甭莫否")
PERSONS = frozenset("你我他们咱")
_SAME = (
    {"的", "地", "得"},
    {"那", "哪"},
    {"做", "作"},
    {"吗", "嘛", "么"},
    {"在", "再"},
)


@dataclass(frozen=True, slots=True)
class Cost:
    """The price of one difference, and the channel it counts to."""

    price: float
    channel: Channel


def limits(length: int, language: str) -> tuple[int, float]:
    """Return the edits and the price allowed to a wording of ``length`` elements."""
    table, longest = (
        (_EN_LIMITS, _EN_LONGEST) if language == "en" else (_ZH_LIMITS, _ZH_LONGEST)
    )
    for most, edits, budget in table:
        if length <= most:
            return edits, budget
    return longest


_FREE = Cost(0.0, Channel.EXACT)


class Costs:
    """Prices for one set of switched-off channels, each worked out once."""

    def __init__(self, off: frozenset[Channel] = frozenset()) -> None:
        self._off = off
        self._pairs: dict[str, Cost] = {}
        self._added: dict[str, Cost] = {}
        self._missing: dict[str, Cost] = {}
        self.swap = self._allowed(Cost(SWAP, Channel.EDIT))

    def pair(self, listed: str, typed: str) -> Cost:
        """Return the cost of ``typed`` standing for ``listed``, one literal each."""
        both = listed + typed
        found = self._pairs.get(both)
        if found is None:
            found = self._pairs[both] = self._allowed(_pair(listed, typed))
        return found

    def added(self, typed: str) -> Cost:
        """Return the cost of a literal too many."""
        found = self._added.get(typed)
        if found is None:
            cost = Cost(_weight(typed, INSERTION), _edit_channel(typed))
            found = self._added[typed] = self._allowed(cost)
        return found

    def missing(self, listed: str) -> Cost:
        """Return the cost of a literal that is not there."""
        found = self._missing.get(listed)
        if found is None:
            cost = Cost(_weight(listed, DELETION), _edit_channel(listed))
            found = self._missing[listed] = self._allowed(cost)
        return found

    def is_off(self, channel: Channel) -> bool:
        """Tell whether a channel is switched off."""
        return channel in self._off

    def _allowed(self, cost: Cost) -> Cost:
        if cost.channel in self._off:
            return Cost(IMPOSSIBLE, cost.channel)
        return cost


@cache
def costs(off: frozenset[Channel]) -> Costs:
    """Return the one price list for these switched-off channels."""
    return Costs(off)


def _edit_channel(literal: str) -> Channel:
    return Channel.VARIANT if literal in PARTICLES else Channel.EDIT


def _weight(literal: str, usual: float) -> float:
    if literal in NEGATIONS:
        return usual + NEGATION
    if literal in PARTICLES:
        return PARTICLE
    if literal in FUNCTION_WORDS or literal in PERSONS:
        return FUNCTION_WORD
    return usual


def _readings(literal: str) -> set[str]:
    if literal in spelled():
        return {spelled()[literal]}
    first = first_readings().get(literal)
    return {*other_readings().get(literal, ()), *((first,) if first else ())}


def _pair(listed: str, typed: str) -> Cost:
    if listed == typed:
        return _FREE
    if typed in spelled():
        return _typed_pair(listed, typed)
    if {listed, typed} <= PARTICLES:
        return Cost(PARTICLE_SWAP, Channel.VARIANT)
    if any(listed in group and typed in group for group in _SAME):
        return Cost(SAME_WORD, Channel.VARIANT)
    if first_readings().get(listed, "?") == first_readings().get(typed):
        return Cost(HOMOPHONE, Channel.HOMOPHONE)
    return _other_pair(listed, typed)


def _other_pair(listed: str, typed: str) -> Cost:
    """Price an exchange that may turn the sense round."""
    if _readings(listed) & _readings(typed):
        cost = Cost(HOMOPHONE, Channel.HOMOPHONE)
    elif look_alike(listed, typed):
        cost = Cost(SHAPE, Channel.SHAPE)
    elif _classes(listed) & _classes(typed):
        cost = Cost(NEAR_HOMOPHONE, Channel.HOMOPHONE)
    else:
        cost = Cost(SUBSTITUTION, Channel.EDIT)
    return Cost(cost.price + _meaning(listed, typed), cost.channel)


def _typed_pair(listed: str, typed: str) -> Cost:
    """Price a syllable typed in letters."""
    near = _classes(listed) & _classes(typed)
    if listed in spelled():
        price = TYPED_NEARLY if near else SUBSTITUTION
        return Cost(price, Channel.PINYIN if near else Channel.EDIT)
    if _readings(listed) & _readings(typed):
        return Cost(TYPED, Channel.PINYIN)
    if near:
        return Cost(TYPED_NEARLY, Channel.PINYIN)
    return Cost(SUBSTITUTION, Channel.EDIT)


def _classes(literal: str) -> set[str]:
    return {sound_class(one) for one in _readings(literal)}


def _meaning(listed: str, typed: str) -> float:
    """Return the surcharge where the exchange turns the sense round."""
    if listed in NEGATIONS or typed in NEGATIONS:
        return NEGATION
    if listed in PERSONS and typed in PERSONS:
        return PERSON
    return 0.0
