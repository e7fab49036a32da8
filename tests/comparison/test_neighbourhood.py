from __future__ import annotations

from typing import Any

from kashf.comparison.corpus import gather
from kashf.comparison.features import Counted
from kashf.comparison.neighbourhood import CLAIM, STORY, Key, candidates, reaches, signposts_of


def test_keys_are_the_same_whatever_else_is_read(week: Any) -> None:
    counted = Counted.over(gather(week.records).items)
    together = signposts_of(week.records, counted)
    for record in week.records[:4]:
        assert signposts_of([record], counted)[record.report.id].keys == together[record.report.id].keys


def test_keys_fit_what_databases_keep(week: Any) -> None:
    keys = signposts_of(week.records[:5], Counted.over(gather(week.records).items))
    values = [key.value for own in keys.values() for key in own.keys]
    assert all(-(1 << 63) <= value < 1 << 63 for value in values)
    assert min(values) < 0 < max(values)


def test_what_shares_the_rarest_comes_first() -> None:
    rows = [(1, "rare"), *((2, f"common {number}") for number in range(9))]
    assert candidates({CLAIM: rows})[0] == "rare"


def test_one_telling_word_alone_leads_nowhere() -> None:
    assert candidates({STORY: [(1, "once"), (1, "twice"), (2, "twice")]}) == ["twice"]


def test_keys_are_looked_up_by_their_reach() -> None:
    assert reaches([Key(1, CLAIM), Key(2, STORY), Key(3, CLAIM)]) == {CLAIM: [1, 3], STORY: [2]}
