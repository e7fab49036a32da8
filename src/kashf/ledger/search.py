"""Search over the current reports: words in any spelling, phrases, the best first, and where in the text they stand.

The index holds a shadow of each report, its words folded and stemmed by `stems`; nothing of the full-text engine
shows outside `SearchIndex`, and nothing a user types reaches the engine as its syntax.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any, Protocol

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    bindparam,
    delete,
    exists,
    insert,
    or_,
    select,
    text,
)

from kashf.ledger.claims_wanted import ClaimsWanted, claimed_so
from kashf.ledger.derived_rows import RANKS, chunks
from kashf.ledger.packing import unpack_report
from kashf.ledger.prepared import Prepared, among
from kashf.ledger.schema import claims, findings, is_current, naming, reports, state, taking_part
from kashf.ledger.search_rows import day_bounds, free_row, row_of
from kashf.ledger.snippets import snippet
from kashf.ledger.standings import Standing
from kashf.ledger.stems import Shadow, Word, readings, stems_digest, words
from kashf.records import Region, Report
from kashf.text import search_key

__all__ = ["MOST_RANKED", "Candidates", "ClaimHit", "Hit", "Query", "SearchIndex"]

TITLE_WEIGHT = 4.0
"""How much a word in the title counts against one in the text. Chosen, not tuned: a title has a tenth of the words."""

READING_RATIO = 4
"""A word of a query is read with its first letters as clitics («لداعش» for «داعش») where that finds so many times the
reports, or where the word itself stands in none: with reports on a «وزارة» at hand, nobody wants those with «زار»."""

INDEX_EDITION = 2
"""Goes up when what is put into the index changes; the next writer then makes it anew, as it does for other stems."""

MOST_RANKED = 10_000
"""Reports with the words up to which they are weighed against each other, some 25 CPU-ms. A word that more have tells
none of them from another: of these the newest come first, which takes no longer however many they are."""

MERGED = 8
"""So many parts of the index are merged at once, twice as many as the engine does by itself: one report after the other
rewrites a fifth less of it, and a search looks into some parts more."""

ASSERTIONS = RANKS.index("assertion")
AT_ONCE, AT_MOST = 50, 800
"""Reports whose claims are asked for in one statement; and that are held against conditions, which are ever more the
fewer meet them."""
_PUT_IN = Prepared(text("INSERT INTO search (rowid, report_id, title, body) VALUES (:row, :report, :title, :body)"))
_TAKE_OUT = Prepared(text("DELETE FROM search WHERE rowid = :row"))
_PUBLISHED = Prepared(select(reports.c.published).where(reports.c.id == bindparam("report")))
_REPORTS = among(select(reports), reports.c.id)
_CURRENT = among(select(reports.c.id), reports.c.id).where(is_current)
_WITH_WORDS = "FROM search WHERE search MATCH :match AND rowid BETWEEN :first AND :last"
_RANKED = text(f"SELECT report_id {_WITH_WORDS} ORDER BY rank")
_NEWEST = text(f"SELECT report_id {_WITH_WORDS} ORDER BY rowid DESC")
_COUNTED = text(f"SELECT count(*) FROM (SELECT rowid {_WITH_WORDS} LIMIT :most)")  # noqa: S608
_CLAIMS = among(select(claims), claims.c.report_id).order_by(claims.c.report_id, claims.c.ordinal)
_QUOTED = re.compile(r'"([^"]*)"')
_PART = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for: words (all must be there; in quotation marks, side by side) and what the report must be.

    `type` asks for reports with a claim of that type, `since` for those published on that day or later, `until` for
    those until that day; `entities` for those that name any of these, `weight` for those with an assertion of so many
    independent origins, `finding` for those that take part in it (a story, for one), `reports` for these alone.
    """

    words: str = ""
    type: str | None = None
    outlet: str | None = None
    since: date | None = None
    limit: int = 20
    until: date | None = None
    entities: tuple[str, ...] = ()
    weight: int = 0
    finding: str | None = None
    reports: tuple[str, ...] | None = None
    claims: ClaimsWanted | None = None


@dataclass(frozen=True, slots=True)
class ClaimHit:
    """A claim of a report found: its id, its type, and its evidence."""

    id: str
    type: str
    start: int
    end: int
    evidence: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A report found. `start` and `end` are the snippet's span in the report's text, `found` the words' spans in it."""

    report: str
    title: str | None
    outlet: str | None
    published: date | None
    start: int
    end: int
    snippet: str
    found: tuple[tuple[int, int], ...]
    claims: tuple[ClaimHit, ...]


@dataclass(frozen=True, slots=True)
class Candidates:
    """The ids of reports that may answer a query, the best first; `by_day`: the newest first, as more than
    `MOST_RANKED` have the words, or no words were asked for."""

    ids: tuple[str, ...] = ()
    by_day: bool = False


Term = tuple[frozenset[str], ...]
"""The words that must stand side by side, each as the stems it may have; mostly one word."""


class _Judging(Protocol):
    """What analysts said of claims, as far as search asks."""

    def standings_in(self, report_ids: Iterable[str]) -> Mapping[str, Standing]:
        """How the judged claims of these reports stand."""

    def corrected(self) -> Collection[str]:
        """The claims that were corrected."""


class _Unjudged:
    def standings_in(self, _: Iterable[str]) -> Mapping[str, Standing]:
        return {}

    def corrected(self) -> Collection[str]:
        return ()


class SearchIndex:
    """The search index of a ledger, over one connection to it.

    `judging` tells the judgements on claims: rejected ones are not found, corrected ones by what they were corrected
    to.
    """

    def __init__(self, connection: Connection, judging: _Judging | None = None) -> None:
        self._connection = connection
        self._judging: _Judging = judging or _Unjudged()

    def prepare(self) -> None:
        """Make the index where there is none, or one whose words were stemmed otherwise."""
        edition = f"{INDEX_EDITION} {stems_digest()}"
        made = self._connection.scalar(select(state.c.value).where(state.c.name == "search"))
        if made != edition:
            self._make(edition)
        if self._connection.exec_driver_sql("SELECT v FROM search_config WHERE k = 'automerge'").scalar() != MERGED:
            self._connection.exec_driver_sql(f"INSERT INTO search (search, rank) VALUES ('automerge', {MERGED})")  # noqa: S608

    def _make(self, edition: str) -> None:
        run = self._connection.exec_driver_sql
        run("DROP TABLE IF EXISTS search_words")
        run("DROP TABLE IF EXISTS search")
        run("CREATE VIRTUAL TABLE search USING fts5(report_id UNINDEXED, title, body, tokenize = 'unicode61')")
        run("CREATE VIRTUAL TABLE search_words USING fts5vocab(search, 'row')")
        run(f"INSERT INTO search (search, rank) VALUES ('rank', 'bm25(0.0, {TITLE_WEIGHT}, 1.0)')")  # noqa: S608
        for row in self._connection.execute(select(reports).where(reports.c.superseded_by.is_(None))).mappings():
            self.add(unpack_report(row))
        self._connection.execute(delete(state).where(state.c.name == "search"))
        self._connection.execute(insert(state).values(name="search", value=edition))

    def add(self, report: Report) -> None:
        """Put a report in, in place of what stands there under its id."""
        self._remove(report.id, report.published)
        body = " ".join(word.stem for word in _searchable(report.text, report.regions))
        title = " ".join(word.stem for word in words(report.title or ""))
        row = free_row(self._connection, report.id, report.published)
        _PUT_IN.run(self._connection, row=row, report=report.id, title=title, body=body)

    def remove(self, report_id: str) -> None:
        """Take a report of the ledger out."""
        for published in _PUBLISHED.values(self._connection, report=report_id):
            self._remove(report_id, published)

    def _remove(self, report_id: str, published: date | None) -> None:
        row = row_of(self._connection, report_id, published)
        if row is not None:
            _TAKE_OUT.run(self._connection, row=row)

    def forget(self) -> None:
        """Leave nothing in the index of the reports that were taken out: until then their words stand in parts of it
        that nothing refers to. Takes as long as merging all of it."""
        self._connection.exec_driver_sql("INSERT INTO search (search) VALUES ('optimize')")

    def naming(self, names: Iterable[str]) -> Iterator[str]:
        """The ids of the current reports in which all words of one of the names stand, side by side or not."""
        for name in names:
            terms = tuple((readings(stem)[0] | {stem},) for stem in dict.fromkeys(word.stem for word in words(name)))
            if len(terms) > 1:
                found = text("SELECT report_id FROM search WHERE search MATCH :match")
                yield from self._connection.scalars(found, {"match": _match(terms)})

    def find(self, query: Query) -> Iterator[Hit]:
        """The reports that answer the query, the best first; the newest first where it has no words, or `MOST_RANKED`
        are not enough for those that have them."""
        terms = self._terms(query.words)
        if query.words.strip() and not terms:
            return
        yield from islice(self._hits(self._ids(query, terms), query, terms), query.limit)

    def _hits(self, ids: Iterator[str], query: Query, terms: Sequence[Term]) -> Iterator[Hit]:
        while some := list(islice(ids, max(1, min(query.limit, AT_ONCE)))):
            rows = {row.id: row for row in self._connection.execute(_REPORTS, {"some": some})}
            claimed = self._claimed(some, query.type)
            for row in (rows[report] for report in some):
                places = _places(row, terms)
                if all(places) and (query.type is None or claimed.get(row.id)):
                    found = sorted({place for each in places for place in each})
                    yield _hit(row, found, claimed.get(row.id, ()))

    def candidates(self, query: Query, skip: int = 0) -> Candidates:
        """Reports that may answer, as many as its limit after those passed over: the words stand in each, if not all of
        those in quotation marks side by side, and some claim is of the type, if it was not rejected."""
        terms = self._terms(query.words)
        if query.words.strip() and not terms:
            return Candidates()
        ids = tuple(islice(self._ids(query, terms), skip, skip + query.limit))
        return Candidates(ids, not terms or self._have_many(self._asked(query, terms)))

    def _ids(self, query: Query, terms: Sequence[Term]) -> Iterator[str]:
        """The ids of the reports that meet the conditions and, where they are not named, have the words in them."""
        meant = list(self._meant(query))
        if query.reports is not None:
            yield from self._meeting(query.reports, meant)
        elif terms:
            yield from self._with_words(self._asked(query, terms), meant)
        else:
            newest = select(reports.c.id).where(is_current, *meant).order_by(reports.c.published.desc(), reports.c.id)
            yield from self._connection.scalars(newest)

    def _asked(self, query: Query, terms: Sequence[Term]) -> dict[str, str | int]:
        """What the engine is asked for: the words, and the rows in which what was published on those days stands."""
        first, last = day_bounds(query.since, query.until)
        return {"match": _match(terms), "first": first, "last": last}

    def _have_many(self, asked: Mapping[str, str | int]) -> bool:
        """Whether so many have the words that they are not weighed against each other."""
        counted = self._connection.scalars(_COUNTED, {**asked, "most": MOST_RANKED + 1}).one()
        return int(counted) > MOST_RANKED

    def _with_words(self, asked: Mapping[str, str | int], meant: Sequence[ColumnElement[bool]]) -> Iterator[str]:
        # To sort by rank and no more is what the engine does fastest; conditions are looked at as far as is asked.
        found = self._connection.execute(_NEWEST if self._have_many(asked) else _RANKED, asked)
        at_once = AT_ONCE
        while some := found.fetchmany(at_once):
            yield from self._meeting([row.report_id for row in some], meant)
            at_once = min(2 * at_once, AT_MOST)

    def _meeting(self, ids: Sequence[str], meant: Sequence[ColumnElement[bool]]) -> Iterator[str]:
        """Those of the reports that meet the conditions, in their order."""
        for some in chunks(ids):
            kept = set(self._connection.scalars(_CURRENT.where(*meant), {"some": some}))
            yield from (report for report in some if report in kept)

    def _terms(self, typed: str) -> tuple[Term, ...]:
        parts = [part for index, part in enumerate(_QUOTED.split(search_key(typed))) for part in _parts(index, part)]
        phrases = (_PART.findall(part) for part in parts)
        return tuple(tuple(self._best_reading(word) for word in phrase) for phrase in phrases if phrase)

    def _best_reading(self, word: str) -> frozenset[str]:
        first, *others = readings(word)
        if not others:
            return first
        least = max(READING_RATIO * self._reports_with(first), 1)
        return first.union(*(stems for stems in others if self._reports_with(stems) >= least))

    def _reports_with(self, stems: frozenset[str]) -> int:
        counted = text("SELECT coalesce(sum(doc), 0) FROM search_words WHERE term IN :stems")
        statement = counted.bindparams(bindparam("stems", expanding=True))
        return int(self._connection.scalars(statement, {"stems": sorted(stems)}).one())

    def _meant(self, query: Query) -> Iterator[ColumnElement[bool]]:
        """What a query asks of a report beside its words."""
        if query.type:
            yield exists().where(claims.c.report_id == reports.c.id, self._may_be(query.type))
        if query.claims:
            corrected = self._judging.corrected() if query.claims.type or query.claims.put else ()
            yield claimed_so(self._connection, query.claims, corrected)
        yield from _of_report(query)

    def _claimed(self, report_ids: Sequence[str], kind: str | None) -> dict[str, list[ClaimHit]]:
        """The claims of some reports in order, as the analysts have them; those of a type, or all."""
        standings, claimed = self._judging.standings_in(report_ids), dict[str, list[ClaimHit]]()
        for row in self._connection.execute(_CLAIMS, {"some": list(report_ids)}):
            standing = standings.get(row.id)
            now = standing.corrections.get("type", row.type) if standing else row.type
            if kind in (None, now) and not (standing and standing.rejected):
                told = ClaimHit(row.id, now, row.starts, row.ends, row.evidence)
                claimed.setdefault(row.report_id, []).append(told)
        return claimed

    def _may_be(self, kind: str) -> ColumnElement[bool]:
        """Whether a claim is of a type, or may be since it was corrected."""
        return or_(claims.c.type == kind, claims.c.id.in_(sorted(self._judging.corrected())))


def _hit(row: Row[Any], found: Sequence[tuple[int, int]], claimed: Iterable[ClaimHit]) -> Hit:
    start, end = snippet(row.text, found)
    shown = tuple((first, last) for first, last in found if start <= first and last <= end)
    told = tuple(one for one in claimed if not found or any(one.start <= at and to <= one.end for at, to in found))
    return Hit(row.id, row.title, row.outlet, row.published, start, end, row.text[start:end], shown, told)


def _of_report(query: Query) -> Iterator[ColumnElement[bool]]:
    """What a query asks of a report itself, and of what it takes part in."""
    if query.outlet:
        yield reports.c.outlet == query.outlet
    if query.since:
        yield reports.c.published >= query.since
    if query.until:
        yield reports.c.published <= query.until
    if query.entities:
        yield reports.c.id.in_(select(naming.c.report_id).where(naming.c.entity_id.in_(query.entities)))
    if query.weight > 1:
        of_finding = taking_part.join(findings, findings.c.id == taking_part.c.finding_id)
        heavy = select(taking_part.c.report_id).select_from(of_finding)
        yield reports.c.id.in_(heavy.where(findings.c.rank == ASSERTIONS, findings.c.origins >= query.weight))
    if query.finding:
        yield reports.c.id.in_(select(taking_part.c.report_id).where(taking_part.c.finding_id == query.finding))


def _parts(index: int, part: str) -> Sequence[str]:
    """Every second part was between quotation marks and stays whole; the others fall into their words."""
    return [part] if index % 2 else part.split()


def _match(terms: Sequence[Term]) -> str:
    """The query in the engine's language: quoted stems alone, none of what the user typed."""
    wanted = (" OR ".join(f'"{stem}"' for stem in sorted(stems)) for term in terms for stems in term)
    return " AND ".join(f"({stems})" for stems in wanted)


def _searchable(body: str, regions: Sequence[Region]) -> list[Word]:
    boilerplate = [region for region in regions if region.kind == "boilerplate"]
    return [word for word in words(body) if not any(region.start <= word.start < region.end for region in boilerplate)]


def _places(row: Row[tuple[object, ...]], terms: Sequence[Term]) -> list[list[tuple[int, int]]]:
    """For each term, where in the text it stands."""
    if not terms:
        return []
    shadow = Shadow.of(row.text)
    boilerplate = [(one["start"], one["end"]) for one in row.regions if one["kind"] == "boilerplate"]
    read: Sequence[int] = range(len(shadow.stems))
    if boilerplate:
        read = [at for at in read if not any(start <= shadow.place(at)[0] < end for start, end in boilerplate)]
    return [_places_of(term, shadow, read) for term in terms]


def _places_of(term: Term, shadow: Shadow, read: Sequence[int]) -> list[tuple[int, int]]:
    """Where the words of a term stand side by side among those that are read."""
    first, last, stems = term[0], len(term) - 1, shadow.stems
    return [
        shadow.place(read[at], read[at + last])
        for at in range(len(read) - last)
        if stems[read[at]] in first and all(stems[read[at + step]] in term[step] for step in range(1, last + 1))
    ]
