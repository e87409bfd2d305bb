"""The shipped list is compiled once, and read from the cache folder after that."""

import pytest

from assist.app import build
from assist.matching.matcher import Matcher
from assist.model.rule import Rule, RuleSet

RULES = RuleSet((Rule(rule_id="A", phrase="这事不归我管"),))
TEXT = "亲，这事不归我管哦"


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("ASSIST_HOME", str(tmp_path))
    return tmp_path / "cache"


@pytest.fixture
def compiling_forbidden(monkeypatch):
    def forbid():
        monkeypatch.setattr(Matcher, "compile", None)

    return forbid


def found(matcher):
    return [(one.rule.rule_id, one.matched) for one in matcher.match(TEXT)]


def test_the_second_start_compiles_nothing(cache, compiling_forbidden):
    first = found(build.kept_matcher(RULES))
    compiling_forbidden()

    assert found(build.kept_matcher(RULES)) == first == [("A", "这事不归我管")]


def test_what_is_kept_is_for_this_user_alone(cache):
    build.kept_matcher(RULES)

    (kept,) = cache.iterdir()
    assert kept.stat().st_mode & 0o077 == 0


def test_another_list_takes_its_place(cache):
    build.kept_matcher(RuleSet((Rule(rule_id="B", phrase="自己看"),)))

    assert found(build.kept_matcher(RULES)) == [("A", "这事不归我管")]
    assert len(list(cache.iterdir())) == 1


def test_a_damaged_index_is_made_anew(cache, compiling_forbidden):
    build.kept_matcher(RULES)
    (kept,) = cache.iterdir()
    kept.write_bytes(kept.read_bytes()[:100])

    assert found(build.kept_matcher(RULES)) == [("A", "这事不归我管")]
    compiling_forbidden()
    assert found(build.kept_matcher(RULES)) == [("A", "这事不归我管")]


def test_where_nothing_can_be_kept_it_is_found_all_the_same(cache):
    cache.write_text("a file where the folder should be")

    assert found(build.kept_matcher(RULES)) == [("A", "这事不归我管")]
