"""Which held-out sentences stand, after normalisation, in our rules or examples."""

from collections.abc import Iterable, Iterator

from assist.matching.template import expand
from assist.model.rule import Rule, RuleSet
from assist.text.normalise import normalise


def copied_rows(
    rules: RuleSet, held_out: Iterable[str], inventory: Iterable[str]
) -> list[str]:
    """Return ``rule id: kind`` for each held-out sentence that equals one of ours.

    Wording that the inventory itself gives is not held out, wherever else it
    stands too.
    """
    given = " ".join(folded(text) for text in inventory)
    wanted = {folded(text) for text in held_out}
    wanted = {text for text in wanted if text and text not in given}
    classes = dict(rules.word_classes)
    return sorted(
        f"{rule.rule_id}: {kind}"
        for rule in rules.rules
        for kind, text in wordings(rule, classes)
        if folded(text) in wanted
    )


def folded(text: str) -> str:
    """Return what is compared: the elements of a text, without gaps."""
    return normalise(text, pinyin=False).literals


def wordings(
    rule: Rule, classes: dict[str, tuple[str, ...]]
) -> Iterator[tuple[str, str]]:
    """Yield every wording of a rule with what it serves as."""
    for example in rule.must_hit:
        yield "must_hit", example
    for example in rule.must_miss:
        yield "must_miss", example
    for kind in ("patterns", "aliases", "exceptions", "unless", "only_if"):
        for pattern in getattr(rule, kind):
            for wording in expand(pattern, classes):
                yield kind, "".join(wording.parts)
