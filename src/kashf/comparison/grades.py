"""The grade proposed for a piece of information, 1 to 6 in the Admiralty system (STANAG 2511).

1 confirmed, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged. The rule, in this order:

- three independent origins or more, two of them named: 1; two, one of them named: 2; one named, or two that are not: 3;
  one that has no name (unnamed sources, the outlet's own voice): 6. Origins that the analyst graded E do not count.
- one named origin that the analyst graded A or B: 2.
- what is only expected, planned, possible or alleged is never better than 3.
- a conflict over its figures or its source makes it worse by one, no worse than 4.
- a denial makes it 4, or 3 where two independent origins stand behind it.
- an inconsistent check makes it worse by one, no worse than 5; a consistent one changes nothing, but is told.

A proposal only: the analyst's own grade comes after it. What cannot be judged stays 6.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kashf.comparison.origins import Origins
from kashf.records import Entity, Finding, Origin

__all__ = ["Outlook", "Proposal", "of_every_name", "origins_found", "outlook", "propose", "proposed_with"]

CONFIRMED, PROBABLE, POSSIBLE, DOUBTFUL, IMPROBABLE, UNJUDGED = 1, 2, 3, 4, 5, 6
RELIABLE = frozenset("AB")
UNRELIABLE = frozenset("E")
UNWEIGHED = frozenset({"role", "time"})
"""Another claim that differs in one thing, or another date, is told to the reader and changes no grade; nor does a
check of dates."""
UNCERTAIN = frozenset({"expected", "planned", "possible", "alleged"})


def of_every_name(grades: Mapping[str, str], entities: Iterable[Entity]) -> dict[str, str]:
    """The analyst's grades, with that of somebody given to each of their names: an origin may be told under another
    name than the one that was graded. What a name was itself graded comes first."""
    graded: dict[str, str] = {}
    for entity in entities if grades else ():
        names = (entity.name, *entity.names)
        own = next((grades[name] for name in names if name in grades), None)
        if own is not None and entity.kind != "place":
            graded.update(dict.fromkeys(names, own))
    return {**graded, **grades}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A grade, 1 to 6, and the rule that led to it, step by step."""

    grade: int
    steps: tuple[str, ...]

    def at_worst(self, limit: int, why: str) -> Proposal:
        """One grade worse, but not beyond the limit."""
        return self.moved(max(self.grade, min(self.grade + 1, limit)), why)

    def moved(self, grade: int, why: str) -> Proposal:
        """The grade given, if it is another; what cannot be judged stays so."""
        if grade == self.grade or self.grade == UNJUDGED:
            return self
        return Proposal(grade, (*self.steps, f"{why}: {grade}"))


def propose(
    origins: Origins,
    modalities: Iterable[str],
    findings: Sequence[Finding],
    grades: Mapping[str, str],
) -> Proposal:
    """The grade of an assertion from its origins, its claims' modalities, its conflicts and checks, and the analyst's
    grades of sources (A to F, by a source's or outlet's name)."""
    graded = [grades.get(origin.name) for origin in origins.independent]
    proposal = _by_origins(sum(grade not in UNRELIABLE for grade in graded), origins.named)
    if proposal.grade == POSSIBLE and len(graded) == 1 and graded[0] in RELIABLE:
        proposal = proposal.moved(PROBABLE, f"its source is graded {graded[0]}")
    if set(modalities) <= UNCERTAIN:
        proposal = proposal.moved(max(proposal.grade, POSSIBLE), "not stated as a fact")
    for finding in findings:
        proposal = _weighed(proposal, finding, len(origins.independent))
    return proposal


def proposed_with(assertion: Finding, findings: Sequence[Finding], grades: Mapping[str, str]) -> int:
    """The grade of an assertion that was found before, had its sources these grades. `findings` are the checks and then
    the conflicts that its claims take part in."""
    return propose(origins_found(assertion), assertion.fields.get("modalities", ()), findings, grades).grade


def origins_found(assertion: Finding) -> Origins:
    """The independent origins of an assertion that was found before."""
    return Origins(assertion.origins, (), int(assertion.fields.get("named_origins", len(assertion.origins))))


class Outlook(NamedTuple):
    """What would change a grade, and the grade that would then be proposed."""

    what: str
    grade: int


def outlook(
    origins: Origins, modalities: Iterable[str], findings: Sequence[Finding], grades: Mapping[str, str]
) -> tuple[Outlook, ...]:
    """What would make the proposed grade another, by the same rule: one more named origin (`named_origin`), the only
    named source graded A or B (`reliable_source`), a denial (`denial`), or its absence (`no_denial`), the conflicts and
    failed checks settled (`settled`), its being stated as a fact (`stated`)."""
    told = tuple(modalities)
    now = propose(origins, told, findings, grades).grade
    beside = origins.independent if origins.named else ()  # beside a named source, voices without one do not count
    another = Origins((*beside, Origin("", ())), origins.uncounted, origins.named + 1)
    denied = [one for one in findings if one.fields.get("conflict") == "denial"]
    failed = [one for one in findings if one.kind == "conflict" or one.verdict == "inconsistent"]
    trusted = {**grades, **{origin.name: "B" for origin in origins.independent}}
    cases = {
        "named_origin": propose(another, told, findings, grades),
        "reliable_source": propose(origins, told, findings, trusted) if origins.named == 1 else None,
        "denial": None if denied else propose(origins, told, (*findings, _DENIAL), grades),
        "no_denial": propose(origins, told, [one for one in findings if one not in denied], grades) if denied else None,
        "settled": propose(origins, told, [one for one in findings if one not in failed], grades) if failed else None,
        "stated": propose(origins, ("asserted",), findings, grades),
    }
    return tuple(Outlook(what, case.grade) for what, case in cases.items() if case is not None and case.grade != now)


_DENIAL = Finding(kind="conflict", id="", reports=(), members=(), fields={"conflict": "denial"})


def _by_origins(counted: int, named: int) -> Proposal:
    if not counted:
        return Proposal(UNJUDGED, (f"no origin that counts: {UNJUDGED}",))
    noun = "independent origin" if counted == 1 else "independent origins"
    if counted > 2 and named > 1:
        grade = CONFIRMED
    elif counted > 1 and named:
        grade = PROBABLE
    else:
        grade = POSSIBLE if named or counted > 1 else UNJUDGED
    return Proposal(grade, (f"{counted} {noun}, {min(named, counted)} named: {grade}",))


def _weighed(proposal: Proposal, finding: Finding, origins: int) -> Proposal:
    """The proposal after one conflict or check."""
    if finding.kind == "conflict":
        conflict = finding.fields.get("conflict")
        if conflict == "denial":
            return proposal.moved(max(proposal.grade, POSSIBLE if origins > 1 else DOUBTFUL), "it is denied")
        return proposal if conflict in UNWEIGHED else proposal.at_worst(DOUBTFUL, f"{conflict} conflict")
    if finding.fields.get("check") == "dates":
        return proposal
    if finding.verdict == "inconsistent":
        return proposal.at_worst(IMPROBABLE, "a check is inconsistent")
    if finding.verdict == "consistent":
        return Proposal(proposal.grade, (*proposal.steps, "its figures are consistent"))
    return proposal
