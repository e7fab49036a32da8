"""Same quote: one utterance that several reports carry in wordings of their own.

Spelling is folded and inflection cut away, so that an outlet's house style, small edits and a part quoted for the whole
do not hide that the words are one. Who speaks must agree where both reports say it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kashf.comparison.corpus import LONG_QUOTE, Corpus, Item
from kashf.comparison.grouping import Groups, blocked, neighbours
from kashf.comparison.words import agreement, shared, stems
from kashf.domain import name_key
from kashf.records import Finding, Origin, Quote, content_id
from kashf.records.spans import Speaker

__all__ = [
    "SharedQuote",
    "Utterance",
    "find_quotes",
    "outlet_of",
    "quote_finding_id",
    "quote_findings",
    "quote_id",
    "quote_keys",
    "utterances_of",
]

SAME_WORDS = 0.65
"""Share of the shorter wording's words that must stand in the other in order. The two wordings of one statement in a
pair of Arabic write-ups agree in 0.87 and more; other quotes of the same speaker there in 0.35 at most."""
LEAST_WORDS = 4
"""Shorter quotes are names and scare quotes, not utterances."""
SURELY_SAME = 0.9
"""Long quotes that agree so closely are one utterance even where the reports credit two speakers; short ones must agree
so closely in any case, for a few common words stand in every long quote in order."""
BLOCK_WORDS = 2
MOST_COMPARED = 24


@dataclass(frozen=True, slots=True)
class Utterance:
    """A quote of one report, ready to be compared."""

    id: str
    item: Item
    quote: Quote
    stems: tuple[str, ...]

    @property
    def speaker(self) -> str | None:
        """Who speaks, as far as the report says: the entity, else the name as it is compared."""
        return _speaker_key(self.quote.speaker)


@dataclass(frozen=True, slots=True)
class SharedQuote:
    """One utterance and its wordings, in order of publication; `translated` says why those in other languages are
    taken for it."""

    id: str
    utterances: tuple[Utterance, ...]
    translated: tuple[str, ...] = ()


def quote_id(report: str, quote: Quote) -> str:
    """The id of a quote, as findings name it."""
    return content_id("q", report, quote.start, quote.end)


def find_quotes(corpus: Corpus) -> tuple[SharedQuote, ...]:
    """Every utterance that two reports or more carry."""
    utterances = utterances_of(corpus)
    groups = Groups(len(utterances))
    blocks = blocked(quote_keys(utterance) for utterance in utterances)
    for one, other in neighbours(blocks, MOST_COMPARED):
        if not groups.together(one, other) and _same(utterances[one], utterances[other]):
            groups.join(one, other)
    gathered = ([utterances[index] for index in group] for group in groups.all())
    return tuple(_shared(group) for group in gathered if len({utterance.item.id for utterance in group}) > 1)


def utterances_of(corpus: Corpus) -> list[Utterance]:
    """Every quote of the corpus, in order."""
    return [
        Utterance(quote_id(item.id, quote), item, quote, stems(quote.text))
        for item in corpus.items
        for quote in item.record.quotes
    ]


def _shared(utterances: Sequence[Utterance]) -> SharedQuote:
    return SharedQuote(quote_finding_id(utterances[0]), tuple(utterances))


def quote_finding_id(first: Utterance) -> str:
    """The id of a shared quote: that of its earliest wording."""
    return content_id("f", "quote", first.id)


def quote_keys(utterance: Utterance) -> Iterator[tuple[str, ...]]:
    """What two wordings of one utterance are expected to share: words that follow each other."""
    words = utterance.stems
    if len(words) >= LEAST_WORDS:
        yield from (words[start : start + BLOCK_WORDS] for start in range(len(words) - BLOCK_WORDS + 1))


def _same(one: Utterance, other: Utterance) -> bool:
    agreed, words = agreement(one.stems, other.stems), min(len(one.stems), len(other.stems))
    if words >= LONG_QUOTE and agreed >= SURELY_SAME:
        return True
    one_speaker = None in (one.speaker, other.speaker) or one.speaker == other.speaker
    return one_speaker and agreed >= (SAME_WORDS if words >= LONG_QUOTE else SURELY_SAME)


def _speaker_key(speaker: Speaker | None) -> str | None:
    if speaker is None:
        return None
    return speaker.entity or name_key(speaker.name or speaker.text) or None


def quote_findings(corpus: Corpus, quotes: Sequence[SharedQuote]) -> Iterator[Finding]:
    """A finding for each shared utterance: its wordings side by side, and its speakers as origins."""
    for quote in quotes:
        speakers = _speakers(quote)
        yield Finding(
            kind="quote",
            id=quote.id,
            reports=corpus.ordered(utterance.item.id for utterance in quote.utterances),
            members=tuple(utterance.id for utterance in quote.utterances),
            origins=speakers,
            independent_origins=1,
            working=_working(quote),
            fields={
                "speaker": speakers[0].name if speakers else None,
                "wordings": [
                    {"quote": utterance.id, "report": utterance.item.id, "text": utterance.quote.text}
                    for utterance in quote.utterances
                ],
            },
        )


def _speakers(quote: SharedQuote) -> tuple[Origin, ...]:
    names: dict[str, str] = {}
    carriers: dict[str, dict[str, None]] = {}
    for utterance in quote.utterances:
        key, speaker = utterance.speaker, utterance.quote.speaker
        if key is not None and speaker is not None:
            names.setdefault(key, speaker.name or speaker.text)
            carriers.setdefault(key, {})[utterance.item.id] = None
    return tuple(Origin(names[key], tuple(reports)) for key, reports in carriers.items())


def _working(quote: SharedQuote) -> str:
    first, *rest = quote.utterances
    told = [
        f"{shared(first.stems, other.stems)} of {min(len(first.stems), len(other.stems))} words agree in order "
        f"({outlet_of(first)}, {outlet_of(other)})"
        for other in rest
        if first.item.record.report.language == other.item.record.report.language
    ]
    return "; ".join([*told, *quote.translated])


def outlet_of(utterance: Utterance) -> str:
    """Who carries a wording: the outlet, else the report's id."""
    return utterance.item.record.report.outlet or utterance.item.id
