"""Names taken apart: their parts as they are compared, what each may stand for, and how much it tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import field
from functools import lru_cache, reduce
from itertools import chain
from operator import or_
from typing import Literal

from kashf.domain import NameWords, body_named, name_tokens, naming, organisation_words, person_words, place_named
from kashf.names.meanings import LEADS, organisation_meanings, person_meanings
from kashf.names.readings import readings
from kashf.names.sounds import consonants, outlines, script, skeleton, sounds
from kashf.values import value

__all__ = [
    "NameKind",
    "Part",
    "TakenApart",
    "alternatives",
    "bits",
    "forget_sounds",
    "initials_of",
    "joined",
    "kind_of",
    "part_of",
    "take_apart",
]

NameKind = Literal["person", "organisation"]
"""How a name is taken apart. Groups, firms, places and vessels are compared as organisations are."""

WEIGHTS = {
    "name": 1.0,
    "frequent": 0.5,
    "known": 0.8,
    "titles": 0.1,
    "initial": 0.5,
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
MOST_WORDS, LONGEST_WORD = 32, 48
"""Words of a name, and letters of each, that are looked at. No name has so many; what a report passes for one may, and
two words as one, with the sounds that each letter may have, must stay below the 255 that an index can count."""

_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z][a-z])|(?<=[a-zà-ÿ]{2})(?=[A-Z]{2,}\b)")
_ACRONYM = re.compile(r"\(\s*([A-Z][a-z0-9&.-]?[A-Z][A-Za-z0-9&.-]{0,7})\s*\)")
_COMMA = re.compile(r"^([^,،]+)[,]\s*([^,،]+)$")
_BODIES_ONLY = frozenset({"form", "kind", "trade"})
_TWO_INITIALS = re.compile(r"^[b-df-hj-np-tv-xz]{2}$")
_STROKE = re.compile(r"\s/\s|\s[|]\s")
_ROMAN = re.compile(r"^(?=[ivx]{1,5}$)x{0,2}(?:ix|iv|v?i{0,3})$")
_ABD_LATIN = re.compile(r"^abd(?:[aeiou]{1,2}l(?!l?ah$)|[aeiou]{1,2}(?=([bcdfgjkmnpqrstvwxz])\1))-?(?=\w{3})")
_ABD_DOUBLED = re.compile(r"^abd([b-df-hj-np-tv-xz])\1(?=\w{3})")
_ABU_ARTICLE = re.compile(r"^(ابو)ال(?=\w{3})|^(abu)l-?(?=\w{4})")
_ABD_CYRILLIC = re.compile(r"^абд(?:[аеуэ]л?ь?)?(?=\w{4})")
_ABD_ARABIC = re.compile(r"^عبدال(?=\w{2})")
_GOD = re.compile(r"(?<=\w{2})ا?لله$|(?<=\w{2}[b-df-hj-np-tv-z])[aeiou]?llah$|(?<=\w[aei])[uo]llah$")
_RELIGION = re.compile(r"(?<=\w{2})الدين$|(?<=\w{2}[b-df-hj-np-tv-z])(?:[aeiou]{1,2}d)?d(?:i|ee|ie)n{1,2}e?$")
_SPELLED_APART = ("عبد", "ابو", "abd", "abu", "абд")
_SECOND_HALVES = ("دين", "لله", "n", "ne", "lah")
_TA_MARBUTA = re.compile(r"(?<=\w{2})ه$")
_SON = re.compile(r"^\S+\s+(?:بن|ابن|bin|ben|ibn|bint|بنت|ould|ولد)\s", re.IGNORECASE)
_ABU = {
    "ابي": "ابو",
    "ابا": "ابو",
    "abou": "abu",
    "abo": "abu",
    "abi": "abu",
    "ebu": "abu",
    "abul": "abu",
    "aboul": "abu",
}
_PREFIXES = {"عبد": "abd", "abd": "abd", "абд": "abd", "ابو": "abu", "abu": "abu", "абу": "abu"}


@value(eq=False)
class Part:
    """One part of a name. It is compared by identity, which is fast; `part_of` has one value for each part and kind.

    `text` is folded; `group` the class of the tables it belongs to, or `name`, `initial`, `number`; `meanings` what the
    tables know it for; `heard` its sounds in every reading; `skeletons` its coarse consonants, the plain reading's
    first. Of a name with «عبد» or «أبو» in front, `prefix` says which and `core` is what follows.

    What follows from these: `consonants` of each reading and how many the plain one has (`sounded`), `weight` 0 to 1,
    and the coarse consonants as bits: those that are in all of the skeletons, and those that are in any; `longest` says
    how many the longest skeleton has.
    """

    text: str
    kind: NameKind
    group: str
    meanings: frozenset[str]
    heard: tuple[str, ...]
    skeletons: tuple[str, ...]
    prefix: str = ""
    core: Part | None = None
    consonants: tuple[str, ...] = field(init=False)
    sounded: int = field(init=False)
    script: str = field(init=False)
    weight: float = field(init=False)
    in_all: int = field(init=False)
    in_any: int = field(init=False)
    longest: int = field(init=False)

    def __post_init__(self) -> None:
        keep = object.__setattr__
        told, sounded, written, in_all, in_any, longest = _told_by_sound(self.text, self.heard, self.skeletons)
        keep(self, "weight", WEIGHTS[self.group])
        keep(self, "consonants", told)
        keep(self, "sounded", sounded)
        keep(self, "script", written)
        keep(self, "in_all", in_all)
        keep(self, "in_any", in_any)
        keep(self, "longest", longest)


@lru_cache(maxsize=CACHED_NAMES)
def _told_by_sound(
    text: str, heard: tuple[str, ...], skeletons: tuple[str, ...]
) -> tuple[tuple[str, ...], int, str, int, int, int]:
    """What follows for a part from its sound, whatever it means: once for persons and for bodies."""
    plain, in_all = tuple(map(consonants, heard)), bits(skeletons[0])
    in_any, longest = in_all, len(skeletons[0])
    for outline in skeletons[1:]:
        letters = bits(outline)
        in_all, in_any, longest = in_all & letters, in_any | letters, max(longest, len(outline))
    return plain, len(plain[0]), script(text), in_all, in_any, longest


@lru_cache(maxsize=CACHED_NAMES)
def bits(outline: str) -> int:
    """The letters of an outline as a set of bits."""
    return reduce(or_, (1 << (ord(letter) & 31) for letter in outline), 0)


@value
class TakenApart:
    """A name by its parts, in order.

    `acronyms` are those it gives itself in brackets or may be; `initials` its first letters; `body` is the key of the
    group, organisation or place that is known by this name; `chained` says that a person's second name is the father's,
    for «بن» goes before. `told` is what the parts weigh together.
    """

    name: str
    kind: NameKind
    parts: tuple[Part, ...]
    acronyms: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()
    body: str | None = None
    chained: bool = False
    told: float = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "told", sum([part.weight for part in self.parts]))


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
        given = _COMMA.sub(r"\2 \1", name) if "," in name else name
        tokens = _words(given)
        return TakenApart(name, kind, tuple(_person_parts(tokens)), chained=bool(_SON.match(name)))
    plain = _ACRONYM.sub(_without_acronym, name)
    plain = plain if plain.strip() else name
    parts = tuple(_organisation_parts(_words(plain)))
    known = body_named(plain) or place_named(plain)
    return TakenApart(name, kind, parts, _acronyms(name, parts), initials_of(parts), known.key if known else None)


def _words(name: str) -> tuple[str, ...]:
    """The words of a name, up to what is looked at."""
    return tuple(word[:LONGEST_WORD] for word in name_tokens(_CAMEL.sub(" ", name))[:MOST_WORDS])


def _without_acronym(found: re.Match[str]) -> str:
    """Nothing for an acronym in brackets; a word in brackets that is known, as a place is, stays."""
    return found.group() if organisation_words().of(found.group(1).casefold()) else " "


def _acronyms(name: str, parts: Sequence[Part]) -> frozenset[str]:
    given = [found.casefold() for found in _ACRONYM.findall(name) if not organisation_words().of(found.casefold())]
    if len(parts) == 1 and LEAST_ACRONYM <= len(parts[0].text) <= MOST_ACRONYM and parts[0].group == "name":
        given.append(parts[0].text)
    return frozenset(given)


def initials_of(parts: Sequence[Part]) -> frozenset[str]:
    """The first letters of a name's words, as a short form is made of them where letters stand for vowels too."""
    if len(parts) < LEAST_ACRONYM or parts[0].script == "arabic":
        return frozenset()
    return frozenset({"".join(part.text[0] for part in parts)})


def joined(parts: Sequence[Part], kind: NameKind) -> Part:
    """Several parts written as one word."""
    return part_of("".join(part.text for part in parts), kind)


def _person_parts(tokens: Sequence[str]) -> Iterator[Part]:
    known = naming()
    kept = [token for token in tokens if token not in known.particles] or list(tokens)
    joint: list[str] = []
    leads = False
    for token in map(_second_half, chain.from_iterable(map(_unglued, kept))):
        half = known.trailing.get(token)
        if joint and (leads or (half is not None and not joint[-1].endswith(half))):
            joint[-1] = _TA_MARBUTA.sub("ت", joint[-1]) + (half or token)
        else:
            joint.append(_ABU.get(token, token))
        leads = not leads and token in known.joined
    return (part_of(_one_spelling(piece), "person") for piece in joint)


@lru_cache(maxsize=CACHED_NAMES)
def _unglued(token: str) -> tuple[str, ...]:
    """A word of two known names without a space between («محمدعبد») as two, initials (JC) each for itself."""
    words, known = person_words(), naming()
    if _TWO_INITIALS.match(token) and not words.of(token):
        return tuple(token)
    if len(token) < LEAST_GLUED or words.of(token) or script(token) != "arabic":
        return (token,)
    for cut in range(LEAST_HALF, len(token) - LEAST_HALF + 1):
        first, second = token[:cut], token[cut:]
        if words.of(first) and first not in known.joined and (words.of(second) or second in known.joined):
            return first, second
    return (token,)


def _one_spelling(part: str) -> str:
    """«عبد» and «أبو» as they are spelled before a name, without the article; most parts begin otherwise."""
    if not part.startswith(_SPELLED_APART):
        return part
    spelled = _ABD_ARABIC.sub("عبد", _ABU_ARTICLE.sub(r"\1\2", part))
    return _ABD_CYRILLIC.sub("абд", _ABD_DOUBLED.sub(r"abd\1", _ABD_LATIN.sub("abd", spelled)))


def _second_half(token: str) -> str:
    """A word that ends in «الدين» or «الله», or what Latin letters make of them, with that in one spelling."""
    if not token.endswith(_SECOND_HALVES):
        return token
    religious = _RELIGION.sub(lambda found: "din" if found.group().isascii() else "دين", token)
    return _GOD.sub(lambda found: "lah" if found.group().isascii() else "له", religious)


def _servants(tokens: Sequence[str]) -> Iterator[str]:
    """The words with «عبد» and «أبو» joined to what follows, as in organisations called after somebody."""
    leading = ""
    for token in tokens:
        if not leading and token in naming().joined:
            leading = _ABU.get(token, token)
        else:
            yield _one_spelling(_second_half(leading + token)) if leading else _one_spelling(token)
            leading = ""
    if leading:
        yield leading


def _organisation_parts(words_of: Sequence[str]) -> Iterator[Part]:
    words, tokens = organisation_words(), list(_servants(words_of))
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
    firsts = [tokens[0], *(tokens[0][len(lead) :] for lead in LEADS if tokens[0].startswith(lead))]
    spans = ((first, length) for length in range(len(tokens), 1, -1) for first in firsts)
    return next((length for first, length in spans if words.of(first, *tokens[1:length])), 1)


@lru_cache(maxsize=4 * CACHED_NAMES)
def part_of(text: str, kind: NameKind) -> Part:
    """One part, told by the tables of its kind of name."""
    prefix = next((letters for letters in _PREFIXES if text.startswith(letters)), "")
    core = part_of(text[len(prefix) :], "person") if prefix and len(text) >= LEAST_GLUED else None
    if kind == "person":
        meanings = person_meanings(text, _PREFIXES.get(prefix, ""), core.meanings if core else None)
    else:
        meanings = organisation_meanings(text)
    heard, skeletons = _sounding(text)
    return Part(
        text=text,
        kind=kind,
        group=_group(text, kind, meanings),
        meanings=meanings,
        heard=heard,
        skeletons=skeletons,
        prefix=_PREFIXES.get(prefix, "") if core else "",
        core=core,
    )


@lru_cache(maxsize=CACHED_NAMES)
def _sounding(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The sounds of a part in each reading, and its coarse consonants."""
    read = readings(text)
    coarse = dict.fromkeys(outline for reading in read for outline in outlines(reading.replace(" ", "")))
    return tuple(dict.fromkeys(map(sounds, read))), tuple(coarse)


def forget_sounds() -> None:
    """Gives up how words sound that were taken apart; parts that have been made keep it. The words of a long list fill
    that memory, and hardly one of them is asked for again."""
    for remembered in (_sounding, _told_by_sound, bits, readings, sounds, outlines, skeleton):
        remembered.cache_clear()


def _group(text: str, kind: NameKind, meanings: frozenset[str]) -> str:
    if text.isdecimal() or (kind == "organisation" and _ROMAN.match(text)):
        return "number"
    if len(text) == 1 and not meanings:
        return "initial"
    words = person_words() if kind == "person" else organisation_words()
    groups = [words.classes.get(meaning.rpartition(" ")[2], "name") for meaning in meanings]
    return min(groups, key=WEIGHTS.__getitem__, default="name")
