"""What has taken the place of something that is no more under its id: an entity that was merged, a finding that begins
otherwise, a report that has a newer version."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from kashf.ledger.derived_rows import RANKS
from kashf.ledger.schema import entities, findings, judgements, reports, taking_part
from kashf.ledger.told_schema import beginnings, told
from kashf.records import content_id

__all__ = ["Succession"]


class Succession:
    """Leads from ids that were to those that are, over one connection. What is there itself leads to nothing else."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def entity(self, entity: str) -> str | None:
        """The entity that another is part of now: the one it was merged with, or split from by a judgement that was
        taken back; None where there is none."""
        leads, met = dict(self._joined()), {entity}
        while (entity := leads.get(entity, "")) and entity not in met:
            met.add(entity)
            if self._is_there(entity):
                return entity
        return None

    def _joined(self) -> Iterator[tuple[str, str]]:
        """Ids of entities that are no more, each with the one that it is in. A later judgement takes precedence."""
        rows = self._connection.execute(
            select(judgements).where(judgements.c.kind.in_(("merge", "split"))).order_by(judgements.c.id)
        )
        for row in rows:
            if row.kind == "merge" and row.undone_at is None:
                yield row.subject, str(row.value.get("entity"))
            elif row.kind == "split" and row.undone_at is not None:
                yield content_id("e", row.subject, row.id), row.subject

    def _is_there(self, entity: str) -> bool:
        return self._connection.scalar(select(entities.c.id).where(entities.c.id == entity)) is not None

    def finding(self, finding: str) -> str | None:
        """What holds the claim or report that a finding began with: the id of an assertion or a story, or of the claim
        itself, which is part of no assertion any more; None where nothing is known of it."""
        row = self._connection.execute(select(beginnings).where(beginnings.c.id == finding)).first()
        if row is None:
            return None
        now = self._assertion(row.claim_id) if row.claim_id else self._story(row.report_id)
        return None if now == finding else now

    def _assertion(self, claim: str) -> str:
        found = self._connection.scalar(select(told.c.statement).where(told.c.claim_id == claim))
        return claim if found is None else str(found)

    def _story(self, report: str) -> str | None:
        of_report = select(taking_part.c.finding_id).where(taking_part.c.report_id == report)
        stories = select(findings.c.id).where(findings.c.rank == RANKS.index("story"), findings.c.id.in_(of_report))
        return self._connection.scalar(stories.limit(1))

    def report(self, report: str) -> str | None:
        """The current version of a report that was superseded; None where it is current, or there is none."""
        met = {report}
        while later := self._connection.scalar(select(reports.c.superseded_by).where(reports.c.id == report)):
            if later in met:
                return None
            met.add(later)
            report = later
        return report if len(met) > 1 else None
