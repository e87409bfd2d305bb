"""Listed wordings: what the rules look for, in the form it is compared in."""

from collections.abc import Iterator
from dataclasses import dataclass

from assist.errors import RuleSyntaxError
from assist.matching import variation
from assist.matching.costs import Costs, costs, limits
from assist.matching.template import Wording, expand, literal
from assist.model.rule import Channel, Rule, RuleSet, Scope
from assist.text.normalise import Gap, normalise


@dataclass(frozen=True, slots=True)
class Listed:
    """One wording of one rule.

    Attributes:
        rule: Position of its rule in the rule set.
        text: As people read it.
        parts: Its literals; more than one part where it has gaps.
        keys: The key of each literal, part by part.
        anchor: The part that is looked up; the others are sought beside it.
        scope: Where it has to stand.
        edits: How many edits of its keys are allowed.
        budget: The price allowed.
        breaks: How many of its elements follow punctuation.
        channel: The channel it stands for itself: a changed order, initials.
        costs: Its rule's prices.
        latin: Whether it is compared letter by letter, as English is.
    """

    rule: int
    text: str
    parts: tuple[str, ...]
    keys: tuple[str, ...]
    anchor: int
    scope: Scope
    edits: int
    budget: float
    breaks: int
    channel: Channel
    costs: Costs
    latin: bool

    @property
    def literals(self) -> str:
        """All its literals."""
        return "".join(self.parts)

    @property
    def length(self) -> int:
        """How many elements it has, gaps not counted."""
        return sum(map(len, self.keys))


def listed_wordings(rules: RuleSet) -> tuple[Listed, ...]:
    """Return the wordings of all enabled rules.

    Raises:
        RuleSyntaxError: A pattern is wrong; the message names the rule.
    """
    classes = dict(rules.word_classes)
    found: list[Listed] = []
    for number, rule in enumerate(rules.rules):
        if not rule.enabled:
            continue
        try:
            found += _of_rule(number, rule, classes)
        except RuleSyntaxError as error:
            raise RuleSyntaxError(
                f"规则 {rule.rule_id}：{error}", hint=error.hint
            ) from error
    return tuple(found)


def _of_rule(
    number: int, rule: Rule, classes: dict[str, tuple[str, ...]]
) -> list[Listed]:
    wordings = list(_wordings(rule, classes))
    result: list[Listed] = []
    seen: set[tuple[tuple[str, ...], Scope]] = set()
    for wording in wordings:
        for variant, channel in variation.of(wording, rule):
            one = _listed(number, rule, variant, channel)
            if one is not None and (one.parts, one.scope) not in seen:
                seen.add((one.parts, one.scope))
                result.append(one)
    return result


def _wordings(rule: Rule, classes: dict[str, tuple[str, ...]]) -> Iterator[Wording]:
    if not rule.patterns:
        yield literal(rule.phrase)
    for pattern in (*rule.patterns, *rule.aliases):
        yield from expand(pattern, classes)


def _listed(
    number: int, rule: Rule, wording: Wording, channel: Channel
) -> Listed | None:
    """Return the wording as it is compared; None when it says nothing at all."""
    latin = rule.language == "en"
    elements = [normalise(part, pinyin=not latin) for part in wording.parts]
    elements = [one for one in elements if len(one)]
    if not elements:
        return None
    sizes = [len(one) for one in elements]
    edits, budget = limits(sum(sizes), rule.language)
    fixed = len(elements) > 1 or channel in {Channel.INITIALS, Channel.SHAPE}
    if fixed:
        edits = 0
    if rule.max_edits is not None:
        edits = min(edits, rule.max_edits)
    return Listed(
        rule=number,
        text=wording.text,
        parts=tuple(one.literals for one in elements),
        keys=tuple(one.keys for one in elements),
        anchor=sizes.index(max(sizes)),
        scope=wording.scope or rule.scope,
        edits=edits,
        budget=budget,
        breaks=sum(gap >= Gap.CLAUSE for one in elements for gap in one.gaps[1:]),
        channel=channel,
        costs=costs(rule.channels_off),
        latin=latin,
    )
