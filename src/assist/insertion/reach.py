"""Decide how much of a draft one replacement takes the place of."""

from dataclasses import dataclass

from assist.insertion import clauses as cut
from assist.insertion import courtesy, dependence
from assist.insertion.courtesy import Courtesy
from assist.model.span import Span

_REPEATED = (
    Courtesy.APOLOGY,
    Courtesy.WAIT,
    Courtesy.THANKS,
    Courtesy.PARDON,
    Courtesy.GOODBYE,
    Courtesy.HEARING,
)
_REPEATED_BEFORE = (Courtesy.APOLOGY, Courtesy.WAIT, Courtesy.HEARING)


@dataclass(frozen=True, slots=True)
class Reach:
    """What is taken out, and what of it has to come back.

    Attributes:
        span: Code points of the draft that are taken out.
        address: A form of address at the end of it that stays: 亲.
    """

    span: Span
    address: str = ""


def reach(text: str, found: Span, words: str) -> Reach:
    """Return what ``words`` replaces when it stands for a clause.

    All clauses that ``found`` touches go; a form of address before it stays.
    Clauses beside them go too when they say nothing without them, or only
    repeat a courtesy that ``words`` pays itself.
    """
    parts = cut.clauses(text)
    if not any(part.overlaps(found) for part in parts):
        return Reach(found)
    walk = _Walk(text, parts, found)
    walk.take_in_spelled()
    walk.take_in_before(words)
    start = walk.start
    address = walk.take_in_after(words)
    return Reach(Span(min(start, found.start), max(found.end, walk.end)), address)


class _Walk:
    """A growing run of clauses around what was found.

    Attributes:
        end: Where the run ends, in code points of the draft.
    """

    def __init__(self, text: str, parts: tuple[Span, ...], found: Span) -> None:
        touched = [i for i, part in enumerate(parts) if part.overlaps(found)]
        self._typed = text
        self._text = courtesy.plain(text)
        self._parts = parts
        self._found = found
        self._first, self._last = touched[0], touched[-1]
        self.end = parts[self._last].end

    @property
    def start(self) -> int:
        """Where the run begins, behind a form of address."""
        part = self._parts[self._first]
        narrowed = self._narrowed(part)
        return narrowed.start if narrowed != part else part.start + self._head()

    def take_in_spelled(self) -> None:
        """Take in single characters beside a phrase typed 不 知 道."""
        inner = [part for part in self._parts if self._found.covers(part)]
        if len(inner) < 2 or any(len(part) > 1 for part in inner):
            return
        while self._is_loose(self._last + 1, self._last):
            self._take_next()
        while self._is_loose(self._first - 1, self._first - 1):
            self._first -= 1

    def take_in_before(self, words: str) -> None:
        """Take in clauses before that lead nowhere once the run is gone."""
        while self._first > 0 and not self._head():
            before = self._clause(self._first - 1)
            after_head = before[courtesy.head_length(before) :]
            if not cut.is_soft(self._gap(self._first - 1)) or not (
                dependence.leads_in(before)
                or dependence.opens_condition(after_head)
                or dependence.same_breath(after_head)
                or _repeats(before, words, _REPEATED_BEFORE)
            ):
                return
            self._first -= 1

    def take_in_after(self, words: str) -> str:
        """Take in clauses after that hang on the run; return an address to keep."""
        narrowed = self._narrowed(self._parts[self._last])
        if narrowed.end < self.end:
            self.end = narrowed.end
            return ""
        address = self._tail_address()
        while self._last + 1 < len(self._parts):
            gap, after = self._gap(self._last), self._clause(self._last + 1)
            if cut.has_newline(gap) or cut.has_symbol(gap):
                break
            soft = cut.is_soft(gap)
            if soft and self._ends_in_address():
                self._take_next()
                return self._parts[self._last].of(self._typed)
            if soft and self._needs(after):
                self._take_sentence()
                break
            if not (
                (soft and dependence.same_breath(after))
                or ((soft or self._is_sentence()) and self._adds_nothing(words))
            ):
                if soft:
                    self._take_connective(after)
                break
            self._take_next()
        return address

    def _clause(self, index: int) -> str:
        return self._parts[index].of(self._text)

    def _gap(self, index: int) -> str:
        """Return what stands between clause ``index`` and the next."""
        return self._text[self._parts[index].end : self._parts[index + 1].start]

    def _head(self) -> int:
        """Return how much of the first clause is an address before the find."""
        begin = self._parts[self._first].start
        return courtesy.head_length(self._text[begin : max(begin, self._found.start)])

    def _narrowed(self, part: Span) -> Span:
        if part.covers(self._found):
            return cut.inside_brackets(self._text, part, self._found)
        return part

    def _is_loose(self, index: int, gap: int) -> bool:
        """Tell whether clause ``index`` is one character behind blanks."""
        if not 0 <= index < len(self._parts) or len(self._parts[index]) != 1:
            return False
        blank = self._gap(gap).isspace() and not cut.has_newline(self._gap(gap))
        return blank and not courtesy.is_bare(Courtesy.ADDRESS, self._clause(index))

    def _tail_address(self) -> str:
        """Return an address that ends the run, unless one stands before it."""
        part = self._parts[self._last]
        begin = max(part.start, self._found.end)
        tail = len(courtesy.tail_address(self._text[begin : part.end]))
        said = any(
            courtesy.head_length(each.of(self._text))
            for each in self._parts[: self._first]
        )
        return "" if said or self._head() else self._typed[part.end - tail : part.end]

    def _needs(self, after: str) -> bool:
        """Tell whether a clause after the run hangs on what the run says."""
        opener = self._text[self.start : self._parts[self._first].end]
        waits = dependence.opens_condition(opener) or dependence.opens_cause(opener)
        return dependence.depends(after) or (waits and dependence.answers(after))

    def _take_next(self) -> None:
        self._last += 1
        self.end = self._parts[self._last].end

    def _take_sentence(self) -> None:
        self._take_next()
        while self._last + 1 < len(self._parts) and cut.is_soft(self._gap(self._last)):
            self._take_next()

    def _ends_in_address(self) -> bool:
        """Tell whether the next clause is an address that ends the sentence."""
        after = self._clause(self._last + 1)
        return courtesy.is_bare(Courtesy.ADDRESS, after) and self._is_sentence()

    def _is_sentence(self) -> bool:
        """Tell whether the next clause is all there is of its sentence."""
        index = self._last + 1
        return index + 1 == len(self._parts) or not cut.is_soft(self._gap(index))

    def _adds_nothing(self, words: str) -> bool:
        """Tell whether the next clause only asks 好吗 or says again what is said."""
        after = self._clause(self._last + 1)
        return dependence.is_tag(after) or _repeats(after, words, _REPEATED)

    def _take_connective(self, clause: str) -> None:
        """Take in the 所以 of a clause that stays."""
        length = dependence.consequence_length(clause)
        if 0 < length < len(clause):
            self.end = self._parts[self._last + 1].start + length


def _repeats(clause: str, words: str, kinds: tuple[Courtesy, ...]) -> bool:
    """Tell whether ``words`` says again what a bare clause says."""
    return any(
        courtesy.is_bare(kind, clause) and courtesy.holds(kind, words) for kind in kinds
    )
