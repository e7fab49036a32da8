"""Precision and recall of types and roles."""

from __future__ import annotations

import pytest

from kashf.evaluation import GoldClaim, GoldReport, judge
from kashf.evaluation.table import as_comparison, fields_plain, fields_table
from kashf.records import Claim, Figure, Record, Role, Span

TEXT = "Sami sold 5 rifles to Dana. Omar bought gold. Lina left."


def _span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def _role(role: str, words: str, figure: int | None = None) -> Role:
    at = _span(words)
    return Role(role, at.start, at.end, at.text, figure=figure)


GOLD = GoldReport(
    "a.txt",
    "en",
    TEXT,
    claims=(
        GoldClaim(
            ("sell", "supply"),
            "Sami sold 5 rifles to Dana",
            {"actor": ("Sami",), "counterparty": ("Dana",), "object": ("rifles",)},
            {"amount": (5.0,)},
        ),
        GoldClaim(("buy",), "Omar bought gold", {"actor": ("Omar",)}),
    ),
)


def _found(*roles: Role) -> Record:
    figures = (Figure(10, 18, "5 rifles", value=5.0, unit="rifle"),)
    claims = (
        Claim("c-1", "supply", _span("Sami sold 5 rifles to Dana"), roles),
        Claim("c-2", "flee", _span("Lina left")),
    )
    return Record(GOLD.report(), figures=figures, claims=claims)


def test_types_are_counted_under_the_best_one() -> None:
    types = judge(GOLD, _found()).scores.types
    counts = {name: (layer.matched, layer.missed, layer.extra) for name, layer in types.items()}
    assert counts == {"buy": (0, 1, 0), "flee": (0, 0, 1), "sell": (1, 0, 0)}


ROLES = [
    # roles found, role, found and wanted, missed, too much
    ((_role("actor", "Sami"),), "actor", (1, 0, 0)),
    ((_role("actor", "Dana"),), "actor", (0, 1, 1)),
    ((_role("place", "Dana"),), "place", (0, 0, 1)),
    ((), "counterparty", (0, 1, 0)),
    ((_role("amount", "5 rifles", 0),), "amount", (1, 0, 0)),
    ((_role("amount", "gold"),), "amount", (0, 1, 1)),
]


@pytest.mark.parametrize(("roles", "role", "counts"), ROLES)
def test_roles_are_counted_in_claims_that_were_found(
    roles: tuple[Role, ...], role: str, counts: tuple[int, int, int]
) -> None:
    layer = judge(GOLD, _found(*roles)).scores.roles[role]
    assert (layer.matched, layer.missed, layer.extra) == counts


def test_both_can_be_shown_and_added_up() -> None:
    scores = judge(GOLD, _found(_role("actor", "Sami"))).scores
    both = {("en", "dev"): scores + scores}
    assert fields_plain(both, "type")["en dev"]["sell"]["recall"] == 1.0
    assert fields_plain(both, "role")["en dev"]["actor"]["gold"] == 2
    assert "  buy" in fields_table(both, "type")


def test_extractors_are_compared_line_by_line() -> None:
    scores = {("en", "dev"): judge(GOLD, _found()).scores}
    table = as_comparison({"kashf": scores, "chat/a-model-with-a-long-name": scores})
    [heading, *lines] = table.splitlines()
    assert heading.startswith("en dev claims")
    assert [line.split()[0] for line in lines] == ["kashf", "chat/a-model-with-a-long-name"]
    assert len({len(line) for line in (heading, *lines)}) == 1
