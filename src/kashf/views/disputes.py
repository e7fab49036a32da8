"""Conflicts and checks: where what was read cannot all be so, and whether its figures agree, with the working."""

from __future__ import annotations

from dataclasses import dataclass

from kashf.records import Finding
from kashf.views.chains import origin_lines, sources_sentence
from kashf.views.dossier import Located
from kashf.views.lens import Lens, anchor
from kashf.views.phrases import claim_sentence
from kashf.views.pieces import plain
from kashf.views.statements import Evidence, ReportLine, evidence, report_line
from kashf.views.texts import shown

__all__ = ["Dispute", "Side", "checks", "conflicts"]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the accounts that are set against each other, and the claim it stands in where there is one."""

    text: str
    evidence: Evidence | None = None
    reports: tuple[ReportLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Dispute:
    """A conflict, or a check with its verdict. `name` is its kind in words, `working` the reason or the sum."""

    id: str
    anchor: str
    kind: str
    name: str
    working: str
    sides: tuple[Side, ...]
    verdict: str | None = None
    verdict_name: str | None = None


def conflicts(lens: Lens) -> tuple[Dispute, ...]:
    """Every conflict, in the order in which they were found."""
    return tuple(_dispute(finding, "conflicts", lens) for finding in lens.dossier.found("conflict"))


def checks(lens: Lens) -> tuple[Dispute, ...]:
    """Every check: what does not add up first, what could not be computed last."""
    order = {"inconsistent": 0, "consistent": 1}
    found = sorted(lens.dossier.found("check"), key=lambda finding: order.get(finding.verdict or "", 2))
    return tuple(_dispute(finding, "checks", lens) for finding in found)


def _dispute(finding: Finding, table: str, lens: Lens) -> Dispute:
    kind = str(finding.fields.get("kind", "other"))
    named = lens.words.find(f"{table}.{kind}") or lens.words.say(f"{table}.other")
    verdict = finding.verdict
    return Dispute(
        id=finding.id,
        anchor=f"d-{anchor(finding.id)}",
        kind=kind,
        name=str(named),
        working=shown(finding.working),
        sides=_sides(finding, lens),
        verdict=verdict,
        verdict_name=lens.words.name("verdicts", verdict) if verdict else None,
    )


def _sides(finding: Finding, lens: Lens) -> tuple[Side, ...]:
    """The claims the finding is made of; without any, what its fields set against each other."""
    members = lens.index.located(finding.members)
    if members:
        return tuple(_claim_side(member, lens) for member in members)
    sides = finding.fields.get("sides")
    return tuple(_plain_side(side, lens) for side in sides) if isinstance(sides, list | tuple) else ()


def _claim_side(member: Located, lens: Lens) -> Side:
    sources = sources_sentence(origin_lines((member,), None, lens), lens)
    return Side(plain(claim_sentence(member, sources, lens), lens.words), evidence(member, lens))


def _plain_side(side: object, lens: Lens) -> Side:
    if not isinstance(side, dict):
        return Side(shown(str(side)))
    reports = side.get("reports", ())
    return Side(shown(str(side.get("text", ""))), reports=tuple(report_line(str(one), lens) for one in reports))
