"""The analysts' judgements: rows with who and when, which can be undone and are never erased.

| kind | subject | value |
|---|---|---|
| `accept`, `reject` | a claim's id | nothing |
| `correct` | a claim's id | the corrected fields: `type`, `polarity`, `modality`, `phase` |
| `rate` | a claim's id | `grade`: 1 to 6 (the credibility of information, STANAG 2511) |
| `note` | a claim's id | nothing; the reason is the note |
| `merge` | an entity's id | `entity`: the id of the other, which stays; `names`: what the subject went by |
| `split` | an entity's id | what is another's: `names` it goes by, or all of it in some `reports` (their ids) |
| `grade` | an outlet's name, or a speaker's | `grade`: A to F (the reliability of a source, STANAG 2511) |
| `dismiss` | what a hit of screening pairs | `evidence`: what it rested on when it was dismissed |
| `remove` | a report's id | what it is known by if it comes again (`ledger.removal`) |
| `redact` | an entity's id | the same |

Of judgements on one subject the latest that is not undone holds: an `accept` after a `reject` restores the claim,
a later `correct` wins field by field, a later `grade` or `rate` replaces the earlier one. A `note` changes nothing.

**Judgements survive re-reading.** The id of a claim is a hash of its content, so reading the same report again finds
the same claim. Where the report itself has changed, or a newer extractor words the claim differently, its id is
another one. Then the judgement follows the claim: to the one claim in the current version of its report that has the
same type and the same words of evidence; among several such, the one with the same fillers. Where none or more than
one is left, the judgement applies to nothing and is listed so; nothing is guessed. A split that names reports goes
for their current versions.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, get_args

from sqlalchemy import Connection, RowMapping, Select, and_, insert, or_, select, update

from kashf.domain.predicates import claim_types
from kashf.errors import JudgementError
from kashf.ledger.derived_rows import chunks
from kashf.ledger.prepared import among
from kashf.ledger.removal import REMOVING, Removals
from kashf.ledger.schema import claims, entities, is_current, judgements, naming, origins, reports
from kashf.ledger.standings import Standing
from kashf.records import Claim, Judgement, Record
from kashf.records.claims import Modality, Phase, Polarity
from kashf.records.standing import JudgementKind

__all__ = ["CORRECTABLE", "CREDIBILITIES", "GRADES", "Decision", "Judged", "Judgements", "Standing", "apply_standings"]

GRADES = ("A", "B", "C", "D", "E", "F")
"""Reliability of a source from completely reliable (A) to unreliable (E); F: can not be judged (STANAG 2511)."""

CREDIBILITIES = ("1", "2", "3", "4", "5", "6")
"""Credibility of information from confirmed (1) to improbable (5); 6: can not be judged (STANAG 2511)."""

CORRECTABLE = ("type", "polarity", "modality", "phase")
"""The fields of a claim that an analyst may correct."""

Plain = dict[str, Any]

OUTLETS_TOLD = 30
_HIT = re.compile(r"h-[0-9a-f]{16}")
_ON_CLAIMS = ("accept", "reject", "correct", "rate", "note")
_HOLDING = select(judgements).where(judgements.c.undone_at.is_(None)).order_by(judgements.c.id)
_STANDING = among(_HOLDING, judgements.c.kind)
_CORRECTIONS = (
    select(judgements.c.report_id).distinct().where(judgements.c.kind == "correct", judgements.c.undone_at.is_(None))
)
_ON_REPORTS = among(select(judgements), judgements.c.report_id)
_SUPERSEDED_BY = among(select(reports.c.id), reports.c.superseded_by)


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement, and the current claim it applies to; `applies` is False where that claim is no more."""

    judgement: Judgement
    claim: str | None = None
    applies: bool = True


@dataclass(frozen=True, slots=True)
class Decision:
    """What an analyst decides, before it is a row."""

    kind: JudgementKind
    subject: str
    user: str
    value: Mapping[str, Any] = field(default_factory=dict)
    reason: str | None = None


class Judgements:
    """The judgements over one connection, within the caller's transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, decision: Decision, at: datetime) -> Judgement:
        """Keep a decision. Raises JudgementError where its subject or value is not what its kind needs."""
        value, about = self._checked(decision)
        row = {"kind": decision.kind, "subject": decision.subject, "user": decision.user, "reason": decision.reason}
        row["report_id"] = about.get("report")
        made = insert(judgements).values(**row, value=value, about=about, at=at).returning(judgements.c.id)
        return self._one(self._connection.scalars(made).one())

    def take(self, judgement: Judgement) -> bool:
        """Keep a judgement that was made in another ledger, with who and when; whether it is new here.

        One of the same kind, subject, user and moment is known, and undone where it was undone there. Raises
        JudgementError where it does not fit what this ledger holds.
        """
        if judgement.kind in REMOVING:
            raise JudgementError("What was taken out of another ledger stays in this one; take it out here too.")
        same = and_(
            judgements.c.kind == judgement.kind,
            judgements.c.subject == judgement.subject,
            judgements.c.user == judgement.user,
            judgements.c.at == judgement.at,
        )
        known = self._connection.execute(select(judgements.c.id, judgements.c.undone_at).where(same)).first()
        number = known.id if known else self.add(_decision(judgement), judgement.at).id
        if judgement.undone_at is not None and (known is None or known.undone_at is None):
            self.undo(number, judgement.undone_by or judgement.user, judgement.undone_at)
        return known is None

    def undo(self, number: int, user: str, at: datetime) -> Judgement:
        """Take a judgement back; it stays, and says who took it back and when. Raises JudgementError."""
        judgement = self._one(number)
        if judgement.undone_at is not None:
            raise JudgementError(
                f"Judgement {number} was undone by {judgement.undone_by} at {judgement.undone_at:%Y-%m-%d %H:%M} UTC; "
                "judge anew instead."
            )
        taken_back = update(judgements).where(judgements.c.id == number).values(undone_at=at, undone_by=user)
        self._connection.execute(taken_back)
        return self._one(number)

    def all(self) -> tuple[Judgement, ...]:
        """Every judgement ever made, the undone ones included, in order."""
        rows = self._connection.execute(select(judgements).order_by(judgements.c.id)).mappings()
        return tuple(_judgement(row) for row in rows)

    def about(self, subjects: Iterable[str]) -> tuple[Judgement, ...]:
        """Every judgement on these claims (by their present ids), entities or outlets, the undone ones too, the latest
        first; of entities also those that merged another with them."""
        wanted = set(subjects)
        statement = select(judgements).where(or_(judgements.c.subject.in_(wanted), judgements.c.kind == "merge"))
        rows = self._connection.execute(statement.order_by(judgements.c.id.desc())).mappings()
        every = map(_judgement, rows)
        return tuple(one for one in every if one.subject in wanted or one.value.get("entity") in wanted)

    def on_entities(self) -> tuple[Judgement, ...]:
        """The merges and splits that are not undone, as resolution is to heed them now."""
        return tuple(map(self._brought_up_to_date, self._standing("merge", "split")))

    def current(self, report_ids: Iterable[str]) -> tuple[str, ...]:
        """The versions that now stand for these reports, each once."""
        return tuple(dict.fromkeys(map(self._current_version, report_ids)))

    def _standing(self, *kinds: str) -> Iterator[Judgement]:
        """The judgements of these kinds that are not undone, in order."""
        rows = self._connection.execute(_STANDING, {"some": kinds}).mappings()
        return map(_judgement, rows)

    def _brought_up_to_date(self, judgement: Judgement) -> Judgement:
        if "reports" not in judgement.value:
            return judgement
        current = [self._current_version(report) for report in judgement.value["reports"]]
        return replace(judgement, value={**judgement.value, "reports": current})

    def judged(self) -> Iterator[Judged]:
        """Every judgement with the claim that it applies to now."""
        yield from self._judged(self._connection.execute(select(judgements).order_by(judgements.c.id)).mappings().all())

    def _judged(self, rows: Sequence[RowMapping]) -> Iterator[Judged]:
        in_place = self._in_place({row["subject"] for row in rows if row["kind"] in _ON_CLAIMS})
        for row in rows:
            judgement = _judgement(row)
            if judgement.kind not in _ON_CLAIMS:
                yield Judged(judgement)
            else:
                stays = (row["subject"], row["about"]["report"]) in in_place
                claim = row["subject"] if stays else self._follow(row)
                yield Judged(judgement, claim, claim is not None)

    def _in_place(self, judged: Collection[str]) -> set[tuple[str, str]]:
        """Those of the judged claims that still stand in a current report, each with it."""
        current = select(claims.c.id, claims.c.report_id).join(reports).where(is_current)
        found = (self._connection.execute(current.where(claims.c.id.in_(some))) for some in chunks(judged))
        return {(row.id, row.report_id) for rows in found for row in rows}

    def standings(self) -> dict[str, Standing]:
        """How each claim that was judged stands, by the claim's present id."""
        return _standings(self.judged())

    def standings_in(self, report_ids: Iterable[str]) -> dict[str, Standing]:
        """How the judged claims of these current reports stand, as `standings` has it, without reading what was judged
        of others."""
        versions = self._versions(report_ids)
        found = (self._connection.execute(_ON_REPORTS, {"some": some}).mappings() for some in chunks(versions))
        rows = [row for some in found for row in some]
        return _standings(self._judged(sorted(rows, key=lambda row: int(row["id"])))) if rows else {}

    def corrected(self) -> set[str]:
        """The claims that analysts corrected and that were not rejected."""
        told = dict.fromkeys(str(row.report_id) for row in self._connection.execute(_CORRECTIONS))
        standings = self.standings_in(dict.fromkeys(map(self._current_version, told)))
        return {claim for claim, standing in standings.items() if standing.corrections and not standing.rejected}

    def _versions(self, report_ids: Iterable[str]) -> list[str]:
        """These reports with the versions that they took the place of."""
        known, new = dict[str, None](), list(report_ids)
        while new:
            known.update(dict.fromkeys(new))
            found = (self._connection.scalars(_SUPERSEDED_BY, {"some": some}) for some in chunks(new))
            new = [report for reports_found in found for report in reports_found if report not in known]
        return list(known)

    def grades(self) -> dict[str, str]:
        """The grade of each source that was graded, by the name it was graded under."""
        return {judgement.subject: judgement.value["grade"] for judgement in self._standing("grade")}

    def dismissals(self) -> dict[str, tuple[Judgement, ...]]:
        """The dismissals of hits that are not undone, by what the hits pair."""
        found: dict[str, tuple[Judgement, ...]] = {}
        for judgement in self._standing("dismiss"):
            found[judgement.subject] = (*found.get(judgement.subject, ()), judgement)
        return found

    def _one(self, number: int) -> Judgement:
        row = self._connection.execute(select(judgements).where(judgements.c.id == number)).mappings().first()
        if row is None:
            raise JudgementError(f"There is no judgement {number}. See them with: kashf judge list")
        return _judgement(row)

    def _checked(self, decision: Decision) -> tuple[Plain, Plain]:
        """The value to keep, with the words it was decided on, and what the claim says, where it is about one."""
        match decision.kind:
            case "merge":
                return self._merging(decision), {}
            case "split":
                return self._splitting(decision), {}
            case "remove" | "redact":
                removals = Removals(self._connection)
                return removals.value_of(decision.kind, decision.subject, decision.reason), {}
            case "grade":
                self._check_grade(decision)
            case "correct":
                _check_corrections(decision.value)
            case "rate":
                _check_rating(decision.value)
            case "note":
                _check_note(decision)
            case "dismiss":
                _check_dismissal(decision)
        about = self._claim(decision.subject) if decision.kind in _ON_CLAIMS else {}
        return dict(decision.value), about

    def _merging(self, decision: Decision) -> Plain:
        other = decision.value.get("entity")
        if not isinstance(other, str):
            raise JudgementError(f"{decision.subject} is merged with another entity; name it.")
        if other == decision.subject:
            raise JudgementError(f"{other} can not be merged with itself; name two entities.")
        self._entity(other)
        return {"entity": other, "names": _names(self._entity(decision.subject))}

    def _splitting(self, decision: Decision) -> Plain:
        entity, value = self._entity(decision.subject), dict(decision.value)
        naming_it = select(naming.c.report_id).where(naming.c.entity_id == decision.subject)
        known = {"names": _names(entity), "reports": list(self._connection.scalars(naming_it))}
        for kind, there in known.items():
            if not isinstance(value.get(kind, []), list | tuple):
                raise JudgementError(f"The {kind} that are another's are a list.")
            for each in value.get(kind, ()):
                if each not in there:
                    raise JudgementError(f"{each!r} is none of the {kind} of {decision.subject}: {', '.join(there)}.")
        return value

    def _entity(self, entity_id: str) -> Plain:
        body: Plain | None = self._connection.scalar(select(entities.c.body).where(entities.c.id == entity_id))
        if body is None:
            raise JudgementError(f"There is no entity {entity_id}. Find its id with: kashf show NAME")
        return body

    def _claim(self, claim_id: str) -> Plain:
        row = self._connection.execute(select(claims).where(claims.c.id == claim_id)).first()
        if row is None:
            raise JudgementError(f"There is no claim {claim_id}. Find its id with: kashf find, or in the brief.")
        return {"report": row.report_id, "type": row.type, "evidence": row.evidence, "fillers": row.fillers}

    def _check_grade(self, decision: Decision) -> None:
        if decision.value.get("grade") not in GRADES:
            raise JudgementError(f"A source is graded A to F, not {decision.value.get('grade')!r}.")
        if not any(self._connection.scalar(asked) for asked in _graded_as(decision.subject)):
            outlets = set(self._connection.scalars(select(reports.c.outlet).distinct().limit(OUTLETS_TOLD)))
            known = ", ".join(sorted(outlet for outlet in outlets if outlet)) or "none yet"
            raise JudgementError(
                f"No report of the outlet {decision.subject!r} was read, and nobody of that name speaks in any. "
                f"Outlets: {known}."
            )

    def _follow(self, judged: RowMapping) -> str | None:
        """The present id of a judged claim; None where it is not to be found for certain."""
        about = judged["about"]
        of_report = select(claims).where(claims.c.report_id == self._current_version(about["report"]))
        if self._connection.execute(of_report.where(claims.c.id == judged["subject"])).first():
            return str(judged["subject"])
        alike = and_(claims.c.type == about["type"], claims.c.evidence == about["evidence"])
        found = self._connection.execute(of_report.where(alike)).all()
        if len(found) > 1:
            found = [claim for claim in found if claim.fillers == about["fillers"]]
        return str(found[0].id) if len(found) == 1 else None

    def _current_version(self, report_id: str) -> str:
        later = select(reports.c.superseded_by).where(reports.c.id == report_id)
        superseded_by = self._connection.scalar(later)
        return report_id if superseded_by is None else self._current_version(superseded_by)


def _graded_as(name: str) -> tuple[Select[Any], ...]:
    """What asks whether a name is that of a source: an outlet, the origin of a finding, or somebody in the reports."""
    return (
        select(reports.c.id).where(reports.c.outlet == name).limit(1),
        select(origins.c.name).where(origins.c.name == name),
        select(entities.c.id).where(entities.c.name == name).limit(1),
    )


def _decision(judgement: Judgement) -> Decision:
    return Decision(judgement.kind, judgement.subject, judgement.user, judgement.value, judgement.reason)


def _judgement(row: RowMapping) -> Judgement:
    return Judgement(**{name: item for name, item in row.items() if name not in ("about", "report_id")})


def _standings(judged: Iterable[Judged]) -> dict[str, Standing]:
    standings: dict[str, Standing] = {}
    for one in judged:
        if one.claim is not None and one.judgement.undone_at is None:
            standings[one.claim] = standings.get(one.claim, Standing()).after(one.judgement)
    return standings


def _names(entity: Plain) -> list[str]:
    return list(dict.fromkeys((*entity.get("names", ()), entity["name"])))


def _check_corrections(value: Mapping[str, Any]) -> None:
    if not value:
        raise JudgementError(f"A correction names a field and its value: {', '.join(CORRECTABLE)}.")
    for name, item in value.items():
        if name not in CORRECTABLE:
            raise JudgementError(f"{name!r} can not be corrected; what can: {', '.join(CORRECTABLE)}.")
        if item not in _values()[name]:
            raise JudgementError(f"{item!r} is no {name}; it is one of: {', '.join(_values()[name])}.")


def _check_rating(value: Mapping[str, Any]) -> None:
    if value.get("grade") not in CREDIBILITIES:
        raise JudgementError(f"Information is graded 1 to 6, not {value.get('grade')!r}.")


def _check_note(decision: Decision) -> None:
    if not (decision.reason or "").strip():
        raise JudgementError("A note says something; give it as the reason.")


def _check_dismissal(decision: Decision) -> None:
    if not _HIT.fullmatch(decision.subject) or not decision.value.get("evidence"):
        raise JudgementError(
            f"{decision.subject!r} is no hit. Copy its id from what kashf screen shows; it looks like "
            "h-0123456789abcdef.01234567"
        )


def _values() -> Mapping[str, tuple[str, ...]]:
    """What each correctable field may say."""
    named = {"polarity": get_args(Polarity), "modality": get_args(Modality), "phase": get_args(Phase)}
    return {"type": tuple(claim_types()), **named}


def apply_standings(record: Record, standings: Mapping[str, Standing]) -> Record:
    """The record as the analysts have it: without the rejected claims, with the corrected ones corrected."""
    if not any(claim.id in standings for claim in record.claims):
        return record
    stands = (claim for claim in record.claims if not standings.get(claim.id, Standing()).rejected)
    return replace(record, claims=tuple(_corrected(claim, standings.get(claim.id, Standing())) for claim in stands))


def _corrected(claim: Claim, standing: Standing) -> Claim:
    return replace(claim, **standing.corrections) if standing.corrections else claim
