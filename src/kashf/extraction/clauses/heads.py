"""Heads: the noun before a verb that its clause tells more of, or that is its subject."""

from __future__ import annotations

from kashf.extraction.clauses.before_verb import act_within, listed_bare, object_within
from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.clauses.parse import Parse

__all__ = ["attack_head", "far_head", "hangs_on", "is_genitive", "opens", "past_modifiers", "predicated", "taken_up"]

_TOLD_OF = ("people", "persons", "network", "vessel", "vehicle", "business", "hostile", "list")
"""What reports tell more of in a relative clause without a pronoun."""


def far_head(parse: Parse, event: Event, index: int) -> Phrase | None:
    """«خلية موالية لـ«داعش» بوجدة كانت تخطط»: an indefinite noun with prepositions before its relative clause."""
    back, near = index, parse.phrases[index]
    if near is None or hangs_on(parse, event, index, near) or taken_up(parse, event, index, near):
        return None
    while back > 0 and parse.phrases[_led(parse, back)] is not None:
        back = _led(parse, back)
        if parse.units[back].preposition is None:
            break
        back = parse.skip_back(back - 1)
        participle = parse.by_unit.get(back)
        back -= participle is not None and participle.form == "participle"
    unit, phrase = parse.units[back], parse.phrases[back]
    if back == index or phrase is None or unit.preposition or unit.conjoined or event.conjoined or phrase.pronoun:
        return None
    indefinite = unit.kind == "phrase" and not parse.words[phrase.first].definite
    return phrase if indefinite and phrase.is_a(*_TOLD_OF) and not parse.opens_clause(back) else None


def _led(parse: Parse, index: int) -> int:
    """The act whose genitive a phrase is («شبكة متخصصة في تهريب المهاجرين كانت»), or else the phrase itself."""
    act = parse.by_unit.get(index - 1)
    genitive = act is not None and act.form == "noun" and parse.units[index].preposition is None
    return index - 1 if genitive and parse.units[index - 1].preposition is not None else index


def attack_head(parse: Parse, event: Event, index: int) -> Phrase | None:
    """«غارة لطائرة مسيرة استهدفت سيارته»: the indefinite strike or attack that a verb of striking tells more of."""
    if event.conjoined or not event.predicates:
        return None
    beside = parse.by_unit.get(event.unit - 1)
    if beside is not None and beside.form == "noun" and not parse.words[beside.word].definite and event.form == "verb":
        return parse.phrases[beside.unit]  # «تحويلات جرت عبر مكاتب صرافة»
    if not any(predicate.type in _STRIKING for predicate in event.predicates):
        return None
    back = index
    while back >= 0 and parse.kind(back) == "phrase" and not parse.units[back].conjoined:
        back = parse.skip_back(back - 1)
    act, phrase = parse.by_unit.get(back), parse.phrases[back] if back >= 0 else None
    struck = phrase is not None and phrase.is_a("attack") and act is not None and act.form == "noun"
    return phrase if struck and act is not None and not parse.words[act.word].definite else None


_STRIKING = frozenset({"attack", "strike", "kill"})


def hangs_on(parse: Parse, event: Event, index: int, phrase: Phrase) -> bool:
    """«من جملة 850 سافروا»: a count or an indefinite noun right before a verb is whom the verb tells of."""
    grammar = parse.knowledge.book.grammar
    if phrase.is_a("time"):
        return False  # «وبعد يومين أوقف الآخر»
    if grammar.cases and parse.units[index].preposition not in grammar.part_of:
        return False  # «У боевиков изъято …», «Ему предъявлено …»
    struck = phrase.is_a("attack", "vessel", "vehicle") and not parse.opens_clause(index)  # «في غارة استهدفت سيارته»
    beside = index == event.unit - 1 and (struck or phrase.is_a("counted", "agent", "measure")) and not event.conjoined
    if not struck and phrase.figure is None and phrase.is_a("somewhere"):
        return False  # «في سوريا سيطر الجهاديون»: a place says where
    return beside and (phrase.figure is not None or not parse.words[phrase.first].definite)


def opens(parse: Parse, index: int) -> bool:
    """Whether a phrase opens its clause, and is not rather what an Arabic verb before an insertion is told of: «جمدت
    النيابة، الثلاثاء، محافظ تضم 300 ألف»."""
    phrase = parse.phrases[index]
    if not parse.opens_clause(index) or parse.kind(index - 1) != "comma" or phrase is None:
        return parse.opens_clause(index)
    told = any(phrase in group for groups in parse.core.values() for group in groups[1:])
    return not told or parse.words[phrase.first].definite


def is_genitive(parse: Parse, index: int) -> bool:
    """«Контрабанда золота приносит»: a genitive behind a named act is no subject."""
    act, phrase = parse.by_unit.get(index - 1), parse.phrases[index]
    named = act is not None and act.form == "noun" and parse.words[act.word].category in ("noun", "unknown")
    return named and phrase is not None and ("gen" in phrase.cases or phrase.figure is not None)


def taken_up(parse: Parse, event: Event, index: int, phrase: Phrase) -> bool:
    """«دراسة أعدها معهد»: an indefinite noun right before a verb with an object ending is that object."""
    noun = parse.words[phrase.first].category == "noun" or phrase.figure is not None
    indefinite = not parse.words[phrase.first].definite and noun
    return index == event.unit - 1 and bool(parse.word(event).split.ending) and indefinite and not event.conjoined


def past_modifiers(parse: Parse, index: int) -> int:
    """Back over what only says more about a subject: «أعداد العناصر العائدين إلى 12 دولة يقدرون»."""
    if parse.knowledge.book.grammar.subject_first and listed_bare(parse, index):
        return index
    grammar = parse.knowledge.book.grammar
    back = index
    while back >= 0:
        unit = parse.units[back]
        if unit.kind == "quote" and back < index and (not grammar.cases or _closes(parse, back)):
            back -= 1
            continue
        if unit.kind == "phrase" and unit.preposition is None and not unit.conjoined and not object_within(parse, back):
            if back < index and is_genitive(parse, back):
                return index  # «Поставки оружия повстанцам шли …»
            return back if parse.opens_clause(back) or parse.knowledge.book.grammar.subject_first else index
        within = parse.words[unit.first].category == "verb" and act_within(parse, back)  # «thought to belong to»
        if unit.kind != "phrase" and not (within or _says_more(parse, back)):
            return index
        back -= 1
    return index


def predicated(parse: Parse, event: Event, index: int) -> tuple[Phrase, ...]:
    """«حقول النفط في دير الزور خاضعة لـ…»: what an indefinite participle says of the definite noun that opens its
    clause; nothing where it only says more of the noun right before it."""
    word, near = parse.word(event), parse.phrases[index] if index >= 0 else None
    if near is None or word.definite or parse.units[index].preposition is None or word.norm.endswith("ا"):
        return ()
    if not parse.words[near.first].definite and not near.is_a("place", "person", "group"):
        return ()
    head = past_modifiers(parse, index)
    phrase = parse.phrases[head]
    if head == index or phrase is None or not parse.opens_clause(head):
        return ()
    agrees = word.norm.endswith(("ه", "ات")) or not parse.words[phrase.first].norm.endswith("ه")
    return parse.with_joined_before(head) if agrees else ()


def _says_more(parse: Parse, index: int) -> bool:
    """Whether a participle, or in Russian an act behind a preposition, says more of the noun before it."""
    event = parse.by_unit.get(index)
    if event is None:
        return False
    return event.form == "participle" or (parse.knowledge.book.grammar.cases and act_within(parse, index))


def _closes(parse: Parse, index: int) -> bool:
    """Whether quotation marks close around a name that the phrase before them ends with: «Казино «Фортуна» в Поти»."""
    before = parse.phrases[index - 1] if index else None
    return before is not None and any(word.norm == '"' for word in parse.words[before.first : before.last])
