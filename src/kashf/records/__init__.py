"""The words of the domain: what one report becomes, as frozen values. No logic beyond invariants."""

from kashf.records.claims import Attribution, Claim, Link, Role
from kashf.records.codec import (
    finding_from_json,
    finding_to_json,
    record_from_json,
    record_to_json,
    structure,
    unstructure,
)
from kashf.records.findings import Finding, Origin
from kashf.records.identity import content_id
from kashf.records.listed import Listed, Watchlist
from kashf.records.record import Record
from kashf.records.refusals import Refusal
from kashf.records.report import Region, Report
from kashf.records.spans import Figure, Mention, Moment, Quantity, Quote, Span, Speaker
from kashf.records.standing import Entity, Judgement

__all__ = [
    "Attribution",
    "Claim",
    "Entity",
    "Figure",
    "Finding",
    "Judgement",
    "Link",
    "Listed",
    "Mention",
    "Moment",
    "Origin",
    "Quantity",
    "Quote",
    "Record",
    "Refusal",
    "Region",
    "Report",
    "Role",
    "Span",
    "Speaker",
    "Watchlist",
    "content_id",
    "finding_from_json",
    "finding_to_json",
    "record_from_json",
    "record_to_json",
    "structure",
    "unstructure",
]
