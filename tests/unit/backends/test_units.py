"""Positions survive the way into a toolkit's unit and back."""

from hypothesis import given
from hypothesis import strategies as st

from assist.backends.linux.quirks import Unit
from assist.backends.linux.units import (
    from_unit,
    length_in,
    to_unit,
    unit_of_count,
    utf16_length,
)

texts = st.text(st.sampled_from("a你é😀𠮷\n‍"), max_size=20) | st.text(max_size=20)
offset_units = st.sampled_from([Unit.CODE_POINTS, Unit.UTF16, Unit.UTF8_BYTES])


@given(texts, offset_units, st.data())
def test_a_position_comes_back_from_every_unit(text, unit, data):
    index = data.draw(st.integers(0, len(text)))

    assert from_unit(unit, text, to_unit(unit, text, index)) == index


@given(texts, offset_units, st.integers(-5, 100))
def test_any_offset_gives_a_position_in_the_text(text, unit, offset):
    assert 0 <= from_unit(unit, text, offset) <= len(text)


@given(texts)
def test_lengths_are_those_of_the_encodings(text):
    assert utf16_length(text) == len(text.encode("utf-16-le", "surrogatepass")) // 2
    assert length_in(Unit.UTF8_BYTES, text) == len(text.encode("utf-8"))
    assert length_in(Unit.CODE_POINTS, text) == len(text)


def test_an_offset_inside_an_emoji_gives_the_emoji():
    assert from_unit(Unit.UTF16, "a😀b", 2) == 1


def test_a_lone_surrogate_counts_one_unit():
    assert utf16_length("\ud83d") == 1


def test_a_field_tells_its_unit_by_its_own_count():
    assert unit_of_count("a😀", 2, Unit.UTF16) is Unit.CODE_POINTS
    assert unit_of_count("a😀", 3, Unit.CODE_POINTS) is Unit.UTF16


def test_a_count_that_tells_nothing_leaves_the_usual_unit():
    assert unit_of_count("ab", 2, Unit.UTF16) is Unit.UTF16
    assert unit_of_count("a😀", 7, Unit.UTF16) is Unit.UTF16
