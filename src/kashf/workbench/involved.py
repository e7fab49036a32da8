"""The claims of an entity with the statements that they are part of, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence

from kashf.ledger import FindingsWanted, Involved, Page, Place, View
from kashf.records import Finding
from kashf.records.findings import FindingKind
from kashf.views.excerpt import excerpt
from kashf.views.lens import Lens, lens
from kashf.views.statements import Statement, statements_with

__all__ = ["Telling", "findings_around", "tellings"]

Telling = tuple[Involved, Statement]
_AGAINST: tuple[FindingKind, ...] = ("conflict", "check")
MOST_BESIDE = 100
"""Conflicts and checks that are asked for beside a finding."""


def tellings(
    view: View, entity: str, language: str, limit: int, after: Place | None
) -> tuple[Page[Involved], tuple[Telling, ...], Lens]:
    """A page of the claims of an entity, each that was not rejected with its statement, and the lens of them all."""
    found = view.claims_of(entity, limit, after)
    reports = tuple(dict.fromkeys(one.report for one in found.items))
    claims = {one.claim for one in found.items}
    beside = view.findings_in(reports, "assertion", *_AGAINST)
    around = tuple(one for one in beside if not claims.isdisjoint(one.members))
    seen = lens(excerpt(view, around, reports, carriers=0), language)
    told = ((one, statements_with((one.claim,), seen)) for one in found.items)
    return found, tuple((one, statements[0]) for one, statements in told if statements), seen


def findings_around(view: View, finding: Finding) -> Sequence[Finding]:
    """A finding with the conflicts and checks that its members are in."""
    members = set(finding.members)
    beside = (
        one
        for kind in _AGAINST
        for one in view.finding_page(FindingsWanted(kind, beside=finding.id), MOST_BESIDE).items
        if one.id != finding.id and not members.isdisjoint(one.members)
    )
    return (finding, *beside)
