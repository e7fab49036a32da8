"""Whether men or women bear a first name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from kashf.language.declension import name_stem
from kashf.language.weights import listed

__all__ = ["given_gender"]

_SHARED = {"fr": "en"}
"""Languages that have their first names from another."""


def given_gender(name: str, language: str) -> str:
    """m or f for a folded first name, in any case, that men alone bear or women alone; else nothing.

    >>> given_gender("yacine", "fr"), given_gender("ольгой", "ru"), given_gender("kim", "en")
    ('m', 'f', '')
    """
    known = _genders(language)
    return known.get(name) or (known.get(name_stem(name), "") if language == "ru" else "")


@cache
def _genders(language: str) -> Mapping[str, str]:
    lines = [line.partition("\t") for line in listed(_SHARED.get(language, language), "genders")]
    genders = {name: gender for name, _, gender in lines}
    if language != "ru":
        return genders
    stems: dict[str, set[str]] = {}
    for name, gender in genders.items():
        stems.setdefault(name_stem(name), set()).add(gender)
    return genders | {stem: next(iter(told)) for stem, told in stems.items() if len(told) == 1}
