"""Participles and acts by rule: the forms of a listed verb that a dictionary of lemmas often leaves out.

A lemmatiser gives «détourné» and «поставлявшие» back as they are. The verbs that the tables list are few, so their
participles are made instead, generously: a form that nobody writes does no harm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kashf.language.french import past_participles, present_forms, present_participles

__all__ = ["Form", "made_forms", "russian_participle_stem"]

FormKind = Literal["passive", "short", "active", "act", "finite"]


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a verb: the passive (or past) participle, its short form, the active one, the act
    (gerund, infinitive), or a finite form that is a noun too."""

    lemma: str
    kind: FormKind


_VOWELS = "aeiou"
_RUSSIAN_MUTATIONS: tuple[tuple[str, str], ...] = (
    ("ст", "щ"), ("д", "ж"), ("д", "жд"), ("з", "ж"), ("с", "ш"), ("т", "ч"), ("т", "щ"), ("п", "пл"), ("б", "бл"),
    ("в", "вл"), ("м", "мл"), ("ф", "фл"),
)  # fmt: skip
_ONE_SYLLABLE = re.compile(r"(?:у|за|до|под|об|раз|рас|по|про|при|пере|с|со|из|ис|на|о|от|в|вы|вз)?[бпвлш]ить")
_LONG_ENDINGS = re.compile(r"(?:ый|ий|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ым|им|ом|ем|ой|ей|ую|юю|ых|их|ыми|ими)$")


def made_forms(verb: str, language: str) -> Iterator[tuple[str, Form]]:
    """The forms of a verb with what each is; Russian participles by their stem (see `russian_participle_stem`)."""
    yield from {"en": _english, "fr": _french, "ru": _russian}[language](verb)


def russian_participle_stem(form: str) -> Iterator[tuple[str, bool]]:
    """The stems a folded form may have as a participle, each with whether it is the short form (изъят, изъяты)."""
    plain = form.removesuffix("ся")
    match = _LONG_ENDINGS.search(plain)
    if match and not (plain[match.start() - 1 : match.start()] in "нт" and match.group()[0] in "иеяю"):
        yield plain[: match.start()], False  # «изъятые», but «изъятие» is the act
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
    yield from ((form, Form(verb, "passive")) for form in past_participles(verb))
    yield verb, Form(verb, "act")
    yield from ((form, Form(verb, "finite")) for form in present_forms(verb))  # «contrôle» is a noun too
    yield from ((form, Form(verb, "act")) for form in present_participles(verb))


def _russian(verb: str) -> Iterator[tuple[str, Form]]:
    reflexive = verb.endswith("ся")
    base = verb.removesuffix("ся")
    yield verb, Form(verb, "act")
    if base.endswith("ть"):
        stem = base[:-2]
        yield from ((stem + ending, Form(verb, "act")) for ending in ("в", "вши", "вшись"))
        yield stem + "вш", Form(verb, "active")
    elif base.endswith("йти"):
        yield base[:-3] + "шедш", Form(verb, "active")  # «ушедший»
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
    if verb.endswith("йти"):
        yield stem + "ден", stem + "денн"  # «найденный»
    if verb.endswith("сть"):
        yield from ((base + "ен", base + "енн") for base in (stem[:-1] + "д", stem[:-1] + "т"))
    elif verb.endswith(("ать", "ять", "еть")):
        yield stem + "н", stem + "нн"
        if verb.endswith("ять"):
            yield stem + "т", stem + "т"
    elif verb.endswith("ить"):
        for base in (stem[:-1], *(stem[: -1 - len(a)] + b for a, b in _RUSSIAN_MUTATIONS if stem[:-1].endswith(a))):
            yield base + "ен", base + "енн"
        if _ONE_SYLLABLE.fullmatch(verb):  # «убит», but «готовит» is no participle
            yield stem + "т", stem + "т"
    elif verb.endswith(("ыть", "нуть", "оть", "уть")):
        yield stem + "т", stem + "т"
    elif verb.endswith("чь"):
        yield verb[:-1] + "ен", verb[:-1] + "енн"
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
