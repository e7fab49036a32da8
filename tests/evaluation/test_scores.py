from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from kashf.evaluation import Layer, Scores, Share, as_plain, as_table, total

COUNT = st.integers(0, 50)
SHARES = st.builds(lambda right, wrong: Share(right, right + wrong), COUNT, COUNT)
PARTS = st.dictionaries(st.sampled_from(["value", "unit", "origin"]), SHARES)
LAYERS = st.builds(Layer, COUNT, COUNT, COUNT, PARTS)
SCORES = st.builds(Scores, LAYERS, LAYERS, LAYERS)


def test_precision_recall_and_f1() -> None:
    figures = Layer(6, 2, 4, {"unit": Share(3, 6)}).figures()
    assert figures == {"precision": 0.6, "recall": 0.75, "f1": 0.667, "gold": 8, "found": 10, "unit": 0.5}


def test_nothing_to_find_and_nothing_found_is_no_division_by_zero() -> None:
    assert Layer().figures() == {"precision": 0.0, "recall": 0.0, "f1": 0.0, "gold": 0, "found": 0}


@given(LAYERS)
def test_every_share_lies_between_nothing_and_all(layer: Layer) -> None:
    assert all(0.0 <= value <= 1.0 for name, value in layer.figures().items() if name not in ("gold", "found"))


@given(st.lists(SCORES, max_size=4))
def test_order_does_not_matter(scores: list[Scores]) -> None:
    assert total(scores).claims.figures() == total(reversed(scores)).claims.figures()


@given(SCORES)
def test_tables_hold_every_layer(scores: Scores) -> None:
    groups = {("ar", "dev"): scores, ("fr", "-"): scores}
    plain = json.loads(json.dumps(as_plain(groups)))
    assert set(plain) == {"ar", "fr"}
    assert plain["ar"]["dev"]["claims"] == scores.claims.figures()
    assert as_table(groups).count("claims") == 2
