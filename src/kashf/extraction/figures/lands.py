"""Whose money a bare name is, by the countries that the report names: «خمسة ملايين دينار» in a report of Baghdad."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from kashf.domain import known_places
from kashf.extraction.figures.catalogue import catalogue
from kashf.extraction.numerals import Scan
from kashf.language import read_table
from kashf.text import fold

__all__ = ["money_of_lands"]


def money_of_lands(scan: Scan, family: str) -> str | None:
    """The money of that name of the one country, of those that have such money, that a report names.

    None where it names several or none, and where it speaks of a money that no state issues (a group's own dinar).
    """
    items = range(len(scan))
    if any(scan.find(item, "own") for item in items):
        return None
    nations = (scan.find(item, "nation") for item in items)
    named = {str(nation.value) for nation in nations if nation} | set(_named(scan))
    codes = {code for land, code in catalogue().families[family].items() if land in named}
    return codes.pop() if len(codes) == 1 else None


def _named(scan: Scan) -> Iterator[str]:
    """The countries named, each time one is: by its own name or its capital's."""
    language = scan.tongue.lexicon.language
    names = _names(language)
    for match in _pattern(language).finditer(scan.folded.text):
        yield names[match[match.lastgroup or 0]]


@cache
def _names(language: str) -> Mapping[str, str]:
    """The ISO code of the country by each folded name, and without the article by those that have it."""
    article = str(read_table(language, "numbers")["style"].get("article", ""))
    lands: dict[str, str] = {}
    for place in known_places():
        land = place.country or place.key
        for name in place.names.get(language, ()) if len(land) == 2 else ():
            folded = fold(name).text
            lands[folded] = land.upper()
            if article and folded.startswith(article):
                lands.setdefault(folded.removeprefix(article), land.upper())
    return lands


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """A name as a word of its own; in Arabic behind the letters that are written on to it, the article among them."""
    names = "|".join(map(re.escape, sorted(_names(language), key=len, reverse=True)))
    table = read_table(language, "inflection")
    if "article" not in table:
        return re.compile(rf"(?<!\w)(?P<name>{names})(?!\w)")
    before = "".join((*table["conjunctions"].values(), *table["prepositions"].values(), "ك"))
    return re.compile(rf"(?<!\w)[{before}]{{0,2}}(?:{table['article']}|ل)?(?P<name>{names})(?!\w)")
