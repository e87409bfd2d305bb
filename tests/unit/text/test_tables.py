"""The tables that came from Unihan and OpenCC say what agents' ears expect."""

import pytest

from assist.text.characters import CHARACTERS
from assist.text.shapes import look_alike
from assist.text.syllables import divide, key_of, syllables
from assist.text.tables import first_readings, other_readings, simplified


@pytest.mark.parametrize(
    ("character", "reading"),
    [
        ("了", "le"),
        ("着", "zhe"),
        ("得", "de"),
        ("地", "di"),
        ("没", "mei"),
        ("行", "xing"),
        ("还", "hai"),
        ("都", "dou"),
        ("说", "shuo"),
        ("什", "shen"),
        ("谁", "shui"),
        ("办", "ban"),
    ],
)
def test_the_first_reading_is_the_commonest(character, reading):
    assert first_readings()[character] == reading


def test_further_readings_are_known():
    assert "liao" in other_readings()["了"]
    assert "zhao" in other_readings()["着"]


def test_traditional_forms_have_one_simple_form():
    assert simplified()["說"] == "说"
    assert simplified()["這"] == "这"
    assert all(len(old) == len(new) == 1 for old, new in simplified().items())


def test_every_reading_is_a_syllable_that_has_a_key():
    assert 400 <= len(syllables()) <= 420
    assert set(first_readings().values()) <= set(key_of())


@pytest.mark.parametrize(
    ("one", "other"), [("zhi", "zi"), ("ying", "yin"), ("nin", "ni")]
)
def test_syllables_that_are_confused_share_a_key(one, other):
    assert key_of()[one] == key_of()[other]


@pytest.mark.parametrize(
    ("letters", "parts"),
    [
        ("buzhidao", ("bu", "zhi", "dao")),
        ("nihao", ("ni", "hao")),
        ("xian", ("xian",)),
        ("hello", ()),
        ("", ()),
        ("a" * 49, ()),
    ],
)
def test_letters_divide_into_as_few_syllables_as_possible(letters, parts):
    assert divide(letters) == parts


@pytest.mark.parametrize("pair", ["己已", "末未", "土士", "本木", "讲汫"])
def test_characters_that_look_alike_are_known_both_ways(pair):
    assert look_alike(pair[0], pair[1])
    assert look_alike(pair[1], pair[0])


def test_characters_that_do_not_look_alike_are_not_in_the_table():
    assert not look_alike("我", "你")


def test_every_common_character_is_one_element():
    codes = [*range(0x4E00, 0xA000)]
    assert all(len(CHARACTERS[chr(code)].literals) == 1 for code in codes)
    assert all(len(CHARACTERS[chr(code)].keys) == 1 for code in codes)
