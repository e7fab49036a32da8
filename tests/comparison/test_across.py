"""Sums over several reports."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kashf.comparison import compare
from kashf.records import Entity, Finding

Pick = Callable[..., list[Finding]]
SOLD = "The Crescent Guild sold {0} of the wheat of Tell Abyad"
PLACES = {"Sweden": "e-se", "Norway": "e-no", "Denmark": "e-dk", "Europe": "e-eu"}


@pytest.fixture
def entities(entity: Callable[..., Entity]) -> list[Entity]:
    places = [entity(key, name, "place") for name, key in PLACES.items()]
    return [*places, entity("e-1", "Crescent Guild"), entity("e-2", "Tell Abyad", "place")]


def sale(draft: Any, outlet: str, words: str, **figures: Any) -> Any:
    made = draft(f"{SOLD.format('much')} {words} this winter, traders said.", outlet, 1)
    made.name("Crescent Guild", "e-1").name("Tell Abyad", "e-2", "place")
    return made.claim(
        f"c-{outlet}", "sell", made.report.text, actor="Crescent Guild", object="wheat", place="Tell Abyad", **figures
    ).record()


@pytest.mark.parametrize(("brought", "verdict"), [(5_000_000, "consistent"), (50_000_000, "inconsistent")])
def test_quantity_price_and_proceeds_of_three_reports(
    draft: Any, entities: list[Entity], of_kind: Pick, brought: int, verdict: str
) -> None:
    records = [
        sale(draft, "A", "20000 tonnes", amount=("20000 tonnes", 20_000, "tonne")),
        sale(draft, "B", "at 250 dollars a tonne", price=("250 dollars", 250, "USD/tonne")),
        sale(draft, "C", f"for {brought} dollars", proceeds=(f"{brought} dollars", brought, "USD")),
    ]
    (check,) = of_kind(compare(records, entities), "check", "product")
    assert (check.verdict, len(check.reports), len(check.members)) == (verdict, 3, 3)
    assert check.working.startswith("20000 × 250 = 5000000; ")


def test_what_one_report_gives_by_itself_is_checked_once(draft: Any, entities: list[Entity], of_kind: Pick) -> None:
    figures = {
        "amount": ("20000 tonnes", 20_000, "tonne"),
        "price": ("250 dollars", 250, "USD/tonne"),
        "proceeds": ("5000000 dollars", 5_000_000, "USD"),
    }
    whole = "20000 tonnes at 250 dollars a tonne for 5000000 dollars"
    records = [sale(draft, outlet, whole, **figures) for outlet in ("A", "B")]
    assert [len(one.reports) for one in of_kind(compare(records, entities), "check", "product")] == [1, 1]


@pytest.mark.parametrize(("percent", "verdict"), [(60, "consistent"), (90, "inconsistent")])
def test_a_share_and_what_it_is_of(
    draft: Any, entities: list[Entity], of_kind: Pick, percent: int, verdict: str
) -> None:
    one = sale(draft, "A", f"{percent} percent of it", amount=(f"{percent} percent", percent, "percent"))
    other = sale(
        draft,
        "B",
        "300 tonnes of 500 tonnes",
        amount=("300 tonnes", 300, "tonne"),
        of_total=("500 tonnes", 500, "tonne"),
    )
    checks = of_kind(compare([one, other], entities), "check", "share")
    (across,) = [check for check in checks if len(check.reports) == 2]
    assert (across.verdict, across.fields["share"]) == (verdict, 0.6)


def returned(draft: Any, outlet: str, *told: tuple[str, int]) -> Any:
    lines = [f"In the autumn {number} fighters returned to {place} from the camps" for place, number in told]
    made = draft(". ".join(lines), outlet, 1)
    for place, _ in told:
        made.name(place, PLACES[place], "place")
    for line, (place, number) in zip(lines, told, strict=True):
        made.claim(
            f"{outlet}-{place}", "return", line, destination=place, amount=(f"{number} fighters", number, "person")
        )
    return made.record()


@pytest.mark.parametrize(("total", "verdict"), [(60, "consistent"), (40, "inconsistent"), (95, "not computable")])
def test_parts_of_one_report_against_the_whole_of_another(
    draft: Any, entities: list[Entity], of_kind: Pick, total: int, verdict: str
) -> None:
    whole = returned(draft, "A", ("Europe", total))
    parts = returned(draft, "B", ("Sweden", 30), ("Norway", 20), ("Denmark", 10))
    (check,) = of_kind(compare([whole, parts], entities), "check", "parts_sum")
    assert (check.verdict, check.fields["sum"], len(check.reports)) == (verdict, 60, 2)


def test_two_reports_of_two_occasions_make_no_sum(draft: Any, entities: list[Entity], of_kind: Pick) -> None:
    whole = returned(draft, "A", ("Europe", 60))
    parts = draft(
        "Prices of wheat rose. " + "In spring 30 fighters returned to Sweden, and 20 fighters to Norway", "B", 25
    )
    parts.name("Sweden", "e-se", "place").name("Norway", "e-no", "place")
    for place, number in (("Sweden", 30), ("Norway", 20)):
        parts.claim(
            place, "return", f"{number} fighters", destination=place, amount=(f"{number} fighters", number, "person")
        )
    assert of_kind(compare([whole, parts.record()], entities), "check", "parts_sum") == []
