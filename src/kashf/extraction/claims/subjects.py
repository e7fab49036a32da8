"""Whose act it is: the subject that grammar leaves unsaid, found in what steers the event or in what was spoken of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from kashf.domain.predicates import claim_types
from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.draft import Clauses, Draft, words_within
from kashf.extraction.knowledge import knowledge_of

__all__ = ["Actor", "Subjects", "measures"]

_CONTROLLING = ("begin", "go_on", "end", "attempt", "plan", "act", "force", "require", "expect", "possible")
"""Ways of steering in which who steers is who acts."""
_ONE_PERSON = frozenset({"he", "she", "him", "her"})
How = Literal["stated", "shared", "steered", "continued"]


@dataclass(frozen=True, slots=True)
class Actor:
    """The phrases an act is ascribed to, and how they were found: `stated` in the clause, `shared` with a verb beside
    it, `steered` by the verb above it, `continued` from what was spoken of before. `others` are who else was spoken of,
    nearest first."""

    phrases: tuple[Phrase, ...]
    how: How
    others: tuple[tuple[Phrase, ...], ...] = ()

    def fit(self, group: str) -> tuple[Phrase, ...]:
        """Who of those it may be does acts of a group of types: no armed party takes measures, no state body smuggles.

        What grammar tells is taken as it stands.
        """
        if self.how in ("stated", "steered"):
            return self.phrases
        return next((phrases for phrases in (self.phrases, *self.others) if _may_act(phrases, group)), ())


@dataclass(slots=True)
class Subjects:
    """Finds actors while a report is read in order; remembers who was spoken of last."""

    draft: Draft
    topic: tuple[Phrase, ...] = ()
    crowd: tuple[Phrase, ...] = ()
    authority: tuple[Phrase, ...] = ()
    person: tuple[Phrase, ...] = ()
    _found: dict[tuple[int, int], Actor | None] = field(default_factory=dict)

    def enter(self, clauses: Clauses, event: Event) -> Actor | None:
        """The actor of the next event in order; whom the sentence speaks of from here on is remembered."""
        actor = self.of(clauses, event)
        if actor and actor.how == "stated" and event.form == "verb":
            self._remember(actor.phrases)
        return actor

    def leave(self, clauses: Clauses) -> None:
        """Ends a sentence: the first hostile party it names is spoken of if nobody was before."""
        self._remember_names(clauses)

    def of(self, clauses: Clauses, event: Event) -> Actor | None:
        """Who acts in an event; None where nothing tells."""
        key = self._key(clauses, event)
        if key not in self._found:
            self._found[key] = None  # a chain of governors that closes on itself ends here
            self._found[key] = self._find(clauses, event)
        return self._found[key]

    @staticmethod
    def _key(clauses: Clauses, event: Event) -> tuple[int, int]:
        return clauses.sentence.first, event.index

    def _find(self, clauses: Clauses, event: Event) -> Actor | None:
        if event.subject:
            return Actor(tuple(map(self._as_spoken_of, event.subject)), "stated")
        if event.passive:
            return None  # who did it stands behind «by», or is not said
        if self._first_person(event):
            return self._continued(clauses, event)
        if event.form == "noun" and self._own_ending(event) and not self._takes_object(event):
            return Actor(self._meant(event), "stated") if self._meant(event) else None
        if event.antecedent and event.form == "participle":
            return Actor(event.antecedent, "stated")
        if self._undergone(clauses, event):
            return None
        found = self._inherited(clauses, event)
        known = tuple(phrases for phrases in (self.topic, self.crowd, self.authority) if phrases)
        return replace(found, others=known) if found else None

    def _undergone(self, clauses: Clauses, event: Event) -> bool:
        """«تم تجنيده»: what stands before the light verb of the passive is no actor."""
        governor = clauses.events[event.governor] if event.governor is not None else None
        return governor is not None and governor.steers("undergo") and event.form == "noun" and not governor.predicates

    def _inherited(self, clauses: Clauses, event: Event) -> Actor | None:
        return self._steered(clauses, event) or self._shared(clauses, event) or self._continued(clauses, event)

    def _as_spoken_of(self, phrase: Phrase) -> Phrase:
        """A pronoun that is a word of its own («они») is of the kinds of whom was spoken of last."""
        known = self.crowd or self.topic
        if not phrase.pronoun or not phrase.is_a("agent") or not known:
            return phrase
        return replace(phrase, kinds=phrase.kinds | (known[0].kinds - {"counted"}))

    def _own_ending(self, event: Event) -> bool:
        return bool(self.draft.words[event.word].split.ending)

    @staticmethod
    def _takes_object(event: Event) -> bool:
        return any("direct" in marks for predicate in event.predicates for marks in predicate.roles.values())

    def _meant(self, event: Event) -> tuple[Phrase, ...]:
        """Whom a pronoun ending stands for: a plural one the crowd spoken of last, else the topic."""
        ending = self.draft.words[event.word].split.ending
        return (self.crowd or self.topic) if ending in ("هم", "هن") else self.topic

    def _steered(self, clauses: Clauses, event: Event) -> Actor | None:
        if event.governor is None:
            return None
        governor = clauses.events[event.governor]
        if governor.steers("cause"):
            caused = self._caused(governor)
            if self._acts(caused):
                return Actor(caused, "steered")
        if event.form == "noun" and self.is_reason(event, governor):
            charged = _charged(governor)
            return Actor(charged, "steered") if charged else None
        if governor.passive and governor.form == "verb" and governor.direct:
            return Actor(tuple(governor.direct), "steered")  # «is believed to control», «was forced to pay»
        if governor.steers("thwart") or _fights(governor, event):
            return None
        above = self.of(clauses, governor)
        if above is None:
            return None
        controls = governor.steers(*_CONTROLLING) and above.how in ("stated", "steered")
        return Actor(above.phrases, "steered" if controls else "shared")

    def is_reason(self, event: Event, governor: Event) -> bool:
        """Whether an act is what somebody is before the law for: «arrested for smuggling», «متهم بتهريب»."""
        if not (_charges(governor) or governor.steers("accuse")):
            return False
        if governor.form == "noun" or governor.steers("accuse"):
            return True
        marks = knowledge_of(self.draft.language).marks
        reasons = marks.get("purpose", ()) if measures(governor) else ()
        return event.governed_by in (*marks.get("charge", ()), *reasons)

    def _caused(self, governor: Event) -> tuple[Phrase, ...]:
        """Who is caused to act: the object of «دفع», or its pronoun ending."""
        if self._own_ending(governor):
            return self.topic
        return tuple(governor.direct)

    def _shared(self, clauses: Clauses, event: Event) -> Actor | None:
        """The subject of an earlier verb of the same sentence that could do this too."""
        for other in reversed(clauses.events[: event.index]):
            actor = self._found.get(self._key(clauses, other))
            speaks = other.form == "participle" or other.steers("say", "accuse", "thwart")
            if actor and not speaks and self._acts(actor.phrases):
                return Actor(actor.phrases, "shared")
        return None

    def _continued(self, clauses: Clauses, event: Event) -> Actor | None:
        word = self.draft.words[event.word]
        if word.reading is not None and word.reading.person.startswith("1"):
            speaker = self._speaker(word.token.start)
            return Actor((speaker,), "continued") if speaker else None
        plural = word.reading is not None and word.reading.person in ("3pm", "3p")
        named = self._named_before(clauses, event)
        phrases = self._elided(event) or (self.crowd if plural else ()) or named or self.topic or self.authority
        return Actor(phrases, "continued") if phrases else None

    def _elided(self, event: Event) -> tuple[Phrase, ...]:
        """The person that a verb without a subject has for it, as far as the text tells."""
        meant = self.draft.elided.get(event.word)
        if meant is None or meant.kind != "person":
            return ()
        return (Phrase(meant.first, meant.last, frozenset({"person", "agent"})),)

    def _first_person(self, event: Event) -> bool:
        reading = self.draft.words[event.word].reading
        return event.form == "verb" and reading is not None and reading.person.startswith("1")

    def _speaker(self, position: int) -> Phrase | None:
        """Who says «we» in a quotation: the speaker of the direct speech it stands in."""
        for scope in self.draft.scopes:
            if scope.direct and scope.start <= position < scope.end and scope.links[-1].start is not None:
                first, last = words_within(self.draft.words, scope.links[-1].start, scope.links[-1].end or 0)
                return Phrase(first, last, frozenset({"person", "agent"}))
        return None

    def _named_before(self, clauses: Clauses, event: Event) -> tuple[Phrase, ...]:
        """The last hostile or armed party of the sentence before the event."""
        before = [
            p
            for unit, p in zip(clauses.units, clauses.phrases, strict=True)
            if p and p.last <= event.word and p.is_a("hostile")
        ]
        return (before[-1],) if before else ()

    @staticmethod
    def _acts(phrases: Sequence[Phrase]) -> bool:
        return any(phrase.is_a("agent") for phrase in phrases)

    def _remember(self, phrases: tuple[Phrase, ...]) -> None:
        if phrases[0].pronoun:
            return
        if any(phrase.is_a("state") for phrase in phrases):
            self.authority = phrases
        elif any(phrase.is_a("hostile", "group", "organisation") for phrase in phrases):
            self.topic = phrases
        if any(phrase.is_a("people", "persons") for phrase in phrases):
            self.crowd = phrases
        if len(phrases) == 1 and phrases[0].is_a("person"):
            self.person = phrases

    def meant_by(self, pronoun: str) -> tuple[Phrase, ...]:
        """Whom a pronoun stands for: one person where it can be nobody else, or else who is spoken of."""
        return self.person if pronoun in _ONE_PERSON else self.topic

    def _remember_names(self, clauses: Clauses) -> None:
        if self.topic:
            return
        for phrase in clauses.phrases:
            if phrase is not None and phrase.is_a("hostile"):
                self.topic = (phrase,)
                return


def _may_act(phrases: Sequence[Phrase], group: str) -> bool:
    if group == "counter":
        return not any(phrase.is_a("hostile") for phrase in phrases)
    return not all(phrase.is_a("state", "place") for phrase in phrases)


def _fights(governor: Event, event: Event) -> bool:
    """«раскрыла канал контрабанды», «ضبط شبكة لتهريب»: who counters an act is not who does it."""
    counters = {predicate.type for predicate in governor.predicates}
    done = {predicate.type for predicate in event.predicates}
    types = claim_types()
    caught = any(phrase.is_a("people", "persons", "person") for phrase in governor.direct)
    if event.form != "noun" or not counters or not done or (governor.classes and not caught):
        return False
    return all(types[name].group == "counter" for name in counters) and not any(
        types[name].group == "counter" for name in done
    )


def _charged(event: Event) -> tuple[Phrase, ...]:
    """Who is before the law: the object, or what stands where the predicates have theirs, or else the one spoken of."""
    marks = {mark for predicate in event.predicates for mark in predicate.roles.get("object", ())}
    direct = tuple(phrase for phrase in event.direct if phrase.is_a("agent") or not phrase.kinds)
    behind = tuple(phrase for mark, phrase in event.marked if mark in marks and phrase.is_a("agent"))
    return direct or behind or tuple(event.subject) or event.antecedent


def _charges(event: Event) -> bool:
    """Whether an event has somebody before the law: what follows is what they are said to have done."""
    return measures(event) or any(
        predicate.type in ("charge", "arrest", "investigate") for predicate in event.predicates
    )


def measures(event: Event) -> bool:
    """Whether an event lays a measure on somebody: what it is «for» is its reason, and no aim."""
    return any(predicate.type in ("designate", "freeze") for predicate in event.predicates)
