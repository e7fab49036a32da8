"""Price times quantity against proceeds, with their units."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kashf.comparison.figures import interval, number, quantity, told, unit_of
from kashf.comparison.propositions import Proposition
from kashf.records import Figure, Finding, content_id
from kashf.records.findings import Verdict

__all__ = ["product_checks"]

PRICE_ROLES = ("price", "rate")
PROCEEDS_TYPES = frozenset({"earn", "sell", "receive", "trade", "extort", "hold"})
REACH = 600
"""Proceeds are looked for within so many characters of the price: the sentence and the next."""
TOLERANCE = 0.15
"""Prices and quantities are told in round numbers; their product may miss the proceeds by so much."""
DAYS = {"day": 1.0, "week": 7.0, "month": 30.4, "year": 365.25}


def product_checks(claims: Sequence[Proposition]) -> Iterator[Finding]:
    """A check for each claim with a quantity and a price per unit of it, and proceeds told nearby."""
    for claim in claims:
        for quantity_figure in claim.figures.get("amount", ()):
            for price in (figure for role in PRICE_ROLES for figure in claim.figures.get(role, ())):
                unit = _product_unit(unit_of(quantity_figure), unit_of(price))
                if unit is not None:
                    yield from _checked(claim, quantity_figure, price, unit, claims)


def _product_unit(quantity_unit: str | None, price_unit: str | None) -> str | None:
    """The unit of the product: dinar times USD/dinar is USD, barrel/day times USD/barrel is USD/day."""
    if quantity_unit is None or price_unit is None or "/" not in price_unit:
        return None
    goods, _, per = quantity_unit.partition("/")
    money, _, priced = price_unit.partition("/")
    if goods != priced:
        return None
    return f"{money}/{per}" if per else money


def _checked(
    claim: Proposition, amount: Figure, price: Figure, unit: str, claims: Sequence[Proposition]
) -> Iterator[Finding]:
    found = _proceeds(claim, price, unit, claims)
    if found is None:
        return
    earning, proceeds = found
    scale = _scale(unit, unit_of(proceeds) or unit)
    product = quantity(amount)[0] * quantity(price)[0] * scale
    verdict = _verdict(amount, price, proceeds, scale)
    yield Finding(
        kind="check",
        id=content_id("f", "check", "product", claim.item.id, claim.claim.id, price.start),
        reports=(claim.item.id,),
        members=tuple(dict.fromkeys((claim.claim.id, earning.claim.id))),
        verdict=verdict,
        working=_working(amount, price, proceeds, product, verdict, scale),
        fields={
            "check": "product",
            "factors": [quantity(amount)[0], quantity(price)[0]],
            "result": earning.claim.id,
            "computed": product,
            "stated": quantity(proceeds)[0],
            "unit": unit_of(proceeds),
        },
    )


def _proceeds(
    claim: Proposition, price: Figure, unit: str, claims: Sequence[Proposition]
) -> tuple[Proposition, Figure] | None:
    """The claim's own proceeds, else the nearest amount of that money told of an income after the price."""
    own = [(claim, figure) for figure in claim.figures.get("proceeds", ()) if _same_money(unit, unit_of(figure))]
    told_nearby = [
        (other, figure)
        for other in claims
        if other.claim.type in PROCEEDS_TYPES
        for figure in (*other.figures.get("amount", ()), *other.figures.get("proceeds", ()))
        if _same_money(unit, unit_of(figure)) and figure is not price and abs(figure.start - price.start) <= REACH
    ]
    nearest = sorted(told_nearby, key=lambda pair: (pair[1].start < price.start, abs(pair[1].start - price.start)))
    return next(iter((*own, *nearest)), None)


def _same_money(unit: str, other: str | None) -> bool:
    if other is None:
        return False
    money, _, per = unit.partition("/")
    other_money, _, other_per = other.partition("/")
    return money == other_money and (per == other_per or (per in DAYS and other_per in DAYS))


def _scale(unit: str, wanted: str) -> float:
    """What a product must be multiplied by to be told per the wanted time: 30.4 from days to months."""
    per, wanted_per = unit.partition("/")[2], wanted.partition("/")[2]
    return DAYS[wanted_per] / DAYS[per] if per in DAYS and wanted_per in DAYS else 1.0


def _verdict(amount: Figure, price: Figure, proceeds: Figure, scale: float) -> Verdict:
    product = interval(amount) * interval(price)
    stated = interval(proceeds)
    low, high = product.low * scale * (1 - TOLERANCE), product.high * scale * (1 + TOLERANCE)
    return "consistent" if low <= stated.high and stated.low <= high else "inconsistent"


def _working(amount: Figure, price: Figure, proceeds: Figure, product: float, verdict: Verdict, scale: float) -> str:
    factors = f"{number(quantity(amount)[0])} × {number(quantity(price)[0])}"
    if scale != 1.0:
        factors += f" × {number(scale)}"
    given = f"{told(amount)} at {told(price)}"
    return f"{factors} = {number(product)}; stated {told(proceeds)} ({given}): {verdict}"
