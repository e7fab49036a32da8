"""What comes into the ledger, and the rows that it becomes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kashf.records import Record, Report

__all__ = ["Kept", "Outcome", "SetAside", "claim_rows"]


@dataclass(frozen=True, slots=True)
class Kept:
    """A report to keep, with its bytes and what was found in it: a record, or why there is none.

    `place` is where in its source it stood: empty for the whole of it, `!name` for a member, `#n` for the n-th.
    """

    report: Report
    raw: bytes
    digest: str
    extractor: str
    place: str = ""
    record: Record | None = None
    failure: str | None = None


@dataclass(frozen=True, slots=True)
class SetAside:
    """Something that could not become a report: where, what is wrong, what to do about it, and its kind."""

    location: str
    what: str
    remedy: str
    kind: str


Outcome = Kept | SetAside


def claim_rows(report_id: str, record: Record) -> list[dict[str, Any]]:
    """The claims of a record, a row each."""
    return [
        {
            "report_id": report_id,
            "ordinal": ordinal,
            "id": claim.id,
            "type": claim.type,
            "starts": claim.evidence.start,
            "ends": claim.evidence.end,
            "evidence": claim.evidence.text,
            "fillers": [[role.role, role.text] for role in claim.roles],
        }
        for ordinal, claim in enumerate(record.claims)
    ]
