"""Price times quantity against proceeds, with their units.

Read off the claims; and where these do not hold quantity, price and proceeds together, off the figures of one passage,
there only where the product comes out: figures that merely stand side by side are no contradiction.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kashf.comparison.corpus import Item
from kashf.comparison.enumerations import in_figures
from kashf.comparison.figures import interval, number, quantity, told, unit_of
from kashf.comparison.propositions import Proposition
from kashf.domain import starts_with_each
from kashf.records import Figure, Finding, content_id
from kashf.records.findings import Verdict

__all__ = [
    "PRICE_ROLES",
    "Bargain",
    "bargain_verdict",
    "bargain_working",
    "product_checks",
    "product_unit",
    "same_money",
    "with_proceeds",
]

PRICE_ROLES = ("price", "rate")
PROCEEDS_TYPES = frozenset({"earn", "sell", "receive", "trade", "extort", "hold"})
REACH = 600
"""Proceeds are looked for within so many characters of the price: the sentence and the next."""
TOLERANCE = 0.15
"""Prices and quantities are told in round numbers; their product may miss the proceeds by so much."""
CLOSE = 160
"""Quantity, price and proceeds of one sentence follow each other within so many characters."""
DAYS = {"day": 1.0, "week": 7.0, "month": 30.4, "year": 365.25}


@dataclass(frozen=True, slots=True)
class Bargain:
    """A quantity, its price, what it came to, and the claims that say so: of the sale first, of the income last."""

    amount: Figure
    price: Figure
    proceeds: Figure
    unit: str
    claims: tuple[str, ...]

    @property
    def scale(self) -> float:
        """What the product must be multiplied by to be told per the time of the proceeds."""
        return _scale(self.unit, unit_of(self.proceeds) or self.unit)

    @property
    def product(self) -> float:
        """Quantity times price, per the time of the proceeds."""
        return quantity(self.amount)[0] * quantity(self.price)[0] * self.scale


def product_checks(item: Item, claims: Sequence[Proposition]) -> Iterator[Finding]:
    """A check for each quantity of a report with a price per unit of it, and proceeds told nearby."""
    checked: set[Figure] = set()
    for claim in claims:
        for bargain in _bargains(claim, claims):
            checked.add(bargain.price)
            yield _check(item, bargain)
    for bargain in _in_one_passage(item, claims):
        check = _check(item, bargain)
        if bargain.price not in checked and check.verdict == "consistent":
            yield check


def with_proceeds(claims: Sequence[Proposition]) -> tuple[Proposition, ...]:
    """The claims, each sale with the proceeds that a claim of an income beside it tells."""
    by_report: dict[str, list[Proposition]] = {}
    for claim in claims:
        by_report.setdefault(claim.item.id, []).append(claim)
    return tuple(_with_proceeds(claim, by_report[claim.item.id]) for claim in claims)


def _with_proceeds(claim: Proposition, claims: Sequence[Proposition]) -> Proposition:
    bargain = next(_bargains(claim, claims), None)
    if bargain is None or "proceeds" in claim.figures:
        return claim
    return replace(claim, figures={**claim.figures, "proceeds": (bargain.proceeds,)})


def _bargains(claim: Proposition, claims: Sequence[Proposition]) -> Iterator[Bargain]:
    """The sums that a claim and what was earned by it make."""
    for amount in claim.figures.get("amount", ()):
        for price in (figure for role in PRICE_ROLES for figure in claim.figures.get(role, ())):
            unit = product_unit(unit_of(amount), _price_unit(claim.item, amount, price))
            found = _proceeds(claim, price, unit, claims) if unit is not None else None
            if unit is not None and found is not None:
                earning, proceeds = found
                yield Bargain(amount, price, proceeds, unit, (claim.claim.id, earning.claim.id))


def _price_unit(item: Item, amount: Figure, price: Figure) -> str | None:
    """The unit of a price; "$180 apiece" is per piece of whatever is sold."""
    unit, goods = unit_of(price), unit_of(amount)
    each = unit is not None and "/" not in unit and starts_with_each(item.record.text[price.end :][:CLOSE])
    return f"{unit}/{goods}" if each else unit


def _in_one_passage(item: Item, claims: Sequence[Proposition]) -> Iterator[Bargain]:
    """Runs of a quantity, a price per unit of it and a sum of that money, close behind each other."""
    figures = sorted(item.record.figures, key=lambda figure: figure.start)
    for amount, price, proceeds in zip(figures, figures[1:], figures[2:], strict=False):
        close = price.start - amount.end <= CLOSE and proceeds.start - price.end <= CLOSE
        unit = product_unit(unit_of(amount), _price_unit(item, amount, price)) if close else None
        if unit is not None and same_money(unit, unit_of(proceeds)):
            yield Bargain(
                amount, price, proceeds, unit, (*in_figures((amount, price), claims), *in_figures((proceeds,), claims))
            )


def product_unit(quantity_unit: str | None, price_unit: str | None) -> str | None:
    """The unit of the product: dinar times USD/dinar is USD, barrel/day times USD/barrel is USD/day."""
    if quantity_unit is None or price_unit is None or "/" not in price_unit:
        return None
    goods, _, per = quantity_unit.partition("/")
    money, _, priced = price_unit.partition("/")
    if goods != priced:
        return None
    return f"{money}/{per}" if per else money


def bargain_verdict(bargain: Bargain) -> Verdict:
    """Whether quantity times price comes to the proceeds, under the modifiers of all three."""
    product, stated, scale = (
        interval(bargain.amount) * interval(bargain.price),
        interval(bargain.proceeds),
        bargain.scale,
    )
    low, high = product.low * scale * (1 - TOLERANCE), product.high * scale * (1 + TOLERANCE)
    return "consistent" if low <= stated.high and stated.low <= high else "inconsistent"


def bargain_working(bargain: Bargain) -> str:
    """The sum in words a reader can follow."""
    amount, price, proceeds = bargain.amount, bargain.price, bargain.proceeds
    factors = f"{number(quantity(amount)[0])} × {number(quantity(price)[0])}"
    if bargain.scale != 1.0:
        factors += f" × {number(bargain.scale)}"
    given = f"{told(amount)} at {told(price)}"
    return f"{factors} = {number(bargain.product)}; stated {told(proceeds)} ({given}): {bargain_verdict(bargain)}"


def _check(item: Item, bargain: Bargain) -> Finding:
    amount, price, proceeds = bargain.amount, bargain.price, bargain.proceeds
    return Finding(
        kind="check",
        id=content_id("f", "check", "product", item.id, amount.start, price.start),
        reports=(item.id,),
        members=tuple(dict.fromkeys(bargain.claims)),
        verdict=bargain_verdict(bargain),
        working=bargain_working(bargain),
        fields={
            "check": "product",
            "factors": [quantity(amount)[0], quantity(price)[0]],
            "result": bargain.claims[-1] if bargain.claims else None,
            "computed": bargain.product,
            "stated": quantity(proceeds)[0],
            "unit": unit_of(proceeds),
        },
    )


def _proceeds(
    claim: Proposition, price: Figure, unit: str, claims: Sequence[Proposition]
) -> tuple[Proposition, Figure] | None:
    """The claim's own proceeds, else the nearest amount of that money told of an income after the price."""
    own = [(claim, figure) for figure in claim.figures.get("proceeds", ()) if same_money(unit, unit_of(figure))]
    told_nearby = [
        (other, figure)
        for other in claims
        if other.claim.type in PROCEEDS_TYPES
        for figure in (*other.figures.get("amount", ()), *other.figures.get("proceeds", ()))
        if same_money(unit, unit_of(figure)) and figure is not price and abs(figure.start - price.start) <= REACH
    ]
    nearest = sorted(told_nearby, key=lambda pair: (pair[1].start < price.start, abs(pair[1].start - price.start)))
    return next(iter((*own, *nearest)), None)


def same_money(unit: str, other: str | None) -> bool:
    """Whether two sums are of one money, per the same time or per times that can be reckoned into each other."""
    if other is None:
        return False
    money, _, per = unit.partition("/")
    other_money, _, other_per = other.partition("/")
    return money == other_money and (per == other_per or (per in DAYS and other_per in DAYS))


def _scale(unit: str, wanted: str) -> float:
    """What a product must be multiplied by to be told per the wanted time: 30.4 from days to months."""
    per, wanted_per = unit.partition("/")[2], wanted.partition("/")[2]
    return DAYS[wanted_per] / DAYS[per] if per in DAYS and wanted_per in DAYS else 1.0
