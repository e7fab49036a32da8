"""The head of a brief: what was read, when, and from which ledger; and how weight is counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kashf.views.lens import Lens
from kashf.views.statements import Statement
from kashf.views.texts import isolated, shown

__all__ = ["Head", "Making", "head"]


@dataclass(frozen=True, slots=True)
class Making:
    """How a brief came to be: narrowed to what, at which moment (None to leave it out), from which ledger; `out_of` how
    many reports that has, where the brief is made of some of them."""

    about: str | None = None
    type_names: tuple[str, ...] = ()
    made: datetime | None = None
    ledger: str = ""
    out_of: int | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """What the brief is made from, as numbers and days, and in words as `lines`."""

    title: str
    about: str | None
    lines: tuple[str, ...]
    reports: int
    outlets: int
    languages: tuple[str, ...]
    first: date | None
    last: date | None
    claims: int
    statements: int
    findings: int
    judgements: int
    made: datetime | None
    ledger: str


def head(told: Sequence[Statement], seen: Lens, making: Making) -> Head:
    """The head of the brief of these statements."""
    reports = [record.report for record in seen.dossier.records]
    days = sorted(report.published for report in reports if report.published)
    return Head(
        title=seen.words.say("title"),
        about=shown(making.about) or None,
        lines=tuple(_lines(told, seen, making, days)),
        reports=len(reports),
        outlets=_outlets(seen),
        languages=_languages(seen),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        claims=len(seen.index.claims),
        statements=len(told),
        findings=len(seen.dossier.findings),
        judgements=_judgements(seen),
        made=making.made,
        ledger=making.ledger,
    )


def _outlets(seen: Lens) -> int:
    return len({record.report.outlet for record in seen.dossier.records if record.report.outlet})


def _languages(seen: Lens) -> tuple[str, ...]:
    return tuple(dict.fromkeys(record.report.language or "unknown" for record in seen.dossier.records))


def _judgements(seen: Lens) -> int:
    return sum(judgement.undone_at is None for judgement in seen.dossier.judgements)


def _lines(told: Sequence[Statement], seen: Lens, making: Making, days: Sequence[date]) -> Iterator[str]:
    words = seen.words
    if not seen.dossier.records:
        yield words.say("nothing")
        return
    yield _read(seen, days)
    claims, findings = seen.count("claim", len(seen.index.claims)), seen.count("finding", len(seen.dossier.findings))
    yield words.say("claims_of", claims=claims, statements=seen.count("statement", len(told)), findings=findings)
    if _judgements(seen):
        yield words.say("judged", judgements=seen.count("judgement", _judgements(seen)))
    if making.about or making.type_names:
        narrowing = filter(None, (shown(making.about), *making.type_names))
        yield words.say("filtered", filter=words.separated([isolated(one, words.direction) for one in narrowing]))
    if making.out_of is not None:
        yield words.say("part_of", reports=seen.count("report", making.out_of))
    if making.ledger:
        yield _made(seen, making)


def _read(seen: Lens, days: Sequence[date]) -> str:
    words = seen.words
    return words.say(
        "read_of" if days else "read_undated",
        reports=seen.count("report", seen.dossier.records),
        outlets=seen.count("outlet", _outlets(seen)) if _outlets(seen) else words.say("unknown_outlet"),
        languages=words.listed([words.name("languages", language) for language in _languages(seen)]),
        dates=words.interval(days[0], days[-1]) if days else "",
    )


def _made(seen: Lens, making: Making) -> str:
    ledger = isolated(shown(making.ledger), seen.words.direction)
    if making.made is None:
        return seen.words.say("made_undated", ledger=ledger)
    return seen.words.say("made", ledger=ledger, when=seen.words.moment(making.made))
