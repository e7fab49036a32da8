"""What stands before a verb and is no subject of its own: acts and objects within a phrase, and bare lists."""

from __future__ import annotations

from kashf.extraction.clauses.events import Event
from kashf.extraction.clauses.parse import SKIPPED, Parse
from kashf.extraction.clauses.passing import past_infinitive
from kashf.extraction.clauses.relatives import RELATIVE_CLAUSE
from kashf.language.declension import adjectival

__all__ = [
    "act_within",
    "back_to_subject",
    "in_company",
    "inverted",
    "listed_bare",
    "object_within",
    "of_later_subject",
    "opens_with_adjective",
    "past_owner",
    "past_times",
]


def act_within(parse: Parse, index: int) -> bool:
    """«Proceeds from the smuggling were …»: an act behind a preposition says more of what stands before it."""
    event = parse.by_unit.get(index)
    return event is not None and event.form == "noun" and parse.units[index].preposition is not None


def object_within(parse: Parse, index: int) -> bool:
    """Whether a phrase is the object of a participle: «police searching a cellar turned up …»."""
    event = parse.by_unit.get(index - 1)
    european = parse.knowledge.book.grammar.head_last
    return european and event is not None and event.form == "participle" and not event.passive


def listed_bare(parse: Parse, index: int) -> bool:
    """Whether a phrase is the last of a list that no preposition leads: «the driver and two dockers were held»."""
    first = index
    while first > 0 and parse.units[first].conjoined and parse.kind(first - 1) == "phrase":
        first -= 1
    listed = parse.kind(first - 1) == "comma" and parse.units[first - 2].preposition is not None if first > 1 else False
    if listed and not parse.opens_clause(first - 2):
        return False  # «4 million euros in cash, gold and crypto was found»
    return first < index and all(parse.units[back].preposition is None for back in range(first, index + 1))


def past_times(parse: Parse, index: int) -> int:
    """Back over how long something took, to the subject before it: «Банда полтора года торговала»."""
    back = index
    while back > 0 and (phrase := parse.phrases[back]) is not None and phrase.is_a("time"):
        back = parse.skip_back(back - 1)
    return back if parse.kind(back) == "phrase" else index


def in_company(parse: Parse, event: Event, index: int) -> bool:
    """Whether an act behind a preposition belongs to a fixed phrase of a verb, whose object follows: «ввели в оборот
    свою валюту», « mettre en circulation de faux billets »."""
    unit, phrase = parse.units[index], parse.phrases[index]
    if (
        event.form == "noun"
        or unit.preposition is None
        or phrase is None
        or not parse.knowledge.book.grammar.subject_first
    ):
        return False
    wanted = {word for each in event.predicates for word in each.marked_company.get(unit.preposition, ())}
    return phrase.is_a(*wanted) or parse.words[unit.first].stem in wanted


def past_owner(parse: Parse, event: Event, index: int) -> int:
    """« Le banquier des milices extradé »: back over an owner that does not agree with its participle."""
    grammar, unit, phrase = parse.knowledge.book.grammar, parse.units[index], parse.phrases[index]
    if grammar.cases or grammar.head_last or unit.preposition != "de" or phrase is None or index < 1:
        return index
    head = next((word for word in parse.words[phrase.first : phrase.last] if word.category in _NAMING), None)
    agrees = head is None or head.norm.endswith(_PLURAL) == parse.word(event).norm.endswith(_PLURAL)
    before = parse.units[index - 1]
    return index if agrees or before.kind != "phrase" or before.preposition is not None else index - 1


_NAMING = frozenset({"noun", "title", "unknown"})
_PLURAL = ("s", "x")


def back_to_subject(parse: Parse, index: int) -> int:
    """Back over what stands between a European verb and its subject: times, acts behind prepositions, participles."""
    index = past_times(parse, index)
    while index > 0 and parse.knowledge.book.grammar.cases and act_within(parse, index):
        index = parse.skip_back(index - 1)  # «Одиннадцать из них после освобождения выехали»
    index = _past_hearsay(parse, index)
    index = _past_going(parse, index)
    described = parse.by_unit.get(index)
    while described is not None and described.form == "participle":
        index -= 1  # « 20 kilos d'or non déclarés ont été introduits »
        described = parse.by_unit.get(index)
    return index


def _past_going(parse: Parse, index: int) -> int:
    """« Un cousin parti rejoindre la milice au Mali a été tué »: back over an infinitive to the participle of going
    that it stands behind."""
    if parse.knowledge.book.grammar.cases or parse.knowledge.book.grammar.head_last:
        return index
    for back in range(index, max(1, index - RELATIVE_CLAUSE), -1):
        act, going = parse.by_unit.get(back), parse.by_unit.get(back - 1)
        if act is not None and going is not None and going.form == "participle" and act.form == "noun":
            return going.unit if going.lemma in parse.knowledge.closed("words", "moving_verbs") else index
        if parse.kind(back) != "phrase":
            return index
    return index


def inverted(parse: Parse, event: Event) -> bool:
    """«…, révèle un audit»: behind a comma a verb of speech has its subject behind it."""
    behind = parse.units[event.unit + 1] if event.unit + 1 < len(parse.units) else None
    led = parse.kind(event.unit - 1) == "comma" and event.steers("say")
    if led and parse.knowledge.book.grammar.cases and (behind is None or behind.preposition is not None):
        return True  # «…, сообщили в ведомстве»
    if not led or behind is None or behind.kind != "phrase" or behind.preposition is not None:
        return False
    further = event.unit + 2
    while parse.kind(further) in SKIPPED | {"negator"} and further < len(parse.units):
        further += 1
    return parse.kind(further) != "event"  # «…, said the militants had sold»: the phrase has a verb of its own


def _past_hearsay(parse: Parse, index: int) -> int:
    """«A firm alleged to have shipped missiles to Iran was …»: back over what is alleged, to the participle."""
    for back in range(index, max(0, index - RELATIVE_CLAUSE), -1):
        event = parse.by_unit.get(back)
        if event is not None and event.form == "verb":
            steering = parse.by_unit.get(back - 1 - (parse.kind(back - 1) == "particle"))
            heard = steering is not None and steering.form == "participle" and steering.passive
            return steering.unit if heard and steering is not None and past_infinitive(parse, event) else index
        if parse.kind(back) not in ("phrase", "adverb"):
            return index
    return index


def of_later_subject(parse: Parse, index: int) -> Event | None:
    """«…, officials in Kyiv say»: the verb whose subject, right behind an English comma, a phrase says more of."""
    if not parse.knowledge.book.grammar.head_last:
        return None
    head = index - 1
    while parse.kind(head) == "phrase" and parse.units[head].preposition is not None:
        head -= 1
    if parse.kind(head) != "phrase" or parse.kind(head - 1) != "comma":
        return None
    verb = index + 1
    while verb < len(parse.units) and (parse.kind(verb) in SKIPPED or parse.kind(verb) == "phrase"):
        verb += 1
    event = parse.by_unit.get(verb)
    return event if event is not None and event.form == "verb" and parse.phrases[head] in event.subject else None


def opens_with_adjective(parse: Parse, index: int) -> bool:
    """Whether a Russian participle or adjective no table lists comes next, past phrases behind prepositions."""
    while parse.kind(index) == "phrase" and parse.units[index].preposition is not None:
        index += 1
    if parse.kind(index) != "phrase":
        return False
    unit = parse.units[index]
    word = parse.words[unit.first]
    alone = unit.last - unit.first == 1 and word.category in ("unknown", "participle") and not unit.pronoun
    return alone and adjectival(word.norm)
