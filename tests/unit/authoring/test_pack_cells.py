import pytest
from hypothesis import given
from hypothesis import strategies as st
from packs_for_tests import filled

from assist.authoring.cells import join_cell, neutralised, plain, split_cell


@given(st.lists(filled | st.text("\\；a[\"'", min_size=1, max_size=6), max_size=4))
def test_values_come_back_from_their_cell(values):
    assert split_cell(join_cell(values)) == tuple(values)


@given(st.text("'=+-@＝a 1\n", max_size=6))
def test_a_neutralised_cell_comes_back(cell):
    assert plain(neutralised(cell)) == cell


@given(st.text("'=+-@＝a 1\t", max_size=6))
def test_no_neutralised_cell_begins_with_a_sign_that_acts(cell):
    assert neutralised(cell)[:1] not in tuple("=+-@＝＋－＠\t\r")


@pytest.mark.parametrize(
    ("cell", "values"),
    [
        ("您好；在的", ("您好", "在的")),
        ("您好\n在的", ("您好", "在的")),
        ("一\\；二", ("一；二",)),
        ("a\\|b", ("a\\|b",)),
        (" ； \n", ()),
        ("尾\\", ("尾\\",)),
        ('["一","二"]', ("一", "二")),
        ('["一"', ('["一"',)),
    ],
)
def test_values_are_separated_as_team_leads_write_them(cell, values):
    assert split_cell(cell) == values
