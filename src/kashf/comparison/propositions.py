"""Claims made ready to be compared: who and what fills each role, what its words mean, where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from kashf.comparison.corpus import Corpus, Item
from kashf.comparison.quotes import SharedQuote
from kashf.comparison.words import folded_words, meanings, stems, written_in
from kashf.records import Claim, Figure, Moment, Role, Span

__all__ = ["FIGURE_ROLES", "Filler", "Proposition", "propositions", "with_role_left_out"]

FIGURE_ROLES = ("amount", "price", "rate", "proceeds", "of_total")
AROUND = 32
"""So many letters before and behind the evidence of a claim are looked at to tell whether two reports have one text."""
LEAST_PASSAGE = 6
"""Passages of fewer words are met in any report of the field."""


class Filler(NamedTuple):
    """What fills a role: the entity where it is known, the words, what they mean and their script."""

    entity: str | None
    name: str
    meaning: frozenset[str]
    script: str


@dataclass(frozen=True, slots=True, eq=False)
class Proposition:
    """One claim of one report; two of them are one only where they are the same object.

    `index` is its place among all propositions; `fillers`, the known `entities` among them, and `figures` are by role,
    an amount that is told again in another unit with both; `utterance` is the shared quote its evidence stands in,
    `story` the story of its report. `passage` are its evidence's words with those around it: two reports that have the
    same there reproduce one text.
    """

    index: int
    item: Item
    claim: Claim
    fillers: Mapping[str, tuple[Filler, ...]]
    entities: Mapping[str, frozenset[str]]
    figures: Mapping[str, tuple[Figure, ...]]
    words: tuple[str, ...]
    script: str
    time: Moment | None
    utterance: str | None
    story: str | None
    passage: str | None = None


def propositions(corpus: Corpus, quotes: Sequence[SharedQuote], story_of: Mapping[int, str]) -> tuple[Proposition, ...]:
    """Every claim of the corpus, in order of publication and of the text."""
    spoken: dict[str, list[tuple[int, int, str]]] = {}
    for quote in quotes:
        for utterance in quote.utterances:
            spoken.setdefault(utterance.item.id, []).append((utterance.quote.start, utterance.quote.end, quote.id))
    claims = ((item, claim) for item in corpus.items for claim in item.record.claims)
    return tuple(
        _proposition(index, item, claim, _spoken_in(claim, spoken.get(item.id, ())), story_of.get(item.position))
        for index, (item, claim) in enumerate(claims)
    )


def with_role_left_out(claim: Proposition, role: str) -> Proposition:
    """A claim as if it did not say who or what fills a role, or with `time`, when."""
    if role == "time":
        return replace(claim, time=None)
    left = {name: filled for name, filled in claim.fillers.items() if name != role}
    return replace(claim, fillers=left, entities={name: claim.entities[name] for name in left})


def _spoken_in(claim: Claim, quotes: Sequence[tuple[int, int, str]]) -> str | None:
    """The shared quote that a claim's evidence stands in."""
    return next(
        (key for start, end, key in quotes if start <= claim.evidence.start and claim.evidence.end <= end), None
    )


def _proposition(index: int, item: Item, claim: Claim, utterance: str | None, story: str | None) -> Proposition:
    figures: dict[str, list[Figure]] = {}
    fillers: dict[str, list[Filler]] = {}
    for role in claim.roles:
        if role.figure is not None:
            told = figures.setdefault(role.role, [])
            told += [figure for figure in item.record.restated(role.figure) if figure not in told]
        elif role.role not in FIGURE_ROLES:
            fillers.setdefault(role.role, []).append(_filler(role))
    return Proposition(
        index=index,
        item=item,
        claim=claim,
        fillers={role: tuple(filled) for role, filled in fillers.items()},
        entities={
            role: frozenset(filler.entity for filler in filled if filler.entity) for role, filled in fillers.items()
        },
        figures={role: tuple(filled) for role, filled in figures.items()},
        words=stems(claim.evidence.text),
        script=written_in(claim.evidence.text),
        time=item.record.times[claim.time] if claim.time is not None else None,
        utterance=utterance,
        story=story,
        passage=_passage(item.record.text, claim.evidence),
    )


def _passage(text: str, evidence: Span) -> str | None:
    """The folded words of the evidence and of what stands around it; None where that is too little to tell a text."""
    before = folded_words(text[max(0, evidence.start - AROUND) : evidence.start])
    behind = folded_words(text[evidence.end : evidence.end + AROUND])
    cut = 1 if evidence.start > AROUND else 0  # the first and the last word may be parts of one
    words = (*before[cut:], *folded_words(evidence.text), *behind[:-1])
    return " ".join(words) if len(words) >= LEAST_PASSAGE else None


def _filler(role: Role) -> Filler:
    return Filler(role.entity, role.name or role.text, meanings(role.text), written_in(role.text))
