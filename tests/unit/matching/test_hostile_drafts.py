"""No draft stops the matcher, and its places are right all the same."""

import json
import time
from pathlib import Path

import pytest

from assist.matching.matcher import Matcher
from assist.matching.session import LONGEST_DRAFT
from assist.model.rule import Rule, RuleSet
from assist.storage.phrase_source import read_source

ROOT = Path(__file__).parents[3]
MATCHER = Matcher.compile(
    RuleSet(
        (
            Rule(rule_id="A", phrase="这事不归我管"),
            Rule(rule_id="B", phrase="不知道"),
            Rule(rule_id="C", phrase="你问我，我问谁"),
            Rule(rule_id="D", phrase="calm down", language="en"),
        )
    )
)
# Ten times what the slowest takes on one core of a server, as docs/performance.md
# says: of the drafts with these four rules 2 s, of building the great pack 6 s.
DRAFT_SECONDS = 20.0
PACK_SECONDS = 60.0
SHIPPED_SECONDS = 60.0  # with the shipped list; the slowest takes 10 s

DRAFTS = {
    "a megabyte of chat": "您好，请问有什么可以帮您？" * 80_000,
    "a megabyte of offences": "你问我我问谁不知道" * 110_000,
    "emoji": "🙂" * 100_000,
    "joined emoji": "👨\u200d👩\u200d👧" * 20_000,
    "lone surrogates": "\ud83d\udc00\ud800" * 30_000,
    "NUL": "\x00" * 100_000,
    "right to left": "שלום\u202e不知道\u202c" * 10_000,
    "combining marks": "不" + "\u0301" * 100_000,
    "letters without a space": "abcdefghij" * 100_000,
    "one character": "不" * 1_000_000,
    "syllables without a space": "buzhidao" * 100_000,
    "brackets": "[" * 1_000_000,
    "ligatures": "\ufdfa" * 100_000,
}


@pytest.mark.parametrize("name", DRAFTS)
def test_a_hostile_draft_takes_bounded_time_and_an_edit_of_it_little(name):
    text = DRAFTS[name]
    session = MATCHER.session()
    began = time.process_time()
    found = session.update(text)
    assert all(one.span.of(text) == one.matched for one in found)
    again = session.update("这事不归我管。" + text)
    assert time.process_time() - began < DRAFT_SECONDS
    assert again[0].matched.startswith("这事不归我管")
    assert len(again) in {len(found), len(found) + 1}


@pytest.fixture(scope="module")
def shipped():
    source = read_source(ROOT / "resources" / "phrases")
    return Matcher.compile(RuleSet(source.rules, source.word_classes))


@pytest.fixture(scope="module")
def taken():
    """Seconds by draft, kept for the record of proofs once all were tried."""
    seconds = {}
    yield seconds
    path = ROOT / "docs" / "proof" / "engine_hostile.json"
    path.write_text(json.dumps(seconds, indent=1) + "\n", encoding="utf-8")


@pytest.mark.prove
@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", DRAFTS)
def test_a_hostile_draft_takes_bounded_time_with_the_shipped_list(name, shipped, taken):
    text, session = DRAFTS[name], shipped.session()
    began = time.process_time()
    assert all(one.span.of(text) == one.matched for one in session.update(text))
    session.update("这事不归我管。" + text)
    spent = time.process_time() - began
    taken[name] = {"code points": len(text), "read twice, seconds": round(spent, 2)}
    assert spent < SHIPPED_SECONDS


@pytest.mark.parametrize(
    ("typed", "matched"),
    [
        ("\ud800这事\ud800不归我管\ud800", "这事\ud800不归我管"),
        ("\x00这事\x00不归我管", "这事\x00不归我管"),
        ("👨\u200d👩\u200d👧这事不归我管👍🏽", "这事不归我管"),
        ("这\u0301事\u0302不归我管\u0303", "这\u0301事\u0302不归我管"),
        ("\u202e这事不归\u202c我管", "这事不归\u202c我管"),
        ("𝒞𝒶𝓁𝓂 𝒹ℴ𝓌𝓃", "𝒞𝒶𝓁𝓂 𝒹ℴ𝓌𝓃"),
    ],
)
def test_a_phrase_among_strange_code_points_has_its_right_place(typed, matched):
    assert [one.matched for one in MATCHER.match(typed)] == [matched]


def test_what_is_behind_the_longest_draft_is_not_matched():
    text = "好" * LONGEST_DRAFT + "这事不归我管"
    assert not MATCHER.match(text)
    assert MATCHER.match(text[6:])


def test_a_pack_of_sixty_four_thousand_rules_is_built_and_matched():
    rules = tuple(
        Rule(
            rule_id=f"R{number}",
            phrase=f"第{chr(0x4E00 + number % 20000)}号不归{number}管",
        )
        for number in range(64_000)
    )
    began = time.process_time()
    matcher = Matcher.compile(RuleSet(rules))
    text = f"第{chr(0x4E00 + 7)}号不归7管"
    assert [one.rule.rule_id for one in matcher.match(text)] == ["R7"]
    assert time.process_time() - began < PACK_SECONDS
