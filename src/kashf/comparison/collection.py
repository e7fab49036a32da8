"""A collection of reports held in memory, to which further ones are added at the price of what they touch."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from kashf.comparison.compare import KINDS, NO_GRADES, compare
from kashf.comparison.corpus import by_publication, gather, named_in
from kashf.comparison.extending import extend
from kashf.comparison.features import Counted, Frequencies
from kashf.comparison.fingerprints import Fingerprint
from kashf.comparison.neighbourhood import Signpost, candidates, reaches, signposts_of
from kashf.records import Entity, Finding, Record

__all__ = ["Collection"]

UNDATED = 0
"""Stands for the day of a report that has none: no report is of the year 1."""
GROWN = 2
"""Once the collection is so many times as large as when words were last counted, everything is compared anew."""
LEAST = 128
"""A smaller collection is always compared as a whole."""

Place = tuple[int, str]
"""A day and a report's id."""


class Collection:
    """Reports that have been compared, in memory.

    Entities are those over all reports; who adds reports names those that they bring or change. `grades` are the
    analyst's of sources and outlets; a collection of fewer reports than `least` is always compared as a whole.
    """

    def __init__(
        self,
        records: Sequence[Record] = (),
        entities: Sequence[Entity] = (),
        grades: Mapping[str, str] = NO_GRADES,
        least: int = LEAST,
    ) -> None:
        self._grades = grades
        self._least = least
        self._records = {record.report.id: record for record in records}
        self._entities = {entity.id: entity for entity in entities}
        self._compare()

    @property
    def frequencies(self) -> Frequencies:
        """How common words and names were when everything was last compared."""
        return self._frequencies

    def all_findings(self) -> tuple[Finding, ...]:
        """The findings in the order in which `compare` gives them."""
        return tuple(sorted(self._found.values(), key=self._order))

    def add(self, records: Sequence[Record], entities: Iterable[Entity] = ()) -> None:
        """Take in further reports, and the entities that they bring or change. Known ones are exchanged."""
        added = {record.report.id: record for record in records}
        self._forget_keys(added.keys() & self._records.keys())
        self._records.update(added)
        self._entities.update((entity.id, entity) for entity in entities)
        self._remember(signposts_of(records, self._frequencies))
        self._follow(added.keys(), frozenset())

    def leave_out(self, reports: AbstractSet[str]) -> None:
        """Take these reports out."""
        self._forget_keys(reports)
        for report in reports:
            del self._records[report]
        self._follow(frozenset(), reports)

    def _forget_keys(self, reports: AbstractSet[str]) -> None:
        for report in reports:
            for value in {key.value for key in self._found_by.pop(report).keys}:
                self._postings[value].remove(self._place(report))

    def _follow(self, added: AbstractSet[str], gone: AbstractSet[str]) -> None:
        if self._least <= len(self._records) < GROWN * self._frequencies.collection:
            change = extend(self, added, gone, self._grades)
            if change is not None:
                self._exchange(change.dropped, change.found)
                return
        self._compare()

    def candidates(self, report: str) -> Iterable[str]:
        """The reports that one of those added must be compared with."""
        day = self._place(report)[0]
        found = {
            reach: [pair for value in values for pair in self._holders(value, report, day, reach.days)]
            for reach, values in reaches(self._found_by[report].keys).items()
        }
        return candidates(found)

    def records(self, reports: AbstractSet[str]) -> Iterable[Record]:
        """The records of these reports."""
        return [self._records[report] for report in reports]

    def fingerprints(self, reports: AbstractSet[str]) -> Mapping[str, Fingerprint]:
        """What was worked out of some of these reports before, as their records are now."""
        return {report: self._found_by[report].fingerprint for report in reports}

    def findings(self, reports: AbstractSet[str]) -> Iterable[Finding]:
        """The findings that one of these reports takes part in."""
        ids = {found for report in reports for found in self._of_report.get(report, ())}
        return [self._found[found] for found in ids]

    def entities(self, records: Sequence[Record]) -> Sequence[Entity]:
        """The entities that these records name."""
        return self._named(records)

    def _named(self, records: Sequence[Record]) -> Sequence[Entity]:
        ids = {key for record in records for key in named_in(record)}
        return [self._entities[key] for key in ids if key in self._entities]

    def _compare(self) -> None:
        records = sorted(self._records.values(), key=lambda record: (by_publication(record), record.report.id))
        entities = tuple(self._entities.values())
        self._frequencies = Counted.over(gather(records, entities).items)
        self._found: dict[str, Finding] = {}
        self._of_report: dict[str, set[str]] = defaultdict(set)
        self._postings: dict[int, list[Place]] = {}
        self._found_by: dict[str, Signpost] = {}
        self._remember(signposts_of(records, self._frequencies))
        self._exchange((), compare(records, entities, self._grades, self._frequencies))

    def _remember(self, signposts: Mapping[str, Signpost]) -> None:
        self._found_by.update(signposts)
        for report, signpost in signposts.items():
            place = self._place(report)
            for value in {key.value for key in signpost.keys}:
                insort(self._postings.setdefault(value, []), place)

    def _place(self, report: str) -> Place:
        published = self._records[report].report.published
        return (published.toordinal() if published else UNDATED), report

    def _holders(self, key: int, report: str, day: int, days: int | None) -> Iterator[tuple[int, str]]:
        """The other reports that have a key, as far as they lie near."""
        places = self._postings.get(key, [])
        near = places
        if days is not None and day != UNDATED:
            undated = places[: bisect_left(places, (UNDATED + 1, ""))]
            near = undated + places[bisect_left(places, (day - days, "")) : bisect_right(places, (day + days, "~"))]
        return ((key, other) for _, other in near if other != report)

    def _exchange(self, dropped: Iterable[str], found: Iterable[Finding]) -> None:
        for key in dropped:
            self._forget(key)
        for finding in found:
            self._forget(finding.id)
            self._found[finding.id] = finding
            for report in finding.reports:
                self._of_report[report].add(finding.id)

    def _forget(self, key: str) -> None:
        finding = self._found.pop(key, None)
        for report in finding.reports if finding else ():
            self._of_report[report].discard(key)

    def _order(self, finding: Finding) -> tuple[int, object, str, str]:
        first = self._records[finding.reports[0]]
        return (KINDS.index(finding.kind), by_publication(first), first.report.id, finding.id)
