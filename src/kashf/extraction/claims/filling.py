"""Filling: which phrases of an event stand in the places where a predicate's roles stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import field
from functools import cache

from kashf.domain.predicates import Predicate, claim_types, default_marks
from kashf.extraction.claims.layouts import COUNTED, ON, PARTIES, Layout, Way, layout_of
from kashf.extraction.claims.within_phrases import complements, genitives, owner_of
from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.clauses.suiting import suits
from kashf.extraction.words.word import Word
from kashf.values import value

__all__ = ["Fillers", "Surroundings", "apart_from_object", "count", "fill"]

Fillers = dict[str, list[Phrase]]
Stand = Mapping[str, Sequence[Phrase]]
"""What stands in each place of an event in which anything stands."""
_PLACED = frozenset({"place", "origin", "destination"})
_LISTS = frozenset({"object", "actor", "purpose"})
_DOERS = ("people", "hostile", "person", "persons", "group", "state", "title")
_IN_OR_FROM = frozenset({"في", "من"})
_EACH_SUM = "по"
"""«заплатили по 900 тысяч»: each so much; «по двум адресам» counts nothing that was paid."""
_WHERE = frozenset({"en", "à", "dans", "in", "at", "в", "на"})
_DONE_TO_ANOTHER = frozenset({"kidnap", "kill", "attack"})


@value
class Surroundings:
    """What matching looks up beside the event: the words, their language, and the phrases that a pronoun ending may
    stand for, nearest first.

    `spoken_of` is the armed party that the report speaks of, `persons_only` are pronouns that stand for no thing;
    `loosely` whether loose predicates may hold in the report.
    """

    words: Sequence[Word]
    language: str
    before: Sequence[Phrase] = ()
    spoken_of: Sequence[Phrase] = ()
    persons_only: Set[str] = frozenset()
    loosely: bool = False
    _stands: dict[tuple[int, int], tuple[Event, Sequence[Phrase], Stand]] = field(default_factory=dict, repr=False)

    def stand(self, event: Event, actor: Sequence[Phrase]) -> Stand:
        """What stands in the places of an event, if it is a certain actor's; asked for each of its predicates."""
        known = self._stands.get((id(event), id(actor)))
        if known is None:  # the two are kept with it, since nothing else has their identity as long as they are
            known = self._stands[id(event), id(actor)] = (event, actor, _standing_in(event, actor))
        return known[2]


def fill(predicate: Predicate, event: Event, actor: Sequence[Phrase], around: Surroundings) -> Fillers:
    """The phrases of each role of a predicate, first where the predicate itself says they stand, then by default."""
    fillers: Fillers = {}
    layout = layout_of(predicate, event, around.language)
    done = _done_by(predicate, event, around) if event.passive else ()
    taken = {phrase.first for phrase in done} if done and not _tells_of_subject(predicate) else set()
    stand = _standing_in(event, done) if done else around.stand(event, actor)
    occupied = stand.keys()
    for role, places in layout.explicit:
        if not occupied.isdisjoint(places):
            _add(fillers, role, _standing(places, stand), taken, layout.told)
        if role in layout.owned:
            fillers.setdefault(role, _owners(event, around))
    if predicate.marked_company:
        taken |= {phrase.first for mark, phrase in event.marked if mark in predicate.marked_company}
    alone = event.form == "verb" and not event.passive and bool(event.subject)
    for role, places in layout.alone if alone else layout.by_default:
        if not occupied.isdisjoint(places):
            _add(fillers, role, _standing(places, stand), taken, layout.way)
    _round_off(fillers, predicate, layout, event, around)
    return {role: phrases for role, phrases in fillers.items() if phrases}


def _round_off(fillers: Fillers, predicate: Predicate, layout: Layout, event: Event, around: Surroundings) -> None:
    """Fills what hangs on the roles that are filled, and counts."""
    for role in layout.complements:
        if role not in fillers:
            fillers[role] = list(complements(predicate, event, around.words))
    if layout.genitive and "counterparty" not in fillers:
        fillers["counterparty"] = list(genitives(event, around.words))
    if "destination" in layout.kind.roles:
        _goes_there(fillers)
    if layout.kind.group == "move" and "channel" in layout.kind.roles:
        _goes_aboard(fillers)
    apart_from_object(fillers, predicate.type, around.words)
    count(fillers, predicate.type)


def apart_from_object(fillers: Fillers, kind: str, words: Sequence[Word]) -> None:
    """Nobody takes measures against himself, or kidnaps himself: whom it is done to is not who acts."""
    told = "object" in fillers and "actor" in fillers
    if not told or (claim_types()[kind].group != "counter" and kind not in _DONE_TO_ANOTHER):
        return
    others = {_said(phrase, words) for phrase in fillers["object"]}
    actors = fillers["actor"]
    if any(_said(phrase, words) in others for phrase in actors):
        fillers["actor"] = [phrase for phrase in actors if _said(phrase, words) not in others]
        if not fillers["actor"]:
            del fillers["actor"]


def _said(phrase: Phrase, words: Sequence[Word]) -> tuple[str, ...]:
    return tuple([word.norm for word in words[phrase.first : phrase.last]])


def _done_by(predicate: Predicate, event: Event, around: Surroundings) -> list[Phrase]:
    """«The fees are paid by shippers»: what a passive has behind «by», where who acts is not its subject."""
    named = event.form == "noun" and around.language == "ar"
    marks = default_marks(around.language).get("actor", ()) if event.passive or named else ()
    behind = [(m, p) for m, p in event.marked if m in marks and p.event is None and p.is_a("agent")] if marks else []
    if behind and (named or _tells_of_subject(predicate)):
        return [phrase for _, phrase in behind]
    if not behind or not _else_marked(predicate, marks):
        return []
    return [phrase for mark, phrase in behind if mark == "instrumental" or phrase.is_a(*_DOERS)]  # no firm: a channel


@cache
def _tells_of_subject(predicate: Predicate) -> bool:
    """Whether a predicate has another role than who acts as its subject, and a thing as its object."""
    parties = any("subject" in predicate.roles.get(role, ()) for role in PARTIES)
    return parties and any("direct" in places for places in predicate.roles.values())


@cache
def _else_marked(predicate: Predicate, marks: tuple[str, ...]) -> bool:
    """Whether a predicate has a place for something else where a passive has who acts: «профинансирована компанией»."""
    others = {place for role, places in predicate.roles.items() if role not in PARTIES for place in places}
    told = any("subject" in places for places in predicate.roles.values())
    return "actor" not in predicate.roles and not told and not others.isdisjoint(marks)


def _owners(event: Event, around: Surroundings) -> list[Phrase]:
    """Whose the object of an event is; where nothing tells, the armed party that is spoken of."""
    owned = event.direct or event.subject
    owners = [owner for phrase in owned for owner in owner_of(phrase, around.words)]
    return owners or list(around.spoken_of)


def _goes_there(fillers: Fillers) -> None:
    """«из Ливии в Мали»: what goes from somewhere goes to a place whose case does not tell."""
    if "destination" in fillers or not fillers.get("origin"):
        return
    either = [phrase for phrase in fillers.get("place", ()) if {"acc", "loc"} <= phrase.cases]
    if either:
        fillers["destination"] = either
        fillers["place"] = [phrase for phrase in fillers["place"] if phrase not in either]


def _goes_aboard(fillers: Fillers) -> None:
    """«вывозили на самолётах», "shipped on a dhow": what carries something moved is its channel, and no place."""
    aboard = [phrase for phrase in fillers.get("place", ()) if phrase.is_a("vessel", "vehicle")]
    if aboard:
        fillers["channel"] = [*fillers.get("channel", ()), *aboard]
        fillers["place"] = [phrase for phrase in fillers["place"] if phrase not in aboard]


def _standing_in(event: Event, actor: Sequence[Phrase]) -> Stand:
    """What stands in the places of an event; a pronoun in a relative clause takes up the noun the clause hangs on:
    «الأراضي التي استولى عليها»."""
    places: dict[str, list[Phrase]] = {}
    for mark, phrase in event.marked:
        meant = event.antecedent if phrase.pronoun and event.antecedent else (phrase,)
        places.setdefault(mark, []).extend(meant)
    own = (("subject", actor), ("direct", event.direct), ("that", event.that))
    return {**places, **{place: list(phrases) for place, phrases in own if phrases}}


def _standing(places: Sequence[str], stand: Stand) -> list[tuple[str, Phrase]]:
    """The phrases in the places of a role, in order."""
    found = [(place, phrase) for place in places if place in stand for phrase in stand[place]]
    return sorted(found, key=lambda entry: entry[1].first) if len(found) > 1 else found


def _add(fillers: Fillers, role: str, found: list[tuple[str, Phrase]], taken: set[int], how: Way) -> None:
    """Puts phrases in a role. One phrase fills one role, but for figures, which count what fills another."""
    explicit, benefits = how.explicit, how.benefits
    for place, phrase in found:
        target = "counterparty" if benefits and _is_beneficiary(role, place, phrase) else role
        target = "place" if _is_scene(how, role, place, phrase) else target
        used = phrase.first in taken and not (role in COUNTED or place == "subject")
        if used or phrase in fillers.get(target, ()) or not _may_fill(target, place, phrase, explicit=explicit):
            continue
        if target == "object" and _only_where(place, phrase, fillers.get("object", ()), how):
            continue
        if target not in _LISTS and _filled_elsewhere(fillers, target, phrase):
            continue
        fillers.setdefault(target, []).append(phrase)
        if target not in COUNTED:
            taken.add(phrase.first)


def _only_where(place: str, phrase: Phrase, objects: Sequence[Phrase], how: Way) -> bool:
    """Whether a phrase that stands where an object may only says where: «يتاجر بالكوكايين في مرفأ», «trained its men in
    northern Mali», « investit dans trois mines, en Namibie »."""
    if place in _IN_OR_FROM and phrase.is_a("somewhere") and objects:
        return True
    if not phrase.is_a("place"):
        return False
    other = bool(objects) and not any(each.is_a("place") for each in objects)
    return (place == "in" and how.explicit) or (place in _WHERE and other)


def _is_scene(how: Way, role: str, place: str, phrase: Phrase) -> bool:
    """« a saisi de l'or à Anvers »: a town that a measure is told of with « à » is where it was taken."""
    return how.measure and role == "counterparty" and place == "à" and phrase.is_a("place")


def _is_beneficiary(role: str, place: str, phrase: Phrase) -> bool:
    """«أنفق على المقاتلين»: what is spent on people is given them, and is no purpose."""
    return role == "purpose" and place in ON and phrase.is_a("agent")


_NO_FILLERS: Mapping[str, tuple[str, ...]] = {
    "penalty": ("place",),
    "object": ("time",),
    "charge": ("time", "money_amount", "place", "facility"),
}
"""What a role is never filled by: a penalty by where it was given, a charge by how long or how much ("jailed for six
years", "fined for $2 million")."""


def _may_fill(role: str, place: str, phrase: Phrase, *, explicit: bool) -> bool:
    """Whether a phrase that stands in a role's place can fill it: somewhere is no party, a thing no place."""
    if role in COUNTED:
        return phrase.figure is not None
    if role in COUNTED:
        return phrase.figure is not None and (place != _EACH_SUM or role != "amount" or phrase.is_a("money_amount"))
    if role in _NO_FILLERS and phrase.is_a(*_NO_FILLERS[role]):
        return False
    if role == "purpose" and phrase.pronoun:
        return False
    somewhere = phrase.is_a("somewhere")
    if role in PARTIES and place != "subject":
        return phrase.event is None and _able(role, phrase, explicit=explicit)
    if role in _PLACED:
        return _may_place(role, phrase, explicit=explicit)
    if role == "object" and place in _IN_OR_FROM:
        return not somewhere or phrase.is_a("holding", "goods")
    return True


def _may_place(role: str, phrase: Phrase, *, explicit: bool) -> bool:
    """Whether a phrase can say where; no act does, and no sum: «взятку в 200 тысяч»."""
    told = explicit and (role != "place" or phrase.is_a("asset"))  # «на счетах скопилось»
    return phrase.event is None and not phrase.is_a("money_amount") and (suits(role, phrase) or told)


def _able(role: str, phrase: Phrase, *, explicit: bool) -> bool:
    """Whether a phrase behind a preposition can be a party: nothing that says when or where; who acts is somebody."""
    if phrase.is_a("agent") or not phrase.kinds:
        return True
    buys = phrase.is_a("facility") and not phrase.is_a("place", "site")  # «sold to two refineries», no checkpoint
    if explicit and role == "actor":
        return phrase.is_a("account")  # «وردت إلى حسابه حوالات»
    return explicit and (buys or not phrase.is_a("somewhere", "time", "support", "money_amount"))


def _filled_elsewhere(fillers: Fillers, role: str, phrase: Phrase) -> bool:
    """A second phrase of a role that is not joined to the first says more about what stands before it."""
    before = fillers.get(role, [])
    if role == "place":
        return False  # «في الرقة في سوريا»
    return role not in COUNTED and bool(before) and phrase.first - before[-1].last > 3


def count(fillers: Fillers, kind: str) -> None:
    """A figure in what a claim of a type is about is how many or how much; in who acts, where people on the move do."""
    roles = claim_types()[kind].roles
    if "amount" not in roles or "amount" in fillers:
        return
    counted_roles = ("object", "actor") if claim_types()[kind].group == "people" else ("object",)
    for role in counted_roles:
        counted = [phrase for phrase in fillers.get(role, ()) if phrase.figure is not None]
        if counted:
            fillers["amount"] = counted
            return
