from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.views.map_layout import LABEL_LINES, LABEL_WIDTH, TOP, Edge, MoneyMap, Node, laid_out

LAYERS = ("raise", "hold", "through", "move", "use")


def _edge(source: str, target: str) -> Edge:
    return Edge(source, target, "move", 1, False, False, ("f-1",), "s-f-1", ("It is said.",))


def _drawn(pairs: list[tuple[tuple[int, int], tuple[int, int]]], label: str = "label") -> MoneyMap:
    """A map of nodes given as layer and number."""
    edges = [_edge(f"{LAYERS[a]}/{one}", f"{LAYERS[b]}/{other}") for (a, one), (b, other) in pairs]
    ids = dict.fromkeys(id_ for edge in edges for id_ in (edge.source, edge.target))
    nodes = [Node(id_, id_.partition("/")[0], f"{label} {id_}") for id_ in ids]
    return laid_out(nodes, edges, dict.fromkeys(LAYERS, "heading"))


ends = st.tuples(st.integers(0, 4), st.integers(0, 5))
graphs = st.lists(
    st.tuples(ends, ends).filter(lambda pair: pair[0][0] < pair[1][0]), min_size=1, max_size=25, unique=True
)


@given(graphs)
def test_no_two_boxes_overlap(pairs: list[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    for one, other in combinations(_drawn(pairs).nodes, 2):
        apart = one.x + one.width <= other.x or other.x + other.width <= one.x
        assert apart or one.y + one.height <= other.y or other.y + other.height <= one.y


@given(graphs)
def test_lines_run_from_box_to_box_and_through_none(pairs: list[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    drawn = _drawn(pairs)
    boxes = {node.id: node for node in drawn.nodes}
    for edge in drawn.edges:
        source, target = boxes[edge.source], boxes[edge.target]
        (first_x, first_y), (last_x, last_y) = edge.points[0], edge.points[-1]
        assert first_x == source.x + source.width
        assert last_x == target.x
        assert source.y < first_y < source.y + source.height
        assert target.y < last_y < target.y + target.height
        for (x, y), (to_x, to_y) in zip(edge.points[1:-1:2], edge.points[2:-1:2], strict=True):
            crossed = [box for box in drawn.nodes if box.x < to_x and x < box.x + box.width]
            assert y == to_y
            assert not any(box.y < y < box.y + box.height for box in crossed)


@given(graphs)
def test_everything_is_inside_the_drawing(pairs: list[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    drawn = _drawn(pairs)
    assert all(node.x >= 0 and node.x + node.width <= drawn.width for node in drawn.nodes)
    assert all(node.y >= TOP and node.y + node.height <= drawn.height for node in drawn.nodes)


@given(graphs)
def test_lines_meet_a_box_at_different_heights(pairs: list[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    leaving = [(edge.source, edge.points[0][1]) for edge in _drawn(pairs).edges]
    assert len(set(leaving)) == len(leaving)


def test_only_layers_with_nodes_are_columns() -> None:
    drawn = _drawn([((0, 0), (1, 0)), ((1, 0), (3, 0))])
    assert [column.layer for column in drawn.columns] == ["raise", "hold", "move"]
    assert [node.order for node in drawn.nodes] == [0, 0, 0]


def test_lines_that_need_not_cross_do_not() -> None:
    drawn = _drawn([((0, one), (1, 5 - one)) for one in range(6)])
    boxes = {node.id: node.y for node in drawn.nodes}
    tops = sorted((boxes[edge.source], boxes[edge.target]) for edge in drawn.edges)
    assert [target for _, target in tops] == sorted(target for _, target in tops)


@pytest.mark.parametrize(
    ("label", "lines"),
    [
        ("gold", ("gold",)),
        ("a network of exchange houses", ("a network of", "exchange houses")),
        ("x" * 40, ("x" * (LABEL_WIDTH - 1) + "…",)),
    ],
)
def test_labels_are_broken_at_words(label: str, lines: tuple[str, ...]) -> None:
    (node,) = (
        node
        for node in laid_out(
            [Node("raise/1", "raise", label), Node("hold/1", "hold", "x")],
            [_edge("raise/1", "hold/1")],
            {"raise": "", "hold": ""},
        ).nodes
        if node.layer == "raise"
    )
    assert node.lines == lines


@given(st.text(min_size=1).filter(str.strip))
def test_labels_fit_their_boxes(label: str) -> None:
    drawn = _drawn([((0, 0), (1, 0))], label)
    for node in drawn.nodes:
        assert len(node.lines) <= LABEL_LINES
        assert all(len(line) <= LABEL_WIDTH for line in node.lines)
