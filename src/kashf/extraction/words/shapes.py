"""What the shape of a European word tells where no table lists it: that it is a verb, and in Russian its cases."""

from __future__ import annotations

from collections.abc import Set

from kashf.extraction.words.capitals import in_capitals
from kashf.extraction.words.word import Word
from kashf.language.declension import CASES, cases_of

__all__ = ["cases_within", "finite_in_french", "shaped_as_verb", "without_owning"]

_SHAPES = {
    "en": ("ed",),
    "fr": ("é", "ée", "és", "ées", "eint", "ert", "u", "i", "is", "it"),
    "ru": (
        "ают",
        "яют",
        "уют",
        "ует",
        "ает",
        "яет",
        "ился",
        "илась",
        "ились",
        "ается",
        "аются",
        "яется",
        "яются",
        "уется",
        "уются",
    ),
}
_INFINITIVES = ("ть", "ться", "ти", "тись", "чь", "чься")
_PASTS = ("л", "ла", "ло", "ли", "лся", "лась", "лось", "лись")
"""Of Russian verbs; a dictionary of lemmas knows them where no table does."""
_ADJECTIVES = ("ого", "его", "ому", "ему", "ыми", "ими", "ую", "юю", "ая", "яя", "ое", "ые")
_FAMILY = ("ов", "ев", "ин", "ын")
"""Endings of family names in the nominative, which of common nouns may be other cases."""
_LIVING = frozenset(
    {"people", "persons", "person", "title", "voyager", "fighter", "official", "leading", "hostage", "humans"}
)


def finite_in_french(word: Word) -> bool:
    """Whether a French word is a finite verb by its ending and its dictionary form: « louait », « sillonnent »."""
    inflected = word.norm != word.stem and word.stem.endswith(_FRENCH_INFINITIVES)
    return inflected and word.norm.endswith(_FRENCH_FINITE) and not word.norm.endswith("é")


_FRENCH_INFINITIVES = ("er", "ir", "oir")
_FRENCH_FINITE = ("e", "ent", "ait", "aient", "a", "èrent", "it", "irent", "ira", "iront", "era", "eront")


def shaped_as_verb(word: Word, language: str) -> bool:
    """Whether a word has the ending of a verb; in Russian also where its dictionary form is an infinitive."""
    if word.norm.endswith(_SHAPES.get(language, ())):
        return True
    inflected = language == "ru" and word.norm != word.stem
    return inflected and word.stem.endswith(_INFINITIVES) and word.norm.endswith(_PASTS)


def cases_within(word: Word, text: str, possessives: Set[str]) -> frozenset[str]:
    """The cases that a Russian word can stand in; none for words that have no case."""
    if word.category in ("mark", "number", "preposition", "verb", "adverb"):
        return frozenset()
    if (word.category == "demonstrative" and word.norm in possessives) or in_capitals(text, word.token):
        return CASES  # «его» before a noun; «ИГ», «ООН»
    noun = word.category != "participle" and any(r.category in _NOUNS for r in word.readings)
    noun = noun or _inflected_name(word)
    chosen = word.reading if word.reading is not None and word.reading.category in ("noun", "title") else None
    lemma = chosen.lemma if chosen is not None else word.stem
    cases = cases_of(word.norm, lemma, noun=noun, animate=_lives(word) if noun else None)
    family = not word.readings and text[word.start].isupper() and word.norm.endswith(_FAMILY)
    return cases | {"nom"} if family else cases  # «Амирханов» need be no genitive of many


_NOUNS = ("noun", "verbal_noun", "title")


def _inflected_name(word: Word) -> bool:
    """Whether a word is a name, or of no known kind, in another form than the dictionary's; «ливанского» is none."""
    named = all(reading.category == "name" for reading in word.readings)
    told = bool(word.readings) or not word.norm.endswith(_ADJECTIVES)
    return word.stem != word.norm and told and named and not word.stem.endswith(("ый", "ий", "ой"))


def _lives(word: Word) -> bool | None:
    """Whether a noun names somebody or something; None where it may be either, or no table lists it."""
    named = [r for r in word.readings if r.category in ("noun", "title")]
    told = [r for r in named if r.classes or r.category == "title"]
    living = {r.category == "title" or not r.classes.isdisjoint(_LIVING) for r in told}
    return living.pop() if len(living) == 1 else None


SHORTEST_OWNERS = 3
"""Characters of «s'» with its word; the French «s'» alone is none."""


def without_owning(norm: str) -> str:
    """A token without «'s» and «s'», which as a token of its own is a helping verb («she's»)."""
    plural = norm.endswith("s'") and len(norm) > SHORTEST_OWNERS
    return norm.removesuffix("'") if plural else norm.removesuffix("'s") or norm
