"""Matching: which predicate an event satisfies, and with which phrases in which roles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
from operator import attrgetter

from kashf.domain.predicates import Predicate, claim_types
from kashf.extraction.claims.filling import Fillers, Surroundings, apart_from_object, count, fill
from kashf.extraction.claims.layouts import layout_of
from kashf.extraction.claims.unsaid import (
    IMPERSONAL,
    PERSONS,
    befalls_people,
    pronoun_object,
    somebody_in_ending,
    undergoer,
)
from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.words.word import Word
from kashf.values import value

__all__ = ["Company", "Match", "Surroundings", "best_match", "in_company", "is_fixed", "match_of"]


Choices = Callable[[str], Sequence[Sequence[Phrase]]]
"""Who may do an act of a group of types, the likeliest first."""


@value
class Match:
    """A predicate whose conditions hold, and the phrases of each role."""

    predicate: Predicate
    fillers: Mapping[str, Sequence[Phrase]]


def best_match(event: Event, actors: Choices, around: Surroundings) -> Match | None:
    """The first predicate of the event, in the order of the tables, whose conditions hold; None where none does.

    `actors` tells who may do it, if it is an act of a given group of types, the likeliest first.
    """
    told = _standing(event, around)
    who = {group: actors(group) for group in {each.group for each in told}}
    present = _present(event, who.values(), around) if any(map(_NEEDED, told)) else None
    if present is not None:
        told = [each for each in told if _may_hold(each.needed, present)]
    for asked, actor in _tried(told, who):
        if present is None or _may_be_met(asked, event, actor, around, present):
            fillers = _filled(asked, event, actor, around)
            if _holds(asked, fillers) and not _barred(asked.predicate, event):
                return Match(asked.predicate, fillers)
    return None


def _standing(event: Event, around: Surroundings) -> Sequence[_Asked]:
    """The predicates of an event that the report leaves room for, and of fixed phrases those that stand there."""
    asked = _in_order(event.predicates)
    held = asked if around.loosely else [each for each in asked if not each.predicate.loose]
    company = Company(event, around.words)
    return [each for each in held if not each.fixed or company.stands(each.predicate)]


def _tried(
    told: Sequence[_Asked], who: Mapping[str, Sequence[Sequence[Phrase]]]
) -> Iterator[tuple[_Asked, Sequence[Phrase]]]:
    """Each predicate with each who may do it: all with the likeliest first."""
    for rank in range(max([len(who[each.group]) for each in told], default=0)):
        for each in told:
            choices = who[each.group]
            if rank < len(choices):
                yield each, choices[rank]


def match_of(predicate: Predicate, event: Event, actors: Choices, around: Surroundings) -> Match | None:
    """What fills the roles of a predicate that asks nothing of its fillers, if it is the likeliest actor's act; None
    where it may not hold in the report, or nobody may do it."""
    asked = _asked(predicate)
    choices = actors(asked.group) if around.loosely or not predicate.loose else ()
    return Match(predicate, _filled(asked, event, choices[0], around)) if choices else None


@value(eq=False)
class _Asked:
    """A predicate with what is asked of it for every event, told once.

    `needed` are the ways to meet what it needs, each by the kinds of its roles: none where nothing is needed, or a role
    is filled by part of a phrase, of kinds that the whole has not; `needs` the same with their roles. `undergone`: its
    subject is who or what the act is done to. `object_role` and `thing_role` stand as the object and as the subject: in
    them a pronoun may stand for what was spoken of.
    """

    predicate: Predicate
    fixed: bool
    group: str
    needed: Sequence[Sequence[Sequence[str]]]
    needs: Sequence[Sequence[tuple[str, Sequence[str]]]]
    undergone: bool
    object_role: str | None
    thing_role: str | None


_NEEDED = attrgetter("needed")


@cache
def _asked(predicate: Predicate) -> _Asked:
    roles = predicate.roles
    needs = [[(role, _able(role, kinds)) for role, kinds in need.items()] for need in predicate.needs]
    inner = any(not _INNER.isdisjoint(places) for places in roles.values())
    return _Asked(
        predicate,
        is_fixed(predicate),
        claim_types()[predicate.type].group,
        () if inner or not all(needs) else [[kinds for _, kinds in need] for need in needs],
        needs,
        _undergone(predicate),
        next((role for role, at in roles.items() if "direct" in at and role not in _SUMS), None),
        "object" if "subject" in roles.get("object", ()) else None,
    )


@cache
def _in_order(asked: tuple[Predicate, ...]) -> Sequence[_Asked]:
    """The predicates of a word as they are asked; there are as many such rows as words of the tables."""
    return sorted(map(_asked, asked), key=_precedence)


def _precedence(asked: _Asked) -> int:
    """A fixed phrase says most, a loose predicate least."""
    return 2 if asked.predicate.loose else not asked.fixed


@value
class _Present:
    """What might fill roles at all: the kinds of every phrase in reach, and whether one is of no kind that is known.
    `elsewhere` says whether what was spoken of before may fill a role."""

    kinds: Set[str]
    unlisted: bool
    elsewhere: bool


def _present(event: Event, actors: Iterable[Sequence[Sequence[Phrase]]], around: Surroundings) -> _Present:
    own = (*event.subject, *event.direct, *event.that, *event.antecedent, *(phrase for _, phrase in event.marked))
    phrases = [*own, *(phrase for choices in actors for choice in choices for phrase in choice)]
    unsaid = event.form == "verb" and not event.subject and not event.direct  # what a passive is told of stands before
    ending = bool(around.words[event.word].split.ending)
    taken_up = unsaid or ending or any(p.pronoun for p in event.direct)
    if taken_up or any(p.pronoun in _TAKEN_UP for p in event.subject):
        phrases.extend(around.before)
    kinds = set().union(*[phrase.kinds for phrase in phrases])
    if any(phrase.pronoun for phrase in phrases) or somebody_in_ending(event, around.words) is not None:
        kinds |= PERSONS
    unlisted, elsewhere = any(not p.kinds for p in phrases), taken_up or any(p.pronoun for p in event.subject)
    return _Present(kinds, unlisted, elsewhere)


def _may_hold(needed: Sequence[Sequence[Sequence[str]]], present: _Present) -> bool:
    """Whether what is needed may be met by what is there, whatever its role: most are told apart by that alone."""
    for need in needed:
        for kinds in need:
            if present.kinds.isdisjoint(kinds) and not (present.unlisted and "anyone" in kinds):
                break
        else:
            return True
    return not needed


def _may_be_met(asked: _Asked, event: Event, actor: Sequence[Phrase], around: Surroundings, present: _Present) -> bool:
    """Whether what is needed may be met by what stands where its roles stand: asked before any role is filled."""
    if event.passive or not asked.needed:
        return True
    stand = around.stand(event, _subject(asked, event, actor, around))
    places = layout_of(asked.predicate, event, around.language).places
    taken_up = {asked.object_role, asked.thing_role, "amount"} if present.elsewhere else ()

    def may_be(role: str, able: Sequence[str]) -> bool:
        standing = (phrase for at in places.get(role, ()) for phrase in stand.get(at, ()))
        return role in taken_up or any(_is(phrase, able) for phrase in standing)

    return any(all(may_be(role, able) for role, able in need) for need in asked.needs)


_TAKEN_UP = frozenset({"it", "them"})
"""Pronouns in subjects («most of it») that stand for a thing of the sentence before."""
_INNER = frozenset({"owner", "genitive", "complement"})


def _filled(asked: _Asked, event: Event, actor: Sequence[Phrase], around: Surroundings) -> Fillers:
    """The roles of a predicate, if it is a certain actor's act; an object ending stands for what was spoken of."""
    predicate = asked.predicate
    fillers = fill(predicate, event, _subject(asked, event, actor, around), around)
    if predicate.company:
        _leave_company(fillers, predicate, around.words)
    role = asked.object_role or (asked.thing_role if event.subject else None)
    if role:
        _take_up(fillers, role, predicate, event, around)
        apart_from_object(fillers, predicate.type, around.words)
    return fillers


def _subject(asked: _Asked, event: Event, actor: Sequence[Phrase], around: Surroundings) -> Sequence[Phrase]:
    """Who stands as the subject of an event, if it is a certain actor's act."""
    if asked.undergone and event.form == "noun" and not _does_to(event, around):
        return event.subject or event.direct  # «سقوط ستة من عناصره»: no more than its genitive tells
    if asked.thing_role and not event.direct and _named(event, around):
        return event.subject  # «before his beheading»: who acts around it is not whom it befalls
    return actor


def _named(event: Event, around: Surroundings) -> bool:
    """Whether an act is told by a noun or gerund of a European language."""
    return event.form == "noun" and around.language != "ar" and around.words[event.word].category != "verb"


def _does_to(event: Event, around: Surroundings) -> bool:
    """«moving the money», « déplacer l'argent »: an infinitive or form in -ing does something to what follows it."""
    acts = around.language != "ar" and around.words[event.word].category in ("verb", "verbal_noun")
    return acts and bool(event.direct) and not event.subject


def _take_up(fillers: Fillers, role: str, predicate: Predicate, event: Event, around: Surroundings) -> None:
    """Fills a role with what a pronoun or an ending stands for, or what was spoken of, where nothing else stands."""
    if all(phrase.pronoun and phrase.is_a("agent") for phrase in fillers.get(role, ())):
        meant = pronoun_object(predicate, role, event, around)
        unsaid = undergoer(predicate, role, event, around) if meant is None and role not in fillers else None
        if event.conjoined and unsaid in fillers.get("actor", ()):
            unsaid = None  # «اخترقوا أنظمة وطالبوا بفدية»: they do both
        if unsaid is not None:
            fillers.pop("actor", None)
        if meant is not None or unsaid is not None:
            fillers[role] = [phrase for phrase in (meant, unsaid) if phrase is not None]
            count(fillers, predicate.type)
    ending = somebody_in_ending(event, around.words)
    if role not in fillers and ending is not None and befalls_people(predicate, role):
        fillers[role] = [ending]


def _leave_company(fillers: Fillers, predicate: Predicate, words: Sequence[Word]) -> None:
    """The noun that a fixed phrase needs beside its object is no object: «أودع المتهم السجن»."""
    objects = fillers.get("object", [])
    if len(objects) <= 1:
        return
    others = [phrase for phrase in objects if not _is_one(phrase, predicate.company, words)]
    if others and len(others) < len(objects) and all(p.is_a("agent") for p in others):
        fillers["object"] = others


def _undergone(predicate: Predicate) -> bool:
    """Whether its subject is who or what the act is done to."""
    roles = {role for role, places in predicate.roles.items() if "subject" in places}
    direct = any("direct" in places for places in predicate.roles.values())
    return not direct and "object" in roles and "actor" not in roles


_SUMS = frozenset({"amount", "price", "rate", "proceeds", "purpose"})


def in_company(predicate: Predicate, event: Event, words: Sequence[Word]) -> bool:
    """Whether the object is one of the words or kinds a fixed phrase needs («فرض عقوبات»)."""
    return not is_fixed(predicate) or Company(event, words).stands(predicate)


def is_fixed(predicate: Predicate) -> bool:
    """Whether a predicate is a fixed phrase, whose verb alone says nothing («فرض عقوبات»)."""
    return bool(predicate.company or predicate.marked_company)


class Company:
    """What stands with an event, by the words and kinds that fixed phrases ask for; it is looked at once for all the
    predicates of the event."""

    def __init__(self, event: Event, words: Sequence[Word]) -> None:
        self.event = event
        self.words = words
        self._direct: Set[str] | None = None
        self._behind: dict[str, Set[str]] = {}

    def stands(self, predicate: Predicate) -> bool:
        """Whether what a fixed phrase needs stands there."""
        if predicate.company and not self._objects().isdisjoint(predicate.company):
            return True
        marked = predicate.marked_company
        return any(not self._marked(mark).isdisjoint(wanted) for mark, wanted in marked.items())

    def _objects(self) -> Set[str]:
        if self._direct is None:
            self._direct = self._known(self.event.direct)
        return self._direct

    def _marked(self, mark: str) -> Set[str]:
        known = self._behind.get(mark)
        if known is None:
            known = self._behind[mark] = self._known(self.event.marks(mark))
        return known

    def _known(self, phrases: Sequence[Phrase]) -> Set[str]:
        each = [(phrase.kinds, _called(phrase, self.words)) for phrase in phrases]
        return frozenset().union(*[words for told in each for words in told])


def _is_one(phrase: Phrase, wanted: Sequence[str], words: Sequence[Word]) -> bool:
    return not (phrase.kinds.isdisjoint(wanted) and _called(phrase, words).isdisjoint(wanted))


def _called(phrase: Phrase, words: Sequence[Word]) -> Set[str]:
    """The words and kinds that the nouns which head a phrase stand in tables by."""
    first = phrase.first
    while first + 1 < phrase.last and words[first].category in ("demonstrative", "quantifier", "number"):
        first += 1
    opening = first
    while words[first].cases and words[first].category == "unknown" and first + 2 < phrase.last:
        first += 1  # «главным их источником»
    near = (*words[opening : min(first + 2, phrase.last)], words[_last_noun(phrase, words)])
    return {called for word in near for called in (*_spelled(word), *word.classes)}


def _last_noun(phrase: Phrase, words: Sequence[Word]) -> int:
    """The word before the first preposition of a phrase, which heads it in English: «the single biggest earner»."""
    inner = range(phrase.first + 1, phrase.last)
    return next((place for place in inner if words[place].category == "preposition"), phrase.last) - 1


def _spelled(word: Word) -> tuple[str, ...]:
    """The ways a word may stand in a table: its stem, whole, and without the accusative's ا («حكما»)."""
    return word.stem, word.norm, word.stem.removesuffix("ا")


def _holds(asked: _Asked, fillers: Fillers) -> bool:
    for role, kinds in asked.predicate.never.items():
        if any(phrase.is_a(*kinds) for phrase in fillers.get(role, ())):
            return False
    if not asked.needs:
        return bool(fillers.keys() - {"actor"})
    return any(_is_met(need, fillers) for need in asked.needs)


def _is_met(need: Sequence[tuple[str, Sequence[str]]], fillers: Fillers) -> bool:
    """Whether in each role of one way to meet what is needed stands a phrase of its kinds."""
    if not all(role in fillers for role, _ in need):
        return False
    return all(any(_is(phrase, able) for phrase in fillers[role]) for role, able in need)


def _barred(predicate: Predicate, event: Event) -> bool:
    """Whether an act stands where a role has none of its kind: what comes «from the sale of oil» has no giver."""
    return any(
        phrase.event is not None and phrase.is_a(*kinds)
        for role, kinds in predicate.never.items()
        for place in predicate.roles.get(role, ())
        for phrase in event.marks(place)
    )


def _is(phrase: Phrase, kinds: Sequence[str]) -> bool:
    """Whether a phrase is of one of the kinds; a pronoun of a person is a person."""
    if "anyone" in kinds and not phrase.kinds and not phrase.pronoun:
        return True  # a noun that no table lists: «arrested a jeweller»
    personal = phrase.pronoun and phrase.pronoun not in IMPERSONAL and phrase.is_a("agent")
    personal = personal and not (phrase.pronoun == "they" and phrase.is_a("state"))  # «They seized …»: the customs men
    return phrase.is_a(*kinds) or bool(personal and not PERSONS.isdisjoint(kinds))


def _able(role: str, kinds: Sequence[str]) -> Sequence[str]:
    """Where a state must act, its name or capital may stand for it: «Washington has frozen …»."""
    return (*kinds, "place") if role == "actor" and "state" in kinds else kinds
