"""What a phrase pack says about one forbidden phrase."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How serious a finding is; ``weight`` orders them."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def weight(self) -> int:
        """3 for high, 2 for medium, 1 for low."""
        return {"high": 3, "medium": 2, "low": 1}[self.value]


class Scope(StrEnum):
    """Where a phrase has to stand to count.

    ``clause``: it fills a clause (up to particles and forms of address);
    ``message``: it fills the whole draft; ``opening`` and ``closing``: it
    begins or ends the draft.
    """

    ANYWHERE = "anywhere"
    CLAUSE = "clause"
    MESSAGE = "message"
    OPENING = "opening"
    CLOSING = "closing"


class Extent(StrEnum):
    """What a replacement takes the place of."""

    SPAN = "span"
    CLAUSE = "clause"
    MESSAGE = "message"


class Channel(StrEnum):
    """How a draft may differ from a phrase and still be taken for it.

    Each finding names the channels it came through, so that the card can say
    why; a rule may switch single ones off.
    """

    EXACT = "exact"
    NOISE = "noise"  # spaces, punctuation, emoji, zero-width, repeats, width, case
    VARIANT = "variant"  # Traditional, 您 for 你, particles, look-alike digits
    HOMOPHONE = "homophone"  # 布知道
    PINYIN = "pinyin"  # bu zhi dao
    INITIALS = "initials"  # bzd, only where the rule allows it
    SHAPE = "shape"  # 不知道 with a look-alike or split character
    EDIT = "edit"  # a character more, fewer, other, or two swapped
    ORDER = "order"  # the same characters in another order
    GAP = "gap"  # a bounded gap written in the rule


@dataclass(frozen=True, slots=True)
class Replacement:
    """A compliant wording, and what it replaces.

    ``text`` may hold slots such as ``{公司}``; an unfilled slot is never
    inserted.
    """

    text: str
    replaces: Extent = Extent.CLAUSE


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One forbidden phrase with all that belongs to it.

    Attributes:
        rule_id: Unique in its pack, e.g. ``F009``.
        phrase: The phrase as shown to the agent, plain text.
        patterns: What is looked for, in the rule language; the phrase itself
            when empty.
        aliases: Other wordings of the same offence, in the rule language.
        language: ``zh`` or ``en``: decides budgets and word boundaries.
        exceptions: Patterns that mask a hit they cover or overlap.
        only_if: The hit counts only if one of these stands in its sentence.
        unless: The hit does not count if one of these stands in its sentence.
        max_edits: Upper bound of edits; None leaves it to the length.
        channels_off: Channels this rule does not use.
        initials: Whether pinyin initials (``bzd``) count.
        why: One line for the agent, about the sentence, not the person.
        source: Where the phrase comes from, for "why this rule".
        must_hit: Examples that have to be flagged by this rule.
        must_miss: Examples that must not be flagged by this rule.
        enabled: Whether the rule is on by default.
    """

    rule_id: str
    phrase: str
    patterns: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    language: str = "zh"
    scope: Scope = Scope.ANYWHERE
    category: str = ""
    scenario: str = ""
    severity: Severity = Severity.MEDIUM
    replacements: tuple[Replacement, ...] = ()
    exceptions: tuple[str, ...] = ()
    only_if: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    max_edits: int | None = None
    channels_off: frozenset[Channel] = frozenset()
    initials: bool = False
    why: str = ""
    source: str = ""
    must_hit: tuple[str, ...] = ()
    must_miss: tuple[str, ...] = ()
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The rules of one list, with the word classes they use.

    Attributes:
        rules: In the order of the list; ids are unique.
        word_classes: Name (without ``@``) to its words, for ``@称谓`` in patterns.
        version: Shown to the agent, e.g. ``v1``.
    """

    rules: tuple[Rule, ...]
    word_classes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    version: str = ""
