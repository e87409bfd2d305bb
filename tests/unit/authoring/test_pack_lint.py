import pytest
from packs_for_tests import pack, rule

from assist.authoring.dry_run import sentences_of
from assist.authoring.lint import lint
from assist.authoring.pack import PackPhrase, WordClass
from assist.authoring.problem import LANGUAGES
from assist.authoring.remark import Level
from assist.authoring.sayings import SAYINGS
from assist.authoring.sayings_hant import SAYINGS_HANT
from assist.model.rule import Replacement, Scope, Severity
from assist.model.standard import StandardPhrase


def codes(one, *, without=("no_examples",)):
    return [
        (remark.code, remark.rule_id)
        for remark in lint(one).remarks
        if remark.code not in without
    ]


def test_a_sound_pack_gives_no_remarks():
    sound = rule(must_hit=("你自己看着办吧",), must_miss=("我来帮您办",))

    assert lint(pack(sound)).remarks == ()


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (rule(phrase="没有"), "short"),
        (rule(replacements=()), "no_replacement"),
        (rule(replacements=(Replacement("请拨打{公司}热线"),)), "only_slots"),
        (rule(replacements=(Replacement("那你自己看着办吧"),)), "replacement_flagged"),
        (rule(exceptions=("完全无关",)), "idle_exception"),
        (rule(exceptions=("你自己看着办",)), "dead"),
        (rule(merged_into="R9"), "merged_away"),
        (
            rule(patterns=("{一|二|三|四|五|六}{一|二|三|四|五}{甲|乙|丙|丁|戊}好",)),
            "many_wordings",
        ),
    ],
)
def test_each_weakness_is_named(entry, code):
    found = codes(pack(entry))

    assert (code, "R1") in found


def test_a_short_phrase_that_fills_a_clause_is_safe():
    assert codes(pack(rule(phrase="没有", scope=Scope.CLAUSE))) == []


def test_a_pattern_outside_the_language_is_an_error_and_nothing_else_is_tried():
    report = lint(pack(rule(patterns=("{你|您",)), rule("R2", "没有")))

    assert [(one.level, one.rule_id) for one in report.remarks] == [(Level.ERROR, "R1")]
    assert not report.usable


def test_an_exploding_pattern_is_an_error():
    wide = "{一|二|三|四|五|六|七|八|九|十}" * 3

    assert not lint(pack(rule(patterns=(wide,)))).usable


def test_a_pack_without_rules_cannot_be_used():
    one = pack(rule())

    assert not lint(type(one)(manifest=one.manifest)).usable


def test_equal_and_nearly_equal_phrases_are_paired():
    found = codes(
        pack(
            rule("R1", "你自己看着办吧"),
            rule("R2", "你自己，看着办吧！"),
            rule("R3", "你自己看着做吧"),
            rule("R4", "这个和它们毫不相干"),
        )
    )

    assert ("duplicate", "R2") in found
    assert ("near_duplicate", "R3") in found
    assert not [one for one in found if one[1] == "R4"]


def test_a_rule_that_another_always_outdoes_is_shadowed():
    found = codes(pack(rule("R1", "你自己看着办"), rule("R2", "你自己看着办")))

    assert ("shadowed", "R2") in found


def test_a_compliant_sentence_that_is_flagged_is_named():
    flagged = PackPhrase(
        StandardPhrase(phrase_id="S1", scenario="", text="请你自己看着办")
    )

    assert ("standard_flagged", "S1") in codes(pack(rule(), standard=(flagged,)))


def test_failing_examples_are_a_gate():
    bad = rule(must_hit=("完全不同的话",), must_miss=("那你自己看着办",))

    report = lint(pack(bad))

    assert [one.code for one in report.of(Level.GATE)] == ["not_hit", "not_missed"]
    assert report.usable
    assert not report.publishable


def test_examples_of_a_rule_that_is_off_are_not_tried():
    assert lint(pack(rule(must_hit=("不同的话",), enabled=False))).publishable


def test_an_example_flagged_by_another_rule_is_only_a_warning():
    one = pack(
        rule("R1", "自己看", must_hit=("你自己看着办吧",)), rule("R2", "你自己看着办吧")
    )

    remarks = [each for each in lint(one).remarks if each.code == "hit_by_other"]

    assert [(each.level, each.rule_id) for each in remarks] == [(Level.WARNING, "R1")]


def test_good_sentences_flagged_beyond_three_in_a_thousand_are_a_gate():
    good = [f"第{i}个包裹已经发出了" for i in range(996)]
    bad = ["这个您自己看着办就可以"] * 4

    report = lint(pack(rule()), [("shipped", [*good, *bad])])

    (run,) = report.dry_runs
    assert (run.total, run.serious) == (1000, 4)
    assert [one.number for one in run.flagged] == [997, 998, 999, 1000]
    assert [one.code for one in report.of(Level.GATE)] == ["too_many_flagged"]


def test_three_in_a_thousand_and_hints_pass():
    good = [f"第{i}个包裹已经发出了" for i in range(997)]
    bad = ["这个您自己看着办就可以"] * 3
    hint = rule(severity=Severity.LOW)

    assert lint(pack(rule()), [("shipped", [*good, *bad])]).publishable
    assert lint(pack(hint), [("shipped", bad)]).publishable


def test_a_corpus_file_has_comments_and_empty_lines():
    assert sentences_of("# 物流\n\n 已发出 \r\n好的\n") == ("已发出", "好的")


def test_every_remark_can_be_said_in_all_languages():
    wide = pack(
        rule("R1", must_hit=("不同",), exceptions=("无关",)),
        rule("R2", "没有", replacements=()),
        word_classes=(WordClass("称谓", ("亲",)),),
    )

    for remark in lint(wide, [("shipped", ["你自己看着办"])]).remarks:
        for language in LANGUAGES:
            assert "{" not in remark.said(language)
    assert all(len(saying) == 2 for saying in SAYINGS.values())
    assert set(SAYINGS_HANT) == set(SAYINGS)
    for code, saying in SAYINGS_HANT.items():
        assert [one.count("{") for one in saying] == [
            one.count("{") for one in SAYINGS[code][0]
        ]
