"""Passing over: what stands between a verb and its object, and objects that are no plain noun."""

from __future__ import annotations

from collections.abc import Iterator

from kashf.extraction.clauses.describing import past_described
from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.clauses.parse import BARRIERS, SKIPPED, Parse
from kashf.extraction.clauses.relatives import RELATIVE_CLAUSE

__all__ = [
    "CLAUSE_ENDS",
    "act_done",
    "act_for_object",
    "but_for",
    "in_their_hands",
    "of_whatever",
    "past_infinitive",
    "past_kind",
    "past_told",
    "says_how",
]

CLAUSE_ENDS = BARRIERS | {"relative", "negator"}
"""Units that end a clause."""


def act_done(parse: Parse, event: Event) -> Iterator[Phrase]:
    """«حظرت البيع بالدولار», «خفضت الغارات الإنتاج»: an act as the object of a verb that a predicate wants there."""
    index = event.unit + 1
    while parse.kind(index) in SKIPPED or (parse.kind(index) == "phrase" and not parse.units[index].preposition):
        index += 1
    phrase = parse.phrases[index] if index < len(parse.units) else None
    plain = index < len(parse.units) and not (parse.units[index].preposition or parse.units[index].conjoined)
    nearby = event.form == "verb" or index == event.unit + 1  # «بتهمة تمويل سفر مقاتلين»
    if event.form == "participle" or phrase is None or phrase.event is None or not (plain and nearby):
        return
    if any(kind.startswith("act") and phrase.is_a(kind) for kind in _wanted(event)):
        yield phrase


def _wanted(event: Event) -> Iterator[str]:
    """The kinds of object that the predicates of an event need."""
    for each in event.predicates:
        for role in ("object", "purpose"):
            if "direct" in each.roles.get(role, ()):
                yield from (kind for need in each.needs for kind in need.get(role, ()))


def act_for_object(parse: Parse, event: Event) -> Iterator[Phrase]:
    """«financing an attack on a synagogue»: a named act right behind a European verb that may claim is its object."""
    index = event.unit + 1
    while parse.kind(index) in SKIPPED and index < len(parse.units):
        index += 1
    act = parse.by_unit.get(index)
    named = act is not None and parse.word(act).category in ("noun", "unknown") and not act.conjoined
    phrase = parse.phrases[index] if named and parse.units[index].preposition is None else None
    if phrase is None or not event.predicates or event.form == "participle":
        return
    grammar = parse.knowledge.book.grammar
    accusative = not grammar.cases or "acc" in parse.words[parse.units[index].first].cases
    if accusative and (grammar.head_last or not event.steers("say")):
        yield phrase


def of_whatever(parse: Parse, event: Event) -> Iterator[Phrase]:
    """«استبدال ما لديهم من ليرات»: what somebody has of a thing is the thing."""
    index = event.unit + 1
    while parse.kind(index) in SKIPPED or (parse.kind(index) == "phrase" and parse.units[index].preposition):
        index += 1
    if parse.kind(index) != "relative" or parse.words[parse.units[index].first].norm != "ما":
        return
    for behind in range(index + 1, min(index + RELATIVE_CLAUSE, len(parse.units))):
        phrase = parse.phrases[behind]
        if parse.kind(behind) in CLAUSE_ENDS or parse.kind(behind) == "comma":
            return
        if phrase is not None and parse.units[behind].preposition == "من" and not phrase.pronoun:
            yield phrase
            return


def but_for(parse: Parse, index: int) -> bool:
    """«لم تدفع سوى 400 ألف»: behind a negation what is excepted is what the clause tells."""
    arabic = not parse.knowledge.book.grammar.subject_first
    return arabic and any(parse.kind(back) == "negator" for back in range(index))


def past_kind(parse: Parse, event: Event, index: int) -> int:
    """«أحالت هيئة مكافحة الفساد المدير»: behind a verb, what only says what kind of body acts; 0 for anything else."""
    told = event.form == "verb" and index > event.unit + 1 and not parse.knowledge.book.grammar.subject_first
    return (past_described(parse, index) or _past_bare(parse, index)) if told else 0


def _past_bare(parse: Parse, index: int) -> int:
    """«هاجم مسلحون يستقلون دراجات منجما»: behind a relative clause without pronoun, the object of the main verb.

    That object is told by its ending or its sum, the verb of the clause having its own before it; or it is any thing,
    where the verb takes its noun up again and has its subject: «تجبي شبكة يقودها تاجر الزكاة».
    """
    verb, before = parse.by_unit.get(index), parse.phrases[index - 1]
    if verb is None or verb.form != "verb" or verb.conjoined or before is None or parse.kind(index - 1) != "phrase":
        return 0
    reading = parse.word(verb).reading
    if parse.words[before.first].definite or (reading is not None and reading.tense != "present"):
        return 0
    found = _bare_behind(parse, index, 1)
    phrase = parse.phrases[found] if found else None
    if phrase is None:
        return 0
    resumed = bool(parse.word(verb).split.ending) and not phrase.is_a("agent")
    told = resumed or parse.words[phrase.first].accusative or phrase.is_a("money_amount")
    return found if told else 0


def past_told(parse: Parse, relative: int) -> int:
    """«تدر المحاجر التي تديرها الميليشيا مليون دولار»: behind an Arabic relative clause that wants no more objects.

    That is one whose verb takes its noun up again and has its subject, or takes none. 0 where the clause goes on.
    """
    event = parse.by_unit.get(relative + 1)
    if parse.knowledge.book.grammar.subject_first or event is None or event.form != "verb":
        return 0
    led = parse.units[relative + 2] if relative + 2 < len(parse.units) else None
    resumed = bool(parse.word(event).split.ending) or (led is not None and bool(led.pronoun))
    return 0 if event.predicates and not resumed else _bare_behind(parse, event.unit, resumed)


def _bare_behind(parse: Parse, verb: int, taken: int) -> int:
    """The next phrase without preposition behind a verb, past as many as the verb itself takes; 0 where none is."""
    index = verb + 1
    bare = 0
    while parse.kind(index) in ("phrase", "adverb"):
        phrase, unit = parse.phrases[index], parse.units[index]
        if unit.preposition is None and phrase is not None and not unit.conjoined and not parse.is_time(index):
            if bare == taken:
                return index
            bare += 1
        index += 1
    return 0


def says_how(parse: Parse, phrase: Phrase) -> bool:
    """«استولى الوزير على المال العام مستغلا منصبه»: an accusative participle tells how, and is no object."""
    word = parse.words[phrase.first]
    arabic = not parse.knowledge.book.grammar.subject_first
    return arabic and word.category == "participle" and word.norm.endswith("ا") and not phrase.kinds


def in_their_hands(parse: Parse, index: int) -> bool:
    """«أوقفت ثلاثة أشخاص بحوزتهم مليون يورو»: what is found on somebody stands in a clause of its own."""
    word = parse.words[parse.units[index].first]
    return bool(word.split.ending) and word.stem in parse.knowledge.closed("words", "on_somebody")


def past_infinitive(parse: Parse, event: Event) -> bool:
    """«men believed to have funded the group»: whether an English verb stands behind «to have», and so has no subject
    before it."""
    helper = parse.units[event.unit - 1] if event.unit else None
    if helper is None or helper.kind != "particle" or not parse.knowledge.book.grammar.head_last:
        return False
    while helper.first > 0 and parse.words[helper.first].norm in ("been", "have"):
        if parse.words[helper.first - 1].norm == "to":
            return True
        helper = next((unit for unit in parse.units if unit.last == helper.first), parse.units[0])
        if helper is parse.units[0]:
            return False
    return False
