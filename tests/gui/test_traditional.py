"""The list's own reasons in the characters of 繁體."""

import pytest
from findings import finding
from hypothesis import given
from hypothesis import strategies as st

from assist.overlay import categories
from assist.overlay.language import Language
from assist.overlay.traditional import to_traditional


@pytest.mark.parametrize(
    ("listed", "shown"),
    [
        ("头发和发票", "頭髮和發票"),
        ("皇后以后再说", "皇后以後再說"),
        (
            "听起来像在往外推，说说能做什么更好。",
            "聽起來像在往外推，說說能做什麼更好。",
        ),
        ("换成“再为您查一次”更安心。", "換成「再為您查一次」更安心。"),
        ("Say what you can do.", "Say what you can do."),
    ],
)
def test_pairs_come_before_single_characters(listed, shown):
    assert to_traditional(listed) == shown


@given(st.text())
def test_no_character_is_lost_or_added(text):
    assert len(to_traditional(text)) == len(text)


def test_the_reason_is_the_phrases_own_wherever_it_can_be_read():
    own = finding(1, "我也没办法", why="像在往外推，说说能做什么。").rule

    assert categories.reason(own, Language.SIMPLIFIED) == own.why
    assert categories.reason(own, Language.TRADITIONAL) == "像在往外推，說說能做什麼。"
    assert categories.reason(own, Language.ENGLISH) != own.why
