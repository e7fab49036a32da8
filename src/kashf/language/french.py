"""French verbs by rule: their participles and finite forms, made of the infinitive by its ending.

A dictionary of lemmas gives many forms that are nouns too as the noun («part», «sort»), and does not know what slang
and trade papers write («rackettait»). The verbs that the tables list are few, so their forms are made instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from kashf.language.closed import spelled
from kashf.language.loading import read_table

__all__ = ["infinitives_of", "past_participles", "present_forms", "present_participles"]

_OPEN_VOWEL = re.compile(r"[eé](?=[bcdfgjklmnpqrstvxz]+$)")
"""The vowel of a stem that is written è before a mute ending: achèt-e, récupèr-e."""


def past_participles(verb: str) -> Iterator[str]:
    """The four forms of an infinitive's past participle: saisi, saisie, saisis, saisies."""
    past = _by_ending(verb, "past")
    irregular = _by_ending(verb, "feminine")
    yield past
    yield past if past.endswith("s") else past + "s"
    feminine = irregular or past + "e"
    yield from (feminine, feminine + "s")


def present_participles(verb: str) -> Iterator[str]:
    """What it may have for its present participle: versant, blanchissant, vendant."""
    if verb.endswith("er"):
        stem = verb[:-2]
        yield (stem[:-1] + "ç" if stem.endswith("c") else stem + "e" if stem.endswith("g") else stem) + "ant"
    elif verb.endswith("ir"):
        yield verb[:-2] + "issant"
        yield verb[:-2] + "ant"
    elif verb.endswith("re"):
        yield verb[:-2] + "ant"


def present_forms(verb: str) -> Iterator[str]:
    """The third persons of the present, but for those written like the participle («produit»)."""
    ending = next((each for each in _table("present") if verb.endswith(each)), "")
    stem, past = verb.removesuffix(ending), _by_ending(verb, "past")
    for changed in dict.fromkeys((stem, _OPEN_VOWEL.sub("è", stem) if ending == "er" else stem)):
        for new in _table("present").get(ending, "").split():
            if changed + new != past:
                yield changed + new


def infinitives_of(form: str) -> Iterator[str]:
    """The infinitives in -er that a form may be of by its ending, the longest ending first."""
    for ending in _finite_endings():
        if form.endswith(ending) and len(form) > len(ending) + 1:
            stem = form.removesuffix(ending)
            yield stem + "er"
            if ending[0] in "ao":
                yield (stem[:-1] + "c" if stem.endswith("ç") else stem.removesuffix("e")) + "er"


def _by_ending(verb: str, key: str) -> str:
    """A verb with its ending changed as a table says; empty where none of its endings fits."""
    ending = next((each for each in _table(key) if verb.endswith(each)), None)
    return "" if ending is None else verb.removesuffix(ending) + _table(key)[ending]


def _table(key: str) -> Mapping[str, str]:
    table: Mapping[str, str] = read_table("fr", "conjugation")[key]
    return table


@cache
def _finite_endings() -> tuple[str, ...]:
    return tuple(sorted(spelled(read_table("fr", "conjugation")["finite"]), key=lambda ending: -len(ending)))
