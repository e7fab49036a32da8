"""Traits of a candidate: what of an event, its fillers and its surroundings speaks for or against a claim, as words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kashf.domain.predicates import claim_types
from kashf.extraction.claims.qualifying import steering
from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.opinion.candidate import Candidate

__all__ = ["traits_of"]

_KINDS = (
    *("hostile", "person", "group", "organisation", "business", "bank", "state", "place", "people", "persons", "title"),
    *("money", "funds", "currency", "income", "goods", "oil", "arms", "drugs", "antiquities", "document", "holding"),
    *("facility", "crime", "deal", "attack", "measure", "activity", "aid", "time"),
)
"""The kinds of filler that tell most; narrower ones are too rare to learn from."""


def traits_of(candidates: Sequence[Candidate]) -> list[frozenset[str]]:
    """The traits of each of the candidates that one event gives.

    Some are told twice: by themselves, and together with whether the rules made the claim. Forms of words are told with
    their language; all else is learned over all languages at once.
    """
    lacking = [len(one.lacks) for one in candidates]
    return [
        frozenset((*_traits(one), *_among(lacks, lacking, one))) for one, lacks in zip(candidates, lacking, strict=True)
    ]


def _traits(candidate: Candidate) -> Iterator[str]:
    state = "made" if candidate.made else "silent"
    plain = (*_evoking(candidate), *_filled(candidate), *_unmet(candidate), *_around(candidate))
    yield state
    yield from plain
    yield from (f"{state} {trait}" for trait in plain)
    yield from _worded(candidate, state)


def _among(lacks: int, lacking: Sequence[int], candidate: Candidate) -> Iterator[str]:
    """How a candidate stands among the others of its event."""
    if candidate.made:
        return
    nearest = lacks == min(lacking)
    yield f"lacks {min(lacks, 2)}"
    yield f"{'nearest' if nearest else 'farther'} of {min(len(lacking), 4)}"
    if nearest and lacking.count(lacks) == 1:
        yield "nearest alone"
    asked = [role for role in candidate.predicate.roles if role != "actor"]
    filled = sum(role in candidate.match.fillers for role in asked)
    yield f"asked {'none' if not filled else 'all' if filled == len(asked) else 'some'}"


def _evoking(candidate: Candidate) -> Iterator[str]:
    event, kind = candidate.event, claim_types()[candidate.predicate.type]
    yield f"type={kind.name}"
    yield f"group={kind.group}"
    yield f"form={event.form}"
    yield f"group={kind.group} form={event.form}"
    yield f"types={min(len({predicate.type for predicate in event.predicates}), 4)}"
    yield from (flag for flag in ("negated", "future", "conjoined", "descriptive", "passive") if getattr(event, flag))
    if event.mood:
        yield f"mood={event.mood}"
    if event.antecedent:
        yield f"relative {event.form}"


def _filled(candidate: Candidate) -> Iterator[str]:
    fillers = candidate.match.fillers
    roles = sorted(role for role in fillers if role != "actor")
    yield f"roles={'+'.join(roles) or 'none'}"
    yield f"filled={min(len(roles), 3)}"
    for role, phrases in fillers.items():
        yield f"has {role}"
        yield from (f"{role} is {kind}" for phrase in phrases[:1] for kind in _kinds(phrase))
    actor = candidate.actor
    yield f"actor {actor.how if actor and 'actor' in fillers else 'none'}"


def _kinds(phrase: Phrase) -> Iterator[str]:
    yield from (kind for kind in _KINDS if kind in phrase.kinds)
    if not phrase.kinds:
        yield "unlisted"
    if phrase.pronoun:
        yield "pronoun"
    if phrase.figure is not None:
        yield "counted"
    if phrase.event is not None:
        yield "act"


def _unmet(candidate: Candidate) -> Iterator[str]:
    """What the predicate asks that is not so, and whether it is a fixed phrase."""
    if candidate.company is not None:
        yield f"company {'met' if candidate.company else 'missing'}"
    if not candidate.made:
        yield from (f"lacks {what}" for what in candidate.lacks or ("nothing",))
        yield f"lacks: {'; '.join(candidate.lacks)}"


def _around(candidate: Candidate) -> Iterator[str]:
    event, clauses = candidate.event, candidate.asked.clauses
    above = [*steering(clauses, event)]
    yield f"above={min(len(above), 2)}"
    if above:
        yield from (f"steered {way}" for way in sorted(above[0].classes))
        yield f"under {'a predicate' if above[0].predicates else 'none'} {above[0].form}"
    if event.governed_by:
        yield f"behind={event.governed_by}"
    beside = frozenset().union(*(phrase.kinds for phrase in clauses.phrases if phrase is not None))
    yield from (f"beside {kind}" for kind in ("hostile", "money", "state", "crime") if kind in beside)
    yield f"before={min(candidate.asked.before, 2)}"
    yield f"place={'first' if _first(candidate) else 'later'}"
    yield f"sentence={min(len(candidate.asked.clauses.units) // 8, 4)}"


def _first(candidate: Candidate) -> bool:
    return all(not event.predicates or event.index >= candidate.event.index for event in candidate.asked.clauses.events)


def _worded(candidate: Candidate, state: str) -> Iterator[str]:
    event: Event = candidate.event
    language, kind, words = candidate.asked.language, candidate.predicate.type, candidate.asked.words
    lemma = event.lemma or words[event.word].stem
    yield f"{language} {lemma}"
    yield f"{language} {lemma} {kind}"
    yield f"{state} {language} {lemma} {kind}"
    for role, phrases in candidate.match.fillers.items():
        yield from (f"{language} {role}: {words[phrase.first].stem}" for phrase in phrases[:1] if not phrase.pronoun)
