"""What lies between the text a field should hold and the one it holds (pure)."""

import unicodedata
from itertools import takewhile

from assist.model.edit import Edit
from assist.model.span import Span

MAX_TYPED = 3
JOINER = "\u200d"
MARKS = frozenset(("Mn", "Me", "Mc"))
SKIN_TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
FLAG_LETTERS = frozenset(map(chr, range(0x1F1E6, 0x1F200)))


def smallest_edit(before: str, after: str) -> Edit:
    """Return the edit that leaves the common beginning and end alone."""
    start = _shared(before, after)
    end = _shared(before[start:][::-1], after[start:][::-1])
    span = Span(start, len(before) - end)
    return Edit(span, after[start : len(after) - end], before)


def typed_meanwhile(expected: str, now: str, written: Span) -> Edit | None:
    """Return what the agent typed while the text was being replaced.

    Args:
        expected: What the field should hold.
        now: What it holds.
        written: The part of ``expected`` that was put there.

    Returns:
        The insertion that leads from ``expected`` to ``now`` if it is at most
        MAX_TYPED printable characters outside ``written`` that do not repeat a
        part of it; None if there is none, or if it is anything else, such as
        damage done by the program.
    """
    found = smallest_edit(expected, now)
    typed, at = found.replacement, found.span.start
    if len(found.span) or not 0 < len(typed) <= MAX_TYPED:
        return None
    if written.start < at < written.end or typed in written.of(expected):
        return None
    return found if typed.isprintable() or typed == "\n" else None


def widened(edit: Edit) -> Edit:
    """Return an edit with the same result that cuts no emoji or accent in two.

    Browsers move a selection that ends inside of one to its edge.
    """
    before, start, end = edit.before, edit.span.start, edit.span.end
    while start > 0 and _belongs_together(before, start):
        start -= 1
    while end < len(before) and _belongs_together(before, end):
        end += 1
    new = before[start : edit.span.start] + edit.replacement
    return Edit(Span(start, end), new + before[edit.span.end : end], before)


def _belongs_together(text: str, at: int) -> bool:
    """Tell whether the characters before and behind ``at`` are shown as one."""
    if not 0 < at < len(text):
        return False
    last, following = text[at - 1], text[at]
    return (
        JOINER in (last, following)
        or unicodedata.category(following) in MARKS
        or following in SKIN_TONES
        or (last in FLAG_LETTERS and following in FLAG_LETTERS)
    )


def is_as_computed(edit: Edit, now: str) -> bool:
    """Tell whether ``edit`` was applied, keys typed meanwhile apart."""
    written = Span(edit.span.start, edit.caret)
    return now == edit.after or typed_meanwhile(edit.after, now, written) is not None


def _shared(one: str, other: str) -> int:
    """Return how many code points both begin with."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
