"""Traits of a candidate: what of an event, its fillers and its surroundings speaks for or against a claim, as words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain

from kashf.domain.outright import outright
from kashf.domain.predicates import claim_types, default_marks
from kashf.extraction.claims.qualifying import steering
from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.opinion.candidate import Asked, Candidate

__all__ = ["contexts_of", "traits_of"]

_BESIDE = ("hostile", "money", "state", "crime", "goods", "court", "drugs", "arms", "oil", "person", "place", "time")
"""Kinds of phrase whose presence in the sentence is a trait, wherever they stand."""
_FLAGS = ("negated", "future", "conjoined", "descriptive", "passive", "subject_elided")
_TWO = 2
_OTHERS = frozenset({"agent"})
"""Kinds that nearly everybody is of."""
_WHAT = ("pronoun", "counted", "act")
KEPT = 20_000
"""Phrases by their kinds and place of which the traits are kept between reports: some 5 MB."""
SPARSE, THICK = 0.35, 0.8
"""Claims of the rules to a sentence, below which a text tells little of the subject and from which on it tells much."""


def traits_of(candidates: Sequence[Candidate]) -> list[frozenset[str]]:
    """The traits of each of the candidates that one event gives. Words are told with their language; all else is
    learned over all languages at once."""
    if not candidates:
        return []
    asked = candidates[0].asked
    shared = (*_evoking(asked), *_around(asked))
    lacking = [len(one.lacks) for one in candidates]
    return [
        frozenset((*shared, *_filled(one), *_unmet(one), *_among(lacks, lacking, one)))
        for one, lacks in zip(candidates, lacking, strict=True)
    ]


def contexts_of(candidate: Candidate) -> tuple[str, ...]:
    """What every trait of a candidate is weighed with: by itself, with whether the rules made the claim, with its type
    and with the group of its type."""
    kind = claim_types()[candidate.predicate.type]
    return "", "made" if candidate.made else "silent", kind.name, f"group {kind.group}"


def _evoking(asked: Asked) -> Iterator[str]:
    """The event itself: its word and form, and what stands in each of its places."""
    event = asked.event
    yield "any"
    yield f"{asked.language} {event.lemma or asked.words[event.word].stem}"
    yield f"form={event.form}"
    yield f"types={min(len({predicate.type for predicate in event.predicates}), 6)}"
    yield from (flag for flag in _FLAGS if getattr(event, flag))
    yield from (f"class {each}" for each in event.classes)
    if event.mood:
        yield f"mood={event.mood}"
    if event.antecedent:
        yield f"relative {event.form}"
    yield f"objects={min(len(event.direct), _TWO)}"
    yield from _standing(asked)


def _standing(asked: Asked) -> Iterator[str]:
    event, actor = asked.event, asked.actor
    yield f"actor {actor.how if actor else 'none'}"
    yield from _of("act", actor.phrases if actor else ())
    yield from _of("subject", event.subject)
    yield from _of("direct", event.direct)
    yield from _of("that", event.that)
    yield from _of("antecedent", event.antecedent)
    places = _places(asked.language)
    for mark, phrase in event.marked:
        yield from _of(places.get(mark, "elsewhere"), (phrase,))


def _of(place: str, phrases: Sequence[Phrase]) -> Iterator[str]:
    return chain.from_iterable([_told(f"{place}:", phrase) for phrase in phrases[:_TWO]])


def _told(place: str, phrase: Phrase) -> Sequence[str]:
    return _kinds(place, phrase.kinds, bool(phrase.pronoun), phrase.figure is not None, phrase.event is not None)


@cache
def _places(language: str) -> Mapping[str, str]:
    """What may stand behind each preposition in a language: the roles that stand there by default."""
    roles: dict[str, list[str]] = {}
    for role, marks in default_marks(language).items():
        for mark in marks:
            roles.setdefault(mark, []).append(role)
    return {mark: "/".join(sorted(each)) for mark, each in roles.items()}


def _filled(candidate: Candidate) -> Iterator[str]:
    fillers = candidate.match.fillers
    roles = sorted(role for role in fillers if role != "actor")
    yield f"roles={'+'.join(roles) or 'none'}"
    for role, phrases in fillers.items():
        yield f"has {role}"
        yield from _told(f"{role} is ", phrases[0])


@lru_cache(maxsize=KEPT)
def _kinds(place: str, kinds: frozenset[str], *what: bool) -> Sequence[str]:
    """What a phrase in a place is, each behind the name of the place; news has few sorts of phrases."""
    own = [*(kinds - _OTHERS)] if kinds else ["unlisted"]
    own += [name for name, is_so in zip(_WHAT, what, strict=True) if is_so]
    return tuple([place + kind for kind in own])


def _unmet(candidate: Candidate) -> Iterator[str]:
    """What the predicate asks that is not so, and whether its word tells of the type by itself."""
    told = outright(candidate.asked.language, candidate.predicate.type)
    word = candidate.asked.words[candidate.event.word]
    yield "outright" if candidate.event.lemma in told or word.stem in told else "by what stands beside"
    if candidate.company is not None:
        yield "fixed phrase"
    if not candidate.made:
        yield from (f"lacks {what}" for what in candidate.lacks or ("nothing",))


def _among(lacks: int, lacking: Sequence[int], candidate: Candidate) -> Iterator[str]:
    """How a candidate stands among the others of its event."""
    if candidate.made:
        return
    nearest = lacks == min(lacking)
    yield f"{'nearest' if nearest else 'farther'} of {min(len(lacking), 4)}"
    if nearest and lacking.count(lacks) == 1:
        yield "nearest alone"
    asked = [role for role in candidate.predicate.roles if role != "actor"]
    filled = sum(role in candidate.match.fillers for role in asked)
    yield f"asked {'none' if not filled else 'all' if filled == len(asked) else 'some'}"


def _around(asked: Asked) -> Iterator[str]:
    event, clauses = asked.event, asked.clauses
    above = [*steering(clauses, event)]
    yield f"above={min(len(above), _TWO)}"
    yield from _steered(above)
    if event.governed_by:
        yield f"behind={_places(asked.language).get(event.governed_by, 'elsewhere')}"
    yield from [f"beside {kind}" for kind in _BESIDE if kind in asked.beside]
    yield f"sentence={min(len(clauses.units) // 8, 4)}"
    yield f"before={min(asked.before, _TWO)}"
    yield f"just before={min(asked.just_before, _TWO)}"
    told = asked.so_far
    yield f"so far={'none' if not told else 'sparse' if told < SPARSE else 'some' if told < THICK else 'thick'}"


def _steered(above: Sequence[Event]) -> Iterator[str]:
    if above:
        yield from (f"steered {way}" for way in above[0].classes)
        yield f"under {'a predicate' if above[0].predicates else 'none'} {above[0].form}"
        yield from (f"under {kind}" for kind in sorted({predicate.type for predicate in above[0].predicates})[:4])
