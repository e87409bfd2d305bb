"""JSON lines in, JSON lines out: the form in which other programs ask."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from assist.errors import InputError
from assist.model.finding import Finding

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_SCORE_DIGITS = 4


def answers(
    lines: Iterable[bytes], find: Callable[[str], Iterable[Finding]]
) -> Iterator[bytes]:
    """Yield one JSON line, without its end, for each line.

    Args:
        lines: Each a JSON object with the text to check under ``text``.
        find: Finds the forbidden phrases in a text.

    Raises:
        InputError: A line has another form; the message gives its number,
            counted from 1, and nothing of what it holds.
    """
    for number, line in enumerate(lines, start=1):
        found = find(_text(line, number))
        yield _encoded({"findings": [as_mapping(finding) for finding in found]})


def as_mapping(finding: Finding) -> dict[str, Any]:
    """Return a finding as other programs see it; the keys keep their order."""
    rule = finding.rule
    return {
        "rule": rule.rule_id,
        "phrase": rule.phrase,
        "start": finding.span.start,
        "end": finding.span.end,
        "matched": finding.matched,
        "score": round(finding.score, _SCORE_DIGITS),
        "severity": rule.severity.value,
        "category": rule.category,
        "replacements": [
            {"text": each.text, "replaces": each.replaces.value}
            for each in rule.replacements
        ],
        "why": rule.why,
    }


def _text(line: bytes, number: int) -> str:
    if number == 1:
        line = line.removeprefix(_BYTE_ORDER_MARK)
    try:
        # Lone surrogates and control characters are odd, but they are text.
        values = json.loads(line.decode("utf-8", "surrogatepass"), strict=False)
    except (ValueError, RecursionError) as error:
        raise _malformed(number, "it is not JSON in UTF-8") from error
    text = values.get("text") if isinstance(values, dict) else None
    if not isinstance(text, str):
        raise _malformed(number, "it has no “text” that is a string")
    return text


def _malformed(number: int, reason: str) -> InputError:
    return InputError(
        f"Line {number} cannot be checked: {reason}.",
        hint='Each line reads: {"text": "…"}',
    )


def _encoded(value: object) -> bytes:
    try:
        return json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:  # a lone surrogate can only be written escaped
        return json.dumps(value).encode()
