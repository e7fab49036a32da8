"""What somebody stands before the law for: the act inside a charge, an arrest or an inquiry is alleged.

It is told as a fact only on the word of a court that convicted; that a court acquitted denies it. What a sanction is
for is told on the word of the authority that lays it.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import cache

from kashf.domain.predicates import Predicate, claim_types
from kashf.extraction.claims.doubting import maybe
from kashf.extraction.claims.matching import in_company
from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.draft import Clauses
from kashf.extraction.knowledge import knowledge_of
from kashf.extraction.words.arabic_settling import is_arabic
from kashf.extraction.words.word import Word
from kashf.language.closed import words as table_words

__all__ = ["accused", "both_try", "charged", "fights", "is_reason", "measures", "named_charge"]

_BEFORE_THE_LAW = frozenset({"charge", "arrest", "investigate"})
_MEASURES = frozenset({"designate", "freeze"})
_REASON_ROLES = ("charge", "object", "purpose")


def measures(event: Event, words: Sequence[Word] = ()) -> bool:
    """Whether an event lays a measure on somebody: what it is «for» is its reason, and no aim.

    With the `words` only fixed phrases that stand there count: «mettre en examen» is no «mettre sur une liste».
    """
    told = event.predicates
    if words:
        told = tuple(predicate for predicate in told if in_company(predicate, event, words))
    return any(predicate.type in _MEASURES for predicate in told)


def is_reason(event: Event, governor: Event, words: Sequence[Word], language: str) -> bool:
    """Whether an act is what somebody is before the law for: «arrested for smuggling», «متهم بتهريب»."""
    if governor.steers("accuse"):
        return True
    told = [predicate for predicate in governor.predicates if in_company(predicate, governor, words)]
    if not any(predicate.type in _BEFORE_THE_LAW | _MEASURES for predicate in told):
        return False
    marks = knowledge_of(language).marks
    by_default = {*marks.get("charge", ()), *(marks.get("purpose", ()) if _has_reasons(governor, language) else ())}
    own = {
        mark
        for predicate in told
        if predicate.type in _BEFORE_THE_LAW
        for role in _REASON_ROLES
        for mark in predicate.roles.get(role, ())
    }
    return event.governed_by in by_default | own


def named_charge(event: Event, governor: Event, words: Sequence[Word], language: str) -> bool:
    """«وجهت إلى الصراف تهمة الضلوع في»: whether an act is the genitive of a charge that is laid, in Arabic."""
    charges = table_words(language, "reporting", "charges") if language == "ar" else frozenset[str]()
    quoted = words[event.word - 1].norm == '"'  # «تهمة "تمويل الإرهاب"»
    named = event.form == "noun" and words[event.word - 1 - quoted].stem in charges
    return named and any(predicate.type == "charge" for predicate in governor.predicates)


def _has_reasons(governor: Event, language: str) -> bool:
    """Whether what an event is «for» is why it was done: of any measure; of an arrest where «ل» says no aim of it."""
    return measures(governor) or not knowledge_of(language).book.grammar.subject_first


def accused(event: Event) -> tuple[Phrase, ...]:
    """Who is before the law: the object, or what stands where the predicates have theirs, or else the one spoken of."""
    return tuple(event.subject) if event.subject and _is_tried(event) else _told_of(event)


def _told_of(event: Event) -> tuple[Phrase, ...]:
    direct = tuple(phrase for phrase in event.direct if phrase.is_a("agent") or _unlisted(phrase))
    if direct:
        return direct
    marks = _object_marks(event.predicates) if event.marked else ()
    behind = tuple(p for mark, p in event.marked if mark in marks and p.is_a("agent") and not p.is_a("somewhere"))
    told = tuple(phrase for phrase in event.direct if not phrase.is_a("time", "counted", "act", "crime"))
    return (
        behind or (told if event.subject and is_arabic(event.lemma) else ()) or tuple(event.subject) or event.antecedent
    )


def _unlisted(phrase: Phrase) -> bool:
    """Whether a phrase is of no kind that is known, however many it counts («nine upholsterers»)."""
    return not phrase.kinds if phrase.figure is None else phrase.kinds <= {"counted"}


@cache
def _object_marks(predicates: tuple[Predicate, ...]) -> Set[str]:
    """Where the predicates of a word, those of the law if it has any, have their object; there are as many such rows as
    words of the tables."""
    before_law = [each for each in predicates if each.type in _BEFORE_THE_LAW | _MEASURES] or predicates
    return {mark for predicate in before_law for mark in predicate.roles.get("object", ())}


def _is_tried(event: Event) -> bool:
    """«faces prosecution for», «stood trial over»: whether who is before the law stands as the subject."""
    places = [p.roles.get("object", ())[:1] for p in event.predicates if p.type in _BEFORE_THE_LAW]
    return bool(places) and not event.passive and all(at == ("subject",) for at in places)


def charged(clauses: Clauses, event: Event, chain: Sequence[Event], words: Sequence[Word], language: str) -> bool:
    """Whether an act, with the events above it, is what somebody is charged with and no court has found proven."""
    below = event
    for above in chain:
        if is_reason(below, above, words, language) and not (measures(above, words) or _is_measure(event)):
            return not _convicted(clauses, chain, words, language)
        below = above
    return _behind_charge(clauses, event, words, language) and not _convicted(clauses, chain, words, language)


def _is_measure(event: Event) -> bool:
    """An arrest or a trial is what is done to the accused, and not what they are accused of."""
    return bool(event.predicates) and all(
        predicate.type in _BEFORE_THE_LAW | _MEASURES | {"release", "seize", "share"} for predicate in event.predicates
    )


def _convicted(clauses: Clauses, chain: Sequence[Event], words: Sequence[Word], language: str) -> bool:
    """Whether one of the events above is a conviction that has been spoken."""
    for position, above in enumerate(chain):
        if above.steers("convict"):
            further = chain[position:]
            unsaid = any(each.negated or each.future or each.mood for each in further)
            return not unsaid and not any(maybe(clauses, each, words, language) for each in further)
    return False


def _behind_charge(clauses: Clauses, event: Event, words: Sequence[Word], language: str) -> bool:
    """«بتهمة تمويل», «في قضية تحويل أموال»: the act is what somebody is charged with."""
    event = _first_of_list(clauses, event)
    before = range(max(clauses.sentence.first, event.word - 2), event.word)
    charges = table_words(language, "reporting", "charges")
    return event.form == "noun" and any(words[position].stem in charges for position in before)


def _first_of_list(clauses: Clauses, event: Event) -> Event:
    """«المتهم بتهريب الآثار وتمويل الجماعة»: the first of the acts that are listed."""
    for at in range(event.index - 1, -1, -1):
        if not event.conjoined:
            break
        if clauses.events[at].form == "noun":
            event = clauses.events[at]
    return event


def both_try(event: Event, above: Event) -> bool:
    """«حكمت المحكمة بالسجن على»: a penalty and the judgment that lays it."""
    return all(any(predicate.type == "charge" for predicate in each.predicates) for each in (event, above))


def fights(governor: Event, event: Event) -> bool:
    """«раскрыла канал контрабанды», «ضبط شبكة لتهريب»: who counters an act is not who does it."""
    counters = {predicate.type for predicate in governor.predicates}
    done = {predicate.type for predicate in event.predicates}
    types = claim_types()
    caught = any(phrase.is_a("people", "persons", "person") for phrase in governor.direct)
    if event.form != "noun" or not counters or not done or (governor.classes and not caught):
        return False
    countering = [types[name].group == "counter" for name in counters]
    return (any(countering) if caught else all(countering)) and not any(types[name].group == "counter" for name in done)
