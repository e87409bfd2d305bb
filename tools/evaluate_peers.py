"""Test cases of other matchers, run on ours: pass, differs by design, fail."""

from collections.abc import Iterable
from typing import Any

from assist.matching.matcher import Matcher
from assist.model.rule import Rule, RuleSet

OVERLAPS = "overlapping hits are resolved: the agent sees the longest, once"
NO_RAW_NUMBERS = "numbers are a matter of service rules, not of a phrase list"
SHORT_ENGLISH = "short English words match exactly, at word boundaries"
NOISE = "noise between characters is always ignored; a rule may switch that off"
MASK = "an exception masks every hit it overlaps"

DESIGN = {
    "sensitive-word-005": SHORT_ENGLISH,
    "sensitive-word-007": SHORT_ENGLISH,
    "sensitive-word-009": NOISE,
    "sensitive-word-013": NO_RAW_NUMBERS,
    "sensitive-word-016": NO_RAW_NUMBERS,
    "sensitive-word-031": MASK,
    "sensitive-word-032": MASK,
    "sensitive-word-076": NO_RAW_NUMBERS,
    "sensitive-001": OVERLAPS,
    "sensitive-002": OVERLAPS,
    "sensitive-003": OVERLAPS,
    "sensitive-004": "one to three characters match as a clause of their own",
    "flashtext-039": "a long English phrase forgives two letters",
    "flashtext-050": SHORT_ENGLISH,
    "flashtext-055": OVERLAPS,
    "spaczz-001": SHORT_ENGLISH,
    "spaczz-011": SHORT_ENGLISH,
}


def peer_cases(cases: Iterable[dict[str, Any]]) -> dict[str, object]:
    """Return counts, the ids that differ by design with the reason, and failures."""
    passed = 0
    differs: dict[str, str] = {}
    failed: list[str] = []
    for case in cases:
        if passes(case):
            passed += 1
        elif case["id"] in DESIGN:
            differs[case["id"]] = DESIGN[case["id"]]
        else:
            failed.append(case["id"])
    return {"pass": passed, "differs by design": differs, "fail": failed}


def passes(case: dict[str, Any]) -> bool:
    """Run one case: its words as a list of their own, on its text."""
    rules = tuple(
        Rule(
            rule_id=f"P{number}",
            phrase=word,
            language=language(word),
            exceptions=tuple(case.get("allow", ())),
        )
        for number, word in enumerate(case["words"])
        if word.strip()
    )
    found = Matcher.compile(RuleSet(rules)).match(case["text"])
    if bool(found) != case["expect_contains"]:
        return False
    if "expect_found" not in case:
        return True
    return bool([finding.matched for finding in found] == case["expect_found"])


def language(word: str) -> str:
    """Return the language a bare word is listed under."""
    return "zh" if any("\u3400" <= each <= "\u9fff" for each in word) else "en"
