"""Subjects and objects in languages that tell them by order (English, French) or by case (Russian)."""

from __future__ import annotations

from collections.abc import Sequence

from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.clauses.parse import Parse

__all__ = ["settle_european"]

_PLURAL_ENDINGS = ("ли", "лись", "ют", "ут", "ят", "ат", "ются", "утся", "ятся", "атся", "ны", "ты")
Groups = list[list[Phrase]]


def settle_european(parse: Parse, event: Event, groups: Groups, *, takes_object: bool) -> None:
    """Fills in subject and objects of a verb, participle or named act."""
    if event.form == "participle":
        _settle_participle(event, groups)
    elif event.form == "noun":
        _settle_act(parse, event, groups, takes_object)
    elif parse.knowledge.book.grammar.cases:
        _settle_by_case(parse, event, groups, takes_object)
    else:
        _settle_by_order(event, groups, takes_object)
    further = event.form == "participle" and parse.kind(event.unit - 1) == "adverb"  # «…, puis mis en examen»
    if event.passive and not event.direct and (further or (event.form == "verb" and _goes_on(parse, event))):
        event.direct = _shared(parse, event)
    first, main = parse.events[0], next((other for other in parse.events if other.form == "verb"), None)
    if (
        event is main
        and first is not event
        and first.form == "participle"
        and first.unit == 0
        and first.passive
        and not first.direct
    ):
        first.direct = list(event.subject)  # «Mis en examen pour …, le directeur a reconnu»


def _goes_on(parse: Parse, event: Event) -> bool:
    """Whether a verb without subject goes on from the verb before: behind «and» or «but»."""
    return event.conjoined or parse.kind(parse.skip_back(event.unit - 1)) == "connective"


def _settle_participle(event: Event, groups: Groups) -> None:
    """The noun a participle says more of is what was done to, or with an active one who did it."""
    if event.passive:
        event.direct, event.antecedent = list(event.antecedent), ()
    else:
        event.direct = groups[0] if groups else []


def _settle_act(parse: Parse, event: Event, groups: Groups, takes_object: bool) -> None:
    """An infinitive or named act has its object behind it; in English also right before it («arms smuggling»)."""
    if groups:
        event.direct = [phrase for phrase in groups[0] if not _only(phrase, "nom")]
    elif takes_object and parse.knowledge.book.grammar.head_last and event.unit:
        before = parse.phrases[event.unit - 1]
        if before is not None and not before.is_a("agent", "time") and not before.pronoun:
            event.direct = [before]


def _settle_by_order(event: Event, groups: Groups, takes_object: bool) -> None:
    """The subject stands before the verb, but for a verb of speech behind what is said."""
    own = bool(event.subject)
    event.subject = event.subject or event.antecedent
    if not event.subject and groups and event.steers("say"):
        event.subject = tuple(groups.pop(0))
    event.direct = groups[0] if groups else []
    if own and event.antecedent and not groups and takes_object:
        event.direct = list(event.antecedent)
    event.marked.extend(("sum", group[0]) for group in groups[1:] if group[0].is_a("money_amount"))
    _turn_passive(event)


def _turn_passive(event: Event) -> None:
    event.subject_elided = not event.subject
    if event.passive and not event.steers("say"):
        event.direct, event.subject = list(event.subject) or event.direct, ()


def _settle_by_case(parse: Parse, event: Event, groups: Groups, takes_object: bool) -> None:
    """The nominative is the subject; where a form may be either case, number and order decide."""
    before = list(event.subject or event.antecedent)
    if event.passive:
        event.direct, event.subject = before or _first(groups), ()
        event.subject_elided = True
        return
    if before and _is_object(parse, event, before, groups, takes_object):
        behind = next((group for group in groups if _may_be(group, "nom") and group[0].is_a("agent", "persons")), [])
        event.direct, event.subject = before, tuple(behind)
    elif before:
        event.subject = tuple(before)
        event.direct = next((group for group in groups if _may_be(group, "acc", "gen")), [])
        if not event.direct and takes_object:
            event.direct = _object_before(parse, before[0])
    else:
        _settle_behind(parse, event, groups, takes_object)
    event.subject_elided = not event.subject


def _shared(parse: Parse, event: Event) -> list[Phrase]:
    """«She tried to leave and was detained»: the subject of the verb before."""
    for other in reversed(parse.events[: event.index]):
        if other.form == "verb" and (other.subject or other.passive):
            return list(other.subject or other.direct)
    return []


def _object_before(parse: Parse, subject: Phrase) -> list[Phrase]:
    """«Муку они перепродавали»: an accusative right before the subject."""
    for index, phrase in enumerate(parse.phrases):
        if phrase is subject and index:
            before, bare = parse.phrases[index - 1], parse.units[index - 1].preposition is None
            return (
                [before] if before is not None and bare and "acc" in before.cases and "nom" not in before.cases else []
            )
    return []


def _settle_behind(parse: Parse, event: Event, groups: Groups, takes_object: bool) -> None:
    """Both behind the verb: «погиб казначей», «изъяли оружие», «присвоили помощь командиры»."""
    rest = list(groups)
    for group in groups:
        able = group[0].is_a("agent", "document", "outlet") or not takes_object or event.steers("say")
        if _may_be(group, "nom") and able and (len(group) > 1 or not _disagrees(parse, event, group)):
            event.subject = tuple(group)
            rest.remove(group)
            break
    event.direct = next((group for group in rest if _may_be(group, "acc", "gen")), [])


def _is_object(parse: Parse, event: Event, before: Sequence[Phrase], groups: Groups, takes_object: bool) -> bool:
    """Whether what stands before a verb is its object: no nominative, the wrong number, or unable to act."""
    if not takes_object:
        return False
    if not _may_be(before, "nom"):
        return True
    actors = [group for group in groups if _may_be(group, "nom") and group[0].is_a("agent", "persons")]
    if actors and _may_be(before, "acc") and (not _may_be(actors[0], "acc") or _disagrees(parse, event, before)):
        return True
    unable = not before[0].is_a("agent", "counted", "facility", "measure", "activity", "income") and bool(
        before[0].kinds
    )
    return unable and _may_be(before, "acc") and not any(_may_be(group, "acc") for group in groups)


def _disagrees(parse: Parse, event: Event, group: Sequence[Phrase]) -> bool:
    """Whether one noun in the singular stands with a verb in the plural."""
    plural = parse.word(event).norm.endswith(_PLURAL_ENDINGS)
    if not plural or len(group) > 1 or group[0].figure is not None or group[0].pronoun:
        return False
    words = parse.words[group[0].first : group[0].last]
    noun = next((word for word in words if word.category in ("noun", "title", "name")), None)
    return noun is not None and noun.norm == noun.stem


def _may_be(group: Sequence[Phrase], *cases: str) -> bool:
    return not group[0].cases or not group[0].cases.isdisjoint(cases)


def _only(phrase: Phrase, case: str) -> bool:
    return phrase.cases == {case}


def _first(groups: Groups) -> list[Phrase]:
    return groups[0] if groups else []
