"""From a choice on the card to the edit it makes."""

from dataclasses import dataclass, field

from assist.insertion import clauses as cut
from assist.insertion.joining import fitted, joined, says
from assist.insertion.reach import reach
from assist.model.edit import Edit
from assist.model.finding import Finding
from assist.model.rule import Extent, Replacement
from assist.model.span import Span

MOST_CHOICES = 3
_FINAL = "。？！?!"


@dataclass(frozen=True, slots=True)
class PlannedChoice:
    """One replacement as the card offers it.

    Attributes:
        replacement: As the list gives it.
        edit: What choosing it does to the draft.
        sentence: The sentence it leads to; kept out of the repr.
    """

    replacement: Replacement
    edit: Edit
    sentence: str = field(repr=False)


def plan(text: str, finding: Finding, replacement: Replacement) -> Edit | None:
    """Work out what choosing ``replacement`` does to a draft.

    Traditional drafts get the wording as it is listed; nothing is converted.

    Args:
        text: The whole draft that ``finding`` was made in.
        finding: Its span lies within ``text``.
        replacement: One of the rule's replacements.

    Returns:
        The edit, its span covering the finding; None when a slot of the
        replacement is not filled.
    """
    words = replacement.text
    if has_slot(words):
        return None
    extent = replacement.replaces
    if extent is Extent.SPAN and words.rstrip()[-1:] in tuple(_FINAL):
        extent = Extent.CLAUSE
    if extent is Extent.SPAN:
        return Edit(finding.span, words, text)
    if extent is Extent.MESSAGE:
        return Edit(_message(text, finding.span), words.strip(), text)
    if says(words, text[: finding.span.start], text[finding.span.end :]):
        words = ""
    taken = reach(text, finding.span, words)
    words = fitted(words, text[: taken.span.start])
    return joined(text, taken.span, words, address=taken.address)


def choices(text: str, finding: Finding) -> tuple[PlannedChoice, ...]:
    """Return up to three replacements that can be inserted, in the list's order.

    One that leads to the same draft as one before it, or changes nothing, or
    has an unfilled slot is left out.
    """
    planned: list[PlannedChoice] = []
    seen = {text}
    for replacement in finding.rule.replacements:
        edit = plan(text, finding, replacement)
        if edit is None or edit.after in seen:
            continue
        seen.add(edit.after)
        inserted = Span(edit.span.start, edit.caret)
        sentence = cut.sentence_around(edit.after, inserted).of(edit.after)
        planned.append(PlannedChoice(replacement, edit, sentence))
    return tuple(planned[:MOST_CHOICES])


def has_slot(words: str) -> bool:
    """Tell whether a wording still has a slot to fill, such as ``{公司}``."""
    return any(mark in words for mark in "{}｛｝")


def _message(text: str, found: Span) -> Span:
    """Return the whole message without the blanks and newlines around it."""
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    return Span(min(start, found.start), max(end, found.end, start))
