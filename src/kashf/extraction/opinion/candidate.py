"""What an opinion is asked about: a claim that the rules made, or one that they might have made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kashf.domain.predicates import Predicate
from kashf.extraction.claims.matching import Match
from kashf.extraction.claims.subjects import Actor
from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.draft import Clauses
from kashf.extraction.words.word import Word

__all__ = ["Candidate", "loosened", "nearest"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An event with one of its predicates and what fills its roles.

    `made` says whether the rules make a claim of it. Where they do not, `predicate` is what they would have
    needed, and `match` what there is. `before` counts the claims that they made of the sentence so far.
    """

    language: str
    words: Sequence[Word]
    clauses: Clauses
    event: Event
    predicate: Predicate
    match: Match
    actor: Actor | None
    made: bool
    before: int = 0

    def lacks(self) -> tuple[str, ...]:
        """Of what the predicate asks, what is not so: of several ways to meet it, what the nearest one lacks."""
        fillers = self.match.fillers
        ways = [tuple(sorted(_lacks(need, fillers))) for need in self.predicate.needs]
        never = (
            f"never {role}"
            for role, kinds in self.predicate.never.items()
            if any(phrase.is_a(*kinds) for phrase in fillers.get(role, ()))
        )
        company = () if self.in_company() is not False else ("company",)
        return (*company, *min(ways, key=len, default=()), *never)

    def in_company(self) -> bool | None:
        """Whether the words stand there that a fixed phrase needs («فرض عقوبات»); None where it needs none."""
        needed = self.predicate.company, *self.predicate.marked_company.values()
        if not any(needed):
            return None
        if any(self._is_one(phrase, self.predicate.company) for phrase in self.event.direct):
            return True
        marked = self.predicate.marked_company.items()
        return any(self._is_one(phrase, wanted) for mark, wanted in marked for phrase in self.event.marks(mark))

    def _is_one(self, phrase: Phrase, wanted: Sequence[str]) -> bool:
        near = self.words[phrase.first : min(phrase.first + 2, phrase.last)]
        forms = {form for word in near for form in (word.stem, word.norm, *word.classes)}
        return phrase.is_a(*wanted) or not forms.isdisjoint(wanted)


def _lacks(need: Mapping[str, Sequence[str]], fillers: Mapping[str, Sequence[Phrase]]) -> Iterator[str]:
    for role, kinds in need.items():
        phrases = fillers.get(role, ())
        if not phrases:
            yield role
        elif not any(phrase.is_a(*kinds) for phrase in phrases):
            yield f"{role} but unlisted" if not any(phrase.kinds for phrase in phrases) else f"{role} of another kind"


def nearest(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Of the candidates of one event, for each type the one that lacks least."""
    best: dict[str, Candidate] = {}
    for one in candidates:
        other = best.get(one.predicate.type)
        if other is None or len(one.lacks()) < len(other.lacks()):
            best[one.predicate.type] = one
    return tuple(best.values())


def loosened(event: Event) -> Iterator[tuple[Predicate, Event]]:
    """The event with each of its predicates alone and nothing asked of its fillers; the predicate tells what was."""
    yield from ((predicate, replace(event, predicates=(_loose(predicate),))) for predicate in event.predicates)


@cache
def _loose(predicate: Predicate) -> Predicate:
    return replace(predicate, company=(), marked_company={}, needs=(), never={})
