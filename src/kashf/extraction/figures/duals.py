"""Nouns that count two by their form alone: قاربين، شخصان، عمليتي تهريب."""

from __future__ import annotations

from kashf.extraction.figures.amount import Amount
from kashf.extraction.figures.units import UnitReader

__all__ = ["read_dual"]


def read_dual(units: UnitReader, at: int) -> Amount | None:
    """The figure of a dual noun; None where its form is no dual.

    A construct («عمليتي تهريب») counts only before an indefinite noun: «حقلي التنك والعمر» names two, and counts none.
    """
    scan = units.scan
    sense = units.unit_sense(at) or scan.find(at, "family")
    if sense is None or sense.form not in ("two", "two_of"):
        return None
    if sense.form == "two_of" and not _counts(units, at):
        return None
    unit = units.exact_any(at)
    if unit is None:
        return None
    unit = units.with_adjectives(units.extended(unit) if sense.form == "two_of" else unit)
    amount = Amount(unit.first, unit.last, (unit.first, unit.last), 2.0)
    amount.take(unit)
    return amount


def _counts(units: UnitReader, at: int) -> bool:
    scan = units.scan
    article = scan.tongue.style.article
    if not units.is_word(at + 1) or scan.words(at + 1, at + 1).startswith(article):
        return False
    following = at + 2 < len(scan) and scan.words(at + 2, at + 2)
    return not following or not following.startswith(units.style.joint)
