"""Running a function over items: in their order, only as needed, and past those that crash."""

from __future__ import annotations

import operator
import os
from collections.abc import Iterator

import pytest

from kashf.jobs import InProcess, Lost, Pool, Spread
from kashf.jobs.runner import FEW, ITEMS_PER_WORKER

RUNNERS = [InProcess(), Pool(2), Spread(), Spread(1)]


def drawn(items: int, seen: list[int]) -> Iterator[int]:
    for item in range(items):
        seen.append(item)
        yield item


@pytest.mark.parametrize("runner", RUNNERS, ids=repr)
@pytest.mark.parametrize("items", [0, 1, FEW - 1, FEW, FEW + 8])
def test_results_come_in_the_order_of_the_items(runner, items):
    assert list(runner.map(operator.neg, range(items))) == [-item for item in range(items)]


def test_items_are_drawn_only_as_they_are_needed():
    seen: list[int] = []
    results = Pool(2).map(operator.neg, drawn(1000, seen))
    next(results)
    results.close()
    assert len(seen) == 2 * ITEMS_PER_WORKER


def test_few_items_stay_in_this_process(fakes):
    assert set(Spread().map(fakes.process_of, range(FEW - 1))) == {os.getpid()}


def test_many_items_leave_it(fakes):
    assert os.getpid() not in set(Spread(2).map(fakes.process_of, range(FEW)))


def test_an_error_of_the_function_is_raised():
    with pytest.raises(TypeError):
        list(Pool(1).map(operator.neg, ["not a number"]))


def test_an_item_that_ends_its_process_is_lost_alone(fakes):
    assert list(Pool(2).map(fakes.end_if_zero, [1, 2, 0, *range(3, 20)])) == [1, 2, Lost(0), *range(3, 20)]
