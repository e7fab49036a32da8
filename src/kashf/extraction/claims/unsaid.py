"""Objects left unsaid: what a pronoun stands for, and whom or what a verb without subject and object tells of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import replace

from kashf.domain.predicates import Predicate, claim_types
from kashf.extraction.claims.filling import Surroundings
from kashf.extraction.clauses.agreeing import agrees, person_of
from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.words.word import Word

__all__ = ["IMPERSONAL", "PERSONS", "befalls_people", "pronoun_object", "somebody_in_ending", "undergoer"]

PRONOUN_REACH = 30
"""Words between a pronoun and what it stands for."""
PERSONS = frozenset({"agent", "person", "persons", "people"})
_BEFALLING = frozenset({"charge", "arrest", "kidnap", "recruit"})
"""Types that tell of somebody whatever else they need: «ستبدأ محاكمته بتهمة»."""
_SOMEBODY = frozenset({"ه", "هم", "هن", "هما"})
IMPERSONAL = frozenset({"it", "itself", "ceci", "cela", "это", "оно"})
_SEVERAL = frozenset({"them"})
_THINGS = frozenset({"goods", "funds", "asset", "arms", "drugs", "antiquities", "vehicle", "vessel", "document"})
_UNSURE = frozenset({"agent", "organisation", "state", "anyone"})
"""Kinds too broad to tell whom a verb without object is about."""


def pronoun_object(predicate: Predicate, role: str, event: Event, around: Surroundings) -> Phrase | None:
    """What an object ending («لبيعها») stands for: the nearest phrase before of a kind the predicate asks for."""
    wanted = _wanted(predicate, role)
    subject = event.subject if "subject" in predicate.roles.get(role, ()) else ()
    pronoun = next(iter(event.direct or subject), None)
    if pronoun is None:
        return _behind_ending(predicate, wanted, event, around)
    if not pronoun.pronoun or pronoun.pronoun in around.persons_only or not wanted or not pronoun.is_a("agent"):
        return None
    own = (*event.subject, *event.antecedent)
    before = [phrase for phrase in around.before if phrase not in own]
    if pronoun.pronoun in _SEVERAL and not PERSONS.isdisjoint(wanted) and (thing := _several_things(before, around)):
        return _standing_for(pronoun, thing)  # «bought used cars and shipped them»
    if claim_types()[predicate.type].group == "counter" and _nearest_is_somebody(pronoun, wanted, before):
        return None  # «Его арестовал суд»
    meant = _meant_thing(wanted - PERSONS if pronoun.pronoun in IMPERSONAL else wanted, before)
    return _standing_for(pronoun, meant) if meant else None


def _several_things(before: Sequence[Phrase], around: Surroundings) -> Phrase | None:
    """The nearest of several things or people before an English «them», if it is things."""
    several = (p for p in before if p.event is None and not p.pronoun and _is_several(p, around.words))
    nearest = next((phrase for phrase in several if phrase.is_a(*_THINGS, *_PEOPLE)), None)
    return nearest if nearest is not None and nearest.is_a(*_THINGS) and not nearest.is_a(*_PEOPLE) else None


def _is_several(phrase: Phrase, words: Sequence[Word]) -> bool:
    return any(word.category == "noun" and word.norm != word.stem for word in words[phrase.first : phrase.last])


def _wanted(predicate: Predicate, role: str) -> Set[str]:
    if not predicate.needs and predicate.marked_company:
        return PERSONS  # «منعه من السفر»
    wanted = {kind for need in predicate.needs for kind in need.get(role, ())}
    return wanted or (PERSONS if role == "object" and predicate.type in _BEFALLING else wanted)


def befalls_people(predicate: Predicate, role: str) -> bool:
    """Whether a predicate asks for people in a role."""
    return not PERSONS.isdisjoint(_wanted(predicate, role))


def _behind_ending(predicate: Predicate, wanted: Set[str], event: Event, around: Surroundings) -> Phrase | None:
    words, before = around.words, around.before
    ending = words[event.word].split.ending
    if ending not in _AGREES or not wanted:
        return None
    if claim_types()[predicate.type].group == "counter":
        somebody = PERSONS if predicate.type in _BEFALLING else frozenset()
        wanted = (wanted | somebody) - {
            "agent",
            "organisation",
            "state",
        }  # a measure is taken against a person, or goods
        near = (p for p in before if abs(p.first - event.word) < PRONOUN_REACH)
        before = [p for p in near if not p.is_a("court")]  # «أمر القاضي بحبسه»
    fitting = (p for p in before if p.is_a(*wanted) and not p.pronoun and p.event is None)
    return next((p for p in fitting if _takes_up(ending, p, words[_head(p, words)])), None)


def _takes_up(ending: str, phrase: Phrase, head: Word) -> bool:
    """Whether an ending may stand for a phrase; several things are «she», several people are not."""
    people, several = phrase.is_a("people", "persons"), phrase.figure is not None
    if ending == "هما":
        return several or (head.reading is not None and head.reading.number == "d")
    if ending == "ها" and (several or any(reading.number == "p" for reading in head.readings)):
        return not people
    return not (ending == "ه" and several and people) and _AGREES[ending](head)


def somebody_in_ending(event: Event, words: Sequence[Word]) -> Phrase | None:
    """«تم توقيفه»: an Arabic object ending of which nothing tells for whom it stands; it stands for somebody."""
    ending = words[event.word].split.ending
    told = event.direct or (event.form == "noun" and event.subject)
    if ending not in _SOMEBODY or told or event.form == "participle":
        return None
    return Phrase(event.word, event.word + 1, frozenset({"agent"}), pronoun=ending)


def undergoer(predicate: Predicate, role: str, event: Event, around: Surroundings) -> Phrase | None:
    """Whom or what an Arabic verb tells of that has neither subject nor object: «وكان أوقف في مطار», it is passive."""
    person = person_of(event, around.words)
    if event.form != "verb" or person[:2] not in _THIRD or not event.marked or _has_either(event, around.words):
        return None
    wanted = _wanted(predicate, role) - _UNSURE
    if person[1] == "p":
        wanted &= PERSONS
    if "subject" in predicate.roles.get(role, ()) or (_goes(event) and not _tells_of(event, wanted)):
        return None
    before = (p for p in around.before if abs(p.first - event.word) < PRONOUN_REACH)
    fitting = (p for p in before if p.is_a(*wanted) and not p.pronoun and p.event is None and not p.is_a("state"))
    return next((p for p in fitting if agrees(person, (p,), around.words)), None)


_THIRD = frozenset({"3s", "3d", "3p"})


def _has_either(event: Event, words: Sequence[Word]) -> bool:
    return bool(event.direct or event.subject or event.that or words[event.word].split.ending)


def _goes(event: Event) -> bool:
    """Whether a form may be an intransitive verb: «يخرج» is «goes out» or «is taken out»."""
    return any(places[:1] == ("subject",) for each in event.predicates for places in each.roles.values())


def _tells_of(event: Event, wanted: Set[str]) -> bool:
    return any(phrase.is_a(*wanted) for phrase in event.antecedent)


def _standing_for(pronoun: Phrase, meant: Phrase) -> Phrase:
    """A pronoun as it stands, of the kinds of the thing that it stands for."""
    return replace(pronoun, kinds=meant.kinds - {"agent"}, stands_for=(meant.first, meant.last))


def _nearest_is_somebody(pronoun: Phrase, wanted: Set[str], before: Sequence[Phrase]) -> bool:
    """Whether a Russian pronoun, which may be either, stands nearer to somebody than to a thing that is wanted."""
    known = (p for p in before if p.is_a(*wanted, *_PEOPLE) and not p.pronoun)
    nearest = next(known, None)
    return pronoun.pronoun in _EITHER and nearest is not None and nearest.is_a(*_PEOPLE)


_PEOPLE = frozenset({"person", "persons", "people", "title"})
_EITHER = frozenset({"его", "ее", "их"})


def _meant_thing(wanted: Set[str], before: Sequence[Phrase]) -> Phrase | None:
    """What a pronoun that is a word of its own stands for: «sold them».

    Where it may be a person («she was arrested»), it stays: for whom it stands is told with the names; a thing it is
    where a thing stands nearest.
    """
    known = (phrase for phrase in before if phrase.is_a(*wanted) and not phrase.pronoun)
    nearest = next(known, None)
    if wanted.isdisjoint(PERSONS) or nearest is None:
        return nearest
    thing = nearest.is_a(*(wanted - PERSONS - _UNSURE)) and not nearest.is_a(*PERSONS)
    return nearest if thing and nearest.event is None else None


def _head(phrase: Phrase, words: Sequence[Word]) -> int:
    return next(
        (p for p in range(phrase.first, phrase.last) if words[p].category in ("noun", "name", "title")), phrase.first
    )


def _feminine(word: Word) -> bool:
    return word.stem.endswith(("ه", "ات")) or any(reading.number == "p" for reading in word.readings)


_AGREES: Mapping[str, Callable[[Word], bool]] = {
    "ه": lambda word: not _feminine(word),
    "ها": _feminine,
    "هم": lambda word: bool(word.classes & {"people", "persons"}),
    "هما": bool,
    **dict.fromkeys(("le", "la", "les", "l'", "en"), bool),
}
