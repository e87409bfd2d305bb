"""The rule language says several wordings in one cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assist.errors import RuleSyntaxError
from assist.matching.template import MOST_WORDINGS, Reach, expand
from assist.model.rule import Scope


def texts(pattern, **classes):
    return [one.text for one in expand(pattern, classes)]


@pytest.mark.parametrize(
    ("pattern", "wordings"),
    [
        ("你错了", ["你错了"]),
        ("{你|您}错了", ["你错了", "您错了"]),
        ("你(到底)想怎样", ["你想怎样", "你到底想怎样"]),
        ("你（到底）想怎样", ["你想怎样", "你到底想怎样"]),
        ("不是…说了", ["不是…说了"]),
        ("不是...说了", ["不是…说了"]),
        ("不行|不可以", ["不行", "不可以"]),
        ("{你(们)|他}看", ["你看", "你们看", "他看"]),
        (r"a\{b\|c", ["a{b|c"]),
    ],
)
def test_a_pattern_stands_for_its_wordings(pattern, wordings):
    assert texts(pattern) == wordings


def test_a_word_class_is_named_by_its_longest_known_name():
    classes = {"称": ("x",), "称谓": ("先生", "女士")}
    assert texts("@称谓好", **classes) == ["先生好", "女士好"]
    assert texts("@{称}谓", **classes) == ["x谓"]


@pytest.mark.parametrize(
    ("pattern", "scope"),
    [("clause:不行", Scope.CLAUSE), ("开头：喂", Scope.OPENING), ("时间:三点", None)],
)
def test_a_prefix_sets_the_scope(pattern, scope):
    assert expand(pattern)[0].scope is scope


def test_a_prefix_asks_for_the_whole_draft():
    assert expand("全文:投诉")[0].reach is Reach.DRAFT


@pytest.mark.parametrize(
    "pattern", ["{a|b", "a)", "(a}", "@没有", "@{没有", "", "…", "a…b…c…d…e"]
)
def test_what_is_not_in_the_language_is_refused_with_a_hint(pattern):
    with pytest.raises(RuleSyntaxError) as caught:
        expand(pattern)
    assert caught.value.hint


@pytest.mark.parametrize("pattern", ["{a|b}" * 40, "(a)" * 200, "(" * 900])
def test_an_exploding_pattern_is_refused_at_once(pattern):
    with pytest.raises(RuleSyntaxError):
        expand(pattern)


@given(st.text("ab{}()|…@\\：:，", max_size=24))
def test_any_text_is_read_or_refused(pattern):
    try:
        found = expand(pattern)
    except RuleSyntaxError:
        return
    assert 0 < len(found) <= MOST_WORDINGS
