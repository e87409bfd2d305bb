import dataclasses

import pytest
from hypothesis import given, settings
from packs_for_tests import manifest, pack, packs, rule

from assist.authoring.limits import MOST_CLASSES
from assist.authoring.pack import Layer, WordClass
from assist.authoring.table import Table
from assist.authoring.table_export import export_tables
from assist.authoring.table_import import import_tables
from assist.model.rule import Extent, Replacement, Scope, Severity

FALLBACK = manifest(pack_id="fallback", team="")


def imported(*rows, name="规则", more=()):
    tables = (Table(name, tuple(tuple(row) for row in rows)), *more)
    return import_tables(tables, fallback=FALLBACK)


def problems(*rows, **kept):
    return [
        (one.code, one.place.row, one.place.column)
        for one in imported(*rows, **kept).problems
    ]


@settings(max_examples=200)
@given(packs)
def test_export_and_import_lose_nothing(one):
    back = import_tables(export_tables(one), fallback=one.manifest)

    assert [problem.said() for problem in back.problems] == []
    assert back.pack == one


def test_no_exported_cell_is_a_formula():
    acting = rule(
        "=1+1",
        "=cmd|' /C calc'!A0",
        aliases=("@称谓你好", "-我"),
        why="+86",
        source="'=1",
        must_hit=("@SUM(1)",),
    )
    one = pack(acting, word_classes=(WordClass("称谓", ("亲",)),))

    tables = export_tables(one)

    cells = [cell for table in tables for row in table.rows for cell in row]
    assert not [cell for cell in cells if cell[:1] in tuple("=+-@＝＋－＠")]
    assert import_tables(tables, fallback=FALLBACK).pack == one


def test_phrase_and_one_replacement_are_enough():
    back = imported(("phrase", "replacement_1"), ("你自己看", "我帮您看一下"), name="x")

    (entry,) = back.pack.rules
    assert back.problems == ()
    assert entry.rule.replacements == (Replacement("我帮您看一下", Extent.CLAUSE),)
    assert entry.rule.severity is Severity.MEDIUM
    assert back.pack.manifest == FALLBACK


def test_a_row_put_in_between_changes_no_other_id():
    first = imported(("禁用语",), ("你自己看",), ("随便你",)).pack
    second = imported(("禁用语",), ("你自己看",), ("不关我事",), ("随便你",)).pack

    assert {one.rule.rule_id for one in first.rules} < {
        one.rule.rule_id for one in second.rules
    }


def test_chinese_words_are_understood_and_headings_may_stand_lower():
    heading = (
        "禁用语",
        "严重度",
        "位置",
        "替换建议",
        "替换范围",
        "启用",
        "锁定",
        "替换建议 2",
    )
    cells = ("烦死了", "高", "分句", "词句：抱歉；请稍等", "整条", "否", "是", "好的")

    back = imported(("华东组的清单",), (), heading, cells)

    (entry,) = back.pack.rules
    one = entry.rule
    assert back.problems == ()
    assert (one.severity, one.scope, one.enabled) == (
        Severity.HIGH,
        Scope.CLAUSE,
        False,
    )
    assert entry.locked
    assert one.replacements == (
        Replacement("抱歉", Extent.SPAN),
        Replacement("请稍等", Extent.MESSAGE),
        Replacement("好的", Extent.MESSAGE),
    )


def test_each_mistake_names_its_row_and_column_and_a_remedy():
    rows = (
        ("编号", "禁用语", "严重度", "句式", "容错字数", "替换建议", "启用"),
        ("R1", "", "很高", "", "", "", ""),
        ("R1", "随便你", "高", "{你|您", "十", "请{公司", "也许"),
        ("R3", "烦\x07人", "高", "", "", "", ""),
    )

    assert problems(*rows) == [
        ("empty", 2, "禁用语"),
        ("not_a_choice", 2, "严重度"),
        ("pattern", 3, "句式"),
        ("open_slot", 3, "替换建议"),
        ("not_a_number", 3, "容错字数"),
        ("not_a_choice", 3, "启用"),
        ("id_twice", 3, "编号"),
        ("control", 4, "禁用语"),
    ]
    said = imported(*rows).problems[1].said()
    assert said == "表“规则”第 2 行“严重度”列：“很高”不是可用的值。请改成：高、中、低。"


def test_the_same_phrase_twice_without_ids_is_pointed_out():
    assert problems(("禁用语",), ("随便你",), ("随便你",)) == [
        ("same_phrase", 3, "禁用语")
    ]


def test_a_workbook_without_rules_says_which_heading_it_needs():
    back = imported(("姓名", "电话"), ("王", "1"), name="通讯录")

    assert [one.code for one in back.problems] == ["no_rules"]
    assert back.ignored == (("通讯录", ""),)


def test_columns_without_a_meaning_are_named():
    assert imported(("禁用语", "备注"), ("随便你", "x")).ignored == (("规则", "备注"),)


def test_two_columns_of_one_name_are_refused():
    assert problems(("禁用语", "禁用词"), ("随便你", "x")) == [
        ("column_twice", 1, "禁用词")
    ]


def test_the_manifest_sheet_is_read():
    sheet = Table(
        "词包", (("项目", "值"), ("编号", "west"), ("版本", "v7"), ("层级", "公司"))
    )

    back = imported(("禁用语",), ("随便你",), more=(sheet,)).pack.manifest

    assert (back.pack_id, back.version, back.layer) == ("west", 7, Layer.COMPANY)


def test_a_wrong_manifest_is_a_problem_of_its_sheet():
    sheet = Table("词包", (("项目", "值"), ("编号", "../x")))

    back = imported(("禁用语",), ("随便你",), more=(sheet,))

    assert [(one.code, one.place.sheet) for one in back.problems] == [
        ("bad_manifest", "词包")
    ]


def test_problems_are_listed_up_to_a_bound_and_counted_beyond():
    rows = [("禁用语", "严重度"), *((f"句子{i}", "很高") for i in range(300))]

    back = imported(*rows)

    assert (len(back.problems), back.problem_count) == (200, 300)


def test_rows_beyond_the_bound_are_refused():
    classes = Table(
        "词类",
        (("名称", "词语"), *((f"类{i}", "词") for i in range(MOST_CLASSES + 1))),
    )

    back = imported(("禁用语",), ("随便你",), more=(classes,))

    assert [one.code for one in back.problems] == ["too_many_rows"]


@pytest.mark.parametrize("cell", ["{", "[1]", '{"a": NaN}'])
def test_the_column_of_unknown_keys_must_be_an_object(cell):
    found = problems(("禁用语", "其他"), ("随便你", cell))

    assert found in ([("not_json", 2, "其他")], [])


def test_unknown_keys_survive_a_spreadsheet():
    one = pack(rule(more=(("x-note", '"line\\nbreak \u2028"'),)))
    one = dataclasses.replace(one, more=(("manifest", "1"), ("pack", "2")))

    assert import_tables(export_tables(one), fallback=FALLBACK).pack == one
