"""The reports that are compared, in order of publication, with what every comparison needs of each."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from kashf.comparison.fingerprints import Fingerprint
from kashf.comparison.words import folded_words
from kashf.records import Entity, Record

__all__ = ["LONG_QUOTE", "NOT_KNOWN", "REMEMBERED", "Corpus", "Item", "by_publication", "gather", "named_in"]

LONG_QUOTE = 8
"""A quote of so many words or more is an utterance; a shorter one a name or a turn of phrase."""

REMEMBERED = 1_024
"""Of so many reports what was worked out of their words alone is remembered: the copies of one text come close behind
each other, and each is compared with those before it."""
NOT_KNOWN: Mapping[str, Fingerprint] = MappingProxyType({})


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """One report of the corpus: its record, its place in the order of publication, and its own words, folded.

    `words` are those of title and body; captions, bylines and boilerplate say nothing of the report's own. `unquoted`
    are those that stand in no long quote: two write-ups of one speech share its words without copying each other. `day`
    is that of publication as a number, None where nothing says it. `fingerprint` is what was worked out of it before.
    """

    position: int
    record: Record
    words: tuple[str, ...]
    unquoted: tuple[str, ...]
    day: int | None
    fingerprint: Fingerprint | None = None

    @property
    def id(self) -> str:
        """The report's id."""
        return self.record.report.id


@dataclass(frozen=True, slots=True)
class Corpus:
    """All items in order of publication (undated ones last, then as they were given), and the entities they name."""

    items: tuple[Item, ...]
    entities: Mapping[str, Entity] = field(default_factory=dict)
    _positions: Mapping[str, int] = field(default_factory=dict)

    def item(self, report: str) -> Item:
        """The item of a report's id."""
        return self.items[self._positions[report]]

    def ordered(self, reports: Iterable[str]) -> tuple[str, ...]:
        """Report ids in order of publication, each once."""
        return tuple(sorted(set(reports), key=self._positions.__getitem__))


def gather(
    records: Sequence[Record],
    entities: Sequence[Entity] = (),
    fingerprints: Mapping[str, Fingerprint] = NOT_KNOWN,
) -> Corpus:
    """The corpus of the records; a report that is given twice counts once. `fingerprints` are those of some of them."""
    once = {record.report.id: record for record in records}
    ordered = sorted(once.values(), key=by_publication)
    items = tuple(_item(position, one, fingerprints.get(one.report.id)) for position, one in enumerate(ordered))
    return Corpus(items, {entity.id: entity for entity in entities}, {item.id: item.position for item in items})


def by_publication(record: Record) -> date:
    """Sorts records by publication, undated ones last."""
    return record.report.published or date.max


def named_in(record: Record) -> frozenset[str]:
    """The ids of the entities that a resolved record names."""
    named = {mention.entity for mention in record.mentions}
    named.update(quote.speaker.entity for quote in record.quotes if quote.speaker)
    for claim in record.claims:
        named.update(link.entity for link in claim.attribution.chain)
        named.update(role.entity for role in claim.roles)
    return frozenset(entity for entity in named if entity is not None)


def _item(position: int, record: Record, known: Fingerprint | None = None) -> Item:
    published = record.report.published
    day = published.toordinal() if published else None
    words, unquoted = (known.words, known.unquoted) if known else _words_of(record)
    return Item(position, record, words, unquoted, day, known)


def _words_of(record: Record) -> tuple[tuple[str, ...], tuple[str, ...]]:
    regions = record.report.spoken() if record.report.regions else ()
    whole = () if record.report.regions else ((0, len(record.text)),)
    spans = tuple((region.start, region.end) for region in regions) or whole
    quotes = tuple(sorted((quote.start, quote.end) for quote in record.quotes if _is_long(quote.text)))
    return _own_words(record.text, spans, quotes)


@lru_cache(maxsize=REMEMBERED)
def _own_words(
    text: str, spans: tuple[tuple[int, int], ...], quotes: tuple[tuple[int, int], ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of these spans of a text, and those of them that stand in none of the quotes."""
    words: list[str] = []
    unquoted: list[str] = []
    for span in spans:
        for start, end, quoted in _parts(span, quotes):
            part = [sys.intern(word) for word in folded_words(text[start:end])]  # each word held once for all reports
            words += part
            unquoted += () if quoted else part
    own = tuple(words)
    return own, tuple(unquoted) if quotes else own


def _is_long(quote: str) -> bool:
    return len(folded_words(quote)) >= LONG_QUOTE


def _parts(span: tuple[int, int], quotes: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, bool]]:
    """A span cut at the quotes that it meets: each part with whether it is quoted."""
    start, end = span
    for first, last in quotes:
        opens, closes = max(first, start), min(last, end)
        if opens < closes:
            yield start, opens, False
            yield opens, closes, True
            start = closes
    yield start, end, False
