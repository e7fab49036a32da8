"""The stage that makes claims of events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from kashf.domain.predicates import Predicate
from kashf.extraction.claims.accusers import on_their_word
from kashf.extraction.claims.actor import Actor
from kashf.extraction.claims.charging import is_reason
from kashf.extraction.claims.denying import denials
from kashf.extraction.claims.evidence import evidence_of
from kashf.extraction.claims.extents import whole_ends
from kashf.extraction.claims.headlines import without_repeated_headlines
from kashf.extraction.claims.linking import link_counts
from kashf.extraction.claims.matching import Match, Surroundings, best_match, match_of
from kashf.extraction.claims.qualifying import qualify, steering
from kashf.extraction.claims.roles import RoleMaker
from kashf.extraction.claims.standing import (
    fought_in_noun,
    generic,
    learnt,
    only_describes,
    repeats,
    says_nothing,
    timed,
)
from kashf.extraction.claims.subject_matter import in_fiction, loosens, within_subject
from kashf.extraction.claims.subjects import Subjects
from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.draft import Clauses, Draft
from kashf.extraction.opinion.candidate import Asked, Candidate
from kashf.extraction.opinion.judging import RULES_ALONE, SECOND, Opinion, second_opinion
from kashf.extraction.opinion.repeats import without_repeats
from kashf.extraction.sources.voices import attribution_at, holding
from kashf.records import Attribution, Claim, Span, content_id

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


class _Maker(RoleMaker):
    def __init__(self, draft: Draft, opinion: Opinion) -> None:
        super().__init__(draft, Subjects(draft))
        self.opinion = opinion
        self.previous: Sequence[Phrase] = ()
        self.made = self.just_before = self.told = self.sentences = 0
        self.around: tuple[Event, Surroundings] | None = None
        self.backwards: Sequence[Phrase] = ()
        self.beside: Set[str] = frozenset()
        self.armed: tuple[Phrase, ...] = ()
        self.loosely = loosens(draft)

    def sentence(self, clauses: Clauses) -> Iterator[Claim]:
        """The claims of one sentence."""
        self.events, self.ends = clauses.events, whole_ends(clauses, self.knowledge)
        self.around = None
        self.backwards = [phrase for phrase in reversed(clauses.phrases) if phrase is not None]
        self.beside = frozenset().union(*[phrase.kinds for phrase in self.backwards])
        self.armed = tuple([phrase for phrase in self.backwards if "hostile" in phrase.kinds][-1:])
        asked = self.draft.words[clauses.sentence.last - 1].norm in _QUESTION or in_fiction(clauses)
        within = self.draft.words[clauses.sentence.first : clauses.sentence.last]
        questions = not _QUESTION.isdisjoint([word.norm for word in within])
        for event in clauses.events:
            actor = self.subjects.enter(clauses, event)
            if asked or (questions and self._asked(clauses, event)):
                continue
            yield from self._judged(clauses, event, actor)
        self.subjects.leave(clauses)
        self.previous = self.backwards
        self.told, self.sentences = self.told + self.made, self.sentences + 1
        self.just_before, self.made = self.made, 0

    def _judged(self, clauses: Clauses, event: Event, actor: Actor | None) -> Iterator[Claim]:
        """The claim that the rules make of an event, or one that only the second opinion makes."""
        match = self._match(event, actor) if event.predicates else None
        made = match is not None and self._stands_alone(clauses, event, match)
        silent = match is None and self.opinion.adds and bool(event.predicates)  # what they pass over is no silence
        if made or (silent and self._may_stand(clauses, event)):
            each = self._candidates(clauses, event, actor, match)
            for candidate, likely in self.opinion.chosen(each):
                yield self._claim(clauses, candidate, likely)
        self.made += made

    def _candidates(
        self, clauses: Clauses, event: Event, actor: Actor | None, match: Match | None
    ) -> Iterator[Candidate]:
        """What an opinion is asked about: the claim that the rules make, or those that would stand alone if made."""
        so_far = self.told / max(1, self.sentences)
        counts = (match is not None, self.made, self.just_before, so_far)
        asked = Asked(self.draft.language, self.draft.words, clauses, event, actor, self.beside, *counts)
        for candidate in asked.candidates(match, lambda loose: self._match(event, actor, loose)):
            if match is not None or self._tells(clauses, event, candidate.match):
                yield candidate

    def _asked(self, clauses: Clauses, event: Event) -> bool:
        """Whether the event stands in a question within the sentence: «…»، «فكيف تحوّل 3.2 مليون؟»."""
        behind = self.draft.words[event.word : clauses.sentence.last]
        return next((word.norm for word in behind if word.norm in _ENDING), "") in _QUESTION

    def _match(self, event: Event, actor: Actor | None, alone: Predicate | None = None) -> Match | None:
        """The predicate of an event that holds; `alone`, of which nothing is asked, stands in their place."""
        around = self._around(event)
        who = actor.choices if actor else _nobody
        match = match_of(alone, event, who, around) if alone else best_match(event, who, around)
        if match is not None and match.predicate.type == "lead" and event.form == "noun" and self._taken_over(actor):
            return None  # «قال السفير لأحد قادة الكتائب»
        if match is None or match.predicate.company or match.predicate.marked_company:
            return match
        guessed = actor is not None and actor.how == "continued" and set(match.fillers) == {"actor"}
        return None if guessed else match

    def _taken_over(self, actor: Actor | None) -> bool:
        """Whether who acts in an Arabic event is told of another event, or of what was before."""
        return actor is not None and actor.how in ("shared", "continued") and self.subjects.arabic

    def _around(self, event: Event) -> Surroundings:
        """What matching looks up beside an event; an event is asked several times on end."""
        if self.around is None or self.around[0] is not event:
            before = [phrase for phrase in self.backwards if phrase.last <= event.word]
            spoken_of = self._party_spoken_of()
            persons = self.knowledge.closed("words", "persons_only")
            before_it = (*before, *self.previous)
            loosely = self.loosely or self._imputed(event)
            around = Surroundings(self.draft.words, self.draft.language, before_it, spoken_of, persons, loosely)
            self.around = (event, around)
        return self.around[1]

    def _imputed(self, event: Event) -> bool:
        """«متهم بنقل النفط», «ضالعة في نقل النفط»: what somebody is accused of or involved in is no lawful act."""
        above = self.events[event.governor] if event.governor is not None else None
        if above is not None and above.steers("accuse"):
            return True
        words = self.draft.words
        before = words[max(0, event.word - 1 - (words[event.word - 1].category == "preposition"))]
        return before.stem in self.knowledge.closed("words", "responsible")

    def _party_spoken_of(self) -> tuple[Phrase, ...]:
        """The armed party that the report speaks of, or else the first that the sentence names."""
        spoken_of = tuple(phrase for phrase in self.subjects.topic if phrase.is_a("hostile"))
        return spoken_of or self.armed

    def _stands_alone(self, clauses: Clauses, event: Event, match: Match) -> bool:
        """Whether an event is a claim of its own: no aim of another, no kind of thing, nothing that is fought."""
        return self._may_stand(clauses, event) and self._tells(clauses, event, match)

    def _may_stand(self, clauses: Clauses, event: Event) -> bool:
        """The same as far as it hangs on the event alone, and not on what it matches."""
        if event.descriptive or self._is_aim(clauses, event):
            return False
        fought = any(above.steers("counter") for above in steering(clauses, event))
        fought = fought or self._prevented(clauses, event)
        return not (fought or fought_in_noun(clauses, event, self.draft.words, self.draft.language))

    def _tells(self, clauses: Clauses, event: Event, match: Match) -> bool:
        """Whether what an event matches tells more than another claim does, or than a crime by its name."""
        if self._repeats(clauses, event, match):
            return False
        if event.form == "participle" and self._told_behind(clauses, event, match):
            return False
        actor = self.subjects.of(clauses, event)
        if generic(event, match, actor) or says_nothing(clauses, event, match, actor):
            return False
        return not only_describes(event, match) or timed(clauses, event)

    def _prevented(self, clauses: Clauses, event: Event) -> bool:
        """«to prevent money laundering»: a crime only named, behind an act that only is to keep it from being."""
        above = clauses.events[event.governor] if event.governor is not None else None
        named = event.form == "noun" and self.draft.words[event.word].category != "verb"
        if above is None or above.form != "noun" or not named or any(p.figure is not None for p in event.direct):
            return False
        return above.lemma in self.knowledge.closed("words", "preventing")

    def _repeats(self, clauses: Clauses, event: Event, match: Match) -> bool:
        """«حكمت المحكمة بالسجن على تاجر»: what fills a role of a claim of its own type says the same once more."""
        if event.form != "noun" or event.governor is None:
            return False
        governor = clauses.events[event.governor]
        told, actor = match.predicate.type, self.subjects.of(clauses, governor)
        if not any(repeats(predicate.type, told) for predicate in governor.predicates):
            return False
        above = self._match(governor, actor)
        if above is None or not repeats(above.predicate.type, told):
            return False
        if told == "charge":
            return True  # «حكمت المحكمة بالسجن على تاجر لإدانته بتمويل …»
        filling = (*governor.direct, *(phrase for phrases in above.fillers.values() for phrase in phrases))
        return any(phrase.event == event.index for phrase in filling)

    def _told_behind(self, clauses: Clauses, event: Event, match: Match) -> bool:
        """« partis rejoindre le califat »: whether an infinitive right behind a participle tells the same in full."""
        behind = next((each for each in clauses.events if each.governor == event.index), None)
        if behind is None or behind.form != "noun" or behind.word != event.word + 1:
            return False
        told = self._match(behind, self.subjects.of(clauses, event))
        return told is not None and told.predicate.type == match.predicate.type

    def _is_aim(self, clauses: Clauses, event: Event) -> bool:
        """What another claim's act is for («لشراء السلاح») is that claim's purpose and no claim of its own."""
        if event.governor is None:
            return False
        governor = clauses.events[event.governor]
        if event.form == "noun" and learnt(clauses, event):
            return True
        if governor.steers("thwart"):
            return False  # «foiled a plot to smuggle heroin»: what it was to be is told
        if event.form == "noun" and governor.form == "noun" and self._is_aim(clauses, governor):
            return True  # «لشراء قارب لتنفيذ عمليات التهريب»: the aim of an aim
        if event.governed_by not in self.knowledge.marks.get("purpose", ()):
            return False
        if is_reason(event, governor, self.draft.words, self.draft.language):
            return False
        actor = self.subjects.of(clauses, governor)
        return bool(governor.predicates) and self._match(governor, actor) is not None

    def _claim(self, clauses: Clauses, candidate: Candidate, likely: float | None) -> Claim:
        """The claim of a candidate, with how likely it is right as far as an opinion tells."""
        event, match, actor = candidate.event, candidate.match, candidate.actor
        by_rule = _CONFIDENCE[actor.how] if actor and "actor" in match.fillers else _NO_ACTOR
        roles = tuple(self.roles(clauses, event, match))
        evidence = self.draft.span(*evidence_of(event, match, actor, self.events, self.ends))
        quality = qualify(clauses, event, self.draft.words, self.draft.language, match.predicate.type)
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
            confidence=by_rule if likely is None else likely,
            extractor=EXTRACTOR if candidate.made else SECOND,
        )

    # Time, attribution.

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
