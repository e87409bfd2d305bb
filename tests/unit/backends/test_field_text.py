"""The text of a rich editor, put together from paragraphs, links and images."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assist.backends.linux.field_text import read_text, without_stand_ins
from assist.backends.linux.paste_path import sure_presses
from assist.backends.linux.quirks import quirks_of
from assist.model.span import Span

STATIC, LINK, IMAGE, PARAGRAPH, LIST, ITEM = 116, 88, 27, 73, 31, 32


class Thing:
    """An accessible object; a child that is a string is a static text."""

    def __init__(self, role, *inside):
        self._role = role
        self._inside = [
            Thing(STATIC) if isinstance(each, str) else each for each in inside
        ]
        self._held = "".join(
            each if isinstance(each, str) else "\ufffc" for each in inside
        )

    async def text(self):
        return self._held

    async def role(self):
        return self._role

    async def children(self):
        return self._inside

    def other(self, thing):
        return thing


def read(*inside):
    field = Thing(85, *inside)
    return field, asyncio.run(read_text(field, quirks_of("Chromium")))


def test_a_plain_text_stands_in_the_field_itself():
    field, held = read("你好")

    assert held.text == "你好"
    assert [piece.node for piece in held.pieces] == [field]


def test_each_paragraph_is_a_line_and_an_empty_one_an_empty_line():
    _, held = read(
        Thing(PARAGRAPH, "one"), Thing(PARAGRAPH, "\n"), Thing(PARAGRAPH, "two")
    )

    assert held.text == "one\n\ntwo"


def test_words_before_the_first_paragraph_are_a_line_of_their_own():
    _, held = read("one", Thing(PARAGRAPH, "two"), "three")

    assert held.text == "one\ntwo\nthree"


def test_a_link_is_part_of_its_line_and_an_image_one_character():
    _, held = read(
        Thing(PARAGRAPH, "see ", Thing(LINK, "here"), " or ", Thing(IMAGE), "!")
    )

    assert held.text == "see here or \ufffc!"


def test_a_list_begins_one_line_for_each_of_its_items():
    _, held = read(
        Thing(PARAGRAPH, "a"), Thing(LIST, Thing(ITEM, "b"), Thing(ITEM, "c"))
    )

    assert held.text == "a\nb\nc"


def test_a_space_that_does_not_break_is_a_space():
    _, held = read(Thing(PARAGRAPH, "a\u00a0\u00a0b"))

    assert held.text == "a  b"


def test_a_span_is_found_in_the_object_that_holds_it():
    paragraph = Thing(PARAGRAPH, "ab ", Thing(IMAGE), "归我管")
    _, held = read(Thing(PARAGRAPH, "一"), paragraph)
    at = held.text.index("归我")

    piece = held.piece_of(Span(at, at + 2))

    assert piece.node is paragraph
    offset = at - piece.start + piece.at
    assert piece.held[offset : offset + 2] == "归我"


def test_a_span_over_two_paragraphs_is_in_no_object():
    _, held = read(Thing(PARAGRAPH, "one"), Thing(PARAGRAPH, "two"))

    assert held.piece_of(Span(2, 5)) is None


def test_an_empty_paragraph_is_a_place_for_the_caret():
    empty = Thing(PARAGRAPH, "\n")
    _, held = read(Thing(PARAGRAPH, "one"), empty)

    assert held.text == "one\n"
    assert held.piece_of(Span(4, 4)).node is empty


def test_behind_a_link_at_the_end_of_a_line_is_a_place_for_the_caret():
    paragraph = Thing(PARAGRAPH, "see ", Thing(LINK, "here"))
    _, held = read(paragraph)

    behind = held.pieces[-1]
    assert (behind.node, behind.at) == (paragraph, 5)
    assert (behind.start, behind.length) == (8, 0)


lines = st.lists(
    st.text(st.characters(codec="utf-8", exclude_characters="\ufffc\u00a0\n"))
)


@given(lines.filter(len))
def test_the_pieces_add_up_to_the_text(texts):
    _, held = read(*(Thing(PARAGRAPH, text or "\n") for text in texts))

    assert held.text == "\n".join(texts)
    for piece in held.pieces:
        there = piece.held[piece.at : piece.at + piece.length]
        assert held.text[piece.start : piece.end] == there


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("a😀\ufeffb", "a😀b"),
        ("😀\ufeff👍\ufeff", "😀👍"),
        ("a\ufeffb", "a\ufeffb"),
        ("", ""),
    ],
)
def test_only_what_stands_in_for_half_an_emoji_is_taken_out(raw, text):
    assert without_stand_ins(raw, "\ufeff") == text


@pytest.mark.parametrize(
    ("text", "presses"),
    [("归我管", 3), ("谢\n谢", 3), ("👍🏽", 0), ("👍归我", 1), ("e\u0301", 0), ("", 0)],
)
def test_only_what_one_press_each_takes_is_rubbed_out_at_once(text, presses):
    assert sure_presses(text) == presses
