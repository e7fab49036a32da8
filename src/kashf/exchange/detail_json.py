"""One thing in full, as JSON: the objects are those of `brief_keys.yaml`."""

from __future__ import annotations

import json

from kashf.records import unstructure
from kashf.views.details import ClaimDetail, Detail, EntityDetail, ReportDetail
from kashf.views.dossier import Dossier

__all__ = ["detail_json"]


def detail_json(detail: Detail, dossier: Dossier) -> str:
    """The detail with what it is, as one JSON object; a report with its record in the record format."""
    plain = {"shows": _kind(detail), **unstructure(detail)}
    if isinstance(detail, ReportDetail):
        plain["record"] = next(unstructure(one) for one in dossier.records if one.report.id == detail.report.id)
    return json.dumps(plain, ensure_ascii=False, indent=2)


def _kind(detail: Detail) -> str:
    if isinstance(detail, ClaimDetail):
        return "claim"
    if isinstance(detail, EntityDetail):
        return "entity"
    return "report" if isinstance(detail, ReportDetail) else "finding"
