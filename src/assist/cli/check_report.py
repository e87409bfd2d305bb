"""A report for people on a file with one message per line."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from assist.cli.check_lines import as_mapping
from assist.errors import InputError
from assist.model.finding import Finding

_LINE_END = re.compile(r"\r\n|\n|\r")
_JOINER = "\u200d"  # holds emoji together
_HIDDEN = "\ufffd"


@dataclass(frozen=True, slots=True)
class CheckedLine:
    """One message of a file; ``number`` counts from 1."""

    number: int
    text: str = field(repr=False)
    findings: tuple[Finding, ...]


def messages(content: bytes, name: str) -> list[str]:
    """Return the lines of a text file as UTF-8, else as GB 18030.

    Raises:
        InputError: The file is neither.
    """
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            lines = _LINE_END.split(content.decode(encoding))
        except UnicodeDecodeError:
            continue
        return lines if lines[-1] else lines[:-1]
    raise InputError(
        f"{name} is neither UTF-8 nor GB 18030 text.", hint="Save it as UTF-8."
    )


def as_text(name: str, checked: Sequence[CheckedLine]) -> Iterator[str]:
    """Yield the report line by line."""
    flagged = [line for line in checked if line.findings]
    for line in flagged:
        head = f"{name}:{line.number}: "
        yield head + shown(line.text)
        yield " " * display_width(head) + underline(line)
        for finding in line.findings:
            yield from _explained(finding)
        yield ""
    found = sum(len(line.findings) for line in flagged)
    yield f"{len(flagged)} of {len(checked)} messages flagged, {found} findings."


def as_document(name: str, checked: Sequence[CheckedLine]) -> dict[str, Any]:
    """Return the report as plain values for JSON; see ``docs/cli.md``."""
    return {
        "file": name,
        "messages": len(checked),
        "flagged": [
            {
                "line": line.number,
                "findings": [as_mapping(finding) for finding in line.findings],
            }
            for line in checked
            if line.findings
        ],
    }


def underline(line: CheckedLine) -> str:
    """Return the carets under the flagged words, as wide as a terminal draws."""
    marked = [False] * len(line.text)
    for finding in line.findings:
        for place in range(finding.span.start, finding.span.end):
            marked[place] = True
    carets = (
        ("^" if mark else " ") * display_width(shown(character))
        for character, mark in zip(line.text, marked, strict=True)
    )
    return "".join(carets).rstrip()


def shown(text: str) -> str:
    """Return ``text`` so that a terminal shows it and nothing in it acts.

    Control, direction and zero-width characters, and lone surrogates, become
    U+FFFD, one for one.
    """
    return "".join(_HIDDEN if _acts(character) else character for character in text)


def display_width(text: str) -> int:
    """Return how many columns a terminal gives to ``text``.

    Source:
        Unicode Standard Annex 11: wide and full-width characters take two
        columns; marks and the joiner take none.
    """
    return sum(_columns(character) for character in text)


def _explained(finding: Finding) -> Iterator[str]:
    rule = finding.rule
    words = (rule.severity.value, rule.category, rule.rule_id, rule.phrase)
    yield f"  {'  '.join(filter(None, words))}  (score {finding.score:.2f})"
    if rule.why:
        yield f"    {rule.why}"
    for replacement in rule.replacements:
        yield f"    → {replacement.text}  ({replacement.replaces.value})"


def _acts(character: str) -> bool:
    if character == _JOINER:
        return False
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


def _columns(character: str) -> int:
    if character == _JOINER or unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
