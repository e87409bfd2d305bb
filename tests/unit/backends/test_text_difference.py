"""Putting a text back touches only what differs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assist.backends.linux.text_difference import (
    is_as_computed,
    smallest_edit,
    typed_meanwhile,
    widened,
)
from assist.model.edit import Edit
from assist.model.span import Span

texts = st.text("ab你😀", max_size=12)


@given(texts, texts)
def test_the_edit_leads_from_one_text_to_the_other(before, after):
    assert smallest_edit(before, after).after == after


def test_what_both_texts_share_is_left_alone():
    edit = smallest_edit("你好坏啊", "你好棒啊")

    assert (edit.span, edit.replacement) == (Span(2, 3), "棒")


def test_equal_texts_need_no_edit():
    edit = smallest_edit("aa", "aa")

    assert not len(edit.span)
    assert edit.replacement == ""


WRITTEN = Span(2, 4)  # 转接 of the next
EXPECTED = "我帮转接您"


@pytest.mark.parametrize(
    ("now", "typed"),
    [
        ("我帮转接您吧", "吧"),
        ("好，我帮转接您", "好，"),
        ("我帮转接您\n", "\n"),
    ],
)
def test_keys_typed_meanwhile_are_told(now, typed):
    assert typed_meanwhile(EXPECTED, now, WRITTEN).replacement == typed


@pytest.mark.parametrize(
    "now",
    [
        EXPECTED,
        "我帮转接接您",  # a part of the words twice
        "我帮转x接您",  # inside the words
        "我帮转接\0您",  # padding
        "我帮转接您" + "很长的一段",
        "我帮转接",
        "我帮转?您",
    ],
)
def test_damage_is_not_taken_for_keys(now):
    assert typed_meanwhile(EXPECTED, now, WRITTEN) is None


def test_an_edit_is_as_computed_with_and_without_keys():
    edit = Edit(Span(2, 3), "转接", "我帮踢您")

    assert is_as_computed(edit, EXPECTED)
    assert is_as_computed(edit, EXPECTED + "吧")
    assert not is_as_computed(edit, edit.before)
    assert not is_as_computed(edit, EXPECTED + "转")


@pytest.mark.parametrize(
    ("before", "span", "wide"),
    [
        ("a👩‍👧b", Span(0, 2), Span(0, 4)),
        ("a👩‍👧b", Span(2, 5), Span(1, 5)),
        ("👍🏽好", Span(1, 3), Span(0, 3)),
        ("e\u0301x", Span(1, 3), Span(0, 3)),
        ("你好", Span(0, 1), Span(0, 1)),
    ],
)
def test_an_edit_is_widened_to_whole_emoji_and_accents(before, span, wide):
    assert widened(Edit(span, "x", before)).span == wide


@given(st.text(st.sampled_from("a好👩‍🏽\u0301🇨🇳"), min_size=1), st.data())
def test_a_widened_edit_gives_the_same_text(before, data):
    ends = sorted(data.draw(st.integers(0, len(before))) for _ in range(2))
    edit = Edit(Span(*ends), "x", before)

    assert widened(edit).after == edit.after
