from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assist.reports.small_groups import LEAST, Cell, kept_together, large_enough


def counted(members):
    """Return cells, and how many people are behind several, of who is in which."""
    cells = [Cell(name, (len(people),)) for name, people in members.items()]

    def people_of(names):
        return (len(set().union(*(members[name] for name in names))),)

    return cells, people_of


def test_large_groups_are_shown_apart():
    cells, people_of = counted({"a": set(range(5)), "b": set(range(9))})

    assert kept_together(cells, people_of) == ()


def test_a_small_group_takes_the_smallest_other_along():
    cells, people_of = counted(
        {"a": set(range(20)), "b": {1, 2}, "c": set(range(7)), "d": set(range(9))}
    )

    assert kept_together(cells, people_of) == ("b", "c")


def test_small_groups_that_are_large_together_need_nobody_else():
    cells, people_of = counted({"a": {1, 2, 3}, "b": {4, 5}, "c": set(range(9))})

    assert kept_together(cells, people_of) == ("a", "b")


def test_small_groups_of_the_same_people_are_still_small_together():
    cells, people_of = counted({"a": {1, 2}, "b": {1, 2}, "c": set(range(9))})

    assert kept_together(cells, people_of) == ("a", "b", "c")


def test_what_another_table_hides_is_hidden_here_as_well():
    cells, people_of = counted({"a": set(range(9)), "b": set(range(9)), "c": {1}})

    assert kept_together(cells, people_of, hidden=frozenset({"b"})) == ("b", "c")


def test_nobody_is_no_small_group():
    assert large_enough((0, 5))
    assert not large_enough((0, 4))


def test_a_cell_with_one_small_part_is_small():
    cells = [Cell("a", (9, 2)), Cell("b", (9, 9)), Cell("c", (8, 8))]

    assert kept_together(cells, lambda _names: (9, 9)) == ("a", "c")


people = st.sets(st.integers(0, 30), max_size=12)


@given(st.dictionaries(st.text("abcdefgh", min_size=1, max_size=2), people, max_size=8))
def test_no_difference_of_figures_tells_of_fewer_than_five(members):
    """Subtract any shown rows from the total: what is left is many or nobody."""
    members = {name: found for name, found in members.items() if found}
    cells, people_of = counted(members)
    everyone = set().union(*members.values()) if members else set()

    together = kept_together(cells, people_of)

    apart = [name for name in members if name not in together]
    assert all(len(members[name]) >= LEAST for name in apart)
    assert len(together) != 1 or len(members) == 1
    for count in range(len(apart) + 1):
        for taken in combinations(apart, count):
            left = [name for name in members if name not in taken]
            behind = set().union(*(members[name] for name in left)) if left else set()
            if len(everyone) >= LEAST:
                assert not 0 < len(behind) < LEAST


@pytest.mark.parametrize("least", [3, 10])
def test_the_least_number_can_be_chosen(least):
    cells, people_of = counted({"a": set(range(least - 1)), "b": set(range(50))})

    assert kept_together(cells, people_of, least=least) == ("a", "b")
