"""The stage that makes claims of events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kashf.domain.predicates import Predicate, claim_types
from kashf.extraction.claims.accusers import on_their_word
from kashf.extraction.claims.agreeing import agrees, person_of
from kashf.extraction.claims.charging import is_reason, measures
from kashf.extraction.claims.denying import denials
from kashf.extraction.claims.evidence import evidence_of
from kashf.extraction.claims.extents import end_of, whole_ends
from kashf.extraction.claims.filling import Marks
from kashf.extraction.claims.headlines import without_repeated_headlines
from kashf.extraction.claims.linking import link_counts
from kashf.extraction.claims.matching import Match, Surroundings, best_match
from kashf.extraction.claims.qualifying import qualify, steering
from kashf.extraction.claims.standing import fought_in_noun, generic, learnt, only_describes, says_nothing, timed
from kashf.extraction.claims.subject_matter import in_fiction, within_subject
from kashf.extraction.claims.subjects import Actor, Subjects
from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.draft import Clauses, Draft
from kashf.extraction.knowledge import Knowledge, knowledge_of
from kashf.extraction.opinion.candidate import Asked
from kashf.extraction.opinion.judging import RULES_ALONE, Opinion, judged, second_opinion
from kashf.extraction.opinion.repeats import without_repeats
from kashf.extraction.sources.speakers import display_name
from kashf.extraction.sources.voices import attribution_at, holding
from kashf.records import Attribution, Claim, Role, Span, content_id

__all__ = ["EXTRACTOR", "claims_by", "make_claims"]

EXTRACTOR = "rules/1"
_CONFIDENCE = {"stated": 0.9, "shared": 0.8, "steered": 0.85, "continued": 0.65}
"""By how the actor was found; provisional until it is calibrated on the annotated corpus."""
_NO_ACTOR = 0.7
MEASURED_REACH = 16
"""Words between an act and the verb of measure behind it that gives its amount."""
_QUESTION = frozenset({"?", "؟"})
"""A question claims nothing."""
_ENDING = frozenset({"?", "؟", "!", ".", '"'})


def make_claims(draft: Draft) -> Draft:
    """The stage: the claims of all sentences, in order."""
    maker = _Maker(draft, RULES_ALONE if draft.by_rules else second_opinion())
    claims = [claim for clauses in draft.clauses for claim in maker.sentence(clauses)]
    told = without_repeated_headlines(draft, within_subject(draft, _distinct(claims)))
    known = tuple(on_their_word(draft, tuple(link_counts(draft, told))))
    return replace(draft, claims=(*known, *denials(draft, known)))


def _distinct(claims: Sequence[Claim]) -> list[Claim]:
    seen: dict[str, Claim] = {}
    for claim in claims:
        seen.setdefault(claim.id, claim)
    return without_repeats(list(seen.values()))


def claims_by(opinion: Opinion, draft: Draft) -> list[Claim]:
    """Every claim that an opinion lets stand or adds, in order, repeats and all: what the opinion is trained on."""
    maker = _Maker(draft, opinion)
    return [claim for clauses in draft.clauses for claim in maker.sentence(clauses)]


@dataclass(slots=True)
class _Maker:
    draft: Draft
    subjects: Subjects
    events: Sequence[Event]
    ends: Mapping[int, int]
    previous: Sequence[Phrase]
    knowledge: Knowledge
    marks: Marks
    made: int
    opinion: Opinion
    around: tuple[Event, Surroundings] | None

    def __init__(self, draft: Draft, opinion: Opinion) -> None:
        self.draft = draft
        self.opinion = opinion
        self.subjects = Subjects(draft)
        self.events = ()
        self.ends = {}
        self.previous = ()
        self.made = 0
        self.around = None
        self.knowledge = knowledge_of(draft.language)
        self.marks = tuple(self.knowledge.marks.items())

    def sentence(self, clauses: Clauses) -> Iterator[Claim]:
        """The claims of one sentence."""
        self.events, self.ends = clauses.events, whole_ends(clauses, self.knowledge)
        self.around = None
        asked = self.draft.words[clauses.sentence.last - 1].norm in _QUESTION or in_fiction(clauses)
        questions = any(
            word.norm in _QUESTION for word in self.draft.words[clauses.sentence.first : clauses.sentence.last]
        )
        for event in clauses.events:
            actor = self.subjects.enter(clauses, event)
            if asked or (questions and self._asked(clauses, event)):
                continue
            yield from self._judged(clauses, event, actor)
        self.subjects.leave(clauses)
        self.previous = [phrase for phrase in reversed(clauses.phrases) if phrase is not None]
        self.made = 0

    def _judged(self, clauses: Clauses, event: Event, actor: Actor | None) -> Iterator[Claim]:
        """The claim that the rules make of an event, or one that only the second opinion makes."""
        match = self._match(clauses, event, actor) if event.predicates else None
        made = match is not None and self._stands_alone(clauses, event, match)
        asked = Asked(self.draft.language, self.draft.words, clauses, event, actor, made, self.made)
        silent = (
            match is None and self.opinion.adds and not self._is_aim(clauses, event)
        )  # what they pass over is no silence
        each = (
            asked.candidates(match, lambda loose: self._match(clauses, event, actor, loose)) if made or silent else ()
        )
        for candidate, likely in self.opinion.chosen(each):
            self.made += made
            yield judged(self._claim(clauses, event, candidate.match, actor), likely, made=made)

    def _asked(self, clauses: Clauses, event: Event) -> bool:
        """Whether the event stands in a question within the sentence: «…»، «فكيف تحوّل 3.2 مليون؟»."""
        behind = self.draft.words[event.word : clauses.sentence.last]
        return next((word.norm for word in behind if word.norm in _ENDING), "") in _QUESTION

    def _match(
        self, clauses: Clauses, event: Event, actor: Actor | None, alone: Predicate | None = None
    ) -> Match | None:
        """The predicate of an event that holds; `alone` is asked in their place."""
        around = self._around(clauses, event)
        match = best_match(event, actor.choices if actor else _nobody, around, (alone,) if alone else None)
        if match is None or match.predicate.company or match.predicate.marked_company:
            return match
        guessed = actor is not None and actor.how == "continued" and set(match.fillers) == {"actor"}
        return None if guessed else match

    def _around(self, clauses: Clauses, event: Event) -> Surroundings:
        """What matching looks up beside an event; an event is asked several times on end."""
        if self.around is None or self.around[0] is not event:
            before = [p for p in reversed(clauses.phrases) if p is not None and p.last <= event.word]
            spoken_of = self._party_spoken_of(clauses)
            persons = self.knowledge.closed("words", "persons_only")
            around = Surroundings(self.draft.words, self.marks, (*before, *self.previous), spoken_of, persons)
            self.around = (event, around)
        return self.around[1]

    def _party_spoken_of(self, clauses: Clauses) -> tuple[Phrase, ...]:
        """The armed party that the report speaks of, or else the first that the sentence names."""
        spoken_of = tuple(phrase for phrase in self.subjects.topic if phrase.is_a("hostile"))
        return spoken_of or tuple(p for p in clauses.phrases if p is not None and p.is_a("hostile"))[:1]

    def _stands_alone(self, clauses: Clauses, event: Event, match: Match) -> bool:
        """Whether an event is a claim of its own: no aim of another, no kind of thing, nothing that is fought."""
        fought = any(above.steers("counter") for above in steering(clauses, event))
        fought = fought or fought_in_noun(clauses, event, self.draft.words, self.draft.language)
        named = generic(event, match, self.subjects.of(clauses, event))
        aim = self._is_aim(clauses, event) or self._repeats(clauses, event, match)
        empty = says_nothing(clauses, event, match, self.subjects.of(clauses, event))
        describes = only_describes(event, match) and not timed(clauses, event)
        return not (event.descriptive or fought or named or aim or empty or describes)

    def _repeats(self, clauses: Clauses, event: Event, match: Match) -> bool:
        """«حكمت المحكمة بالسجن على تاجر»: what fills a role of a claim of its own type says the same once more."""
        if event.form != "noun" or event.governor is None:
            return False
        governor = clauses.events[event.governor]
        above = self._match(clauses, governor, self.subjects.of(clauses, governor))
        if above is None or above.predicate.type != match.predicate.type:
            return False
        if match.predicate.type == "charge":
            return True  # «حكمت المحكمة بالسجن على تاجر لإدانته بتمويل …»
        filling = (*governor.direct, *(phrase for phrases in above.fillers.values() for phrase in phrases))
        return any(phrase.event == event.index for phrase in filling)

    def _is_aim(self, clauses: Clauses, event: Event) -> bool:
        """What another claim's act is for («لشراء السلاح») is that claim's purpose and no claim of its own."""
        if event.governor is None:
            return False
        governor = clauses.events[event.governor]
        if event.form == "noun" and learnt(clauses, event):
            return True
        if event.form == "noun" and governor.form == "noun" and self._is_aim(clauses, governor):
            return True  # «لشراء قارب لتنفيذ عمليات التهريب»: the aim of an aim
        if event.governed_by not in self.knowledge.marks.get("purpose", ()):
            return False
        if is_reason(event, governor, self.draft.words, self.draft.language):
            return False
        actor = self.subjects.of(clauses, governor)
        return bool(governor.predicates) and self._match(clauses, governor, actor) is not None

    def _claim(self, clauses: Clauses, event: Event, match: Match, actor: Actor | None) -> Claim:
        roles = tuple(self._roles(clauses, event, match))
        evidence = self.draft.span(*evidence_of(event, match, actor, self.events, self.ends))
        quality = qualify(clauses, event, self.draft.words, self.draft.language)
        polarity = "denied" if self._denied(clauses, event) else quality.polarity
        attribution, alleged = self._attribution(self.draft.words[event.word].token.start)
        modality = "alleged" if alleged and quality.modality == "asserted" else quality.modality
        key = [f"{role.role}:{role.start}" for role in roles]
        return Claim(
            id=content_id("c", self.draft.report.id, match.predicate.type, evidence.start, evidence.end, *key),
            type=match.predicate.type,
            evidence=evidence,
            roles=roles,
            attribution=attribution,
            polarity=polarity,
            modality=modality,
            phase=quality.phase,
            time=self._time(clauses, evidence),
            confidence=_CONFIDENCE[actor.how] if actor and "actor" in match.fillers else _NO_ACTOR,
            extractor=EXTRACTOR,
        )

    # Roles.

    def _roles(self, clauses: Clauses, event: Event, match: Match) -> Iterator[Role]:
        for role, phrases in match.fillers.items():
            for phrase in self._done_to(match, role, phrases):
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
        if "amount" not in match.fillers:
            yield from self._measured(clauses, event, match)

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

    def _measured(self, clauses: Clauses, event: Event, match: Match) -> Iterator[Role]:
        """A verb of measure gives the number of what it tells of: «العائدون إلى أوروبا يقدرون بأكثر من 1500»."""
        if "amount" not in claim_types()[match.predicate.type].roles:
            return
        told = [phrase for role in ("actor", "object") for phrase in match.fillers.get(role, ())]
        told += event.direct if match.predicate.company else []
        for other in clauses.events:
            if other.lemma in self.knowledge.closed("words", "measuring") and self._measures(event, other, told):
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
        if phrase.stands_for is not None:
            return Role(role, span.start, span.end, span.text, name=self.draft.span(*phrase.stands_for).text)
        key = self._referent(phrase)
        return Role(role, span.start, span.end, span.text, key, display_name(self.draft, key) if key else None)

    def _filler_span(self, phrase: Phrase) -> Span:
        """The words of a filler; of a counted one the noun that is counted, where the figure names it."""
        head = self.draft.words[phrase.first]
        let_go = "relief" in head.classes and phrase.first + 1 < phrase.last  # «إطلاق سراح 28 رهينة»
        span = self.draft.span(phrase.first + let_go, end_of(phrase, self.events, self.ends))
        if phrase.figure is None:
            return span
        figure = self.draft.figures[phrase.figure]
        if figure.of and figure.start <= span.start:
            at = self.draft.text.find(figure.of, figure.start, figure.end)
            end = max(span.end, at + len(figure.of)) if span.end > figure.end else at + len(figure.of)
            if at >= 0:
                return Span(at, end, self.draft.text[at:end])
        return span

    def _referent(self, phrase: Phrase) -> str | None:
        """Whom the words of a filler stand for, where they stand for one that is named."""
        if phrase.pronoun:
            places = (self.draft.references.get(place) for place in range(phrase.first, phrase.last))
            known = next(filter(None, places), None)
            if known is not None:
                return known.key
            meant = self.subjects.meant_by(phrase.pronoun)
            topic = meant[0] if meant else None
            return self._referent(topic) if topic and not topic.pronoun else None
        for name in self.draft.names:
            if phrase.first <= name.first and name.last <= phrase.last:
                titled = name.title is not None and name.title[0] <= phrase.first
                return name.key if titled or self._only_names(phrase, name.first, name.kind) else None
        return next((r.key for r in self.draft.referents if phrase.first <= r.first and r.last <= phrase.last), None)

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
        """«استخدم متاجره واجهة لغسل العائدات»: the object of an act of the claim's own type is the claim's object."""
        for phrase in phrases:
            act = self.events[phrase.event] if role == "object" and phrase.event is not None else None
            same = act is not None and any(each.type == match.predicate.type for each in act.predicates)
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

    # Evidence, time, attribution.

    def _time(self, clauses: Clauses, evidence: Span) -> int | None:
        """The time within the evidence, or else the only one of its sentence."""
        start = self.draft.words[clauses.sentence.first].token.start
        end = self.draft.words[clauses.sentence.last - 1].token.end
        inside = [i for i, moment in enumerate(self.draft.times) if evidence.covers(moment)]
        if inside:
            return inside[0]
        around = [i for i, moment in enumerate(self.draft.times) if start <= moment.start and moment.end <= end]
        return around[0] if len(around) == 1 else None

    def _denied(self, clauses: Clauses, event: Event) -> bool:
        """Whether the source denies the event: the main verb of what it denies, across whatever apposition."""
        scopes = [scope for scope in self.draft.scopes if scope.denied]
        start = self.draft.words[event.word].token.start
        around = [scope for scope in scopes if scope.start <= start < scope.end]
        if not around or event.antecedent or event.form == "participle":
            return False
        inner = max(around, key=lambda scope: scope.start)
        before = [e for e in clauses.events if e.form == "verb" and not e.steers("be") and e.word < event.word]
        first = not any(self.draft.words[e.word].token.start >= inner.start for e in before)
        return first and not event.negated

    def _attribution(self, position: int) -> tuple[Attribution, bool]:
        """The chain of a claim at a position, and whether it is alleged there."""
        alleged = any(scope.alleged for scope in holding(self.draft, position))
        return attribution_at(self.draft, position), alleged


def _nobody(_group: str) -> Sequence[tuple[Phrase, ...]]:
    return ((),)
