"""`kashf judge`: the analyst's word on claims, entities, outlets and hits of screening."""

from __future__ import annotations

import getpass
import json
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import click

from kashf.cli.session import Session, in_session, shown

if TYPE_CHECKING:
    from kashf.ledger import Judged, Writer
    from kashf.records import Judgement
    from kashf.records.standing import JudgementKind

__all__ = ["command"]

_REPORT_ID = re.compile(r"r-[0-9a-f]{16}")
_GRADES = ("A", "B", "C", "D", "E", "F")
_CREDIBILITIES = ("1", "2", "3", "4", "5", "6")


@click.group("judge")
def command() -> None:
    """Judge claims, entities, outlets and hits. Every judgement is kept with who and when, and can be undone."""


def _user(ctx: click.Context, parameter: click.Parameter, told: str | None) -> str:
    """The user named, or the one who is logged in."""
    try:
        return told or getpass.getuser()
    except (OSError, KeyError) as error:
        raise click.BadParameter("nobody is logged in; say who judges.", ctx, parameter) from error


_by = click.option("--user", metavar="NAME", callback=_user, help="Who judges.  [default: the login name]")
_because = click.option("--reason", metavar="TEXT", help="Why.")


def _decide(session: Session, kind: JudgementKind, subject: str, *, value: Mapping[str, Any], **who: Any) -> None:
    """Keep a decision, and bring the findings up to date with it."""
    from kashf.ledger import Decision

    decision = Decision(kind, subject, value=value, **who)
    _write(session, "judged", lambda writer: writer.judge(decision))


def _write(session: Session, key: str, step: Callable[[Writer], Judgement]) -> None:
    from kashf.jobs import refresh
    from kashf.ledger import Writer

    with Writer(session.existing_ledger()) as writer:
        judgement = step(writer)
        session.note(key, id=judgement.id, kind=judgement.kind, subject=judgement.subject)
        refresh(writer)


@command.command("accept")
@click.argument("claim")
@_by
@_because
@in_session
def _accept(session: Session, /, claim: str, **who: Any) -> None:
    """Say that a CLAIM was taken rightly from its report."""
    _decide(session, "accept", claim, value={}, **who)


@command.command("reject")
@click.argument("claim")
@_by
@_because
@in_session
def _reject(session: Session, /, claim: str, **who: Any) -> None:
    """Say that a CLAIM is wrong: it is left out of records, findings and briefs."""
    _decide(session, "reject", claim, value={}, **who)


@command.command("correct")
@click.argument("claim")
@click.argument("fields", nargs=-1, required=True, metavar="FIELD=VALUE...")
@_by
@_because
@in_session
def _correct(session: Session, /, claim: str, fields: tuple[str, ...], **who: Any) -> None:
    """Correct fields of a CLAIM: type, polarity, modality, phase."""
    pairs = [each.partition("=") for each in fields]
    if any(not between for _, between, _ in pairs):
        raise click.UsageError("A correction is written FIELD=VALUE, as in: polarity=denied")
    _decide(session, "correct", claim, value={name: value for name, _, value in pairs}, **who)


@command.command("rate")
@click.argument("claim")
@click.argument("grade", type=click.Choice(_CREDIBILITIES))
@_by
@_because
@in_session
def _rate(session: Session, /, claim: str, grade: str, **who: Any) -> None:
    """Grade the credibility of what a CLAIM says: 1 (confirmed) to 5 (improbable), 6 (can not be judged)."""
    _decide(session, "rate", claim, value={"grade": grade}, **who)


@command.command("note")
@click.argument("claim")
@click.argument("text")
@_by
@in_session
def _note(session: Session, /, claim: str, text: str, user: str) -> None:
    """Keep a note, TEXT, on a CLAIM. It changes nothing."""
    _decide(session, "note", claim, value={}, user=user, reason=text)


@command.command("merge")
@click.argument("entity")
@click.argument("other")
@_by
@_because
@in_session
def _merge(session: Session, /, entity: str, other: str, **who: Any) -> None:
    """Say that ENTITY and OTHER are one; the two go by the id of OTHER."""
    _decide(session, "merge", entity, value={"entity": other}, **who)


@command.command("split")
@click.argument("entity")
@click.argument("mentions", nargs=-1, required=True, metavar="MENTION...")
@_by
@_because
@in_session
def _split(session: Session, /, entity: str, mentions: tuple[str, ...], **who: Any) -> None:
    """Say that mentions of an ENTITY are another's: a MENTION is a name it goes by, or the id of a report it is in."""
    reports = [each for each in mentions if _REPORT_ID.fullmatch(each)]
    names = [each for each in mentions if each not in reports]
    _decide(session, "split", entity, value={"reports": reports, "names": names}, **who)


@command.command("grade")
@click.argument("source")
@click.argument("grade", type=click.Choice(_GRADES, case_sensitive=False))
@_by
@_because
@in_session
def _grade(session: Session, /, source: str, grade: str, **who: Any) -> None:
    """Grade the reliability of a SOURCE: A (completely reliable) to E (unreliable), F (can not be judged).

    It is an outlet, or whoever's word is carried (a ministry, an official, an agency), by name.
    """
    _decide(session, "grade", source, value={"grade": grade}, **who)


@command.command("dismiss")
@click.argument("hit", metavar="HIT")
@_by
@_because
@in_session
def _dismiss(session: Session, /, hit: str, **who: Any) -> None:
    """Say that a HIT of screening is none. It stays out of sight until what it rests on changes."""
    pair, _, evidence = hit.partition(".")
    _decide(session, "dismiss", pair, value={"evidence": evidence}, **who)


_why = click.option("--reason", metavar="TEXT", required=True, help="Why; it is all that is kept, with who and when.")


@command.command("remove")
@click.argument("report")
@_by
@_why
@in_session
def _remove(session: Session, /, report: str, **who: Any) -> None:
    """Take a REPORT out for good, in all its versions. Reading its source again does not bring it back."""
    _decide(session, "remove", report, value={}, **who)


@command.command("redact")
@click.argument("entity")
@_by
@_why
@in_session
def _redact(session: Session, /, entity: str, **who: Any) -> None:
    """Cover the names of an ENTITY in every report, also in those read later, and take out what is claimed of it."""
    _decide(session, "redact", entity, value={}, **who)


@command.command("undo")
@click.argument("number", type=int, metavar="ID")
@_by
@in_session
def _undo(session: Session, /, number: int, user: str) -> None:
    """Take a judgement back. It stays in the list, with who took it back and when.

    What was removed or redacted comes back when its source is read again; nothing of it is held here.
    """
    _write(session, "undone", lambda writer: writer.undo(number, user))


@command.command("list")
@click.option("--all", "undone_too", is_flag=True, help="Those that were undone too.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line and a judgement.")
@in_session
def _list(session: Session, /, undone_too: bool, as_json: bool) -> None:
    """List the judgements, and the claims they apply to now."""
    with session.view() as view:
        judged = [each for each in view.judged() if undone_too or each.judgement.undone_at is None]
    if not judged:
        session.note("no_judgements")
    for each in judged:
        click.echo(_plain(each) if as_json else shown(_line(session, each)))


def _plain(judged: Judged) -> str:
    from kashf.records import unstructure

    plain = unstructure(judged.judgement) | {"claim": judged.claim, "applies": judged.applies}
    return json.dumps(plain, ensure_ascii=False)


def _line(session: Session, judged: Judged) -> str:
    made = judged.judgement
    parts = [f"{made.id}", f"{made.at:%Y-%m-%d %H:%M} UTC", made.user, made.kind, made.subject]
    parts += [json.dumps(made.value, ensure_ascii=False)] if made.value else []
    parts += [made.reason] if made.reason else []
    if made.undone_at is not None:
        parts.append(session.say("was_undone", user=made.undone_by, at=f"{made.undone_at:%Y-%m-%d %H:%M}"))
    if not judged.applies:
        parts.append(session.say("applies_to_nothing"))
    elif judged.claim not in (None, made.subject):
        parts.append(session.say("applies_to", claim=judged.claim))
    return "  ".join(parts)
