from __future__ import annotations

import re

import pytest

from kashf.exchange.svg import drawing
from kashf.views.map_layout import THICKEST, THINNEST, Edge, MoneyMap, Node, laid_out


def _map(weight: int = 1, *, hedged: bool = False, lost: bool = False) -> MoneyMap:
    nodes = [Node("raise/gold", "raise", "gold from the river mines"), Node("hold/dune", "hold", "Dune", entity="e-1")]
    edge = Edge("raise/gold", "hold/dune", "raise", weight, hedged, lost, ("f-1",), "s-f-1", ("It is said.",))
    return laid_out(nodes, [edge], {"raise": "From", "hold": "By"})


@pytest.mark.parametrize(("weight", "width"), [(1, THINNEST), (2, 5.0), (3, 8.0), (50, THICKEST)])
def test_width_counts_origins(weight: int, width: float) -> None:
    assert drawing(_map(weight), "ltr").lines[0].width == width


@pytest.mark.parametrize(
    ("kinds", "classes"),
    [({}, "group-raise"), ({"hedged": True}, "group-raise hedged"), ({"lost": True}, "group-raise lost")],
)
def test_lines_are_drawn_as_what_they_are(kinds: dict[str, bool], classes: str) -> None:
    line = drawing(_map(**kinds), "ltr").lines[0]
    assert (line.classes, line.link, line.texts) == (classes, "s-f-1", ("It is said.",))


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_a_line_runs_from_box_to_box_in_either_direction(direction: str) -> None:
    drawn = drawing(_map(), direction)
    gold, dune = drawn.boxes
    ends = [float(x) for x in re.findall(r"(?:^M| )(\d+\.\d) \d+\.\d(?=$| C)", drawn.lines[0].path)]
    if direction == "ltr":
        assert ends == [gold.x + gold.width, dune.x]
    else:
        assert ends == [gold.x, dune.x + dune.width]


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_labels_are_centred_in_their_boxes(direction: str) -> None:
    for box in drawing(_map(), direction).boxes:
        assert box.middle == box.x + box.width / 2
        assert all(box.y < baseline < box.y + box.height for _, baseline in box.lines)


def test_an_empty_map_draws_nothing() -> None:
    assert drawing(MoneyMap(), "rtl").lines == ()
