"""On whose word an act rests that nobody is quoted on: who lays the charge in which it stands, or who estimates.

«أوقفت الشرطة تاجرا بتهمة تمويل التنظيم»: that he paid is the police's word, though no verb of speech says so.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kashf.extraction.draft import Draft, words_within
from kashf.extraction.sources.voices import attribution_at
from kashf.extraction.words.word import Word
from kashf.language.closed import words
from kashf.records import Attribution, Claim, Link, Role
from kashf.records.claims import LinkKind, Stance

__all__ = ["on_their_word"]

_CHARGING = frozenset({"charge", "arrest", "investigate"})


def on_their_word(draft: Draft, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims, those in the outlet's own voice on the word of the accuser or the estimator that they name."""
    starts = [draft.words[sentence.first].token.start for sentence in draft.sentences]
    places = [bisect_right(starts, claim.evidence.start) for claim in claims]
    charging = [(place, claim) for place, claim in zip(places, claims, strict=True) if claim.type in _CHARGING]
    for place, claim in zip(places, claims, strict=True):
        if claim.attribution.mode != "own" or claim.polarity == "denied":
            yield claim
        elif claim.type == "estimate":
            yield _estimated(draft, claim)
        else:
            beside = [other for where, other in charging if where == place and _charges(draft, other, claim)]
            stance: Stance = (
                "accused" if claim.modality == "alleged" else "said"
            )  # a court that convicts accuses no more
            yield _told_by(draft, claim, beside[-1].fillers("actor"), stance) if beside else claim


def _charges(draft: Draft, charge: Claim, claim: Claim) -> bool:
    """Whether a claim is what somebody stands before the law for: it fills the charge, or is alleged behind it. A court
    that tries accuses nobody."""
    if claim is charge or claim.type in _CHARGING:
        return False
    inside = any(role.start <= claim.evidence.start < role.end for role in charge.fillers("charge"))
    proven = charge.type == "charge" and inside  # a court that convicts tells what was done
    if claim.modality != "alleged":
        return proven
    courts = words(draft.language, "reporting", "courts")
    tries = any(word.stem in courts for role in charge.fillers("actor") for word in _words(draft, role))
    return not tries and (inside or charge.evidence.start <= claim.evidence.start)


def _estimated(draft: Draft, claim: Claim) -> Claim:
    """An estimate on the word of who makes it: its actor, or whoever what is estimated is put in the mouth of."""
    if claim.fillers("actor"):
        return _told_by(draft, claim, claim.fillers("actor"), "estimated")
    inside = [scope.start for scope in draft.scopes if claim.evidence.start < scope.start < claim.evidence.end]
    return replace(claim, attribution=attribution_at(draft, inside[0])) if inside else claim


def _told_by(draft: Draft, claim: Claim, actors: Sequence[Role], stance: Stance) -> Claim:
    if not actors:
        return claim
    links = (
        Link(_kind(draft, role), role.text, role.start, role.end, None, role.entity, role.name, stance=stance)
        for role in actors[:1]
    )
    return replace(claim, attribution=Attribution("indirect", (*claim.attribution.chain, *links)))


def _kind(draft: Draft, role: Role) -> LinkKind:
    """A person where the name is one's, an organisation where it is named or a body, and else somebody unnamed."""
    named = next((name for name in draft.names if name.key == role.entity), None) if role.entity else None
    if named is not None:
        return "person" if named.kind == "person" else "organisation"
    body = any(word.classes & {"state", "organisation", "group"} for word in _words(draft, role))
    return "organisation" if body else "unnamed"


def _words(draft: Draft, role: Role) -> Sequence[Word]:
    """The words of a filler."""
    first, last = words_within(draft.words, role.start, role.end)
    return draft.words[first:last]
