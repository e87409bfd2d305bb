"""A phrase is found as people really type it, and the span is in the original."""

import pytest

from assist.errors import RuleSyntaxError
from assist.matching.matcher import Matcher
from assist.model.rule import Channel, Rule, RuleSet, Scope, Severity


def matcher(*rules, **classes):
    return Matcher.compile(RuleSet(tuple(rules), tuple(classes.items())))


def words(found, text):
    return [one.span.of(text) for one in found]


NOT_MY_JOB = Rule(rule_id="A1", phrase="这事不归我管")


@pytest.mark.parametrize(
    ("text", "stretch", "channel"),
    [
        ("亲，这事不归我管哦", "这事不归我管", Channel.EXACT),
        ("這事不歸我管", "這事不歸我管", Channel.VARIANT),
        ("🙂这 事 不 归 我 管", "这 事 不 归 我 管", Channel.NOISE),
        ("这是布归我管", "这是布归我管", Channel.HOMOPHONE),
        ("zhe shi bu gui wo guan", "zhe shi bu gui wo guan", Channel.PINYIN),
        ("这事是不归我管", "这事是不归我管", Channel.EDIT),
    ],
)
def test_a_phrase_is_found_however_it_is_typed(text, stretch, channel):
    found = matcher(NOT_MY_JOB).match(text)
    assert words(found, text) == [stretch]
    assert found[0].matched == stretch
    assert found[0].channels[0] is channel


def test_every_difference_is_named():
    found = matcher(NOT_MY_JOB).match("这事布归我管")
    assert [(one.typed, one.listed) for one in found[0].differences] == [("布", "不")]
    assert found[0].score == pytest.approx(1 - 0.4 / 6, abs=1e-3)


def test_a_lost_negation_is_no_match():
    assert not matcher(NOT_MY_JOB).match("这事归我管")


def test_a_space_alone_tells_against_a_phrase_that_is_not_the_listed_one():
    short = matcher(Rule(rule_id="A", phrase="不归我管"))
    assert short.match("不归 我管")
    assert short.match("布归我管")
    assert short.match("布 归 我 管")
    assert not short.match("布归 我管")


def test_the_first_character_of_the_next_clause_is_no_part_of_it():
    gone = matcher(Rule(rule_id="A", phrase="x", patterns=("他不在{你|找}",)))
    assert gone.match("他不在你先看看")
    assert not gone.match("他不在，您先看看")

    listed_so = matcher(Rule(rule_id="A", phrase="我说了不行，滚"))
    assert listed_so.match("我说了不行，滚")

    unpaid, text = (
        matcher(Rule(rule_id="A", phrase="不给钱就不修理")),
        "不给钱就不修，退",
    )
    assert words(unpaid.match(text), text) == ["不给钱就不修"]


def test_a_phrase_of_three_characters_is_never_fuzzy():
    one = matcher(Rule(rule_id="A", phrase="神经病"))
    assert not one.match("神经科")
    assert one.match("申经病")


def test_a_clause_phrase_has_to_fill_its_clause():
    one = matcher(Rule(rule_id="A", phrase="不行", scope=Scope.CLAUSE))
    assert one.match("不行哦亲，换一个")
    assert not one.match("您看行不行")


def test_a_message_phrase_has_to_be_the_whole_draft():
    one = matcher(Rule(rule_id="A", phrase="嗯", scope=Scope.MESSAGE))
    assert one.match("嗯。🙂")
    assert not one.match("嗯，我明白您的意思")


def test_an_exception_masks_what_it_covers():
    one = matcher(
        Rule(rule_id="A", phrase="不知道", exceptions=("不知道您{是否|方便}",))
    )
    text = "不知道您是否满意。这个不知道"
    assert [found.span.start for found in one.match(text)] == [11]


def test_context_is_looked_for_in_the_sentence():
    one = matcher(Rule(rule_id="A", phrase="大声点", unless=("请", "麻烦")))
    assert not one.match("麻烦您大声点好吗")
    assert one.match("麻烦您了。大声点")


def test_context_of_the_whole_draft_is_asked_for_by_name():
    one = matcher(Rule(rule_id="A", phrase="转给二线", only_if=("全文:客户",)))
    assert one.match("客户问了。我转给二线")
    assert not one.match("我转给二线")


def test_a_gap_holds_a_few_characters_of_one_sentence():
    one = matcher(Rule(rule_id="A", phrase="x", patterns=("不是…告诉你了",)))
    text = "刚才不是都已经告诉您了吗"
    assert words(one.match(text), text) == ["不是都已经告诉您了"]
    assert not one.match("不是。刚才告诉你了")


def test_of_overlapping_rules_the_longest_then_the_most_severe_remains():
    short = Rule(rule_id="S", phrase="我问谁", severity=Severity.HIGH)
    long = Rule(rule_id="L", phrase="你问我，我问谁", severity=Severity.LOW)
    twin = Rule(rule_id="T", phrase="你问我，我问谁", severity=Severity.HIGH)
    found = matcher(short, long, twin).match("你问我我问谁")
    assert [one.rule.rule_id for one in found] == ["T"]


def test_a_switched_off_rule_and_a_switched_off_channel_find_nothing():
    off = Rule(rule_id="A", phrase="这事不归我管", enabled=False)
    literal = Rule(
        rule_id="B",
        phrase="这事不归我管",
        channels_off=frozenset({Channel.HOMOPHONE}),
    )
    assert not matcher(off).match("这事不归我管")
    assert not matcher(literal).match("这事布归我管")
    assert matcher(literal).match("这事不归我管")


def test_letters_inside_a_word_are_not_a_phrase():
    one = matcher(Rule(rule_id="A", phrase="sb"))
    assert one.match("你个SB")
    assert not one.match("USB接口")


def test_english_is_matched_at_word_boundaries():
    one = matcher(Rule(rule_id="A", phrase="calm down", language="en"))
    assert one.match("Please C4LM  down, ok?")
    assert not one.match("the becalm downs")


def test_a_wrong_pattern_names_its_rule():
    with pytest.raises(RuleSyntaxError, match="A7"):
        matcher(Rule(rule_id="A7", phrase="x", patterns=("{不|没",)))


def test_a_session_keeps_the_id_of_a_finding_while_another_place_is_edited():
    session = matcher(NOT_MY_JOB).session()
    (first,) = session.update("这事不归我管。")
    (second,) = session.update("这事不归我管。您")
    (third,) = session.update("亲这事不归我管。您")
    assert first.finding_id == second.finding_id == third.finding_id
    assert third.span.start == 1
