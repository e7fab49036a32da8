"""From where money comes and where it goes, as one claim tells it."""

from __future__ import annotations

import pytest

from kashf.comparison.flows import flow_layers, flows, referent_key
from kashf.domain.predicates import claim_types
from kashf.domain.tables import table
from kashf.records import Claim, Role, Span


def _role(role, text, entity=None):
    return Role(role, 0, len(text), text, entity)


def _told(kind, *fillers, kinds=None):
    claim = Claim("c-1", kind, Span(0, 1, "x"), tuple(_role(*filler) for filler in fillers))
    lines = flows(claim, (kinds or {}).get)
    return [(one.layer, one.filler.text, other.layer, other.filler.text) for one, other in lines]


@pytest.mark.parametrize(
    ("kind", "fillers", "lines"),
    [
        ("sell", [("actor", "the brigade"), ("object", "oil")], [("raise", "oil", "hold", "the brigade")]),
        ("extort", [("actor", "كتيبة"), ("counterparty", "التجار")], [("raise", "التجار", "hold", "كتيبة")]),
        ("fund", [("actor", "a charity"), ("counterparty", "cells")], [("hold", "a charity", "use", "cells")]),
        (
            "transfer",
            [("actor", "he"), ("channel", "an exchange"), ("destination", "Mersin")],
            [("hold", "he", "through", "an exchange"), ("through", "an exchange", "move", "Mersin")],
        ),
        (
            "transfer",
            [("actor", "he"), ("destination", "Mersin"), ("destination", "Bari")],
            [("hold", "he", "move", "Mersin"), ("hold", "he", "move", "Bari")],
        ),
        ("sell", [("object", "oil")], []),
        ("arrest", [("actor", "police"), ("object", "a broker")], []),
        ("no such type", [("actor", "he"), ("object", "oil")], []),
    ],
)
def test_lines_of_a_claim(kind, fillers, lines):
    assert _told(kind, *fillers) == lines


def test_a_place_holds_no_money():
    fillers = [("actor", "the field", "e-1"), ("object", "oil")]
    assert _told("produce", *fillers, kinds={"e-1": "facility"}) == []
    assert _told("produce", *fillers, kinds={"e-1": "group"}) != []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("النفط", "oil", True),
        ("السلاح", "weapons", True),
        ("سوريا", "Syria", True),
        ("في سوريا", "Сирия", False),
        ("oil", "gold", False),
        ("cells", "a cell", True),
        ("الأسلحة", "أسلحة", True),
        ("نفط", "الذهب", False),
    ],
)
def test_words_for_one_thing_have_one_key(one, other, same):
    keys = [referent_key(_role("object", told)) for told in (one, other)]
    assert (keys[0] == keys[1]) is same


def test_an_entity_is_its_own_key():
    assert referent_key(_role("actor", "the group", "e-7")) == "e-7"


def test_the_table_speaks_of_types_and_roles_that_there_are():
    rules, known = table("finance/flows"), claim_types()
    assert set(rules["types"]) <= set(known)
    assert set(rules["groups"]) <= {one.group for one in known.values()}
    roles = {"actor", *(role for one in known.values() for role in one.roles)}
    each = [*rules["types"].values(), *rules["groups"].values()]
    assert {role for rule in each for _, named in rule.values() for role in named} <= roles
    assert {layer for rule in each for layer, _ in rule.values()} <= set(flow_layers())
