"""Who acts: the phrases an act is ascribed to, and how they were found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from typing import Literal

from kashf.domain.predicates import claim_types
from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.draft import Antecedent, Clauses, Draft
from kashf.extraction.words.word import Word
from kashf.language.closed import words as table_words
from kashf.values import value

__all__ = [
    "MEANING",
    "Actor",
    "armed_before",
    "closed_off",
    "doers",
    "in_reported",
    "is_death",
    "is_office",
    "joined_verbs",
    "judges",
    "only_people",
    "only_tells",
    "some_of_them",
    "speaks_of_self",
    "stands_beside",
    "undergoes",
    "who_says",
]

MEANING = ("force", "require", "expect", "possible", "refuse")
"""Ways of steering of what is not done, or not by one's own will, in which who steers is who acts."""
_AROUND = frozenset({"in", "at", "during", "amid", "after", "before", "since"})
"""Prepositions behind which something else happens that an act is told with."""
How = Literal["stated", "shared", "steered", "continued"]


@value
class Actor:
    """The phrases an act is ascribed to, and how they were found: `stated` in the clause, `shared` with a verb beside
    it, `steered` by the verb above it, `continued` from what was spoken of before. `others` are who else was spoken of,
    nearest first."""

    phrases: tuple[Phrase, ...]
    how: How
    others: tuple[tuple[Phrase, ...], ...] = ()
    _choices: dict[bool, Sequence[tuple[Phrase, ...]]] = field(default_factory=dict, repr=False, compare=False)

    def choices(self, group: str) -> Sequence[tuple[Phrase, ...]]:
        """Who it may be that does an act of a group of types, the likeliest first and nobody last.

        No armed party takes measures, no state body smuggles; but what grammar tells is taken as it stands.
        """
        if self.how in ("stated", "steered"):
            return (self.phrases,)
        counters = group == "counter"
        known = self._choices.get(counters)
        if known is None:  # an event is asked for each of its types, and there are but two answers
            able = [phrases for phrases in (self.phrases, *self.others) if _may_act(phrases, counters=counters)]
            known = self._choices[counters] = (*able, ())
        return known


def _may_act(phrases: Sequence[Phrase], *, counters: bool) -> bool:
    """Whether those spoken of before act, or take measures: papers only tell, suspects take no measures."""
    if any(phrase.is_a("outlet", "document") for phrase in phrases):
        return False
    if counters:
        return not any(phrase.is_a("hostile") or _is_nobody_of_office(phrase) for phrase in phrases)
    return not all(phrase.is_a("state", "place", "measure") for phrase in phrases)


def _is_site(phrase: Phrase) -> bool:
    """Whether a phrase stands for a school, plant or shop, which takes no measures."""
    return phrase.is_a("facility", "site", "property") and not phrase.is_a("state", "court", "bank")


def only_people(phrase: Phrase) -> bool:
    """Whether a phrase stands for people and for nothing more: no office, no body."""
    return phrase.is_a("people") and not phrase.is_a("state", "title", "organisation")


def _is_nobody_of_office(phrase: Phrase) -> bool:
    """Whether a phrase stands for people, or is a site, of which no office is told."""
    persons = phrase.is_a("persons") and not phrase.is_a("state", "title", "organisation", "place")
    return only_people(phrase) or persons or _is_site(phrase)


def closed_off(clauses: Clauses, other: Event, event: Event) -> bool:
    """Whether an earlier verb stands in an Arabic relative clause that a comma closes before an event: «نفذت
    العصابة، التي يتزعمها سجين، عمليات سطو»."""
    if other.form != "verb" or not other.antecedent or event.governor == other.index:
        return False
    between = clauses.units[other.unit : event.unit]
    return clauses.units[other.unit - 1].kind == "relative" and any(unit.kind == "comma" for unit in between)


def in_reported(clauses: Clauses, event: Event, governor: Event) -> bool:
    """«أوضح الوزير أن المعلومات الخاصة بتمويل التنظيم»: whether an act is named within what somebody says."""
    return any(unit.kind == "complementiser" for unit in clauses.units[governor.unit + 1 : event.unit])


def is_death(event: Event, draft: Draft) -> bool:
    """«مقتل 31 شخصا»: an Arabic noun for deaths, which tells of nobody who brought them about."""
    named = draft.language == "ar" and event.form == "noun"
    return named and draft.words[event.word].stem in table_words("ar", "words", "deaths")


def judges(clauses: Clauses, event: Event, meant: Antecedent | None) -> bool:
    """«اعتبر الشيخ تصرفات النظام فضيحة بعدما أنفق»: whether who is taken up by an Arabic verb judges, before it in the
    sentence, what another does."""
    judging = table_words("ar", "words", "judging") if meant is not None else frozenset[str]()
    told = (e for e in clauses.events[: event.index] if e.lemma in judging and e.form == "verb")
    subjects = (phrase for each in told for phrase in each.subject)
    return any(meant is not None and phrase.first <= meant.first < phrase.last for phrase in subjects)


def speaks_of_self(clauses: Clauses, event: Event, words: Sequence[Word]) -> tuple[Phrase, ...]:
    """«أعلنت فرنسا أنها قتلت»: who says what an Arabic verb tells, where a pronoun behind «that» is its subject."""
    before = event.word - 1
    while before > clauses.sentence.first and words[before].norm in _AFFIRMING:
        before -= 1
    carrier = words[before].norm in table_words("ar", "pronouns", "carriers") and not words[before].joined
    if not carrier or event.form != "verb" or event.lemma in table_words("ar", "pronouns", "impersonal"):
        return ()
    says = next((e for e in reversed(clauses.events[: event.index]) if e.form == "verb" and not e.steers("be")), None)
    told = says is not None and says.steers("say") and not says.steers("accuse")
    return tuple(says.subject) if told and says is not None else ()


_AFFIRMING = frozenset({"قد", "لقد"})


def some_of_them(phrase: Phrase, words: Sequence[Word]) -> bool:
    """«أحدهما», «بعضهم»: a part of those spoken of; and a paper, of which nothing is told but that it says so."""
    word = words[phrase.first]
    part = bool(word.split.ending) and word.stem in table_words("ar", "words", "partners")
    return part or "outlet" in word.classes


def joined_verbs(clauses: Clauses, other: Event, event: Event) -> bool:
    """«The ministry denied it but froze the accounts»: English «and» or «but» right before a verb, with nothing but the
    objects of a verb of speech between."""
    if other.index != event.index - 1 or {other.form, event.form} != {"verb"}:
        return False
    between = {unit.kind for unit in clauses.units[other.unit + 1 : event.unit]}
    return between <= {"phrase", "adverb", "connective"} and not event.subject


def armed_before(clauses: Clauses, event: Event) -> tuple[Phrase, ...]:
    """The last hostile or armed party of the sentence before the event."""
    hostile = (phrase for phrase in reversed(clauses.phrases) if phrase is not None and "hostile" in phrase.kinds)
    return next(((phrase,) for phrase in hostile if phrase.last <= event.word), ())


def who_says(clauses: Clauses, event: Event) -> tuple[Phrase, ...]:
    """«officials say they are targeting»: who says what the event tells, whom its pronoun stands for."""
    before = clauses.events[event.index - 1] if event.index else None
    return tuple(before.subject) if before is not None and before.steers("say") else ()


def stands_beside(event: Event, words: Sequence[Word]) -> bool:
    """«was captured in a raid»: what English names behind a preposition is no act of who is spoken of."""
    return event.governed_by in _AROUND and words[event.word].category == "noun"


def only_tells(event: Event, governor: Event, phrases: Sequence[Phrase], words: Sequence[Word]) -> bool:
    """«Local reporters say the sale of oil goes on»: whether who stands above an act that English names only tells of
    it; a party may announce its own («The rebels announced the sale of …»), and a state its measures."""
    named = event.form == "noun" and event.governed_by is None and words[event.word].category == "noun"
    counters = any(claim_types()[predicate.type].group == "counter" for predicate in event.predicates)
    return named and governor.steers("say") and not counters and not any(phrase.is_a("hostile") for phrase in phrases)


def doers(event: Event, marks: Sequence[str]) -> tuple[Phrase, ...]:
    """Who does what is told in the passive: what stands behind «by»."""
    return (
        tuple(phrase for mark, phrase in event.marked if mark in marks and phrase.is_a("agent"))
        if event.passive
        else ()
    )


def undergoes(governor: Event) -> bool:
    """Whether a verb or participle in the passive tells what is done to who acts in the event below it."""
    return governor.passive and governor.form in ("verb", "participle") and not governor.steers("act")


def is_office(phrases: Sequence[Phrase]) -> bool:
    """Whether who acts is an office or a bank, which «they» may stand for."""
    return any(phrase.is_a("state", "bank") and not phrase.is_a("place", "hostile") for phrase in phrases)
