"""The index misses nothing and adds nothing; a session sees what a full scan sees."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA
from reference import brute_force, distance

from assist.matching import scan
from assist.matching.listed import listed_wordings
from assist.matching.matcher import Matcher
from assist.matching.scan import Scanner
from assist.matching.tables import build_tables
from assist.model.rule import Channel, Rule, RuleSet, Scope
from assist.model.span import Span

# Few characters, so that chance brings phrases about; among them several of
# one sound, negations, persons, particles and forms that are folded.
ALPHABET = "不布没知只道到我你您他找领导去區区啊的vb1"
NOISE = " ，。🙂\u200b"
# Syllables run together, English, repetitions: where words may and may not be cut.
RUNS = ("bu", "zhi", "dao", "ni", "lead", "me", "12", "不不不", "你你")
TYPED = [*ALPHABET, *NOISE, *RUNS]
phrase = st.lists(st.sampled_from([*ALPHABET, *RUNS]), min_size=1, max_size=14)
phrases = st.lists(phrase.map("".join), min_size=1, max_size=6, unique=True)


def plain_rules(texts, language="zh"):
    """Rules without the forms that are defined apart from the edits."""
    off = frozenset({Channel.ORDER, Channel.SHAPE})
    return RuleSet(
        tuple(
            Rule(rule_id=f"R{number}", phrase=text, channels_off=off, language=language)
            for number, text in enumerate(texts)
        )
    )


def damaged(phrase, draw):
    """Return ``phrase`` with a few letters lost, added, exchanged or swapped."""
    letters = list(phrase)
    for _ in range(draw.randint(0, 3)):
        place = draw.randint(0, max(0, len(letters) - 1))
        match draw.randint(0, 3):
            case 0:
                letters[place : place + 1] = []
            case 1:
                letters.insert(place, draw.choice(TYPED))
            case 2:
                letters[place : place + 1] = [draw.choice(TYPED)]
            case 3:
                letters[place : place + 2] = letters[place : place + 2][::-1]
    return "".join(letters)


def found_by_index(rules, text):
    listed = listed_wordings(rules)
    pinyin = not any(one.latin for one in listed)
    scanner = Scanner(build_tables(listed), rules.rules, pinyin=pinyin)
    hits = scanner.hits(text, Span(0, len(text)), {})
    found = [(one.listed.rule, one.start, one.end, round(one.price, 6)) for one in hits]
    return listed, found


def draft(texts, draw):
    """Return a text of a few phrases, damaged or not, and of chance characters."""
    pieces = [
        draw.choice(
            [damaged(draw.choice(texts), draw), draw.choice(TYPED), draw.choice(texts)]
        )
        for _ in range(draw.randint(1, 8))
    ]
    return "".join(pieces)


@given(phrases, st.randoms(use_true_random=False))
@settings(max_examples=300, deadline=None)
def test_the_index_finds_exactly_what_trying_everything_finds(texts, draw):
    rules, text = plain_rules(texts), draft(texts, draw)
    listed, found = found_by_index(rules, text)
    assert len(found) == len(set(found))
    expected = set().union(*(brute_force(one, text) for one in listed))
    assert set(found) == expected


@given(phrases, st.randoms(use_true_random=False), st.integers(1, 9))
@settings(max_examples=100, deadline=None)
def test_a_long_text_worked_through_in_blocks_gives_the_same_hits(texts, draw, block):
    rules, text = plain_rules(texts), draft(texts, draw)
    _, at_once = found_by_index(rules, text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scan, "_BLOCK", block)
        _, in_blocks = found_by_index(rules, text)
    assert sorted(in_blocks) == sorted(at_once)


@given(st.text("abcd", max_size=7), st.text("abcd", max_size=7))
def test_the_distance_is_optimal_string_alignment(one, other):
    assert distance(one, other) == OSA.distance(one, other)


RULES = RuleSet(
    (
        Rule(rule_id="A", phrase="我不知道", exceptions=("我不知道您",)),
        Rule(rule_id="B", phrase="你找领导去，我不知道", max_edits=2),
        Rule(rule_id="C", phrase="不", scope=Scope.MESSAGE),
        Rule(rule_id="D", phrase="知道", scope=Scope.CLAUSE, unless=("找",)),
        Rule(rule_id="E", phrase="x", patterns=("你…知道", "opening:找他")),
        Rule(rule_id="F", phrase="没道理", only_if=("全文:领导",)),
        Rule(rule_id="G", phrase="calm down", language="en"),
        Rule(rule_id="H", phrase="去找他们领导吧", scope=Scope.CLOSING, initials=True),
    ),
)
MATCHER = Matcher.compile(RULES)
PIECES = [
    *TYPED,
    *[rule.phrase for rule in RULES.rules],
    "buzhidao",
    "qztmldb",
    "C4LM d0wn",
    "[微笑]",
    "[",
    "]",
    "矢口道",
    "不不不",
    "不" * 40,
    "你你你你",
    "*" * 33,
    "bcdfg" * 20,
    "\ud800",
    "\x00",
    "e\u0301",
]
edits = st.lists(
    st.tuples(
        st.integers(0, 10**6),
        st.sampled_from([0, 0, 0, 1, 2, 9]),
        st.lists(st.sampled_from(PIECES), max_size=3).map("".join),
    ),
    min_size=1,
    max_size=25,
)


def without_ids(found):
    return [dataclasses.replace(one, finding_id=0) for one in found]


@given(edits)
@settings(max_examples=150, deadline=None)
def test_a_session_finds_exactly_what_a_full_scan_finds(steps):
    session, text = MATCHER.session(), ""
    for place, lost, added in steps:
        at = place % (len(text) + 1)
        text = text[:at] + added + text[at + lost :]
        found = session.update(text)
        assert without_ids(found) == without_ids(MATCHER.match(text))
        assert len({one.finding_id for one in found}) == len(found)
        assert all(one.span.of(text) == one.matched for one in found)
