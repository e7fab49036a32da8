"""Names taken apart: their parts as they are compared, what each may stand for, and how much it tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Literal

from kashf.domain import NameWords, body_named, name_tokens, naming, organisation_words, person_words, place_named
from kashf.names.sounds import script, skeleton, sounds

__all__ = ["NameKind", "Part", "TakenApart", "joined", "kind_of", "part_of", "take_apart"]

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
_ACRONYM = re.compile(r"\(\s*([A-Z][A-Za-z0-9&.-]{1,9})\s*\)")
_COMMA = re.compile(r"^([^,،]+)[,]\s*([^,،]+)$")
_ROMAN = re.compile(r"^(?=[ivx]{1,5}$)x{0,2}(?:ix|iv|v?i{0,3})$")
_CASE_ENDING = re.compile(r"(?<=[а-я]{4})(?:ом|ым|у)$")
_BETWEEN_VOWELS = re.compile(r"(?<=[аиыоуэ])в(?=[аиыоуэ])")
_ABD_LATIN = re.compile(r"^abd(?:[aeiou]{1,2}l|[aeiou]{1,2}(?=([bcdfgjkmnpqrstvwxz])\1))?-?(?=\w{4})")
_ABD_DOUBLED = re.compile(r"^abd([b-df-hj-np-tv-xz])\1(?=\w{3})")
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
    tables know it for; `heard` its sounds in every reading; `skeleton` its coarse consonants; `weight` 0 to 1.
    """

    text: str
    group: str
    meanings: frozenset[str]
    heard: tuple[str, ...]
    skeleton: str
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


def kind_of(name: str) -> NameKind:
    """Whether a name looks like a person's or an organisation's: whether it has a word that only the latter have."""
    words, persons = organisation_words(), person_words()
    for token in name_tokens(_CAMEL.sub(" ", name)):
        meant = words.of(token)
        if meant and not persons.of(token) and any(words.classes[one] not in ("place", "thing") for one in meant):
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
    plain = _ACRONYM.sub(" ", name)
    plain = plain if plain.strip() else name
    parts = tuple(_organisation_parts(name_tokens(_CAMEL.sub(" ", plain))))
    known = body_named(plain) or place_named(plain)
    return TakenApart(name, kind, parts, _acronyms(name, parts), known.key if known else None)


def _acronyms(name: str, parts: Sequence[Part]) -> frozenset[str]:
    given = [found.lower() for found in _ACRONYM.findall(name)]
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
    spelled = _GOD.sub("له", _ABD_ARABIC.sub("عبد", part))
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
    return next((length for length in range(len(tokens), 1, -1) if words.of(*tokens[:length])), 1)


@lru_cache(maxsize=4 * CACHED_NAMES)
def part_of(text: str, kind: NameKind) -> Part:
    """One part, told by the tables of its kind of name."""
    meanings = _person_meanings(text) if kind == "person" else _organisation_meanings(text)
    group = _group(text, kind, meanings)
    return Part(
        text=text,
        group=group,
        meanings=meanings,
        heard=tuple(dict.fromkeys(map(sounds, _readings(text)))),
        skeleton=skeleton(text.replace(" ", "")),
        script=script(text),
        weight=WEIGHTS[group],
    )


def _readings(part: str) -> Iterable[str]:
    """A Russian part also without the ending of a man's dative or instrumental, and with «в» for an Arabic «و»."""
    if script(part) != "cyrillic":
        return (part,)
    return (part, _CASE_ENDING.sub("", part), _BETWEEN_VOWELS.sub("у", part))


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
    meant = words.of(*text.split())
    if meant or script(text) != "arabic":
        return meant
    for lead in _LEADS:
        if text.startswith(lead) and (meant := words.of(text[len(lead) :])):
            return meant
    return frozenset()
