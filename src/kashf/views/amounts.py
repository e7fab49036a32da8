"""Figures in the reader's words: «ما لا يقل عن 25 ألف برميل نفط يوميا» as "at least 25,000 barrels per day"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kashf.records import Figure
from kashf.views.texts import isolated, shown
from kashf.views.words import Words

__all__ = ["amount", "figure_words", "is_partitive", "unit_words"]

_PARTITIVE = frozenset(
    ("percent", "fraction", "barrel", "tonne", "kilogram", "gram", "ounce", "litre", "piece", "hectare", "kilometre")
)
"""Units of a share or a mass, which go with a noun («90% of the wells»); counts of persons and money do not."""


def figure_words(figure: Figure, words: Words, *, governed: bool = False) -> str:
    """The value of a figure, its modifier and its unit, and the count it was worked out to where it was.

    `governed`: it stands after a word that puts it in the genitive.
    """
    told = _told(figure, words, governed)
    if figure.resolved is None:
        return told
    resolved = amount(figure.resolved.value, figure.resolved.unit, words)
    modified = words.say(f"modifiers.{figure.modifier}", value=resolved) if figure.modifier != "between" else resolved
    return f"{told} ({words.say('resolved', value=modified)})"


def _told(figure: Figure, words: Words, governed: bool) -> str:
    if figure.value is None:
        if figure.low is None or figure.high is None:
            return shown(figure.text)
        high = amount(figure.high, figure.unit, words, governed=True)
        return words.say("modifiers.between", low=amount(figure.low, None, words), high=high)
    governed = governed or figure.modifier != "exact"
    modifier = "about" if figure.modifier == "between" else figure.modifier
    return words.say(f"modifiers.{modifier}", value=amount(figure.value, figure.unit, words, governed=governed))


def amount(value: float, unit: str | None, words: Words, *, governed: bool = False) -> str:
    """A number with its unit; a unit `u/p` is so many u per p."""
    counted, _, per = (unit or "").partition("/")
    told = _counted(value, counted, words, governed)
    return _per(told, per, words)


def _per(amount: str, per: str, words: Words) -> str:
    if not per:
        return amount
    rate = words.entries["rates"].get(per)
    if rate:
        return str(rate).format(amount=amount)
    named = words.name("per_units", per)
    return words.say("per", amount=amount, unit=_single(per, words) if named == per else named)


def _single(unit: str, words: Words) -> str:
    """A unit of which there is one, without its number; the unit as it is where the catalogue has no forms."""
    forms = words.entries["units"].get(unit)
    if forms is None:
        return shown(unit)
    one = str(forms.get("one", ""))
    return str(one if "{n}" in one else forms["other"]).format(n="").strip()


def _counted(value: float, unit: str, words: Words, governed: bool) -> str:
    if unit == "fraction":
        return _counted(value * 100, "percent", words, governed)
    scale = _scale(value, words)
    forms = words.entries["units"].get(unit)
    if scale is None:
        if forms is None:
            return _unnamed(words.number(value), unit, words)
        return words.inflect(forms, value, governed=governed)
    scaled = words.inflect(scale["forms"], value / scale["at"], governed=governed)
    return str(forms["other"]).format(n=scaled) if forms else _unnamed(scaled, unit, words)


def _unnamed(number: str, unit: str, words: Words) -> str:
    """A unit the catalogue has no forms for: a currency code, or the unit as it is."""
    if not unit:
        return number
    key = "currency" if len(unit) == 3 and unit.isupper() else "other_unit"
    code = shown(unit) if key == "currency" else isolated(shown(unit), words.direction)
    return words.say(key, n=number, code=code)


def _scale(value: float, words: Words) -> Mapping[str, Any] | None:
    """Millions and above are written in words, where two decimals say them exactly."""
    for scale in words.entries["scales"]:
        scaled = value / scale["at"]
        if abs(scaled) >= 1:
            return scale if scaled == round(scaled, 2) else None
    return None


def unit_words(unit: str | None, words: Words) -> str:
    """The name of a unit by itself, for a column of a table; its code where the catalogue has none."""
    counted, _, per = (unit or "").partition("/")
    forms = words.entries["units"].get(counted)
    name = str(forms["other"]).format(n="").strip() if forms else shown(counted)
    return _per(name, per, words)


def is_partitive(figure: Figure) -> bool:
    """Whether the figure goes with a noun as a share or a measure of it."""
    counted, _, per = (figure.unit or "").partition("/")
    return counted in _PARTITIVE and (not per or counted not in ("percent", "fraction"))
