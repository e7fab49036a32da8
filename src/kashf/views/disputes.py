"""Conflicts and checks: where what was read cannot all be so, and whether its figures agree, with the working."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kashf.records import Finding
from kashf.views.amounts import figure_words
from kashf.views.chains import origin_lines, sources_sentence
from kashf.views.dossier import Located
from kashf.views.lens import Lens, anchor
from kashf.views.phrases import claim_sentence
from kashf.views.pieces import plain
from kashf.views.statements import Evidence, ReportLine, evidence, report_line
from kashf.views.texts import shown
from kashf.views.workings import kind_of, working

__all__ = ["Dispute", "Side", "checks", "conflicts", "finding_sides"]

_SET_AGAINST = frozenset(("titles", "sources"))


@dataclass(frozen=True, slots=True)
class Side:
    """One of the accounts that are set against each other, and the claim it stands in where there is one."""

    text: str
    evidence: Evidence | None = None
    reports: tuple[ReportLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Dispute:
    """A conflict, or a check with its verdict. `name` is its kind in words, `working` the reason or the sum, `also` the
    anchors of other checks that are the same sum, whose sides stand behind its own."""

    id: str
    anchor: str
    kind: str
    name: str
    working: str
    sides: tuple[Side, ...]
    verdict: str | None = None
    verdict_name: str | None = None
    also: tuple[str, ...] = ()


def conflicts(lens: Lens) -> tuple[Dispute, ...]:
    """Every conflict, in the order in which they were found."""
    return tuple(_dispute(finding, "conflicts", lens) for finding in lens.dossier.found("conflict"))


def checks(lens: Lens) -> tuple[Dispute, ...]:
    """Every check: what does not add up first, what could not be computed last, mere shares after sums. The same sum of
    several reports stands once."""
    order = {"inconsistent": 0, "consistent": 1}
    found = sorted(
        lens.dossier.found("check"), key=lambda one: (order.get(one.verdict or "", 2), kind_of(one) == "share")
    )
    same: dict[object, list[Dispute]] = {}
    for one in (_dispute(finding, "checks", lens) for finding in found):
        same.setdefault((one.kind, one.verdict, one.working.split(";")[0] or one.id), []).append(one)
    return tuple(_together(several) for several in same.values())


def _together(several: Sequence[Dispute]) -> Dispute:
    first, *others = several
    sides = dict.fromkeys((*first.sides, *(side for one in others for side in one.sides)))
    return replace(first, sides=tuple(sides), also=tuple(one.anchor for one in others))


def _dispute(finding: Finding, table: str, lens: Lens) -> Dispute:
    kind = kind_of(finding)
    named = lens.words.find(f"{table}.{kind}") or lens.words.say(f"{table}.other")
    verdict = finding.verdict if finding.kind == "check" else None
    return Dispute(
        id=finding.id,
        anchor=f"d-{anchor(finding.id)}",
        kind=kind,
        name=str(named),
        working=_figures(finding, lens) or working(finding, lens),
        sides=finding_sides(finding, lens),
        verdict=verdict,
        verdict_name=lens.words.name("verdicts", verdict) if verdict else None,
    )


def finding_sides(finding: Finding, lens: Lens) -> tuple[Side, ...]:
    """What a finding sets side by side."""
    return tuple(_sides(finding, lens))


def _sides(finding: Finding, lens: Lens) -> Iterator[Side]:
    """The titles or sources that are set against each other; else the claims the finding is made of."""
    members = lens.index.located(finding.members)
    for title in finding.fields.get("titles", ()):
        yield Side(shown(title["title"]), reports=tuple(report_line(one, lens) for one in title["reports"]))
    for source in finding.fields.get("sources", ()):
        yield _source_side(source, members, lens)
    if not _SET_AGAINST.intersection(finding.fields):
        yield from (_claim_side(member, lens) for member in _contrasting(members, finding, lens))


def _contrasting(members: tuple[Located, ...], finding: Finding, lens: Lens) -> list[Located]:
    """The claims with those first that differ in what the finding is about: one for each figure, or for yes and no."""
    first: dict[object, Located] = {}
    for member in members:
        first.setdefault((member.claim.polarity, *_told_figures(member, finding, lens)), member)
    leading = {member.claim.id for member in first.values()}
    return sorted(members, key=lambda member: member.claim.id not in leading)


def _told_figures(member: Located, finding: Finding, lens: Lens) -> list[str]:
    """The figures of a claim in the role that a conflict of figures is about."""
    role = str(finding.fields.get("role", ""))
    places = (filler.figure for filler in member.claim.fillers(role))
    return [figure_words(member.record.figures[place], lens.words) for place in places if place is not None]


def _figures(finding: Finding, lens: Lens) -> str:
    """The figures that cannot all hold, in words."""
    if finding.kind != "conflict":
        return ""
    members = lens.index.located(finding.members)
    told = dict.fromkeys(figure for member in members for figure in _told_figures(member, finding, lens))
    return lens.words.say("workings.against").join(told)


def _source_side(source: Mapping[str, Any], members: tuple[Located, ...], lens: Lens) -> Side:
    """One of the sources of the same words, with the first claim that rests on it."""
    claim = next((one for one in members if one.record.report.id in source["reports"]), None)
    reports = () if claim else tuple(report_line(one, lens) for one in source["reports"])
    return Side(shown(source["source"]), evidence(claim, lens) if claim else None, reports)


def _claim_side(member: Located, lens: Lens) -> Side:
    sources = sources_sentence(origin_lines((member,), None, lens), lens)
    return Side(plain(claim_sentence(member, sources, lens), lens.words), evidence(member, lens))
