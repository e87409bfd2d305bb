"""Typed words are lined up with the listed ones."""

from findings import MISSPELT, finding
from hypothesis import given
from hypothesis import strategies as st

from assist.model.finding import Difference
from assist.model.rule import Channel
from assist.overlay.cells import MORE, Cell, cells_of, shortened


def columns(cells):
    return [(cell.typed, cell.listed) for cell in cells]


def test_letters_that_agree_stand_over_one_another():
    assert columns(cells_of(MISSPELT)) == [
        ("我", "我"),
        ("也", "也"),
        ("没", "没"),
        ("班", "办"),
        ("fa", "法"),
    ]
    assert [cell.channel for cell in cells_of(MISSPELT)][3:] == [
        Channel.HOMOPHONE,
        Channel.PINYIN,
    ]


def test_a_letter_too_many_and_one_too_few_have_an_empty_side():
    found = finding(
        1,
        "不 知倒啊",
        wording="不知道吗啊",
        differences=(
            Difference(Channel.NOISE, " ", ""),
            Difference(Channel.HOMOPHONE, "倒", "道"),
            Difference(Channel.EDIT, "", "吗"),
        ),
    )

    assert columns(cells_of(found)) == [
        ("不", "不"),
        (" ", ""),
        ("知", "知"),
        ("倒", "道"),
        ("", "吗"),
        ("啊", "啊"),
    ]


def test_what_the_differences_do_not_explain_is_not_lined_up():
    found = finding(
        1,
        "我沒办法",
        wording="我没有办法",
        differences=(Difference(Channel.EDIT, "", "有"),),
    )

    assert cells_of(found) == ()


def test_an_exact_finding_has_no_columns():
    assert cells_of(finding(1, "不知道")) == ()


def test_long_runs_that_agree_shrink_and_the_changes_stay():
    same = [Cell(letter, letter) for letter in "一二三四五六七八"]
    changed = Cell("布", "不", Channel.HOMOPHONE)

    short = shortened((*same, changed, *same), 7)

    assert columns(short) == [
        (MORE, MORE),
        ("八", "八"),
        ("布", "不"),
        ("一", "一"),
        (MORE, MORE),
    ]


def test_more_changes_than_room_are_left_to_words():
    changed = Cell("布", "不", Channel.HOMOPHONE)

    assert shortened((changed,) * 9, 8) == ()


letters = st.text("我也没办法不知道", max_size=8)


@given(letters, letters, letters, st.sampled_from(["班", "fa", ""]))
def test_both_rows_read_as_typed_and_as_listed(before, after, listed, typed):
    found = finding(
        1,
        before + typed + after,
        wording=before + listed + after,
        differences=(Difference(Channel.EDIT, typed, listed),),
    )

    cells = cells_of(found)

    if cells:
        assert "".join(cell.typed for cell in cells) == found.matched
        assert "".join(cell.listed for cell in cells) == found.wording
