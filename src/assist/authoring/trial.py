"""A compiled pack that texts are tried on, each text once."""

from dataclasses import dataclass

from assist.authoring.pack import Pack
from assist.matching.matcher import Matcher
from assist.model.rule import Severity

SERIOUS = frozenset({Severity.HIGH, Severity.MEDIUM})
"""What is more than a hint: a rule that gives no severity is ``medium``."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the pack says of one text."""

    rule_ids: tuple[str, ...] = ()
    serious: bool = False


class Trial:
    """Tries texts on a pack and remembers the answers."""

    def __init__(self, pack: Pack) -> None:
        """Compile ``pack``.

        Raises:
            RuleError: A pattern is wrong; the message names the rule.
        """
        self.matcher = Matcher.compile(pack.rule_set)
        self._known: dict[str, Verdict] = {}

    def verdict(self, text: str) -> Verdict:
        """Return the rules that flag ``text``, in the order of their places."""
        known = self._known.get(text)
        if known is None:
            found = self.matcher.match(text)
            known = self._known[text] = Verdict(
                tuple(one.rule.rule_id for one in found),
                any(one.rule.severity in SERIOUS for one in found),
            )
        return known

    def flags(self, text: str, rule_id: str) -> bool:
        """Tell whether this rule flags ``text``."""
        return rule_id in self.verdict(text).rule_ids
