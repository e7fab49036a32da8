"""Making a brief for a page or a program, of all, of a name or words, or of a type of claim."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from pydantic import BaseModel

from kashf.domain.predicates import claim_types
from kashf.ledger import Drawn, View, Within
from kashf.views import Brief, BriefOptions, brief, gather
from kashf.views.dossier import Dossier
from kashf.views.excerpt import excerpt
from kashf.workbench.drawn import Told
from kashf.workbench.ledgers import Kept, counted
from kashf.workbench.refusing import RefusedError

__all__ = ["OfWhat", "is_part", "made"]

WHOLE = 200
"""Reports of which a brief is made while somebody waits; of a larger ledger the heaviest statements are told."""
MOST_STATEMENTS, CARRIERS = 60, 2


class OfWhat(BaseModel):
    """Whom or what a brief is about (an id, a name in any spelling, or words), and of which type of claim."""

    about: Told = None
    type: Told = None


def is_part(reports: int) -> bool:
    """Whether of a ledger of so many reports the heaviest statements alone are told."""
    return reports > WHOLE


def made(kept: Kept, view: View, wanted: OfWhat, language: str) -> Brief:
    """The brief. Raises RefusedError where there is no such type."""
    if wanted.type is not None and wanted.type not in claim_types():
        raise RefusedError(422, "type", type=wanted.type[:80], types=", ".join(claim_types()))
    held = counted(kept, view).reports
    options = BriefOptions(
        language=language,
        about=(wanted.about or "").strip() or None,
        types=(wanted.type,) if wanted.type else (),
        made=datetime.now().astimezone(),
        ledger=kept.settings.ledger.name,
        out_of=held if is_part(held) else None,
    )
    return brief(_part(view, options) if is_part(held) else gather(view), options)


def _part(view: View, options: BriefOptions) -> Dossier:
    """The heaviest statements that are meant, with their first carriers and all that these are in dispute over."""
    with view.pictures() as drawing:
        drawn = Drawn(types=tuple(options.types), about=options.about)
        told = drawing.statements(drawn, Within(), MOST_STATEMENTS).items
    findings = view.findings_with(one.statement for one in told if one.statement.startswith("f-"))
    part = excerpt(view, findings, [one.report for one in told], CARRIERS)
    reports = [record.report.id for record in part.records]
    further = view.findings_in(reports, "assertion", "conflict", "check", "story", "copy")
    return replace(part, findings=tuple({one.id: one for one in (*findings, *further)}.values()))
