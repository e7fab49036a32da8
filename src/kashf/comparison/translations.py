"""Translated quotes: one utterance that reports of one story carry in several languages.

No dictionary tells that two sentences are translations. What is compared is what any language writes alike: the things
and acts that are told (by the table of concepts), the names and the numbers within the quotes. Two long quotes of one
story are taken for one utterance where these agree, each is the other's best counterpart, and nothing contradicts it:
two different persons who say it, other numbers, a length that does not fit. The reason says what agrees, no more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kashf.comparison.corpus import Corpus
from kashf.comparison.grouping import Groups
from kashf.comparison.quotes import SharedQuote, Utterance, outlet_of, quote_finding_id, utterances_of
from kashf.comparison.words import listed_meanings
from kashf.records import Entity

__all__ = ["with_translations"]

LEAST_WORDS = 6
"""Shorter quotes share too little with anything."""
LEAST_COMMON = 2
LEAST_SHARE = 0.5
"""So many things, names and numbers at least must stand in both quotes, and so large a share of those of the quote that
has fewer. Set by hand on the four utterances of the examples and the other quotes of their stories, which share one at
most."""
LENGTH_RATIO = 2.5
"""A translation is up to so many times as long: Arabic and Russian need fewer words than French and English."""
MOST_QUOTES = 60
"""So many long quotes of a story are compared."""


@dataclass(frozen=True, slots=True)
class _Said:
    """An utterance with its language and what it tells: concepts, names and numbers."""

    utterance: Utterance
    language: str | None
    told: frozenset[str]
    numbers: frozenset[float]
    person: str | None


def with_translations(
    corpus: Corpus, quotes: Sequence[SharedQuote], story_of: Mapping[int, str]
) -> tuple[SharedQuote, ...]:
    """The shared quotes, each with its translations, and those that are shared across languages only."""
    utterances = utterances_of(corpus)
    places = {utterance.id: place for place, utterance in enumerate(utterances)}
    groups = Groups(len(utterances))
    for quote in quotes:
        for copy in quote.utterances[1:]:
            groups.join(places[quote.utterances[0].id], places[copy.id])
    reasons: dict[int, str] = {}
    alike = {place: tuple(groups.of(place)) for place in range(len(utterances))}
    for one, other in sorted(_pairs(corpus, utterances, story_of), key=lambda pair: -_likeness(*pair)):
        here, there = places[one.utterance.id], places[other.utterance.id]
        if not groups.together(here, there) and _fit(utterances, (*groups.of(here), *groups.of(there)), alike):
            groups.join(here, there)
            reasons[there] = _reason(one, other)
    return tuple(_quote(utterances, group, reasons) for group in groups.all() if _several(utterances, group))


def _fit(utterances: Sequence[Utterance], group: Sequence[int], alike: Mapping[int, Sequence[int]]) -> bool:
    """Whether no two quotes of one language come together that are not one utterance by their own words."""
    by_language: dict[str | None, int] = {}
    firsts = ((by_language.setdefault(_language(utterances[place]), place), place) for place in group)
    return all(place in alike[first] for first, place in firsts)


def _language(utterance: Utterance) -> str | None:
    return utterance.item.record.report.language


def _several(utterances: Sequence[Utterance], group: Sequence[int]) -> bool:
    return len({utterances[place].item.id for place in group}) > 1


def _quote(utterances: Sequence[Utterance], group: Sequence[int], reasons: Mapping[int, str]) -> SharedQuote:
    told = tuple(reasons[place] for place in group if place in reasons)
    return SharedQuote(quote_finding_id(utterances[group[0]]), tuple(utterances[place] for place in group), told)


def _pairs(
    corpus: Corpus, utterances: Sequence[Utterance], story_of: Mapping[int, str]
) -> Iterator[tuple[_Said, _Said]]:
    """Translations, the earlier wording first."""
    by_story: dict[str, list[_Said]] = {}
    for utterance in utterances:
        story = story_of.get(utterance.item.position)
        if story is not None and len(utterance.stems) >= LEAST_WORDS:
            by_story.setdefault(story, []).append(_said(utterance, corpus.entities))
    for said in by_story.values():
        kept = said[:MOST_QUOTES]
        yield from (
            (one, other) for place, one in enumerate(kept) for other in kept[place + 1 :] if _one(one, other, kept)
        )


def _said(utterance: Utterance, entities: Mapping[str, Entity]) -> _Said:
    record, quote = utterance.item.record, utterance.quote
    names = {
        f"@{mention.entity}" for mention in record.mentions if quote.covers(mention) and mention.entity in entities
    }
    numbers = frozenset(figure.value for figure in record.figures if quote.covers(figure) and figure.value is not None)
    speaker = quote.speaker.entity if quote.speaker else None
    known = entities.get(speaker or "")
    person = speaker if known is not None and known.kind == "person" and known.mentions else None
    told = listed_meanings(quote.text) | names | {f"#{number:g}" for number in numbers}
    return _Said(utterance, _language(utterance), told, numbers, person)


def _one(one: _Said, other: _Said, said: Sequence[_Said]) -> bool:
    """Whether two quotes are translations of each other, and neither has a better counterpart in the other's report."""
    score = _likeness(one, other)
    rivals = [
        _likeness(here, there)
        for here, there in (
            *((one, rival) for rival in said if rival.utterance.item is other.utterance.item),
            *((rival, other) for rival in said if rival.utterance.item is one.utterance.item),
        )
    ]
    return score > 0 and score >= max(rivals)


def _likeness(one: _Said, other: _Said) -> float:
    """How much of what is told agrees; 0 where the two cannot be translations of each other."""
    if one.language == other.language or one.language is None or other.language is None:
        return 0.0
    lengths = sorted((len(one.utterance.stems), len(other.utterance.stems)))
    two_persons = None not in (one.person, other.person) and one.person != other.person
    other_numbers = bool(one.numbers and other.numbers) and one.numbers.isdisjoint(other.numbers)
    if two_persons or other_numbers or lengths[1] > LENGTH_RATIO * lengths[0]:
        return 0.0
    common = len(one.told & other.told)
    share = common / min(len(one.told), len(other.told)) if common else 0.0
    return common + share if common >= LEAST_COMMON and share >= LEAST_SHARE else 0.0


def _reason(one: _Said, other: _Said) -> str:
    common = one.told & other.told
    things = ", ".join(sorted(word for word in common if word[0] not in "@#"))
    further = [f"{sum(word[0] == '@' for word in common)} names", f"{sum(word[0] == '#' for word in common)} numbers"]
    told = ", ".join([things, *(part for part in further if not part.startswith("0 "))]).strip(", ")
    outlets = f"{outlet_of(one.utterance)}, {outlet_of(other.utterance)}"
    return f"probably a translation, by what both tell: {told} ({outlets})"
