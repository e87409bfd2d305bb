"""The shipped list judged as a list: examples, wording, replacements, figures."""

import csv
import json
import re
from collections import Counter
from pathlib import Path

import pytest

from assist.matching.matcher import Matcher
from assist.matching.template import expand
from assist.model.rule import RuleSet, Severity
from assist.storage.phrase_source import read_source
from assist.text.normalise import normalise

_TOP = Path(__file__).parents[2]
_EVALUATION = _TOP.parent / "shared" / "data"
_SERIOUS = {Severity.HIGH, Severity.MEDIUM}
_LONGEST_WHY = 24  # hanzi: one line of the card
# A start loads them all: 27,000 in 70 ms of work, as docs/performance.md says.
# It was 20,000 until the 59 rules of rules.general.csv came with 8,700.
_MOST_WORDINGS = 28_000
_MOST_OF_A_RULE = 300
_FEWEST_EXAMPLES = 2
_SLOT = re.compile(r"\{([^{}]+)\}")
_DOUBLED = re.compile(r"[，。；：、？！,.;:?!]{2}")

source = read_source(_TOP / "resources" / "phrases")
active = [rule for rule in source.rules if rule.enabled]
classes = dict(source.word_classes)


@pytest.fixture(scope="module")
def matcher():
    return Matcher.compile(RuleSet(source.rules, source.word_classes))


def wordings(rule):
    if not rule.patterns:
        yield rule.phrase
    for pattern in (*rule.patterns, *rule.aliases):
        yield from (one.text for one in expand(pattern, classes))


def plain(text: str) -> str:
    return normalise(text).literals


def test_every_entry_of_the_inventory_has_its_row():
    ids = [rule.rule_id for rule in source.rules]

    assert [one for one in ids if one.startswith("F")] == [
        f"F{number:03d}" for number in range(1, 335)
    ]
    assert [phrase.phrase_id for phrase in source.standard] == [
        f"S{number:03d}" for number in range(1, 396)
    ]


def test_the_english_list_is_there():
    assert sum(rule.language == "en" for rule in active) >= 40


@pytest.mark.parametrize("rule", active, ids=lambda rule: rule.rule_id)
def test_a_rule_flags_what_it_must_and_spares_what_it_must(matcher, rule):
    missed = [
        text
        for text in rule.must_hit
        if rule.rule_id not in {found.rule.rule_id for found in matcher.match(text)}
    ]
    wrong = [
        text
        for text in rule.must_miss
        if rule.rule_id in {found.rule.rule_id for found in matcher.match(text)}
    ]

    assert (missed, wrong) == ([], [])


def test_every_rule_has_examples_a_reason_and_a_wording_without_slots():
    lacking = [
        rule.rule_id
        for rule in active
        if len({plain(text) for text in rule.must_hit}) < _FEWEST_EXAMPLES
        or len({plain(text) for text in rule.must_miss}) < _FEWEST_EXAMPLES
        or not rule.why
        or not rule.replacements
        or _SLOT.search(rule.replacements[0].text)
    ]

    assert lacking == []


def test_a_row_that_is_off_says_why():
    assert [one.rule_id for one in source.rules if not one.why] == []


def test_reasons_fit_one_line_of_the_card():
    long = [
        rule.rule_id
        for rule in source.rules
        if rule.language == "zh" and len(rule.why) > _LONGEST_WHY
    ]

    assert long == []


def test_reasons_speak_of_the_sentence_and_never_scold():
    scolding = [
        rule.rule_id
        for rule in source.rules
        if re.search("您违规|请勿|错误|！", rule.why)
    ]

    assert scolding == []


def test_no_harmless_example_is_taken_for_something_serious_by_another_rule(matcher):
    wrong = [
        (rule.rule_id, text, found.rule.rule_id)
        for rule in active
        for text in rule.must_miss
        for found in matcher.match(text)
        if found.rule.severity in _SERIOUS
    ]

    assert wrong == []


def test_a_phrase_that_is_merged_is_flagged_by_the_rule_it_went_into(matcher):
    lost = [
        row.rule.rule_id
        for row in source.rows
        if row.merged_into
        and row.kind == "literal"
        and row.merged_into
        not in {found.rule.rule_id for found in matcher.match(row.rule.phrase)}
    ]

    assert lost == []


def test_compliant_wording_is_never_flagged(matcher):
    texts = {
        *(one.text for rule in source.rules for one in rule.replacements),
        *(phrase.text for phrase in source.standard),
    }
    filled = {_SLOT.sub("甲乙", text) for text in texts}

    assert [text for text in sorted(texts | filled) if matcher.match(text)] == []


def test_replacements_are_clean_sentences():
    unclean = [
        (rule.rule_id, one.text)
        for rule in source.rules
        for one in rule.replacements
        if _DOUBLED.search(one.text) or one.text != one.text.strip()
    ]

    assert unclean == []


def test_two_rules_never_look_for_the_same_wording():
    owners: dict[tuple[str, str], str] = {}
    shared = []
    for rule in active:
        for text in {plain(one) for one in wordings(rule)}:
            key = (rule.language, text)
            if owners.setdefault(key, rule.rule_id) != rule.rule_id:
                shared.append((text, owners[key], rule.rule_id))

    assert shared == []


def test_the_list_stays_small_enough_to_load_quickly():
    counts = Counter({rule.rule_id: len(set(wordings(rule))) for rule in active})

    assert max(counts.values()) <= _MOST_OF_A_RULE
    assert counts.total() <= _MOST_WORDINGS


def _rows(name: str) -> list[dict[str, str]]:
    path = _EVALUATION / name
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _held_out() -> set[str]:
    """Return the sentences of the evaluation data, normalised; none where absent.

    Those of our own labelled set, which is always there, as well.
    """
    labelled = _TOP / "tests" / "data" / "labelled.csv"
    with labelled.open(encoding="utf-8", newline="") as file:
        own = {plain(row["text"]) for row in csv.DictReader(file)}
    return own | {
        plain(row.get("variant") or row["sentence"])
        for name in ("variants.csv", "hard_negatives.csv")
        for row in _rows(name)
    }


def _given() -> str:
    """Return all that the inventory itself says, normalised."""
    rows = [*_rows("forbidden.csv"), *_rows("standard.csv")]
    said = [plain(row["phrase"] + row.get("note", "")) for row in rows]
    return "\0".join([*said, *(plain(one.text) for one in source.standard)])


def test_no_example_is_a_sentence_that_the_list_is_measured_by():
    measured = _held_out() | {plain(text) for text, _ in _agent_messages()}
    given = _given()
    copied = [
        (rule.rule_id, text)
        for rule in active
        for text in (*rule.must_hit, *rule.must_miss)
        if plain(text) in measured and plain(text) not in given
    ]

    assert copied == []


def _judged() -> set[str]:
    """Return the held-out sentences that no rule was written for, normalised."""
    return {
        plain(row.get("variant") or row["sentence"])
        for name in ("variants.csv", "hard_negatives.csv")
        for row in _rows(name)
        if row.get("type", "paraphrase_close") == "paraphrase_close"
        or row["expected"] != "flag"
    }


def test_nothing_of_the_evaluation_data_was_copied_into_the_list():
    held_out, given = _judged(), _given()
    copied = [
        (rule.rule_id, text)
        for rule in source.rules
        for text in (
            *wordings(rule),
            *(one.text for each in rule.exceptions for one in expand(each, classes)),
            *rule.must_hit,
            *rule.must_miss,
        )
        if plain(text) in held_out and plain(text) not in given
    ]

    assert copied == []


def _agent_messages() -> list[tuple[str, int]]:
    path = _EVALUATION / "agent_messages.jsonl"
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    return [(row["text"], row["n"]) for row in map(json.loads, lines)]


def test_real_agents_are_seldom_interrupted(matcher):
    """At most 0.25 % serious, 0.1 % for one rule and 1.5 % low, where there is data.

    Asked for were 0.4 %, 0.1 % and 3 %; reached are 0.19 %, 0.05 % and 1.1 %.
    """
    messages = _agent_messages()
    total = sum(times for _, times in messages)
    by_rule: Counter[str] = Counter()
    serious = low = 0
    for text, times in messages:
        rules = {found.rule.rule_id: found.rule for found in matcher.match(text)}
        severities = {rule.severity for rule in rules.values()}
        serious += times * bool(severities & _SERIOUS)
        low += times * (Severity.LOW in severities)
        for rule_id, rule in rules.items():
            by_rule[rule_id] += times * (rule.severity in _SERIOUS)

    assert serious <= 0.0025 * total
    assert max(by_rule.values(), default=0) <= 0.001 * total
    assert low <= 0.015 * total
