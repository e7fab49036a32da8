"""The tables that pictures are drawn from: what claims tell, in columns that can be counted. All are derived."""

from __future__ import annotations

from sqlalchemy import JSON, BigInteger, Column, Float, Index, Integer, Table, Text

from kashf.ledger.schema import metadata

__all__ = [
    "PARTS",
    "TOLD",
    "told",
    "told_figures",
    "told_lines",
    "told_links",
    "told_names",
    "told_parts",
    "told_places",
]

PARTS = ("line", "place", "unit")
"""What claims are counted under in `told_parts`."""

told = Table(
    "told",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("report_id", Text, nullable=False),
    Column("claim_id", Text, nullable=False),
    Column("statement", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("grouping", Text, nullable=False),
    Column("own", Integer, nullable=False),
    Column("standing", Integer, nullable=False),
    Column("contested", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("timed", Integer, nullable=False),
    Column("speaker", BigInteger, nullable=False),
    Column("said", BigInteger, nullable=False, server_default="0"),
    Index("told_by_report", "report_id"),
    Index("told_by_claim", "claim_id"),
    Index("told_by_statement", "statement"),
    Index("told_by_speaker", "speaker"),
    Index("told_by_weight", "origins", "statement"),
    Index("told_by_last", "last"),
    Index("told_by_day", "first", "grouping", "standing", "said", "type", "origins", "last"),
)
"""The claims of the current records, as the analysts have them. `statement` is the assertion a claim is part of, else
the claim's own id; `origins` how many independent ones that has; `contested` in how many conflicts the claim is. `own`
is how firmly the claim is put (`STANDINGS`), `standing` how firmly its statement is: as the least firm of its claims.
`first` and `last` are the days of what is claimed; where that is not told (`timed` is 0) the day of the report; 0 where
neither is known. `speaker` is its last source, `said` a number for the statement."""

told_lines = Table(
    "told_lines",
    metadata,
    Column("told_id", Integer, primary_key=True),
    Column("source", BigInteger, primary_key=True),
    Column("source_layer", Text, primary_key=True),
    Column("target", BigInteger, primary_key=True),
    Column("target_layer", Text, primary_key=True),
    Column("line", BigInteger, nullable=False, server_default="0"),
    Index("told_lines_by_ends", "source", "target"),
    Index("told_lines_by_target", "target"),
    sqlite_with_rowid=False,
)
"""From where money comes and where it goes (`kashf.comparison.flows`): the names at both ends of each line, and
a number for these and the type of the claim."""

told_places = Table(
    "told_places",
    metadata,
    Column("told_id", Integer, primary_key=True),
    Column("place", BigInteger, primary_key=True),
    Column("role", Text, primary_key=True),
    Index("told_places_by_place", "place"),
    sqlite_with_rowid=False,
)

told_figures = Table(
    "told_figures",
    metadata,
    Column("told_id", Integer, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("role", Text, nullable=False),
    Column("unit", Text),
    Column("low", Float, nullable=False),
    Column("high", Float, nullable=False),
    Column("modifier", Text, nullable=False),
    Column("counted", Text),
    Column("words", Text, nullable=False),
    Column("measure", BigInteger, nullable=False, server_default="0"),
    Index("told_figures_by_unit", "unit", "high"),
    Index("told_figures_by_value", "high", "low"),
    sqlite_with_rowid=False,
)
"""The figures in the roles of claims; a single value is its own `low` and `high`. `measure` is a number for the
unit."""

told_names = Table(
    "told_names",
    metadata,
    Column("id", BigInteger, primary_key=True),
    Column("entity", Text),
    Column("place", Text),
    Column("folded", Text, nullable=False),
    Column("names", JSON, nullable=False),
    Index("told_names_by_entity", "entity"),
    Index("told_names_by_place", "place"),
)
"""What stands at the ends of lines, speaks, or is a place. `names` are by the language of the reports that use them,
`folded` all of them as they are searched; `place` is the key of a place that is known by name."""

told_links = Table(
    "told_links",
    metadata,
    Column("source", BigInteger, primary_key=True),
    Column("source_layer", Text, primary_key=True),
    Column("target", BigInteger, primary_key=True),
    Column("target_layer", Text, primary_key=True),
    Column("type", Text, primary_key=True),
    Column("grouping", Text, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("statements", Integer, nullable=False),
    Column("stated", Integer, nullable=False),
    Column("denied", Integer, nullable=False),
    Column("contested", Integer, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("line", BigInteger, nullable=False, server_default="0"),
    Index("told_links_by_weight", "origins", "statements"),
    Index("told_links_by_line", "line"),
    Index("told_links_by_target", "target"),
)
"""The lines of all claims, counted: `origins` are the most that any statement has, for statements may share theirs;
`stated` and `denied` are the statements that are put as facts, and as untrue; the others are hedged."""

told_parts = Table(
    "told_parts",
    metadata,
    Column("part", Integer, primary_key=True),
    Column("subject", BigInteger, primary_key=True),
    Column("said", BigInteger, primary_key=True),
    Column("told_id", Integer, primary_key=True),
    Column("type", Text, nullable=False),
    Column("grouping", Text, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("standing", Integer, nullable=False),
    Column("contested", Integer, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Index("told_parts_by_claim", "told_id"),
    sqlite_with_rowid=False,
)
"""Each claim under each line, place and unit (a place in `PARTS`) that it tells of, by their numbers, with all that
pictures are narrowed by but names. It lies in the order in which statements are counted: to narrow a picture is to go
through one part of it once, where to join claims with their lines takes four times as long."""

beginnings = Table(
    "beginnings",
    metadata,
    Column("id", Text, primary_key=True),
    Column("report_id", Text, nullable=False),
    Column("claim_id", Text),
    Index("beginnings_by_report", "report_id"),
    sqlite_with_rowid=False,
)
"""The id of the story that would begin with a report, and of the assertion that would begin with a claim, rejected or
not: a finding goes by another id once another comes before its first, and is found by the old one here."""

TOLD = (beginnings, told_parts, told_links, told_lines, told_places, told_figures, told_names, told)
