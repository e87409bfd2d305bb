import pytest
from hypothesis import given
from hypothesis import strategies as st

from assist.text.masking import MASK, masked


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("订单20261122001没查到", "订单＊没查到"),
        ("您打13800138000试试", "您打＊试试"),
        ("电话是一三八零零一三八零零零", "电话是＊"),
        ("加微信wx_hello88吧", "加微信＊吧"),
        ("发到 li.lei@example.com 就行", "发到 ＊ 就行"),
        ("看 https://example.com/a?b=1 这里", "看 ＊ 这里"),
        ("王先生您着急什么", "＊先生您着急什么"),
        ("欧阳小姐，我也没办法", "＊小姐，我也没办法"),
        ("我叫李小明", "我叫＊"),
        ("Dear Mr. Smith, no way", "Dear ＊, no way"),
    ],
)
def test_numbers_addresses_and_announced_names_are_masked(typed, left):
    assert masked(typed) == left


@pytest.mark.parametrize("typed", ["我也没办法", "你着急什么", "这是规定", "no way"])
def test_a_clause_about_nobody_stays_as_it_is(typed):
    assert masked(typed) == typed


@given(st.text())
def test_no_digit_ever_stays(text):
    assert not any(c in "0123456789" for c in masked(text))


def test_the_mark_stands_once_for_each_thing():
    assert masked("订单123，电话456").count(MASK) == 2
