from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from kashf.comparison import compare
from kashf.extraction import extract
from kashf.names import resolve
from kashf.reading import Problem, ReadingOptions, locate, parse
from kashf.records import Entity, Finding, Record

REPORTS = Path(__file__).parents[2] / "examples" / "reports"


@dataclass(frozen=True)
class Brief:
    """All example reports as they were read, by the key that expected.yaml names them by, and what was found."""

    records: Mapping[str, Record]
    entities: tuple[Entity, ...]
    findings: tuple[Finding, ...]

    def id(self, key: str) -> str:
        """The id of the report of this key."""
        return self.records[key].report.id

    def ids(self, keys: list[str]) -> set[str]:
        """The ids of the reports of these keys."""
        return set(map(self.id, keys))

    def of_kind(self, kind: str, named: str | None = None) -> list[Finding]:
        """The findings of a kind; of conflicts and checks, those of one name."""
        found = (finding for finding in self.findings if finding.kind == kind)
        return [finding for finding in found if named is None or finding.fields.get(kind) == named]


def _read() -> Iterator[tuple[str, Record]]:
    options = ReadingOptions()
    for located in locate(str(REPORTS), options):
        assert not isinstance(located, Problem), located
        for parsed in parse(located.load(), located.location, options):
            assert not isinstance(parsed, Problem), parsed
            yield parsed.report.source.rsplit("/", 1)[-1], extract(parsed.report)


@pytest.fixture(scope="session")
def brief() -> Brief:
    """What is found in the examples, from the files to the findings."""
    extracted = dict(_read())
    resolution = resolve(list(extracted.values()))
    records = {key: resolution.apply(record) for key, record in extracted.items()}
    findings = compare(list(records.values()), resolution.entities)
    return Brief(records, resolution.entities, tuple(findings))
