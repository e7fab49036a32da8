"""Records and findings as JSON lines: the exchange with everything else that reads or makes them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from kashf.records import Finding, Record, finding_to_json, record_to_json

__all__ = ["write_findings", "write_records"]


def write_records(records: Iterable[Record], out: TextIO) -> int:
    """Writes one line a record, in the record format; returns how many."""
    return _written(map(record_to_json, records), out)


def write_findings(findings: Iterable[Finding], out: TextIO) -> int:
    """Writes one line a finding; returns how many."""
    return _written(map(finding_to_json, findings), out)


def _written(lines: Iterable[str], out: TextIO) -> int:
    count = 0
    for line in lines:
        out.write(f"{line}\n")
        count += 1
    return count
