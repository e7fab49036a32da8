from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kashf.records import Figure, Finding
from kashf.views.disputes import checks, conflicts
from kashf.views.lens import Lens


def test_a_yes_and_a_no_come_before_the_rest(maker: Any, seen: Callable[..., Lens]) -> None:
    records = [maker.claim("sell"), maker.claim("sell"), maker.claim("sell", polarity="denied")]
    finding = Finding("conflict", "f-1", (), ("c-1", "c-2", "c-3"), fields={"conflict": "denial"})
    (conflict,) = conflicts(seen(*records, findings=[finding]))
    assert [side.evidence.claim for side in conflict.sides if side.evidence] == ["c-1", "c-3", "c-2"]


def test_one_claim_of_each_figure_comes_before_the_rest(
    maker: Any, seen: Callable[..., Lens], figure: Callable[..., Figure]
) -> None:
    records = [maker.claim("sell", ("amount", figure(value, "USD"))) for value in (3, 3, 5)]
    finding = Finding("conflict", "f-1", (), ("c-1", "c-2", "c-3"), fields={"conflict": "figure", "role": "amount"})
    (conflict,) = conflicts(seen(*records, findings=[finding]))
    assert [side.evidence.claim for side in conflict.sides if side.evidence] == ["c-1", "c-3", "c-2"]
    assert conflict.working == "USD 3 against USD 5"


def test_what_does_not_add_up_comes_first_and_shares_after_sums(seen: Callable[..., Lens]) -> None:
    told = [
        ("f-1", "share", "consistent"),
        ("f-2", "product", "consistent"),
        ("f-3", "parts_sum", "not computable"),
        ("f-4", "share", "inconsistent"),
    ]
    findings = [Finding("check", id_, (), verdict=verdict, fields={"check": kind}) for id_, kind, verdict in told]  # type: ignore[arg-type]
    assert [check.id for check in checks(seen(findings=findings))] == ["f-4", "f-2", "f-1", "f-3"]


def test_an_unheard_of_kind_is_a_conflict_all_the_same(seen: Callable[..., Lens]) -> None:
    (conflict,) = conflicts(seen(findings=[Finding("conflict", "f-1", (), working="why", fields={"conflict": "x"})]))
    assert (conflict.name, conflict.working, conflict.sides) == ("Accounts differ", "why", ())
