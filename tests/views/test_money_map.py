from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kashf.records import Entity, Finding, Origin
from kashf.views.lens import Lens
from kashf.views.map_layout import MoneyMap
from kashf.views.money_map import money_map
from kashf.views.statements import statements
from kashf.views.tables import read_table

ACTOR, GOLD = ("actor", "Dune"), ("object", "gold")


def _map(look: Lens) -> MoneyMap:
    return money_map(statements(look), look)


def _lines(drawn: MoneyMap) -> list[tuple[str, str, str]]:
    labels = {node.id: f"{node.layer}:{node.label}" for node in drawn.nodes}
    return [(labels[edge.source], labels[edge.target], edge.group) for edge in drawn.edges]


@pytest.mark.parametrize(
    ("kind", "fillers", "lines"),
    [
        ("sell", [ACTOR, GOLD], [("raise:gold", "hold:Dune", "raise")]),
        ("extort", [ACTOR, ("counterparty", "traders")], [("raise:traders", "hold:Dune", "raise")]),
        ("control", [ACTOR, ("object", "wells")], [("raise:wells", "hold:Dune", "hold")]),
        ("hold", [ACTOR, ("object", "funds"), ("place", "Rasmal")], [("raise:Rasmal", "hold:Dune", "hold")]),
        ("transfer", [ACTOR, ("destination", "Velmora")], [("hold:Dune", "move:Velmora", "move")]),
        ("transfer", [("origin", "Rasmal"), ("destination", "Velmora")], [("hold:Rasmal", "move:Velmora", "move")]),
        (
            "transfer",
            [ACTOR, ("destination", "Velmora"), ("channel", "a bank")],
            [("hold:Dune", "through:a bank", "move"), ("through:a bank", "move:Velmora", "move")],
        ),
        ("fund", [ACTOR, ("counterparty", "cells")], [("hold:Dune", "use:cells", "use")]),
        ("fund", [("object", "the money"), ("purpose", "raids")], [("hold:the money", "use:raids", "use")]),
        (
            "buy",
            [ACTOR, ("object", "arms"), ("object", "ammunition")],
            [("hold:Dune", "use:arms", "use"), ("hold:Dune", "use:ammunition", "use")],
        ),
        ("sell", [GOLD], []),
        ("arrest", [ACTOR, ("object", "Nader")], []),
        ("estimate", [ACTOR, GOLD], []),
    ],
)
def test_claims_become_lines(
    maker: Any, seen: Callable[..., Lens], kind: str, fillers: list[Any], lines: list[tuple[str, str, str]]
) -> None:
    assert _lines(_map(seen(maker.claim(kind, *fillers)))) == lines


def test_a_field_holds_no_money(maker: Any, seen: Callable[..., Lens]) -> None:
    field = Entity("e-1", "facility", "the field")
    record = maker.claim("produce", ("actor", "the field", "e-1"), ("object", "oil"))
    assert _lines(_map(seen(record, entities=[field]))) == []


@pytest.mark.parametrize(
    ("qualified", "hedged"),
    [
        ({}, False),
        ({"phase": "began"}, False),
        ({"modality": "alleged"}, True),
        ({"modality": "planned"}, True),
        ({"polarity": "denied"}, True),
    ],
)
def test_what_is_only_alleged_planned_or_denied_is_broken(
    maker: Any, seen: Callable[..., Lens], qualified: dict[str, str], hedged: bool
) -> None:
    (line,) = _map(seen(maker.claim("sell", ACTOR, GOLD, **qualified))).edges
    assert line.hedged is hedged


def test_a_line_that_one_statement_states_is_whole(maker: Any, seen: Callable[..., Lens]) -> None:
    records = maker.claim("sell", ACTOR, GOLD, modality="alleged"), maker.claim("sell", ACTOR, GOLD)
    (line,) = _map(seen(*records)).edges
    assert not line.hedged
    assert line.statements == ("c-1", "c-2")


def test_a_line_is_as_heavy_as_the_origins_behind_it(maker: Any, seen: Callable[..., Lens]) -> None:
    records = maker.claim("sell", ACTOR, GOLD), maker.claim("sell", ACTOR, GOLD)
    origins = (Origin("A", ("r-1",)), Origin("B", ("r-2",)))
    finding = Finding("assertion", "f-1", ("r-1", "r-2"), ("c-1", "c-2"), origins, 2)
    (line,) = _map(seen(*records, findings=[finding])).edges
    assert (line.weight, line.anchor) == (2, "s-f-1")


def test_statements_of_one_origin_do_not_add_up(maker: Any, seen: Callable[..., Lens]) -> None:
    (line,) = _map(seen(maker.claim("sell", ACTOR, GOLD), maker.claim("trade", ACTOR, GOLD))).edges
    assert line.weight == 1


def test_a_loss_is_told_apart(maker: Any, seen: Callable[..., Lens]) -> None:
    (line,) = _map(seen(maker.claim("lose", ACTOR, ("object", "wells")))).edges
    assert line.lost


def test_spellings_of_one_filler_are_one_node(maker: Any, seen: Callable[..., Lens]) -> None:
    records = maker.claim("sell", ACTOR, ("object", "الآثار")), maker.claim("sell", ACTOR, ("object", "الاثار"))
    assert len(_map(seen(*records)).nodes) == 2


def test_what_finds_no_room_is_counted(maker: Any, seen: Callable[..., Lens]) -> None:
    most = read_table("money_map")["most"]
    goods = [("object", f"good {number}") for number in range(most + 3)]
    drawn = _map(seen(maker.claim("sell", ACTOR, *goods)))
    assert (len(drawn.edges), drawn.left_out) == (most, 3)


def test_no_claims_make_an_empty_map(seen: Callable[..., Lens]) -> None:
    assert _map(seen()) == MoneyMap()
