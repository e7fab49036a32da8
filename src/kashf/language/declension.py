"""Russian cases, as far as a word's ending tells them: what a form may be, given its dictionary form.

Russian says by case what other languages say by preposition. Endings are ambiguous («организации» is five forms);
each word gives the set of cases it may stand in, and a noun phrase the intersection of its words' sets.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from kashf.language.loading import read_table

__all__ = ["CASES", "adjectival", "cases_of", "family_stem", "name_stem", "place_stem"]

CASES = frozenset({"nom", "gen", "dat", "acc", "ins", "loc"})
_SHORTEST_STEM = 3
_DECLENSIONS = {"а": "feminine", "я": "feminine", "о": "neuter", "е": "neuter", "ь": "soft"}
"""By the last letter of the dictionary form."""
_FAMILY = ("ов", "ев", "ин", "ова", "ева", "ина", "ому", "ский", "ым")
_POSSESSIVE = ("ов", "ев", "ин", "ын")
_INDECLINABLE = ("о", "и", "э")


def cases_of(form: str, lemma: str, *, noun: bool, animate: bool | None = None) -> frozenset[str]:
    """The cases a folded form may stand in; all of them where its ending tells nothing.

    `animate` says whether a noun names somebody, whose accusative is the genitive, or something, whose accusative is
    the nominative; None where that is not known.
    """
    fixed = _endings("words").get(form)
    if fixed:
        return frozenset(fixed.split())
    if not noun and adjectival(form):
        return _by_ending(form, "adjective")
    if not noun:
        return _unknown_cases(form)
    cases = _noun_cases(form, lemma)
    return cases if animate is None else _by_animacy(cases, form, lemma, animate=animate)


def adjectival(form: str) -> bool:
    """Whether a form has the ending of an adjective."""
    return any(form.endswith(ending) and len(form) > len(ending) + 1 for ending in _endings("adjective"))


def name_stem(word: str) -> str:
    """A folded name without its case ending, as inflected names are compared: «Сирии» and «Сирию» are one."""
    for ending in _name_endings():
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def place_stem(word: str) -> str:
    """The stem of a place's folded name. What is left of a family name is none: «Кабулов» is nobody's «Кабул»."""
    return word if word.endswith(_FAMILY) else name_stem(word)


def family_stem(word: str) -> str:
    """What a family name's folded form is compared by: «Матраимов», «Матраимова» and «Матраимову» are one."""
    return word if word.endswith(_POSSESSIVE) else name_stem(word)


def _noun_cases(form: str, lemma: str) -> frozenset[str]:
    if lemma.endswith(("ый", "ий", "ая", "ое", "ой", "ые")) and adjectival(form):
        return _by_ending(form, "adjective")
    if form == lemma:
        return frozenset({"nom"}) if form.endswith(("а", "я")) else frozenset({"nom", "acc"})
    if lemma.endswith(("тель", "арь")) and form.endswith("и"):
        return frozenset({"nom", "acc"}) if lemma in _inanimate() else frozenset({"nom"})
    table = _DECLENSIONS.get(lemma[-1:], "masculine")
    if table == "feminine" and form[-1] not in "аеиоуыюямйх":
        return frozenset({"gen", "acc"})  # the bare genitive plural: «банд»
    if table == "neuter" and form == lemma[:-1]:
        return frozenset({"gen"})
    if lemma.endswith("а") and form.endswith("ей"):
        return frozenset({"ins"})  # «перепродажей», but «семей»
    return _by_ending(form, table)


def _by_animacy(cases: frozenset[str], form: str, lemma: str, *, animate: bool) -> frozenset[str]:
    """The cases of a noun of which is known whether it lives: «боевики» is no accusative, «грузовиков» no more."""
    animate = animate and lemma not in _inanimate()
    masculine = lemma[-1:] not in "аяоеь" or lemma.endswith(("тель", "арь"))
    plural = form.endswith(("ы", "и")) and form != lemma
    if animate:
        cases = cases - {"nom"} if masculine and _of_one(form, lemma) else cases  # «казначея», but «доктора»
        return cases - {"acc"} if (masculine and form == lemma) or (plural and "nom" in cases) else cases
    bare = form[-1:] not in "аеиоуыюя" and form != lemma and {"gen", "acc"} == cases
    single = masculine and _of_one(form, lemma)
    return frozenset({"gen"}) if single else cases - {"acc"} if bare else cases


def _of_one(form: str, lemma: str) -> bool:
    """Whether a form in -а or -я is the genitive of one, no plural: «взрыва», «бойца», but «паспорта», «хозяева»."""
    regular = form in (f"{lemma}а", f"{lemma[:-1]}я") or (form.endswith(("ца", "ка")) and not lemma.endswith("а"))
    return regular and form != lemma and lemma not in _many_in_a() and form not in _endings("words")


def _unknown_cases(form: str) -> frozenset[str]:
    """A word no table knows, most often a name: its ending as of either gender."""
    masculine, feminine = _by_ending(form, "masculine"), _by_ending(form, "feminine")
    if form[-1:] not in "аеиоуыюямйхв":
        return frozenset({"nom", "acc", "gen"})
    if form.endswith("ай"):
        return frozenset({"nom", "acc"})  # «Дубай», «Китай»
    if form[-1:] in "мхв":
        return masculine | feminine | {"nom", "acc"}
    if form.endswith(_INDECLINABLE):
        return CASES
    return masculine | feminine


def _by_ending(form: str, declension: str) -> frozenset[str]:
    endings = _endings(declension)
    for length in (3, 2, 1):
        found = endings.get(form[-length:]) if len(form) > length else None
        if found:
            return frozenset(found.split())
    return CASES


@cache
def _endings(declension: str) -> Mapping[str, str]:
    return dict(read_table("ru", "declension")[declension])


@cache
def _inanimate() -> frozenset[str]:
    """Things whose names end as those of people do: «отель», «картель»."""
    return frozenset(str(read_table("ru", "declension")["inanimate"]).split())


@cache
def _many_in_a() -> frozenset[str]:
    """Things of which several end as one does in the genitive: «паспорта», «счета»."""
    return frozenset(str(read_table("ru", "declension")["many_in_a"]).split())


@cache
def _name_endings() -> tuple[str, ...]:
    return tuple(str(read_table("ru", "declension")["name_endings"]).split())
