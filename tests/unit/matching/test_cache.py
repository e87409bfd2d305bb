"""An index kept on disk finds what a fresh one finds, and is never trusted blindly."""

import dataclasses
import sys

import numpy as np
import pytest

from assist.matching import cache
from assist.matching.matcher import Matcher
from assist.model.rule import Channel, Rule, RuleSet, Scope

RULES = RuleSet(
    (
        Rule(rule_id="A", phrase="这事不归我管", exceptions=("这事不归我管理",)),
        Rule(rule_id="B", phrase="下班了，明天再说", scope=Scope.CLAUSE, initials=True),
        Rule(rule_id="C", phrase="x", patterns=("不是…告诉@称谓了",)),
        Rule(rule_id="D", phrase="神经病", channels_off=frozenset({Channel.PINYIN})),
        Rule(rule_id="E", phrase="calm down", language="en"),
    ),
    (("称谓", ("您", "先生")),),
)
TEXT = "这是布归我管。明天再说吧，下班了。不是早都告诉先生了吗。Calm down"


@pytest.fixture
def path(tmp_path):
    found = tmp_path / "index.npz"
    cache.dump(Matcher.compile(RULES), found, RULES)
    return found


def test_a_kept_index_finds_the_same(path):
    kept = cache.load(path, RULES)
    assert kept is not None
    assert kept.match(TEXT) == Matcher.compile(RULES).match(TEXT)
    assert len(kept.match(TEXT)) == 4


def test_no_scratch_file_is_left_and_an_old_index_is_replaced(path):
    cache.dump(Matcher.compile(RuleSet(())), path, RuleSet(()))
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    assert cache.load(path, RULES) is None
    assert cache.load(path, RuleSet(())) is not None


@pytest.mark.parametrize(
    "changed",
    [
        {"phrase": "这事归我管"},
        {"exceptions": ()},
        {"enabled": False},
        {"scope": Scope.CLAUSE},
        {"channels_off": frozenset({Channel.EDIT})},
        {"max_edits": 0},
    ],
)
def test_an_index_of_other_rules_is_not_used(path, changed):
    first = dataclasses.replace(RULES.rules[0], **changed)
    other = dataclasses.replace(RULES, rules=(first, *RULES.rules[1:]))
    assert cache.load(path, other) is None


def test_an_index_made_by_other_versions_is_not_used(path, monkeypatch):
    monkeypatch.setattr(cache, "_makers", lambda: "other")
    assert cache.load(path, RULES) is None


@pytest.mark.parametrize("kept", [0, 10, 500, 3000])
def test_a_damaged_index_is_not_used(path, kept):
    path.write_bytes(path.read_bytes()[:kept])
    assert cache.load(path, RULES) is None


def test_a_missing_index_is_not_used(tmp_path):
    assert cache.load(tmp_path / "none.npz", RULES) is None


def test_an_index_that_holds_objects_is_not_unpacked(path):
    trap = np.array([object()], dtype=object)
    np.savez(path, key=trap)
    assert cache.load(path, RULES) is None


def test_an_index_that_cannot_be_written_is_an_error_and_leaves_nothing(tmp_path):
    with pytest.raises(OSError, match="absent"):
        cache.dump(Matcher.compile(RULES), tmp_path / "absent" / "x.npz", RULES)


def test_equal_lists_have_one_fingerprint_however_their_words_came_about():
    def made(phrase):
        return RuleSet((Rule(rule_id="A", phrase=phrase, aliases=(phrase,)),))

    read = b"calm_down".decode()
    assert cache.fingerprint(made(read)) == cache.fingerprint(
        made(sys.intern("calm_down"))
    )
    assert cache.fingerprint(made(read)) != cache.fingerprint(made("calm_dawn"))
