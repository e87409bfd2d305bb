import pytest
from hypothesis import given
from hypothesis import strategies as st

from assist.model.standard import StandardPhrase
from assist.palette.search import PhraseSearch


def phrase(number, text, scenario=""):
    return StandardPhrase(phrase_id=f"S{number}", scenario=scenario, text=text)


WAIT = phrase(1, "请稍等，我为您查一下。", "请客户等待")
CALM = phrase(2, "您的心情我可以理解。", "安抚情绪")
PASS_ON = phrase(3, "现在为您转接{工号}号客户代表，请稍等。", "转接")
ALL = (WAIT, CALM, PASS_ON)
SEARCH = PhraseSearch(ALL)


def test_without_a_query_all_stand_in_the_order_of_the_list():
    assert SEARCH.find(" ") == ALL


@pytest.mark.parametrize(
    "query",
    ["稍等", "qsd", "qingshaodeng", "qingsd", "qing shao deng", "qshaod"],
)
def test_hanzi_pinyin_and_initials_find_the_sentence_that_begins_with_them(query):
    assert SEARCH.find(query) == (WAIT, PASS_ON)


@pytest.mark.parametrize("query", ["安抚", "anfu", "afqx"])
def test_a_scenario_finds_its_sentences(query):
    assert SEARCH.find(query) == (CALM,)


def test_traditional_characters_find_the_same():
    assert SEARCH.find("轉接") == SEARCH.find("转接") == (PASS_ON,)


def test_the_name_of_a_slot_is_no_part_of_the_sentence():
    assert SEARCH.find("工号") == ()


def test_syllables_are_read_from_their_beginning():
    assert SEARCH.find("ingshao") == ()


def test_the_list_shipped_is_searched_within_a_key():
    assert PhraseSearch([WAIT] * 400).find("qsd", most=3) == (WAIT,) * 3


@given(st.text())
def test_any_query_gives_sentences_of_the_list(query):
    assert set(SEARCH.find(query)) <= set(ALL)
