"""Measuring an extractor, or records that somebody else made, on gold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from kashf.evaluation.gold import GoldReport
from kashf.evaluation.reliability import Judged
from kashf.evaluation.scores import Scores, total
from kashf.evaluation.scoring import Assessment, Slip, judge
from kashf.evaluation.table import Group
from kashf.records import Record, Report

__all__ = ["Extractor", "Measurement", "measure", "measure_records", "select"]

Extractor = Callable[[Report], Record]
"""What makes a record of a report."""

UNSAID = "-"


@dataclass(frozen=True, slots=True)
class Measurement:
    """The scores of each language and split, every slip, and every claim that was judged, in the order of the gold."""

    scores: Mapping[Group, Scores]
    slips: tuple[Slip, ...] = ()
    judged: tuple[Judged, ...] = ()

    def overall(self) -> Scores:
        """Everything together."""
        return total(self.scores.values())


def select(gold: Iterable[GoldReport], language: str | None = None, split: str | None = None) -> tuple[GoldReport, ...]:
    """The gold of one language, of one split; all where None is given."""
    return tuple(one for one in gold if language in (None, one.language) and split in (None, one.split))


def measure(gold: Iterable[GoldReport], extract: Extractor) -> Measurement:
    """What an extractor is worth on the gold."""
    return _measured((one, judge(one, extract(one.report()))) for one in gold)


def measure_records(gold: Iterable[GoldReport], records: Iterable[Record]) -> Measurement:
    """What records are worth on the gold. A record is matched to its gold by the file name in its report's source;
    gold without a record is missed altogether.
    """
    by_name = {PurePath(record.report.source).name: record for record in records}
    return _measured((one, judge(one, by_name.get(one.name) or Record(one.report()))) for one in gold)


def _measured(judged: Iterable[tuple[GoldReport, Assessment]]) -> Measurement:
    groups: dict[Group, list[Scores]] = {}
    slips: list[Slip] = []
    claims: list[Judged] = []
    for gold, assessment in judged:
        groups.setdefault((gold.language or UNSAID, gold.split or UNSAID), []).append(assessment.scores)
        slips.extend(assessment.slips)
        claims.extend(assessment.judged)
    totals = {group: total(scores) for group, scores in sorted(groups.items())}
    return Measurement(totals, tuple(slips), tuple(claims))
