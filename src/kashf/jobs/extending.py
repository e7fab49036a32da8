"""Comparing what is new with its neighbours alone, where comparing all that the ledger holds would take long."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from kashf.jobs.rooms import edition
from kashf.ledger import UNDATED, Extension, Nearby, Pending, Signposts, Writer, apply_standings
from kashf.records import Entity, Finding, Record

if TYPE_CHECKING:
    from kashf.comparison.features import Frequencies
    from kashf.comparison.neighbourhood import Key

__all__ = ["extended", "signposts"]

LEAST = 128
"""A smaller collection is always compared as a whole: that takes a second or two."""
GROWN = 2
"""A collection is compared as a whole each time it has doubled: how common words are is counted anew, names are joined
that were left apart, and the price for one report grows with the logarithm of the collection at most."""
LARGEST_SHARE = 8
"""Where more than an eighth of a collection is new, it is compared as a whole."""
AT_ONCE = 24
"""So many reports are taken in at a time."""


def signposts(records: Sequence[Record], entities: Sequence[Entity]) -> Signposts:
    """What further reports will be found by, worked out as it is asked for; none for a small collection."""
    if len(records) < LEAST:
        return Signposts()
    from kashf.comparison.corpus import gather
    from kashf.comparison.features import Counted
    from kashf.names import entity_keys

    counted = Counted.over(gather(records).items)
    several = {feature: count for feature, count in counted.counts.items() if count > 1}
    named = ((entity.id, tuple(entity_keys(entity))) for entity in entities)
    return Signposts(_keyed(records, counted), named, several, len(records))


def _keyed(records: Sequence[Record], counted: Frequencies) -> Iterator[tuple[str, tuple[int, ...]]]:
    from kashf.comparison.neighbourhood import keys_of

    for start in range(0, len(records), AT_ONCE):
        for report, keys in keys_of(records[start : start + AT_ONCE], counted).items():
            yield report, tuple({key.value for key in keys})


def extended(writer: Writer) -> bool:
    """Take in what came since everything was compared; whether that could be done without comparing it all again."""
    with writer.nearby() as nearby:
        pending = _to_be_taken_in(nearby)
        if pending is None or not _take_in(writer, nearby, pending, 0):
            return False
    for start in range(AT_ONCE, len(pending.added), AT_ONCE):
        with writer.nearby() as nearby:
            if not _take_in(writer, nearby, pending, start):
                return False
    return True


def _to_be_taken_in(nearby: Nearby) -> Pending | None:
    """What came since everything was compared; None where it is so much, or such, that all must be compared again."""
    pending, held = nearby.pending(edition()), nearby.reports()
    if pending is None or len(pending.added) + len(pending.gone) > max(1, held // LARGEST_SHARE):
        return None
    return pending if held + len(pending.added) <= GROWN * nearby.collection else None


def _take_in(writer: Writer, nearby: Nearby, pending: Pending, start: int) -> bool:
    """Take in some of what came, from a place on; whether little enough was touched by it."""
    last = start + AT_ONCE >= len(pending.added)
    step = _Step(nearby, pending.added[start : start + AT_ONCE], pending.gone if last else ())
    extension = step.extension(pending.revision if last else None)
    if extension is not None:
        writer.extend(extension)
    return extension is not None


class _Step:
    """Some of the new reports, and what the ledger holds near them (`kashf.comparison.extending.Remembered`)."""

    def __init__(self, nearby: Nearby, added: Sequence[Record], gone: Collection[str]) -> None:
        from kashf.names import name_keys, resolve_further

        self._nearby = nearby
        self._standings = nearby.standings()
        self._gone = frozenset(gone)
        known = tuple(nearby.entities(sorted(nearby.named(name_keys(added)))))
        self._known = {entity.id: entity for entity in known}
        self._further = resolve_further(added, known)
        self._resolved = tuple(map(self._further.resolution.apply, added))
        self._records = {record.report.id: apply_standings(record, self._standings) for record in self._resolved}
        self._entities = {entity.id: entity for entity in self._further.entities}
        self._keys: Mapping[str, tuple[Key, ...]] = {}

    def extension(self, revision: int | None) -> Extension | None:
        """What these reports add; None where so much is touched that everything must be compared."""
        from kashf.comparison.extending import extend
        from kashf.comparison.neighbourhood import keys_of
        from kashf.names import entity_keys

        self._keys = keys_of(tuple(self._records.values()), self.frequencies)
        change = extend(self, self._records.keys(), self._gone, self._nearby.grades())
        if change is None:
            return None
        reports = {report: tuple({key.value for key in keys}) for report, keys in self._keys.items()}
        named = {entity.id: tuple(entity_keys(entity)) for entity in self._further.entities if self._is_renamed(entity)}
        found = Signposts(tuple(reports.items()), tuple(named.items()))
        gone, changed = tuple(sorted(self._gone)), self._further.entities
        return Extension(changed, self._resolved, gone, change.dropped, change.found, revision, found, change.stood)

    def _is_renamed(self, entity: Entity) -> bool:
        """Whether an entity is new, or goes by other names or titles than it did."""
        known = self._known.get(entity.id)
        if known is None:
            return True
        return (known.kind, known.names, known.titles.keys()) != (entity.kind, entity.names, entity.titles.keys())

    @property
    def frequencies(self) -> Frequencies:
        """How common words and names were when everything was last compared."""
        return self._nearby

    def candidates(self, report: str) -> Iterable[str]:
        """The reports that one of those added must be compared with."""
        from kashf.comparison.neighbourhood import candidates, reaches

        published = self._records[report].report.published
        day = published.toordinal() if published else UNDATED
        found = {
            reach: [pair for pair in self._nearby.holders(values, day, reach.days) if pair[1] != report]
            for reach, values in reaches(self._keys[report]).items()
        }
        return candidates(found)

    def records(self, reports: AbstractSet[str]) -> Iterable[Record]:
        """The records of these reports, resolved and judged. What has been asked for once is held."""
        for record in self._nearby.records(sorted(reports - self._records.keys())):
            self._records[record.report.id] = apply_standings(record, self._standings)
        return [self._records[report] for report in sorted(reports & self._records.keys())]

    def findings(self, reports: AbstractSet[str]) -> Iterable[Finding]:
        """The findings that one of these reports takes part in."""
        return self._nearby.findings(sorted(reports))

    def entities(self, records: Sequence[Record]) -> Sequence[Entity]:
        """The entities that these records name."""
        from kashf.comparison.corpus import named_in

        wanted = {entity for record in records for entity in named_in(record)}
        for entity in self._nearby.entities(sorted(wanted - self._entities.keys())):
            self._entities[entity.id] = entity
        return [self._entities[key] for key in sorted(wanted & self._entities.keys())]
