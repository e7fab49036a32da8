"""Independent origins against what a careful reader counts: every shared claim of the example reports and of the
development reports that two reports or more carried when they were gone through by hand.

The reader's counts. Examples: each of the four stories goes back to one source for everything in it (the statement in
Rome; the ministry's; the indictment; one official who told one agency). Development: so do the listings of July and
August 2015, May and September 2018 and August 2013 (the treasury's releases, other bodies of that state repeating
them), the explosives of July 2015 (a ministry's statement), the ransom of July 2018 (one broadcaster), the arms of
March 2018 (one state's services and prosecution), the bitcoin case (one department) and the two first articles (one
speaker). What is told across stories, or in analyses, is listed with a bar between the reports of one origin and those
of the next, so that the count is known also where not all of them are found together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest

from kashf.comparison import compare
from kashf.extraction import extract
from kashf.names import resolve
from kashf.reading import Problem, ReadingOptions, locate, parse
from kashf.records import Finding

ROOT = Path(__file__).resolve().parents[2]
REPORTS = ROOT.parent / "shared" / "reports"
RIGHT = 0.9
"""Of the listed claims that are found, so many must have the reader's count."""
RIGHT_IN_DEVELOPMENT = 0.92
"""The same over the reports that are not ours."""
STILL_TOLD = 0.6
"""Of the listed claims so many must still be found over two reports: what is found changes with extraction."""
ALIKE = 0.5
"""A listed claim is the one of its type whose reports agree with the listed ones in this share or more."""

ONE_ORIGIN = """
flee: s021 s022
divert: s021 s022
capture: s021 s022
transfer: s021 s022
receive: s021 s022
buy: s001 s002 s003 s004 s005
designate: s001 s002 s003
designate: s001 s002 s003 s005
designate: s001 s002 s003 s004 s005
smuggle: s001 s002 s003 s004 s005
smuggle: s024 s025 s026 s027 s028 s029
train: s023 s024 s025 s026 s027 s028 s029 s030 s031
receive: s023 s024 s025 s026 s027 s028 s029 s030 s032 s033
arrest: s023 s024 s025 s026 s027 s028 s029 s030 s031 s034
charge: s023 s024 s025 s026 s027 s028 s029
fund: s024 s025 s026 s027 s028 s029 s030
train: s024 s025 s026 s027 s028 s029 s030 s031
train: s023 s024 s025 s026 s027 s028 s029 s030 s031 s033 s034
smuggle: s024 s025
attack: s024 s025 s026 s027 s028 s029 s031
smuggle: s023 s024 s025 s026 s027 s028 s029 s030 s031 s032 s033 s034
smuggle: s023 s024 s025 s026 s027 s028 s029 s031
seize: s023 s024 s025 s026 s027 s028 s029 s030 s032
recruit: s023 s024 s025 s026 s027 s028 s029 s030
seize: s033 s034
arrest: s032 s033 s034
train: s024 s030
train: s023 s024
recruit: s023 s024
buy: s023 s031
designate: s058 s059 s060
designate: s058 s060
freeze: s058 s060
smuggle: n100 n102
attack: n043 n045 n046
designate: n045 n046
fund: n043 n044 n045 n046
smuggle: n045 n046
share: n043 n045
designate: n044 n045
designate: n043 n046
transfer: n067 n068
buy: n067 n068 n069
transfer: n068 n070
release: n067 n068 n069 n070
fund: n069 n070
ransom: n069 n070
designate: n069 n070
ransom: n067 n069 n070
release: n067 n069 n070
smuggle: n058 n059
freeze: n058 n059
transfer: a b
control: a b
lose: a b
attack: a b
issue: a b
produce: a b
hold: a b
fund: m007 r001
travel: m007 r001
supply: m005 m006
broker: m004 m005 m006
fund: m005 m006
designate: m005 m006
divert: m005 m006
control: m005 m006
supply: m004 m005 m006
designate: m004 m005 m006
receive: m005 m006
disrupt: m005 m006
recruit: m004 m005 m006
transfer: m005 m006
"""
SEVERAL_ORIGINS = """
kidnap: l004 | l006
release: l005 | l006
fund: l009 | m005 m006
smuggle: l009 l012 | l010 | l013
sell: a | l009 | l010 s019
fund: a b | l009 | r001
capture: l010 | l013
trade: b | s019
sell: l011 | l013
fund: l012 | m005 m006
freeze: l012 | m004
kill: l004 l005
disrupt: l011 l012
"""
EXAMPLES = """
lose: rome-meridian rome-almirsad rome-levant rome-bawabat
earn: rome-meridian rome-almirsad
transfer: rome-meridian rome-almirsad rome-levant rome-bawabat
sell: rome-meridian rome-almirsad rome-levant rome-bawabat
smuggle: rome-meridian rome-almirsad
fund: rome-meridian rome-almirsad rome-bawabat
produce: rome-meridian rome-almirsad rome-levant rome-bawabat
buy: rome-meridian rome-almirsad
hold: rome-almirsad rome-levant rome-bawabat
issue: rome-almirsad rome-levant
ransom: ransom-tenere ransom-caravan
earn: ransom-tenere wire-items#3
ransom: wire-items#3 ransom-caravan
smuggle: port-court-almahkama port-court-mariner port-court-gavan
sell: port-court-almahkama port-court-mariner port-court-gavan port-court-lettre
earn: port-court-almahkama port-court-mariner port-court-gavan
transfer: port-court-almahkama port-court-gavan port-court-lettre
charge: port-court-almahkama wire-items#2
seize: port-court-almahkama port-court-mariner port-court-gavan port-court-lettre
sell: port-court-mariner port-court-gavan
transfer: exchange-addifaf exchange-ministry wire-items#1
arrest: exchange-addifaf exchange-ministry exchange-harbour wire-items#1 exchange-courrier wire-items#2
pay: exchange-addifaf exchange-ministry
transfer: exchange-addifaf exchange-ministry exchange-harbour wire-items#1 exchange-denial exchange-correction
disrupt: exchange-addifaf exchange-ministry wire-items#1 exchange-correction
freeze: exchange-addifaf exchange-ministry exchange-harbour wire-items#1 exchange-courrier wire-items#2
launder: exchange-addifaf exchange-ministry wire-items#1
transfer: exchange-harbour exchange-courrier
earn: exchange-courrier exchange-correction
transfer: exchange-denial exchange-quayside
"""
COLLECTIONS = {"saudinewsnet": "s", "ant": "n", "allsides": "l", "adversemedia": "m", "nerel": "r", "frpress": "f"}


def development_name(source: str) -> str:
    """How the list calls a development report: the letter of its collection, and its number there."""
    name = source.rsplit("/", 1)[-1]
    match = re.match(r"([a-z]+)_(\d+)", name)
    return COLLECTIONS[match[1]] + match[2] if match else name.partition(".")[0]


def example_name(source: str) -> str:
    """How the list calls an example report: the beginning of its file's name, and its number in a file of several."""
    file, _, number = source.rsplit("/", 1)[-1].partition("#")
    return f"wire-items#{number}" if number else file


@cache
def told(folder: Path, name: Callable[[str], str]) -> tuple[tuple[str, frozenset[str], int], ...]:
    """The type, the reports and the origins of every claim that two reports of a folder carry."""
    reports = {report.id: report for report in _reports(folder)}
    records = [extract(report) for report in reports.values()]
    resolution = resolve(records)
    found = compare([resolution.apply(record) for record in records], resolution.entities)
    return tuple(
        (one.fields["type"], frozenset(name(reports[report].source) for report in one.reports), _origins(one))
        for one in found
        if one.kind == "assertion" and len(one.reports) > 1
    )


def _reports(folder: Path) -> Iterator:
    options = ReadingOptions()
    for located in locate(str(folder), options):
        if isinstance(located, Problem) or located.location.endswith((".md", ".tsv", ".yaml")):
            continue
        for read in parse(located.load(), located.location, options):
            if not isinstance(read, Problem):
                yield read.report


def _origins(finding: Finding) -> int:
    assert finding.independent_origins is not None
    return finding.independent_origins


Listed = tuple[str, Sequence[frozenset[str]]]
"""A type of claim and its carriers, those of each origin together."""


def judged(listed: Sequence[Listed], found: Sequence[tuple[str, frozenset[str], int]], right: float = RIGHT) -> str:
    """What of a list is told otherwise, a line each; raises where too little of it is told at all."""
    wrong, met = [], 0
    for kind, groups in listed:
        carriers = frozenset().union(*groups)
        alike = [(_alike(carriers, reports), origins, reports) for type_, reports, origins in found if type_ == kind]
        best, origins, reports = max(alike, key=lambda one: one[:2], default=(0.0, 0, frozenset[str]()))
        if best >= ALIKE:
            met += 1
            count = sum(_share(group, reports) > 0 for group in groups)
            wrong += [] if origins == count else [f"{kind} of {' '.join(sorted(carriers))}: {origins}, not {count}"]
    assert met >= STILL_TOLD * len(listed), f"only {met} of {len(listed)} listed claims are still found"
    return "\n".join([f"{met - len(wrong)} of {met} right", *wrong]) if len(wrong) > (1 - right) * met else ""


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of reports that two lists have in common."""
    common = _share(one, other)
    return common / (len(one) + len(other) - common)


def _share(listed: frozenset[str], reports: frozenset[str]) -> int:
    """How many of the listed reports are among others; an example is listed by the beginning of its name."""
    return sum(any(name.startswith(one) for name in reports) for one in listed)


def rows(table: str) -> list[Listed]:
    listed = []
    for line in filter(None, table.split("\n")):
        kind, _, carriers = line.partition(": ")
        listed.append((kind, [frozenset(group.split()) for group in carriers.split("|")]))
    return listed


def test_the_list_is_long_enough() -> None:
    assert len(rows(ONE_ORIGIN)) + len(rows(SEVERAL_ORIGINS)) + len(rows(EXAMPLES)) >= 60


def test_origins_of_the_examples() -> None:
    assert judged(rows(EXAMPLES), told(ROOT / "examples" / "reports", example_name)) == ""


@pytest.mark.shared
@pytest.mark.skipif(not REPORTS.exists(), reason="the reports lie beside the project")
def test_origins_of_the_development_reports() -> None:
    found = (*told(REPORTS / "dev", development_name),)
    listed = [*rows(ONE_ORIGIN), *rows(SEVERAL_ORIGINS)]
    known = [row for row in listed if frozenset().union(*row[1]).isdisjoint({"a", "b"})]
    assert judged(known, found, RIGHT_IN_DEVELOPMENT) == ""
