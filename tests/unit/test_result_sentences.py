"""What the list's replacements read like once they stand in a draft."""

import importlib.util
import sys
from pathlib import Path

import pytest

from assist.matching.matcher import Matcher
from assist.model.rule import RuleSet
from assist.storage.phrase_source import read_source

_TOP = Path(__file__).parents[2]
_SPEC = importlib.util.spec_from_file_location(
    "result_sheet", _TOP / "tools" / "result_sheet.py"
)
assert _SPEC
assert _SPEC.loader
sheet = importlib.util.module_from_spec(_SPEC)
sys.modules["result_sheet"] = sheet
_SPEC.loader.exec_module(sheet)


@pytest.fixture(scope="module")
def source():
    return read_source(_TOP / "resources" / "phrases")


@pytest.fixture(scope="module")
def matcher(source):
    return Matcher.compile(RuleSet(source.rules, source.word_classes))


@pytest.fixture(scope="module")
def results(source, matcher):
    return [sheet.result(matcher, *row) for row in sheet.drafts(source, examples=False)]


def test_every_literal_row_is_there_alone_and_in_three_carriers(source, results):
    literal = [row for row in source.rows if row.kind == "literal"]

    assert len(literal) >= 180
    assert len(results) == len(literal) * len(sheet.CARRIERS) == len(literal) * 4


def test_every_literal_phrase_is_flagged_when_typed_alone(results):
    alone = [each for each in results if each.draft == each.rule.phrase]

    assert [each.rule.rule_id for each in alone if each.finding is None] == []


def test_most_literal_phrases_are_flagged_in_every_carrier(results):
    """A scope or an exception may spare one; it must not spare many."""
    missed = [each for each in results if each.finding is None]

    assert len(missed) <= len(results) * 0.015


def test_no_replacement_leaves_a_fault_behind(results):
    """No doubled or stray punctuation, no slot, and clean when matched again."""
    faulty = [each.line() for each in results if each.finding and each.faults]

    assert faulty == []


def test_no_replacement_leaves_a_fault_in_the_lists_own_examples(source, matcher):
    made = [sheet.result(matcher, *row) for row in sheet.drafts(source, examples=True)]

    assert [each.line() for each in made if each.finding and each.faults] == []


@pytest.mark.parametrize(
    ("draft", "after", "fault"),
    [
        ("不知道", "很抱歉。，", "doubled punctuation"),
        ("不知道", "，很抱歉。", "stray punctuation"),
        ("不知道", "这里是{公司}。", "slot"),
    ],
)
def test_the_sheet_sees_faults(draft, after, fault):
    assert fault in set(sheet.faults_of(draft, after, ()))


def test_the_sheet_sees_that_a_clause_was_lost():
    faults = set(sheet.faults_of("他不在，您先看看", "我为您转接", (), ("您先看看",)))

    assert faults == {"lost: 您先看看"}


def test_the_sheet_sees_a_result_that_is_flagged_again(matcher):
    still = matcher.match("你问我，我问谁")

    assert any("flagged again" in fault for fault in sheet.faults_of("", "", still))
