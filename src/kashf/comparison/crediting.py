"""Whom a claim is credited to, and who speaks for whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from kashf.comparison.propositions import Proposition
from kashf.comparison.words import folded_words, meanings
from kashf.domain import (
    anonymous_words,
    body_named,
    known_bodies,
    known_places,
    naming,
    office_named,
    place_named,
    state_of,
)
from kashf.records import Entity, Link

__all__ = ["Credit", "CreditKind", "is_person", "is_vague", "one_story", "source_name", "speak_for_each_other"]

CreditKind = Literal["named", "unnamed", "own"]
LEAST_NAME = 2
"""A body that no table and no mention knows is named by so many words at least; «الجهاز» alone is anybody's."""
LEAST_OFFICE = 2
"""Titles of so many words that are the same tell one office: two spellings of one holder's name."""


@dataclass(frozen=True, slots=True)
class Credit:
    """Whom one claim is credited to: the key under which origins are counted, the name shown, and the link; of an
    outlet's own voice, whether the report shows a witness of its own."""

    claim: Proposition
    kind: CreditKind
    key: str
    name: str
    link: Link | None = None
    witness: bool = False


@lru_cache(maxsize=16_384)
def is_vague(name: str) -> bool:
    """Whether the words name a source that cannot be told from another of its kind: "estimates", «مصادر مطلعة»."""
    opening = next((word for word in folded_words(name) if word not in anonymous_words("leading")), None)
    return opening is None or opening in anonymous_words("sources")


def source_name(link: Link, entities: Mapping[str, Entity]) -> str | None:
    """The name of a source that can be told from others, or None.

    A person is named by any name; a body by one that a table knows, that the reports mention, or of two words; a
    document by its author, where it names one.
    """
    name = link.name or link.text
    own = link.kind == "outlet" and link.start is None
    if link.kind == "unnamed" or own or is_vague(name):
        return None
    mentioned = link.entity in entities and entities[link.entity].mentions > 0 if link.entity else False
    if link.kind == "document":
        author = _author(name)
        return name if mentioned else author if _is_known(author) else None
    words = len(folded_words(name))
    return name if link.kind == "person" or mentioned or words >= LEAST_NAME or _is_known(name) else None


def _author(document: str) -> str:
    """What a document's name says beyond that it is a document: «بيان الخزانة» is the treasury's."""
    words = document.split()
    kept = [word for word in words if not anonymous_words("documents").intersection(folded_words(word))]
    return " ".join(kept)


def _is_known(name: str) -> bool:
    return body_named(name) is not None or place_named(name) is not None


def is_person(credit: Credit) -> bool:
    """Whether a claim is credited to a person."""
    return credit.link is not None and credit.link.kind == "person"


def one_story(one: Credit, other: Credit) -> bool:
    """Whether two claims stand in one report, or in two of one story."""
    return one.claim.item is other.claim.item or (one.claim.story is not None and one.claim.story == other.claim.story)


def speak_for_each_other(one: Credit, other: Credit, entities: Mapping[str, Entity]) -> bool:
    """Whether two named sources are one voice.

    In one story so are a person and the body that their title names, a state and its bodies and officials, two known
    offices of one state, a body and its shorter name, one office in two languages, and two persons of one office. In
    two stories only the known office of a state and who holds a title of that very office.
    """
    if one.kind != "named" or other.kind != "named":
        return False
    if not one_story(one, other):
        return not _known_offices(one, entities).isdisjoint(_known_offices(other, entities))
    if not _states(one, entities).isdisjoint(_states(other, entities)):
        return True
    if is_person(one) and is_person(other):
        return bool(_offices(one, entities) & _offices(other, entities))
    pairs = ((one, other), (other, one))
    if _one_office(one, other) or _called_alike(one, other):
        return True
    return any(_speaks_for(here, there, entities) or _is_service_of(here, there) for here, there in pairs)


def _called_alike(one: Credit, other: Credit) -> bool:
    """Whether two bodies are called by words that mean the same: "federal prosecutors" is «النيابة الاتحادية»."""
    if is_person(one) or is_person(other):
        return False
    here, there = meanings(_words(one)), meanings(_words(other))
    return len(here) >= LEAST_NAME and here == there


def _is_service_of(one: Credit, other: Credit) -> bool:
    """Whether one body is told by no more than what services are called, and the other, of a state, by one of these
    words: in one story «جهاز الأمن» is «الأمن الداخلي» of the state that the other report names."""
    if is_person(one) or is_person(other) or _without(one.name, "services") or other.link is None:
        return False
    told = meanings(one.name)
    return bool(told and _office_of(other.link.text)) and not told.isdisjoint(meanings(other.link.text))


def _known_offices(credit: Credit, entities: Mapping[str, Entity]) -> frozenset[str]:
    """The keys of the known offices of states that a body is, or that the titles of a person name."""
    return frozenset(key for text in _told_of(credit, entities) for key in _offices_told(text))


def _told_of(credit: Credit, entities: Mapping[str, Entity]) -> Iterable[str]:
    """What tells of which office a source is: the titles of a person; of a body its name here, and its known name."""
    return _described(credit, entities) if is_person(credit) else (_words(credit), credit.name)


@lru_cache(maxsize=16_384)
def _offices_told(text: str) -> frozenset[str]:
    known = body_named(text)
    if known is not None:
        return frozenset((known.key,)) if known.country else frozenset()
    keys = {key for key, _ in _longest_told(meanings(text))}
    return frozenset(keys) if len(keys) == 1 else frozenset()


def _longest_told(words: frozenset[str]) -> frozenset[tuple[str, str]]:
    """The known offices whose names stand in the words of a title, with their states: those that say most."""
    told = [(len(name), key, state) for key, state, name in _office_names() if name <= words]
    longest = max(told, default=(0,))[0]
    return frozenset((key, state) for length, key, state in told if length == longest)


def _one_office(one: Credit, other: Credit) -> bool:
    """Whether two bodies are one office: "Finance Ministry" is «وزارة المالية» unless two countries are told."""
    here, there = office_named(_words(one)), office_named(_words(other))
    if here is None or there is None or here[0] != there[0]:
        return False
    return here[1] == there[1] or None in (here[1], there[1])


def _states(credit: Credit, entities: Mapping[str, Entity]) -> frozenset[str]:
    """The states whose known office a body is, or that the title of a person names: in one story the treasury and the
    foreign ministry of a state tell what that state has made known."""
    return frozenset(state for text in _told_of(credit, entities) for state in _office_of(text))


@lru_cache(maxsize=16_384)
def _office_of(text: str) -> frozenset[str]:
    """The states of the offices that a name or a title tells: all that its words can mean agree on one, or none."""
    known = body_named(text)
    if known is not None:
        return frozenset((known.country,)) if known.country else frozenset()
    place = place_named(_without(text, "authorities"))
    if place is not None:
        return frozenset((state_of(place).key,))
    words = meanings(text)
    for left in (_plain(text), meanings(_without(text, "services"))):
        if left != words and left in _adjectives():  # «السلطات الأمريكية», «النيابة العامة الإسرائيلية»
            return frozenset((_adjectives()[left],))
    states = {state for _, state in _longest_told(words)}
    return frozenset(states) if len(states) == 1 else frozenset()


@cache
def _adjectives() -> Mapping[frozenset[str], str]:
    """What the adjective of each state means, with the state's key."""
    return {
        meanings(word): place.key
        for place in known_places()
        for adjective in place.adjective.values()
        for word in (adjective, adjective.removesuffix("ة"))
    }


@cache
def _office_names() -> tuple[tuple[str, str, frozenset[str]], ...]:
    """The keys of the known offices, their states and what their names mean; those of one word say too little."""
    named = (
        (body.key, body.country, meanings(name))
        for body in known_bodies()
        if body.country
        for names in body.names.values()
        for name in names
    )
    return tuple(dict.fromkeys(one for one in named if len(one[2]) > 1))


def _offices(person: Credit, entities: Mapping[str, Entity]) -> set[frozenset[str]]:
    titles = map(meanings, _described(person, entities))
    return {title for title in titles if len(title) >= LEAST_OFFICE}


def _speaks_for(speaker: Credit, body: Credit, entities: Mapping[str, Entity]) -> bool:
    if is_person(body):
        return False
    told = tuple(_described(speaker, entities))
    known = [meanings(text) for text in told]
    if any(name and name <= words for name in _named(body) for words in known):
        return True
    return is_person(speaker) and any(_is_bare(title, meanings(_words(body))) for title in told)


def _is_bare(title: str, body: frozenset[str]) -> bool:
    """Whether a title says no more of whom it speaks for than what kind of body that is: «المتحدثة باسم الوزارة» beside
    «وزارة المالية». In one story that body is meant; the spokesman of another ministry is told by its name."""
    words = (word for word in folded_words(title) if word not in naming().linking)
    left = meanings(" ".join(words)) - _saying_no_office()
    return len(left) == 1 and left <= body


@cache
def _saying_no_office() -> frozenset[str]:
    return frozenset(meaning for word in naming().generic_titles for meaning in meanings(word))


def _described(credit: Credit, entities: Mapping[str, Entity]) -> Iterator[str]:
    """The titles of a person, the names of a body."""
    if is_person(credit):
        if credit.link is not None and credit.link.title:
            yield credit.link.title
        yield from entities[credit.key].titles if credit.key in entities else ()
        return
    yield _words(credit)
    yield from entities[credit.key].names if credit.key in entities else ()


def _named(credit: Credit) -> Iterator[frozenset[str]]:
    """What names a body: the report's words, a known one's names; a state's names and what its bodies are called."""
    yield _plain(_words(credit))
    known = body_named(_words(credit))
    yield from (meanings(name) for names in (known.names.values() if known else ()) for name in names)
    yield from _state(_words(credit))
    yield from _state(credit.name)


def _words(credit: Credit) -> str:
    """The report's own words for a body, a document's without the noun that says so; of «the statement», its issuer."""
    if credit.link is None:
        return credit.name
    own = _author(credit.link.text)
    return credit.name if own != credit.link.text and credit.link.name else own


def _plain(name: str) -> frozenset[str]:
    """What a body's name means, without the words for a state's authorities."""
    return meanings(_without(name, "authorities"))


def _without(name: str, group: str) -> str:
    """A name without the words of a group of `anonymous.yaml`, and without what is written onto those in Arabic."""
    empty = anonymous_words(group)
    return " ".join(word for word in folded_words(name) if empty.isdisjoint(_bare_forms(word)))


def _bare_forms(word: str) -> tuple[str, ...]:
    """An Arabic word with and without the particles before it: «للأمن» is «الأمن»."""
    return (word, word[1:], f"ا{word[1:]}", word[2:]) if word[:1] in "وفبكل" else (word,)


@cache
def _state(name: str) -> tuple[frozenset[str], ...]:
    place = place_named(name)
    if place is None:
        return ()
    state = state_of(place)
    names = (name for names in state.names.values() for name in names)
    return tuple(map(meanings, (*names, *state.adjective.values())))
