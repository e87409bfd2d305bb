"""Print what the first replacement of every literal phrase leads to, to be read.

    python tools/result_sheet.py                     every row, alone and carried
    python tools/result_sheet.py --examples          the list's own longer examples
    python tools/result_sheet.py --every 7           each seventh line only

One line per draft, tab-separated: rule, draft with what was found in 【】, the
text after the first replacement, and what is wrong with it, if a machine can see
it.  Exits with 1 if anything is.
"""

import argparse
import dataclasses
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from assist.insertion.plan import choices
from assist.matching.matcher import Matcher
from assist.model.finding import Finding
from assist.model.rule import Rule, RuleSet
from assist.storage.phrase_source import PhraseSource, read_source

PHRASES = Path(__file__).parent.parent / "resources" / "phrases"
CARRIERS = (
    "{}",
    "亲，您的订单已经发出了，{}",
    "{}，您可以先看一下物流信息哦😊",
    "您好😊 您反馈的情况我看到了，{}，退款一般三天内到账。",
)
_DOUBLED = re.compile(r"[，。！？；、：,!?;][ \t\u3000]*[，。！？；、：,!?;]")
_STRAY = re.compile(r"^[，。！？；、：,!?;]|[，、,]$|[，、,]\n|\n[，、,]")


@dataclasses.dataclass(frozen=True)
class Result:
    """One draft, and what became of it.

    Attributes:
        after: The draft after the first replacement of the rule looked at;
            None when it was not flagged or nothing can be inserted.
    """

    rule: Rule
    draft: str
    finding: Finding | None
    after: str | None
    faults: tuple[str, ...]

    def line(self) -> str:
        """Return the line of the sheet."""
        shown = self.draft
        if self.finding:
            span = self.finding.span
            before, behind = shown[: span.start], shown[span.end :]
            shown = f"{before}【{span.of(shown)}】{behind}"
        cells = (self.rule.rule_id, shown, self.after or "–", "；".join(self.faults))
        return "\t".join(cell.replace("\n", "⏎") for cell in cells)


def faults_of(
    draft: str, after: str, new: tuple[Finding, ...], kept: tuple[str, ...] = ()
) -> Iterator[str]:
    """Name what a machine can see to be wrong with ``after``.

    Args:
        draft: What was typed.
        after: What became of it.
        new: Found in ``after``, and not left over from elsewhere in ``draft``.
        kept: Clauses of ``draft`` that nobody objects to.
    """
    if lost := [clause for clause in kept if clause not in after]:
        yield "lost: " + "、".join(lost)
    if _DOUBLED.search(after) and not _DOUBLED.search(draft):
        yield "doubled punctuation"
    if _STRAY.search(after) and not _STRAY.search(draft):
        yield "stray punctuation"
    if "{" in after:
        yield "slot"
    if new:
        yield "flagged again: " + "、".join(one.rule.phrase for one in new)


def result(
    matcher: Matcher, rule: Rule, draft: str, kept: tuple[str, ...] = ()
) -> Result:
    """Replace what is found in ``draft``: by ``rule`` if it is, else the first."""
    found = matcher.match(draft)
    own = [one for one in found if one.rule.rule_id == rule.rule_id] or found[:1]
    if not own:
        return Result(rule, draft, None, None, ("not flagged",))
    offered = choices(draft, own[0])
    if not offered:
        return Result(rule, draft, own[0], None, ("nothing to insert",))
    edit = offered[0].edit
    left = Counter(_known(one) for one in found if not one.span.overlaps(edit.span))
    now = matcher.match(edit.after)
    new = tuple(one for one in now if not left[_known(one)])
    faults = tuple(faults_of(draft, edit.after, new, kept))
    return Result(rule, draft, own[0], edit.after, faults)


def _known(finding: Finding) -> tuple[str, str]:
    return finding.rule.rule_id, finding.matched


def drafts(
    source: PhraseSource, *, examples: bool
) -> Iterator[tuple[Rule, str, tuple[str, ...]]]:
    """Yield each draft of the sheet with the rule it is about and what must stay.

    A literal row that is off, being merged into another, is typed as well.
    """
    for row in source.rows:
        if examples and row.rule.enabled:
            longer = len(row.rule.phrase) + 1
            for example in row.rule.must_hit:
                if len(example) > longer:
                    yield row.rule, example, ()
        elif row.kind == "literal" and not examples:
            for carrier in CARRIERS:
                yield row.rule, carrier.format(row.rule.phrase), _clauses(carrier)


def _clauses(carrier: str) -> tuple[str, ...]:
    parts = re.split("[，。]", carrier.replace("{}", ""))
    return tuple(part for part in parts if len(part) > 1)


def main() -> int:
    """Print the sheet."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--examples", action="store_true")
    options.add_argument("--every", type=int, default=1)
    options.add_argument("--faults", action="store_true", help="only faulty lines")
    asked = options.parse_args()
    source = read_source(PHRASES)
    matcher = Matcher.compile(RuleSet(source.rules, source.word_classes))
    faulty = 0
    for number, row in enumerate(drafts(source, examples=asked.examples)):
        if number % asked.every:
            continue
        made = result(matcher, *row)
        faulty += bool(made.faults)
        if made.faults or not asked.faults:
            print(made.line())
    print(f"{faulty} with faults", file=sys.stderr)
    return 1 if faulty else 0


if __name__ == "__main__":
    sys.exit(main())
