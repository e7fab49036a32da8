"""Roles: the fillers of a claim's roles, each with its words and whom they stand for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kashf.domain.predicates import claim_types
from kashf.extraction.claims.apposed import name_behind
from kashf.extraction.claims.charging import is_reason, measures
from kashf.extraction.claims.extents import begin_of, end_of
from kashf.extraction.claims.matching import Match
from kashf.extraction.claims.placing import place_within
from kashf.extraction.claims.standing import repeats
from kashf.extraction.claims.subjects import Subjects
from kashf.extraction.clauses.agreeing import agrees, person_of
from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.draft import Clauses, Draft
from kashf.extraction.knowledge import knowledge_of
from kashf.extraction.sources.speakers import display_name
from kashf.records import Role, Span

__all__ = ["RoleMaker"]

MEASURED_REACH = 16
"""Words between an act and the verb of measure behind it that gives its amount."""


CALLED = 2
"""Words between somebody and the verb that tells the name."""
_OFFICES = frozenset({"state", "court"})
_PEOPLE = frozenset({"persons", "people"})
SAID_TO_BE = 8
"""The same, where it is first told what they are: «وهو صاحب شركة شحن يدعى …»."""


class RoleMaker:
    """Makes the roles of claims, sentence by sentence: `events` are its events, `ends` where its phrases end, `group`
    that of the type of the claim at hand, `taken` whom its pronouns stand for so far."""

    def __init__(self, draft: Draft, subjects: Subjects) -> None:
        self.draft = draft
        self.subjects = subjects
        self.knowledge = knowledge_of(draft.language)
        self.events: Sequence[Event] = ()
        self.ends: Mapping[int, int] = {}
        self.group = ""
        self.taken: frozenset[tuple[int, int]] = frozenset()

    def roles(self, clauses: Clauses, event: Event, match: Match) -> Iterator[Role]:
        """The roles of the claim that an event makes, each with its words."""
        self.group, self.taken = claim_types()[match.predicate.type].group, frozenset()
        for role, phrases in match.fillers.items():
            for phrase in self._who_laid(match, role, tuple(self._done_to(match, role, phrases))):
                if phrase.pronoun and phrase.first == event.word:
                    yield from self._in_ending(role, event)
                    continue
                made = (
                    self._counted(role, phrase)
                    if role in ("amount", "of_total", "price")
                    else self._filler(role, phrase)
                )
                if made is not None:
                    yield made
        roles = claim_types()[match.predicate.type].roles
        if "penalty" in match.fillers and "object" not in match.fillers:
            yield from self._sentenced(match)
        if "charge" in roles and "charge" not in match.fillers:
            yield from self._reasons(clauses, event)
        elif "charge" not in roles and "purpose" not in match.fillers and not measures(event):
            yield from self._aims(clauses, event)
        if "counterparty" not in match.fillers:
            yield from self._forced(clauses, event, match)
        if "place" in roles and "place" not in match.fillers:
            yield from self._placed(event)
        if "amount" not in match.fillers:
            told = tuple(self._of_company(event, match))
            yield from told or self._measured(clauses, event, match)

    def _in_ending(self, role: str, event: Event) -> Iterator[Role]:
        """«تم تمديد توقيفه»: an ending is no word of its own; whom it stands for fills the role, where that is told."""
        meant = self.draft.references.get(event.word)
        if meant is not None and role not in ("amount", "price"):
            yield self._filler(role, Phrase(meant.first, meant.last, frozenset({"agent"})))

    def _placed(self, event: Event) -> Iterator[Role]:
        """Where the act was done in the course of which an event was."""
        yield from (self._filler("place", phrase) for phrase in place_within(event, self.events, self.draft.language))

    def _who_laid(self, match: Match, role: str, phrases: Sequence[Phrase]) -> Sequence[Phrase]:
        """«شملت العقوبات أيضا وسيطا»: who acts in a measure is the authority that was told to have taken it."""
        laid = role == "actor" and match.predicate.type == "designate" and self.subjects.arabic
        only = laid and all(phrase.is_a("measure", "list") and not phrase.is_a("agent") for phrase in phrases)
        told = (self.subjects.authority or phrases) if only else phrases
        return tuple(map(self._by_name, told)) if self.subjects.arabic else told

    def _by_name(self, phrase: Phrase) -> Phrase:
        """«أوقفت الشرطة تاجرا يدعى سامر الخوري»: whom a verb of naming tells the name of is who is named."""
        if phrase.pronoun or not phrase.is_a("people", "persons") or phrase.figure is not None:
            return phrase
        calls = self.knowledge.closed("words", "called")
        behind = [event for event in self.events if event.form == "verb" and event.word >= phrase.last]
        near = [event for event in behind if event.word - phrase.last <= CALLED] or self._next(phrase, behind)
        naming = (event for event in near if self.draft.words[event.word].stem in calls)
        named = (each for event in naming for each in (*event.direct, *event.subject) if each.first > event.word)
        return next((each for each in named if each.is_a("person")), phrase)

    def _next(self, phrase: Phrase, behind: Sequence[Event]) -> Sequence[Event]:
        """«شخصا وهو صاحب شركة شحن يدعى …»: the next verb, past what somebody is said to be."""
        following = self.draft.words[phrase.last] if phrase.last < len(self.draft.words) else None
        told = following is not None and following.category == "pronoun"
        return [event for event in behind[:1] if told and event.word - phrase.last <= SAID_TO_BE]

    def _forced(self, clauses: Clauses, event: Event, match: Match) -> Iterator[Role]:
        """Who is made to act is the other side: «وألزمهم بتحويل الليرات»."""
        governor = clauses.events[event.governor] if event.governor is not None else None
        if (
            governor is None
            or not governor.steers("force")
            or "counterparty" not in claim_types()[match.predicate.type].roles
        ):
            return
        forced = governor.direct or list(self._persons_before(clauses, governor.word))
        yield from (self._filler("counterparty", phrase) for phrase in forced)

    @staticmethod
    def _persons_before(clauses: Clauses, word: int) -> Iterator[Phrase]:
        persons = [p for p in clauses.phrases if p is not None and p.last <= word and p.is_a("persons", "people")]
        yield from persons[-1:]

    def _of_company(self, event: Event, match: Match) -> Iterator[Role]:
        """«أجبرهم على دفع خمسين ألف ليرة»: the sum of the act that a fixed phrase is made with."""
        company = match.predicate.marked_company
        if not self.subjects.arabic or "amount" not in claim_types()[match.predicate.type].roles or not company:
            return
        for mark, phrase in event.marked:
            if mark in company and phrase.event is not None:
                sums = (self._counted("amount", each) for each in self.events[phrase.event].direct)
                yield from (role for role in sums if role is not None)

    def _measured(self, clauses: Clauses, event: Event, match: Match) -> Iterator[Role]:
        """A verb of measure gives the number of what it tells of: «العائدون إلى أوروبا يقدرون بأكثر من 1500»."""
        if "amount" not in claim_types()[match.predicate.type].roles:
            return
        told = [phrase for role in ("actor", "object") for phrase in match.fillers.get(role, ())]
        told += event.direct if match.predicate.company else []
        measuring = self.knowledge.closed("words", "measuring")
        for other in clauses.events:
            if other.lemma in measuring and self._measures(event, other, told):
                found = (self._counted("amount", phrase) for phrase in (*other.direct, *(p for _, p in other.marked)))
                counted = next(filter(None, found), None)
                if counted is not None:
                    yield counted
                    return

    def _measures(self, event: Event, other: Event, told: Sequence[Phrase]) -> bool:
        """Whether a verb of measure tells of one of some phrases; of a sum before it where it names none."""
        parts = {phrase.first for phrase in told}
        if any(phrase.first in parts for phrase in (*other.subject, *other.antecedent)):
            return True
        if any(phrase.event == event.index for phrase in other.subject):
            return True  # «بلغ إنتاج المنجم 200 كيلوغرام»
        unsaid = not other.subject and other.form == "verb" and 0 < other.word - event.word < MEASURED_REACH
        person = person_of(other, self.draft.words)
        fitting = [p for p in told if p.is_a("funds", "goods", "holding") and p.first > event.word]
        return unsaid and any(agrees(person, (phrase,), self.draft.words) for phrase in fitting)

    def _counted(self, role: str, phrase: Phrase) -> Role | None:
        if phrase.figure is None:
            return None
        figure = self.draft.figures[phrase.figure]
        return Role(role, figure.start, figure.end, figure.text, figure=phrase.figure)

    def _filler(self, role: str, phrase: Phrase) -> Role:
        span = self._filler_span(phrase)
        meant = phrase.stands_for or self._unnamed(role, phrase)
        if meant is not None:
            taken, self.taken = meant in self.taken, self.taken | {meant}
            name = None if taken else self.draft.span(*meant).text  # «He sold him 200 rifles»: he is not him
            return Role(role, span.start, span.end, span.text, name=name)
        key = self._referent(phrase)
        return Role(role, span.start, span.end, span.text, key, display_name(self.draft, key) if key else None)

    def _filler_span(self, phrase: Phrase) -> Span:
        """The words of a filler; of a counted one the noun that is counted, where the figure names it."""
        head = self.draft.words[phrase.first]
        let_go = "relief" in head.classes and phrase.first + 1 < phrase.last  # «إطلاق سراح 28 رهينة»
        span = self.draft.span(begin_of(phrase, self.events) + let_go, end_of(phrase, self.events, self.ends))
        if phrase.figure is None:
            return span
        figure = self.draft.figures[phrase.figure]
        if (made_of := self._behind_in(phrase, figure.end)) is not None:
            return Span(made_of, span.end, self.draft.text[made_of : span.end])
        if figure.of and figure.start <= span.start:
            at = self.draft.text.find(figure.of, figure.start, figure.end)
            end = max(span.end, at + len(figure.of)) if span.end > figure.end else at + len(figure.of)
            if at >= 0:
                return Span(at, end, self.draft.text[at:end])
        return span

    def _behind_in(self, phrase: Phrase, end: int) -> int | None:
        """Where the thing begins that a sum of English is «in»: «$3 million in looted antiquities»."""
        within = self.draft.words[phrase.first : phrase.last]
        following = next((place for place, word in enumerate(within) if word.start >= end), len(within))
        if following + 1 >= len(within) or within[following].norm != "in" or not self.knowledge.book.grammar.head_last:
            return None
        return within[following + 1].start

    def _unnamed(self, role: str, phrase: Phrase) -> tuple[int, int] | None:
        """The words that a pronoun takes up where they name nobody: «Two cousins admitted they had skimmed …».

        No office is taken up as who does what offices do not: «Police found their base. They had kidnapped …».
        """
        places = range(phrase.first, phrase.last) if phrase.pronoun else range(0)
        known = next(filter(None, map(self.draft.references.get, places)), None)
        if known is None or known.key is not None:
            return None
        words = self.draft.words[known.first : known.last]
        office = any(word.classes & _OFFICES and not word.classes & _PEOPLE for word in words)
        return None if office and role == "actor" and self.group != "counter" else (known.first, known.last)

    def _referent(self, phrase: Phrase) -> str | None:
        """Whom the words of a filler stand for, where they stand for one that is named."""
        if phrase.pronoun:
            places = (self.draft.references.get(place) for place in range(phrase.first, phrase.last))
            known = next(filter(None, places), None)
            if known is not None:
                return known.key
            if phrase.pronoun in self.knowledge.book.grammar.counts:
                return None  # «all five»
            meant = self.subjects.meant_by(phrase.pronoun)
            topic = meant[0] if meant else None
            return self._referent(topic) if topic and not topic.pronoun else None
        for name in self.draft.names:
            if phrase.first <= name.first and name.last <= phrase.last:
                titled = name.title is not None and name.title[0] <= phrase.first
                return name.key if titled or self._only_names(phrase, name.first, name.kind) else None
        spoken_of = (one.key for one in self.draft.referents if phrase.first <= one.first and one.last <= phrase.last)
        told = next(spoken_of, None)
        apposed = name_behind(self.draft, phrase) if told is None else None
        return apposed.key if apposed is not None else told

    def _only_names(self, phrase: Phrase, first: int, kind: str) -> bool:
        """Whether what stands before a name in its phrase only says what kind of thing it names («تنظيم داعش»)."""
        before = [word for word in self.draft.words[phrase.first : first] if word.category != "mark"]
        return all(kind in word.classes or word.category in ("title", "demonstrative") for word in before)

    def _aims(self, clauses: Clauses, event: Event) -> Iterator[Role]:
        """The acts that an event is for."""
        for other in clauses.events:
            aimed = other.governed_by in self.knowledge.marks.get("purpose", ())
            if other.governor == event.index and aimed and other.form == "noun":
                yield self._act("purpose", other)

    def _done_to(self, match: Match, role: str, phrases: Sequence[Phrase]) -> Iterator[Phrase]:
        """«استخدم متاجره واجهة لغسل العائدات»: the object of an act that says the same once more."""
        for phrase in phrases:
            act = self.events[phrase.event] if role == "object" and phrase.event is not None else None
            same = act is not None and any(repeats(match.predicate.type, each.type) for each in act.predicates)
            yield from act.direct if act is not None and same and act.direct else (phrase,)

    def _sentenced(self, match: Match) -> Iterator[Role]:
        """«قضت بحبس المتهم عشر سنوات»: who is sentenced stands behind the penalty."""
        for penalty in match.fillers["penalty"]:
            act = self.events[penalty.event] if penalty.event is not None else None
            persons = (*act.subject, *act.direct) if act is not None else ()
            yield from (
                self._filler("object", phrase) for phrase in persons if phrase.is_a("agent") or not phrase.kinds
            )

    def _reasons(self, clauses: Clauses, event: Event) -> Iterator[Role]:
        """The acts that somebody is before the law for; behind «on suspicion of» the act suspected."""
        for other in clauses.events:
            if other.governor != event.index or not is_reason(other, event, self.draft.words, self.draft.language):
                continue
            if other.steers("accuse"):
                yield from self._reasons(clauses, other)
            elif other.form == "noun" and other.predicates:
                yield self._act("charge", other)

    def _act(self, role: str, act: Event) -> Role:
        """An act with what it is done to, as the filler of a role."""
        last = max([act.word + 1, *(phrase.last for phrase in act.direct)])
        span = self.draft.span(act.word, self.ends.get(last, last))
        return Role(role, span.start, span.end, span.text)
