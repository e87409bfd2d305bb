"""Fit a sentence between what stands before and after it in a draft."""

import re

from assist.insertion import clauses as cut
from assist.insertion import courtesy
from assist.insertion.courtesy import Courtesy
from assist.model.edit import Edit
from assist.model.span import Span

_MARKS = "，,。.！!？?；;：:、…~～—"
_BLANKS = " \t\u00a0\u3000"
_STRAY_AT_START = re.compile(rf"[{_BLANKS}]*[，,、；;：:][{_BLANKS}，,、；;：:]*")
_MARKS_AFTER = re.compile(rf"[{_BLANKS}]*(?:[{re.escape(_MARKS)}][{_BLANKS}]*)+")
_BLANKS_AFTER = re.compile(rf"[{_BLANKS}]+")
_LEAST_SAID_TWICE = 4  # 您好 and 再见 are no sentence
_FINAL = "。？！…?!."
_WIDE_FINAL = "。？！…"
_STOPS = "。."
_CLOSERS = "）)】]」』”’》〉"


def says(words: str, *kept: str) -> bool:
    """Tell whether a part of the draft that stays says all of ``words`` already.

    Two slips in a row often have the same replacement.
    """
    core = words.strip(f"{_MARKS}{_BLANKS}")
    return len(core) >= _LEAST_SAID_TWICE and any(core in part for part in kept)


def fitted(words: str, before: str) -> str:
    """Leave out of ``words`` what the draft already says in front of it.

    Args:
        words: The replacement, a sentence.
        before: The draft up to the place where ``words`` goes.

    Returns:
        What is left to be said; empty when all of it was said before.
    """
    words = courtesy.without_choice_of_title(words.strip(f"，,、{_BLANKS}\r\n"))
    plain = courtesy.plain(before)
    parts = [part.of(plain) for part in cut.clauses(plain)]
    if any(courtesy.head_length(part) for part in parts):
        words = courtesy.without_leading(Courtesy.ADDRESS, words)
    if parts and not all(courtesy.is_bare(Courtesy.ADDRESS, part) for part in parts):
        words = courtesy.without_leading(Courtesy.GREETING, words)
    if parts and courtesy.holds(Courtesy.APOLOGY, parts[-1]):
        words = courtesy.without_leading(Courtesy.APOLOGY, words)
    said = any(courtesy.is_bare(Courtesy.GREETING, part) for part in parts)
    if said and courtesy.is_bare(Courtesy.GREETING, words):
        return ""
    return words


def joined(text: str, span: Span, words: str, *, address: str = "") -> Edit:
    """Put ``words`` in place of ``span``, with punctuation that fits both sides.

    The span grows over marks and blanks beside it that ``words`` makes
    superfluous, never over a newline, an emoji or a word.

    Args:
        text: The whole draft.
        span: What is taken out, in code points.
        words: What goes there, trimmed.
        address: A form of address that stays, in front of the final mark.
    """
    if not words:
        return _taken_out(text, span, address)
    start = span.start
    stray = _STRAY_AT_START.fullmatch(text, 0, start)
    if stray:
        start = 0
    if start and not _parts(text[start - 1]):
        words = f"，{words}"
    if address and words[-1:] in _FINAL:
        words = f"{words[:-1]}，{address}{words[-1]}"
    elif address:
        words = f"{words}，{address}"
    words, end = _right_side(text, Span(start, span.end), words)
    return Edit(Span(start, end), words, text)


def _taken_out(text: str, span: Span, address: str) -> Edit:
    """Take a clause out together with the marks that held it."""
    marks = _MARKS_AFTER.match(text, span.end)
    after = marks.end() if marks else span.end
    at_end = after == len(text) or cut.has_newline(text[after])
    if not at_end:
        return Edit(Span(span.start, after), f"{address}，" if address else "", text)
    if not marks or not set(_STOPS) & set(marks.group()):
        span = Span(span.start, after)
    before = len(text[: span.start].rstrip(f"，,、{_BLANKS}"))
    return Edit(Span(before, span.end), f"，{address}" if address else "", text)


def _parts(character: str) -> bool:
    """Tell whether ``character`` keeps two words apart."""
    return not (character.isalpha() or character.isdecimal())


def _right_side(text: str, span: Span, words: str) -> tuple[str, int]:
    """Settle the end of ``words`` against what follows the span."""
    if words[-1:] not in _FINAL:
        meets_a_word = span.end < len(text) and not _parts(text[span.end])
        return (f"{words}，" if meets_a_word else words), span.end
    marks = _MARKS_AFTER.match(text, span.end)
    if marks and words[-1] in _STOPS and set(marks.group().strip()) <= {"~", "～"}:
        return words[:-1], span.end
    end = marks.end() if marks else span.end
    blanks = _BLANKS_AFTER.match(text, end)
    after = blanks.end() if blanks else end
    at_line_end = after == len(text) or cut.has_newline(text[after])
    if marks and at_line_end:
        end = span.end + len(marks.group().rstrip(_BLANKS))
    elif not at_line_end and words[-1] in _WIDE_FINAL:
        end = after
    if words[-1] in _STOPS and not marks and _ends_bare(text, Span(span.start, end)):
        return words[:-1], end
    return words, end


def _ends_bare(text: str, span: Span) -> bool:
    """Tell whether the draft leaves out its full stops where ``span`` ends."""
    after = text[span.end :]
    if after[:1] and after[0] in _CLOSERS:
        return True
    gap = after[: cut.clauses(after)[0].start] if cut.clauses(after) else after
    if cut.has_symbol(gap):
        return any(mark in gap for mark in _MARKS)
    if gap.strip() or (after and not cut.has_newline(gap) and gap != after):
        return False
    kept = courtesy.plain(text[: span.start] + after)
    says = [part.of(kept) for part in cut.clauses(kept)]
    return not any(stop in kept for stop in _STOPS) and any(
        courtesy.head_length(part) < len(part) for part in says
    )
