"""The matcher: drafts in, findings out."""

from collections.abc import Iterator
from dataclasses import dataclass

from assist.matching.context import AllConditions, packed_conditions
from assist.matching.hit import Hit
from assist.matching.listed import listed_wordings
from assist.matching.scan import Scanner
from assist.matching.session import Session
from assist.matching.surroundings import (
    clause_of,
    scope_of,
    stands,
)
from assist.matching.tables import Tables, build_tables
from assist.matching.verify import Memo
from assist.model.finding import Finding
from assist.model.rule import Rule, RuleSet, Scope
from assist.model.span import Span

_SCOPES_APART = frozenset({Scope.ANYWHERE, Scope.MESSAGE})
_SAMPLE = 6  # so many phrases are matched to warm up,
# and what nearly every draft is written with.
_COMMON = (
    "您好请问有什么可以帮助的我是一在不了会给这里那个订单号码客服务为时间稍等查询"
    "看下到需要联系电话商品退货款发票物流快递已经处理提供信息谢感支持对起抱歉没能"
    "就也还都和后天小今明日内上中多大用户公司系统操作点击选择收地址开通月费"
)


@dataclass(frozen=True, slots=True)
class Index:
    """Everything that is worked out of a list before the first draft.

    Attributes:
        by_sound: The wordings compared by syllable.
        by_letter: The wordings compared letter by letter.
        conditions: Of every rule, packed.
    """

    by_sound: Tables
    by_letter: Tables
    conditions: tuple[str, ...]


class Matcher:
    """All enabled rules of one list, ready to be looked for.

    It never changes once built, so that several threads may use one matcher;
    a :class:`Session` belongs to one field and one thread.
    """

    def __init__(self, rules: RuleSet, index: Index) -> None:
        """Take the index of ``rules``; :meth:`compile` builds it."""
        self._rules = rules.rules
        self.index = index
        self._scanners = (
            Scanner(index.by_sound, rules.rules, pinyin=True),
            Scanner(index.by_letter, rules.rules, pinyin=False),
        )
        self._asked = AllConditions(index.conditions)
        self._warm_up()

    @property
    def rules(self) -> tuple[Rule, ...]:
        """All rules, the switched-off ones included, as hits number them."""
        return self._rules

    @classmethod
    def compile(cls, rules: RuleSet) -> "Matcher":
        """Build the matcher for ``rules``.

        Raises:
            RuleSyntaxError: A pattern is wrong; the message names the rule.
        """
        listed = listed_wordings(rules)
        index = Index(
            by_sound=build_tables([one for one in listed if not one.latin]),
            by_letter=build_tables([one for one in listed if one.latin]),
            conditions=packed_conditions(rules),
        )
        return cls(rules, index)

    def match(self, text: str) -> tuple[Finding, ...]:
        """Return the findings in ``text``, by place; their ids count from 1.

        Takes time in proportion to the length of ``text``.
        """
        return Session(self).update(text)

    def session(self) -> Session:
        """Return a new session for one field."""
        return Session(self)

    def hits(self, text: str, changed: Span, memo: Memo) -> Iterator[Hit]:
        """Yield every hit of any wording that touches ``changed``."""
        for scanner in self._scanners:
            yield from scanner.hits(text, changed, memo)

    def counts(self, text: str, hit: Hit) -> bool:
        """Tell whether ``hit`` stands where its rule wants it."""
        if not stands(text, hit):
            return False
        asked = self._asked.of(hit.listed.rule)
        return asked is None or asked.hold(text, hit)

    def seen(self, text: str, hit: Hit) -> Span | None:
        """Return the part of the draft that :meth:`counts` looks at.

        Scopes about the whole draft apart; None when conditions look at all of it.
        """
        asked = self._asked.of(hit.listed.rule)
        if asked is not None and asked.asks_draft:
            return None
        span = Span(hit.start, hit.end)
        if hit.listed.closed or scope_of(hit) not in _SCOPES_APART:
            clause = clause_of(text, hit)
            span = Span(max(0, clause.start - 1), clause.end + 1)
        if asked is not None:
            around = asked.seen(text, hit)
            span = Span(min(span.start, around.start), max(span.end, around.end))
        return span

    def _warm_up(self) -> None:
        """Load every table now, so that the first key stroke need not."""
        every = max(1, len(self._rules) // _SAMPLE)
        phrases = [rule.phrase for rule in self._rules[::every]]
        turned = [one[1:] + one[:1] for one in phrases]
        self.match("。".join([*phrases, *turned, _COMMON]))
