"""Recall and false alarms of the shipped list on labelled sentences.

With the evaluation data beside the checkout (``../shared/data``) it reports on
that; without it, on our own labelled sentences in ``tests/data/labelled.csv``.
Texts of the evaluation data are never printed: rows are named by id, messages by
a hash.  The figures also go to a file, ``build/eval/evaluation.json`` by default.
"""

import argparse
import csv
import hashlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from evaluate_copies import copied_rows
from evaluate_own import own_sentences
from evaluate_peers import peer_cases
from evaluate_share import share

from assist.matching.matcher import Matcher
from assist.model.finding import Finding
from assist.model.rule import RuleSet
from assist.storage.phrase_source import read_source

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "data"
LABELLED = ROOT / "tests" / "data" / "labelled.csv"
OUTPUT = ROOT / "build" / "eval" / "evaluation.json"
TOP_RULES = 12


def rows_of(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV with a header."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def digest(text: str) -> str:
    """Return a short name for a text that must not be shown."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:10]


def length_class(text: str) -> str:
    """Return the row of the length table that a phrase belongs to."""
    hanzi = sum("\u3400" <= character <= "\u9fff" for character in text)
    for most, name in ((3, "1-3"), (6, "4-6"), (9, "7-9")):
        if hanzi <= most:
            return name
    return "10+"


def recall(matcher: Matcher, rows: Iterable[dict[str, str]]) -> dict[str, object]:
    """Count flagged variants by kind and by length of their phrase."""
    kinds: dict[str, Counter[bool]] = defaultdict(Counter)
    lengths: dict[str, Counter[bool]] = defaultdict(Counter)
    missed: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        flagged = bool(matcher.match(row["variant"]))
        expected = row["expected"] == "flag"
        kind = row["type"] if expected else f"not: {row['type']}"
        kinds[kind][flagged] += 1
        if expected:
            lengths[length_class(row["phrase"])][flagged] += 1
        if flagged != expected:
            missed[kind].append(f"{row['id']}/{digest(row['variant'])}")
    typed = Counter[bool]()
    others = Counter[bool]()
    for kind, counts in kinds.items():
        if kind.startswith("not: "):
            others += counts
        elif kind != "paraphrase_close":
            typed += counts
    return {
        "typed kinds together": share(typed[True], typed.total()),
        "near-misses flagged": share(others[True], others.total()),
        "by kind": {k: share(c[True], c.total()) for k, c in sorted(kinds.items())},
        "by length": {k: share(c[True], c.total()) for k, c in sorted(lengths.items())},
        "wrong": dict(sorted(missed.items())),
    }


def false_alarms(matcher: Matcher, sentences: Iterable[tuple[str, str]]) -> object:
    """Count harmless ``(id, sentence)`` pairs that are flagged."""
    flagged = {}
    total = 0
    for name, sentence in sentences:
        total += 1
        if found := matcher.match(sentence):
            flagged[name] = [finding.rule.rule_id for finding in found]
    return {"flagged": share(len(flagged), total), "rows": flagged}


def real_messages(matcher: Matcher, lines: Iterable[str]) -> dict[str, object]:
    """Count messages by the gravest finding in them, weighted by frequency."""
    total = 0
    by_severity = Counter[str]()
    by_rule = Counter[tuple[str, str]]()
    examples: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        message = json.loads(line)
        total += message["n"]
        found = matcher.match(message["text"])
        if not found:
            continue
        by_severity[gravest(found)] += message["n"]
        for rule_id, severity in {(f.rule.rule_id, f.rule.severity) for f in found}:
            by_rule[rule_id, severity.value] += message["n"]
            examples[rule_id].append(digest(message["text"]))
    return {
        "serious": share(by_severity["high"] + by_severity["medium"], total),
        "low": share(by_severity["low"], total),
        "top rules": [
            {
                "rule": rule_id,
                "severity": severity,
                **share(count, total),
                "messages": sorted(set(examples[rule_id]))[:6],
            }
            for (rule_id, severity), count in by_rule.most_common(TOP_RULES)
        ],
    }


def gravest(found: tuple[Finding, ...]) -> str:
    """Return the gravest severity among findings."""
    severities = [finding.rule.severity for finding in found]
    return max(severities, key=lambda severity: severity.weight).value


def on_shared(matcher: Matcher, rules: RuleSet) -> dict[str, object]:
    """Report on the evaluation data."""
    variants = rows_of(SHARED / "variants.csv")
    hard = rows_of(SHARED / "hard_negatives.csv")
    messages = (SHARED / "agent_messages.jsonl").read_text("utf-8").splitlines()
    peers = (SHARED / "peer_tests.jsonl").read_text("utf-8").splitlines()
    held_out = [row["variant"] for row in variants if row["type"] == "paraphrase_close"]
    held_out += [row["variant"] for row in variants if row["expected"] == "not"]
    held_out += [row["sentence"] for row in hard]
    inventory = [row["phrase"] for row in rows_of(SHARED / "forbidden.csv")]
    inventory += [row["note"] for row in rows_of(SHARED / "forbidden.csv")]
    inventory += [row["phrase"] for row in rows_of(SHARED / "standard.csv")]
    return {
        "recall": recall(matcher, variants),
        "hard negatives": false_alarms(
            matcher, ((row["id"], row["sentence"]) for row in hard)
        ),
        "real messages": real_messages(matcher, messages),
        "peers' cases": peer_cases(json.loads(line) for line in peers),
        "copied rows": copied_rows(rules, held_out, inventory),
    }


def main() -> int:
    """Print and write the report; exit 1 if evaluation rows were copied."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--own", action="store_true", help="only our own sentences")
    parser.add_argument("--output", type=Path, default=OUTPUT, help="report file")
    arguments = parser.parse_args()
    source = read_source(ROOT / "resources" / "phrases")
    rules = RuleSet(source.rules, source.word_classes, source.version)
    matcher = Matcher.compile(rules)
    own = own_sentences(matcher, rows_of(LABELLED))
    report: dict[str, object] = {"own sentences": own}
    copied: object = []
    if SHARED.is_dir() and not arguments.own:
        shared = on_shared(matcher, rules)
        copied = shared["copied rows"]
        report |= shared
    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(report, ensure_ascii=False, indent=1)
    arguments.output.write_text(text, "utf-8")
    print(text)
    return 1 if copied else 0


if __name__ == "__main__":
    sys.exit(main())
