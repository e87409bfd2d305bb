"""Putting a text back touches only what differs."""

from hypothesis import given
from hypothesis import strategies as st

from assist.backends.linux.editable_text_path import smallest_edit
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
