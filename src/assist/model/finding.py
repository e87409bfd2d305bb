"""A forbidden phrase found in a draft."""

from dataclasses import dataclass, field

from assist.model.rule import Channel, Rule
from assist.model.span import Span


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where the draft departs from the phrase: typed 布, listed 不.

    Either side may be empty (a character more, or one missing).
    """

    channel: Channel
    typed: str = field(repr=False)
    listed: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that a stretch of a draft runs against.

    Attributes:
        finding_id: Stays the same while the agent edits elsewhere in the
            draft; unique within one field.
        span: Code points of the original draft text.
        matched: ``span.of(draft.text)``; kept out of the repr.
        wording: The listed wording it was compared with.
        score: 1.0 for the wording itself, less with each difference: 1 minus
            the price of the alignment over the wording's length, 0 to 1.
        channels: How it was recognised, most telling first.
        differences: What differs, in the order of the draft.
    """

    finding_id: int
    rule: Rule = field(repr=False)
    span: Span
    matched: str = field(repr=False)
    wording: str = ""
    score: float = 1.0
    channels: tuple[Channel, ...] = (Channel.EXACT,)
    differences: tuple[Difference, ...] = ()
