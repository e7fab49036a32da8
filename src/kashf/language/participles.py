"""Participles and acts by rule: the forms of a listed verb that a dictionary of lemmas often leaves out.

A lemmatiser gives «détourné» and «поставлявшие» back as they are. The verbs that the tables list are few, so their
participles are made instead, generously: a form that nobody writes does no harm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

__all__ = ["Form", "made_forms", "russian_participle_stem"]

FormKind = Literal["passive", "short", "active", "act", "finite"]


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a verb: the passive (or past) participle, its short form, the active one, the act
    (gerund, infinitive), or a finite form that is a noun too."""

    lemma: str
    kind: FormKind


_VOWELS = "aeiou"
_FRENCH_PAST: tuple[tuple[str, str], ...] = (
    ("prendre", "pris"), ("mettre", "mis"), ("crire", "crit"), ("duire", "duit"), ("truire", "truit"),
    ("venir", "venu"),
    ("tenir", "tenu"), ("cevoir", "çu"), ("ouvrir", "ouvert"), ("offrir", "offert"), ("quérir", "quis"),
    ("traindre", "traint"), ("teindre", "teint"), ("courir", "couru"), ("clure", "clus"), ("faire", "fait"),
    ("dire", "dit"), ("voir", "vu"), ("battre", "battu"), ("mourir", "mort"), ("joindre", "joint"), ("vivre", "vécu"),
    ("lire", "lu"), ("suivre", "suivi"), ("er", "é"), ("ir", "i"), ("re", "u"),
)  # fmt: skip
_RUSSIAN_MUTATIONS: tuple[tuple[str, str], ...] = (
    ("ст", "щ"), ("д", "ж"), ("д", "жд"), ("з", "ж"), ("с", "ш"), ("т", "ч"), ("т", "щ"), ("п", "пл"), ("б", "бл"),
    ("в", "вл"), ("м", "мл"), ("ф", "фл"),
)  # fmt: skip
_LONG_ENDINGS = re.compile(r"(?:ый|ий|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ым|им|ом|ем|ой|ей|ую|юю|ых|их|ыми|ими)$")


def made_forms(verb: str, language: str) -> Iterator[tuple[str, Form]]:
    """The forms of a verb with what each is; Russian participles by their stem (see `russian_participle_stem`)."""
    yield from {"en": _english, "fr": _french, "ru": _russian}[language](verb)


def russian_participle_stem(form: str) -> Iterator[tuple[str, bool]]:
    """The stems a folded form may have as a participle, each with whether it is the short form (изъят, изъяты)."""
    plain = form.removesuffix("ся")
    match = _LONG_ENDINGS.search(plain)
    if match:
        yield plain[: match.start()], False
    for ending in ("", "а", "о", "ы"):
        if form.endswith(ending):
            yield form[: len(form) - len(ending)], True


def _english(verb: str) -> Iterator[tuple[str, Form]]:
    stem = verb[:-1] if verb.endswith("e") else verb
    past = stem[:-1] + "i" if stem.endswith("y") and stem[-2] not in _VOWELS else stem
    double = verb + verb[-1] if len(verb) > 2 and verb[-1] not in "aeiouwxy" and verb[-2] in _VOWELS else ""
    double = verb + "k" if verb.endswith("c") else double
    for base in filter(None, (past, double)):
        yield base + "ed", Form(verb, "passive")
    for base in filter(None, (stem, double)):
        yield base + "ing", Form(verb, "act")


def _french(verb: str) -> Iterator[tuple[str, Form]]:
    ending, past = next(((e, p) for e, p in _FRENCH_PAST if verb.endswith(e)), ("", ""))
    base = verb[: len(verb) - len(ending)] + past
    for form in (base, base + "e", base + "s", base + "es"):
        yield form.replace("ss", "s") if past.endswith("s") else form, Form(verb, "passive")
    yield verb, Form(verb, "act")
    if verb.endswith("er"):
        yield from ((verb[:-2] + end, Form(verb, "finite")) for end in ("e", "ent"))  # «contrôle» is a noun too
    for participle in _french_present(verb):
        yield participle, Form(verb, "act")


def _french_present(verb: str) -> Iterator[str]:
    if verb.endswith("er"):
        stem = verb[:-2]
        yield (stem[:-1] + "ç" if stem.endswith("c") else stem + "e" if stem.endswith("g") else stem) + "ant"
    elif verb.endswith("ir"):
        yield verb[:-2] + "issant"
        yield verb[:-2] + "ant"
    elif verb.endswith("re"):
        yield verb[:-2] + "ant"


def _russian(verb: str) -> Iterator[tuple[str, Form]]:
    reflexive = verb.endswith("ся")
    base = verb.removesuffix("ся")
    yield verb, Form(verb, "act")
    if base.endswith("ть"):
        stem = base[:-2]
        yield from ((stem + ending, Form(verb, "act")) for ending in ("в", "вши", "вшись"))
        yield stem + "вш", Form(verb, "active")
    elif base.endswith("ти"):
        yield base[:-2] + "ш", Form(verb, "active")
    if not reflexive:
        for short, long in _russian_passive(base):
            yield short, Form(verb, "short")
            yield long, Form(verb, "passive")
    yield from ((stem, Form(verb, "active")) for stem in _russian_present(base))
    yield from ((form, Form(verb, "act")) for form in _russian_gerund(base, reflexive))


def _russian_passive(verb: str) -> Iterator[tuple[str, str]]:
    """The stems of the short and the long form."""
    stem = verb[:-2]
    if verb.endswith("сть"):
        yield from ((base + "ен", base + "енн") for base in (stem[:-1] + "д", stem[:-1] + "т"))
    elif verb.endswith(("ать", "ять", "еть")):
        yield stem + "н", stem + "нн"
        if verb.endswith("ять"):
            yield stem + "т", stem + "т"
    elif verb.endswith("ить"):
        for base in (stem[:-1], *(stem[: -1 - len(a)] + b for a, b in _RUSSIAN_MUTATIONS if stem[:-1].endswith(a))):
            yield base + "ен", base + "енн"
        if verb.endswith(("бить", "лить", "вить", "шить")):
            yield stem + "т", stem + "т"
    elif verb.endswith(("ыть", "нуть", "оть", "уть")):
        yield stem + "т", stem + "т"
    elif verb.endswith("ти"):
        for base in (stem, *(stem[:-1] + letter for letter in "дтс" if stem.endswith("с"))):
            yield base + "ен", base + "енн"


def _russian_present(verb: str) -> Iterator[str]:
    stem = verb[:-2]
    if verb.endswith("овать"):
        yield from (verb[:-5] + "ующ", verb[:-5] + "уем")
    elif verb.endswith(("ать", "ять")):
        yield from (stem + "ющ", stem + "ем", stem[:-1] + "ащ", stem[:-1] + "ящ")
    elif verb.endswith("ить"):
        yield from (stem[:-1] + "ящ", stem[:-1] + "ащ")


def _russian_gerund(verb: str, reflexive: bool) -> Iterator[str]:
    stem = verb[:-2]
    made = {"овать": verb[:-5] + "уя", "ать": stem + "я", "ять": stem + "я", "ить": stem[:-1] + "я"}
    form = next((form for ending, form in made.items() if verb.endswith(ending)), None)
    if form:
        yield form[:-1] + "ясь" if reflexive else form
