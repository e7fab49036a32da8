"""Russian cases, as far as a word's ending tells them: what a form may be, given its dictionary form.

Russian says by case what other languages say by preposition. Endings are ambiguous («организации» is five forms);
each word gives the set of cases it may stand in, and a noun phrase the intersection of its words' sets.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["CASES", "adjectival", "cases_of", "name_stem"]

CASES = frozenset({"nom", "gen", "dat", "acc", "ins", "loc"})
_ADJECTIVE: Mapping[str, str] = {
    "ыми": "ins", "ими": "ins", "ого": "gen acc", "его": "gen acc", "ому": "dat", "ему": "dat", "ый": "nom acc",
    "ий": "nom acc", "ой": "nom acc gen dat ins loc", "ая": "nom", "яя": "nom", "ое": "nom acc", "ее": "nom acc",
    "ые": "nom acc", "ие": "nom acc", "ую": "acc", "юю": "acc", "ых": "gen acc loc", "их": "gen acc loc",
    "ым": "ins dat", "им": "ins dat", "ом": "loc", "ем": "loc", "ей": "gen dat ins loc",
}  # fmt: skip
_FEMININE: Mapping[str, str] = {
    "ами": "ins", "ями": "ins", "ам": "dat", "ям": "dat", "ах": "loc", "ях": "loc", "ой": "ins", "ей": "ins gen",
    "ией": "ins", "ию": "acc", "ий": "gen acc", "ии": "gen dat loc nom acc", "у": "acc", "ю": "acc", "ы": "gen nom acc",
    "и": "gen nom acc", "е": "dat loc", "а": "nom", "я": "nom",
}  # fmt: skip
_MASCULINE: Mapping[str, str] = {
    "ами": "ins", "ями": "ins", "ам": "dat", "ям": "dat", "ах": "loc", "ях": "loc", "ов": "gen acc", "ев": "gen acc",
    "ей": "gen acc", "ом": "ins", "ем": "ins", "у": "dat", "ю": "dat", "е": "loc nom", "а": "gen acc nom",
    "я": "gen acc nom", "ы": "nom acc", "и": "nom acc",
}  # fmt: skip
_NEUTER: Mapping[str, str] = {
    "ами": "ins", "ями": "ins", "ам": "dat", "ям": "dat", "ах": "loc", "ях": "loc", "ием": "ins", "ии": "loc",
    "ию": "dat", "ия": "gen nom acc", "ий": "gen", "ие": "nom acc", "ом": "ins", "ем": "ins", "у": "dat", "ю": "dat",
    "а": "gen nom acc", "я": "gen nom acc", "о": "nom acc", "е": "nom acc loc",
}  # fmt: skip
_SOFT: Mapping[str, str] = {
    "ами": "ins", "ями": "ins", "ам": "dat", "ям": "dat", "ах": "loc", "ях": "loc", "ью": "ins", "ей": "gen acc",
    "ем": "ins", "я": "gen acc", "ю": "dat", "и": "gen dat loc nom acc", "е": "loc", "ь": "nom acc",
}  # fmt: skip
_PRONOUNS: Mapping[str, str] = {
    "я": "nom", "он": "nom", "она": "nom", "оно": "nom", "они": "nom", "мы": "nom", "кто": "nom", "его": "gen acc",
    "ее": "gen acc", "их": "gen acc", "ему": "dat", "ей": "dat ins", "им": "dat ins", "ими": "ins", "нас": "gen acc",
    "нам": "dat", "них": "gen acc loc", "него": "gen acc", "нее": "gen acc", "ним": "dat ins", "ней": "dat ins loc",
    "люди": "nom", "человек": "nom gen acc", "людей": "gen acc", "каждому": "dat", "каждый": "nom acc", "деньги": "nom acc",
    "денег": "gen", "году": "dat loc", "порту": "dat loc", "плену": "loc", "бою": "dat loc", "двое": "nom acc", "трое": "nom acc", "лиц": "gen acc", "что": "nom acc",
}  # fmt: skip
_NAME_ENDINGS = (
    "иями", "иях", "иям", "ией", "ами", "ями", "ого", "ому", "ыми", "ими", "ия", "ии", "ию", "ие", "ой", "ей", "ом",
    "ем", "ов", "ев", "ам", "ям", "ах", "ях", "ая", "ое", "ый", "ий", "ые", "ую", "ых", "им", "ым", "а", "я", "у",
    "ю", "е", "и", "ы", "о", "ь", "й",
)  # fmt: skip
_SHORTEST_STEM = 3
_INDECLINABLE = ("о", "и", "э")


def cases_of(form: str, lemma: str, *, noun: bool) -> frozenset[str]:
    """The cases a folded form may stand in; all of them where its ending tells nothing."""
    fixed = _PRONOUNS.get(form)
    if fixed:
        return frozenset(fixed.split())
    if not noun and adjectival(form):
        return _by_ending(form, _ADJECTIVE)
    return _noun_cases(form, lemma) if noun else _unknown_cases(form)


def adjectival(form: str) -> bool:
    """Whether a form has the ending of an adjective."""
    return any(form.endswith(ending) and len(form) > len(ending) + 1 for ending in _ADJECTIVE)


def name_stem(word: str) -> str:
    """A folded name without its case ending, as inflected names are compared: «Сирии» and «Сирию» are one."""
    for ending in _NAME_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def _noun_cases(form: str, lemma: str) -> frozenset[str]:
    if lemma.endswith(("ый", "ий", "ая", "ое", "ой")) and adjectival(form):
        return _by_ending(form, _ADJECTIVE)
    if form == lemma:
        return frozenset({"nom"}) if form.endswith(("а", "я")) else frozenset({"nom", "acc"})
    table = {"а": _FEMININE, "я": _FEMININE, "о": _NEUTER, "е": _NEUTER, "ь": _SOFT}.get(lemma[-1:], _MASCULINE)
    if table is _FEMININE and form[-1] not in "аеиоуыюямйх":
        return frozenset({"gen", "acc"})  # the bare genitive plural: «банд»
    if table is _NEUTER and form == lemma[:-1]:
        return frozenset({"gen"})
    return _by_ending(form, table)


def _unknown_cases(form: str) -> frozenset[str]:
    """A word no table knows, most often a name: its ending as of either gender."""
    masculine, feminine = _by_ending(form, _MASCULINE), _by_ending(form, _FEMININE)
    if form[-1:] not in "аеиоуыюямйхв":
        return frozenset({"nom", "acc", "gen"})
    if form[-1:] in "мхв":
        return masculine | feminine | {"nom", "acc"}
    if form.endswith(_INDECLINABLE):
        return CASES
    return masculine | feminine


def _by_ending(form: str, table: Mapping[str, str]) -> frozenset[str]:
    for length in (3, 2, 1):
        found = table.get(form[-length:]) if len(form) > length else None
        if found:
            return frozenset(found.split())
    return CASES
