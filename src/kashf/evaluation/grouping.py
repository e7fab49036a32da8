"""Stories and copies held against what a reader found: pairs of reports that tell one story, and pairs that are copies.

`groups` is a table of tab-separated values with the columns `file` and `story`; `copies` one with `a`, `b` and `label`
(`near-copy`, `partial`, `distinct`). Files are told by their names.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from kashf.errors import DataError
from kashf.evaluation.scores import Layer
from kashf.evaluation.verdict import Verdict
from kashf.records import Finding

__all__ = ["Pair", "measure_groups", "read_copies", "read_stories"]

Pair = frozenset[str]
"""The names of two files."""
LABELS = {"near": "near-copy", "partial": "partial"}
SHOWN = ("precision", "recall", "f1", "gold", "found")


@dataclass(frozen=True, slots=True)
class _Judged:
    """What was found of one kind of pair, against what is so."""

    name: str
    gold: frozenset[Pair]
    found: frozenset[Pair]

    def layer(self) -> Layer:
        return Layer(len(self.gold & self.found), len(self.gold - self.found), len(self.found - self.gold))

    def misses(self) -> Iterator[str]:
        for what, pairs in (("MISSED", self.gold - self.found), ("EXTRA", self.found - self.gold)):
            yield from sorted(f"{self.name} {what}  {' + '.join(sorted(pair))}" for pair in pairs)


def read_stories(path: Path) -> Mapping[str, str]:
    """The story of each file. Raises DataError where the file is no such table."""
    return {row["file"]: row["story"] for row in _rows(path, ("file", "story"))}


def read_copies(path: Path) -> Mapping[Pair, str]:
    """The label of each pair of files. Raises DataError where the file is no such table."""
    return {frozenset((row["a"], row["b"])): row["label"] for row in _rows(path, ("a", "b", "label"))}


def _rows(path: Path, columns: tuple[str, ...]) -> list[dict[str, str]]:
    try:
        rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines(), delimiter="\t"))
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: this table cannot be read ({error}).") from error
    for number, row in enumerate(rows, 2):
        missing = [column for column in columns if not row.get(column)]
        if missing:
            raise DataError(f"{path}, line {number}: nothing stands under {', '.join(missing)}.")
    return rows


def measure_groups(
    findings: Iterable[Finding],
    names: Mapping[str, str],
    stories: Mapping[str, str] | None = None,
    copies: Mapping[Pair, str] | None = None,
) -> Verdict:
    """Pairs of reports of one story, near copies and partial ones, as far as there is gold of them.

    `names` leads from a report's id to its file's name. Of the gold only what has been read counts, of the findings
    only what the gold speaks of; a pair of files that no row of `copies` names is no copy.
    """
    findings = tuple(findings)
    judged = [*_stories(findings, names, stories or {}), *_copies(findings, names, copies or {})]
    known = {*(stories or {}), *(name for pair in copies or {} for name in pair)}
    plain = {one.name: {name: one.layer().figures()[name] for name in SHOWN} for one in judged}
    unread = tuple(f"NOT READ  {name}" for name in sorted(known - set(names.values())))
    return Verdict(plain, _table(plain), (*unread, *(line for one in judged for line in one.misses())))


def _stories(findings: Iterable[Finding], names: Mapping[str, str], gold: Mapping[str, str]) -> Iterator[_Judged]:
    groups: dict[str, list[str]] = defaultdict(list)
    for name in gold.keys() & set(names.values()):
        groups[gold[name]].append(name)
    if groups:
        yield _Judged("stories", frozenset(_pairs(groups.values())), _within(_pairs_of("story", findings, names), gold))


def _copies(findings: Iterable[Finding], names: Mapping[str, str], gold: Mapping[Pair, str]) -> Iterator[_Judged]:
    read, known = set(names.values()), {name for pair in gold for name in pair}
    for name, label in LABELS.items() if gold else ():
        so = frozenset(pair for pair, given in gold.items() if given == label and pair <= read)
        labelled = (one for one in findings if one.fields.get("label") == label)
        yield _Judged(f"copies.{name}", so, _within(_pairs_of("copy", labelled, names), known))


def _pairs_of(kind: str, findings: Iterable[Finding], names: Mapping[str, str]) -> Iterator[Pair]:
    groups = ([names[report] for report in one.reports if report in names] for one in findings if one.kind == kind)
    return _pairs(groups)


def _pairs(groups: Iterable[Iterable[str]]) -> Iterator[Pair]:
    for group in groups:
        yield from (frozenset(pair) for pair in combinations(dict.fromkeys(group), 2))


def _within(pairs: Iterable[Pair], known: Iterable[str]) -> frozenset[Pair]:
    files = set(known)
    return frozenset(pair for pair in pairs if pair <= files)


def _table(plain: Mapping[str, Mapping[str, float]]) -> str:
    heading = f"{'':16}" + "".join(f"{name:>11}" for name in SHOWN)
    return "\n".join([heading, *(_row(name, row) for name, row in plain.items())])


def _row(name: str, row: Mapping[str, float]) -> str:
    ratios = "".join(f"{row[column]:11.3f}" for column in SHOWN[:3])
    return f"{name:16}{ratios}" + "".join(f"{row[column]:11.0f}" for column in SHOWN[3:])
