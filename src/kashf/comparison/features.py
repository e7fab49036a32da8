"""What tells of which occasion a report speaks: its words, and what any language writes alike.

The second are entities, numbers and the sounds of names, so that reports in different languages and scripts can meet.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from kashf.comparison.corpus import REMEMBERED, Item
from kashf.comparison.fingerprints import Fingerprint, Told
from kashf.comparison.words import stem, written_in
from kashf.domain import body_named, kind_of_sum, name_key, name_tokens, place_named
from kashf.names import sounds
from kashf.records import Mention, Record

__all__ = [
    "TELLING_VALUE",
    "Counted",
    "Features",
    "Frequencies",
    "cosine",
    "features",
    "heard",
    "particular",
    "particulars_shared",
    "told_by",
]

LEAST_LETTERS = 4
"""Shorter words are particles in all four languages, or too common to tell one occasion from the next."""
LEAST_CONSONANTS = 4
"""Names of fewer consonants sound like too many others."""
LEAST_DIGITS = 2
LEAST_REPORTS = 100
"""A collection is taken to hold so many reports at least, so that in a small one a shared word is still told from a
shared particle."""
TELLING_VALUE = 20
"""Smaller numbers are shared by chance."""
LEAST_PARTICULARS = 2
"""A report of fewer particulars has none to be held against another's."""
_NUMBER = re.compile(r"\d[\d.,٫٬]*\d|\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CAPITALISED = re.compile(r"(?<=[^\W\d_] )[A-ZÀ-ÖØ-ÞА-ЯЁ][\w'’-]+(?: [A-ZÀ-ÖØ-ÞА-ЯЁ][\w'’-]+)*")
_HEARD = str.maketrans({**dict.fromkeys("aiuAIU@Y"), **dict(zip("xvpɣθðčžz", "hfbgtdšss", strict=True))})


@dataclass(frozen=True, slots=True)
class Features:
    """The weighted words and marks of one report (inverse document frequency, logarithmic counts), each of length 1.

    `words` hold the marks too: within one language everything counts; `marks` alone are compared across languages.
    `particulars` are the names and amounts that tell one event from the next of its kind, each with its rarity.
    """

    language: str
    words: Mapping[str, float]
    marks: Mapping[str, float]
    particulars: Mapping[str, float]


class Frequencies(Protocol):
    """In how many reports of a collection each feature stands."""

    @property
    def collection(self) -> int:
        """How many reports the collection had when they were counted."""

    def carriers(self, wanted: Collection[str]) -> Mapping[str, int]:
        """In how many of them each of these features stands; those that stand in none are left out."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Frequencies counted over a collection and held in memory."""

    collection: int
    counts: Mapping[str, int]

    @classmethod
    def over(cls, items: Sequence[Item]) -> Counted:
        """The frequencies over these items."""
        return cls(len(items), _counted(map(told_by, items)))

    def carriers(self, wanted: Collection[str]) -> Mapping[str, int]:
        """In how many reports each of these features stands."""
        return {feature: self.counts[feature] for feature in wanted if feature in self.counts}


def features(items: Sequence[Item], frequencies: Frequencies | None = None) -> tuple[Features, ...]:
    """The features of each item, weighted by how rare they are in a collection: that of the items, if no other."""
    unknown = {item.position: told_by(item) for item in items if frequencies is None or item.fingerprint is None}
    weights = _weights(list(unknown.values()), frequencies)
    return tuple(
        _known(item.fingerprint, _language(item), frequencies.collection)
        if frequencies is not None and item.fingerprint is not None
        else _features(_language(item), unknown[item.position], weights)
        for item in items
    )


@lru_cache(maxsize=REMEMBERED)
def _known(fingerprint: Fingerprint, language: str, collection: int) -> Features:
    """The features of a report that has a fingerprint, in a collection of so many reports."""
    told = _told(fingerprint)
    rarity = _rarity({1, *fingerprint.carriers} - {0}, collection)
    counted = zip(told.in_order(), fingerprint.carriers, strict=True)
    return _features(language, told, {feature: rarity[count or 1] for feature, count in counted})


def _told(fingerprint: Fingerprint) -> Told:
    return Told(_words(fingerprint.words), fingerprint.marks, fingerprint.particulars)


def told_by(item: Item) -> Told:
    """The features of a report, counted."""
    if item.fingerprint is not None:
        return _told(item.fingerprint)
    record = item.record
    return Told(_words(item.words), Counter(_marks(record)), frozenset(_particulars(record)))


def _weights(told: Sequence[Told], frequencies: Frequencies | None) -> Mapping[str, float]:
    """The inverse document frequency of each feature; what stands in no report of the collection is as rare as what
    stands in one."""
    if frequencies is None:
        own: Collection[str] = (counted := _counted(told)).keys()
        size = len(told)
    else:
        own = set[str]().union(*(kind for each in told for kind in each.kinds()))
        counted, size = frequencies.carriers(own), frequencies.collection
    rarity = _rarity({1, *counted.values()}, size)
    return {feature: rarity[counted.get(feature, 1)] for feature in own}


def _rarity(counts: Iterable[int], collection: int) -> Mapping[int, float]:
    """The inverse document frequency of what stands in so many reports of a collection."""
    whole = max(collection, LEAST_REPORTS) + 1
    return {count: math.log(whole / count) for count in counts}


def _counted(told: Iterable[Told]) -> Mapping[str, int]:
    """In how many of these each feature stands."""
    counted: Counter[str] = Counter()
    for each in told:
        for kind in each.kinds():
            counted.update(iter(kind))
    return counted


def _features(language: str, told: Told, weights: Mapping[str, float]) -> Features:
    return Features(
        language,
        _weighted({**told.words, **told.marks}, weights),
        _weighted(told.marks, weights),
        {particular: weights[particular] for particular in told.particulars},
    )


def particulars_shared(one: Features, other: Features) -> tuple[float, int] | None:
    """What share of the particulars of the report that has fewer the other has too, by their weight, 0 to 1, and how
    many they are. None where one has too few to tell."""
    shorter, longer = sorted((one.particulars, other.particulars), key=len)
    if len(shorter) < LEAST_PARTICULARS:
        return None
    common = shorter.keys() & longer.keys()
    whole = min(sum(shorter.values()), sum(longer.values()))
    return (sum(shorter[particular] for particular in common) / whole if whole else 0.0), len(common)


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """How alike two weighted sets are, 0 to 1, both being of length 1. Summed exactly, in whatever order they come."""
    return math.fsum([one[feature] * other[feature] for feature in one.keys() & other.keys()])


def _language(item: Item) -> str:
    return item.record.report.language or written_in(item.record.text)


def _weighted(counted: Mapping[str, int], weights: Mapping[str, float]) -> dict[str, float]:
    weighted = {
        feature: weights[feature] if count == 1 else (1 + math.log(count)) * weights[feature]
        for feature, count in counted.items()
    }
    length = math.sqrt(sum([weight * weight for weight in weighted.values()])) or 1.0
    return {feature: weight / length for feature, weight in weighted.items()}


@lru_cache(maxsize=REMEMBERED)
def _words(words: tuple[str, ...]) -> Mapping[str, int]:
    return Counter(map(stem, [word for word in words if len(word) >= LEAST_LETTERS and not word.isdigit()]))


def _marks(record: Record) -> Iterator[str]:
    yield from (f"#{digits}" for digits in map(_digits, _NUMBER.findall(record.text)) if digits)
    for figure in record.figures:
        if figure.value is not None and (digits := _digits(f"{figure.value:f}".rstrip("0").rstrip("."))):
            yield f"#{digits}"
    if record.mentions:
        yield from _mentioned(record)
    else:
        yield from _capitalised(record.text)


def _particulars(record: Record) -> Iterator[str]:
    """Persons, firms and places that no table knows, unless they are there to speak for an office or carry the news;
    and amounts with their unit. The well-known bodies, officials who comment, and agencies, are met in every event of
    their field."""
    beside = {quote.speaker.entity for quote in record.quotes if quote.speaker and quote.speaker.title}
    beside |= {
        link.entity
        for claim in record.claims
        for link in claim.attribution.chain
        if link.title or link.kind == "outlet"
    }
    own, outlet = record.report.spoken(), _called(record.report.outlet or "-")
    for mention in record.mentions:
        if mention.entity in beside or _is_well_known(mention) or name_key(mention.text) in outlet:
            continue
        if not own or any(region.start <= mention.start < region.end for region in own):
            yield particular(mention)
    for figure in record.figures:
        kind = kind_of_sum(figure.unit)
        if kind and figure.value is not None and figure.value >= TELLING_VALUE:
            yield f"={figure.value:g} {kind}"


def particular(mention: Mention) -> str:
    """What a mention is told from others by: a name of several parts, which may have been taken for a place here and
    for a firm there, or the entity."""
    return f"!{_several_parts(mention.name or mention.text) or mention.entity}"


@lru_cache(maxsize=65_536)
def _several_parts(name: str) -> str | None:
    """A name as it is compared; None where it has a single part, which many may share."""
    return name_key(name) if len(name_tokens(name)) > 1 else None


@lru_cache(maxsize=4_096)
def _called(outlet: str) -> frozenset[str]:
    """What an outlet goes by in its own reports: its name and the initials of it, as they are compared."""
    initials = "".join(word[0] for word in outlet.split())
    return frozenset(map(name_key, (outlet, initials) if len(initials) > 1 else (outlet,)))


def _is_well_known(mention: Mention) -> bool:
    if mention.entity is None or mention.pronominal:
        return True
    return _is_listed(mention.name or mention.text)


@lru_cache(maxsize=65_536)
def _is_listed(name: str) -> bool:
    return body_named(name) is not None or place_named(name) is not None


def _digits(number: str) -> str | None:
    """The significant digits of a number: 85,000 and «85 ألف» have them in common. None for years and small numbers."""
    digits = "".join(character for character in number if character.isdigit())
    significant = digits.rstrip("0")
    return None if _YEAR.fullmatch(digits) or len(significant) < LEAST_DIGITS else significant


def _mentioned(record: Record) -> Iterator[str]:
    for mention in record.mentions:
        if mention.entity is not None:
            yield f"@{mention.entity}"
        if not mention.pronominal:
            yield from _sounding(mention.text)


def _capitalised(text: str) -> Iterator[str]:
    """Names that capital letters show, where no mentions were found: known ones by their key, all by their sound."""
    for name in _CAPITALISED.findall(text):
        known = body_named(name) or place_named(name)
        if known is not None:
            yield f"@{known.key}"
        yield from _sounding(name)


def _sounding(name: str) -> Iterator[str]:
    return (f"~{consonants}" for consonants in heard(name) if len(consonants) >= LEAST_CONSONANTS)


@lru_cache(maxsize=65_536)
def heard(name: str) -> tuple[str, ...]:
    """The consonants of each part of a name as it sounds, in one script for all: Казань and Kazan have them alike."""
    return tuple(sounds(token).translate(_HEARD) for token in name_tokens(name))
