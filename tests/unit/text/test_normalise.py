"""Every element knows its place in the text as it was typed."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assist.text.normalise import Gap, normalise


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("ＡＢＣ１２３", "abc123"),
        ("不 知\u200b道🙄", "不知道"),
        ("神*经·病", "神经病"),
        ("您問問領導", "你问问领导"),
        ("哈哈哈哈", "哈"),
        ("矢口道", "知道"),
        ("[微笑]嗯", "嗯"),
        ("é", "e"),
    ],
)
def test_what_says_the_same_has_the_same_literals(typed, plain):
    assert normalise(typed).literals == normalise(plain).literals


@pytest.mark.parametrize("typed", ["buzhidao", "bu zhi dao", "BU ZhiDao", "布只到"])
def test_what_sounds_the_same_has_the_same_keys(typed):
    assert normalise(typed).keys == normalise("不知道").keys


def test_a_syllable_typed_in_letters_spans_its_letters():
    elements = normalise("亲buzhidao哦")
    assert list(zip(elements.starts, elements.ends, strict=True)) == [
        (0, 1),
        (1, 3),
        (3, 6),
        (6, 9),
        (9, 10),
    ]


def test_a_gap_is_as_strong_as_the_strongest_sign_in_it():
    elements = normalise("不 知，道 。你")
    assert elements.gaps == [Gap.NONE, Gap.NOISE, Gap.CLAUSE, Gap.SENTENCE]


def test_nothing_reaches_across_a_screenful_of_noise():
    assert normalise("不" + "*" * 33 + "知").gaps[1] == Gap.BREAK


def test_a_common_hanzi_has_no_width_no_case_and_no_accent_to_undo():
    common = "".join(map(chr, range(0x4E00, 0x9FBC)))
    assert unicodedata.normalize("NFKC", common) == common
    assert unicodedata.normalize("NFKD", common).lower() == common
    assert {unicodedata.category(one) for one in common} == {"Lo"}


@given(st.text(st.characters(), max_size=60))
@example("酱紫")
@example("ﬃ🐧")
def test_elements_are_in_order_and_inside_any_text(text):
    elements = normalise(text)
    assert len(elements.literals) == len(elements.keys) == len(elements.starts)
    assert len(elements.ends) == len(elements.gaps) == len(elements.typed)
    last = (0, 0)
    for start, end in zip(elements.starts, elements.ends, strict=True):
        assert 0 <= start < end <= len(text)
        # A ligature, or 酱紫 for 这样子, gives several elements of one place.
        assert start >= last[1] or (start, end) == last
        last = (start, end)
