"""Cut a draft into clauses the way people type in a chat."""

import re

from assist.model.span import Span

_ALNUM = "0-9A-Za-z"
_BLANK = "[ \t\u00a0\u3000]"

# A mark inside 3.5, 1,000, 12:30, 3~5 or an address of a page parts nothing.
_MARK = (
    r"[，。！？；：…—]"
    rf"|(?<![{_ALNUM}])[,.!?;:~～]"
    rf"|[,.!?;:~～](?![{_ALNUM}/])"
)
# An emoji with what modifies it; [微笑] and #E-s12 are how chat clients show one.
_SYMBOL = (
    r"(?:[0-9#*]\ufe0f?\u20e3"
    r"|[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
    r"|\[[^\[\]\s]{1,6}\]|#E-[a-z][0-9x]{1,4})"
    r"[\ufe0e\ufe0f\u200d\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*"
)
_NEWLINE = r"[\r\n\v\f\x85\u2028\u2029]"
# Blanks part clauses between hanzi; around Latin words they only part words.
_GAP = re.compile(
    rf"(?:{_BLANK}*(?:{_MARK}|{_SYMBOL}|{_NEWLINE}){_BLANK}*"
    rf"|(?<![{_ALNUM} \t\u00a0\u3000]){_BLANK}+(?![{_ALNUM} \t\u00a0\u3000]))+"
)
_SENTENCE_END = re.compile(rf"[。！？；!?;…]|\.(?![{_ALNUM}])|{_NEWLINE}")
_LINE_END = re.compile(_NEWLINE)
_ONLY_SOFT = re.compile(r"[，,：:—、 \t\u00a0\u3000]*")
_OPENERS, _CLOSERS = "（(【[「『“‘《〈", "）)】]」』”’》〉"


def clauses(text: str) -> tuple[Span, ...]:
    """Return the clauses of ``text`` in order, without what parts them.

    What lies between two spans is a gap: punctuation, blanks, emoji, newlines.
    Gaps and clauses together are the whole text.
    """
    found = []
    start = 0
    for gap in _GAP.finditer(text):
        if gap.start() > start:
            found.append(Span(start, gap.start()))
        start = gap.end()
    if start < len(text):
        found.append(Span(start, len(text)))
    return tuple(found)


def is_soft(gap: str) -> bool:
    """Tell whether a gap only parts clauses of one sentence."""
    return _ONLY_SOFT.fullmatch(gap) is not None


def has_newline(gap: str) -> bool:
    """Tell whether a gap reaches over the end of a line."""
    return _LINE_END.search(gap) is not None


def has_symbol(gap: str) -> bool:
    """Tell whether a gap holds an emoji or what a client shows as one."""
    return re.search(_SYMBOL, gap) is not None


def sentence_around(text: str, span: Span) -> Span:
    """Widen ``span`` to whole sentences, without blanks and newlines around."""
    start = 0
    for mark in _SENTENCE_END.finditer(text, 0, span.start):
        start = mark.end()
    end = _sentence_end(text, span)
    while start < span.start and text[start].isspace():
        start += 1
    while end > span.end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _sentence_end(text: str, span: Span) -> int:
    if len(span) and _SENTENCE_END.match(text, span.end - 1):
        return span.end
    mark = _SENTENCE_END.search(text, span.end)
    return mark.end() if mark else len(text)


def inside_brackets(text: str, clause: Span, found: Span) -> Span:
    """Narrow ``clause`` to the bracketed part that holds ``found``, if any."""
    start, end = _last_open(text, clause.start, found.start), found.end
    depth = 0
    while end < clause.end:
        depth += (text[end] in _OPENERS) - (text[end] in _CLOSERS)
        if depth < 0:
            break
        end += 1
    if start == clause.start or end == clause.end:
        return clause
    return Span(start, end)


def _last_open(text: str, start: int, end: int) -> int:
    """Return the place behind the last bracket left open in ``start..end``."""
    depth = 0
    for place in range(end - 1, start - 1, -1):
        depth += (text[place] in _CLOSERS) - (text[place] in _OPENERS)
        if depth < 0:
            return place + 1
    return start
