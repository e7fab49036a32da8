"""From the units of a sentence to its events with their arguments.

1. Every verb, and every verbal noun or participle that evokes or steers a claim, becomes an event.
2. Its core arguments are read off to the right (and the subject to the left) up to the end of its clause.
3. Phrases behind prepositions go to the nearest event that has a place for them.
4. Steering events («began», «tries», «is accused of») are tied to what they govern, and pass on their subjects.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kashf.domain.predicates import Predicate, claim_types, default_marks
from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.clauses.units import Unit
from kashf.extraction.words import Word

__all__ = ["SentenceContext", "analyse_sentence", "suits"]

_SKIPPED = frozenset({"adverb", "particle", "quote"})
_CLAUSE_ENDS = frozenset({"stop", "connective", "contrast", "inference", "complementiser", "relative", "negator"})
_BARRIERS = frozenset({"stop", "connective", "contrast", "inference", "complementiser"})
_STEERING = frozenset(
    {"begin", "go_on", "end", "attempt", "plan", "act", "undergo", "cause", "force", "possible", "require", "expect",
     "thwart", "deny", "accuse", "be"}
)  # fmt: skip
_AUXILIARY = frozenset({"begin", "go_on", "attempt", "be", "act", "undergo"})
_BROAD = frozenset({"agent", "counted", "holding", "activity", "other"})
"""Kinds too broad to tell that two phrases are of one list."""
_PURPOSE_MARKS = frozenset({"ل", "من اجل", "بهدف", "بغرض", "بغيه", "بقصد", "لاجل"})


@dataclass(frozen=True, slots=True)
class SentenceContext:
    """What the analysis of a sentence looks up: the words, the units, the phrases and the event each unit makes."""

    words: Sequence[Word]
    units: Sequence[Unit]
    phrases: Sequence[Phrase | None]
    events: Sequence[Event]


def analyse_sentence(context: SentenceContext) -> None:
    """Fills in the arguments of the context's events."""
    by_unit = {event.unit: event for event in context.events}
    reader = _Reader(context, by_unit)
    for event in context.events:
        reader.read_core(event)
    for event in context.events:
        reader.read_left(event)
    reader.attach_marked()
    for event in context.events:
        reader.govern(event)
    for event in context.events:
        reader.settle_subject(event)


class _Reader:
    def __init__(self, context: SentenceContext, by_unit: dict[int, Event]) -> None:
        self.words = context.words
        self.units = context.units
        self.phrases = context.phrases
        self.events = context.events
        self.by_unit = by_unit
        self.core: dict[int, list[list[Phrase]]] = {}
        self.used: set[int] = set()
        self._outer_end = -1

    # Core arguments, to the right.

    def read_core(self, event: Event) -> None:
        """The phrases without preposition that follow an event in its clause, each with what is joined to it."""
        groups: list[list[Phrase]] = []
        extending: list[Phrase] | None = None
        for index in self._clause_right(event):
            unit = self.units[index]
            phrase = self.phrases[index]
            if phrase is None or unit.kind != "phrase":
                continue
            if unit.preposition is not None:
                extending = None
            elif self._joins(index):
                self._extend_core(index, extending, groups)
            elif not phrase.is_a("time") or phrase.figure is not None:
                extending = [phrase]
                groups.append(extending)
                self.used.add(index)
        self.core[event.index] = groups
        event.that = self._clause_subject(event)

    def _clause_subject(self, event: Event) -> tuple[Phrase, ...]:
        """The subject of the clause behind «أن», with what is joined to it."""
        index = event.unit + 1
        while index < len(self.units) and self.units[index].kind in ("phrase", "quote", "adverb"):
            index += 1
        if index >= len(self.units) or self.units[index].kind != "complementiser":
            return ()
        group: list[Phrase] = []
        for position in range(index + 1, len(self.units)):
            unit, phrase = self.units[position], self.phrases[position]
            if (
                unit.kind != "phrase"
                or phrase is None
                or unit.preposition is not None
                or (group and not unit.conjoined)
            ):
                break
            group.append(phrase)
        return tuple(group)

    def _extend_core(self, index: int, extending: list[Phrase] | None, groups: list[list[Phrase]]) -> None:
        """Adds a joined phrase to what it is joined to, across a phrase that only says more about that."""
        phrase = self.phrases[index]
        target = extending or (groups[-1] if groups and self._across_modifier(index, groups[-1][0]) else None)
        if target is not None and phrase is not None:
            target.append(phrase)
            self.used.add(index)

    def _across_modifier(self, index: int, head: Phrase) -> bool:
        phrase = self.phrases[index]
        return phrase is not None and not phrase.kinds.isdisjoint(head.kinds - _BROAD)

    def _joins(self, index: int) -> bool:
        return self.units[index].conjoined or (index > 0 and self.units[index - 1].kind == "including")

    def _clause_right(self, event: Event) -> Iterator[int]:
        """The units of an event's clause to its right."""
        index = event.unit + 1
        while index < len(self.units):
            unit = self.units[index]
            if unit.kind == "source":
                index = self._past_source(index)
                continue
            if unit.kind == "excluding":
                index += 2
                continue
            if unit.kind == "comma":
                if not self._goes_on_after_comma(index):
                    return
            elif unit.kind in _CLAUSE_ENDS or unit.kind == "event":
                return
            yield index
            index += 1

    def _past_source(self, index: int) -> int:
        """Behind «بحسب فلان»، and the comma that closes it."""
        index += 1
        while index < len(self.units) and self.units[index].kind not in ("comma", "stop", "event"):
            if self.units[index].kind == "phrase" and index + 1 < len(self.units) and self.units[index + 1].preposition:
                return index + 1
            index += 1
        return index + 1 if index < len(self.units) and self.units[index].kind == "comma" else index

    def _goes_on_after_comma(self, index: int) -> bool:
        following = self.units[index + 1] if index + 1 < len(self.units) else None
        if following is None:
            return False
        return following.kind in ("including", "excluding", "source") or (
            following.kind == "phrase" and following.preposition is not None and not following.conjoined
        )

    # Subjects and antecedents, to the left.

    def read_left(self, event: Event) -> None:
        """The subject before a verb, and the noun that a relative clause or participle hangs on."""
        index = self._skip_left(event.unit - 1)
        if index < 0:
            return
        unit = self.units[index]
        if event.form == "participle":
            if unit.kind == "phrase" and index == event.unit - 1:
                event.antecedent = self._with_conjuncts_left(index)
        elif unit.kind == "relative":
            event.antecedent = self._antecedent(index)
        elif unit.kind == "phrase" and event.form == "verb":
            self._read_left_phrase(event, index)

    def _read_left_phrase(self, event: Event, index: int) -> None:
        index = self._past_modifiers(index)
        unit, phrase = self.units[index], self.phrases[index]
        if phrase is None:
            return
        if unit.preposition is None and self._starts_clause(self._first_conjunct(index)):
            event.subject = self._with_conjuncts_left(index)
            self._release(index)
        elif index == event.unit - 1 and phrase.is_a("counted", "agent") and not event.conjoined:
            if phrase.figure is not None or self._indefinite(phrase):
                event.antecedent = (phrase,)

    def _past_modifiers(self, index: int) -> int:
        """Back over what only says more about a subject: «أعداد العناصر العائدين إلى 12 دولة يقدرون»."""
        back = index
        while back >= 0:
            unit = self.units[back]
            event = self.by_unit.get(back)
            if unit.kind == "phrase" and unit.preposition is None and not unit.conjoined:
                return back if self._starts_clause(back) else index
            if unit.kind != "phrase" and not (event is not None and event.form == "participle"):
                return index
            back -= 1
        return index

    def _release(self, index: int) -> None:
        """A phrase that turns out to be a subject is no argument of an event before it."""
        for groups in self.core.values():
            for group in groups:
                if self.phrases[index] in group:
                    groups.remove(group)
                    return

    def _skip_left(self, index: int) -> int:
        while index >= 0 and self.units[index].kind in _SKIPPED | {"negator"}:
            index -= 1
        if index >= 0 and self.units[index].kind == "comma":
            source = self._source_before(index)
            return self._skip_left(source - 1) if source is not None else index
        return index

    def _source_before(self, comma: int) -> int | None:
        back = comma - 1
        while back >= 0 and comma - back <= 4:
            if self.units[back].kind == "source":
                return back
            back -= 1
        return None

    def _starts_clause(self, index: int) -> bool:
        back = index - 1
        while back >= 0 and self.units[back].kind in _SKIPPED:
            back -= 1
        if back < 0 or self.units[back].kind in _BARRIERS | {"comma", "source"}:
            return True
        before = self.by_unit.get(back)
        return (
            before is not None
            and before.form == "verb"
            and before.steers(*_AUXILIARY)
            and self.units[index].kind == "event"
        )

    def _first_conjunct(self, index: int) -> int:
        while index > 0 and self.units[index].conjoined and self.units[index - 1].kind == "phrase":
            index -= 1
        return index

    def _with_conjuncts_left(self, index: int) -> tuple[Phrase, ...]:
        first = self._first_conjunct(index)
        return tuple(phrase for phrase in self.phrases[first : index + 1] if phrase is not None)

    def _antecedent(self, relative: int) -> tuple[Phrase, ...]:
        """The noun a relative pronoun takes up: the nearest before it that goes with the pronoun's number."""
        pronoun = self.words[self.units[relative].first].stem
        for back in range(relative - 1, max(-1, relative - 8), -1):
            kind = self.units[back].kind
            if kind in ("stop", "complementiser", "connective", "contrast", "inference"):
                break
            if kind == "phrase" and not (
                back + 1 < len(self.units) and self.units[back + 1].conjoined and back + 1 < relative
            ):
                phrases = self._with_conjuncts_left(back)
                if _goes_with(pronoun, phrases, self.words):
                    return phrases
        return ()

    def _indefinite(self, phrase: Phrase) -> bool:
        return not self.words[phrase.first].definite and self.words[phrase.first].category != "name"

    # Phrases behind prepositions.

    def attach_marked(self) -> None:
        """Gives every phrase behind a preposition to the nearest event that has a place for it."""
        outer = -1
        for index, unit in enumerate(self.units):
            phrase = self.phrases[index]
            if unit.kind in _BARRIERS:
                outer = -1
            if unit.preposition is None or phrase is None:
                continue
            event = self._event_for(index, unit.preposition, phrase, outer)
            if event is not None:
                event.marked.extend((unit.preposition, member) for member in self._marked_group(index))
                outer = event.unit if event.unit < index else outer
                self._outer_end = index

    def _marked_group(self, index: int) -> list[Phrase]:
        """A marked phrase with those joined to it by و or «including», which need no preposition of their own."""
        phrase = self.phrases[index]
        group = [phrase] if phrase is not None else []
        forward = index + 1
        while forward < len(self.units):
            unit = self.units[forward]
            if unit.kind == "adverb" or (unit.kind in ("comma", "including", "quote") and self._extends(forward)):
                forward += 1
                continue
            if self._modifies(forward, group[0]):
                forward += 1
                continue
            joined = unit.kind in ("phrase", "event") and forward not in self.used
            bare = unit.preposition is None or self.units[forward - 1].kind == "including"
            other = self.phrases[forward]
            if not joined or other is None or not (self._joins(forward) and bare):
                break
            group.append(other)
            forward += 1
        return group

    def _modifies(self, index: int, head: Phrase) -> bool:
        """A phrase behind a preposition that only says more about a list's first member, the second still to come."""
        unit = self.units[index]
        following = self.units[index + 1] if index + 1 < len(self.units) else None
        if unit.kind != "phrase" or unit.preposition is None or unit.conjoined or following is None:
            return False
        joined = following.kind == "phrase" and following.conjoined and following.preposition is None
        return joined and self._across_modifier(index + 1, head)

    def _extends(self, index: int) -> bool:
        following = self.units[index : index + 3]
        return any(unit.kind == "including" for unit in following[:2]) and all(
            unit.kind in ("comma", "including", "quote", "phrase") for unit in following
        )

    def _event_for(self, index: int, preposition: str, phrase: Phrase, outer: int) -> Event | None:
        """The nearest event with a place for a phrase. Once a phrase has gone to an event further out (at unit `outer`),
        those between are closed: lines of dependence do not cross."""
        for back in range(index - 1, -1, -1):
            unit = self.units[back]
            if unit.kind in _BARRIERS:
                break
            event = self.by_unit.get(back)
            if event is None or self._closed(back, outer):
                continue
            if licensed(event, preposition, phrase):
                return event
            if not event.predicates and not event.classes and event.form == "verb":
                return event  # a verb of another subject keeps what stands with it
        return self._event_after(index, preposition, phrase)

    def _closed(self, back: int, outer: int) -> bool:
        return outer >= 0 and outer < back < self._outer_end

    def _event_after(self, index: int, preposition: str, phrase: Phrase) -> Event | None:
        """A phrase that opens a clause belongs to the verb that follows: «أما في سوريا فقد استولوا»."""
        for forward in range(index + 1, len(self.units)):
            unit = self.units[forward]
            if unit.kind in _BARRIERS or unit.kind == "relative":
                return None
            event = self.by_unit.get(forward)
            if event is not None:
                return event if licensed(event, preposition, phrase) else None
        return None

    # Who steers whom.

    def govern(self, event: Event) -> None:
        """Ties an event to the one that steers it: the nearest before it, with nothing but its arguments between."""
        unit = self.units[event.unit]
        if event.conjoined and event.form == "noun":
            before = self._previous_noun_event(event)
            if before is not None:
                event.governor, event.governed_by = before.governor, before.governed_by
                if event.governor is not None:
                    return
        crossed_that = False
        for back in range(event.unit - 1, -1, -1):
            kind = self.units[back].kind
            if kind == "complementiser":
                crossed_that = True
                continue
            if kind in ("stop", "connective", "contrast", "inference", "relative") or (
                kind == "comma" and not unit.preposition
            ):
                return
            other = self.by_unit.get(back)
            if other is not None:
                self._try_governor(event, other, crossed_that)
                return

    def _try_governor(self, event: Event, other: Event, crossed_that: bool) -> None:
        steering = not _STEERING.isdisjoint(other.classes)
        if crossed_that:
            steering = other.steers("possible", "expect", "deny", "accuse", "require", "plan", "attempt")
        if steering or (event.form == "noun" and not crossed_that):
            event.governor = other.index
            event.governed_by = self.units[event.unit].preposition

    def _previous_noun_event(self, event: Event) -> Event | None:
        for other in reversed(self.events[: event.index]):
            if other.form == "noun":
                return other
        return None

    # Subjects and objects, settled.

    def settle_subject(self, event: Event) -> None:
        """Which core phrase is subject and which is object."""
        groups = [group for group in self.core[event.index] if group]
        if event.form == "noun":
            self._settle_noun(event, groups)
        elif event.form == "verb":
            self._settle_verb(event, groups)
        else:
            event.direct = groups[0] if groups else []

    def _settle_verb(self, event: Event, groups: list[list[Phrase]]) -> None:
        word = self.words[event.word]
        resumed = bool(word.split.ending) or any(phrase.pronoun for _, phrase in event.marked)
        if event.antecedent and not resumed:
            if groups and self._subject_fits(event, groups[0]) and len(groups) > 1:
                event.subject = tuple(groups[0])
                event.direct = groups[1]
                return
            event.subject = event.subject or event.antecedent
        if event.subject:
            event.direct = groups[0] if groups else []
        elif groups and (len(groups) > 1 or self._subject_fits(event, groups[0])):
            event.subject = tuple(groups[0])
            event.direct = groups[1] if len(groups) > 1 else []
        else:
            event.subject_elided = True
            event.direct = groups[0] if groups else []
        self._turn_passive(event)
        if event.antecedent and resumed and not event.direct:
            event.direct = list(event.antecedent)

    @staticmethod
    def _turn_passive(event: Event) -> None:
        """What cannot act and stands as the subject of a verb that takes an object is its object: «الأموال ستصرف»."""
        inert = event.subject and not any(p.is_a("agent", "counted", "facility") or not p.kinds for p in event.subject)
        if inert and not event.direct and takes_object(event) and not event.steers("say"):
            event.direct, event.subject = list(event.subject), ()

    def _subject_fits(self, event: Event, group: list[Phrase]) -> bool:
        """Whether the only phrase after a verb is its subject: one that acts, or anything after a verb that takes no object."""
        head = group[0]
        word = self.words[event.word]
        if word.split.ending and "ه" in word.split.ending:
            return True
        if self.words[head.first].accusative:
            return False
        if head.is_a("agent", "people") and not (event.predicates and self._object_rather(event, head)):
            return True
        return not takes_object(event)

    @staticmethod
    def _object_rather(event: Event, head: Phrase) -> bool:
        wanted = {kind for p in event.predicates for need in p.needs for kind in need.get("object", ())}
        unwanted = {kind for p in event.predicates for need in p.needs for kind in need.get("actor", ())}
        return (
            bool(wanted & head.kinds)
            and not (unwanted & head.kinds)
            and not head.is_a("hostile", "group", "state", "person")
        )

    def _settle_noun(self, event: Event, groups: list[list[Phrase]]) -> None:
        adjacent = [group for group in groups if self._follows_directly(event, group)]
        if not adjacent:
            return
        if len(groups) > 1 and adjacent[0] is groups[0] and groups[0][0].is_a("agent"):
            event.subject, event.direct = tuple(groups[0]), groups[1]
        elif takes_object(event) and not self._actor_genitive(event, adjacent[0]):
            event.direct = adjacent[0]
        elif event.predicates or event.classes:
            event.subject = tuple(adjacent[0])

    @staticmethod
    def _actor_genitive(event: Event, group: list[Phrase]) -> bool:
        """The genitive of a verbal noun is who acts where the object stands elsewhere («استيلاء التنظيم على»)."""
        marked = {mark for predicate in event.predicates for marks in predicate.roles.values() for mark in marks}
        behind = any(mark in marked for mark, _ in event.marked if mark not in _PURPOSE_MARKS)
        object_marked = any(
            mark in predicate.roles.get("object", ()) for predicate in event.predicates for mark, _ in event.marked
        )
        return behind and object_marked and group[0].is_a("agent")

    def _follows_directly(self, event: Event, group: list[Phrase]) -> bool:
        between = self.units[event.unit + 1 :]
        for offset, unit in enumerate(between):
            if unit.kind in _SKIPPED:
                continue
            return self.phrases[event.unit + 1 + offset] is group[0]
        return False


_DUAL_RELATIVES = frozenset({"اللذان", "اللذين", "اللتان", "اللتين"})
_PEOPLE_RELATIVES = frozenset({"الذين", "ممن"})


def _goes_with(pronoun: str, phrases: Sequence[Phrase], words: Sequence[Word]) -> bool:
    if not phrases or phrases[0].pronoun:
        return False
    if pronoun in _DUAL_RELATIVES:
        return len(phrases) == 2 or words[phrases[0].first].stem.endswith(("ين", "ان"))
    if pronoun in _PEOPLE_RELATIVES:
        return phrases[0].is_a("agent", "people", "persons", "counted")
    return True


def takes_object(event: Event) -> bool:
    """Whether a predicate of the event has something standing as its direct object."""
    return any(
        predicate.company or any("direct" in marks for marks in predicate.roles.values())
        for predicate in event.predicates
    )


def licensed(event: Event, preposition: str, phrase: Phrase) -> bool:
    """Whether one of an event's predicates has a role behind this preposition that the phrase may fill."""
    return any(_has_place(predicate, preposition, phrase) for predicate in event.predicates)


def _has_place(predicate: Predicate, preposition: str, phrase: Phrase) -> bool:
    if preposition in predicate.marked_company or any(preposition in marks for marks in predicate.roles.values()):
        return True
    roles = ("actor", *claim_types()[predicate.type].roles)
    return any(
        preposition in marks and role in roles and role not in predicate.roles and suits(role, phrase)
        for role, marks in default_marks("ar").items()
    )


def suits(role: str, phrase: Phrase) -> bool:
    """Whether a phrase can fill a role behind one of the role's usual prepositions: a place is somewhere, a price a sum."""
    if role in ("place", "origin", "destination"):
        return phrase.is_a("somewhere", "organisation") or (not phrase.kinds and not phrase.pronoun)
    if role == "purpose":
        return phrase.event is not None or phrase.is_a("attack", "arms", "activity", "people", "goods")
    return phrase.figure is not None if role in ("of_total", "price") else True
