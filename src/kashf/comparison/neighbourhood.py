"""By what a report finds those it must be compared with, without a look at all the others.

Every comparison looks at pairs that share something: a run of words, telling names and numbers, two words of a quote,
what a claim is about. These are kept as keys, each with how many days apart two reports may lie for it to count.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from kashf.comparison.assertions import ASSERTION_DAYS, claim_keys
from kashf.comparison.copies import sample, shingles
from kashf.comparison.corpus import Corpus, Item, gather
from kashf.comparison.features import Features, Frequencies, features
from kashf.comparison.fingerprinting import fingerprints_of
from kashf.comparison.fingerprints import Fingerprint
from kashf.comparison.products import with_proceeds
from kashf.comparison.propositions import Proposition, propositions
from kashf.comparison.quotes import quote_keys, utterances_of
from kashf.comparison.stories import (
    FOLLOWED_UP_DAYS,
    LATER_DAYS,
    LEAST_TELLING,
    SAME_PERSONS,
    STORY_DAYS,
    matters,
    telling,
)
from kashf.records import Record

__all__ = ["Key", "Reach", "Signpost", "candidates", "reaches", "signposts_of"]

MOST_CANDIDATES = 60
"""A report is compared with so many others at most, those first with which it shares most that is rare."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What kind of thing a key tells: how many days apart two reports that share it may lie (None: any number), and how
    many such keys they must share."""

    kind: str
    days: int | None
    least: int = 1


TEXT = Reach("text", None)
STORY = Reach("story", STORY_DAYS, LEAST_TELLING)
PARTICULARS = Reach("particulars", FOLLOWED_UP_DAYS, SAME_PERSONS)
MATTER = Reach("matter", LATER_DAYS, 2)
QUOTE = Reach("quote", None, 2)
CLAIM = Reach("claim", ASSERTION_DAYS)
TITLE = Reach("title", 180)


@dataclass(frozen=True, slots=True)
class Key:
    """One thing by which reports find each other: a number that is the same everywhere and always, and its reach."""

    value: int
    reach: Reach


@dataclass(frozen=True, slots=True)
class Signpost:
    """By what a report is found, and what it is compared by."""

    keys: tuple[Key, ...]
    fingerprint: Fingerprint


def signposts_of(records: Sequence[Record], frequencies: Frequencies) -> Mapping[str, Signpost]:
    """The signpost of each resolved record, by the report's id. `frequencies` are those of the collection."""
    prints = fingerprints_of(gather(records).items, frequencies)
    corpus = gather(records, (), prints)
    claims: dict[str, list[Proposition]] = {}
    for claim in with_proceeds(propositions(corpus, (), {})):
        claims.setdefault(claim.item.id, []).append(claim)
    weighed = features(corpus.items, frequencies)
    return {
        item.id: Signpost(tuple(dict.fromkeys(_keys(item, own, claims.get(item.id, ())))), prints[item.id])
        for item, own in zip(corpus.items, weighed, strict=True)
    }


def _keys(item: Item, weighed: Features, claims: Sequence[Proposition]) -> Iterator[Key]:
    record = item.record
    yield from (Key(_signed(shingle), TEXT) for shingle in sample(shingles(item.words)))
    yield from _hashed(STORY, telling(weighed))
    yield from _hashed(PARTICULARS, sorted(weighed.particulars))
    yield from _hashed(MATTER, matters(record))
    utterances = utterances_of(Corpus((item,)))
    yield from _hashed(QUOTE, (words for utterance in utterances for words in quote_keys(utterance)))
    yield from _hashed(CLAIM, (key for claim in claims for key in claim_keys(claim) if _is_shared(key, item)))
    yield from _hashed(TITLE, _titled(record))


def _is_shared(key: Hashable, item: Item) -> bool:
    """Whether a claim's key is more than one that only claims of its own report can have."""
    return not (isinstance(key, tuple) and item.id in key)


def _titled(record: Record) -> Iterator[str]:
    mentions = (mention for mention in record.mentions if mention.kind == "person" and mention.role)
    yield from (mention.entity for mention in mentions if mention.entity)


def _hashed(reach: Reach, things: Iterable[Hashable]) -> Iterator[Key]:
    for thing in things:
        digest = blake2b(f"{reach.kind} {thing!r}".encode("utf-8", "surrogatepass"), digest_size=8).digest()
        yield Key(int.from_bytes(digest, "little", signed=True), reach)


def _signed(number: int) -> int:
    """A 64-bit number as databases keep it."""
    return number - (1 << 64) if number >> 63 else number


def reaches(keys: Iterable[Key]) -> Mapping[Reach, list[int]]:
    """The values of keys by their reach."""
    gathered: dict[Reach, list[int]] = {}
    for key in keys:
        gathered.setdefault(key.reach, []).append(key.value)
    return gathered


def candidates(found: Mapping[Reach, Iterable[tuple[int, str]]]) -> list[str]:
    """The reports to compare with, from what was found under each reach's keys: pairs of a key and a report's id.

    A key counts the less the more reports have it.
    """
    told: dict[str, float] = defaultdict(float)
    for reach, pairs in found.items():
        rows = list(pairs)
        carriers = Counter(key for key, _ in rows)
        shared = Counter(report for _, report in rows)
        for key, report in rows:
            if shared[report] >= reach.least:
                told[report] += 1 / carriers[key]
    return sorted(told, key=lambda report: (-told[report], report))[:MOST_CANDIDATES]
