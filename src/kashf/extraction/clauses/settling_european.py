"""Subjects and objects in languages that tell them by order (English, French) or by case (Russian)."""

from __future__ import annotations

from dataclasses import replace

from kashf.extraction.clauses.clitics import give_clitics
from kashf.extraction.clauses.compounds import is_act_in_ing, may_be_object, names_object
from kashf.extraction.clauses.controlling import give_controller, undergoing
from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.clauses.object_first import (
    object_of_governor,
)
from kashf.extraction.clauses.opening import share_with_opening
from kashf.extraction.clauses.owned_acts import give_gerund, who_for
from kashf.extraction.clauses.parse import BARRIERS, Parse
from kashf.extraction.clauses.settling_by_case import only, settle_by_case

__all__ = ["settle_european"]

_BEFORE_THE_LAW = frozenset({"charge", "arrest", "investigate"})
_OF_SUM = {"de": "sum", "в+acc": "в размере"}
"""What says how much, behind the noun of what it is: by the preposition, the mark that it has with a verb."""
_KIND_BEARING = ("organisation", "site", "facility", "document", "vessel")

Groups = list[list[Phrase]]


def settle_european(parse: Parse, event: Event, groups: Groups, *, takes_object: bool) -> None:
    """Fills in subject and objects of a verb, participle or named act."""
    if event.form == "participle":
        _settle_participle(parse, event, groups)
    elif event.form == "noun":
        _settle_act(parse, event, groups, takes_object)
        give_clitics(parse, event, takes_object=takes_object)
    elif parse.knowledge.book.grammar.cases:
        settle_by_case(parse, event, groups, takes_object=takes_object)
    else:
        _settle_by_order(parse, event, groups, takes_object)
        give_clitics(parse, event, takes_object=takes_object)
    further = event.form == "participle" and (parse.kind(event.unit - 1) == "adverb" or event.conjoined)
    if event.passive and not event.direct and (further or (event.form == "verb" and _goes_on(parse, event))):
        event.direct = _shared(parse, event)
    if event.passive and not event.direct and event.form == "verb":
        event.direct = _wanted_done(parse, event)
    if event.passive and not event.direct and event.form == "verb":
        event.direct = undergoing(parse, event)
    _go_on_with_thing(parse, event)
    share_with_opening(parse, event)
    _take_up_controller(parse, event)
    give_gerund(parse, event)
    give_controller(parse, event)
    _take_in_company(parse, event)
    if parse.knowledge.book.grammar.cases:
        _give_instrumental(parse, event)
    _add_sum_of(event)
    event.negated = event.negated or _of_nobody(parse, event)


def _wanted_done(parse: Parse, event: Event) -> list[Phrase]:
    """«want him jailed»: whom an English participle tells of stands before it, as the object of what wants it."""
    above, beside = parse.events[event.index - 1] if event.index else None, parse.phrases[event.unit - 1]
    wanting = above is not None and above.lemma in parse.knowledge.closed("words", "done_verbs")
    return [beside] if wanting and above is not None and beside is not None and beside in above.direct else []


def _go_on_with_thing(parse: Parse, event: Event) -> None:
    """«Деньги заходили с Сейшел и уходили в Пекин»: the thing that the verb before is told of, where a predicate of a
    further verb is told of what stands as its subject."""
    if event.form != "verb" or event.passive or event.subject or event.direct or not _goes_on(parse, event):
        return
    told = any("subject" in p.roles.get(role, ()) for p in event.predicates for role in ("object", "amount"))
    if told and not parse.knowledge.book.grammar.head_last:
        before = _shared(parse, event)
        event.subject = tuple(before) if before and not before[0].is_a("agent") else ()


def _give_instrumental(parse: Parse, event: Event) -> None:
    """«владел долей», «признали виновным»: a form of two cases stands in that which the verb asks for."""
    wanted = {word for each in event.predicates for word in each.marked_company.get("instrumental", ())}
    for place, (mark, phrase) in enumerate(event.marked if wanted else ()):
        told = any(word.stem in wanted for word in parse.words[phrase.first : phrase.last])
        if mark == "dative" and "ins" in phrase.cases and told:
            event.marked[place] = ("instrumental", phrase)
    places = {
        place for each in event.predicates for role in ("object", "counterparty") for place in each.roles.get(role, ())
    }
    if "instrumental" not in places or "direct" in places or not event.direct:
        return
    given = [phrase for phrase in event.direct if "ins" in phrase.cases]
    event.direct = [phrase for phrase in event.direct if "ins" not in phrase.cases]
    event.marked.extend(("instrumental", phrase) for phrase in given)


def _add_sum_of(event: Event) -> None:
    """« touché une commission de 5 millions », «взял кредит в 3 млн»: how much the money is that an event is about."""
    told = event.direct[-1] if event.direct else None
    spoken_for = told is None or told.figure is not None or told.is_a("income")  # «прибыль в 3 млрд» is no news
    if told is None or spoken_for or not told.is_a("funds", "penalty", "levy"):
        return
    for mark, phrase in tuple(event.marked):
        if mark in _OF_SUM and phrase.is_a("money_amount") and phrase.first - told.last in (0, 1):
            event.marked.append((_OF_SUM[mark], phrase))


def _of_nobody(parse: Parse, event: Event) -> bool:
    """«No ransom was paid», «Nobody has been charged»: denied by what it is told of."""
    nobody = parse.knowledge.closed("words", "nobody")
    told = {phrase.first for phrase in (*event.subject[:1], *event.direct[:1])} if nobody else set()
    for index, unit in enumerate(parse.units):
        if unit.first in told and unit.kind == "phrase":
            before = parse.kind(index - 1) == "negator" and _none_of(parse, index, nobody)
            if before or parse.words[unit.first].norm in nobody:
                return True
    return False


def _none_of(parse: Parse, index: int, nobody: frozenset[str]) -> bool:
    """«No ransom», «not one dealer»: whether a negation belongs to the phrase behind it."""
    negator, first = parse.words[parse.units[index - 1].first].norm, parse.words[parse.units[index].first].norm
    return negator in nobody or (negator == "not" and first in parse.knowledge.closed("words", "before_one"))


def _take_up_controller(parse: Parse, event: Event) -> None:
    """« a annoncé avoir détruit », « est accusé d'avoir vendu »: who did it is who says it, or who is accused of it."""
    above = _above_past_infinitive(parse, event)
    if above is None:
        return
    before_law = above.steers("accuse") or any(p.type in _BEFORE_THE_LAW for p in above.predicates)
    event.subject = tuple(above.direct) if before_law and above.direct else tuple(above.subject)


def _above_past_infinitive(parse: Parse, event: Event) -> Event | None:
    """The verb that governs « avoir vendu »; None where an event is no past infinitive, or a clause begins between."""
    helper = parse.words[parse.units[event.unit - 1].first].norm if event.unit else ""
    if event.subject or event.form != "verb" or helper not in parse.knowledge.closed("reporting", "infinitives"):
        return None
    above = parse.events[event.index - 1] if event.index else None
    if above is None or above.form == "noun":
        return None
    parted = any(parse.kind(index) in BARRIERS for index in range(above.unit + 1, event.unit))
    return None if parted else above


def _take_in_company(parse: Parse, event: Event) -> None:
    """A noun that a fixed phrase needs is no act beside its verb: «a ransom of $4 million was paid to the captors»."""
    for phrase in (*event.direct, *event.subject):
        noun = parse.events[phrase.event] if phrase.event is not None else None
        if noun is None or noun.form != "noun" or noun.descriptive:
            continue
        if any(phrase.is_a(*p.company) or parse.word(noun).stem in p.company for p in event.predicates if p.company):
            noun.descriptive = True
            event.marked.extend(noun.marked)


def _goes_on(parse: Parse, event: Event) -> bool:
    """Whether a verb without subject goes on from the verb before: behind «and» or «but», in a list of passives."""
    listed = event.passive and parse.kind(event.unit - 1) == "comma" and parse.knowledge.book.grammar.head_last
    return event.conjoined or listed or parse.kind(parse.skip_back(event.unit - 1)) == "connective"


def _settle_participle(parse: Parse, event: Event, groups: Groups) -> None:
    """The noun a participle says more of is what was done to, or with an active one who did it."""
    if event.passive and event.lemma in parse.knowledge.closed("words", "moving_verbs"):
        event.subject, event.antecedent, event.passive = event.antecedent, (), False  # « 413 Belges partis en Syrie »
    elif event.passive:
        event.direct, event.antecedent = _named_behind(parse, event) or list(event.antecedent), ()
    else:
        event.direct = groups[0] if groups else []


def _named_behind(parse: Parse, event: Event) -> list[Phrase]:
    """«Among those killed in the strike was Abu Yusuf»: who is named behind the copula."""
    among = parse.units[event.unit].preposition or (parse.units[event.unit - 1].preposition if event.unit else "")
    if among not in parse.knowledge.closed("words", "among"):
        return []
    index = event.unit + 1
    while parse.kind(index) == "phrase" and parse.units[index].preposition is not None:
        index += 1
    if not parse.helps(index) or parse.kind(index + 1) != "phrase":
        return []
    last = index + 1
    while parse.kind(last + 1) == "phrase" and parse.units[last + 1].conjoined:
        last += 1
    return list(parse.with_joined_before(last))


def _settle_act(parse: Parse, event: Event, groups: Groups, takes_object: bool) -> None:
    """An infinitive or named act has its object behind it; in English also right before it («arms smuggling»)."""
    if groups:
        if _given(event, groups):
            event.marked.extend(("to", phrase) for phrase in groups.pop(0))
        event.direct = [] if _named_in_french(parse, event) else [p for p in groups[0] if not only(p, "nom")]
        event.marked.extend(("sum", group[0]) for group in groups[1:] if group[0].is_a("money_amount"))
    if parse.knowledge.book.grammar.cases and takes_object and not event.direct:
        event.direct = object_of_governor(parse, event)
    if takes_object and not event.direct:
        _give_what_it_is_of(parse, event)
    if parse.knowledge.book.grammar.head_last:
        _take_announced(parse, event)
    event.descriptive = event.descriptive or _says_kind(parse, event)
    if parse.word(event).category == "title":
        event.subject = _bearer(parse, event)
    if parse.knowledge.book.grammar.head_last and event.unit:
        _take_before(parse, event, takes_object=takes_object and not groups)


def _give_what_it_is_of(parse: Parse, event: Event) -> None:
    """«the dismantling of a cell»: what an English act in -ing is done to stands behind «of»."""
    if is_act_in_ing(parse, event):
        event.direct = event.marks("of")
        event.marked = [each for each in event.marked if each[0] != "of"]


def _take_announced(parse: Parse, event: Event) -> None:
    """«EU to freeze assets of …»: who a headline says is to act."""
    before, unit = parse.phrases[event.unit - 1] if event.unit else None, parse.units[event.unit]
    if (
        before is None
        or event.subject
        or unit.preposition != "to"
        or parse.word(event).category != "verb"
        or not before.is_a("agent")
    ):
        return
    finite = any(other.form == "verb" for other in parse.events) or any(map(parse.helps, range(len(parse.units))))
    bare = parse.units[event.unit - 1].preposition is None
    if bare and not finite and parse.opens_clause(event.unit - 1):
        event.subject, event.mood = parse.with_joined_before(event.unit - 1), "future"


def _take_before(parse: Parse, event: Event, *, takes_object: bool) -> None:
    """What stands right before an English act: who does it, or what it is done to («oil sales»)."""
    before = parse.phrases[event.unit - 1]
    event.subject = event.subject or who_for(parse, event)
    if before is None or before.last != event.word:
        return
    owner = next((p for p in range(before.first, before.last) if parse.words[p].owning), None)
    if owner is not None:
        event.subject = (replace(before, last=owner + 1),)  # «The Pentagon's military strikes on …»
    elif takes_object and may_be_object(before):
        event.direct = [before] if names_object(before, parse.words) else []


def _says_kind(parse: Parse, event: Event) -> bool:
    """« une agence de transfert d'argent », «фирма по переводу денег»: what a firm or paper is for is no event."""
    unit = parse.units[event.unit]
    of_kind = unit.preposition == ("по" if parse.knowledge.book.grammar.cases else "de")
    bare = unit.lead == event.word - 1 and parse.words[unit.lead].norm in ("de", "d'", "по")
    noun = parse.phrases[event.unit - 1] if event.unit and of_kind and bare else None
    if noun is None or noun.event is not None or parse.knowledge.book.grammar.head_last:
        return False
    return noun.is_a(*_KIND_BEARING) and not noun.is_a("people", "hostile", "state")


def _bearer(parse: Parse, event: Event) -> tuple[Phrase, ...]:
    """Of whom an office is told: who stands before the copula, or before the comma."""
    copula = next((i for i in range(event.unit + 1, len(parse.units)) if parse.helps(i)), -1)
    if parse.word(event).cases == {"ins"} and copula > 0 and parse.kind(copula + 1) == "phrase":
        return parse.with_joined_before(copula + 1)  # «Казначеем группировки был уроженец Мосула»
    back = parse.skip_back(event.unit - 1)
    if parse.kind(event.unit - 1) == "comma":
        back = event.unit - 2
    return parse.with_joined_before(back) if parse.kind(back) == "phrase" else ()


def _named_in_french(parse: Parse, event: Event) -> bool:
    """Whether an act is told by a noun that has what it is done to behind «de»: what follows it is its adjective."""
    grammar = parse.knowledge.book.grammar
    return not grammar.cases and not grammar.head_last and parse.word(event).category in ("noun", "unknown", "title")


def _behind_object_relative(parse: Parse, event: Event, groups: Groups) -> bool:
    """Whether a relative that stands for an object alone stands right before a verb, whose subject is behind it."""
    if event.subject or not event.antecedent or not groups:
        return False
    index = parse.skip_back(event.unit - 1)
    relative = parse.kind(index) == "relative"
    return relative and parse.words[parse.units[index].first].norm in parse.knowledge.closed("words", "of_objects")


def _settle_by_order(parse: Parse, event: Event, groups: Groups, takes_object: bool) -> None:
    """The subject stands before the verb, but for a verb of speech behind what is said."""
    if takes_object and _behind_object_relative(parse, event, groups):
        event.subject = tuple(groups.pop(0))  # « les statuettes que vendait le réseau »
    own = bool(event.subject)
    event.subject = event.subject or event.antecedent
    if not event.subject and groups and event.steers("say") and not event.conjoined:
        event.subject = tuple(groups.pop(0))
    if _given(event, groups):
        event.marked.extend(("to", phrase) for phrase in groups.pop(0))  # «sent the brigade $2.5 million»
    event.direct = groups[0] if groups else []
    if own and event.antecedent and not groups and takes_object:
        event.direct = list(event.antecedent)
    further = groups if event.passive and event.subject else groups[1:]  # «was taken hostage», «was paid $90»
    event.marked.extend(("sum" if group[0].is_a("money_amount") else "second", group[0]) for group in further[:2])
    _turn_passive(event)


def _given(event: Event, groups: Groups) -> bool:
    """Whether the one to whom something goes stands before it: somebody, where a predicate has a place for «to»."""
    if len(groups) < len(("whom", "what")) or groups[0][-1].last != groups[1][0].first:
        return False
    takes = any("to" in predicate.roles.get("counterparty", ()) for predicate in event.predicates)
    whom, what = groups[0][0], groups[1][0]
    somebody = whom.is_a("agent") and whom.figure is None
    return takes and somebody and not what.is_a("agent")


def _turn_passive(event: Event) -> None:
    event.subject_elided = not event.subject
    seized = any(predicate.type == "seize" for predicate in event.predicates)
    thing = seized and not any(phrase.is_a("agent") or phrase.pronoun for phrase in event.subject)
    if event.passive and (not event.steers("say") or event.marks("second") or thing):  # «horns were found in»
        event.direct, event.subject = list(event.subject) or event.direct, ()
    elif event.passive and event.predicates and not event.direct:
        event.direct, event.subject = list(event.subject), ()  # « sa fortune est estimée à … »


def _shared(parse: Parse, event: Event) -> list[Phrase]:
    """«She tried to leave and was detained»: the subject of the verb before."""
    for other in reversed(parse.events[: event.index]):
        if other.form != "noun" and (other.subject or other.passive):  # « interpellé, puis mis en examen »
            return list(other.subject or other.direct)
    return []
