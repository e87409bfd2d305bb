"""The figures at the top of a review, in words."""

from dataclasses import dataclass

from assist.model.usage import Action
from assist.review.summary import Summary
from assist.review.wording import Words


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure.

    Attributes:
        name: Identifier, the same in every language.
        label: What it counts.
        figure: The number.
        unit: After the number; may be empty.
        note: One line that says what it is compared with, or how it is counted.
    """

    name: str
    label: str
    figure: str
    unit: str
    note: str


def tiles(summary: Summary, words: Words) -> tuple[Tile, ...]:
    """Return the five figures, in their order."""
    return (
        _messages(summary, words),
        _clean(summary, words),
        _fixed(summary, words),
        _sent(summary, words),
        _fix_time(summary, words),
    )


def _messages(summary: Summary, words: Words) -> Tile:
    messages = summary.totals.messages
    note = words("messages_seen")
    if messages.unknown:
        note = words("messages_unknown", n=messages.unknown)
    unit = words("messages_unit")
    return Tile("messages", words("messages"), str(messages.sent), unit, note)


def _clean(summary: Summary, words: Words) -> Tile:
    usual, before = summary.usual.clean_share, len(summary.totals.earlier)
    note = words("clean_alone")
    if usual is not None:
        note = words("clean_usual", n=before, share=words.share(usual))
    return Tile("clean", words("clean"), words.share(summary.clean_share), "", note)


def _fixed(summary: Summary, words: Words) -> Tile:
    note = words("fixed_none")
    if summary.resolved_share is not None:
        share, shown = words.share(summary.resolved_share), summary.count(Action.SHOWN)
        note = words("fixed_share", share=share, n=shown)
    unit = words("place_unit")
    return Tile("fixed", words("fixed"), str(summary.resolved), unit, note)


def _sent(summary: Summary, words: Words) -> Tile:
    figure, unit = str(summary.count(Action.SENT)), words("place_unit")
    return Tile("sent", words("sent"), figure, unit, words("sent_seen"))


def _fix_time(summary: Summary, words: Words) -> Tile:
    tenths = summary.totals.fix_tenths
    unit = "" if tenths is None else words("seconds")
    figure = words.tenths(tenths)
    return Tile("fix_time", words("fix_time"), figure, unit, words("fix_median"))
