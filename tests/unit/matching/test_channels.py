"""Each way a draft may differ from a phrase, and how the finding names it."""

import pytest

from assist.matching.matcher import Matcher
from assist.model.rule import Channel, Rule, RuleSet


def found(text, **rule):
    return Matcher.compile(RuleSet((Rule(rule_id="R", **rule),))).match(text)


def test_two_clauses_exchanged_are_found_and_named():
    (one,) = found("明天再说吧，下班了", phrase="下班了，明天再说")
    assert one.channels[0] is Channel.ORDER
    assert one.matched == "明天再说吧，下班了"


def test_two_blocks_exchanged_are_found_with_particles_between_them():
    (one,) = found("别用啊，不会用就", phrase="不会用就别用")
    assert one.channels[0] is Channel.ORDER
    assert [(d.channel, d.typed) for d in one.differences] == [
        (Channel.ORDER, "别用啊，不会用就")
    ]


def test_an_exchange_of_persons_is_another_sentence():
    phrase = "我明白您的意思，您不明白我的意思"
    assert found(phrase, phrase=phrase)
    assert not found("我不明白您的意思", phrase="您不明白我的意思")


def test_the_person_may_come_last_where_the_clause_ends():
    assert found("自己去看吧你", phrase="你自己去看")
    assert not found("自己去看你买的那一款", phrase="你自己去看")


def test_initials_count_only_where_the_rule_allows_them():
    assert not found("bzd", phrase="不知道")
    (one,) = found("bzd啊", phrase="不知道", initials=True)
    assert one.channels[0] is Channel.INITIALS
    assert not found("abzdf", phrase="不知道", initials=True)


@pytest.mark.parametrize(
    ("typed", "phrase"),
    [("你自已去看", "你自己去看"), ("我不知這", "我不知道"), ("矢口道了", "知道了")],
)
def test_look_alikes_and_split_characters_are_found_by_shape(typed, phrase):
    (one,) = found(typed, phrase=phrase)
    assert Channel.SHAPE in one.channels


def test_a_phrase_without_edits_is_found_by_the_look_of_one_character():
    (one,) = found("不知遒", phrase="不知道")
    assert one.channels[0] is Channel.SHAPE
    assert not found("不知名", phrase="不知道")


@pytest.mark.parametrize(("typed", "listed"), [("3", "三"), ("2", "两"), ("７", "七")])
def test_a_digit_stands_for_its_numeral(typed, listed):
    (one,) = found(f"都说了{typed}遍了", phrase=f"都说了{listed}遍了")
    assert one.channels[0] is Channel.VARIANT
    assert not found("死不管", phrase="4不管")


def test_three_characters_that_only_sound_alike_have_to_fill_their_clause():
    assert found("屎一样", phrase="屎一样")
    assert found("和屎一样臭", phrase="屎一样")
    assert not found("和之前是一样的价格", phrase="屎一样")


def test_a_character_three_times_asked_for_is_not_found_once():
    assert found("哈哈哈哈", phrase="哈哈哈")
    assert not found("好的哈", phrase="哈哈哈")


def test_of_a_repeated_character_all_are_marked():
    (one,) = found("不不不不知道", phrase="不知道")
    assert one.matched == "不不不不知道"


def test_a_gap_names_its_channel_and_keeps_its_differences():
    (one,) = found("刚才不是都告素您了吗", phrase="x", patterns=("不是…告诉你了",))
    assert one.channels == (Channel.HOMOPHONE, Channel.GAP, Channel.VARIANT)
    assert [(d.typed, d.listed) for d in one.differences] == [("素", "诉")]
    assert one.wording == "不是…告诉你了"


def test_parts_on_both_sides_of_the_longest_are_found():
    patterns = ("你…不是告诉…了",)
    (one,) = found("你好，我不是告诉过您了吗", phrase="x", patterns=patterns)
    assert one.matched == "你好，我不是告诉过您了"


def test_max_edits_of_none_leaves_sounds_but_no_edits():
    assert found("这是布归我管", phrase="这事不归我管", max_edits=0)
    assert not found("这事真不归我管", phrase="这事不归我管", max_edits=0)
    assert found("这事真不归我管", phrase="这事不归我管")


@pytest.mark.parametrize(
    ("channel", "typed"),
    [
        (Channel.HOMOPHONE, "这事布归我管"),
        (Channel.PINYIN, "zhe shi bu gui wo guan"),
        (Channel.EDIT, "这事真不归我管"),
        (Channel.SHAPE, "这事不归我菅"),
    ],
)
def test_a_channel_that_is_switched_off_finds_nothing(channel, typed):
    assert found(typed, phrase="这事不归我管")
    off = frozenset({channel})
    assert not found(typed, phrase="这事不归我管", channels_off=off)


def test_play_with_words_is_read_as_it_is_meant():
    assert found("我不造啊", phrase="我不知道")
    assert not found("我不造成影响", phrase="我不知道")


@pytest.mark.parametrize(
    ("typed", "hit"),
    [
        ("c4lm down", True),
        ("C a l m  d o w n", True),
        ("calmdown!", True),
        ("calm dwon", True),
        ("Ｃａｌｍ ｄｏｗｎ", True),
        ("сalm dоwn", True),
        ("calming downwards", False),
        ("the palm downtown", False),
        ("calm", False),
    ],
)
def test_english_is_found_as_people_type_it(typed, hit):
    assert bool(found(typed, phrase="calm down", language="en")) is hit
