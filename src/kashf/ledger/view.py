"""Reading a ledger: any number of views at a time, next to the one that writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection

from kashf.errors import LedgerError
from kashf.ledger.contents import ClaimPlace, Contents, Totals
from kashf.ledger.derived import Derived, Marks
from kashf.ledger.evidence import Failed, SetAside
from kashf.ledger.histories import Histories
from kashf.ledger.involvement import EntityHead, Involved, Involvement, Neighbour
from kashf.ledger.judgements import Judged, Judgements, Standing, apply_standings
from kashf.ledger.lists import KeptList, Lists
from kashf.ledger.opening import ledger_errors, open_to_read
from kashf.ledger.pages import FindingsWanted, Page, Pages, Place, ReportHead, ReportsWanted
from kashf.ledger.pictures import Pictures
from kashf.ledger.search import Candidates, Hit, Query, SearchIndex
from kashf.ledger.succession import Succession
from kashf.records import Entity, Finding, Judgement, Record, Report, Watchlist
from kashf.records.findings import FindingKind

__all__ = ["View"]


class View:
    """A view of a ledger as it stood when it was first read from; `refresh` shows what was written since.

    Only current versions of reports are shown, but where it says otherwise; rejected claims are left out and corrected
    ones shown corrected, but in `extracted`. Every method raises LedgerError where the ledger can not be read. One
    view belongs to one thread.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        """Open the ledger. Raises LedgerError where there is none, or none that this code can read."""
        with ExitStack() as stack:
            engine = open_to_read(self.path)
            stack.callback(engine.dispose)
            self._opened = stack.enter_context(engine.connect())
            self._state = self._state_of_file()
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the view."""
        self._stack.close()

    def refresh(self) -> None:
        """Show from now on what is in the ledger now."""
        self._opened.rollback()

    def is_current(self) -> bool:
        """Whether the ledger is still the file that was opened, with the same schema: else it is to be opened anew."""
        try:
            with self._connection():
                return self._state_of_file() == self._state
        except (LedgerError, OSError):
            return False
        finally:
            self._opened.rollback()

    def _state_of_file(self) -> tuple[int, ...]:
        """What differs where another file took the ledger's place, it was written while nobody could tell, or its
        tables were changed."""
        told = self.path.stat()
        schema = int(self._opened.exec_driver_sql("PRAGMA schema_version").scalar_one())
        self._opened.rollback()
        return told.st_dev, told.st_ino, told.st_size, told.st_mtime_ns, schema

    def reports(self) -> Iterator[Report]:
        """The current reports, oldest publication first, those without a date last."""
        with self._connection() as connection:
            yield from Contents(connection).reports()

    def report(self, report_id: str) -> Report | None:
        """One report, superseded or not; None where there is none of that id."""
        with self._connection() as connection:
            return Contents(connection).report(report_id)

    def versions(self, report_id: str) -> tuple[str, ...]:
        """The ids of all versions of a report: the current one, then those it superseded, the latest first."""
        with self._connection() as connection:
            return Contents(connection).versions(report_id)

    def raw(self, report_id: str) -> bytes | None:
        """The bytes a report was read from; None where they were above the limit, or there is no such report."""
        with self._connection() as connection:
            return Contents(connection).raw(report_id)

    def digest(self, report_id: str) -> str | None:
        """The SHA-256 of the bytes a report was read from, in hexadecimal; None where there is none of that id."""
        with self._connection() as connection:
            return Contents(connection).digest(report_id)

    def read_at(self, report_id: str) -> datetime | None:
        """When a report was first read, in UTC; None where there is none of that id."""
        with self._connection() as connection:
            return Contents(connection).read_at(report_id)

    def changed_at(self) -> tuple[datetime, datetime] | None:
        """When the first report was read, and when evidence or judgements last changed; None before the first."""
        with self._connection() as connection:
            return Contents(connection).changed_at()

    def extracted(self) -> Iterator[Record]:
        """The records as extraction left them: entities have keys of the record's own, no judgement is applied."""
        with self._connection() as connection:
            yield from Contents(connection).extracted()

    def records(self) -> Iterator[Record]:
        """The records with their entities, as the analysts have them: the ones to show and to export."""
        with self._connection() as connection:
            standings = Judgements(connection).standings()
            for record in Contents(connection).resolved():
                yield apply_standings(record, standings)

    def record(self, report_id: str) -> Record | None:
        """The record of one current report, as `records` gives it; None where there is none."""
        with self._connection() as connection:
            standings = Judgements(connection).standings_in((report_id,))
            found = (apply_standings(record, standings) for record in Contents(connection).resolved(report_id))
            return next(found, None)

    def records_of(self, report_ids: Iterable[str]) -> tuple[Record, ...]:
        """The records of these current reports, in the order of `records`; ids of none are passed over."""
        wanted = tuple(report_ids)
        if not wanted:
            return ()
        with self._connection() as connection:
            standings = Judgements(connection).standings_in(wanted)
            return tuple(apply_standings(record, standings) for record in Contents(connection).resolved(*wanted))

    def report_page(self, wanted: ReportsWanted, limit: int, after: Place | None = None) -> Page[ReportHead]:
        """Some of the current reports, the last read first. Raises PlaceError where `after` is no place in them."""
        with self._connection() as connection:
            return Pages(connection).reports(wanted, limit, after)

    def report_heads(self, ids: Iterable[str]) -> tuple[ReportHead, ...]:
        """What lists say of these reports, in no order; ids of none are passed over."""
        with self._connection() as connection:
            return Pages(connection).report_heads(ids)

    def finding_page(self, wanted: FindingsWanted, limit: int, after: Place | None = None) -> Page[Finding]:
        """Some of the findings of a kind. Raises PlaceError where `after` is no place in their order."""
        with self._connection() as connection:
            return Pages(connection).findings(wanted, limit, after)

    def entity_page(self, kind: str | None, limit: int, after: Place | None = None) -> Page[Entity]:
        """Some of the entities of a kind or of all, the most mentioned first, without the reports that name them.

        Raises PlaceError where `after` is no place in that order.
        """
        with self._connection() as connection:
            return Pages(connection).entities(kind, limit, after)

    def findings_in(self, report_ids: Iterable[str], *kinds: FindingKind) -> tuple[Finding, ...]:
        """The findings of these kinds that any of these reports takes part in, each once, in no order."""
        with self._connection() as connection:
            return Pages(connection).findings_in(report_ids, kinds)

    def findings_with(self, ids: Iterable[str]) -> tuple[Finding, ...]:
        """The findings that have these ids, in no order."""
        with self._connection() as connection:
            return Pages(connection).findings_with(ids)

    def entities_in(self, report_ids: Iterable[str]) -> tuple[Entity, ...]:
        """The entities that these reports name; of the reports that name them, these alone are told."""
        with self._connection() as connection:
            return Pages(connection).entities_in(report_ids)

    def entity_names(self, *kinds: str) -> Iterator[Entity]:
        """The entities of these kinds, without the reports that name them."""
        with self._connection() as connection:
            yield from Pages(connection).entities_of(kinds)

    def entity_count(self) -> int:
        """How many entities there are."""
        with self._connection() as connection:
            return Involvement(connection).count()

    def entities_led_to(self, keys: Iterable[int], name: str, called: Iterable[str], limit: int) -> tuple[Entity, ...]:
        """Entities that keys of a name, or words of it, lead to, and those of these ids, without the reports that name
        them; those that may be meant are among them."""
        with self._connection() as connection:
            return Involvement(connection).led_to(keys, name, called, limit)

    def has_name_keys(self) -> bool:
        """Whether keys of names lead to entities: in a small ledger they do not."""
        with self._connection() as connection:
            return Involvement(connection).has_keys()

    def entities_keyed(self, keys: Iterable[int], kinds: Iterable[str], limit: int) -> tuple[Entity, ...]:
        """Entities of some kinds that keys lead to, without the reports that name them; those that most do first."""
        with self._connection() as connection:
            return Involvement(connection).keyed(keys, kinds, limit)

    def each_name(self) -> Iterator[tuple[str, str]]:
        """The ids of all entities with their names, the most mentioned first."""
        with self._connection() as connection:
            yield from Involvement(connection).names()

    def naming(self, entity_id: str, most: int) -> tuple[str, ...]:
        """The ids of the latest reports that name an entity, at most so many."""
        with self._connection() as connection:
            return Pages(connection).naming(entity_id, most)

    def entities(self) -> tuple[Entity, ...]:
        """The entities over all that has been read, the most mentioned first."""
        with self._connection() as connection:
            return tuple(Derived(connection).entities())

    def findings(self, *kinds: str) -> tuple[Finding, ...]:
        """What comparing found, of these kinds or of all, in the order in which it gave them."""
        with self._connection() as connection:
            return tuple(Derived(connection).findings(*kinds))

    def each_entity(self) -> Iterator[Entity]:
        """The entities one at a time, in the order of their ids."""
        with self._connection() as connection:
            yield from Derived(connection).each_entity()

    def entity(self, entity_id: str) -> Entity | None:
        """One entity; None where there is none of that id."""
        with self._connection() as connection:
            return Derived(connection).entity(entity_id)

    def entity_head(self, entity_id: str) -> EntityHead | None:
        """One entity with the latest of its reports and how much there is of it; None where there is none."""
        with self._connection() as connection:
            return Involvement(connection).head(entity_id)

    def claims_of(self, entity_id: str, limit: int, after: Place | None = None) -> Page[Involved]:
        """Some of the claims that an entity is in, those that bear on its standing before the law first, rejected ones
        too. Raises PlaceError where `after` is no place in that order."""
        with self._connection() as connection:
            return Involvement(connection).claims(entity_id, limit, after)

    def neighbours(self, entity_id: str, limit: int) -> tuple[Neighbour, ...]:
        """Who and what is in claims with an entity, those in most first."""
        with self._connection() as connection:
            return Involvement(connection).neighbours(entity_id, limit)

    def alike(self, entity_id: str, limit: int) -> tuple[Neighbour, ...]:
        """Entities whose names are like an entity's, the likeliest first."""
        with self._connection() as connection:
            return Involvement(connection).alike(entity_id, limit)

    def entities_called(self, name: str, limit: int) -> tuple[Neighbour, ...]:
        """Entities by a part of their name, or by their id; the most mentioned first."""
        with self._connection() as connection:
            return Involvement(connection).called(name, limit)

    def each_finding(self, *kinds: str) -> Iterator[Finding]:
        """The findings of these kinds or of all, one at a time, in the order of `findings`."""
        with self._connection() as connection:
            yield from Derived(connection).findings(*kinds)

    def findings_of(self, report_id: str) -> tuple[Finding, ...]:
        """The findings that a report takes part in."""
        with self._connection() as connection:
            return tuple(Derived(connection).findings_of(report_id))

    def find(self, query: Query) -> tuple[Hit, ...]:
        """The reports that answer a query, the best first, each with the claims that do."""
        with self._connection() as connection:
            return tuple(SearchIndex(connection, Judgements(connection)).find(query))

    def candidates(self, query: Query, skip: int = 0) -> Candidates:
        """The reports that may answer a query, the best first or the newest, after so many that are passed over."""
        with self._connection() as connection:
            return SearchIndex(connection, Judgements(connection)).candidates(query, skip)

    def judgements(self) -> tuple[Judgement, ...]:
        """Every judgement ever made, the undone ones too, in order."""
        with self._connection() as connection:
            return Judgements(connection).all()

    def judgements_about(self, *subjects: str) -> tuple[Judgement, ...]:
        """Every judgement on these claims, entities or outlets, the undone ones too, the latest first."""
        with self._connection() as connection:
            return Judgements(connection).about(subjects)

    def claim_place(self, claim_id: str) -> ClaimPlace | None:
        """Where a claim of a current report stands, rejected or not; None where there is none of that id."""
        with self._connection() as connection:
            return Contents(connection).claim_place(claim_id)

    def histories(self) -> Histories:
        """Judgements and sources, a page at a time, as this view has them."""
        with self._connection() as connection:
            return Histories(connection)

    def succession(self) -> Succession:
        """Where ids lead of what is no more under them, as this view has it."""
        with self._connection() as connection:
            return Succession(connection)

    def judgements_on_entities(self) -> tuple[Judgement, ...]:
        """The merges and splits that are not undone, as resolution is to heed them now."""
        with self._connection() as connection:
            return Judgements(connection).on_entities()

    def judged(self) -> tuple[Judged, ...]:
        """Every judgement with the claim that it applies to now."""
        with self._connection() as connection:
            return tuple(Judgements(connection).judged())

    def standings(self) -> Mapping[str, Standing]:
        """How each judged claim stands, by its present id."""
        with self._connection() as connection:
            return Judgements(connection).standings()

    def grades(self) -> Mapping[str, str]:
        """The analysts' grade, A to F, of each outlet that has one."""
        with self._connection() as connection:
            return Judgements(connection).grades()

    def dismissals(self) -> Mapping[str, tuple[Judgement, ...]]:
        """The dismissals of hits of screening that are not undone, by what the hits pair."""
        with self._connection() as connection:
            return Judgements(connection).dismissals()

    def watchlists(self, name: str | None = None) -> tuple[KeptList, ...]:
        """The lists that are screened against, or every version kept of one, the latest first."""
        with self._connection() as connection:
            return Lists(connection).current() if name is None else Lists(connection).versions(name)

    def watchlist(self, number: int) -> Watchlist | None:
        """A version of a list with its entries, by its number."""
        with self._connection() as connection:
            return Lists(connection).watchlist(number)

    def failed(self) -> tuple[Failed, ...]:
        """The current reports in which extraction failed, and why."""
        with self._connection() as connection:
            return tuple(Contents(connection).failed())

    def set_aside(self) -> tuple[SetAside, ...]:
        """What could not become a report when each place was last read, and why."""
        with self._connection() as connection:
            return tuple(Contents(connection).set_aside())

    def totals(self) -> Totals:
        """How much the ledger holds."""
        with self._connection() as connection:
            return Contents(connection).totals()

    def revision(self) -> int:
        """How many times evidence or judgements have changed."""
        with self._connection() as connection:
            return Derived(connection).revision()

    def marks(self) -> Marks:
        """What changes when something that can be shown has: evidence and judgements, what is derived of them, or that
        something was taken out."""
        with self._connection() as connection:
            return Derived(connection).marks()

    def is_stale(self, by: str) -> bool:
        """Whether entities and findings show other evidence than there is, or were made by another version."""
        with self._connection() as connection:
            return Derived(connection).is_stale(by)

    @contextmanager
    def pictures(self) -> Iterator[Pictures]:
        """What pictures are drawn from: lines, places, times and figures of what is claimed, counted."""
        with self._connection() as connection:
            yield Pictures(connection)

    @contextmanager
    def _connection(self) -> Iterator[Connection]:
        with ledger_errors(self.path):
            yield self._opened
