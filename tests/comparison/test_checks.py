from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kashf.comparison import compare
from kashf.records import Entity, Finding

Pick = Callable[..., list[Finding]]
PLACES = {"السويد": "e-se", "النرويج": "e-no", "فنلندا": "e-fi", "الدنمارك": "e-dk", "أوروبا": "e-eu", "العراق": "e-iq"}
ENGLISH = {"e-se": "Sweden", "e-no": "Norway", "e-fi": "Finland", "e-dk": "Denmark", "e-eu": "Europe", "e-iq": "Iraq"}


@pytest.fixture
def entities(entity: Callable[..., Entity]) -> list[Entity]:
    return [entity(key, name, "place") for key, name in ENGLISH.items()]


def returned(draft: Any, whole: tuple[str, str, float, str], *parts: tuple[str, float]) -> Any:
    """A report of a study of those who came back: the whole (place, words, value, modifier), then its parts."""
    place, words, value, modifier = whole
    lines = [f"قالت الدراسة إن {words} عادوا إلى {place}"]
    lines += [f"عاد إلى {where} {number:.0f} رجلا" for where, number in parts]
    made = draft("\n".join(lines))
    for name, key in PLACES.items():
        if name in made.report.text:
            made.name(name, key, "place")
    if place[:1].isdigit():
        made.figure(place, float(place.split()[0]), "country")
    source = ("document", "الدراسة")
    made.claim("whole", "return", lines[0], destination=place, amount=(words, value, "person", modifier), source=source)
    for line, (where, number) in zip(lines[1:], parts, strict=True):
        places = where.split(" و")
        made.claim(
            f"part-{where}", "return", line,
            destination=places, amount=(f"{number:.0f} رجلا", number, "person"), source=source,
        )  # fmt: skip
    return made.record()


@pytest.mark.parametrize(
    ("whole", "parts", "verdict"),
    [
        (
            ("4 دول", "أكثر من 100 رجل", 100, "more_than"),
            [("السويد", 60), ("النرويج", 30), ("فنلندا والدنمارك", 20)],
            "consistent",
        ),
        (
            ("4 دول", "90 رجلا", 90, "exact"),
            [("السويد", 60), ("النرويج", 30), ("فنلندا والدنمارك", 20)],
            "inconsistent",
        ),
        (
            ("4 دول", "300 رجل", 300, "exact"),
            [("السويد", 60), ("النرويج", 30), ("فنلندا والدنمارك", 20)],
            "inconsistent",
        ),
        (("9 دول", "300 رجل", 300, "exact"), [("السويد", 60), ("النرويج", 30)], "not computable"),
        (("أوروبا", "نحو 95 رجلا", 95, "about"), [("السويد", 60), ("النرويج", 30)], "consistent"),
        (("أوروبا", "50 رجلا", 50, "exact"), [("السويد", 40), ("النرويج", 30)], "inconsistent"),
    ],
)
def test_parts_are_held_against_their_whole(
    draft: Any, entities: list[Entity], of_kind: Pick, whole: Any, parts: Any, verdict: str
) -> None:
    (found,) = of_kind(compare([returned(draft, whole, *parts)], entities), "check", "parts_sum")
    assert found.verdict == verdict
    assert found.members == ("whole", *(f"part-{where}" for where, _ in parts))


def test_the_working_shows_sum_and_places(draft: Any, entities: list[Entity], of_kind: Pick) -> None:
    whole = ("4 دول", "أكثر من 100 رجل", 100, "more_than")
    record = returned(draft, whole, ("السويد", 60), ("النرويج", 30), ("فنلندا والدنمارك", 20))
    (found,) = of_kind(compare([record], entities), "check")
    assert found.working == (
        "60 + 30 + 20 = 110; more than 100 person: consistent; 2 named + 2 together = 4 of 4 country"
    )


@pytest.mark.parametrize(
    ("whole", "parts"),
    [
        (("السويد", "300 رجل", 300, "exact"), [("النرويج", 60), ("فنلندا", 30)]),
        (("العراق", "300 رجل", 300, "exact"), [("السويد", 100), ("النرويج", 200)]),
        (("4 دول", "300 رجل", 300, "exact"), [("السويد", 60)]),
    ],
)
def test_other_places_are_no_parts(draft: Any, entities: list[Entity], of_kind: Pick, whole: Any, parts: Any) -> None:
    assert of_kind(compare([returned(draft, whole, *parts)], entities), "check") == []


def test_parts_of_another_source_are_not_added(draft: Any, entities: list[Entity], of_kind: Pick) -> None:
    from dataclasses import replace

    from kashf.records import Attribution, Link

    record = returned(draft, ("4 دول", "أكثر من 100 رجل", 100, "more_than"), ("السويد", 60), ("النرويج", 50))
    police = Attribution("indirect", (Link("outlet", "Alpha"), Link("organisation", "الشرطة")))
    claims = (*record.claims[:-1], replace(record.claims[-1], attribution=police))
    assert of_kind(compare([replace(record, claims=claims)], entities), "check") == []


@pytest.mark.parametrize(
    ("quantity", "price", "proceeds", "verdict"),
    [
        ((2000, "barrel", "exact"), (30, "USD/barrel", "exact"), (60000, "USD", "about"), "consistent"),
        ((2000, "barrel", "more_than"), (30, "USD/barrel", "more_than"), (62000, "USD", "exact"), "consistent"),
        ((2000, "barrel", "exact"), (30, "USD/barrel", "exact"), (600000, "USD", "about"), "inconsistent"),
        ((1000, "barrel/day", "exact"), (20, "USD/barrel", "exact"), (600000, "USD/month", "about"), "consistent"),
    ],
)
def test_price_times_quantity_is_held_against_proceeds(
    draft: Any, of_kind: Pick, quantity: Any, price: Any, proceeds: Any, verdict: str
) -> None:
    text = "باع الورد كمية نفط بسعر معروف. وعاد البيع عليه بدخل كبير"
    made = draft(text)
    amounts = {"amount": ("كمية", quantity[0], *quantity[1:]), "price": ("بسعر معروف", price[0], *price[1:])}
    made.claim("sale", "sell", "باع الورد كمية نفط بسعر معروف", object="نفط", **amounts)
    made.claim("income", "earn", "وعاد البيع عليه بدخل كبير", amount=("بدخل كبير", proceeds[0], *proceeds[1:]))
    (found,) = of_kind(compare([made.record()]), "check", "product")
    assert found.verdict == verdict
    assert found.members == ("sale", "income")


def test_the_product_is_shown(draft: Any, of_kind: Pick) -> None:
    made = draft("باع الورد كمية بسعر معروف ودخل كبير")
    made.claim(
        "sale", "sell", made.report.text,
        amount=("كمية", 2000, "barrel"), price=("بسعر معروف", 30, "USD/barrel"), proceeds=("ودخل كبير", 60000, "USD"),
    )  # fmt: skip
    (found,) = of_kind(compare([made.record()]), "check")
    assert str(found.working).startswith("2000 × 30 = 60000; stated 60000 USD")


@pytest.mark.parametrize("price", [(30, "USD/tonne"), (30, "USD")])
def test_a_price_of_something_else_is_not_multiplied(draft: Any, of_kind: Pick, price: Any) -> None:
    made = draft("باع الورد كمية بسعر معروف ودخل كبير")
    made.claim(
        "sale", "sell", made.report.text,
        amount=("كمية", 2000, "barrel"), price=("بسعر معروف", *price), proceeds=("ودخل كبير", 60000, "USD"),
    )  # fmt: skip
    assert of_kind(compare([made.record()]), "check") == []


@pytest.mark.parametrize(
    ("part", "total", "verdict"), [(50, 300, "consistent"), (300, 50, "inconsistent"), (5, 0, "not computable")]
)
def test_a_part_does_not_exceed_its_total(draft: Any, of_kind: Pick, part: float, total: float, verdict: str) -> None:
    made = draft("عاد بعضهم من أصل كلهم")
    made.claim("c", "return", made.report.text, amount=("بعضهم", part, "person"), of_total=("كلهم", total, "person"))
    (found,) = of_kind(compare([made.record()]), "check", "share")
    assert found.verdict == verdict
