"""The tables of the ledger as the code sees them; the migrations make them. Nothing here is SQLite's alone.

Three kinds of table. **Evidence** only grows: `sources`, `raws`, `reports`, `readings`, `set_aside`, `records`; so
do the lists that are screened against: `watchlists`, `listed`, `watchlist_entries`.
**Judgements** are rows that can be undone and are never erased. **Derived** tables (`claims`, `entities`,
`assignments`, `resolved`, `findings`, and the search index beside them) can be thrown away and made again.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    func,
)

__all__ = [
    "DERIVED",
    "Instant",
    "assignments",
    "claims",
    "entities",
    "findings",
    "involved",
    "is_current",
    "judgements",
    "ledger_schema",
    "listed",
    "metadata",
    "name_keys",
    "naming",
    "origins",
    "raws",
    "readings",
    "records",
    "reports",
    "resolved",
    "set_aside",
    "sources",
    "state",
    "taking_part",
    "watchlist_entries",
    "watchlists",
]


class Instant(TypeDecorator[datetime]):
    """A moment in UTC. Stored without its zone, which every database can do alike; handed out with it."""

    impl = DateTime
    cache_ok = True

    @property
    def python_type(self) -> type[datetime]:
        """What it is here."""
        return datetime

    def process_bind_param(self, value: datetime | None, _dialect: object) -> datetime | None:
        """To the database: the same moment in UTC, zone left off."""
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any, _dialect: object) -> datetime | None:
        """From the database: the zone put back."""
        return None if value is None else value.replace(tzinfo=UTC)


metadata = MetaData()

ledger_schema = Table("ledger_schema", metadata, Column("version", Integer, nullable=False))

state = Table(
    "state",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
"""`evidence` counts the changes to evidence and judgements, `derived` says which count the derived tables show."""

sources = Table(
    "sources",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("location", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("manner", Text, nullable=False),
    Column("read_at", Instant, nullable=False),
    Column("settled_at", Instant),
    Index("sources_by_location", "location", "id"),
)
"""One row each time a place is read. `manner` stands for the options and the version it was read with; a source
without `settled_at` was not read to its end."""

raws = Table(
    "raws",
    metadata,
    Column("digest", Text, primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("body", LargeBinary),
)
"""The bytes of a report as they were read, compressed; the body is left out above the limit."""

reports = Table(
    "reports",
    metadata,
    Column("id", Text, primary_key=True),
    Column("digest", Text, ForeignKey("raws.digest"), nullable=False),
    Column("source", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("title", Text),
    Column("outlet", Text),
    Column("author", Text),
    Column("url", Text),
    Column("language", Text),
    Column("published", Date),
    Column("story", Text),
    Column("regions", JSON, nullable=False),
    Column("repairs", JSON, nullable=False),
    Column("read_at", Instant, nullable=False),
    Column("superseded_by", Text, ForeignKey("reports.id")),
    Index("reports_by_reading", "read_at", "id"),
    Index("reports_by_url", "url"),
    Index("reports_by_outlet", "outlet"),
    Index("reports_of_outlets", "outlet", "superseded_by", "published"),
    Index("reports_by_successor", "superseded_by"),
)
Index("reports_by_day", reports.c.published.desc(), reports.c.id)

is_current = func.coalesce(reports.c.superseded_by, "") == ""
"""Whether no later version superseded a report. Said so that no database looks it up by its index: nearly all are."""

readings = Table(
    "readings",
    metadata,
    Column("source_id", Integer, ForeignKey("sources.id"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("place", Text, nullable=False),
    Column("report_id", Text, ForeignKey("reports.id"), nullable=False),
    Index("readings_by_report", "report_id"),
)
"""Which reports a source held when it was read, in order, and at which place in it."""

set_aside = Table(
    "set_aside",
    metadata,
    Column("source_id", Integer, ForeignKey("sources.id"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("location", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("remedy", Text, nullable=False),
    Column("kind", Text, nullable=False),
)
"""What a source held that could not become a report, and why."""

records = Table(
    "records",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("report_id", Text, ForeignKey("reports.id"), nullable=False),
    Column("extractor", Text, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("body", LargeBinary),
    Column("failure", Text),
    Index("records_by_report", "report_id", "id"),
)
"""What was found in a report, compressed JSON without the text; or, in `failure`, why extraction failed. The
latest row of a report counts."""

claims = Table(
    "claims",
    metadata,
    Column("report_id", Text, ForeignKey("reports.id"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("starts", Integer, nullable=False),
    Column("ends", Integer, nullable=False),
    Column("evidence", Text, nullable=False),
    Column("fillers", JSON, nullable=False),
    Index("claims_by_id", "id"),
    Index("claims_by_type", "type"),
)
"""The claims of the latest records, one a row, so that they can be found."""

watchlists = Table(
    "watchlists",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("format", Text, nullable=False),
    Column("version", Text),
    Column("digest", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("source", Text, nullable=False),
    Column("kept_at", Instant, nullable=False),
    Column("dropped_at", Instant),
    Index("watchlists_by_name", "name", "id"),
)
"""One row for each version of a list that was kept. The latest of a name that is not dropped is screened against."""

listed = Table(
    "listed",
    metadata,
    Column("digest", Text, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)
"""The entries of lists, compressed JSON; one that did not change stands once for all versions."""

watchlist_entries = Table(
    "watchlist_entries",
    metadata,
    Column("watchlist_id", Integer, ForeignKey("watchlists.id"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("digest", Text, ForeignKey("listed.digest"), nullable=False),
)

judgements = Table(
    "judgements",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("user", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("value", JSON, nullable=False),
    Column("reason", Text),
    Column("about", JSON, nullable=False),
    Column("undone_at", Instant),
    Column("undone_by", Text),
    Column("report_id", Text),
    Index("judgements_by_subject", "subject"),
    Index("judgements_by_report", "report_id"),
    Index("judgements_by_kind", "kind", "id"),
)
"""`about` keeps what a claim said when it was judged, so that the judgement can follow it through re-reading;
`report_id` is the report that the claim then stood in."""

entities = Table(
    "entities",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("body", JSON, nullable=False),
    Column("mentions", Integer, nullable=False),
    Index("entities_by_name", "mentions", "id", "name"),
)

assignments = Table(
    "assignments",
    metadata,
    Column("report_id", Text, ForeignKey("reports.id"), primary_key=True),
    Column("starts", Integer, primary_key=True),
    Column("ends", Integer, primary_key=True),
    Column("entity_id", Text, nullable=False),
    Index("assignments_by_entity", "entity_id"),
    sqlite_with_rowid=False,
)
"""Which mention stands for which entity."""

resolved = Table(
    "resolved",
    metadata,
    Column("report_id", Text, ForeignKey("reports.id"), primary_key=True),
    Column("body", LargeBinary, nullable=False),
)
"""The records with their entities put in; before judgements on claims, which are applied when they are read."""

findings = Table(
    "findings",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("rank", Integer, nullable=False),
    Column("day", Integer, nullable=False),
    Column("first", Text, nullable=False),
    Column("body", JSON, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("carriers", Integer, nullable=False),
    Index("findings_in_order", "rank", "day", "first", "id"),
    Index("findings_by_weight", "rank", "origins", "carriers", "id"),
)
"""In the order of their kinds, then of their earliest reports: `day` is that report's, `first` its id. `origins` and
`carriers` are the weight: independent origins and reports."""

taking_part = Table(
    "taking_part",
    metadata,
    Column("report_id", Text, primary_key=True),
    Column("finding_id", Text, primary_key=True),
    Index("taking_part_by_finding", "finding_id"),
    sqlite_with_rowid=False,
)
"""Which reports take part in which findings."""

origins = Table(
    "origins",
    metadata,
    Column("name", Text, primary_key=True),
    Column("assertions", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""The independent origins, each with the number of assertions it stands behind."""

naming = Table(
    "naming",
    metadata,
    Column("entity_id", Text, primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("report_id", Text, primary_key=True),
    Column("mentions", Integer, nullable=False),
    Column("titles", JSON, nullable=False),
    Index("naming_by_report", "report_id"),
    sqlite_with_rowid=False,
)
"""Which reports name an entity, how often, and the titles that they give it. Kept beside the entities, so that one more
report about a body which thousands name costs no more than one about any other. One that gives a title and does not
mention it stands here with 0 mentions."""

involved = Table(
    "involved",
    metadata,
    Column("entity_id", Text, primary_key=True),
    Column("rank", Integer, primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("report_id", Text, primary_key=True),
    Column("claim_id", Text, primary_key=True),
    Column("part", Text, nullable=False),
    Index("involved_by_claim", "claim_id"),
    Index("involved_by_report", "report_id"),
    sqlite_with_rowid=False,
)
"""In which claims an entity is: `part` is the role it fills, or `source`. `rank` is larger the more the claim bears on
where it stands before the law (`derived_rows.bearing`), so that what clears a name is never far down."""

name_keys = Table(
    "name_keys",
    metadata,
    Column("name_key", BigInteger, primary_key=True),
    Column("entity_id", Text, primary_key=True),
    Index("name_keys_by_entity", "entity_id"),
    sqlite_with_rowid=False,
)
"""What entities are found by where a further report names somebody (`kashf.names.further`)."""

DERIVED = (
    assignments,
    resolved,
    naming,
    involved,
    name_keys,
    entities,
    taking_part,
    origins,
    findings,
)
"""What comparing makes, in the order in which it can be emptied. Beside it stand the tables by which further reports
are compared (`signpost_schema`), and those that pictures are drawn from (`told_schema`)."""
