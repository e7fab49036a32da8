"""Russian nouns with what is said of them before: «изъятые у боевиков автоматы», «связанный с ней торговец»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kashf.extraction.clauses.units import Unit
from kashf.extraction.words.word import Word
from kashf.language.agreement import may_agree
from kashf.language.declension import adjectival

__all__ = ["also_adjective", "awaited_noun", "goes_with", "noun_described", "with_described"]

_NOUNS = frozenset({"noun", "title", "name", "verbal_noun"})
_PLURALS = ("ы", "и", "ов", "ев", "ей", "ам", "ям", "ами", "ями", "ах", "ях")
_ADJECTIVES = ("ой", "ый", "ая", "ые", "ую", "ых", "ого")
_BARE_CASES = frozenset({"dative", "instrumental"})


def also_adjective(word: Word) -> bool:
    """Whether a noun is written as an adjective: «полевой», «рабочий», and «золотой», which is no form of «золото»."""
    listed = word.stem.endswith(("ый", "ий", "ой"))
    return adjectival(word.norm) and (listed or (word.stem.endswith(("о", "е")) and word.norm.endswith(_ADJECTIVES)))


def awaited_noun(units: Sequence[Unit], words: Sequence[Word]) -> frozenset[str]:
    """The cases of the participle or adjective behind the last phrases that depend on it and still has no noun."""
    index = len(units) - 1
    while index >= 0 and (_says_more(units[index]) or _depends(units[index])):
        index -= 1
    waits = index >= 0 and _describes(units, words, index)
    if not waits:
        return frozenset()
    told = words[units[index].first]
    led = index + 1 < len(units) and _depends(units[index + 1])
    return told.cases if not led or _governs(told) else frozenset()


def goes_with(cases: frozenset[str], noun: Word) -> bool:
    """Whether a noun can be the one that a participle in certain cases waits for: «статуэтки», and no «боевика»."""
    shared = cases & noun.cases
    if noun.category not in _NOUNS or not shared:
        return False
    plain = noun.norm == noun.stem or noun.norm.endswith((*_PLURALS, "у", "ю"))
    return plain or shared != {"acc"}


def noun_described(units: Sequence[Unit], words: Sequence[Word], index: int) -> int:
    """The unit of the noun that a participle or adjective stands before, past phrases with prepositions; 0 for none."""
    if not _describes(units, words, index):
        return 0
    told = words[units[index].first]
    behind = index + 1
    while behind < len(units) and (
        _says_more(units[behind]) or (_governs(told) and _argument(units[behind], words, told))
    ):
        behind += 1
    if behind == index + 1 or behind >= len(units) or units[behind].kind != "phrase" or units[behind].conjoined:
        return 0
    unit = units[behind]
    fits = bool(unit.cases & told.cases) and not unit.pronoun and _agrees(unit, words, told)
    return behind if fits and (unit.preposition is None or unit.preposition in _BARE_CASES) else 0


def _depends(unit: Unit) -> bool:
    """Whether a phrase is in a case that tells of no subject or object: «проданные | группировкой | антиквару | …»."""
    return unit.kind == "phrase" and unit.preposition in _BARE_CASES and not unit.conjoined


def _governs(word: Word) -> bool:
    """Whether a participle may have phrases without preposition before its noun: «принадлежавший банде склад»."""
    return word.category == "participle"


def _argument(unit: Unit, words: Sequence[Word], told: Word) -> bool:
    """Whether a phrase behind a participle is no noun that it goes with, but its agent, its object or to whom."""
    if unit.kind != "phrase" or unit.conjoined:
        return False
    active = told.reading is not None and told.reading.voice == "active"
    able = unit.preposition in _BARE_CASES or (active and unit.preposition is None)
    return able and not (unit.cases & told.cases and _agrees(unit, words, told))


def _agrees(unit: Unit, words: Sequence[Word], told: Word) -> bool:
    """Whether a participle goes with the noun of a phrase by number and gender, as far as endings tell."""
    noun = next((w for w in words[unit.first : unit.last] if w.category in ("noun", "title")), None)
    lemma = noun.reading.lemma if noun is not None and noun.reading is not None else ""
    return noun is None or not lemma or noun.norm.endswith("_") or may_agree(told.norm, noun.norm, lemma)


def with_described(units: Sequence[Unit], words: Sequence[Word]) -> tuple[Unit, ...]:
    """The units, what leads and joins the participle told of its noun; an adjective is passed over."""
    told = list(units)
    for index in range(len(units)):
        noun = noun_described(units, words, index)
        if not noun:
            continue
        leading = told[index]
        told[noun] = replace(told[noun], conjoined=leading.conjoined)
        if leading.preposition:
            told[noun] = replace(told[noun], preposition=leading.preposition, lead=leading.lead)
        plain = replace(leading, preposition=None, lead=-1, conjoined=False)
        told[index] = plain if leading.kind == "event" else replace(plain, kind="adverb")
    return tuple(told)


def _says_more(unit: Unit) -> bool:
    return unit.kind == "adverb" or (unit.kind == "phrase" and unit.preposition not in (None, *_BARE_CASES))


def _describes(units: Sequence[Unit], words: Sequence[Word], index: int) -> bool:
    """Whether a unit is a participle or adjective alone that stands before its noun: behind it a comma would stand."""
    unit, word = units[index], words[units[index].first]
    alone = unit.kind == "event" or (unit.kind == "phrase" and unit.last - unit.first == 1)
    telling = word.category in ("participle", "unknown") and adjectival(word.norm) and not unit.pronoun
    return alone and telling and not (index and units[index - 1].kind == "comma")
