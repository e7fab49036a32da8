"""Events: the verbs, verbal nouns and participles of a sentence, each with its arguments as grammar gives them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from kashf.domain.predicates import Predicate
from kashf.values import value

__all__ = ["Event", "Phrase", "takes_object"]


@value
class Phrase:
    """A noun phrase as a possible filler: words first..last (half-open).

    `kinds` are what its head stands for, broader kinds included; `figure` points to the figure in it, `event` to the
    event it consists of (a verbal noun with its arguments); `pronoun` is the ending or pronoun that is all of it;
    `cases` are those it can stand in, in a language that has them; `stands_for` the words that a pronoun takes up.
    """

    first: int
    last: int
    kinds: frozenset[str] = frozenset()
    figure: int | None = None
    event: int | None = None
    pronoun: str = ""
    cases: frozenset[str] = frozenset()
    stands_for: tuple[int, int] | None = None

    def is_a(self, *kinds: str) -> bool:
        """Whether it stands for one of the kinds."""
        return not self.kinds.isdisjoint(kinds)


@dataclass(slots=True)
class Event:
    """One event of a sentence while it is put together.

    `subject` is who or what grammar makes the subject, with coordinated ones; `direct` the objects of a verb or the
    genitive of a verbal noun; `marked` what stands behind prepositions; `governor` the event that steers this one and
    `governed_by` the preposition between them. `antecedent` is the noun a relative clause hangs on;
    `descriptive` an act that only says what kind of thing a noun is.
    """

    index: int
    unit: int
    word: int
    form: Literal["verb", "noun", "participle"]
    lemma: str
    classes: frozenset[str]
    predicates: tuple[Predicate, ...]
    subject: tuple[Phrase, ...] = ()
    subject_elided: bool = False
    direct: list[Phrase] = field(default_factory=list)
    marked: list[tuple[str, Phrase]] = field(default_factory=list)
    that: tuple[Phrase, ...] = ()
    governor: int | None = None
    governed_by: str | None = None
    antecedent: tuple[Phrase, ...] = ()
    negated: bool = False
    future: bool = False
    conjoined: bool = False
    descriptive: bool = False
    passive: bool = False
    mood: str = ""

    def marks(self, preposition: str) -> list[Phrase]:
        """What stands behind one preposition."""
        return [phrase for mark, phrase in self.marked if mark == preposition]

    def steers(self, *ways: str) -> bool:
        """Whether it steers what it governs in one of the ways of the verb tables (begin, attempt, ...)."""
        return not self.classes.isdisjoint(ways)


def takes_object(event: Event) -> bool:
    """Whether a predicate of the event has something standing as its direct object."""
    return any(map(_takes_object, event.predicates))


@cache
def _takes_object(predicate: Predicate) -> bool:
    return bool(predicate.company) or any("direct" in marks for marks in predicate.roles.values())
