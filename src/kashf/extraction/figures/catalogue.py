"""What the unit tables say beyond words: what each unit measures, which money each country has, how nouns look."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from kashf.language import read_table

__all__ = ["CURRENCY", "Catalogue", "NounStyle", "catalogue", "noun_style"]

CURRENCY = "currency"
_COUNT = "count"
_SHAPES = (
    "adjective",
    "noun_after_few",
    "noun_after_tens",
    "noun_after_many",
    "endings",
    "before_unknown",
    "person",
    "share_goes_on",
)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The shared units: what each is a measure of, and the currencies by family and country.

    `subunits`: how many of each part of a currency are one of it. `word_like`: families whose name is a common word.
    """

    measures: Mapping[str, str]
    families: Mapping[str, Mapping[str, str]]
    subunits: Mapping[str, int]
    word_like: frozenset[str]
    parts: Mapping[str, Mapping[str, int]]

    def measure(self, unit: str) -> str:
        """What a unit measures: `currency`, `mass`, `share`, `duration`, ...; `count` for counted things."""
        return self.measures.get(unit.partition("/")[0], _COUNT)

    def money(self, family: str, country: str | None) -> str:
        """The ISO code of a country's money of that name; the bare name where the country has none or is not said. A
        name in full is given by its code, and stays it."""
        codes = self.families.get(family)
        return (codes.get(country or "alone") if codes else None) or family

    def is_open(self, unit: str | None) -> bool:
        """Whether a unit is a currency's bare name, that a country named elsewhere may still settle."""
        return unit is not None and unit in self.families and self.families[unit]["alone"] == unit


@dataclass(frozen=True, slots=True)
class NounStyle:
    """How nouns stand by numbers in a language; `style` of its `units.yaml`, where each is explained.

    Shapes are matched against the whole folded word.
    """

    adjectives_before: int
    adjectives_after: int
    adjective: re.Pattern[str]
    noun_after_few: re.Pattern[str]
    noun_after_tens: re.Pattern[str]
    noun_after_many: re.Pattern[str]
    endings: re.Pattern[str]
    before_unknown: re.Pattern[str]
    person: re.Pattern[str]
    share_goes_on: re.Pattern[str]
    no_country: Mapping[str, str]
    words_of_share: int
    few: tuple[int, int]
    few_in: int
    joint: str = " "
    named: tuple[str, ...] = ()
    plurals: Mapping[str, str] = field(default_factory=dict)
    members: Mapping[str, str] = field(default_factory=dict)
    instead: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)

    def counted(self, value: float) -> re.Pattern[str]:
        """The shape of a noun after a number: few, tens and many ask for different forms in Arabic."""
        last = int(value) % self.few_in if value.is_integer() else 0
        if self.few[0] <= last <= self.few[1]:
            return self.noun_after_few
        return self.noun_after_tens if last > self.few[1] else self.noun_after_many


@cache
def catalogue() -> Catalogue:
    """The shared catalogue, read once."""
    table = read_table(None, "units")
    measures = {unit: measure for measure, units in table["measure"].items() for unit in units}
    measures |= {code: CURRENCY for codes in (*table["currency"], *table["currency_past"]) for code in codes}
    measures |= dict.fromkeys((*table["family"], *table["subunit"]), CURRENCY)
    return Catalogue(measures, table["family"], table["subunit"], frozenset(table["word_like_names"]), table["part"])


@cache
def noun_style(language: str) -> NounStyle:
    """How nouns stand by numbers in a language."""
    style: dict[str, Any] = dict(read_table(language, "units")["style"])
    for shape in _SHAPES:
        style[shape] = re.compile(style[shape])
    return NounStyle(**style)
