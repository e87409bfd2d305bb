"""What changed from one pack to the next."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, fields
from typing import TypeVar

from assist.authoring.pack import Manifest, Pack, PackRule
from assist.model.rule import Rule

Value = TypeVar("Value", bound=Hashable)


@dataclass(frozen=True, slots=True)
class RuleChange:
    """A rule that both packs have; ``keys`` differ, in the order of the format."""

    before: PackRule
    after: PackRule
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackDiff:
    """What changed; rules in the order of the pack they stand in.

    Attributes:
        manifest: Keys of the manifest that differ.
        other: ``(kind, id)`` of sentences, word classes, profiles and checks
            that were added, removed or changed.
    """

    before: Manifest
    after: Manifest
    added: tuple[PackRule, ...] = ()
    removed: tuple[PackRule, ...] = ()
    changed: tuple[RuleChange, ...] = ()
    manifest: tuple[str, ...] = ()
    other: tuple[tuple[str, str], ...] = ()

    @property
    def counts(self) -> str:
        """The change in short: ``+6 −2 ~1``; ``=`` when nothing changed."""
        parts = (("+", self.added), ("−", self.removed), ("~", self.changed))
        words = [f"{sign}{len(some)}" for sign, some in parts if some]
        return " ".join(words) or ("~" if self.other else "=")

    @property
    def brief(self) -> str:
        """The change as a banner says it: ``v12 → v13: +6 −2``."""
        return f"{self.before.label} → {self.after.label}: {self.counts}"


def compare(before: Pack, after: Pack) -> PackDiff:
    """Return what turns ``before`` into ``after``; rules go by their ids."""
    old = {one.rule.rule_id: one for one in before.rules}
    new = {one.rule.rule_id: one for one in after.rules}
    changes = (
        RuleChange(old[key], one, _changed_keys(old[key], one))
        for key, one in new.items()
        if key in old and old[key] != one
    )
    return PackDiff(
        before=before.manifest,
        after=after.manifest,
        added=tuple(one for key, one in new.items() if key not in old),
        removed=tuple(one for key, one in old.items() if key not in new),
        changed=tuple(changes),
        manifest=_differing(before.manifest, after.manifest),
        other=tuple(_others(before, after)),
    )


def _changed_keys(before: PackRule, after: PackRule) -> tuple[str, ...]:
    outer = tuple(key for key in _differing(before, after) if key != "rule")
    return _differing(before.rule, after.rule) + outer


def _differing(
    before: Rule | PackRule | Manifest, after: Rule | PackRule | Manifest
) -> tuple[str, ...]:
    names = (one.name for one in fields(before))
    return tuple(
        name for name in names if getattr(before, name) != getattr(after, name)
    )


def _others(before: Pack, after: Pack) -> Iterable[tuple[str, str]]:
    def by_id(pack: Pack) -> dict[tuple[str, str], Hashable]:
        standard = {("standard", one.phrase.phrase_id): one for one in pack.standard}
        classes = {("word_class", one.name): one for one in pack.word_classes}
        apps = {("app", one.entry_id): one for one in pack.apps}
        checks = {("check", one.entry_id): one for one in pack.checks}
        return {**standard, **classes, **apps, **checks}

    old, new = by_id(before), by_id(after)
    return sorted(key for key in old | new if old.get(key) != new.get(key))
