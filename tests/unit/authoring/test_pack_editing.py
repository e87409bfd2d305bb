"""Changes to a pack, exceptions that are offered, repairs, and false alarms."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packs_for_tests import pack, rule

from assist.authoring import editing
from assist.authoring.examples import tried_examples
from assist.authoring.exceptions import escaped, matcher_of, suggested_exception
from assist.authoring.false_alarms import (
    FalseAlarm,
    alarms_of,
    alarms_of_clauses,
    counted,
)
from assist.authoring.lint import lint
from assist.authoring.pack import WordClass
from assist.authoring.repairs import can_repair, repaired
from assist.authoring.table import Table
from assist.errors import InputError
from assist.matching.template import expand
from assist.model.rule import Channel, Replacement, Rule, Scope


def no_way(**values):
    return Rule(rule_id="R1", phrase="没有办法", **values)


def test_rules_are_put_in_added_and_taken_out_without_touching_others():
    before = pack(rule("R1"), rule("R2", "随便"), rule("R3", "打错了"))
    other = rule("R2", "随你")

    changed = editing.with_entry(before, 1, other)
    assert changed.rules == (before.rules[0], other, before.rules[2])
    assert editing.with_rules(before, [other]).rules == (*before.rules, other)
    assert editing.without(before, {0, 2}).rules == (before.rules[1],)
    assert len(before.rules) == 3


def test_a_fresh_rule_takes_an_id_that_is_free():
    made = pack(rule("N001"), rule("N017", "随便"), rule("E1", "打错了"))

    assert editing.fresh_rule(made).rule.rule_id == "N018"
    assert editing.fresh_rule(pack()).rule.rule_id == "N001"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", (0, 1, 2)),
        ("随便", (1,)),
        ("dacuole", (2,)),
        ("dcl", (2,)),
        ("R1", (0,)),
        ("帮您处理", (0, 1, 2)),
        ("推诿", (1,)),
        ("没有这句", ()),
    ],
)
def test_rules_are_found_by_words_id_category_replacement_and_pinyin(query, found):
    made = pack(rule("R1"), rule("R2", "随便", category="推诿"), rule("R3", "打错了"))

    assert editing.indexes_with(made, query) == found


def test_rules_are_found_among_given_ones_only():
    made = pack(rule("R1"), rule("R2", "随便"))

    assert editing.indexes_with(made, "", {"R2"}) == (1,)


@pytest.mark.parametrize(
    ("text", "exception"),
    [
        ("没有办法登录时请点忘记密码", "没有办法登录"),
        ("请问，真没有办法", "真没有办法"),
        ("随便看看", ""),
        ("没有办法", ""),
    ],
)
def test_the_shortest_exception_that_lets_a_sentence_pass_is_offered(text, exception):
    assert suggested_exception(no_way(), (), text) == exception


def test_an_exception_that_would_cost_an_example_is_not_offered():
    strict = no_way(must_hit=("真没有办法登录了",))

    offered = suggested_exception(strict, (), "没有办法登录")

    assert offered == ""


@given(st.text("没有办法登录您{}()|@…\\。，", min_size=1, max_size=12))
def test_whatever_is_offered_lets_the_sentence_pass(text):
    offered = suggested_exception(no_way(), (), text)

    if offered:
        allowed = no_way(exceptions=(offered,))
        assert not matcher_of(allowed, ()).match(text)


@given(st.text("a{}()（）｛｝|｜@…\\.您", min_size=1, max_size=8))
def test_an_escaped_text_means_itself(text):
    if text.strip():
        (wording,) = expand(escaped(text))
        assert wording.parts == (text,)


def test_examples_of_one_rule_are_judged_by_that_rule():
    tried = tried_examples(
        no_way(must_hit=("我也没有班法", "好的"), must_miss=("您好", "没有办法登录")),
        (),
    )

    assert [one is not None for one in tried.must_hit] == [True, False]
    assert Channel.HOMOPHONE in tried.must_hit[0].channels
    assert [one is not None for one in tried.must_miss] == [False, True]
    assert (tried.good, tried.total) == (2, 4)


def test_a_wrong_pattern_is_said_in_the_place_of_verdicts():
    tried = tried_examples(no_way(patterns=("{你｜您",), must_hit=("x",)), ())

    assert "括号" in tried.fault
    assert not tried.must_hit


def test_a_rule_that_is_off_is_tried_all_the_same():
    assert tried_examples(no_way(enabled=False, must_hit=("没有办法",)), ()).good == 1


def remark(made, code):
    return next(one for one in lint(made).remarks if one.code == code)


def test_a_failing_must_pass_example_is_repaired_by_an_exception():
    made = pack(rule("R0", "随便"), rule("R1", "没有办法", must_miss=("没有办法登录",)))
    place, entry = repaired(made, remark(made, "not_missed"))

    assert place == 1
    after = editing.with_entry(made, place, entry)
    assert lint(after).publishable


def test_a_short_phrase_is_repaired_by_its_scope():
    made = pack(rule("R1", "哦"))
    _, entry = repaired(made, remark(made, "short"))

    assert entry.rule.scope is Scope.CLAUSE


def test_idle_exceptions_and_flagged_replacements_are_repaired_by_leaving_them_out():
    made = pack(
        rule(
            exceptions=("无关",),
            replacements=(Replacement("您你自己看着办"), Replacement("好的。")),
        )
    )
    _, entry = repaired(made, remark(made, "idle_exception"))
    assert entry.rule.exceptions == ()
    _, entry = repaired(made, remark(made, "replacement_flagged"))
    assert [one.text for one in entry.rule.replacements] == ["好的。"]


def test_what_only_the_lead_can_decide_is_not_repaired():
    made = pack(rule(replacements=()))
    missing = remark(made, "no_replacement")

    assert not can_repair(missing)
    assert repaired(made, missing) is None


def test_an_exception_is_added_once_with_its_sentence():
    entry = editing.with_exception(rule(), "看着办吧", "您看着办吧")
    again = editing.with_exception(entry, "看着办吧", "您看着办吧")

    assert entry.rule.exceptions == ("看着办吧",)
    assert entry.rule.must_miss == ("您看着办吧",)
    assert again == entry
    assert editing.with_exception(entry, "") == entry


def table(*rows):
    return Table("events", rows)


def test_marks_are_added_up_and_those_with_words_come_first():
    heads = ("agent", "rule_id", "action", "原话")
    rows = [
        ("a", "R1", "marked_wrong", ""),
        ("b", "R1", "marked_wrong", ""),
        ("b", "R1", "ignored", ""),
        ("b", "R2", "marked_wrong", "'=您看"),
        ("b", "", "marked_wrong", ""),
        ("b",),
    ]

    assert counted(alarms_of([table(heads, *rows)])) == (
        FalseAlarm("R2", 1, "=您看"),
        FalseAlarm("R1", 2),
    )


def test_a_table_without_a_column_for_the_rule_is_refused():
    with pytest.raises(InputError, match="no column for the rule"):
        list(alarms_of([table(("agent", "action"))]))


def test_attached_clauses_are_read_and_their_words_kept_out_of_the_repr():
    rows = [
        {"rule": "R1", "pack_version": "v1", "text": "您看\n着办"},
        {"rule": 3, "text": 4},
    ]
    data = json.dumps({"format": "assist-clauses", "clauses": rows}).encode()

    (alarm,) = alarms_of_clauses(data)

    assert alarm == FalseAlarm("R1", 1, "您看 着办")
    assert "您看" not in repr(alarm)


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"format": "other"}', b"\xff"])
def test_another_file_is_no_file_of_clauses(data):
    assert alarms_of_clauses(data) is None


def test_word_classes_count_in_exceptions_and_examples():
    classes = (WordClass("称谓", ("亲",)),)
    polite = no_way(patterns=("@称谓没有办法",), must_hit=("亲没有办法",))

    assert tried_examples(polite, classes).good == 1
    assert suggested_exception(polite, classes, "亲没有办法登录") == "亲没有办法登录"
