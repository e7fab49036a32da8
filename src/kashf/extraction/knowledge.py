"""What the Arabic stages know: the lexicon of the language and the subject, the verbs' frames, the known names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from kashf.domain import Body, known_bodies, known_places
from kashf.domain.predicates import Predicate, predicates
from kashf.language.arabic import VerbEntry, arabic_lexicon
from kashf.language.conjugation import Verb, verbal_noun_forms
from kashf.language.lexicon import Lexicon
from kashf.text.clitics import Splitter
from kashf.text.folding import fold

__all__ = ["Knowledge", "arabic_knowledge", "bare"]

KnownName = tuple[tuple[str, ...], bool, Body]
"""A name's bare words, whether it is written with an article, and what it names."""
_NAME_CLASSES = {"group": "hostile", "organisation": "organisation", "place": "place"}


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything looked up while a report is analysed.

    `frames` are the predicates by the lemma of their verb, `act_frames` by the forms of their verbal nouns, `noun_frames` by the words that evoke them without one;
    `names` the known names by their first bare word.
    """

    lexicon: Lexicon
    splitter: Splitter
    frames: Mapping[str, tuple[Predicate, ...]]
    act_frames: Mapping[str, tuple[Predicate, ...]]
    noun_frames: Mapping[str, tuple[Predicate, ...]]
    names: Mapping[str, tuple[KnownName, ...]]


def bare(word: str) -> str:
    """A folded word without its article, as names are compared."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


@cache
def arabic_knowledge() -> Knowledge:
    """What is known for Arabic; made once."""
    known = predicates("ar")
    bodies = (*known_bodies(), *known_places())
    lexicon = arabic_lexicon(_verbs(known), _named(bodies))
    return Knowledge(
        lexicon=lexicon,
        splitter=Splitter(lexicon),
        frames=_by_lemma(known),
        act_frames=_by_act(known),
        noun_frames=_by_noun(known),
        names=_by_first_word(bodies),
    )


def _verbs(known: Iterable[Predicate]) -> Iterable[VerbEntry]:
    return [(line, frozenset({"evokes"})) for predicate in known for line in predicate.verbs]


def _named(bodies: Iterable[Body]) -> Iterable[tuple[str, str]]:
    """Names of one word, for the lexicon: the parts of longer names are common words of other categories."""
    for body in bodies:
        for name in body.names.get("ar", ()):
            if " " not in name:
                yield name, _NAME_CLASSES[body.kind]


def _by_lemma(known: Iterable[Predicate]) -> Mapping[str, tuple[Predicate, ...]]:
    found: dict[str, list[Predicate]] = {}
    for predicate in known:
        for line in predicate.verbs:
            found.setdefault(Verb.parse(line).past, []).append(predicate)
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


def _by_first_word(bodies: Iterable[Body]) -> Mapping[str, tuple[KnownName, ...]]:
    found: dict[str, list[KnownName]] = {}
    for body in bodies:
        for name in body.names.get("ar", ()):
            folded = fold(name).text.replace("-", " ")
            parts = tuple(bare(word) for word in folded.split())
            found.setdefault(parts[0], []).append((parts, folded.startswith("ال"), body))
    return {first: tuple(sorted(names, key=lambda entry: -len(entry[0]))) for first, names in found.items()}
