"""Reports are added to a collection that has been compared: only what they touch is compared again.

1. What the new reports share with others says which they may have to do with; 2. these are compared with them, with the
weights of the whole collection; 3. where that takes a story, a quote or an assertion apart of which not all reports are
at hand, the rest is fetched and the comparison made once more; 4. the findings that came out otherwise than they stood
are exchanged.

What comes out is what comparing everything would give with the same weights. Exceptions are what blocks too large to be
compared in full hide from one way or the other, and reports of which a single rare word in common was the only tie.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from kashf.comparison.compare import NO_GRADES, compare
from kashf.comparison.corpus import by_publication
from kashf.comparison.features import Frequencies
from kashf.comparison.fingerprints import Fingerprint
from kashf.records import Entity, Finding, Record

__all__ = ["Change", "Remembered", "extend"]

DIVIDING = frozenset({"story", "quote", "assertion"})
"""Of these kinds a report, a quote or a claim is in one finding at most."""
MOST_ROUNDS = 4
MOST_REPORTS = 1_500
"""What touches more reports than this is left to a comparison of everything."""


class Remembered(Protocol):
    """What is known of the collection that reports are added to."""

    @property
    def frequencies(self) -> Frequencies:
        """How common words and names were when everything was last compared."""

    def candidates(self, report: str) -> Iterable[str]:
        """The reports that one of those added must be compared with."""

    def records(self, reports: AbstractSet[str]) -> Iterable[Record]:
        """The records of these reports, resolved and judged, also of those added."""

    def fingerprints(self, reports: AbstractSet[str]) -> Mapping[str, Fingerprint]:
        """What was worked out of some of these reports before, as their records are now."""

    def findings(self, reports: AbstractSet[str]) -> Iterable[Finding]:
        """The findings that one of these reports takes part in."""

    def entities(self, records: Sequence[Record]) -> Sequence[Entity]:
        """The entities that these records name."""


@dataclass(frozen=True, slots=True)
class Change:
    """What adding reports changes: the ids of findings that hold no longer, and the findings new or read otherwise;
    `stood` are those of both that were there before, as they stood."""

    dropped: tuple[str, ...]
    found: tuple[Finding, ...]
    stood: tuple[Finding, ...]


def extend(
    known: Remembered,
    added: AbstractSet[str],
    gone: AbstractSet[str] = frozenset(),
    grades: Mapping[str, str] = NO_GRADES,
) -> Change | None:
    """What the added reports, and those that are gone, change; None where it is so much that all must be compared."""
    region = {other for report in added for other in known.candidates(report)} - gone
    for _ in range(MOST_ROUNDS):
        region |= added
        if len(region) > MOST_REPORTS:
            return None
        records = sorted(known.records(region), key=lambda record: (by_publication(record), record.report.id))
        prints = known.fingerprints(region)
        found = compare(records, known.entities(records), grades, known.frequencies, fingerprints=prints)
        stood = {finding.id: finding for finding in known.findings(region | gone)}
        shift = _Shift(added, gone, frozenset(region), found, stood)
        missing = shift.missing()
        if not missing:
            return shift.change()
        region |= missing
    return None


@dataclass(frozen=True, slots=True)
class _Shift:
    """The findings over a region as they stood and as they come out with the added reports and without those gone."""

    added: AbstractSet[str]
    gone: AbstractSet[str]
    region: AbstractSet[str]
    found: Sequence[Finding]
    stood: Mapping[str, Finding]

    def missing(self) -> set[str]:
        """The reports outside the region that take part in what changes, or in a story with one that does."""
        moved, before = self._in_play()
        parts = {report for finding in (*moved, *before) for report in finding.reports}
        stories = (
            report
            for finding in self.stood.values()
            if finding.kind in ("story", "copy") and not parts.isdisjoint(finding.reports)
            for report in finding.reports
        )
        return parts.union(stories) - self.region - self.gone

    def change(self) -> Change:
        """What is exchanged, once all that changes lies within the region."""
        moved, before = self._in_play()
        kept = {finding.id for finding in self.found}
        dropped = tuple(finding.id for finding in before if finding.id not in kept)
        found = tuple(finding for finding in moved if self.stood.get(finding.id) != finding)
        stood = (self.stood.get(key) for key in (*dropped, *(finding.id for finding in found)))
        return Change(dropped, found, tuple(finding for finding in stood if finding is not None))

    def _in_play(self) -> tuple[list[Finding], list[Finding]]:
        """The findings that the added and the gone reports may have changed: as they come out, and as they stood."""
        unsettled = self._unsettled()
        moved = [finding for finding in self.found if self._is_touched(finding, unsettled)]
        ids, taken = {finding.id for finding in moved}, _members(moved)
        before = [
            finding
            for finding in self.stood.values()
            if finding.id in ids or self._is_touched(finding, unsettled) or _shares(finding, taken)
        ]
        freed = _members(before)
        moved += [finding for finding in self.found if finding.id not in ids and _shares(finding, freed)]
        told = {report for finding in (*moved, *before) if finding.kind == "story" for report in finding.reports}
        self._take_in(moved, before, lambda finding: _is_of_stories(finding, told))
        for _ in ("their conflicts", "the other side of these"):
            ids = {finding.id for finding in (*moved, *before)}
            self._take_in(moved, before, partial(_rests_on, ids=ids))
        return moved, before

    def _take_in(self, moved: list[Finding], before: list[Finding], is_moved: Callable[[Finding], bool]) -> None:
        """Adds the further findings of which that is so, as they come out and as they stood."""
        held = {id(finding) for finding in (*moved, *before)}
        before += [other for other in self.stood.values() if id(other) not in held and is_moved(other)]
        moved += [other for other in self.found if id(other) not in held and is_moved(other)]

    def _unsettled(self) -> frozenset[str]:
        """The reports that came into another story, or under another first copy, by those added or gone."""
        before, after = _story_of(self.stood.values()), _story_of(self.found)
        whole = {finding.id for finding in self.stood.values() if self._is_whole(finding)}
        moved = {report for report in self.region - self.added if before.get(report) != after.get(report)}
        copied = {
            report
            for finding in (*self.found, *self.stood.values())
            if finding.kind == "copy" and not {*self.added, *self.gone}.isdisjoint(finding.reports[:1])
            for report in finding.reports
        }
        return frozenset(copied | {report for report in moved if before.get(report) is None or before[report] in whole})

    def _is_touched(self, finding: Finding, unsettled: AbstractSet[str]) -> bool:
        return any(report in self.added or report in self.gone or report in unsettled for report in finding.reports)

    def _is_whole(self, finding: Finding) -> bool:
        return all(report in self.region or report in self.gone for report in finding.reports)


def _members(findings: Iterable[Finding]) -> set[tuple[str, str]]:
    return {(finding.kind, member) for finding in findings if finding.kind in DIVIDING for member in finding.members}


def _shares(finding: Finding, members: AbstractSet[tuple[str, str]]) -> bool:
    return any((finding.kind, member) in members for member in finding.members)


def _is_of_stories(finding: Finding, within: AbstractSet[str]) -> bool:
    """Whether it rests on all reports of these stories: a translation, whose model is the likeliest of its story, or a
    check across reports."""
    whole = finding.fields.get("label") == "translation" or (finding.kind == "check" and len(finding.reports) > 1)
    return whole and all(report in within for report in finding.reports)


def _rests_on(finding: Finding, ids: AbstractSet[str]) -> bool:
    """Whether a conflict is one of these assertions', or an assertion has one of these conflicts."""
    fields = finding.fields
    return not ids.isdisjoint(
        (fields.get("assertion"), fields.get("denial"), fields.get("other"), *fields.get("conflicts", ()))
    )


def _story_of(findings: Iterable[Finding]) -> Mapping[str, str]:
    return {report: finding.id for finding in findings if finding.kind == "story" for report in finding.reports}
