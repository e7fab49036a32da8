"""Ranges whose sign of money stands before their lower number: $5-7 million, $5 to $7 million, €5m-€7m."""

from __future__ import annotations

from kashf.extraction.figures.amount import Amount
from kashf.extraction.figures.units import UnitReader
from kashf.extraction.numerals import Number, product

__all__ = ["read_signed_range"]


def read_signed_range(units: UnitReader, amount: Amount) -> None:
    """Reads on from a sum that its sign leads: behind a hyphen to the upper number, and behind "to" for the scale that
    is said once, with the upper number («$5 to $7 million»)."""
    scan, item = units.scan, amount.core[1]
    lower, joint = scan.numbers.get(item), item + 1
    if lower is None or amount.first == item or amount.low < 0:
        return
    hyphen = scan.glued(joint) and scan.glued(joint + 1) and scan.words(joint, joint) == "-"
    opened = scan.find(joint, "and") and scan.find(amount.first - 1, "range_open")
    if not (hyphen or opened or scan.find(joint, "range_to")):
        return
    at = _past_sign(units, joint + 1, amount)
    upper = scan.numbers.get(at)
    if upper is None or upper.kind != "cardinal":
        return
    low = _with_scale(lower, upper)
    if low >= upper.value or not (hyphen or at > joint + 1):
        return
    amount.low = low
    if hyphen:
        amount.high, amount.modifier, amount.scaled = upper.value, "between", upper.scale > 1
        amount.last, amount.core = at, (amount.core[0], at)


def _past_sign(units: UnitReader, at: int, amount: Amount) -> int:
    """The item after a sign of the same money, the same item where none stands there."""
    money = units.money.alone(at) if units.may_lead(at) else None
    return at + 1 if money and money.name == amount.unit else at


def _with_scale(lower: Number, upper: Number) -> float:
    """The lower number in the scale that is said once with the upper."""
    shares = lower.scale == 1 < upper.scale and lower.value < upper.head
    return product(lower.value, upper.scale) if shares else lower.value
