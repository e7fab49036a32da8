"""The lexicons of English, French and Russian: closed words by form, the rest by lemma.

Lemmas are simplemma's (Barbaresi, 2021), which covers the inflection of the three languages; what a form is beyond its
lemma (a participle, an infinitive, a verbal noun) is told by its ending.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from kashf.language.closed import words
from kashf.language.lexicon import Category, Reading
from kashf.language.loading import read_table
from kashf.text.folding import fold

__all__ = ["EuropeanLexicon", "european_lexicon"]

_CLOSED: Mapping[str, Category] = {
    "prepositions": "preposition",
    "complementisers": "complementiser",
    "relatives": "relative",
    "connectives": "connective",
    "negators": "negator",
    "particles": "particle",
    "determiners": "demonstrative",
    "quantifiers": "quantifier",
    "pronouns": "pronoun",
    "adverbs": "adverb",
    "auxiliaries": "auxiliary",
    "coordinators": "coordinator",
}
_PARTICIPLES = {
    "en": ("ed",),
    "fr": ("é", "ée", "és", "ées", "i", "ie", "is", "ies", "u", "ue", "us", "ues"),
    "ru": ("н", "на", "но", "ны", "т", "та", "то", "ты", "нный", "нная", "нное", "нные", "нных", "нным", "нной"),
}
_ACTS = {"en": ("ing",), "fr": ("er", "ir", "re", "oir", "ant"), "ru": ("ть", "ти", "ться", "чь")}
_AGENT_ENDINGS = {"fr": (("é", "er"), ("ée", "er"), ("és", "er"), ("ées", "er"))}
LONGEST_WORD = 40
"""Letters; a longer run is no word of a language and is not looked up."""


class EuropeanLexicon:
    """What each form may be. The same questions as `Lexicon` answers, for languages without written clitics."""

    __slots__ = ("_closed", "_language", "_lemmas", "_seen")

    def __init__(self, language: str, lemmas: Mapping[str, tuple[Reading, ...]]) -> None:
        self._language = language
        self._lemmas = lemmas
        self._closed = {
            word: Reading(category, word) for key, category in _CLOSED.items() for word in words(language, "words", key)
        }
        self._seen: dict[str, tuple[Reading, ...]] = {}

    def readings(self, form: str) -> tuple[Reading, ...]:
        """What a folded form may be; empty where it is not known."""
        known = self._seen.get(form)
        if known is None:
            known = self._seen[form] = tuple(self._read(form))
        return known

    def closed(self, key: str) -> frozenset[str]:
        """The words of a list of the language's table of closed words."""
        return words(self._language, "words", key)

    def lemma(self, form: str) -> str:
        """The dictionary form of a folded form; itself where none is known. The owner's «'s» is left off."""
        form = form.removesuffix("'s")
        return _lemma(form, self._language) if len(form) <= LONGEST_WORD else form

    def _read(self, form: str) -> Iterable[Reading]:
        if form in self._closed:
            yield self._closed[form]
            return
        lemma = self.lemma(form)
        for base in dict.fromkeys((lemma, *self._from_participle(lemma))):
            for reading in self._lemmas.get(base, ()):
                yield from self._inflected(form, base, reading)

    def _from_participle(self, lemma: str) -> Iterable[str]:
        return (
            lemma[: -len(ending)] + infinitive
            for ending, infinitive in _AGENT_ENDINGS.get(self._language, ())
            if lemma.endswith(ending)
        )

    def _inflected(self, form: str, lemma: str, reading: Reading) -> Iterable[Reading]:
        if reading.category != "verb":
            if self._language != "en" or form in (lemma, lemma + "'s") or form.endswith(("s", "n", "e")):
                yield reading  # «transferred» is no form of the noun transfer
            return
        if form.endswith(_ACTS[self._language]) and (form != lemma or self._language != "en"):
            yield Reading("verbal_noun", lemma, reading.classes, number="s")
            if self._language == "en":
                return
        passive = form != lemma and (form.endswith(_PARTICIPLES[self._language]) or self._irregular(form, lemma))
        yield Reading(
            "verb", lemma, reading.classes, tense="past" if passive else "present", voice="passive" if passive else None
        )

    def _irregular(self, form: str, lemma: str) -> bool:
        return self._language == "en" and not form.endswith(("s", "ing")) and form != lemma


@cache
def _lemma(form: str, language: str) -> str:
    from simplemma import lemmatize

    return fold(lemmatize(form, lang=language)).text


@cache
def european_lexicon(
    language: str, verbs: tuple[str, ...] = (), names: tuple[tuple[str, str], ...] = ()
) -> EuropeanLexicon:
    """The lexicon of a language, with a domain's verbs (lemmas) and known names of one word added."""
    gathered: dict[str, dict[tuple[str, frozenset[str]], Reading]] = {}

    def add(lemma: str, category: Category, classes: frozenset[str]) -> None:
        entries = gathered.setdefault(lemma, {})
        same = next((key for key in entries if key[0] == category), None)
        joined = classes | (entries.pop(same).classes if same else frozenset())
        entries[(category, joined)] = Reading(category, lemma, joined, number="s")

    for lemma in verbs:
        add(lemma, "verb", frozenset({"evokes"}))
    for category, table, key, classes in _listed(language):
        for lemma in words(language, table, key):
            add(lemma, category, classes)
    for name, kind in names:
        add(fold(name).text, "name", frozenset({kind}))
    return EuropeanLexicon(language, {lemma: tuple(entries.values()) for lemma, entries in gathered.items()})


def _listed(language: str) -> Iterable[tuple[Category, str, str, frozenset[str]]]:
    """Every list of verbs, nouns and titles: what it holds, its table and key, and the classes of its words."""
    for key in _keys(language, "verbs"):
        yield "verb", "verbs", key, frozenset({key} if key != "common" else ())
    for key in ("say", "continue", "relay"):
        yield "verb", "reporting", key, frozenset({key, "say"})
    for key in _keys(language, "nouns"):
        yield "noun", "nouns", key, frozenset({key})
    yield "title", "titles", "heads", frozenset({"title"})


def _keys(language: str, table: str) -> tuple[str, ...]:
    """The lists of a table; none for a language that has no such table yet."""
    has = files("kashf.language").joinpath(language, f"{table}.yaml").is_file()
    return tuple(read_table(language, table)) if has else ()
