"""Independent origins against what a careful reader counts: every shared claim of the example reports and of the
development reports that two reports or more carried when they were gone through by hand.

The reader's counts. Examples: each of the four stories goes back to one source for everything in it (the statement in
Rome; the ministry's; the indictment; one official who told one agency). Development: so do the listings of July and
August 2015, May and September 2018 and August 2013 (the treasury's releases, other bodies of that state repeating
them), the explosives of July 2015 (a ministry's statement), the ransom of July 2018 (one broadcaster), the arms of
March 2018 (one state's services and prosecution), the bitcoin case (one department) and the two first articles (one
speaker). What is told across stories, or in analyses, is listed with its count.
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
RIGHT_IN_DEVELOPMENT = 0.85
"""The same over the reports that are not ours: nine in ten are wanted, and 57 of 65 are right."""
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
2 kidnap: l004 l006
2 release: l005 l006
2 fund: l009 m005 m006
3 smuggle: l009 l010 l012 l013
3 sell: a l009 l010 s019
3 fund: a b l009 r001
2 capture: l010 l013
2 trade: b s019
2 sell: l011 l013
2 fund: l012 m005 m006
2 freeze: l012 m004
1 kill: l004 l005
1 disrupt: l011 l012
"""
EXAMPLES = """
1 lose: rome-meridian rome-almirsad rome-levant rome-bawabat
1 earn: rome-meridian rome-almirsad
1 transfer: rome-meridian rome-almirsad rome-levant rome-bawabat
1 sell: rome-meridian rome-almirsad rome-levant rome-bawabat
1 smuggle: rome-meridian rome-almirsad
1 fund: rome-meridian rome-almirsad rome-bawabat
1 produce: rome-meridian rome-almirsad rome-levant rome-bawabat
1 buy: rome-meridian rome-almirsad
1 hold: rome-almirsad rome-levant rome-bawabat
1 issue: rome-almirsad rome-levant
1 ransom: ransom-tenere ransom-caravan
1 earn: ransom-tenere wire-items#3
1 ransom: wire-items#3 ransom-caravan
1 smuggle: port-court-almahkama port-court-mariner port-court-gavan
1 sell: port-court-almahkama port-court-mariner port-court-gavan port-court-lettre
1 earn: port-court-almahkama port-court-mariner port-court-gavan
1 transfer: port-court-almahkama port-court-gavan port-court-lettre
1 charge: port-court-almahkama wire-items#2
1 seize: port-court-almahkama port-court-mariner port-court-gavan port-court-lettre
1 sell: port-court-mariner port-court-gavan
1 transfer: exchange-addifaf exchange-ministry wire-items#1
1 arrest: exchange-addifaf exchange-ministry exchange-harbour wire-items#1 exchange-courrier wire-items#2
1 pay: exchange-addifaf exchange-ministry
1 transfer: exchange-addifaf exchange-ministry exchange-harbour wire-items#1 exchange-denial exchange-correction
1 disrupt: exchange-addifaf exchange-ministry wire-items#1 exchange-correction
1 freeze: exchange-addifaf exchange-ministry exchange-harbour wire-items#1 exchange-courrier wire-items#2
1 launder: exchange-addifaf exchange-ministry wire-items#1
1 transfer: exchange-harbour exchange-courrier
1 earn: exchange-courrier exchange-correction
1 transfer: exchange-denial exchange-quayside
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


def judged(
    listed: Sequence[tuple[int, str, frozenset[str]]],
    found: Sequence[tuple[str, frozenset[str], int]],
    right: float = RIGHT,
) -> str:
    """What of a list is told otherwise, a line each; raises where too little of it is told at all."""
    wrong, met = [], 0
    for count, kind, carriers in listed:
        alike = [(_alike(carriers, reports), origins) for type_, reports, origins in found if type_ == kind]
        best, origins = max(alike, default=(0.0, 0))
        if best >= ALIKE:
            met += 1
            wrong += [] if origins == count else [f"{kind} of {' '.join(sorted(carriers))}: {origins}, not {count}"]
    assert met >= STILL_TOLD * len(listed), f"only {met} of {len(listed)} listed claims are still found"
    return "\n".join([f"{met - len(wrong)} of {met} right", *wrong]) if len(wrong) > (1 - right) * met else ""


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of reports that two lists have in common; an example is listed by the beginning of its name."""
    common = sum(any(name.startswith(listed) for name in other) for listed in one)
    return common / (len(one) + len(other) - common)


def rows(table: str, count: int | None = None) -> list[tuple[int, str, frozenset[str]]]:
    listed = []
    for line in filter(None, table.split("\n")):
        kind, _, carriers = line.partition(": ")
        number, _, plain = kind.rpartition(" ")
        listed.append((int(number) if count is None else count, plain, frozenset(carriers.split())))
    return listed


def test_the_list_is_long_enough() -> None:
    assert len(rows(ONE_ORIGIN, 1)) + len(rows(SEVERAL_ORIGINS)) + len(rows(EXAMPLES)) >= 60


def test_origins_of_the_examples() -> None:
    assert judged(rows(EXAMPLES), told(ROOT / "examples" / "reports", example_name)) == ""


@pytest.mark.shared
@pytest.mark.skipif(not REPORTS.exists(), reason="the reports lie beside the project")
def test_origins_of_the_development_reports() -> None:
    found = (*told(REPORTS / "dev", development_name),)
    listed = [*rows(ONE_ORIGIN, 1), *rows(SEVERAL_ORIGINS)]
    known = [(count, kind, carriers) for count, kind, carriers in listed if not carriers & {"a", "b"}]
    assert judged(known, found, RIGHT_IN_DEVELOPMENT) == ""
