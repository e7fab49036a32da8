"""Denials that name no act: «نفى الاتهامات», «وهو ما ينفيه» deny what somebody was said to do before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kashf.domain.predicates import claim_types
from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.draft import Clauses, Draft
from kashf.extraction.knowledge import knowledge_of
from kashf.extraction.sources.voices import attribution_at
from kashf.records import Attribution, Claim, Link, content_id

__all__ = ["denials"]

REACH = 500
"""Characters between an accusation and the denial that answers it: some sentences."""
NEAR = 5
"""Words behind a verb of denial within which its object begins."""
_CONFIDENCE = 0.6


def denials(draft: Draft, claims: Sequence[Claim]) -> Iterator[Claim]:
    """A claim for every denial of something told before, on the word of who denies; the accusation stays."""
    nameless = knowledge_of(draft.language).closed("words", "nameless")
    if not nameless:
        return
    for clauses in draft.clauses:
        for event in clauses.events:
            if _denies(draft, clauses, event, nameless):
                answered = _answered(draft, event, claims)
                if answered is not None:
                    yield _denied(draft, event, answered)


def _denies(draft: Draft, clauses: Clauses, event: Event, nameless: frozenset[str]) -> bool:
    """Whether a verb denies something that it does not name."""
    if event.form != "verb" or not event.steers("deny") or event.negated or event.marks("ل"):
        return False
    following = clauses.units[event.unit + 1] if event.unit + 1 < len(clauses.units) else None
    if following is not None and following.kind in ("particle", "complementiser"):
        return False
    named = (e for e in clauses.events if e.governor == event.index and draft.words[e.word].stem not in nameless)
    if next(named, None) is not None:
        return False
    behind = draft.words[event.word + 1 : min(event.word + NEAR, clauses.sentence.last)]
    return bool(draft.words[event.word].split.ending) or any(word.stem in nameless for word in behind)


def _answered(draft: Draft, event: Event, claims: Sequence[Claim]) -> Claim | None:
    """The accusation that a denial answers: the nearest before it, of what is no measure of a state."""
    position = draft.words[event.word].token.start
    near = [c for c in claims if c.evidence.end <= position <= c.evidence.end + REACH and c.polarity == "affirmed"]
    acts = [claim for claim in near if claim_types()[claim.type].group != "counter"]
    alleged = [claim for claim in acts if claim.modality == "alleged"]
    return next(reversed(alleged or acts), None)


def _denied(draft: Draft, event: Event, answered: Claim) -> Claim:
    last = max([event.word + 1, *(phrase.last for phrase in event.direct)])
    evidence = draft.span(event.word, last)
    return replace(
        answered,
        id=content_id("c", draft.report.id, answered.type, evidence.start, evidence.end, "denied"),
        evidence=evidence,
        polarity="denied",
        modality="asserted",
        phase=None,
        attribution=_word_of(draft, event.subject, attribution_at(draft, evidence.start)),
        confidence=_CONFIDENCE,
    )


def _word_of(draft: Draft, subject: Sequence[Phrase], told: Attribution) -> Attribution:
    """The chain behind a denial ends with who denies."""
    if not subject or subject[0].pronoun:
        return told
    who = draft.span(subject[0].first, subject[0].last)
    if any(link.text == who.text for link in told.chain):
        return told
    body = subject[0].is_a("organisation")
    link = Link("organisation" if body else "person", who.text, who.start, who.end)
    return Attribution("indirect", (*told.chain, link))
