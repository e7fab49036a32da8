"""Phrases behind prepositions: which event each belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kashf.domain.predicates import Predicate, claim_types, default_marks
from kashf.extraction.clauses.before_verb import of_later_subject, opens_with_adjective
from kashf.extraction.clauses.case_agreement import of_one_case
from kashf.extraction.clauses.compounds import is_act_in_ing
from kashf.extraction.clauses.events import Event, Phrase, takes_object
from kashf.extraction.clauses.owned_acts import opens_own_clause
from kashf.extraction.clauses.parse import BARRIERS, Parse
from kashf.extraction.clauses.partitives import counts_only
from kashf.extraction.clauses.sated import bears_subject, object_told
from kashf.extraction.clauses.suiting import may_stand, needs_time, suits

__all__ = ["attach_marked"]

WORTH = "بقيمه"
"""The mark of a sum that says what a noun before it is worth."""
_BARE_CASES = frozenset({"dative", "instrumental"})
_NO_CLAUSE_AHEAD = BARRIERS | {"relative"}
_CLOSING = BARRIERS | {"comma"}
"""Units behind which another clause begins, or an aside."""


def attach_marked(parse: Parse) -> None:
    """Gives every phrase behind a preposition to the nearest event that has a place for it.

    Once a phrase has gone to an event further out, the events between are closed to what follows: lines of dependence
    do not cross.
    """
    outer, reached = -1, -1
    joined: set[int] = set()
    for index, unit in enumerate(parse.units):
        phrase = parse.phrases[index]
        if unit.kind in BARRIERS or parse.begins_clause(index):
            outer = -1
        if unit.preposition is None or phrase is None or (parse.is_time(index) and not needs_time(parse, index)):
            continue
        if phrase.first in joined or _is_placed(parse, index, phrase):
            continue
        event = _taker(parse, index, phrase, range(outer + 1, reached) if outer >= 0 else range(0))
        if event is not None:
            members = _group(parse, index, phrase)
            event.marked.extend((unit.preposition, member) for member in members)
            joined.update(member.first for member in members[1:])
            if event.unit < index:
                outer, reached = event.unit, index
            _keep_company(parse, event, unit.preposition, index)


def _is_placed(parse: Parse, index: int, phrase: Phrase) -> bool:
    """Whether a phrase belongs to what stands before it, or acts in an infinitive, and is nothing an event takes."""
    controls = any(phrase is each for each in parse.controllers.values())
    controls = controls or parse.kind(index - 1) == "source"  # «وطبقا لإحدى الروايات، دفعت الحكومة»
    return controls or _set_off(parse, index) or _of_what_stands_before(parse, index, phrase)


def _taker(parse: Parse, index: int, phrase: Phrase, closed: range) -> Event | None:
    """The event that takes a phrase behind a preposition."""
    later = of_later_subject(parse, index)
    if later is not None:
        return later if _licensed(parse, later, parse.units[index].preposition or "", phrase) else None
    return _event_before(parse, index, phrase, closed) or _event_after(parse, index, phrase)


def _of_what_stands_before(parse: Parse, index: int, phrase: Phrase) -> bool:
    """« dans un hôtel de luxe »: «de» behind a phrase with a preposition says more of that phrase."""
    book = parse.knowledge.book
    if (
        not book.grammar.subject_first
        or parse.units[index].preposition not in book.grammar.part_of
        or book.grammar.cases
    ):
        return False
    before = parse.phrases[index - 1] if index else None
    if parse.kind(index - 1) == "event":
        return False  # « pour la libération de deux ingénieurs »
    if _opens_with(parse, index):
        return True  # « 27 enfants de djihadistes ont été rapatriés »
    if before is not None and counts_only(before, parse.words, book.grammar) and phrase.figure is None:
        return True  # «five of the pupils»
    behind_marked = before is not None and parse.units[index - 1].preposition is not None
    placed = before is not None and (before.is_a("place", "time") or not before.kinds)
    if placed and parse.kind(index - 2) == "event":
        return False  # «Arrestation à Lyon d'un collecteur»
    return behind_marked and not phrase.is_a("somewhere")


def _set_off(parse: Parse, index: int) -> bool:
    """«, предназначенные по документам для ферм,»: whether a phrase says more of a participle that no table lists,
    which a comma sets off behind its noun."""
    if not parse.knowledge.book.grammar.cases:
        return False
    for back in range(index - 1, -1, -1):
        if parse.kind(back) == "comma":
            return opens_with_adjective(parse, back + 1)
        if parse.kind(back) != "phrase":
            return False
    return False


def _opens_with(parse: Parse, index: int) -> bool:
    """Whether a French phrase stands right behind the phrase that its clause opens with, as what that is of."""
    before = parse.phrases[index - 1] if index else None
    if before is None or parse.knowledge.book.grammar.head_last or parse.units[index - 1].preposition is not None:
        return False
    return before.last == parse.units[index].lead and parse.opens_clause(index - 1)


def _keep_company(parse: Parse, event: Event, preposition: str, index: int) -> None:
    """A noun that a fixed phrase needs («عاد عليه بدخل») is part of that phrase and no event of its own.

    An act that is told with what it is done to («اعترف بتهريب السلاح») stays one.
    """
    noun, phrase = parse.by_unit.get(index), parse.phrases[index]
    if noun is None or phrase is None or (parse.core.get(noun.index) and phrase.is_a("crime")):
        return
    wanted = {word for predicate in event.predicates for word in predicate.marked_company.get(preposition, ())}
    if phrase.is_a(*wanted) or parse.words[phrase.first].stem in wanted:
        noun.descriptive = True


def _group(parse: Parse, index: int, phrase: Phrase) -> list[Phrase]:
    """A marked phrase with those joined to it by و or «including», which need no preposition of their own."""
    group = [phrase]
    forward = index + 1
    while forward < len(parse.units):
        unit, other = parse.units[forward], parse.phrases[forward]
        skipped = _past_description(parse, forward)
        if skipped > forward:
            forward = skipped
            continue
        if unit.kind == "adverb" or _leads_on(parse, forward) or _modifies(parse, forward, phrase):
            forward += 1
            continue
        again = parse.kind(forward - 1) == "including" and unit.preposition == parse.units[index].preposition
        bare = unit.preposition is None or again or _joined_by_case(parse, index, forward)
        if other is None or forward in parse.used or not (parse.joins(forward) and bare and of_one_case(phrase, other)):
            break
        if opens_own_clause(parse, forward):
            break  # «trades in oil and the militia's men were killed»
        if other.event is not None and phrase.is_a("funds", "goods", "somewhere", "agent") and phrase.event is None:
            break  # «العملات الأجنبية وتهريب الآثار»: an act is no member of a list of things
        group.append(other)
        forward += 1
    return group


def _joined_by_case(parse: Parse, head: int, index: int) -> bool:
    """«между банком и группировкой»: a second member in the case that the preposition asks for, which a bare case
    would tell otherwise."""
    first, unit = parse.units[head], parse.units[index]
    return unit.conjoined and unit.preposition in _BARE_CASES and first.preposition not in _BARE_CASES


def _past_description(parse: Parse, index: int) -> int:
    """Behind an act that only describes the thing before it («منجم لاستخراج الفوسفات») and what it is done to."""
    event = parse.by_unit.get(index)
    if event is None or not event.descriptive:
        return index
    own = {id(phrase) for group in parse.core.get(event.index, ()) for phrase in group}
    index += 1
    while index < len(parse.units) and id(parse.phrases[index]) in own:
        index += 1
    return index


def _leads_on(parse: Parse, index: int) -> bool:
    """Whether a comma, mark or «including» leads on to a further member of the list."""
    if parse.kind(index) not in ("comma", "including", "quote"):
        return False
    following = [parse.kind(position) for position in range(index, min(index + 3, len(parse.units)))]
    return "including" in following[:2] and set(following) <= {"comma", "including", "quote", "phrase"}


def _modifies(parse: Parse, index: int, head: Phrase) -> bool:
    """A phrase behind a preposition that only says more about a list's first member, the second still to come."""
    unit = parse.units[index]
    if unit.preposition is None or unit.conjoined or index + 1 >= len(parse.units):
        return False
    following = parse.units[index + 1]
    joined = following.kind == "phrase" and following.conjoined and following.preposition is None
    return joined and parse.alike(index + 1, head)


def _event_before(parse: Parse, index: int, phrase: Phrase, closed: range) -> Event | None:
    preposition = parse.units[index].preposition or ""
    served: Event | None = None
    told = False
    for back in parse.units_before(index):
        if parse.kind(back) in BARRIERS:
            return served
        event = parse.by_unit.get(back)
        told = told or parse.helps(back)
        if event is None or back in closed or not _open(parse, event, preposition, told=told):
            continue
        if _licensed(parse, event, preposition, phrase):
            outer = _filled_by(parse, event) or _wanted_by(parse, event, preposition, phrase)
            if outer is not None and _licensed(parse, outer, preposition, phrase):
                return outer
            sated = _sated(parse, event, preposition)
            if not sated or served is not None:
                return served if sated else event
            served = event  # «وضع يده بعد سيطرته على الموصل على سيولة»: one further out may still want its own
        elif not event.predicates and not event.classes and event.form == "verb":
            return served or event  # a verb that evokes nothing keeps what stands with it
        if _parts(parse, back):
            return served
    return served


def _parts(parse: Parse, index: int) -> bool:
    """Whether a clause begins at a unit; in European languages also at a relative: «через которую ушло …»."""
    return parse.begins_clause(index) or (
        parse.kind(index) == "relative" and parse.knowledge.book.grammar.subject_first
    )


def _sated(parse: Parse, event: Event, preposition: str) -> bool:
    """Whether an event has what it wants behind a preposition, or is about nothing that a sum is the worth of."""
    return (
        _has_own(event, preposition)
        or object_told(parse, event, preposition)
        or (preposition == WORTH and not _has_worth(parse, event))
    )


def _has_worth(parse: Parse, event: Event) -> bool:
    """Whether an event is about what a sum can be the worth of."""
    about = [*(p for group in parse.core.get(event.index, ()) for p in group), *(p for _, p in event.marked)]
    return not about or any(phrase.is_a("funds", "goods", "holding") for phrase in about)


def _open(parse: Parse, event: Event, preposition: str, *, told: bool) -> bool:
    """Whether an event may take a phrase; a named act none that its clause tells: «financing is for experts»."""
    named = event.form == "noun" and told
    return not (named or event.descriptive or _reveals(parse, event, preposition))


def _filled_by(parse: Parse, event: Event) -> Event | None:
    """The verb right before that tells of the same with an act in one of its roles: «حكمت المحكمة بالسجن على»."""
    mark = parse.units[event.unit].preposition
    if parse.knowledge.book.grammar.subject_first or event.form != "noun" or mark is None or not event.index:
        return None
    types = {predicate.type for predicate in event.predicates}
    for before in reversed(parse.events[max(0, event.index - 2) : event.index]):
        same = [predicate for predicate in before.predicates if predicate.type in types]
        filled = any(mark in places for predicate in same for places in predicate.roles.values())
        if not filled:
            return None
        if before.form == "verb":
            return before
    return None


def _reveals(parse: Parse, event: Event, preposition: str) -> bool:
    """«كشف التحقيق عن تحويلات»: what an inquiry reveals stands with the verb, and is not looked into."""
    before = parse.events[event.index - 1] if event.index else None
    speaks = before is not None and before.unit == event.unit - 1 and before.form == "verb" and before.steers("say")
    return event.form == "noun" and speaks and preposition in ("عن", "الي")


def _wanted_by(parse: Parse, event: Event, preposition: str, phrase: Phrase) -> Event | None:
    """The verb before a passive participle that asks for the very kind: «بدل الدنانير المنهوبة بعملات أجنبية»."""
    reading = parse.word(event).reading
    if event.form != "participle" or reading is None or reading.voice != "passive" or not event.index:
        return None
    before = parse.events[event.index - 1]
    own, wanted = _asks_for(event, preposition, phrase), _asks_for(before, preposition, phrase)
    return before if before.form == "verb" and wanted and not own else None


def _asks_for(event: Event, preposition: str, phrase: Phrase) -> bool:
    """Whether a predicate of an event needs a filler of the phrase's kinds behind a preposition."""
    return any(
        preposition in places and any(phrase.is_a(*need.get(role, ())) for need in predicate.needs)
        for predicate in event.predicates
        for role, places in predicate.roles.items()
    )


def _has_own(event: Event, preposition: str) -> bool:
    """Whether what an event wants behind a preposition, its object, stands there already."""
    explicit = any(preposition in predicate.roles.get("object", ()) for predicate in event.predicates)
    return explicit and bool(event.marks(preposition))


def _event_after(parse: Parse, index: int, phrase: Phrase) -> Event | None:
    """A phrase that opens a clause belongs to the verb that follows: «أما في سوريا فقد استولوا»."""
    preposition = parse.units[index].preposition or ""
    subject_first = parse.knowledge.book.grammar.subject_first
    if _behind_event(parse, index) if subject_first else phrase.event is not None:
        return None
    for forward in range(index + 1, len(parse.units)):
        if parse.kind(forward) in _NO_CLAUSE_AHEAD or bears_subject(parse, forward):
            return None
        event = parse.by_unit.get(forward)
        steers = (
            parse.knowledge.book.grammar.subject_first and event is not None and event.classes and not event.predicates
        )
        named = event is not None and parse.word(event).category in ("noun", "unknown", "title")
        if event is not None and named and _of_the_first(parse, index, event):
            continue
        if named and (subject_first or preposition in _BARE_CASES):
            return None
        if event is not None and not steers:
            return event if _licensed(parse, event, preposition, phrase) else None
    return None


def _of_the_first(parse: Parse, index: int, act: Event) -> bool:
    """Whether a Russian act says more of what a clause opens with: «Заводом по производству цемента владеет …»,
    «Жертвами взрыва стали 14 человек»."""
    if not parse.knowledge.book.grammar.cases:
        return False
    bare = parse.units[index].preposition in _BARE_CASES and act.unit == index + 1
    return parse.units[act.unit].preposition is not None or (bare and "gen" in parse.word(act).cases)


def _behind_event(parse: Parse, index: int) -> bool:
    """Whether an event of the same clause stands before: what follows it says more of that one."""
    for back in range(index - 1, -1, -1):
        if parse.kind(back) in _CLOSING:
            return False
        if back in parse.by_unit:
            return True
    return False


def _licensed(parse: Parse, event: Event, preposition: str, phrase: Phrase) -> bool:
    """Whether one of an event's predicates has a role behind this preposition that the phrase may fill."""
    if event.steers("relay") and preposition in parse.knowledge.closed("reporting", "relayed_from"):
        return phrase.is_a("agent", "document", "outlet") or not phrase.kinds
    if event.steers("be") and not any(predicate.type == "return" for predicate in event.predicates):
        return any(_is_told_so(parse, event, predicate, preposition) for predicate in event.predicates)
    if preposition == "of" and is_act_in_ing(parse, event) and takes_object(event):
        return True
    language = parse.knowledge.language
    return any(
        _has_place(predicate, preposition, phrase, language) and _company_near(parse, event, predicate)
        for predicate in event.predicates
    )


def _is_told_so(parse: Parse, event: Event, predicate: Predicate, preposition: str) -> bool:
    """«بات الميناء تحت سيطرة الحوثيين»: to be takes only what one of its predicates names."""
    named = any(preposition in places for places in predicate.roles.values())
    return named and (not predicate.company or _has_company(parse, event, predicate))


def _company_near(parse: Parse, event: Event, predicate: Predicate) -> bool:
    """Whether the noun a fixed phrase needs stands by its verb («فتح تحقيقا في»: «فتح» alone has no place for «في»)."""
    return not predicate.company or bool(predicate.marked_company) or _has_company(parse, event, predicate)


def _has_company(parse: Parse, event: Event, predicate: Predicate) -> bool:
    near = [phrase for group in parse.core.get(event.index, ()) for phrase in group]
    near += [*event.subject, *event.antecedent]
    return any(
        phrase.is_a(*predicate.company)
        or any(
            word.stem in predicate.company or word.stem.removesuffix("ا") in predicate.company
            for word in parse.words[phrase.first : phrase.last]
        )
        for phrase in near
    )


def _has_place(predicate: Predicate, preposition: str, phrase: Phrase, language: str) -> bool:
    if preposition in predicate.marked_company:
        return True
    for role, explicit in _roles_behind(predicate, preposition, language):
        if may_stand(role, phrase) if explicit else suits(role, phrase):
            return True
    return False


@cache
def _roles_behind(predicate: Predicate, preposition: str, language: str) -> Sequence[tuple[str, bool]]:
    """The roles that stand behind a preposition, and whether the predicate says so (or they do in the language)."""
    own = [(role, True) for role, places in predicate.roles.items() if preposition in places]
    roles = ("actor", *claim_types()[predicate.type].roles)
    free = [role for role in roles if role not in predicate.roles or role == "amount"]
    marks = default_marks(language).items()
    return own + [(role, False) for role, places in marks if role in free and preposition in places]
