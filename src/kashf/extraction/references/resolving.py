"""The stage that says whom a word stands for, or why it is left open.

The candidates of the sentence so far and of the two before it that agree in gender and number are weighed by where
they stand (Lappin and Leass 1994: subjects before objects, what is near before what is far). What another fits nearly
as well is left open: a wrong name is worse than none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kashf.extraction.draft import Antecedent, Clauses, Draft
from kashf.extraction.references.anaphors import Anaphor, anaphors
from kashf.extraction.references.candidates import MEASURES, Candidate, candidates
from kashf.extraction.sources.speakers import display_name
from kashf.records import Mention
from kashf.records.spans import OpenReason

__all__ = ["Reference", "find_references"]

REACH = 2
"""Sentences before its own in which a word's referent is looked for."""
SUBJECT, PARALLEL, MAIN, PERSON, SPOKE = 2.0, 1.0, 1.0, 0.5, 1.0
"""What speaks for a candidate: it is a subject; so is the word; it heads its phrase; it is a person, and may be; it has
spoken, and the word's verb is one of speech."""
UNDERGOES = 2.0
"""What speaks for whom a measure befalls; who takes it, without a name, is no subject to be taken up."""
SENTENCE, WORD, PLACE = 1.5, 0.03, 2.0
"""What speaks against it: each sentence and each word between; it is a place."""
LEAST, LEAST_OF_THINGS, LEAST_ALONE = -0.8, 1.5, -1.8
"""What the best candidate must weigh: of people and bodies, of what may be anything, and of a person whom no other
rivals."""
MARGIN, MARGIN_OF_THINGS = 0.6, 1.5
"""By how much the best candidate must lead, of the same."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A word, or part of one, that stands for a name: for which, or else why it is left open. What stands for somebody
    without a name is left open as `unnamed`, with the words that tell of them where they are clear."""

    anaphor: Anaphor
    antecedent: Antecedent | None = None
    reason: OpenReason | None = None


def find_references(draft: Draft) -> Draft:
    """The stage: pronouns, endings and verbs without a subject as mentions of those they stand for."""
    found = tuple(_Resolver(draft).references())
    mentions = (*draft.mentions, *(_mention(draft, one) for one in found))
    ordered = tuple(sorted(mentions, key=lambda mention: (mention.start, mention.end)))
    known = [(one.anaphor, one.antecedent) for one in found if one.antecedent is not None]
    elided = {anaphor.word: antecedent for anaphor, antecedent in known if anaphor.form == "elided"}
    references = {anaphor.word: antecedent for anaphor, antecedent in known if anaphor.form != "elided"}
    return replace(draft, mentions=ordered, references=references, elided=elided)


def _mention(draft: Draft, one: Reference) -> Mention:
    start, end, meant = one.anaphor.start, one.anaphor.end, one.antecedent
    if meant is None or meant.key is None:
        return Mention(start, end, draft.text[start:end], "unknown", pronominal=True, unresolved=one.reason)
    name = display_name(draft, meant.key)
    return Mention(start, end, draft.text[start:end], meant.kind, meant.key, name, pronominal=True)


class _Resolver:
    """Resolves the words of a report in order."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.language = draft.language
        self.spoken: list[list[Candidate]] = []

    def references(self) -> Iterator[Reference]:
        """All that stand for somebody or are left open, in order."""
        for clauses in self.draft.clauses:
            here = list(candidates(self.draft, clauses))
            self.spoken = [*self.spoken[-REACH:], here]
            for anaphor in anaphors(self.draft, clauses):
                one = self._speaker(clauses, anaphor) if anaphor.form == "first" else self._resolved(anaphor)
                yield one
                if one.antecedent is not None and anaphor.subject:
                    here.append(_taken_up(anaphor, one.antecedent))
            here.sort(key=lambda candidate: candidate.first)

    def _speaker(self, clauses: Clauses, anaphor: Anaphor) -> Reference:
        """«We» is who speaks where it stands between quotation marks."""
        around = [scope for scope in self.draft.scopes if scope.direct and scope.start <= anaphor.start < scope.end]
        link = max(around, key=lambda scope: scope.start).links[-1] if around else None
        key = link.entity if link is not None else self._beside(clauses, anaphor)
        if key is None:
            return Reference(anaphor, reason="nobody" if link is None else "unnamed")
        name = next((name for name in self.draft.names if name.key == key), None)
        named = Antecedent(key, name.kind, name.first, name.last) if name is not None else None
        return Reference(anaphor, named, None if named else "unnamed")

    def _beside(self, clauses: Clauses, anaphor: Anaphor) -> str | None:
        """Who says something in the sentence of words between quotation marks that nobody was found to speak."""
        marks = [p for p in range(clauses.sentence.first, anaphor.word) if self.draft.words[p].norm == '"']
        saying = {p.first for e in clauses.events if e.steers("say") and e.form == "verb" for p in e.subject}
        speakers = [
            one for one in self.spoken[-1] if one.key is not None and one.first in saying | {s + 1 for s in saying}
        ]
        return speakers[-1].key if len(marks) % 2 and speakers else None

    def _resolved(self, anaphor: Anaphor) -> Reference:
        weighed: dict[str, tuple[float, Candidate]] = {}
        for back, spoken in enumerate(reversed(self.spoken)):
            for candidate in spoken:
                if candidate.first < anaphor.word and self._may_be(anaphor, candidate):
                    weight = _weight(anaphor, candidate, back)
                    key = candidate.key or f"#{(candidate.named or (candidate.first,))[0]}"
                    if key not in weighed or weighed[key][0] < weight:
                        weighed[key] = (weight, candidate)
        return _decided(anaphor, sorted(weighed.values(), key=lambda entry: -entry[0]))

    def _may_be(self, anaphor: Anaphor, candidate: Candidate) -> bool:
        if not _agrees(anaphor, candidate):
            return False
        if anaphor.owner and self.language == "ru":  # «его» is another's than the subject's, whose is «свой»
            return not (candidate.subject and candidate in self.spoken[-1])
        unnamed = candidate.key is None and candidate.subject and candidate in self.spoken[-1]
        if anaphor.owner and unnamed and self._measured(anaphor):
            return False
        event = anaphor.event
        if event is not None and not anaphor.subject and not anaphor.owner:
            return all(not phrase.first <= candidate.first < phrase.last for phrase in event.subject)
        return True

    def _measured(self, anaphor: Anaphor) -> bool:
        """Whether what is owned is taken or frozen: an office does that to what is another's."""
        clauses = next((c for c in self.draft.clauses if c.sentence.first <= anaphor.word < c.sentence.last), None)
        before = [event for event in clauses.events if event.word <= anaphor.word] if clauses is not None else []
        return bool(before) and any(predicate.type in MEASURES for predicate in before[-1].predicates)


def _agrees(anaphor: Anaphor, candidate: Candidate) -> bool:
    if anaphor.gender and candidate.gender and anaphor.gender != candidate.gender:
        return False
    if anaphor.agent and not candidate.agent:
        return False
    if candidate.several is not None and candidate.several != anaphor.several:
        return False
    if anaphor.person:
        return candidate.kind == "person"
    if anaphor.thing:
        return candidate.kind != "person"
    if anaphor.several and candidate.several is None:
        return candidate.kind == "group" or (candidate.kind == "organisation" and anaphor.plural_of_bodies)
    return candidate.kind != "place" or not anaphor.subject or candidate.subject


def _weight(anaphor: Anaphor, candidate: Candidate, back: int) -> float:
    leads = candidate.subject and not candidate.measures
    weight = SUBJECT * leads + UNDERGOES * candidate.undergoes
    weight += PARALLEL * (candidate.subject and anaphor.subject) + MAIN * candidate.main
    weight += PERSON * (candidate.kind == "person" and not anaphor.thing)
    weight += SPOKE * (candidate.spoke and anaphor.event is not None and anaphor.event.steers("say"))
    weight -= PLACE * (candidate.kind == "place" and not candidate.subject)
    return weight - SENTENCE * back - WORD * (anaphor.word - candidate.last)


def _decided(anaphor: Anaphor, weighed: Sequence[tuple[float, Candidate]]) -> Reference:
    if not weighed:
        return Reference(anaphor, reason="nobody")
    best, candidate = weighed[0]
    unnamed: OpenReason | None = "unnamed" if candidate.key is None else None
    somebody = anaphor.agent or anaphor.person or (candidate.kind == "person" and anaphor.subject)
    least = LEAST_ALONE if len(weighed) == 1 and candidate.kind == "person" else LEAST
    if best < (least if somebody else LEAST_OF_THINGS):
        return Reference(anaphor, reason=unnamed or "nobody")
    if len(weighed) > 1 and best - weighed[1][0] < (MARGIN if somebody else MARGIN_OF_THINGS):
        return Reference(anaphor, reason=unnamed or "several")
    told = candidate.named or (candidate.first, candidate.last)
    return Reference(anaphor, Antecedent(candidate.key, candidate.kind, *told), unnamed)


def _taken_up(anaphor: Anaphor, meant: Antecedent) -> Candidate:
    """Who is spoken of again by a pronoun can be meant by the next."""
    place = anaphor.word
    named = (meant.first, meant.last)
    return Candidate(
        meant.key, meant.kind, place, place + 1, anaphor.gender, anaphor.several, subject=True, named=named
    )
