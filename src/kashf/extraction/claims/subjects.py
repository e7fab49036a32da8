"""Whose act it is: the subject that grammar leaves unsaid, found in what steers the event or in what was spoken of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from kashf.extraction.claims.actor import (
    MEANING,
    Actor,
    armed_before,
    closed_off,
    doers,
    in_reported,
    is_death,
    is_office,
    joined_verbs,
    judges,
    only_people,
    only_tells,
    some_of_them,
    speaks_of_self,
    who_says,
)
from kashf.extraction.claims.affected import affected, announced, does_so, done_by, is_part, made_to, measure_before
from kashf.extraction.claims.charging import accused, both_try, fights, is_reason, named_charge
from kashf.extraction.claims.in_charge import in_charge
from kashf.extraction.clauses.agreeing import agrees, person_of, person_of_ending
from kashf.extraction.clauses.case_agreement import clause_above, may_go_on
from kashf.extraction.clauses.events import Event, Phrase, takes_object
from kashf.extraction.draft import Clauses, Draft, words_within
from kashf.extraction.knowledge import knowledge_of

__all__ = ["Subjects"]

_CONTROLLING = ("begin", "go_on", "end", "attempt", "plan", "agree", "act", *MEANING)
"""Ways of steering in which who steers is who acts."""
_SUBJECT_SAID = frozenset({"en", "fr"})
"""Languages in which a finite verb has its subject beside it: where none was made out, nobody is guessed."""
_SINGULAR = frozenset({"он", "она", "il", "elle"})
_OF_BODIES = frozenset({"it", "they"})
_ONE_PERSON = frozenset({"he", "she", "him", "her"})
COMMA = 1
"""Words between a measure and the verb behind it: the comma, where there is one."""
RECENT = 4
"""How many of those who acted last may be meant by a verb that leaves its subject out."""


@dataclass(slots=True)
class Subjects:
    """Finds actors while a report is read in order; remembers who was spoken of last. `arabic`: verbs tell gender and
    number of a subject that is left out; `head_last`: the order of words tells who acts, as in English."""

    draft: Draft
    topic: tuple[Phrase, ...] = ()
    crowd: tuple[Phrase, ...] = ()
    authority: tuple[Phrase, ...] = ()
    person: tuple[Phrase, ...] = ()
    affected: tuple[Phrase, ...] = ()
    lately: tuple[Phrase, ...] = ()
    recent: list[tuple[Phrase, ...]] = field(default_factory=list)
    arabic: bool = field(init=False)
    head_last: bool = field(init=False)
    _found: dict[tuple[int, int], Actor | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.arabic = self.draft.language == "ar"
        self.head_last = knowledge_of(self.draft.language).book.grammar.head_last

    def enter(self, clauses: Clauses, event: Event) -> Actor | None:
        """The actor of the next event in order; whom the sentence speaks of from here on is remembered."""
        actor = self.of(clauses, event)
        if self.arabic and len(event.direct) == 1 and event.direct[0].is_a("person") and not event.direct[0].pronoun:
            self.person = tuple(event.direct)
        told = event.unit == 0 or clauses.units[event.unit - 1].kind != "source"  # «كما يروي منشق»: he tells, no more
        if actor and actor.how == "stated" and event.form == "verb" and told:
            if self.arabic or not event.steers("say") or actor.phrases[0].is_a("hostile", "person", "people"):
                self._remember(actor.phrases)
            if self.head_last and (not event.steers("say") or event.index == 0):
                self.lately = actor.phrases if not actor.phrases[0].pronoun else self.lately
            if self._remembered(event, actor.phrases):
                self.recent.insert(0, actor.phrases)
                self.affected = ()
        self.affected = affected(event) or self.affected if self.arabic else ()
        return actor

    def _remembered(self, event: Event, phrases: Sequence[Phrase]) -> bool:
        """Whether who acts may be meant by what follows: named parties do, those who only speak do not."""
        if not self.arabic or phrases[0].pronoun or some_of_them(phrases[0], self.draft.words):
            return False
        speaks = event.steers("say") and not phrases[0].is_a("people")
        return not speaks and all(phrase.is_a("agent") and phrase.event is None for phrase in phrases)

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
            speaker = who_says(clauses, event)
            return Actor(tuple(self._as_spoken_of(phrase, speaker) for phrase in event.subject), "stated")
        if event.passive:
            return None  # who did it stands behind «by», or is not said
        if self._first_person(event):
            return self._continued(clauses, event)
        if event.form == "noun" and self._own_ending(event) and not takes_object(event):
            return Actor(self._meant(event), "stated") if self._meant(event) else None
        if event.antecedent and event.form == "participle":
            return Actor(event.antecedent, "stated")
        if self._undergone(clauses, event):
            return None
        own = speaks_of_self(clauses, event, self.draft.words) if self.arabic else ()
        found = Actor(own, "steered") if own and any(self._agreeing(event, [own])) else self._inherited(clauses, event)
        if found is None or (found.how in ("shared", "continued") and is_death(event, self.draft)):
            return None
        if not event.predicates:
            return found  # an event that evokes no claim asks for nobody else
        measure = measure_before(clauses, event, self.draft.language)
        spoken_of = (*self.recent[:RECENT], self.topic, self.crowd, self.authority, measure)
        return Actor(found.phrases, found.how, tuple(self._agreeing(event, filter(None, spoken_of))))

    def _agreeing(self, event: Event, candidates: Iterable[tuple[Phrase, ...]]) -> Iterator[tuple[Phrase, ...]]:
        """Those who can be the subject that an event leaves out."""
        words, person = self.draft.words, person_of(event, self.draft.words) if self.arabic else ""
        fitting = [p for p in candidates if agrees(person, p, words) and may_go_on(event, p, words)]
        if person[1:2] == "p":  # a group may be «they», but people are it rather
            fitting.sort(key=lambda phrases: len(phrases) == 1 and not phrases[0].is_a("people", "persons"))
        return iter(fitting)

    def _undergone(self, clauses: Clauses, event: Event) -> bool:
        """«تم تجنيده», «was weakened by the killing of its leader»: what stands before a passive is no actor."""
        governor = clauses.events[event.governor] if event.governor is not None else None
        if governor is None or event.form != "noun":
            return False
        if governor.passive and event.governed_by in knowledge_of(self.draft.language).marks.get("actor", ()):
            return True
        if not governor.steers("undergo"):
            return False
        suffered = governor.lemma in knowledge_of(self.draft.language).closed("words", "suffering")
        return not governor.predicates or suffered

    def _inherited(self, clauses: Clauses, event: Event) -> Actor | None:
        steered = (
            self._steered(clauses, event)
            or self._announced(clauses, event)
            or self._striking(clauses, event)
            or self._above(clauses, event)
        )
        return steered or self._shared(clauses, event) or self._continued(clauses, event)

    def _announced(self, clauses: Clauses, event: Event) -> Actor | None:
        body = announced(clauses, event, self.draft.words) if self.arabic else None
        return Actor((body,), "shared") if body is not None else None

    def _striking(self, clauses: Clauses, event: Event) -> Actor | None:
        """«أصدرت الوزارة عقوبات جديدة، تستهدف …»: a measure right before a verb without subject is what strikes."""
        measure = measure_before(clauses, event, self.draft.language)
        joined = event.form != "verb" or event.conjoined
        if joined or not measure or clauses.units[event.unit - 1].kind not in ("comma", "phrase"):
            return None
        near = event.word - measure[0].last <= COMMA
        return Actor(measure, "shared") if near and any(self._agreeing(event, [measure])) else None

    def _above(self, clauses: Clauses, event: Event) -> Actor | None:
        above = clause_above(clauses, event, self.draft.words) if self.draft.language == "ru" else None
        actor = self._found.get(self._key(clauses, above)) if above is not None else None
        return Actor(actor.phrases, "shared") if actor is not None and actor.how == "stated" else None

    def _as_spoken_of(self, phrase: Phrase, speaker: Sequence[Phrase]) -> Phrase:
        """A pronoun that is a word of its own («они») is of the kinds of who says it, or was spoken of last."""
        one = phrase.pronoun in _SINGULAR and bool(speaker) and not speaker[0].is_a("person", "persons", "people")
        office = self.lately if phrase.pronoun in _OF_BODIES and is_office(self.lately) else ()
        spoken_of = office or self.crowd or self.topic
        known = (() if one else speaker) or spoken_of  # «власти считают, что она …»: she is no authority
        if not phrase.pronoun or not phrase.is_a("agent") or not known:
            return phrase
        return replace(phrase, kinds=phrase.kinds | (known[0].kinds - {"counted"}))

    def _own_ending(self, event: Event) -> bool:
        return bool(self.draft.words[event.word].split.ending)

    def _meant(self, event: Event) -> tuple[Phrase, ...]:
        """Whom a pronoun ending stands for: a plural one the crowd spoken of last, else the topic."""
        crowd = self.crowd if self.draft.words[event.word].split.ending in ("هم", "هن") else ()
        return next(self._agreeing(event, filter(None, (crowd, self.topic, *self.recent[:RECENT]))), ())

    def _steered(self, clauses: Clauses, event: Event) -> Actor | None:
        responsible = in_charge(self.draft, clauses, event)
        if responsible:
            return Actor(responsible, "steered")
        if event.governor is None:
            return None
        governor = clauses.events[event.governor]
        upper = clauses.events[governor.governor] if governor.governor is not None else None
        if self.arabic and upper is not None and is_part(governor, upper, self.draft.words):
            return Actor(self._suspects(clauses, upper), "steered") if accused(upper) else None
        if self._is_reason(event, governor) or named_charge(event, governor, self.draft.words, self.draft.language):
            suspects = self._suspects(clauses, governor)
            if suspects or event.form == "noun":
                return Actor(suspects, "steered") if suspects else None
        affected = self._affected(event, governor)
        if affected:
            return Actor(affected, "steered")
        kept_from = self.arabic and governor.steers("cause") and event.governed_by == "من"
        if kept_from or governor.steers("thwart") or fights(governor, event):
            return None
        above = self._who_steers(clauses, governor)
        return self._from_above(clauses, event, governor, above) if above is not None else None

    def _from_above(self, clauses: Clauses, event: Event, governor: Event, above: Actor) -> Actor | None:
        if not self._may_go_on(clauses, event, governor, above):
            return None
        controlling = _CONTROLLING if event.form == "verb" else (*_CONTROLLING, "deny")
        uses = self.arabic and governor.lemma in knowledge_of("ar").closed("words", "using")
        controls = (uses or governor.steers(*controlling)) and above.how in ("stated", "steered")
        return Actor(above.phrases, "steered" if controls else "shared")

    def _may_go_on(self, clauses: Clauses, event: Event, governor: Event, above: Actor) -> bool:
        """Whether who stands above may act on: what a participle describes does not («يستخدم سيارة تابعة للقنصلية أثناء
        نقل الأسلحة»), and what somebody expects is another's act, as far as person and number tell."""
        if governor.form == "participle":
            return self._acts(above.phrases)
        if self.head_last and only_tells(event, governor, above.phrases, self.draft.words):
            return False
        if self.arabic and event.form == "noun" and governor.steers("say"):
            return not in_reported(clauses, event, governor)
        if event.form != "verb" or not self.arabic or not governor.steers("say", "expect"):
            return True
        return any(self._agreeing(event, [above.phrases]))

    def _who_steers(self, clauses: Clauses, governor: Event) -> Actor | None:
        """Who acts in what steers; « une faille a permis de vendre »: nothing unlisted, where it only lets."""
        above = self.of(clauses, governor)
        flaw = above is not None and governor.steers("cause") and not any(phrase.kinds for phrase in above.phrases)
        return None if flaw else above

    def _affected(self, event: Event, governor: Event) -> tuple[Phrase, ...]:
        """Who acts in an event because of what the event above does to them, or though it is told in the passive."""
        direct = tuple(phrase for phrase in governor.direct if phrase.event != event.index)
        caused = self._caused(governor)
        if self._acts(caused):
            return caused
        if governor.lemma in knowledge_of(self.draft.language).closed("words", "arranging"):
            return tuple(governor.marks("for")) or direct  # «arranged for payments to reach …»
        if event.governed_by == "from" and event.form == "noun" and self._acts(direct):
            return direct  # «kept the smugglers from trucking oil»
        if made_to(event, governor) and self._acts(direct):
            return direct
        marks = knowledge_of(self.draft.language).marks.get("actor", ())
        by = doers(governor, marks) if self.draft.words[event.word].category == "verb" else ()
        if by and not governor.steers("force", "require", "say", "accuse"):
            return by  # «fronts used by the group to launder money»
        if does_so(event, governor, self.draft.words, self.draft.language):
            return direct  # «is believed to control», «was forced to pay»
        kept_from = self.arabic and governor.steers("thwart", "cause") and event.governed_by == "من"
        return direct if kept_from and self._acts(direct) else ()

    def _is_reason(self, event: Event, governor: Event) -> bool:
        told = event.form == "noun" or governor.steers("accuse")
        return told and is_reason(event, governor, self.draft.words, self.draft.language)

    def _suspects(self, clauses: Clauses, event: Event) -> tuple[Phrase, ...]:
        """Who is before the law; behind «arrested on suspicion of» who was arrested."""
        above = clauses.events[event.governor] if event.governor is not None else None
        if event.form == "verb" and self._own_ending(event) and self.arabic and not event.direct:
            return self._meant_by_ending(event)
        if above is not None and event.form == "noun" and (self._is_reason(event, above) or both_try(event, above)):
            return accused(event) or self._suspects(clauses, above)
        return accused(event)

    def _meant_by_ending(self, event: Event) -> tuple[Phrase, ...]:
        """«ويتهمه الأميركيون»: whom an object ending stands for, of those who were spoken of."""
        known = filter(None, (self.person, *self.recent[:RECENT], self.topic, self.crowd))
        person = person_of_ending(self.draft.words[event.word].split.ending)
        return next((phrases for phrases in known if agrees(person, phrases, self.draft.words)), ())

    def _caused(self, governor: Event) -> tuple[Phrase, ...]:
        """Who is caused to act: the object of «دفع», or its pronoun ending; «helped them sell», « a ordonné au
        comptable de virer »."""
        helped = governor.lemma in knowledge_of(self.draft.language).closed("words", "helping") and not governor.passive
        if not helped and not governor.steers("cause", *(() if self.arabic else ("command",))):
            return ()
        let = tuple(governor.marks("ل")) if self.arabic else ()  # «سمح للشركة بدفع»
        return self.topic if self._own_ending(governor) else tuple(governor.direct) or let

    def _shared(self, clauses: Clauses, event: Event) -> Actor | None:
        """The subject of an earlier verb of the same sentence that could do this too."""
        for other in reversed(clauses.events[: event.index]):
            actor = self._found.get(self._key(clauses, other))
            if self.arabic and (by := done_by(other, event)):
                return Actor(by, "shared")
            if (
                actor
                and (self._may_share(other, actor) or (self.head_last and joined_verbs(clauses, other, event)))
                and not (self.arabic and closed_off(clauses, other, event))
                and any(self._agreeing(event, [actor.phrases]))
            ):
                return Actor(actor.phrases, "shared")
        return self._told_of(clauses, event) if self.arabic else self._opening(clauses, event)

    def _may_share(self, other: Event, actor: Actor) -> bool:
        """Whether who acts in an earlier verb may go on acting: no speaker does, but for those who are spoken of."""
        if other.form == "participle" or other.steers("thwart"):
            return False
        if self.arabic and other.lemma in knowledge_of("ar").closed("words", "confessing"):
            return self._acts(actor.phrases)  # «أقر الرجل بأنه كان ينقل الأموال»
        speaks = other.steers("say", "accuse") and not (self.arabic and only_people(actor.phrases[0]))
        return not speaks and self._acts(actor.phrases)

    def _told_of(self, clauses: Clauses, event: Event) -> Actor | None:
        """«إن الرجل، …، قد نقل»: the subject of the clause behind «that», across what is set off."""
        for other in reversed(clauses.events[: event.index]):
            if other.that and self._acts(other.that) and any(self._agreeing(event, [other.that])):
                return Actor(other.that, "shared")
        return None

    def _opening(self, clauses: Clauses, event: Event) -> Actor | None:
        """Whom a sentence without an earlier verb opens with: «He is its courier, moving cash to …»."""
        if event.unit <= 1 or clauses.units[event.unit - 1].kind != "comma":
            return None
        first = clauses.phrases[0]
        opens = first is not None and clauses.units[0].preposition is None and clauses.units[1].kind == "particle"
        return Actor((first,), "shared") if first and opens and self._acts((first,)) else None

    def _continued(self, clauses: Clauses, event: Event) -> Actor | None:
        word = self.draft.words[event.word]
        if event.form == "verb" and not event.conjoined and self.draft.language in _SUBJECT_SAID:
            return None
        if word.reading is not None and word.reading.person.startswith("1"):
            speaker = self._speaker(word.token.start)
            return Actor((speaker,), "continued") if speaker else None
        plural = word.reading is not None and word.reading.person in ("3pm", "3p")
        bare = event.form == "noun" and not self._own_ending(event)
        if self.arabic and (bare or judges(clauses, event, self.draft.elided.get(event.word))):
            return None  # «محاكمة», «تهريب»: a bare verbal noun takes nobody up from before its sentence
        named = armed_before(clauses, event)
        elided, crowd = self._elided(event), self.crowd if plural else ()
        known = (self.affected, crowd, named, *self.recent[:RECENT], self.topic, self.authority)
        phrases = elided or next(self._agreeing(event, filter(None, known)), ())
        return Actor(phrases, "continued") if phrases else None

    def _elided(self, event: Event) -> tuple[Phrase, ...]:
        """The person that a verb without a subject has for it, as far as the text names one."""
        meant = self.draft.elided.get(event.word)
        if meant is None or meant.key is None or meant.kind != "person":
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

    @staticmethod
    def _acts(phrases: Sequence[Phrase]) -> bool:
        return any(phrase.is_a("agent", "attack") for phrase in phrases)

    def _remember(self, phrases: tuple[Phrase, ...]) -> None:
        if phrases[0].pronoun or (self.arabic and some_of_them(phrases[0], self.draft.words)):
            return
        capital = self.arabic and phrases[0].is_a("place") and not phrases[0].is_a("hostile")  # «أعلنت واشنطن عقوبات»
        if capital or any(phrase.is_a("state") for phrase in phrases):
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
            if phrase is not None and "hostile" in phrase.kinds:
                self.topic = (phrase,)
                return
