"""The written forms of an Arabic verb, from its past and present stems.

News Arabic leaves vowels unwritten, so one form may be past or passive, he or you; only what the letters tell is told.
Forms are spelled folded (`kashf.text.fold`): ى and ي are one letter, and so are all alefs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from kashf.text.folding import fold

__all__ = ["Tense", "Verb", "VerbForm", "noun_forms", "participles", "verb_forms", "verbal_noun_forms"]

Tense = Literal["past", "present"]

_PAST = (
    ("", "3sm"),
    ("ت", "3sf"),
    ("وا", "3pm"),
    ("و", "3pm"),
    ("ا", "3dm"),
    ("تا", "3df"),
    ("ن", "3pf"),
    ("نا", "1p"),
)
_PAST_SHORT = (("ت", "1s"), ("نا", "1p"), ("تم", "2p"), ("ن", "3pf"))
_PAST_DEFECTIVE = (("ت", "3sf"), ("وا", "3pm"), ("و", "3pm"), ("تا", "3df"), ("ينا", "1p"), ("يت", "1s"), ("يا", "3dm"))
_PRESENT_PREFIXES = (("ي", "3sm"), ("ت", "3sf"), ("ن", "1p"), ("ا", "1s"))
_PRESENT_SUFFIXES = (("ون", "p"), ("وا", "p"), ("ان", "d"), ("ا", "d"), ("ن", "p"), ("و", "p"))
_WEAK = "ايو"
_SAME_IN_ACTIVE = frozenset({"زيل", "ريد", "نيل"})
"""Presents whose passive is written like the active of a commoner verb («لا يزال»)."""
SHORTEST_JUSSIVE = 3
"""Letters of a weak verb's shortened present («لم يشتر»); shorter ones are forms of other verbs («ترد» is from رد)."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb's stems, folded: past and present of «he», the short stem of hollow and doubled verbs, verbal nouns.

    `hamza` says that the past ends in أ, which folding makes look like a weak ending (بدأ, لجأ) and which is none.
    """

    past: str
    present: str
    short: str | None = None
    nouns: tuple[str, ...] = ()
    hamza: bool = False

    @staticmethod
    @cache
    def parse(entry: str) -> Verb:
        """The verb of a table's line: «past present», «past present short», with «| noun noun» behind.

        Raises ValueError where the line has neither two nor three stems.
        """
        stems, _, nouns = fold(entry).text.partition("|")
        parts = stems.split()
        if len(parts) not in (2, 3):
            raise ValueError(f"{entry!r} needs a past and a present stem, as in «نقل ينقل | نقل».")
        hamza = entry.split()[0].rstrip("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652").endswith("أ")
        return Verb(parts[0], parts[1], parts[2] if len(parts) == 3 else None, tuple(nouns.split()), hamza)


class VerbForm(NamedTuple):
    """One written form: its letters, tense, and person (1, 2, 3), number (s, d, p) and gender (m, f) where told.

    A tuple, because tens of thousands are made when the lexicon is.
    """

    form: str
    tense: Tense
    person: str
    passive: bool = False


def verb_forms(verb: Verb) -> Iterator[VerbForm]:
    """All written forms of a verb, without object endings; those that only the passive has are told as such."""
    yield from (VerbForm(form, "past", person) for form, person in _past(verb))
    yield from (VerbForm(form, "present", person) for form, person in _present(verb))
    yield from _passive(verb)


def _passive(verb: Verb) -> Iterator[VerbForm]:
    """The passives that letters tell: «أضيفت» and «يضاف» of hollow verbs, «ألقيت» of those that end in ى."""
    past, present = verb.past, verb.present
    if len(past) > len("قال") and past[0] == "ا" and past[-2] == "ا" and present[-2] in "يا":
        stem = past[:-2] + "ي" + past[-1]
        yield from (VerbForm(stem + ending, "past", person, passive=True) for ending, person in _PAST[:6])
        if present[-2] == "ي" and present[1:] not in _SAME_IN_ACTIVE:
            body = present[1:-2] + "ا" + present[-1]
            yield VerbForm("ي" + body, "present", "3sm", passive=True)
            yield VerbForm("ت" + body, "present", "3sf", passive=True)
            yield VerbForm("ي" + body + "ون", "present", "3pm", passive=True)
    elif past[-1] == "ي" and len(past) > len("يل") and not verb.hamza:
        yield VerbForm(past + "ت", "past", "3sf", passive=True)


def _past(verb: Verb) -> Iterator[tuple[str, str]]:
    past = verb.past
    if verb.hamza:
        yield past[:-1] + "ءوا", "3pm"
    elif past[-1] in _WEAK and len(past) > 2:
        yield past, "3sm"
        yield past[:-1] + "ا", "3sm"
        yield from ((past[:-1] + ending, person) for ending, person in _PAST_DEFECTIVE)
        return
    yield from ((past + ending, person) for ending, person in _PAST)
    if verb.short:
        yield from ((verb.short + ending, person) for ending, person in _PAST_SHORT)


def _present(verb: Verb) -> Iterator[tuple[str, str]]:
    body = verb.present[1:]
    stem = body[:-1] if body[-1] in _WEAK and not verb.hamza else body
    for prefix, person in _PRESENT_PREFIXES:
        yield prefix + body, person
        if stem != body and len(stem) >= SHORTEST_JUSSIVE:
            yield prefix + stem, person
        if prefix in "يت":
            yield from ((prefix + stem + ending, "3" + number + person[-1]) for ending, number in _PRESENT_SUFFIXES)
    if verb.short and len(verb.short) >= 2:
        short = body.replace(body[-2], "", 1) if len(body) >= 3 and body[-2] in _WEAK else body
        yield from ((prefix + short, person) for prefix, person in _PRESENT_PREFIXES[:2] if short != body)


def verbal_noun_forms(noun: str) -> tuple[str, str]:
    """A verbal noun, folded, and its form before an ending or in the accusative (سيطرته, نقلا)."""
    return (noun, noun[:-1] + "ت") if noun.endswith("ه") else (noun, noun + "ا")


def participles(verb: Verb) -> Iterator[tuple[str, Literal["active", "passive"]]]:
    """The participles by the regular patterns: فاعل and مفعول of plain verbs, مـ before the present stem of the rest.

    Where one written form is both (مُحوِّل, مُحوَّل), it is given as both.
    """
    past, body = verb.past, verb.present[1:]
    if len(past) == 3:
        first, middle, last = tuple(past)
        if middle == "ا":
            yield first + "اء" + last, "active"
        elif last in _WEAK:
            yield first + "ا" + middle + "ي", "active"
        else:
            yield first + "ا" + middle + last, "active"
            yield "م" + first + middle + "و" + last, "passive"
    else:
        yield "م" + body, "active"
        yield "م" + body, "passive"


def noun_forms(entry: str) -> Iterator[tuple[str, str]]:
    """The written forms of a noun entry, with their number (s, d, p); the first is the singular.

    «مسلح/ون» has the sound masculine plural and its feminine, «شركة/ات» the sound feminine plural; other plurals stand
    beside the singular. Duals are made of the singular, and the shortened forms that stand before a genitive too.
    """
    first, *others = fold(entry).text.split()
    singular, _, plural = first.partition("/")
    base = singular[:-1] if singular.endswith("ه") else singular
    yield singular, "s"
    if singular.endswith("ه"):
        yield base + "ت", "s"
    else:
        yield singular + "ا", "s"
    yield from _dual(base + "ت" if singular.endswith("ه") else singular)
    if plural == "ات":
        yield base + "ات", "p"
    elif plural == "ون":
        yield from ((singular + ending, "p") for ending in ("ون", "ين", "و", "ي", "ات"))
        yield singular + "ه", "s"
    for form in others:
        yield form, "p"
        if not form.endswith(("ه", "ات", "ين", "ون", "اء", "ا", "ي")):
            yield form + "ا", "p"


def _dual(base: str) -> Iterator[tuple[str, str]]:
    yield from ((base + ending, "d") for ending in ("ان", "ين", "ي"))
