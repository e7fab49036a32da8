"""Records, findings, entities and judgements as JSON lines: the exchange with everything that reads or makes them."""

from __future__ import annotations

import json
from typing import TextIO

from kashf.exchange.holdings import Holdings
from kashf.records import Record, finding_to_json, record_to_json, unstructure

__all__ = ["EntityLineWriter", "ExtractedWriter", "FindingWriter", "JudgementWriter", "RecordWriter"]


class RecordWriter:
    """One line a record, in the record format."""

    def __init__(self, target: TextIO, holdings: Holdings) -> None:
        self._target = target
        self._holdings = holdings

    def write(self, record: Record) -> None:
        """A record with the judgements applied."""
        self._put(record_to_json(record))

    def finalize(self) -> None:
        """Nothing is left to write."""

    def _put(self, line: str) -> None:
        self._target.write(f"{line}\n")


class ExtractedWriter(RecordWriter):
    """One line a record, as extraction left it: for another ledger, which then judges and compares by itself."""

    def write(self, record: Record) -> None:
        """Passed over: what is judged is not what was extracted."""

    def finalize(self) -> None:
        """The records."""
        for record in self._holdings.view.extracted():
            self._put(record_to_json(record))


class FindingWriter(RecordWriter):
    """One line a finding."""

    def write(self, record: Record) -> None:
        """Passed over."""

    def finalize(self) -> None:
        """The findings."""
        for finding in self._holdings.view.each_finding():
            self._put(finding_to_json(finding))


class EntityLineWriter(RecordWriter):
    """One line an entity, in the order of their ids."""

    def write(self, record: Record) -> None:
        """Passed over."""

    def finalize(self) -> None:
        """The entities."""
        for entity in self._holdings.view.each_entity():
            self._put(json.dumps(unstructure(entity), ensure_ascii=False))


class JudgementWriter(RecordWriter):
    """One line a judgement, in the order in which they were made."""

    def write(self, record: Record) -> None:
        """Passed over."""

    def finalize(self) -> None:
        """The judgements."""
        for judgement in self._holdings.view.judgements():
            self._put(json.dumps(unstructure(judgement), ensure_ascii=False))
