"""The matcher: drafts in, findings out."""

from collections.abc import Sequence

from assist.matching.context import Conditions, conditions
from assist.matching.findings import finding, resolve
from assist.matching.hit import Hit
from assist.matching.listed import listed_wordings
from assist.matching.scan import Scanner
from assist.matching.session import Session
from assist.matching.surroundings import stands
from assist.model.finding import Finding
from assist.model.rule import Rule, RuleSet


class Matcher:
    """All enabled rules of one list, ready to be looked for.

    It never changes once built, so that several threads may use one matcher;
    a :class:`Session` belongs to one field and one thread.
    """

    def __init__(
        self,
        rules: tuple[Rule, ...],
        scanners: Sequence[Scanner],
        asked: tuple[Conditions | None, ...],
    ) -> None:
        self.rules = rules
        self._scanners = tuple(scanners)
        self._asked = asked

    @classmethod
    def compile(cls, rules: RuleSet) -> "Matcher":
        """Build the matcher for ``rules``.

        Raises:
            RuleSyntaxError: A pattern is wrong; the message names the rule.
        """
        listed = listed_wordings(rules)
        scanners = [
            Scanner([one for one in listed if not one.latin], pinyin=True),
            Scanner([one for one in listed if one.latin], pinyin=False),
        ]
        return cls(rules.rules, scanners, conditions(rules))

    def match(self, text: str) -> tuple[Finding, ...]:
        """Return the findings in ``text``, by place; their ids count from 1."""
        return tuple(
            finding(hit, self.rules[hit.listed.rule], text, number)
            for number, hit in enumerate(self.resolved(text), 1)
        )

    def session(self) -> Session:
        """Return a new session for one field."""
        return Session(self)

    def resolved(self, text: str) -> list[Hit]:
        """Return the hits that count, overlaps resolved, by place."""
        hits = [
            hit
            for scanner in self._scanners
            for hit in scanner.hits(text)
            if self.counts(text, hit)
        ]
        return resolve(hits, self.rules)

    def counts(self, text: str, hit: Hit) -> bool:
        """Tell whether ``hit`` stands where its rule wants it."""
        if not stands(text, hit, hit.listed.scope):
            return False
        asked = self._asked[hit.listed.rule]
        return asked is None or asked.hold(text, hit)
