"""Whether an input method may be composing, told from classes of keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assist.drafting.composing import Composing
from assist.ports import KeyClass

TYPING = Composing().pressed(KeyClass.LETTER)


def test_a_letter_may_begin_a_preedit():
    assert not Composing().active
    assert TYPING.active


@pytest.mark.parametrize("key", [KeyClass.SPACE, KeyClass.ENTER])
def test_the_keys_that_take_the_whole_preedit_end_it(key):
    assert not TYPING.pressed(key).active


@pytest.mark.parametrize("key", [KeyClass.DIGIT, KeyClass.OTHER])
def test_a_candidate_or_an_arrow_may_leave_part_of_a_preedit(key):
    assert TYPING.pressed(key).active


@pytest.mark.parametrize("key", [KeyClass.DIGIT, KeyClass.OTHER])
def test_a_digit_or_an_arrow_begins_no_preedit(key):
    assert not Composing().pressed(key).active


def test_text_that_changed_was_committed_where_a_preedit_is_no_text():
    assert not TYPING.text_changed(preedit_in_text=False).active


def test_text_that_changed_says_nothing_where_a_preedit_is_text():
    assert TYPING.text_changed(preedit_in_text=True).active


def test_a_field_at_rest_composes_nothing():
    assert not TYPING.settled().active


@given(st.lists(st.sampled_from(KeyClass)))
def test_the_last_letter_space_or_enter_decides(keys):
    state = Composing()
    for key in keys:
        state = state.pressed(key)

    deciding = [k for k in keys if k not in (KeyClass.DIGIT, KeyClass.OTHER)]
    assert state.active == (deciding[-1:] == [KeyClass.LETTER])
