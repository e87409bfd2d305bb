"""Several packs laid over each other: company, team, personal, and emergencies.

A rule of a later layer takes the place of an earlier one with the same id,
unless the earlier is locked.  Rules of an emergency pack cannot be changed by
anything but another emergency pack.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from assist.authoring.index import layer_order
from assist.authoring.pack import Entry, Extras, Manifest, Pack, PackPhrase, PackRule
from assist.authoring.rule_json import PATTERN_KEYS
from assist.model.rule import RuleSet


@dataclass(frozen=True, slots=True)
class Layered:
    """What the packs together say.

    Attributes:
        rules: Earlier layers first.
        word_classes: Name to words; two packs that use one name differently
            keep their own meaning each.
        settings, apps, checks: Of all packs; a later layer's take the place of
            an earlier one's of the same name, except for settings, where the
            earlier layer decides.
        kept_locked: ``(pack id, rule id)`` of changes that a lock refused.
    """

    manifests: tuple[Manifest, ...]
    rules: tuple[PackRule, ...]
    word_classes: tuple[tuple[str, tuple[str, ...]], ...]
    standard: tuple[PackPhrase, ...]
    settings: Extras = ()
    apps: tuple[Entry, ...] = ()
    checks: tuple[Entry, ...] = ()
    kept_locked: tuple[tuple[str, str], ...] = ()

    @property
    def label(self) -> str:
        """The version as agents see it: of the leading pack, e.g. ``v13``."""
        lead = leading(self.manifests)
        return lead.label if lead else ""

    @property
    def rule_set(self) -> RuleSet:
        """The rules as the matcher takes them."""
        rules = tuple(one.rule for one in self.rules)
        return RuleSet(rules, self.word_classes, self.label)


def leading(manifests: Iterable[Manifest]) -> Manifest | None:
    """Return the pack whose version is shown: the last that is no emergency.

    A personal pack leads only when there is no other.
    """
    ordered = sorted(manifests, key=layer_order)
    shared = [one for one in ordered if one.layer.rank < 2 and not one.emergency]
    candidates = shared or ordered
    return candidates[-1] if candidates else None


def lay(packs: Iterable[Pack]) -> Layered:
    """Lay packs over each other in the order of their layers."""
    ordered = sorted(packs, key=lambda one: layer_order(one.manifest))
    classes = _Classes()
    rules: dict[str, PackRule] = {}
    standard: dict[str, PackPhrase] = {}
    settings: dict[str, str] = {}
    apps: dict[str, Entry] = {}
    checks: dict[str, Entry] = {}
    locked: set[str] = set()
    refused: list[tuple[str, str]] = []
    for pack in ordered:
        manifest = pack.manifest
        for entry in classes.settle(pack):
            rule_id = entry.rule.rule_id
            if rule_id in locked and not manifest.emergency:
                refused.append((manifest.pack_id, rule_id))
                continue
            rules[rule_id] = entry
            if entry.locked or manifest.emergency:
                locked.add(rule_id)
        standard |= {one.phrase.phrase_id: one for one in pack.standard}
        settings = dict(manifest.settings) | settings
        apps |= {one.entry_id: one for one in pack.apps}
        checks |= {one.entry_id: one for one in pack.checks}
    return Layered(
        tuple(one.manifest for one in ordered),
        tuple(rules.values()),
        tuple(classes.known.items()),
        tuple(standard.values()),
        tuple(sorted(settings.items())),
        tuple(apps.values()),
        tuple(checks.values()),
        tuple(refused),
    )


class _Classes:
    """The word classes of all packs; a name that is taken gets the pack's id."""

    def __init__(self) -> None:
        self.known: dict[str, tuple[str, ...]] = {}

    def settle(self, pack: Pack) -> Iterator[PackRule]:
        """Yield the rules of a pack as they refer to the classes of all."""
        own = {one.name: one.words for one in pack.word_classes}
        renamed = {
            name: f"{name}·{pack.manifest.pack_id}"
            for name, words in own.items()
            if self.known.get(name, words) != words
        }
        for name, words in own.items():
            self.known[renamed.get(name, name)] = words
        names = sorted(own, key=len, reverse=True)
        for entry in pack.rules:
            yield _referring(entry, names, renamed) if own else entry


def _referring(entry: PackRule, names: list[str], renamed: dict[str, str]) -> PackRule:
    """Spell out every ``@name``, so that no longer name of another pack is read."""
    changed = {
        key: tuple(_spelled(one, names, renamed) for one in getattr(entry.rule, key))
        for key in PATTERN_KEYS
    }
    return replace(entry, rule=replace(entry.rule, **changed))  # type: ignore[arg-type]  # all are pattern lists


def _spelled(pattern: str, names: list[str], renamed: dict[str, str]) -> str:
    made = []
    at = 0
    while at < len(pattern):
        code = pattern[at]
        if code == "\\":
            made.append(pattern[at : at + 2])
            at += 2
            continue
        name = _name_at(pattern, at + 1, names) if code == "@" else ""
        if not name:
            made.append(code)
            at += 1
            continue
        braced = pattern[at + 1] in "{｛"
        made.append(f"@{{{renamed.get(name, name)}}}")
        at += 1 + len(name) + 2 * braced
    return "".join(made)


def _name_at(pattern: str, at: int, names: list[str]) -> str:
    for name in names:
        if pattern.startswith(name, at):
            return name
        for opening, closing in ("{}", "｛｝"):
            if pattern.startswith(f"{opening}{name}{closing}", at):
                return name
    return ""
