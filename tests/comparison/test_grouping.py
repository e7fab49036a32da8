from hypothesis import given
from hypothesis import strategies as st

from kashf.comparison.grouping import Groups, blocked, neighbours

ITEMS = 12


@given(st.lists(st.tuples(st.integers(0, ITEMS - 1), st.integers(0, ITEMS - 1)), max_size=30))
def test_joined_items_are_together_and_every_item_is_in_one_group(pairs: list[tuple[int, int]]) -> None:
    groups = Groups(ITEMS)
    for one, other in pairs:
        groups.join(one, other)
    assert all(groups.together(one, other) for one, other in pairs)
    assert sorted(item for group in groups.all() for item in group) == list(range(ITEMS))


def test_groups_do_not_depend_on_the_order_of_joining() -> None:
    pairs = [(0, 5), (5, 7), (2, 3), (3, 2)]
    results = []
    for order in (pairs, pairs[::-1]):
        groups = Groups(8)
        for pair in order:
            groups.join(*pair)
        results.append(groups.all())
    assert results[0] == results[1] == [[0, 5, 7], [1], [2, 3], [4], [6]]


def test_neighbours_are_few_each_once_and_near() -> None:
    blocks = blocked([("a", "b"), ("a", "b"), ("a",), ("a",), ("c",)])
    assert list(neighbours(blocks, 1)) == [(0, 1), (1, 2), (2, 3)]
    assert list(neighbours(blocks, 3, lambda one, other: one + other != 3)) == [(0, 1), (0, 2), (1, 3), (2, 3)]
