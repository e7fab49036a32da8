"""Records and findings as JSON lines: the exchange with everything else that reads or makes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kashf.records import Finding, Record, finding_to_json, record_to_json

__all__ = ["finding_lines", "record_lines"]


def record_lines(records: Iterable[Record]) -> Iterator[str]:
    """One line a record, in the record format."""
    return map(record_to_json, records)


def finding_lines(findings: Iterable[Finding]) -> Iterator[str]:
    """One line a finding."""
    return map(finding_to_json, findings)
