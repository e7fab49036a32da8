"""Names taken apart: their parts as they are compared, what each may stand for, and how much it tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Literal

from kashf.domain import NameWords, body_named, name_tokens, naming, organisation_words, person_words, place_named
from kashf.names.readings import readings
from kashf.names.sounds import outlines, script, sounds

__all__ = ["NameKind", "Part", "TakenApart", "alternatives", "joined", "kind_of", "part_of", "take_apart"]

NameKind = Literal["person", "organisation"]
"""How a name is taken apart. Groups, firms, places and vessels are compared as organisations are."""

WEIGHTS = {
    "name": 1.0,
    "frequent": 0.5,
    "known": 0.8,
    "titles": 0.1,
    "initial": 0.25,
    "number": 0.8,
    "form": 0.05,
    "kind": 0.3,
    "trade": 0.45,
    "quality": 0.45,
    "people": 0.6,
    "thing": 0.7,
    "place": 0.6,
}
"""How much a part tells about whose name it is, by class: one that no table knows tells most."""

LEAST_ACRONYM, MOST_ACRONYM = 3, 6
LEAST_GLUED = 6
LEAST_HALF = 3
CACHED_NAMES = 65_536

_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])|(?<=[a-z]{2}[A-Z])(?=[A-Z]{2,}$)")
_ACRONYM = re.compile(r"\(\s*([A-Z][a-z0-9&.-]?[A-Z][A-Za-z0-9&.-]{0,7})\s*\)")
_COMMA = re.compile(r"^([^,،]+)[,]\s*([^,،]+)$")
_BODIES_ONLY = frozenset({"form", "kind", "trade"})
_STROKE = re.compile(r"\s/\s|\s[|]\s")
_ROMAN = re.compile(r"^(?=[ivx]{1,5}$)x{0,2}(?:ix|iv|v?i{0,3})$")
_ABD_LATIN = re.compile(r"^abd(?:[aeiou]{1,2}l|[aeiou]{1,2}(?=([bcdfgjkmnpqrstvwxz])\1))?-?(?=\w{4})")
_ABD_DOUBLED = re.compile(r"^abd([b-df-hj-np-tv-xz])\1(?=\w{3})")
_ABU_ARTICLE = re.compile(r"^(ابو)ال(?=\w{3})|^(abu)l-?(?=\w{4})")
_ABD_CYRILLIC = re.compile(r"^абд(?:[аеуэ]л?ь?)?(?=\w{4})")
_ABD_ARABIC = re.compile(r"^عبدال(?=\w{3})")
_GOD = re.compile(r"(?<=\w)الله$")
_ABU = {"ابي": "ابو", "ابا": "ابو", "abou": "abu", "abo": "abu", "abi": "abu", "ebu": "abu"}
_ABD = "abd"
_ABD_SPELLINGS = ("عبد", _ABD, "абд")
_SERVANT = "servant-of-"
_LEADS = ("وال", "بال", "لل", "ال", "و", "ب", "ل")


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One part of a name. There is one value for each part and kind, so that it is compared by identity, which is fast.

    `text` is folded; `group` the class of the tables it belongs to, or `name`, `initial`, `number`; `meanings` what the
    tables know it for; `heard` its sounds in every reading; `skeletons` its coarse consonants, the plain reading's
    first; `weight` 0 to 1.
    """

    text: str
    kind: NameKind
    group: str
    meanings: frozenset[str]
    heard: tuple[str, ...]
    skeletons: tuple[str, ...]
    script: str
    weight: float


@dataclass(frozen=True, slots=True)
class TakenApart:
    """A name by its parts, in order.

    `acronyms` are those it gives itself in brackets or may be one of; `body` is the key of the group, organisation or
    place that is known by this name.
    """

    name: str
    kind: NameKind
    parts: tuple[Part, ...]
    acronyms: frozenset[str] = frozenset()
    body: str | None = None


def alternatives(name: str) -> tuple[str, ...]:
    """A name and, of one that gives another behind a stroke, each for itself.

    >>> alternatives("Al-Itihaad al-Islamiya / AIAI")
    ('Al-Itihaad al-Islamiya', 'AIAI')
    """
    each = tuple(stripped for piece in _STROKE.split(name) if (stripped := piece.strip()))
    return each or (name,)


@lru_cache(maxsize=CACHED_NAMES)
def kind_of(name: str) -> NameKind:
    """Whether a name looks like a person's or an organisation's: whether it has a word that only the latter have, or is
    made of nothing but such words, or is known as a group's, a body's or a place's."""
    if body_named(name) or place_named(name):
        return "organisation"
    words, persons, small = organisation_words(), person_words(), naming().small
    told = [
        frozenset() if persons.of(token) else frozenset(map(words.classes.__getitem__, words.of(token)))
        for token in name_tokens(_CAMEL.sub(" ", name))
        if token not in small
    ]
    if any(classes & _BODIES_ONLY for classes in told) or (len(told) > 1 and all(told)):
        return "organisation"
    return "person"


@lru_cache(maxsize=CACHED_NAMES)
def take_apart(name: str, kind: NameKind) -> TakenApart:
    """The name by its parts, in order.

    Of a person: «عبد» and «أبو» joined to what follows, «الدين» and «الله» to what goes before, «بن» and articles left
    out, a family name before a comma put last. Of an organisation: words that mean one thing in all languages are read
    as that, even where it takes several to say it.

    >>> [part.text for part in take_apart("القرشي, Abu Bakr بن عبد الرحمن", "person").parts]
    ['abubakr', 'عبدرحمن', 'قرشي']
    """
    if kind == "person":
        tokens = name_tokens(_CAMEL.sub(" ", _COMMA.sub(r"\2 \1", name)))
        return TakenApart(name, kind, tuple(_person_parts(tokens)))
    plain = _ACRONYM.sub(_without_acronym, name)
    plain = plain if plain.strip() else name
    parts = tuple(_organisation_parts(name_tokens(_CAMEL.sub(" ", plain))))
    known = body_named(plain) or place_named(plain)
    return TakenApart(name, kind, parts, _acronyms(name, parts), known.key if known else None)


def _without_acronym(found: re.Match[str]) -> str:
    """Nothing for an acronym in brackets; a word in brackets that is known, as a place is, stays."""
    return found.group() if organisation_words().of(found.group(1).casefold()) else " "


def _acronyms(name: str, parts: Sequence[Part]) -> frozenset[str]:
    given = [found.casefold() for found in _ACRONYM.findall(name) if not organisation_words().of(found.casefold())]
    if len(parts) == 1 and LEAST_ACRONYM <= len(parts[0].text) <= MOST_ACRONYM and parts[0].group == "name":
        given.append(parts[0].text)
    if len(parts) >= LEAST_ACRONYM:
        given.append("".join(part.text[0] for part in parts))
    return frozenset(given)


def joined(parts: Sequence[Part], kind: NameKind) -> Part:
    """Several parts written as one word."""
    return part_of("".join(part.text for part in parts), kind)


def _person_parts(tokens: Sequence[str]) -> Iterator[Part]:
    known = naming()
    kept = [token for token in tokens if token not in known.particles] or list(tokens)
    joint: list[str] = []
    leads = False
    for token in chain.from_iterable(map(_unglued, kept)):
        half = known.trailing.get(token)
        if joint and (leads or (half is not None and not joint[-1].endswith(half))):
            joint[-1] += half or token
        else:
            joint.append(_ABU.get(token, token))
        leads = not leads and token in known.joined
    return (part_of(_one_spelling(piece), "person") for piece in joint)


@lru_cache(maxsize=CACHED_NAMES)
def _unglued(token: str) -> tuple[str, ...]:
    """A word of two known names without a space between («محمدعبد») as two; every other as it is."""
    words, known = person_words(), naming()
    if len(token) < LEAST_GLUED or words.of(token) or script(token) != "arabic":
        return (token,)
    for cut in range(LEAST_HALF, len(token) - LEAST_HALF + 1):
        first, second = token[:cut], token[cut:]
        if words.of(first) and first not in known.joined and (words.of(second) or second in known.joined):
            return first, second
    return (token,)


def _one_spelling(part: str) -> str:
    spelled = _GOD.sub("له", _ABD_ARABIC.sub("عبد", _ABU_ARTICLE.sub(r"\1\2", part)))
    return _ABD_CYRILLIC.sub("абд", _ABD_DOUBLED.sub(r"abd\1", _ABD_LATIN.sub("abd", spelled)))


def _organisation_parts(tokens: Sequence[str]) -> Iterator[Part]:
    words = organisation_words()
    at = 0
    while at < len(tokens):
        length = _known_length(tokens[at : at + words.longest], words)
        if length > 1:
            yield part_of(" ".join(tokens[at : at + length]), "organisation")
        elif tokens[at] not in naming().small:
            yield part_of(tokens[at], "organisation")
        at += max(length, 1)


def _known_length(tokens: Sequence[str], words: NameWords) -> int:
    if script(tokens[0]) != "arabic":
        return next((length for length in range(len(tokens), 1, -1) if words.of(*tokens[:length])), 1)
    firsts = [tokens[0], *(tokens[0][len(lead) :] for lead in _LEADS if tokens[0].startswith(lead))]
    spans = ((first, length) for length in range(len(tokens), 1, -1) for first in firsts)
    return next((length for first, length in spans if words.of(first, *tokens[1:length])), 1)


@lru_cache(maxsize=4 * CACHED_NAMES)
def part_of(text: str, kind: NameKind) -> Part:
    """One part, told by the tables of its kind of name."""
    meanings = _person_meanings(text) if kind == "person" else _organisation_meanings(text)
    group = _group(text, kind, meanings)
    read = readings(text)
    return Part(
        text=text,
        kind=kind,
        group=group,
        meanings=meanings,
        heard=tuple(dict.fromkeys(map(sounds, read))),
        skeletons=tuple(dict.fromkeys(outline for reading in read for outline in outlines(reading.replace(" ", "")))),
        script=script(text),
        weight=WEIGHTS[group],
    )


def _group(text: str, kind: NameKind, meanings: frozenset[str]) -> str:
    if text.isdecimal() or (kind == "organisation" and _ROMAN.match(text)):
        return "number"
    if len(text) == 1:
        return "initial"
    words = person_words() if kind == "person" else organisation_words()
    groups = [words.classes.get(meaning.removeprefix(_SERVANT), "name") for meaning in meanings]
    return min(groups, key=WEIGHTS.__getitem__, default="name")


def _person_meanings(text: str) -> frozenset[str]:
    words = person_words()
    meant = words.of(text)
    if not meant and text.startswith(_ABD_SPELLINGS) and len(text) > LEAST_GLUED:
        return frozenset(f"{_SERVANT}{second}" for second in words.of(text[len(_ABD) :]))
    return meant


def _organisation_meanings(text: str) -> frozenset[str]:
    words = organisation_words()
    first, *rest = text.split() or [text]
    meant = words.of(first, *rest)
    if meant or script(text) != "arabic":
        return meant
    bare = (first[len(lead) :] for lead in _LEADS if first.startswith(lead))
    return next((meant for word in bare if (meant := words.of(word, *rest))), frozenset())
