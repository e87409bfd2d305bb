"""Listed wordings: what the rules look for, in the form it is compared in."""

from collections.abc import Iterator
from dataclasses import dataclass

from assist.errors import RuleSyntaxError
from assist.matching.costs import Costs, costs, limits
from assist.matching.template import Wording, expand, literal
from assist.matching.variants import Variant, variants
from assist.model.rule import Channel, Rule, RuleSet, Scope
from assist.text.normalise import Normalised, normalise

_SHORTEST_EDITED = 4


@dataclass(frozen=True, slots=True, eq=False)
class Listed:
    """One wording of one rule.

    Attributes:
        rule: Position of its rule in the rule set.
        text: As people read it.
        parts: Its literals; more than one part where it has gaps.
        keys: The key of each literal, part by part.
        anchor: The part that is looked up; the others are sought beside it.
        length: How many elements it has, gaps not counted.
        shortest: The fewest elements it may be found in: short ones lose none.
        scope: Where it has to stand.
        edits: How many edits of its keys are allowed.
        budget: The price allowed.
        breaks: How many of its elements follow punctuation.
        channel: The channel it stands for itself: a changed order, initials.
        surcharge: What that channel adds to the price.
        closed: Whether nothing but particles may follow in its clause.
        repeated: Whether it asks for a character three times or more.
        looks: Other keys it is looked up by, of characters that look alike.
        costs: Its rule's prices.
        latin: Whether it is compared letter by letter, as English is.
    """

    rule: int
    text: str
    parts: tuple[str, ...]
    keys: tuple[str, ...]
    anchor: int
    length: int
    shortest: int
    scope: Scope
    edits: int
    budget: float
    breaks: int
    channel: Channel
    surcharge: float
    closed: bool
    repeated: bool
    looks: tuple[str, ...]
    costs: Costs
    latin: bool


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
    result: list[Listed] = []
    seen: set[tuple[tuple[str, ...], Scope]] = set()
    for wording in _wordings(rule, classes):
        parts = _normalised(wording, rule)
        if not parts:
            continue
        for variant in variants(wording, parts, rule):
            one = _listed(number, rule, wording, variant)
            if (one.keys, one.scope) not in seen:
                seen.add((one.keys, one.scope))
                result.append(one)
    return result


def _wordings(rule: Rule, classes: dict[str, tuple[str, ...]]) -> Iterator[Wording]:
    if not rule.patterns:
        yield literal(rule.phrase)
    for pattern in (*rule.patterns, *rule.aliases):
        yield from expand(pattern, classes)


def _normalised(wording: Wording, rule: Rule) -> list[Normalised]:
    elements = [normalise(one, pinyin=rule.language != "en") for one in wording.parts]
    return [one for one in elements if len(one)]


def _listed(number: int, rule: Rule, wording: Wording, variant: Variant) -> Listed:
    sizes = [len(one) for one in variant.keys]
    length = sum(sizes)
    edits, budget = limits(length, rule.language)
    if len(sizes) > 1 or variant.fixed:
        edits = 0
    if variant.channel is Channel.ORDER:
        edits = min(edits, 1)
    if rule.max_edits is not None:
        edits = min(edits, rule.max_edits)
    return Listed(
        rule=number,
        text=wording.text,
        parts=variant.parts,
        keys=variant.keys,
        anchor=sizes.index(max(sizes)),
        length=length,
        shortest=min(length, max(_SHORTEST_EDITED, length - edits)),
        scope=wording.scope or rule.scope,
        edits=edits,
        budget=budget,
        breaks=variant.breaks,
        channel=variant.channel,
        surcharge=variant.surcharge,
        closed=variant.closed,
        repeated=variant.repeated,
        looks=variant.looks if len(sizes) == 1 else (),
        costs=costs(rule.channels_off, length),
        latin=rule.language == "en",
    )
