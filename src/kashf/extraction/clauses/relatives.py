"""Relative clauses: the noun a clause hangs on, and the main verb behind one."""

from __future__ import annotations

from collections.abc import Sequence

from kashf.domain.predicates import broader_kinds
from kashf.extraction.clauses.agreeing import agrees, person_of
from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.clauses.opening import opening_act
from kashf.extraction.clauses.parse import BARRIERS, Parse
from kashf.extraction.words.word import Word
from kashf.language.agreement import may_agree

__all__ = [
    "RELATIVE_CLAUSE",
    "antecedent_of",
    "antecedent_of_object",
    "led_antecedent",
    "only_places",
    "past_bare_clause",
    "past_relative",
    "past_relative_clause",
]

_DUAL_RELATIVES = frozenset({"اللذان", "اللذين", "اللتان", "اللتين"})
_RELATIVE_OF_ONE = {"الذي": "3sm", "التي": "3sf"}
_PEOPLE_RELATIVES = frozenset({"الذين", "ممن"})
_THING_RELATIVES = frozenset({"that", "which", "qui", "lequel", "laquelle", "lesquels", "lesquelles"})
_PERSONAL_RELATIVES = frozenset({"who", "whom"})
_POINTING = frozenset(
    {"ceux", "celui", "celle", "celles", "those", "те", "тот", "та", "one", "two", "all", "some", "many", "several",
     "anyone", "anybody", "everyone", "everybody", "someone", "somebody", "nobody"}
)  # fmt: skip
"""Pronouns that a relative clause says more of."""
RELATIVE_CLAUSE = 8
"""Units of a relative clause without commas that may stand between a subject and its verb."""
_RELATIVE_REACH = 7
"""Units back from a relative pronoun within which its noun stands."""


def past_relative(parse: Parse, event: Event, index: int) -> tuple[Phrase, ...]:
    """«The group that murdered the journalist had demanded …»: the verb behind a relative clause has its head."""
    for back in range(index, max(-1, index - RELATIVE_CLAUSE), -1):
        other = parse.by_unit.get(back)
        if other is None and parse.kind(back) == "relative" and parse.kind(back + 1) == "particle":
            return _head_before(parse, back)  # «assets of these persons that are in the country are blocked»
        if other is None and parse.kind(back) in BARRIERS | {"comma", "relative"}:
            return ()
        if other is None or other.form != "verb" or (other.conjoined and parse.knowledge.book.grammar.head_last):
            continue  # «who joined the group and held a girl was found guilty»
        relative = parse.skip_back(back - 1)
        if other.steers("say") and other.subject and other.antecedent and _led_by_relative(parse, other):
            return other.antecedent
        return () if event.conjoined else _head_of_clause(parse, other, relative)
    return ()


def _head_of_clause(parse: Parse, other: Event, relative: int) -> tuple[Phrase, ...]:
    """The noun that the clause of a verb says more of, its relative at a unit or left out."""
    told = parse.kind(relative) == "relative" and not other.steers("say")
    if told and not other.antecedent and only_places(parse, relative):
        return _head_before(parse, relative)  # « les fonds dont disposait la société ont été bloqués »
    if not told and not parse.knowledge.book.grammar.cases and (whose := _whose(parse, relative)):
        return _head_before(parse, whose)
    left_out = bool(other.subject) and bool(other.antecedent)  # «assets they hold abroad are frozen»
    return _whole_head(parse, other.antecedent) if told or left_out else ()


def _whose(parse: Parse, subject: int) -> int:
    """«The bank whose clients include the cartel paid …»: the relative right before the subject of its clause; or 0."""
    led = parse.kind(subject) == "phrase" and parse.kind(subject - 1) == "relative"
    return subject - 1 if led and only_places(parse, subject - 1) else 0


def _led_by_relative(parse: Parse, event: Event) -> bool:
    """«sanctions on a trader who, it said, sold weapons», «whom officials say»: who is spoken of is whom the relative
    takes up, and goes on."""
    first = next((at for at, phrase in enumerate(parse.phrases) if phrase is event.subject[0]), -1)
    while parse.kind(first - 1) in ("comma", "adverb") and first > 0:
        first -= 1
    return parse.kind(first - 1) == "relative"


def _whole_head(parse: Parse, antecedent: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """«Teachers in the areas it controls have …»: English has no subject behind a preposition, but what it is of."""
    at = next((i for i, phrase in enumerate(parse.phrases) if antecedent and phrase is antecedent[0]), -1)
    if at < 1 or parse.units[at].preposition is None or not parse.knowledge.book.grammar.head_last:
        return antecedent
    return _head_before(parse, at) or antecedent


def past_relative_clause(parse: Parse, event: Event, index: int) -> tuple[Phrase, ...]:
    """«المعبر الذي تديره الهيئة يدر عليها الملايين»: the verb behind an Arabic relative clause has its head."""
    for back in range(index, max(-1, index - RELATIVE_CLAUSE), -1):
        if parse.kind(back) in BARRIERS | {"comma"}:
            return ()
        if parse.kind(back) == "relative":
            told = parse.by_unit.get(back + 1)
            if told is None or told.form != "verb" or event.conjoined or told.steers("be", "begin"):
                return ()
            return told.antecedent if agrees(person_of(event, parse.words), told.antecedent, parse.words) else ()
    return ()


def past_bare_clause(parse: Parse, event: Event, index: int) -> tuple[Phrase, ...]:
    """«شبكة يقودها تاجر من الموصل تجبي الزكاة»: the verb behind an Arabic relative clause without pronoun has its head,
    where it does not go with the noun right before it."""
    person = person_of(event, parse.words)
    if event.conjoined or _tells_of_near(parse, person, index):
        return ()
    for back in range(index, max(-1, index - RELATIVE_CLAUSE), -1):
        if parse.kind(back) in BARRIERS | {"comma", "relative"}:
            return ()
        verb = parse.by_unit.get(back)
        if verb is not None and verb.form == "verb":
            head = _bare_head(parse, verb)
            return head if agrees(person, head, parse.words) else ()
    return ()


def _tells_of_near(parse: Parse, person: str, index: int) -> bool:
    """Whether the noun right before a verb goes with it, or none stands there."""
    near = parse.phrases[index] if index >= 0 else None
    if near is None or parse.kind(index) != "phrase":
        return True
    own = parse.units[index].preposition is None or not parse.words[near.first].definite
    return own and not near.is_a("place") and agrees(person, (near,), parse.words)


def _bare_head(parse: Parse, verb: Event) -> tuple[Phrase, ...]:
    """The indefinite noun that opens a clause, right before a verb that only says more of it."""
    head, before = verb.antecedent or verb.subject, verb.unit - 1
    opens = bool(head) and parse.phrases[before] is head[-1] and parse.opens_clause(before)
    plain = not (verb.conjoined or verb.classes - {"say"})
    return head if opens and plain and not parse.words[head[0].first].definite else ()


def _head_before(parse: Parse, relative: int) -> tuple[Phrase, ...]:
    """The noun before a relative, past what prepositions say of it, with what it is joined to."""
    back = relative - 1
    while parse.kind(back) == "phrase" and parse.units[back].preposition is not None:
        back -= 1
    return parse.with_joined_before(back) if parse.kind(back) == "phrase" else ()


def antecedent_of_object(parse: Parse, event: Event, subject: int) -> tuple[Phrase, ...]:
    """«The plant, which the militia has run»: the noun a relative clause with a subject of its own hangs on."""
    relative = parse.skip_back(subject - 1)
    if parse.kind(relative) != "relative":
        return _without_relative(parse, event, subject)
    return () if only_places(parse, relative) else antecedent_of(parse, relative)


def _without_relative(parse: Parse, event: Event, subject: int) -> tuple[Phrase, ...]:
    """«the wells they once held»: English leaves the relative out where its clause has a subject of its own."""
    noun, phrase = parse.phrases[subject - 1] if subject else None, parse.phrases[subject]
    if not parse.knowledge.book.grammar.head_last or noun is None or phrase is None or parse.core[event.index]:
        return ()
    apart = parse.kind(subject - 1) != "phrase" or parse.units[subject].conjoined or noun.last != phrase.first
    opens = parse.units[subject - 1].preposition is not None and parse.opens_clause(subject - 1)
    opens = opens or opening_act(parse, subject) is not None
    return () if apart or opens or noun.pronoun or noun.is_a("time") else (noun,)


def only_places(parse: Parse, relative: int) -> bool:
    """Whether a relative says where or whose («where», « dont », «где»), and so is neither subject nor object."""
    placing = parse.knowledge.closed("words", "placing_relatives")
    return bool(_led_by(parse, relative)) or parse.words[parse.units[relative].first].norm in placing


def _led_by(parse: Parse, relative: int) -> str:
    """The mark that a relative stands behind: «to whom», « par laquelle », «с помощью которого», «на который»
    (`на+acc`); empty where there is none."""
    first, book = parse.units[relative].first, parse.knowledge.book
    for length in range(min(first, _LONGEST_MARK), 0, -1):
        if book.match("prepositions", parse.words, first - length, first) == length:
            mark = book.name(parse.words, first - length, length)
            moving = mark in _TWO_CASES and parse.words[first].norm in _MAY_BE_ACCUSATIVE
            return f"{mark}+acc" if moving else mark
    before = parse.words[first - 1] if first else None
    return before.norm if before is not None and _leads(before) else ""


def _leads(word: Word) -> bool:
    return word.category == "preposition" or (word.category == "particle" and word.norm == "to")


_LONGEST_MARK = 4
"""Words of the longest preposition that a relative is sought behind."""
_TWO_CASES = frozenset({"в", "на", "за", "под"})
_MAY_BE_ACCUSATIVE = frozenset({"который", "которую", "которое", "которые"})


def led_antecedent(parse: Parse, relative: int) -> tuple[tuple[str, Phrase], ...]:
    """«the bank through which it moved money», «счёт, на который пришли»: what a relative behind a preposition takes
    up, with its mark."""
    mark = _led_by(parse, relative) if parse.kind(relative) == "relative" else ""
    return tuple((mark, phrase) for phrase in antecedent_of(parse, relative)) if mark else ()


def antecedent_of(parse: Parse, relative: int) -> tuple[Phrase, ...]:
    """The noun a relative pronoun takes up: the nearest before it that goes with the pronoun.

    «الأمر الذي» takes up the whole clause before it, and so no noun.
    """
    pronoun = parse.words[parse.units[relative].first].stem
    for back in range(relative - 1, max(-1, relative - _RELATIVE_REACH - 1), -1):
        kind = parse.kind(back)
        if kind in ("stop", "complementiser", "connective", "contrast", "inference"):
            break
        if kind != "phrase" or (back + 1 < relative and parse.units[back + 1].conjoined):
            continue
        if pronoun in _THING_RELATIVES and parse.units[back].preposition and _placed(parse, back):
            continue  # «a school in Peshawar that …»
        phrases = parse.with_joined_before(back)
        if pronoun in _PEOPLE_RELATIVES and (inner := _people_of(phrases, parse.words)) is not None:
            return (inner,)
        if _otherwise(parse, relative, back, phrases):
            continue
        if phrases and parse.words[phrases[0].first].stem == "امر":
            return ()
        beside = back + 1 == relative and parse.units[back].preposition is None and pronoun in _PERSONAL_RELATIVES
        who = beside and bool(phrases) and not phrases[0].is_a("somewhere", "time")  # «a benefits cheat who …»
        if who or _goes_with(pronoun, phrases, parse.words):
            return phrases
    return ()


def _people_of(phrases: Sequence[Phrase], words: Sequence[Word]) -> Phrase | None:
    """«إطلاق سراح الجنود الذين»: the people at the end of a phrase that is of nobody itself."""
    if len(phrases) != 1 or phrases[0].is_a("agent", "counted") or phrases[0].figure is not None:
        return None
    first, last = phrases[0].first, phrases[0].last
    people = (at for at in range(first + 1, last) if not words[at].classes.isdisjoint(_SOMEBODY))
    at = next(people, -1)
    kinds = frozenset(kind for each in words[at].classes for kind in broader_kinds(each)) if at > 0 else frozenset()
    return Phrase(at, last, kinds) if kinds else None


_SOMEBODY = frozenset({"people", "persons"})


def _otherwise(parse: Parse, relative: int, index: int, phrases: Sequence[Phrase]) -> bool:
    """«торговцев из Джибо, которых»: whether a Russian relative cannot take up one noun, by number and gender, or one
    place behind a preposition."""
    if not parse.knowledge.book.grammar.cases or len(phrases) != 1 or phrases[0].figure is not None:
        return False
    pronoun = parse.words[parse.units[relative].first].norm
    words = parse.words[phrases[0].first : phrases[0].last]
    noun = next((word for word in words if word.category in ("noun", "title")), None)
    if noun is None or noun.reading is None:
        named = parse.units[index].preposition is not None and phrases[0].is_a("place")
        return named and pronoun in _SEVERAL
    return not may_agree(pronoun, noun.norm, noun.reading.lemma)


_SEVERAL = frozenset({"которые", "которых", "которым", "которыми"})


def _placed(parse: Parse, index: int) -> bool:
    """Whether a phrase only says where the noun right before it is."""
    phrase = parse.phrases[index]
    before = parse.phrases[index - 1] if index else None
    placed = before is not None and parse.kind(index - 1) == "phrase" and not before.is_a("place", "time")
    return phrase is not None and phrase.is_a("place") and placed


def _goes_with(pronoun: str, phrases: Sequence[Phrase], words: Sequence[Word]) -> bool:
    if not phrases or (phrases[0].pronoun and not _pointed(phrases[0], words)):
        return False
    if pronoun in _DUAL_RELATIVES:
        return len(phrases) == 2 or words[phrases[0].first].stem.endswith(("ين", "ان"))
    if pronoun in _PERSONAL_RELATIVES and not phrases[0].pronoun:
        somebody = phrases[0].is_a("person", "persons", "people", "title", "group", "organisation")
        return somebody and not phrases[0].is_a("site", "facility", "property")
    if pronoun in _PEOPLE_RELATIVES:
        return phrases[0].is_a("agent", "people", "persons", "counted")
    return len(phrases) > 1 or agrees(_RELATIVE_OF_ONE.get(pronoun, ""), phrases, words)


def _pointed(phrase: Phrase, words: Sequence[Word]) -> bool:
    """Whether a relative clause may say more of a pronoun, or of one that a part is of: «a handful of those who»."""
    return not _POINTING.isdisjoint({words[phrase.first].norm, words[phrase.last - 1].norm})
