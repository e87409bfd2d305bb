"""The values of a pack."""

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum

from assist.errors import PackFormatError
from assist.model.rule import Rule, RuleSet
from assist.model.standard import StandardPhrase

Extras = tuple[tuple[str, str], ...]
"""Keys this program does not know, each with its value as canonical JSON."""

PACK_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,47}")
"""Ids become names of files and targets, so nothing in them leads elsewhere."""

_MOMENT = "%Y-%m-%dT%H:%M:%SZ"


class Layer(StrEnum):
    """Whose rules these are; an earlier layer may lock its rules."""

    COMPANY = "company"
    TEAM = "team"
    PERSONAL = "personal"

    @property
    def rank(self) -> int:
        """0 for the company, which comes first."""
        return list(Layer).index(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a pack says about itself.

    Attributes:
        pack_id: Stays the same from version to version; see :data:`PACK_ID`.
        version: Whole number from 1; a newer pack has a higher one.
        layer: Whose rules these are.
        team: Name of the team, for people.
        languages: Of the rules, e.g. ``zh``.
        valid_from: UTC moment before which the pack is not used; may be empty.
        valid_until: UTC moment; ends an emergency pack, reminds the lead
            of any other; may be empty.
        emergency: The pack lies over all others until ``valid_until``.
        needs: Lowest version of the program that can use it; may be empty.
        changelog: One line per change, newest first.
        settings: What the team sets: name to canonical JSON.
        more: Unknown keys.
    """

    pack_id: str
    version: int = 1
    layer: Layer = Layer.TEAM
    team: str = ""
    languages: tuple[str, ...] = ("zh",)
    valid_from: str = ""
    valid_until: str = ""
    emergency: bool = False
    needs: str = ""
    changelog: tuple[str, ...] = ()
    settings: Extras = ()
    more: Extras = ()

    @property
    def label(self) -> str:
        """The version as agents see it, e.g. ``v13``."""
        return f"v{self.version}"

    def holds_at(self, now: dt.datetime) -> bool:
        """Tell whether the pack may be in use at ``now`` (with a time zone)."""
        if self.valid_from and now < moment(self.valid_from):
            return False
        if self.emergency and self.valid_until:
            return now < moment(self.valid_until)
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class PackRule:
    """A rule and what only the pack needs to know about it.

    Attributes:
        rule: The rule as the engine knows it.
        locked: Later layers may not change it or switch it off.
        kind: What the entry of an inventory is, e.g. ``literal``; may be empty.
        merged_into: The rule that fires in its place; empty for most.
        more: Unknown keys.
    """

    rule: Rule
    locked: bool = False
    kind: str = ""
    merged_into: str = ""
    more: Extras = ()


@dataclass(frozen=True, slots=True)
class WordClass:
    """The words that ``@name`` stands for in patterns."""

    name: str
    words: tuple[str, ...]
    more: Extras = ()


@dataclass(frozen=True, slots=True)
class PackPhrase:
    """A compliant sentence and its unknown keys."""

    phrase: StandardPhrase
    more: Extras = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """An application profile or a check, carried as it is.

    Attributes:
        entry_id: Unique among its kind.
        body: The whole object, its id among its keys, as canonical JSON.
    """

    entry_id: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A whole pack; ids are unique within each of its lists."""

    manifest: Manifest
    rules: tuple[PackRule, ...] = ()
    word_classes: tuple[WordClass, ...] = ()
    standard: tuple[PackPhrase, ...] = ()
    apps: tuple[Entry, ...] = ()
    checks: tuple[Entry, ...] = ()
    more: Extras = ()

    @property
    def rule_set(self) -> RuleSet:
        """The rules as the matcher takes them."""
        return RuleSet(
            tuple(one.rule for one in self.rules),
            tuple((one.name, one.words) for one in self.word_classes),
            self.manifest.label,
        )


def moment(text: str) -> dt.datetime:
    """Read ``2026-11-22T08:00:00Z`` or ``2026-11-22``, which begins at 00:00 UTC.

    Raises:
        PackFormatError: It is neither.
    """
    for form in (_MOMENT, "%Y-%m-%d"):
        try:
            read = dt.datetime.strptime(text, form).replace(tzinfo=dt.UTC)
        except ValueError:
            continue
        if read.strftime(form) == text:
            return read
    raise PackFormatError(
        f"{text!r} is not a moment.",
        hint="Write it like 2026-11-22 or 2026-11-22T08:00:00Z (UTC).",
    )


def written_moment(moment_: dt.datetime) -> str:
    """Return ``2026-11-22T08:00:00Z`` for a moment with a time zone."""
    return moment_.astimezone(dt.UTC).strftime(_MOMENT)
