"""Grounding: an answer held against the text it speaks of. What stands there becomes a claim; the rest is refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kashf.domain.predicates import claim_types
from kashf.extraction.draft import Draft
from kashf.extractors.anchoring import Anchors
from kashf.extractors.answers import SaidClaim, SaidRole, SaidSource
from kashf.records import Attribution, Claim, Link, Mention, Refusal, Role, Span, content_id
from kashf.records.claims import LinkKind, Mode
from kashf.records.spans import MentionKind

__all__ = ["CONFIDENCE", "Grounding"]

CONFIDENCE = 0.5
"""Of a claim that an extractor of somebody else's makes: nothing is known of how often it is right."""
LONGEST_EVIDENCE = 800
"""Characters: four lines of a newspaper's prose. Whole paragraphs are no evidence of one claim."""
SAME_NAME = 0.6
"""From this share of a filler's letters on, a name within it says whom the filler stands for."""
_COUNTED = frozenset({"amount", "of_total", "price", "rate", "proceeds"})
_LINK_KINDS: dict[MentionKind, LinkKind] = {"person": "person", "group": "organisation", "organisation": "organisation"}


@dataclass(slots=True)
class Grounding:
    """What one extractor says of one report. `draft` is the report as our own stages read it: its names, figures and
    times are what roles point to. `refused` grows as claims are looked up."""

    draft: Draft
    extractor: str
    refused: list[Refusal] = field(default_factory=list)
    _anchors: Anchors = field(init=False)

    def __post_init__(self) -> None:
        self._anchors = Anchors(self.draft.text)

    def refuse(self, what: str, said: object, reason: str) -> None:
        """Set a value aside, with the reason."""
        self.refused.append(Refusal(what, str(said)[:200], reason, self.extractor))

    def claims(self, said: Sequence[SaidClaim], passage: Span) -> Iterator[Claim]:
        """The claims that the passage bears out, in the order they were given."""
        for one in said:
            evidence = self._evidence(one, passage)
            if evidence is not None:
                yield self._claim(one, evidence, passage)

    def _evidence(self, said: SaidClaim, passage: Span) -> Span | None:
        found = self._within(said.evidence, passage, passage)
        if said.type not in claim_types():
            fault = f"there is no such type of claim: {said.type[:40]}"
        elif found is None:
            fault = "its evidence does not stand in the text"
        elif len(found.text) > LONGEST_EVIDENCE:
            fault = "its evidence is longer than any one claim needs"
        else:
            return found
        self.refuse(f"claim {said.number}", said.evidence, fault)
        return None

    def _within(self, words: str, near: Span, passage: Span) -> Span | None:
        found = self._anchors.find(words, near)
        return found if found is not None and passage.covers(found) else None

    def _claim(self, said: SaidClaim, evidence: Span, passage: Span) -> Claim:
        roles = tuple(dict.fromkeys(role for one in said.roles for role in self._roles(said, one, evidence, passage)))
        key = [f"{role.role}:{role.start}" for role in roles]
        return Claim(
            id=content_id("c", self.draft.report.id, said.type, evidence.start, evidence.end, *key),
            type=said.type,
            evidence=evidence,
            roles=roles,
            attribution=self._attribution(said, evidence, passage),
            polarity=said.polarity,
            modality=said.modality,
            phase=said.phase,
            time=self._time(said, evidence, passage),
            confidence=CONFIDENCE,
            extractor=self.extractor,
        )

    # Roles.

    def _roles(self, claim: SaidClaim, said: SaidRole, evidence: Span, passage: Span) -> Iterator[Role]:
        where = f"claim {claim.number}, {said.role}"
        if said.role not in ("actor", *claim_types()[claim.type].roles):
            self.refuse(where, said.words, f"a claim of type {claim.type} has no such role")
            return
        found = self._within(said.words, evidence, passage)
        if found is None:
            self.refuse(where, said.words, "the words do not stand in the text")
        elif said.role in _COUNTED:
            yield from self._counted(where, said.role, found)
        else:
            yield self._filler(said.role, found)

    def _counted(self, where: str, role: str, found: Span) -> Iterator[Role]:
        """A role that holds a number points to a figure that we read ourselves."""
        place = _most_shared(found, self.draft.figures)
        if place is None:
            self.refuse(where, found.text, "no figure stands there")
            return
        figure = self.draft.figures[place]
        yield Role(role, figure.start, figure.end, figure.text, figure=place)

    def _filler(self, role: str, found: Span) -> Role:
        named = self._named(found)
        entity, name = (named.entity, named.name) if named else (None, None)
        return Role(role, found.start, found.end, found.text, entity, name)

    def _named(self, found: Span) -> Mention | None:
        """The name that is most of a filler."""
        place = _most_shared(found, self.draft.mentions)
        mention = self.draft.mentions[place] if place is not None else None
        return mention if mention and _shared(found, mention) >= SAME_NAME * len(found.text) else None

    # Time and sources.

    def _time(self, said: SaidClaim, evidence: Span, passage: Span) -> int | None:
        if not said.time:
            return None
        found = self._within(said.time, evidence, passage)
        place = _most_shared(found, self.draft.times) if found else None
        if place is None:
            self.refuse(f"claim {said.number}, time", said.time, "no time stands there")
        return place

    def _attribution(self, said: SaidClaim, evidence: Span, passage: Span) -> Attribution:
        links = [link for one in said.sources for link in self._links(said, one, evidence, passage)]
        report = self.draft.report
        outlet = Link("outlet", report.outlet or report.source.rpartition("/")[2] or report.source)
        return Attribution(_mode(said.mode, links), (outlet, *dict.fromkeys(links)))

    def _links(self, claim: SaidClaim, said: SaidSource, evidence: Span, passage: Span) -> Iterator[Link]:
        found = self._within(said.words, evidence, passage)
        if found is None:
            self.refuse(f"claim {claim.number}, source", said.words, "the words do not stand in the text")
            return
        named = self._named(found)
        if named is None:
            yield Link(said.kind, found.text, found.start, found.end)
            return
        kind = said.kind if said.kind == "outlet" else _LINK_KINDS.get(named.kind, said.kind)
        yield Link(kind, found.text, found.start, found.end, entity=named.entity, name=named.name, title=named.role)


def _mode(said: Mode | None, links: Sequence[Link]) -> Mode:
    """A claim on somebody's word is reported speech at least; without anybody it is in the outlet's own voice."""
    if not any(link.kind != "outlet" for link in links):
        return "own"
    return "indirect" if said in (None, "own") else said


def _most_shared(found: Span, among: Sequence[Span]) -> int | None:
    """The place of what shares most with a span; None where nothing touches it."""
    best = max(range(len(among)), key=lambda place: _shared(found, among[place]), default=None)
    return best if best is not None and _shared(found, among[best]) > 0 else None


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)
