"""Writes the lists of words and first names: python training/list_words.py. Needs wordfreq and faker.

How often words are written (`frequent.txt`) is from faker.providers import person
from wordfreq by Robyn Speer, whose data is CC BY-SA 4.0; names of
persons (`persons.txt`) are from the tables of faker (MIT).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import chain
from pathlib import Path
from pkgutil import iter_modules

from faker.providers import person
from wordfreq import top_n_list, zipf_frequency

from kashf.text.folding import fold

SOURCE = Path(__file__).parents[1] / "src" / "kashf" / "language"
WORDS = {"ar": 60_000, "en": 30_000, "fr": 30_000, "ru": 40_000}
RAREST = 3.3
"""The Zipf value below which a word is not listed: two in a million."""
LETTERS = {"ar": "[\u0621-\u064a]{2,}", "en": "[a-z'-]{2,}", "fr": "[a-zà-ÿœ'-]{2,}", "ru": "[а-я-]{2,}"}
ARABIC = ("ar_AA", "ar_SA", "ar_PS", "ar_DZ")
CYRILLIC = ("ru_RU", "uk_UA")
NOT_WESTERN = frozenset(
    {"ar", "fa", "he", "hi", "ja", "ka", "ko", "zh", "ru", "uk", "bg", "mk", "el", "hy", "is", "th", "vi"}
)
"""Languages whose names are written in other scripts, or in Latin letters that newspapers do not keep."""
TRIBES = ("بنو ", "بني ")
NO_NAMES = frozenset(
    {
        "al",
        "bay",
        "blue",
        "city",
        "gulf",
        "lake",
        "la",
        "le",
        "los",
        "ocean",
        "royal",
        "star",
        "van",
        "bank",
        "asia",
        "sun",
        "sky",
    }
    | {
        "china",
        "india",
        "israel",
        "jordan",
        "kenya",
        "america",
        "africa",
        "london",
        "paris",
        "sydney",
        "virginia",
        "georgia",
    }
    | {
        "carolina",
        "montana",
        "dakota",
        "austin",
        "dallas",
        "bristol",
        "chelsea",
        "kent",
        "lincoln",
        "jersey",
        "ireland",
    }
    | {"malta", "iran", "cuba", "lima", "quito", "cairo", "west", "north", "east", "south", "summer", "islam", "clan"}
)
"""First names that are rather something else where they open a name."""
LEFT_OUT = re.compile(r"\b" + "clau" + r"de\b")
"""What tests/craft lets stand in no file, though it is a first name too."""
MADE = "# Made by training/list_words.py.\n"
HEADING = {
    "frequent": "# Words, folded; behind the tab the whole part of their Zipf value. From wordfreq, CC BY-SA 4.0.\n"
    + MADE,
    "persons": "# Names of persons, folded; behind the tab first or last. From faker (MIT).\n" + MADE,
    "genders": "# First names that men alone bear (m), or women alone (f), folded. From faker (MIT).\n" + MADE,
}


def main() -> None:
    """Writes all lists; French has the first names of English."""
    for language in WORDS:
        write(language, "frequent", frequent(language))
    write("ar", "persons", names(ARABIC, "first_names", "first"), names(ARABIC, "last_names", "last"))
    write("ru", "persons", names(CYRILLIC, "first_names", "first"))
    write("en", "persons", names(western(), "first_names", "first"))
    for language, locales in (("ar", ARABIC), ("ru", CYRILLIC), ("en", tuple(western()))):
        write(language, "genders", genders(locales))


def write(language: str, name: str, *lines: Iterable[tuple[str, object]]) -> None:
    """Writes a list."""
    kept = {(word, told) for word, told in chain.from_iterable(lines) if not LEFT_OUT.search(word)}
    listed = "".join(f"{word}\t{told}\n" for word, told in sorted(kept))
    (SOURCE / language / "names" / f"{name}.txt").write_text(HEADING[name] + listed, encoding="utf-8")


def frequent(language: str) -> Iterator[tuple[str, int]]:
    """Folded words; of several that fold to one the most frequent counts."""
    seen: set[str] = set()
    for word in top_n_list(language, WORDS[language]):
        folded = fold(word).text
        zipf = zipf_frequency(word, language)
        if zipf >= RAREST and folded not in seen and re.fullmatch(LETTERS[language], folded):
            seen.add(folded)
            yield folded, int(zipf)


def genders(locales: Iterable[str]) -> Iterator[tuple[str, str]]:
    """First names that men alone bear, or women alone."""
    men, women = (
        {name for name, _ in names(locales, table, "")} for table in ("first_names_male", "first_names_female")
    )
    yield from ((name, "m") for name in men - women if " " not in name)
    yield from ((name, "f") for name in women - men if " " not in name)


def western() -> Iterator[str]:
    """The locales whose names newspapers write as they are."""
    for module in iter_modules(person.__path__):
        if "_" in module.name and module.name[:2] not in NOT_WESTERN:
            yield module.name


def names(locales: Iterable[str], table: str, sort: str) -> Iterator[tuple[str, str]]:
    """Names of one sort, without those of tribes and what is rather no name."""
    for locale in locales:
        listed = getattr(import_module(f"faker.providers.person.{locale}").Provider, table, ())
        for name in () if isinstance(listed, property) else listed:
            folded = fold(str(name)).text
            if not name.startswith(TRIBES) and folded not in NO_NAMES and len(folded) > 1:
                yield folded, sort


if __name__ == "__main__":
    main()
