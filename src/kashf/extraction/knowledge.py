"""What the stages know of a language: its lexicon, the verbs' frames, the known names, the fixed phrases."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from kashf.domain import Body, known_bodies, known_places, naming
from kashf.domain.predicates import Predicate, default_marks, predicates
from kashf.extraction.phrasebook import Phrasebook, phrasebook
from kashf.extraction.words.european_tokens import european_tokens
from kashf.language.arabic import VerbEntry, WordsAndNames, arabic_lexicon
from kashf.language.closed import words
from kashf.language.conjugation import Verb, verbal_noun_forms
from kashf.language.declension import place_stem
from kashf.language.european import EuropeanLexicon, european_lexicon
from kashf.language.lexicon import Lexicon
from kashf.text.clitics import Splitter
from kashf.text.folding import fold
from kashf.text.tokens import tokenise

__all__ = ["STEM", "Knowledge", "KnownName", "bare", "knowledge_of", "respelled", "without_apostrophe"]

KnownName = tuple[tuple[str, ...], bool, Body]
"""A name's bare words, whether it is written with an article (in Arabic) or in small letters, and what it names."""
STEM = "~"
"""What marks a word of a Russian place's name without its ending, which the name in any case is found by."""
SHORTEST_STEM = 4
"""Letters of such a stem: «Лива» is no Libya."""
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_NAME_CLASSES = {"group": "hostile", "organisation": "organisation", "place": "place"}


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything looked up while a report is analysed.

    `frames` are the predicates by the lemma of their verb, `act_frames` by the forms of their verbal nouns,
    `noun_frames` by the words that evoke them without one;
    `names` the known names by their first bare word and their second ("" where they have none).
    """

    language: str
    lexicon: Lexicon | EuropeanLexicon
    book: Phrasebook
    marks: Mapping[str, tuple[str, ...]]
    frames: Mapping[str, tuple[Predicate, ...]]
    act_frames: Mapping[str, tuple[Predicate, ...]]
    noun_frames: Mapping[str, tuple[Predicate, ...]]
    names: Mapping[str, Mapping[str, tuple[KnownName, ...]]]
    splitter: Splitter | None = None

    def closed(self, table: str, *keys: str) -> frozenset[str]:
        """The words of some lists of the language's tables."""
        return words(self.language, table, *keys)


def bare(word: str) -> str:
    """A folded word without its article, as names are compared."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


@cache
def knowledge_of(language: str) -> Knowledge:
    """What is known for a language; made once. A language without tables is known by its names alone."""
    return _arabic() if language == "ar" else _european(language)


def _arabic() -> Knowledge:
    known = predicates("ar")
    bodies = (*known_bodies(), *known_places())
    lexicon = arabic_lexicon(_verbs(known), _named(bodies, "ar"))
    return Knowledge(
        language="ar",
        lexicon=lexicon,
        book=phrasebook("ar"),
        marks=default_marks("ar"),
        frames=_by_lemma(known, lambda line: Verb.parse(line).past),
        act_frames=_by_act(known),
        noun_frames=_by_noun(known),
        names=_by_first_words(bodies, "ar"),
        splitter=Splitter(WordsAndNames(lexicon)),
    )


def _european(language: str) -> Knowledge:
    known = predicates(language)
    bodies = (*known_bodies(), *known_places())
    verbs = tuple(fold(lemma).text for predicate in known for lemma in predicate.verbs)
    frames = _by_lemma(known, lambda lemma: fold(lemma).text)
    nouns = tuple(noun for predicate in known for noun in predicate.nouns) if language != "en" else ()
    return Knowledge(
        language=language,
        lexicon=european_lexicon(language, verbs, tuple(_named(bodies, language)), nouns),
        book=phrasebook(language),
        marks=default_marks(language),
        frames=frames,
        act_frames=frames,
        noun_frames=_by_noun(known),
        names=_by_first_words(bodies, language),
    )


def _verbs(known: Iterable[Predicate]) -> Iterable[VerbEntry]:
    return [(line, frozenset({"evokes"})) for predicate in known for line in predicate.verbs]


def _named(bodies: Iterable[Body], language: str) -> Iterable[tuple[str, str]]:
    """Names of one word, for the lexicon: the parts of longer names are common words of other categories."""
    for body in bodies:
        for name in body.names.get(language, ()):
            if " " not in name:
                yield name, _NAME_CLASSES[body.kind]


def _by_lemma(known: Iterable[Predicate], lemma: Callable[[str], str]) -> Mapping[str, tuple[Predicate, ...]]:
    found: dict[str, list[Predicate]] = {}
    for predicate in known:
        for line in predicate.verbs:
            found.setdefault(lemma(line), []).append(predicate)
    return {lemma: tuple(entries) for lemma, entries in found.items()}


def _by_act(known: Iterable[Predicate]) -> Mapping[str, tuple[Predicate, ...]]:
    """By the forms of the verbal nouns: هروب is flight and تهريب smuggling, though both verbs are written هرب."""
    found: dict[str, list[Predicate]] = {}
    for predicate in known:
        for line in predicate.verbs:
            for noun in Verb.parse(line).nouns:
                for form in verbal_noun_forms(noun):
                    found.setdefault(form, []).append(predicate)
    return {form: tuple(entries) for form, entries in found.items()}


def _by_noun(known: Iterable[Predicate]) -> Mapping[str, tuple[Predicate, ...]]:
    found: dict[str, list[Predicate]] = {}
    for predicate in known:
        for noun in predicate.nouns:
            found.setdefault(bare(noun), []).append(predicate)
    return {noun: tuple(entries) for noun, entries in found.items()}


def _by_first_words(bodies: Iterable[Body], language: str) -> Mapping[str, Mapping[str, tuple[KnownName, ...]]]:
    found: dict[str, list[KnownName]] = {}
    stems: dict[tuple[str, ...], dict[str, Body]] = {}
    for body in bodies:
        for name in body.names.get(language, ()):
            told = fold(name).text.split()[-1].startswith("ال") if language == "ar" else name.islower()
            for parts in _readings(name, language):
                found.setdefault(parts[0], []).append((parts, told, body))
                if language == "ru":
                    stems.setdefault(tuple(map(_stemmed, parts)), {})[body.key] = body
    for parts, named in stems.items():
        if len(named) == 1 and parts[0].startswith(STEM):  # the stem of Niger is that of Nigeria too
            found.setdefault(parts[0], []).append((parts, False, next(iter(named.values()))))
    return {first: _by_second_word(names) for first, names in found.items()}


def respelled(word: str) -> str:
    """A bare word in the one of its spellings that names are compared in: «أمريكية» is «أميركية»."""
    known = naming()
    if not word.startswith(known.respelled):
        return word
    return next(new + word[len(old) :] for old, new in known.spellings if word.startswith(old))


def without_apostrophe(word: str) -> str:
    """A word without the apostrophes within it, as names in Latin letters are compared: «Kata'ib» is «Kataib»."""
    return _APOSTROPHE.sub("", word) if "'" in word else word


def _readings(name: str, language: str) -> set[tuple[str, ...]]:
    """The bare words of a name; of one with hyphens also as a text's are read, in which «Lashkar-e-Taiba» is two words
    and «lashkar-e-taiba» one."""
    folded = fold(name).text.replace("-", " ")
    folded = folded.replace("'", "' ") if language == "fr" else folded  # «d'» is a word of its own
    read = {tuple(respelled(bare(word)) for word in folded.split())}
    if language != "ar" and "-" in name:
        for written in (name, name.lower()):
            tokens = european_tokens(written, tokenise(fold(written)), language)
            read.add(tuple(bare(token.norm) for token in tokens if token.kind == "word"))
    plain = {tuple(map(without_apostrophe, parts)) for parts in read} if language != "ar" else set()
    return {parts for parts in read | plain if parts}


def _stemmed(part: str) -> str:
    """The stem of a Russian word, marked as one; a word that is too short stays as it is: «ООН», «Ирак»."""
    stem = place_stem(part)
    return STEM + stem if len(stem) >= SHORTEST_STEM else part


def _by_second_word(names: Iterable[KnownName]) -> Mapping[str, tuple[KnownName, ...]]:
    found: dict[str, list[KnownName]] = {}
    for name in sorted(names, key=lambda entry: -len(entry[0])):
        found.setdefault(name[0][1] if len(name[0]) > 1 else "", []).append(name)
    return {second: tuple(named) for second, named in found.items()}
