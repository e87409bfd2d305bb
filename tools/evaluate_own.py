"""Recall and false alarms on our own labelled sentences, by kind of sentence.

A sentence to flag counts as found when anything in it is flagged.  A good one
counts as a false alarm when something is flagged as medium or high; low remarks
are counted apart.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

from evaluate_share import share

from assist.matching.matcher import Matcher
from assist.model.finding import Finding
from assist.model.rule import Severity

FLAG = "flag"


def own_sentences(
    matcher: Matcher, rows: Iterable[dict[str, str]]
) -> dict[str, object]:
    """Report on rows of ``text``, ``expected`` (flag or ok) and ``kind``.

    ``wrong`` names each row by its line, the header being line 1, with the rules
    that fired.
    """
    counts: dict[str, Counter[bool]] = defaultdict(Counter)
    by_kind: dict[str, Counter[bool]] = defaultdict(Counter)
    remarks = Counter[bool]()
    wrong = []
    for number, row in enumerate(rows, 2):
        found = matcher.match(row["text"])
        to_flag = row["expected"] == FLAG
        flagged = bool(found) if to_flag else serious(found)
        counts[row["expected"]][flagged] += 1
        by_kind[f"{row['expected']}: {row['kind']}"][flagged] += 1
        if not to_flag:
            remarks[bool(found)] += 1
        if flagged != to_flag:
            fired = " ".join(finding.rule.rule_id for finding in found)
            wrong.append(f"line {number}: {row['text']} [{fired}]")
    flag, good = counts[FLAG], counts["ok"]
    return {
        "flagged of those to flag": share(flag[True], flag.total()),
        "flagged as serious of the good ones": share(good[True], good.total()),
        "flagged at all of the good ones": share(remarks[True], remarks.total()),
        "by kind": {k: share(c[True], c.total()) for k, c in sorted(by_kind.items())},
        "wrong": wrong,
    }


def serious(found: Iterable[Finding]) -> bool:
    """Tell whether a finding is medium or high."""
    return any(finding.rule.severity is not Severity.LOW for finding in found)
