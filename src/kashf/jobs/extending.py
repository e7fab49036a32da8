"""Comparing what is new with its neighbours alone, where comparing all that the ledger holds would take long."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kashf.jobs.rooms import edition
from kashf.ledger import UNDATED, Extension, Nearby, Pending, Signposted, Signposts, Writer, apply_standings
from kashf.ledger.derived_rows import chunks
from kashf.records import Entity, Finding, Record

if TYPE_CHECKING:
    from kashf.comparison.features import Frequencies
    from kashf.comparison.fingerprints import Fingerprint
    from kashf.comparison.neighbourhood import Signpost

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
    return Signposts(_signposted(records, counted), named, several, len(records))


def _signposted(records: Sequence[Record], counted: Frequencies) -> Iterator[Signposted]:
    from kashf.comparison.neighbourhood import signposts_of

    for start in range(0, len(records), AT_ONCE):
        found = signposts_of(records[start : start + AT_ONCE], counted)
        yield from map(_plain, found, found.values())


def _plain(report: str, signpost: Signpost) -> Signposted:
    return Signposted(report, tuple({key.value for key in signpost.keys}), signpost.fingerprint)


@dataclass(frozen=True, slots=True)
class _Part:
    """Some of what is taken in: reports that are new, gone, or have claims that were judged anew, and sources that were
    graded anew. The last part has the revision that is then derived in full."""

    added: tuple[Record, ...] = ()
    judged: tuple[str, ...] = ()
    graded: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    revision: int | None = None


def extended(writer: Writer) -> bool:
    """Take in what came since everything was compared; whether that could be done without comparing it all again."""
    with writer.nearby() as nearby:
        pending = _to_be_taken_in(nearby)
        if pending is None:
            return False
        first, *others = _parts(pending)
        if not _take_in(writer, nearby, first):
            return False
    for part in others:
        with writer.nearby() as nearby:
            if not _take_in(writer, nearby, part):
                return False
    return True


def _to_be_taken_in(nearby: Nearby) -> Pending | None:
    """What came since everything was compared; None where it is so much, or such, that all must be compared again."""
    pending, held = nearby.pending(edition()), nearby.reports()
    if pending is None:
        return None
    if len(pending.added) + len(pending.gone) + len(pending.judged) > max(1, held // LARGEST_SHARE):
        return None
    return pending if held + len(pending.added) <= GROWN * nearby.collection else None


def _parts(pending: Pending) -> list[_Part]:
    """What is pending in parts of which each is taken in at once, one at least."""
    parts = [_Part(added=pending.added[start : start + AT_ONCE]) for start in range(0, len(pending.added), AT_ONCE)]
    parts += [_Part(judged=pending.judged[start : start + AT_ONCE]) for start in range(0, len(pending.judged), AT_ONCE)]
    *before, last = parts or [_Part()]
    parts = [*before, replace(last, gone=pending.gone)]
    if pending.graded:
        parts.append(_Part(graded=pending.graded))
    return [*parts[:-1], replace(parts[-1], revision=pending.revision)]


def _take_in(writer: Writer, nearby: Nearby, part: _Part) -> bool:
    """Take in a part; whether little enough was touched by it."""
    with _uncollected():
        extension = _regrading(nearby, part) if part.graded else _Step(nearby, part).extension(part.revision)
        if extension is not None:
            writer.extend(extension)
    return extension is not None


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for garbage within it: what a part is compared by is many small things that go when they are done with,
    and to look for circles among them, and all that is held besides, takes a tenth of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _regrading(nearby: Nearby, part: _Part) -> Extension:
    """The grades of what rests on sources that were graded anew."""
    stood, found = [], []
    for some in chunks(nearby.resting_on(part.graded)):
        for before, after in zip(some, _regraded(nearby, some), strict=True):
            if before != after:
                stood.append(before)
                found.append(after)
    return Extension((), (), (), (), found, part.revision, stood=stood)


def _regraded(nearby: Nearby, assertions: Sequence[Finding]) -> Iterator[Finding]:
    """Assertions with the grades that their sources now have."""
    from kashf.comparison.assertion_findings import regraded
    from kashf.comparison.grades import of_every_name

    named = nearby.named_in(sorted({report for one in assertions for report in one.reports}))
    grades = of_every_name(nearby.grades(), named)
    weighed = [(*one.fields["checks"], *one.fields["conflicts"]) for one in assertions]
    beside = {one.id: one for one in nearby.found(sorted({key for keys in weighed for key in keys}))}
    for one, keys in zip(assertions, weighed, strict=True):
        yield regraded(one, [beside[key] for key in keys], grades)


class _Step:
    """Some of the new reports, and what the ledger holds near them (`kashf.comparison.extending.Remembered`)."""

    def __init__(self, nearby: Nearby, part: _Part) -> None:
        from kashf.names import name_keys, resolve_further

        self._nearby = nearby
        self._standings = nearby.standings()
        self._gone = frozenset(part.gone)
        known = tuple(nearby.entities(sorted(nearby.named(name_keys(part.added)))))
        self._known = {entity.id: entity for entity in known}
        self._further = resolve_further(part.added, known)
        self._resolved = tuple(map(self._further.resolution.apply, part.added))
        self._judged = tuple(nearby.records(part.judged))
        told_anew = (*self._resolved, *self._judged)
        self._records = {record.report.id: apply_standings(record, self._standings) for record in told_anew}
        self._entities = {entity.id: entity for entity in self._further.entities}
        self._found: Mapping[str, Signpost] = {}
        self._fingerprints: dict[str, Fingerprint] = {}

    def extension(self, revision: int | None) -> Extension | None:
        """What these reports add; None where so much is touched that everything must be compared."""
        from kashf.comparison.extending import extend
        from kashf.comparison.neighbourhood import signposts_of

        self._found = signposts_of(tuple(self._records.values()), self.frequencies)
        self._fingerprints.update((report, own.fingerprint) for report, own in self._found.items())
        change = extend(self, frozenset(self._records), self._gone, self._nearby.grades())
        if change is None:
            return None
        return Extension(
            entities=self._further.entities,
            records=self._resolved,
            gone=tuple(sorted(self._gone)),
            dropped=change.dropped,
            findings=change.found,
            revision=revision,
            signposts=self._signposts(),
            stood=change.stood,
            judged=self._judged,
            named=self.entities(self._judged),
        )

    def _signposts(self) -> Signposts:
        """What these reports, and the entities that are new or renamed, are found by."""
        from kashf.names import entity_keys

        named = {entity.id: tuple(entity_keys(entity)) for entity in self._further.entities if self._is_renamed(entity)}
        return Signposts(tuple(map(_plain, self._found, self._found.values())), tuple(named.items()))

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
            for reach, values in reaches(self._found[report].keys).items()
        }
        return candidates(found)

    def records(self, reports: AbstractSet[str]) -> Iterable[Record]:
        """The records of these reports, resolved and judged. What has been asked for once is held."""
        for record in self._nearby.records(sorted(reports - self._records.keys())):
            self._records[record.report.id] = apply_standings(record, self._standings)
        return [self._records[report] for report in sorted(reports & self._records.keys())]

    def fingerprints(self, reports: AbstractSet[str]) -> Mapping[str, Fingerprint]:
        """What was worked out of the words of these reports, as far as it is kept."""
        self._fingerprints.update(self._nearby.fingerprints(sorted(reports - self._fingerprints.keys())))
        return self._fingerprints

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
